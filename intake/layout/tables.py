"""A table: a row of headings, and which cell of the rows below stands in which column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from intake.layout.sheet import Cell, Row, Sheet
from storage.reading import Box

# From a heading, a text that it names: "Q.tà" -> "quantity"; None where the words head no column.
NameHeading = Callable[[Cell], Sequence[tuple[str, Box]]]


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


def tables_of(sheet: Sheet, name_heading: NameHeading, fewest: int = 2) -> Iterator[Table]:
    """Every row with at least `fewest` headings of different names, as the head of a table.

    Headings printed on two lines are read together: a second row of headings right under the first adds to it."""
    skip_to = -1
    for number, row in enumerate(sheet.rows):
        if number < skip_to:
            continue
        headings = [heading for cell in row.cells for heading in name_heading(cell)]
        if len({name for name, _ in headings}) < fewest:
            continue
        skip_to = number + 1
        if number + 1 < len(sheet.rows):
            second = [heading for cell in sheet.rows[number + 1].cells for heading in name_heading(cell)]
            if second and len(second) == len(sheet.rows[number + 1].cells):
                known = {name for name, _ in headings}
                headings += [heading for heading in second if heading[0] not in known]
                skip_to = number + 2
        yield Table(tuple(sorted(headings, key=lambda h: h[1].left)), sheet.rows[skip_to:])
