"""The lists of a paper by their heads: which of the tables lists goods, and which sums up what was listed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from intake.extract.paper import Paper
from intake.extract.rates import is_amount
from intake.extract.rows.grid import Grid, grid_under, is_carried
from intake.extract.rows.headings import headings_in
from intake.layout.sheet import Sheet
from intake.layout.tables import Table, tables_of
from intake.words import folded

MOST = 90
"""Rows of a list on one page."""

# What heads the columns of a VAT summary or of the totals.
_SUMS = re.compile(
    r"\b(?:imponibil\w|imposta|imp le|base imp|totale \w{3,}|tot \w{3,}|a pagare|riepilogo|net total|tax|netto merce)\b"
)
# What heads a list of instalments.
_DUE = re.compile(r"\b(?:scadenz\w|rat[ae]|due date|falligkeit|echeance|vencimiento)\b")
_ROWS_OF_HEAD = 3


def _heads_goods(table: Table) -> bool:
    return any(table.column(name) is not None for name in ("description", "quantity", "unit_price"))


def _heads_amounts(table: Table) -> bool:
    return table.column("amount") is not None and not _heads_goods(table)


def grids_of(paper: Paper, heads: Callable[[Table], bool] = _heads_goods) -> Iterator[Grid]:
    """The lists under heads of goods. A page without any goes on with the columns of the page before it."""
    last: Table | None = None
    for sheet in paper.sheets:
        tables = [table for table in tables_of(sheet, headings_in) if heads(table)]
        if not tables and last is not None:
            rows = sheet.rows[_first_amount(paper, sheet) :]
            tables = [Table(last.headings, rows)]
        taken: set[int] = set()
        for table in tables:
            grid = grid_under(paper, sheet, table, table.rows, MOST)
            if grid is not None and not {id(item.row) for item in grid.items} <= taken:
                taken.update(id(item.row) for item in grid.items)
                yield grid
        last = tables[0] if tables else last


def _first_amount(paper: Paper, sheet: Sheet) -> int:
    """The number of the first row of several cells with an amount: what stands over it is letterhead."""
    for number, row in enumerate(sheet.rows):
        amounts = sum(is_amount(found) for cell in row.cells for found in paper.found_in(cell))
        if amounts and len(row.cells) > 1 and not is_carried(row):
            return number
    return len(sheet.rows)


def amount_heads(paper: Paper) -> list[Grid]:
    """Lists under heads that name amounts and, in words of their own, what they are for."""
    grids = [grid for grid in grids_of(paper, _heads_amounts) if lists_goods(paper, grid)]
    several = [grid for grid in grids if len(grid.items) > 1]
    return [grid for grid in several if not any(_DUE.search(text) for text in _head(paper, grid))]


def lists_goods(paper: Paper, grid: Grid) -> bool:
    """Whether a list is one of goods and not a summary of VAT or totals in columns."""
    if "quantity" in grid.names or "unit_price" in grid.names:
        return True
    return grid.headed and not any(_SUMS.search(text) for text in _head(paper, grid))


def _head(paper: Paper, grid: Grid) -> Iterator[str]:
    """The cells of the rows right over the first item."""
    first = grid.items[0].row.cells[0]
    for row in paper.sheet(first.page).rows[max(0, first.row - _ROWS_OF_HEAD) : first.row]:
        yield from (folded(cell.text) for cell in row.cells)
