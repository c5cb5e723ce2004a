// Small tables that are typed into: an empty row always follows the last one, rows are added and deleted.

const isEmpty = (row) => [...row.querySelectorAll("input")].every((input) => input.value.trim() === "");

export class Tables {
  // `changed` is told of every change, after the rows are as they should be.
  constructor(form, changed, signal) {
    this.form = form;
    this.changed = changed;
    form.addEventListener("input", (event) => this.#typed(event.target), { signal });
    form.addEventListener("click", (event) => this.#pressed(event), { signal });
  }

  #typed(input) {
    const row = input.closest("[data-row]");
    if (row === null) return;
    this.#keepEmptyRow(row.parentElement);
    this.changed();
  }

  #pressed(event) {
    const row = event.target.closest("[data-delete-row]")?.closest("[data-row]");
    if (row) this.delete(row);
    const table = event.target.closest("[data-add-row]")?.closest("[data-table]");
    if (table) this.add(table);
  }

  #keepEmptyRow(rows) {
    const last = rows.lastElementChild;
    if (!isEmpty(last)) rows.append(this.#blank(last));
  }

  #blank(row) {
    const blank = row.cloneNode(true);
    for (const input of blank.querySelectorAll("input")) {
      input.value = "";
      input.defaultValue = "";
      input.removeAttribute("aria-invalid");
      input.removeAttribute("title");
    }
    return blank;
  }

  // The row in focus, or none.
  get current() {
    return document.activeElement?.closest("[data-row]") ?? null;
  }

  // An empty row below the one in focus; in no table, the end of the first one is gone to.
  add(table) {
    const row = this.current;
    const rows = (table ?? row?.closest("[data-table]") ?? this.form.querySelector("[data-table]"))?.querySelector("[data-rows]");
    if (!rows) return false;
    let blank = rows.lastElementChild;
    if (row !== null && row.parentElement === rows && row !== blank) {
      blank = this.#blank(row);
      row.after(blank);
    }
    blank.querySelector("input").focus();
    return true;
  }

  delete(row = this.current) {
    if (row === null) return false;
    const rows = row.parentElement;
    const next = row.nextElementSibling ?? row.previousElementSibling;
    const column = [...row.querySelectorAll("input")].indexOf(document.activeElement);
    if (row === rows.lastElementChild) return false;
    row.remove();
    next?.querySelectorAll("input")[Math.max(0, column)]?.focus();
    this.changed();
    return true;
  }

  // As many rows as a kept form had; see drafts.js.
  grow(name, count) {
    const rows = this.form.querySelector(`[data-table="${CSS.escape(name)}"] [data-rows]`);
    while (rows && rows.children.length < count) rows.append(this.#blank(rows.lastElementChild));
    while (rows && rows.children.length > Math.max(1, count)) rows.firstElementChild.remove();
  }
}
