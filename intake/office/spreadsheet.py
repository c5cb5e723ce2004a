"""A spreadsheet's cells as a table to print: without what is empty, within limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from intake.office.content import MAX_COLUMNS, MORE, Align, Block, Cell, Grid, Paragraph, Span, plain

MAX_CELLS = 20_000  # that say something, printed
MAX_ROWS = 200_000  # looked at
_LONGEST_TEXT = 10_000


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell as it is shown. A number stands at the right of its column."""

    text: str
    number: bool = False
    bold: bool = False


Row = Sequence[Shown | None]


def sheet_blocks(rows: Iterable[Row]) -> tuple[Block, ...]:
    """The table, and a word about it where there is more than is printed."""
    kept, left_out = _kept(rows)
    used = sorted({column for row in kept for column, cell in enumerate(row) if cell})
    if not used:
        return ()
    grid = Grid(tuple(_cells(row, used) for row in kept))
    return (grid, plain(MORE)) if left_out else (grid,)


def _kept(rows: Iterable[Row]) -> tuple[list[Row], bool]:
    """Rows with something in them, one empty one between them at most; whether there is more."""
    kept: list[Row] = []
    count, left_out, gap = 0, False, False
    for number, row in enumerate(rows):
        cells = sum(cell is not None for cell in row)
        if number >= MAX_ROWS or (count + cells > MAX_CELLS and kept):
            return kept, True
        if not cells:
            gap = bool(kept)
            continue
        if gap:
            kept.append(())
        gap = False
        left_out = left_out or any(row[MAX_COLUMNS:])
        kept.append(row[:MAX_COLUMNS])
        count += cells
    return kept, left_out


def _cells(row: Row, used: Sequence[int]) -> tuple[Cell, ...]:
    """A text runs over the empty cells at its right, as it does on the screen."""
    return tuple(_spread(row, used))


def _spread(row: Row, used: Sequence[int]) -> Iterator[Cell]:
    position = 0
    while position < len(used):
        shown = _at(row, used[position])
        if shown is None:
            yield Cell()
            position += 1
            continue
        end = position + 1
        while end < len(used) and _at(row, used[end]) is None and not shown.number:
            end += 1
        align = Align.RIGHT if shown.number else Align.LEFT
        text = shown.text[:_LONGEST_TEXT]
        yield Cell((Paragraph((Span(text, shown.bold),), 0, align),), end - position)
        position = end


def _at(row: Row, column: int) -> Shown | None:
    return row[column] if column < len(row) else None
