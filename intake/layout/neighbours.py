"""What stands right of a cell and what stands below it: where forms and letters put the value of a label."""

from __future__ import annotations

from collections.abc import Iterator

from intake.layout.sheet import Cell, Sheet
from storage.reading import Box

# Rows further apart than this many line heights belong to different boxes of a form.
_FARTHEST = 4.0


def overlap(a: Box, b: Box) -> float:
    """The share of the narrower one's width that both have in common, 0..1."""
    common = min(a.right, b.right) - max(a.left, b.left)
    return max(0.0, common) / max(1e-6, min(a.width, b.width))


def starts_below(above: Box, below: Box, slack: float) -> bool:
    """Whether `below` stands in the column of `above`: they overlap, or an edge of both agrees within `slack`."""
    return overlap(above, below) > 0.3 or abs(above.left - below.left) < slack or abs(above.right - below.right) < slack


def right_of(sheet: Sheet, cell: Cell) -> Iterator[Cell]:
    """The cells right of `cell` in its row, nearest first."""
    yield from sheet.rows[cell.row].cells[cell.column + 1 :]


def below(sheet: Sheet, cell: Cell, rows: int = 3) -> Iterator[Cell]:
    """The cells under `cell` in at most `rows` rows, nearest first, as long as no wide gap parts them."""
    slack = 1.5 * sheet.line_height / sheet.aspect
    last = cell.box.bottom
    for row in sheet.rows[cell.row + 1 : cell.row + 1 + 2 * rows]:
        if row.box.top - last > _FARTHEST * sheet.line_height:
            return
        under = [other for other in row.cells if starts_below(cell.box, other.box, slack)]
        if under:
            yield min(under, key=lambda other: abs(other.box.left - cell.box.left))
            last = max(last, under[0].box.bottom)
            rows -= 1
            if rows == 0:
                return


def above(sheet: Sheet, box: Box, row: int, rows: int = 6) -> Iterator[Cell]:
    """The cells over a box that stands in row number `row`, nearest first."""
    slack = 1.0 * sheet.line_height / sheet.aspect
    for other_row in reversed(sheet.rows[max(0, row - rows) : row]):
        for other in other_row.cells:
            if starts_below(other.box, box, slack):
                yield other
