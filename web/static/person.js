// Another role brings its usual areas; the administrator may then widen or narrow them.

for (const role of document.querySelectorAll("input[data-areas]")) {
  role.addEventListener("change", () => {
    const usual = role.dataset.areas.split(" ");
    for (const area of document.querySelectorAll("input[name=areas]")) area.checked = usual.includes(area.value);
  });
}
