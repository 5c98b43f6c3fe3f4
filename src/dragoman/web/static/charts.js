// Draws the charts of a page once they come into view, in the page's own colours. The library is
// large, so it is fetched only where there is something to draw.
"use strict";

const charts = document.querySelectorAll("[data-chart]");
const stamp = new URL(document.currentScript.src).search;
let library = null;

function load() {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "/static/vega.js" + stamp;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  return library;
}

function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(name).trim();
  const ink = of("--ink"), quiet = of("--quiet"), line = of("--line"), accent = of("--accent");
  const font = getComputedStyle(document.body).fontFamily;
  return {
    background: null, font,
    view: { stroke: null },
    axis: { labelColor: quiet, titleColor: quiet, gridColor: line, domainColor: line, tickColor: line, labelFontSize: 11, labelOverlap: "greedy", labelSeparation: 6 },
    legend: { labelColor: ink, titleColor: quiet, orient: "bottom", symbolLimit: 12, columns: 4, labelFontSize: 11, symbolBaseFillColor: quiet, symbolBaseStrokeColor: quiet },
    range: { heatmap: [of("--soft"), accent], ramp: [of("--soft"), accent], category: ["#3b82b8", "#c2772b", "#4f9a5f", "#8f6ac4", "#b8504a", "#8a8f3a", "#3f9fa0", "#a0688c", "#7a7f86"] },
    bar: { color: accent }, circle: { color: accent }, point: { color: accent }, line: { color: accent },
    style: {
      land: { color: of("--soft"), fill: of("--soft"), stroke: line },
      arc: { color: accent, stroke: accent },
      dot: { color: "#c2772b", fill: "#c2772b", stroke: of("--panel") },
    },
  };
}

async function draw(canvas) {
  try {
    await load();
    const spec = JSON.parse(document.getElementById(canvas.dataset.chart).textContent);
    await vegaEmbed(canvas, spec, { ast: true, actions: false, defaultStyle: false, renderer: "svg", config: colours(), tooltip: { disableDefaultStyle: true } });
    // The figure as a whole has a name: its single marks need no roles.
    for (const mark of canvas.querySelectorAll("svg [role], svg[role]")) {
      for (const name of ["role", "aria-roledescription", "aria-label"]) mark.removeAttribute(name);
    }
    canvas.classList.add("drawn");
  } catch (error) {
    console.warn("chart not drawn", error);
    canvas.closest("figure").hidden = true;
  }
}

const seen = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    seen.unobserve(entry.target);
    draw(entry.target);
  }
}, { rootMargin: "200px" });
for (const canvas of charts) seen.observe(canvas);
