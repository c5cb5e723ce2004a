"""Where goods are listed: amounts in these rows are no totals of the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.extract.addends import place_of
from intake.extract.paper import Paper
from intake.extract.rows.grid import Grid
from intake.extract.rows.lines import grids_of
from intake.words import folded

# What heads the columns of a VAT summary or of the totals.
_SUMS = re.compile(
    r"\b(?:imponibil\w|imposta|imp le|base imp|totale \w{3,}|tot \w{3,}|a pagare|riepilogo|net total|tax|netto merce)\b"
)
_ROWS_OF_HEAD = 3


def listed(paper: Paper) -> frozenset[tuple[int, int, int, int]]:
    """The places of amounts in the rows of goods under a head."""
    items = [item for grid in grids_of(paper) if _lists_goods(paper, grid) for item in grid.items]
    return frozenset(place_of(found) for item in items for found in item.money)


def _lists_goods(paper: Paper, grid: Grid) -> bool:
    if "quantity" in grid.names or "unit_price" in grid.names:
        return True
    return grid.headed and not any(_SUMS.search(text) for text in _head(paper, grid))


def _head(paper: Paper, grid: Grid) -> Iterator[str]:
    """The cells of the rows right over the first item."""
    first = grid.items[0].row.cells[0]
    for row in paper.sheet(first.page).rows[max(0, first.row - _ROWS_OF_HEAD) : first.row]:
        yield from (folded(cell.text) for cell in row.cells)
