"""The lines of a paper without amounts, as of a delivery note: what and how many, under their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from intake.extract.paper import Paper
from intake.extract.rows.figures import is_figure, is_unit, number_in
from intake.extract.rows.grid import Grid, Item, ends_list, grid_of, is_carried, is_head, is_reference, with_text
from intake.extract.rows.headings import headings_in
from intake.extract.rows.wording import description
from intake.layout.sheet import Row as PrintedRow
from intake.layout.sheet import Sheet
from intake.layout.tables import Table, tables_of
from intake.words import plain
from storage.reading import Row
from storage.values import canonical_amount

# A gap of more line heights parts the goods from what follows.
_WIDEST = 5
_COUNTING = frozenset(("quantity", "unit"))
_LARGEST = 100_000
_FOOT = re.compile(
    r"\W*(?:firma|vettore|conducente|aspetto|causale|trasporto a|n\W{0,3}colli|colli|peso|porto|resa|targa|annotazioni"
    r"|volume|data e ora|ora|inizio trasporto|destinatario|mittente|totale|note)\b"
)


def goods(paper: Paper) -> tuple[Row, ...]:
    """Rows with a description and a quantity or unit under a head, on all pages that repeat it."""
    found: list[Row] = []
    for sheet in paper.sheets:
        lists = [
            (len({name for name, _ in table.headings} & _COUNTING), list(_under(paper, sheet, table)))
            for table in tables_of(sheet, headings_in, 1)
            if table.column("description") is not None
        ]
        found.extend(max(lists, key=lambda one: (one[0], len(one[1])), default=(0, []))[1])
    return tuple(found)


def _under(paper: Paper, sheet: Sheet, table: Table) -> Iterator[Row]:
    region = list(_region(paper, sheet, table))
    items = [Item(row, ()) for row in region if _counted(row) and not is_reference(row)]
    if not items:
        return
    grid = grid_of(sheet, table, items)
    grid = replace(grid, items=with_text(sheet, items, region))
    column = _quantity_column(grid)
    for item in grid.items:
        text = description(grid, item)
        if text:
            yield {"description": text, **dict(_columns(grid, item, column))}


def _region(paper: Paper, sheet: Sheet, table: Table) -> Iterator[PrintedRow]:
    """The rows below the head, as far as they are not parted by a gap or by what stands at a paper's foot."""
    bottom = max(box.bottom for _, box in table.headings)
    for row in table.rows:
        apart = row.box.top - bottom > _WIDEST * sheet.line_height
        if apart or ends_list(paper, row) or is_head(row) or any(_FOOT.match(plain(cell.text)) for cell in row.cells):
            return
        if not is_carried(row):
            yield row
        bottom = row.box.bottom


def _counted(row: PrintedRow) -> bool:
    """Whether a row has text, and a figure or unit in a place of its own."""
    words = [word for cell in row.cells for word in cell.words]
    text = any(sum(c.isalpha() for c in word.text) > 2 and not is_unit(word.text) for word in words)
    ends = [words[0], words[-1], *(word for cell in row.cells for word in (cell.words[0], cell.words[-1]))]
    apart = len(row.cells) > 1 or is_figure(words[0].text)
    return text and apart and any(is_figure(word.text) or is_unit(word.text) for word in ends)


def _quantity_column(grid: Grid) -> int | None:
    """The column of quantities: the one so headed, else the one with most numbers that are no codes."""
    headed = [number for number, name in enumerate(grid.names) if name == "quantity"]
    if headed:
        return headed[0]
    counts = {
        number: sum((value := _number(grid, item, number)) is not None and value < _LARGEST for item in grid.items)
        for number in range(len(grid.strips))
    }
    best = max(counts, key=lambda number: counts[number], default=None)
    return best if best is not None and counts[best] * 2 > len(grid.items) else None


def _number(grid: Grid, item: Item, column: int) -> Decimal | None:
    words = [word for word in grid.words_in(item, column) if not is_unit(word.text)]
    return number_in(words) if words and all(is_figure(word.text) for word in words) else None


def _columns(grid: Grid, item: Item, column: int | None) -> Iterator[tuple[str, str]]:
    if column is not None and (number := _number(grid, item, column)) is not None:
        yield "quantity", canonical_amount(number)
    near = [n for n, name in enumerate(grid.names) if name == "unit" or n == column]
    near += [n + 1 for n in near if n + 1 < len(grid.strips)]
    units = [word.text for n in near for word in grid.words_in(item, n) if is_unit(word.text)]
    if units:
        yield "unit", units[0].strip("|;:")
