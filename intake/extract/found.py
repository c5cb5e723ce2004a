"""A value found on a page, whatever it may turn out to mean."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from intake.layout.sheet import Cell, Row, Sheet, words_box
from storage.kinds import FieldType
from storage.reading import Box, Word


@dataclass(frozen=True)
class Found:
    """`value` is canonical. `quality` is how surely the characters write this value, 0..1, whatever it means:
    low where a check digit fails or characters had to be taken for others. `cell` holds words[first:last + 1]."""

    type: FieldType
    value: str
    quality: float
    cell: Cell
    first: int
    last: int
    note: str = ""

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return self.cell.words[self.first : self.last + 1]

    @cached_property
    def box(self) -> Box:
        """Where it stands on the page as shown."""
        return words_box(self.words)

    @cached_property
    def place(self) -> Box:
        """Where it stands on the straightened page, for comparing."""
        shift = self.cell.box.middle[1] - words_box(self.cell.words).middle[1]
        box = self.box
        return Box(box.left, box.top + shift, box.right, box.bottom + shift)

    @property
    def reader_confidence(self) -> float:
        return min(word.confidence for word in self.words)


class CellText:
    """A cell's text with the way back from characters to words."""

    def __init__(self, cell: Cell) -> None:
        self.cell = cell
        self.text = cell.text
        self._starts: list[int] = []
        position = 0
        for word in cell.words:
            self._starts.append(position)
            position += len(word.text) + 1

    def start_of(self, word: int) -> int:
        """The character at which a word begins."""
        return self._starts[word]

    def end_of(self, word: int) -> int:
        """The character behind a word's last one."""
        return self._starts[word] + len(self.cell.words[word].text)

    def words_at(self, start: int, end: int) -> tuple[int, int]:
        """The numbers of the first and the last word that the characters start..end touch."""
        return bisect_right(self._starts, start) - 1, bisect_right(self._starts, max(start, end - 1)) - 1


def cell_texts(sheet: Sheet) -> Iterator[CellText]:
    for cell in sheet.cells:
        yield CellText(cell)


def joined(row: Row) -> Cell:
    """A whole row as one cell: for values whose parts stand in boxes of their own."""
    words = tuple(word for cell in row.cells for word in cell.words)
    return Cell(words, row.box, row.cells[0].page, row.cells[0].row, 0)
