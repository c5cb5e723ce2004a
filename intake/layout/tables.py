"""A table: a row of headings, and which cell of the rows below stands in which column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from intake.layout.neighbours import overlap
from intake.layout.sheet import Cell, Row, Sheet, union
from storage.reading import Box

# From a heading, a text that it names: "Q.tà" -> "quantity"; None where the words head no column.
NameHeading = Callable[[Cell], Sequence[tuple[str, Box]]]

# Lines of one head stand at most this many line heights apart.
_LEADING = 1.2
_MOST_LINES = 3


@dataclass(frozen=True)
class Table:
    """`headings` from left to right; `rows` are all rows of the sheet below them, to be left by whoever reads on."""

    headings: tuple[tuple[str, Box], ...]
    rows: tuple[Row, ...]

    def column(self, name: str) -> Box | None:
        return next((box for heading, box in self.headings if heading == name), None)

    def heading_of(self, box: Box) -> str | None:
        """The heading whose column a box stands in: the one it overlaps, else the last one that begins left of it.

        Headings are often aligned left over figures aligned right, so that a figure stands beside its own heading."""
        if not self.headings:
            return None
        over = max(self.headings, key=lambda heading: _common(heading[1], box))
        if _common(over[1], box) > 0:
            return over[0]
        before = [name for name, heading in self.headings if heading.left <= box.left]
        return before[-1] if before else self.headings[0][0]


def _common(heading: Box, box: Box) -> float:
    return min(heading.right, box.right) - max(heading.left, box.left)


def _is_head_line(row: Row, name_heading: NameHeading) -> bool:
    """Whether a row can be one of several lines of a head: most of its cells are headings or parts of one."""
    named = sum(bool(name_heading(cell)) for cell in row.cells)
    return named * 2 >= len(row.cells) and not any(c.isdigit() for c in row.text)


def _head_lines(sheet: Sheet, number: int, name_heading: NameHeading) -> Sequence[Row]:
    """The rows of a head that begins with row `number`."""
    end = number + 1
    while end < min(len(sheet.rows), number + _MOST_LINES):
        leading = sheet.rows[end].box.top - sheet.rows[end - 1].box.bottom
        if leading > _LEADING * sheet.line_height or not _is_head_line(sheet.rows[end], name_heading):
            break
        end += 1
    return sheet.rows[number:end]


def _stacked(rows: Sequence[Row]) -> list[Cell]:
    """The cells of several lines of a head, those over each other as one cell."""
    cells = list(rows[0].cells)
    for row in rows[1:]:
        for cell in row.cells:
            over = [i for i, upper in enumerate(cells) if overlap(upper.box, cell.box) > 0.5]
            if len(over) == 1:
                upper = cells[over[0]]
                cells[over[0]] = Cell(
                    (*upper.words, *cell.words), union([upper.box, cell.box]), cell.page, upper.row, upper.column
                )
            else:
                cells.append(cell)
    return cells


def _named(cells: Sequence[Cell], name_heading: NameHeading) -> list[tuple[str, Box]]:
    return sorted((heading for cell in cells for heading in name_heading(cell)), key=lambda h: h[1].left)


def tables_of(sheet: Sheet, name_heading: NameHeading, fewest: int = 2) -> Iterator[Table]:
    """Every row with at least `fewest` headings of different names, as the head of a table.

    A head may have up to three lines: cells over each other are read together ("Prezzo" over "unitario")."""
    skip_to = 0
    for number, row in enumerate(sheet.rows):
        if number < skip_to or not any(name_heading(cell) for cell in row.cells):
            continue
        lines = _head_lines(sheet, number, name_heading)
        headings = _named(_stacked(lines), name_heading)
        alone = _named(row.cells, name_heading)
        if len({name for name, _ in alone}) > len({name for name, _ in headings}):
            headings, lines = alone, lines[:1]
        if len({name for name, _ in headings}) >= fewest:
            skip_to = number + len(lines)
            yield Table(tuple(headings), sheet.rows[skip_to:])
