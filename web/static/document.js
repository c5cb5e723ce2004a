// The field in focus is lit on its page, a box that is clicked leads to its field, and Esc takes back what was typed.

import { Tables } from "./review/tables.js";

const form = document.querySelector("[data-fields]");
const sheets = document.querySelector("[data-sheets]");
const boxes = new Map([...document.querySelectorAll(".box-mark")].map((box) => [box.dataset.field, box]));

function light(name) {
  for (const box of boxes.values()) box.classList.remove("is-lit");
  const box = boxes.get(name);
  if (box === undefined) return;
  box.classList.add("is-lit");
  show(box);
}

// Only the pages' own frame is scrolled: on a narrow screen, where it has none, the field stays in sight.
function show(box) {
  if (sheets.scrollHeight <= sheets.clientHeight) return;
  const frame = sheets.getBoundingClientRect();
  const at = box.getBoundingClientRect();
  if (at.top >= frame.top + 32 && at.bottom <= frame.bottom - 32) return;
  sheets.scrollBy({ top: at.top - frame.top - frame.height / 3 });
}

function inputOf(name) {
  return form?.querySelector(`[data-field="${CSS.escape(name)}"]`);
}

function takeBack(input) {
  if (input instanceof HTMLSelectElement) {
    const before = [...input.options].findIndex((option) => option.defaultSelected);
    input.selectedIndex = Math.max(0, before);
  } else {
    input.value = input.defaultValue;
    input.select();
  }
}

function isChanged(input) {
  if (input instanceof HTMLSelectElement) return !(input.selectedOptions[0]?.defaultSelected ?? true);
  return input.value !== input.defaultValue;
}

if (form !== null) {
  document.documentElement.classList.add("has-script");
  new Tables(form, () => {}, undefined);

  form.addEventListener("focusin", (event) => light(event.target.dataset?.field));
  form.addEventListener("focusout", () => light(undefined));
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !("field" in event.target.dataset)) return;
    if (isChanged(event.target)) takeBack(event.target);
    else event.target.blur();
  });

  const kind = form.querySelector("[data-kind]");
  kind.addEventListener("change", () => form.requestSubmit(form.querySelector("[data-kind-button]")));

  for (const place of form.querySelectorAll(".field-place")) {
    place.addEventListener("click", (event) => {
      const input = inputOf(place.hash.replace("#box-", ""));
      if (sheets.scrollHeight > sheets.clientHeight && input) {
        event.preventDefault();
        input.focus();
      }
    });
  }
}

for (const [name, box] of boxes) {
  box.addEventListener("click", () => inputOf(name)?.focus());
}
