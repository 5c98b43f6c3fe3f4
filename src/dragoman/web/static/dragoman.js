// What pages do beyond their HTML; every page works without it.
"use strict";

// A claim and the words that support it light up together.
document.addEventListener("mouseover", (event) => light(event.target, true));
document.addEventListener("mouseout", (event) => light(event.target, false));
document.addEventListener("focusin", (event) => light(event.target, true));
document.addEventListener("focusout", (event) => light(event.target, false));

function light(from, on) {
  const words = from.closest?.(".mark[data-claims]");
  if (words) {
    for (const id of words.dataset.claims.split(" ")) document.getElementById("c-" + id)?.classList.toggle("lit", on);
    return;
  }
  const claim = from.closest?.(".claim[id]");
  if (!claim) return;
  const id = claim.id.slice(2);
  for (const words of document.querySelectorAll(".mark[data-claims]")) {
    if (words.dataset.claims.split(" ").includes(id)) words.classList.toggle("lit", on);
  }
}

// Who comes for a sentence sees all of it, though names within cut it, and its claim.
function arrive() {
  for (const old of document.querySelectorAll(".came")) old.classList.remove("came");
  let words = document.getElementById(location.hash.slice(1));
  const id = words?.matches(".mark[data-claims]") && words.dataset.claims.split(" ")[0];
  if (!id) return;
  document.getElementById("c-" + id)?.classList.add("came");
  while (words?.dataset?.claims?.split(" ").includes(id)) {
    words.classList.add("came");
    words = words.nextSibling;
  }
}
window.addEventListener("hashchange", arrive);
arrive();

// A form that reads or records takes a moment: say so, and do not send it twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "yes";
  form.setAttribute("aria-busy", "true");
  for (const button of form.querySelectorAll("button")) button.classList.add("busy");
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
    for (const button of form.querySelectorAll("button")) button.classList.remove("busy");
  }
});

// "/" goes to the search box.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select")) return;
  const box = document.getElementById("find");
  if (box) { event.preventDefault(); box.focus(); }
});
