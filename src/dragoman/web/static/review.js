// The queue from the keyboard: j and k move, a accepts, r rejects, e and s open, x marks as the same
// act, m merges what is marked, u undoes the last correction.
"use strict";

const items = [...document.querySelectorAll(".review-item")];
let at = -1;

function go(to) {
  if (!items.length) return;
  at = Math.max(0, Math.min(items.length - 1, to));
  items[at].focus();
  items[at].scrollIntoView({ block: "nearest" });
}

// After a decision the queue comes back without the entry: go on where one was.
const PLACE = "dragoman-review-place";
document.addEventListener("submit", () => { if (at > 0) sessionStorage.setItem(PLACE, String(at)); });
const place = sessionStorage.getItem(PLACE);
sessionStorage.removeItem(PLACE);
if (place !== null) go(Number(place));

for (const [n, item] of items.entries()) item.addEventListener("focusin", () => { at = n; });

const merge = document.getElementById("merge");
merge?.addEventListener("submit", (event) => {
  const chosen = document.querySelector("input[name=other]:checked");
  if (chosen) merge.elements.entry.value = chosen.value; else event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select")) return;
  const item = items[Math.max(at, 0)];
  const within = (selector) => item?.querySelector(selector);
  const acts = {
    j: () => go(at + 1),
    k: () => go(at - 1),
    a: () => within("form[data-key=a]")?.requestSubmit(),
    r: () => within("form[data-key=r]")?.requestSubmit(),
    e: () => open(within("details[data-key=e]")),
    s: () => open(within("details[data-key=s]")),
    x: () => within("input[data-key=x]")?.click(),
    m: () => merge?.requestSubmit(),
    u: () => document.querySelector("form[data-key=u]")?.requestSubmit(),
  };
  if (!acts[event.key]) return;
  event.preventDefault();
  acts[event.key]();
});

function open(details) {
  if (!details) return;
  details.open = !details.open;
  if (details.open) details.querySelector("input:not([type=hidden]), select, textarea")?.focus();
}
