"""The lines of a paper without amounts, as of a delivery note: what and how many, under their headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from intake.extract.paper import Paper
from intake.extract.rows.figures import is_unit, number_in
from intake.extract.rows.grid import Grid, Item, ends_list, grid_of, is_carried, is_reference, with_text
from intake.extract.rows.headings import headings_in
from intake.extract.rows.wording import description
from intake.layout.sheet import Row as PrintedRow
from intake.layout.sheet import Sheet
from intake.layout.tables import Table, tables_of
from storage.reading import Row
from storage.values import canonical_amount

# A gap of more line heights parts the goods from what follows.
_WIDEST = 5
_COUNTING = ("quantity", "unit")


def goods(paper: Paper) -> tuple[Row, ...]:
    """Rows with a description and a quantity under their headings, on all pages that repeat them."""
    found: list[Row] = []
    for sheet in paper.sheets:
        for table in tables_of(sheet, headings_in):
            if table.column("description") is not None and table.column("quantity") is not None:
                found.extend(_under(paper, sheet, table))
                break
    return tuple(found)


def _under(paper: Paper, sheet: Sheet, table: Table) -> Iterator[Row]:
    region = list(_region(paper, sheet, table))
    items = [Item(row, ()) for row in region if _counted(row, table) and not is_reference(row)]
    if not items:
        return
    grid = grid_of(sheet, table, items)
    grid = replace(grid, items=with_text(sheet, items, region))
    for item in grid.items:
        text = description(grid, item)
        if text:
            yield {"description": text, **dict(_columns(grid, item, table))}


def _region(paper: Paper, sheet: Sheet, table: Table) -> Iterator[PrintedRow]:
    """The rows below the head, as far as they are not parted by a gap or by what stands at a paper's foot."""
    bottom = max(box.bottom for _, box in table.headings)
    for row in table.rows:
        if row.box.top - bottom > _WIDEST * sheet.line_height or ends_list(paper, row) or _is_form(paper, row):
            return
        if not is_carried(row):
            yield row
        bottom = row.box.bottom


def _is_form(paper: Paper, row: PrintedRow) -> bool:
    """Whether a row is made of labels: the boxes for parcels, weight and signatures below the goods."""
    labelled = [cell for cell in row.cells if (found := paper.labels_in(cell)) and found[0].first == 0]
    return len(labelled) > 1 and not any(c.isdigit() for c in row.text)


def _counted(row: PrintedRow, table: Table) -> bool:
    words = [word for cell in row.cells for word in cell.words]
    counts = any(table.heading_of(word.box) in _COUNTING and any(c.isalnum() for c in word.text) for word in words)
    return counts and any(sum(c.isalpha() for c in word.text) > 2 for word in words)


def _columns(grid: Grid, item: Item, table: Table) -> Iterator[tuple[str, str]]:
    for word in item.words:
        if table.heading_of(word.box) == "quantity" and (number := number_in([word])) is not None:
            yield "quantity", canonical_amount(number)
            break
    near = [w for w in item.words if is_unit(w.text) and table.heading_of(w.box) in ("unit", "quantity")]
    if near:
        yield "unit", near[0].text.strip("|;:")
