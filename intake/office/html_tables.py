"""Tables of a page: cells over several rows and columns, and tables that only hold a layout together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import html

from intake.office.content import MAX_COLUMNS, Block, Cell, Grid

_MOST_SPANNED_ROWS = 1_000
Row = tuple[Cell, ...]


def row_nodes(table: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


class TableShape:
    """Puts cells where they stand, as they come: one that goes over several rows leaves its place empty below."""

    def __init__(self) -> None:
        self._rows: list[list[Cell]] = []
        self._taken: dict[int, int] = {}  # column -> how many further rows are taken there
        self._column = 0

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(tuple(row) for row in self._rows)

    @property
    def is_full(self) -> bool:
        """Whether the row has as many columns as any may have."""
        return self._column >= MAX_COLUMNS

    def begin_row(self) -> None:
        self._rows.append([])
        self._column = 0

    def add(self, blocks: tuple[Block, ...], columns: str, rows: str) -> None:
        self._skip_taken()
        span = min(_count(columns), MAX_COLUMNS - self._column)
        if span < 1:
            return
        self._rows[-1].append(Cell(blocks, span))
        if (further := min(_count(rows), _MOST_SPANNED_ROWS) - 1) > 0:
            self._taken |= dict.fromkeys(range(self._column, self._column + span), further)
        self._column += span

    def _skip_taken(self) -> None:
        while self._taken.get(self._column, 0) > 0 and self._column < MAX_COLUMNS:
            self._taken[self._column] -= 1
            self._rows[-1].append(Cell())
            self._column += 1


def _count(text: str) -> int:
    return max(1, int(text)) if text.isdecimal() and len(text) < 6 else 1


def grid_blocks(rows: Sequence[Row]) -> tuple[Block, ...]:
    """The table without what is empty; where one column is left, what stands in it, as if there were no table."""
    said = [row for row in rows if any(not cell.is_empty for cell in row)]
    used = sorted({column for row in said for column, cell in _placed(row) if not cell.is_empty})
    if len(used) < 2:
        return tuple(block for row in said for cell in row for block in cell.blocks)
    narrow = tuple(tuple(_narrowed(row, used)) for row in said)
    holds_others = any(isinstance(block, Grid) for row in narrow for cell in row for block in cell.blocks)
    return (Grid(narrow, ruled=not holds_others),)


def _placed(row: Row) -> Iterator[tuple[int, Cell]]:
    column = 0
    for cell in row:
        yield column, cell
        column += cell.span


def _narrowed(row: Row, used: Sequence[int]) -> Iterator[Cell]:
    """The row with those columns alone in which something begins."""
    for column, cell in _placed(row):
        span = sum(column <= one < column + cell.span for one in used)
        if span:
            yield replace(cell, span=span)
