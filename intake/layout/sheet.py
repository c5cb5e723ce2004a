"""A page's words as rows of cells: the same for words read by OCR and for a PDF's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from storage.reading import Box, Page, Word

# A gap wider than this many heights of a word parts two cells; blanks of justified text stay below it.
_CELL_GAP = 1.25
_RULES = frozenset("|¦‖!_—–=~.·•[]{}")
_STEEPEST = 0.12


@dataclass(frozen=True, eq=False)
class Cell:
    """Words of one row without a wide gap between them. `box` is straightened: it is for comparing, not for showing."""

    words: tuple[Word, ...]
    box: Box
    page: int
    row: int
    column: int

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @cached_property
    def height(self) -> float:
        """The height of its print, as a fraction of the page's height."""
        return median(word.box.height for word in self.words)


@dataclass(frozen=True)
class Row:
    cells: tuple[Cell, ...]

    @cached_property
    def box(self) -> Box:
        return union([cell.box for cell in self.cells])

    @cached_property
    def text(self) -> str:
        """Cells parted by a tab."""
        return "\t".join(cell.text for cell in self.cells)


@dataclass(frozen=True)
class Sheet:
    """A page as rows from top to bottom. `line_height` is that of its usual print, as a fraction of the page's height;
    `aspect` is the page's width over its height: a width times `aspect` compares with a height."""

    page: int
    rows: tuple[Row, ...]
    line_height: float
    aspect: float

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        return tuple(cell for row in self.rows for cell in row.cells)


def union(boxes: Sequence[Box]) -> Box:
    return Box(
        min(b.left for b in boxes), min(b.top for b in boxes), max(b.right for b in boxes), max(b.bottom for b in boxes)
    )


def words_box(words: Sequence[Word]) -> Box:
    """Where the words stand on the page as it is shown."""
    return union([word.box for word in words])


def _slope(page: Page) -> float:
    """How much the lines fall per unit of width, in fractions of the page, from the reader's own lines."""
    slopes: list[float] = []
    for line in page.lines:
        tall = [word for word in line if len(word.text) > 2]
        if len(tall) > 1 and tall[-1].box.left - tall[0].box.left > 0.15:
            rise = tall[-1].box.middle[1] - tall[0].box.middle[1]
            slopes.append(rise / (tall[-1].box.middle[0] - tall[0].box.middle[0]))
    slope = median(slopes) if len(slopes) > 2 else 0.0
    return slope if abs(slope) < _STEEPEST else 0.0


def _straightened(word: Word, slope: float) -> Box:
    shift = slope * (word.box.middle[0] - 0.5)
    return Box(word.box.left, word.box.top - shift, word.box.right, word.box.bottom - shift)


def _is_rule(word: Word) -> bool:
    return all(character in _RULES for character in word.text)


Placed = tuple[Word, Box]


def _grouped(placed: Sequence[Placed], usual: float) -> list[list[Placed]]:
    """Words of about the same height on the page form a row; print of usual size decides first, odd sizes join it."""
    rows: list[tuple[float, float, list[Placed]]] = []
    usual_first = sorted(placed, key=lambda p: (not 0.5 * usual < p[1].height < 1.8 * usual, p[1].middle[1]))
    for word, box in usual_first:
        middle = box.middle[1]
        best = min(rows, key=lambda row: abs(row[0] - middle), default=None)
        if best is not None and abs(best[0] - middle) < 0.5 * max(0.6 * usual, min(best[1], box.height)):
            best[2].append((word, box))
        else:
            rows.append((middle, box.height, [(word, box)]))
    return [members for _, _, members in sorted(rows, key=lambda row: row[0])]


def _runs(row: Sequence[Placed], aspect: float, usual: float) -> list[list[Placed]]:
    """A row's words from left to right, parted where a wide gap or a printed rule stands between them."""
    runs: list[list[Placed]] = [[]]
    ordered = sorted(row, key=lambda p: p[1].left)
    heights = [box.height for word, box in ordered if not _is_rule(word)]
    gap = _CELL_GAP * max(median(heights) if heights else usual, 0.7 * usual) / aspect
    last_right: float | None = None
    for word, box in ordered:
        if word.text.strip("|¦‖[]{}!") == "":
            runs.append([])
            continue
        if last_right is not None and box.left - last_right > gap:
            runs.append([])
        runs[-1].append((word, box))
        last_right = box.right
    return [run for run in runs if any(not _is_rule(word) for word, _ in run)]


def sheet_of(page: Page) -> Sheet:
    """Rows and cells of a page; an empty page gives a sheet without rows."""
    aspect = page.width / page.height if page.width > 0 and page.height > 0 else 0.707
    words = [word for word in page.words if word.text.strip()]
    heights = [word.box.height for word in words if len(word.text) > 1 and not _is_rule(word)]
    usual = median(heights) if heights else 0.01
    slope = _slope(page)
    rows: list[Row] = []
    for members in _grouped([(word, _straightened(word, slope)) for word in words], usual):
        runs = _runs(members, aspect, usual)
        cells = tuple(
            Cell(tuple(word for word, _ in run), union([box for _, box in run]), page.number, len(rows), column)
            for column, run in enumerate(runs)
        )
        if cells:
            rows.append(Row(cells))
    return Sheet(page.number, tuple(rows), usual, aspect)
