// Keys that work on every page. Nothing here is needed for reading: it only spares the way to the mouse.

const results = () => [...document.querySelectorAll("[data-results] a")];

function isTyping(target) {
  return target.closest("input, select, textarea, [contenteditable]") !== null;
}

function step(by) {
  const links = results();
  if (links.length === 0) return false;
  const at = links.indexOf(document.activeElement);
  const next = links[at === -1 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + by))];
  next.focus({ preventScroll: true });
  next.closest("li").scrollIntoView({ block: "nearest" });
  return true;
}

function follow(relation) {
  const link = document.querySelector(`a[rel=${relation}]`);
  if (link === null) return false;
  link.click();
  return true;
}

function searchBox() {
  const box = document.querySelector("#q");
  if (box === null) return false;
  box.focus();
  box.select();
  return true;
}

const KEYS = {
  "/": searchBox,
  j: () => step(1) || follow("next"),
  k: () => step(-1) || follow("prev"),
  ArrowDown: () => document.activeElement.closest("[data-results]") !== null && step(1),
  ArrowUp: () => document.activeElement.closest("[data-results]") !== null && step(-1),
};

function press(key) {
  const button = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (button === null) return false;
  button.click();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.id === "q") {
    if (event.key === "Escape") target.blur();
    else if (event.key === "ArrowDown" && step(1)) event.preventDefault();
    return;
  }
  if (!isTyping(target) && (KEYS[event.key]?.() || press(event.key))) event.preventDefault();
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
