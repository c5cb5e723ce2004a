"""Sets texts and tables one under the other, over as many sheets as they need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from intake.formats.sheet import ASCENT, DESCENT, HEIGHT, WIDTH, Font, Part, Run, Sheet, Stroke, text_width

LEFT, RIGHT, TOP, BOTTOM = 42.0, WIDTH - 42.0, 40.0, HEIGHT - 52.0
LEADING = 1.32
PADDING = 3.0  # of a table's cell, on each side
MAX_SHEETS = 150
MAX_LETTERS = 1500  # of one text

Line = list[tuple[float, Part]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `width` is its share of the table's."""

    title: str
    width: float
    right: bool = False


Cell = Sequence[Part]


class Flow:
    """The sheets being set: `y` is where the next thing begins on the last of them."""

    def __init__(self) -> None:
        self._done: list[Sheet] = []
        self._runs: list[Run] = []
        self._strokes: list[Stroke] = []
        self._line = 0
        self.y = TOP

    @property
    def is_full(self) -> bool:
        """Whether no further sheet should be begun."""
        return len(self._done) >= MAX_SHEETS

    def new_sheet(self) -> None:
        self._done.append(Sheet(tuple(self._runs), tuple(self._strokes)))
        self._runs, self._strokes, self._line, self.y = [], [], 0, TOP

    def room(self, height: float) -> None:
        """Begins a new sheet where `height` does not fit on this one any more."""
        if self.y + height > BOTTOM and self.y > TOP:
            self.new_sheet()

    def stroke(self, left: float, right: float, top: float, height: float, grey: float) -> None:
        self._strokes.append(Stroke(left, top, right, top + height, grey))

    def set_line(self, line: Line, left: float, baseline: float, same_line: bool = False) -> None:
        """Puts a line at its place; with `same_line` it reads on in the line before."""
        if not same_line:
            self._line += 1
        self._runs += [Run(left + x, baseline, self._line - 1, part) for x, part in line]

    def text(self, parts: Sequence[Part], left: float = LEFT, right: float = RIGHT) -> None:
        """A paragraph between `left` and `right`."""
        for line in wrapped(parts, right - left):
            height = line_height(line)
            self.room(height)
            self.set_line(line, left, self.y + baseline(line))
            self.y += height

    def sheets(self, footer: Callable[[int, int], Sequence[Part]]) -> tuple[Sheet, ...]:
        """All sheets; `footer` gives the text at the foot of a sheet from its number and how many there are."""
        if self._runs or not self._done:
            self.new_sheet()
        finished = []
        for number, sheet in enumerate(self._done, start=1):
            line = wrapped(footer(number, len(self._done)), RIGHT - LEFT)[0]
            last = max((run.line for run in sheet.runs), default=-1)
            runs = [Run(LEFT + x, HEIGHT - 30, last + 1, part) for x, part in line]
            rule = Stroke(LEFT, HEIGHT - 43, RIGHT, HEIGHT - 42.6, 0.8)
            finished.append(Sheet((*sheet.runs, *runs), (*sheet.strokes, rule)))
        return tuple(finished)

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> None:
        """Rows under their headings, which stand again on every sheet; a row is only split where no sheet holds it."""
        widths = [column.width * (RIGHT - LEFT) for column in columns]
        lefts = [LEFT + sum(widths[:index]) for index in range(len(columns))]
        heading = [wrapped([_heading(c.title)], w - 2 * PADDING) for c, w in zip(columns, widths, strict=True)]
        self.room(_tallest(heading) + 24)
        self._row(columns, lefts, widths, heading, fill=True)
        for row in rows:
            cells = [wrapped(cell, width - 2 * PADDING) for cell, width in zip(row, widths, strict=True)]
            if self.y + min(_tallest(cells) + 2 * PADDING, BOTTOM - TOP - 40) > BOTTOM:
                if self.is_full:
                    self.text([replace(_heading("… il seguito è nel file XML"), font=Font.ITALIC)])
                    return
                self.new_sheet()
                self._row(columns, lefts, widths, heading, fill=True)
            self._row(columns, lefts, widths, cells)

    def _row(
        self,
        columns: Sequence[Column],
        lefts: Sequence[float],
        widths: Sequence[float],
        cells: Sequence[list[Line]],
        fill: bool = False,
    ) -> None:
        """One row, line by line over all its cells, so that it reads across."""
        height = _tallest(cells) + 2 * PADDING
        if fill:
            self.stroke(LEFT, RIGHT, self.y, height, 0.93)
        self.y += PADDING
        for index in range(max((len(cell) for cell in cells), default=0)):
            self._across(columns, lefts, widths, [cell[index] if index < len(cell) else [] for cell in cells])
        self.y += PADDING
        self.stroke(LEFT, RIGHT, self.y, 0.4, 0.8)

    def _across(
        self, columns: Sequence[Column], lefts: Sequence[float], widths: Sequence[float], lines: Sequence[Line]
    ) -> None:
        height = max((line_height(line) for line in lines), default=0.0)
        if self.y + height > BOTTOM:
            self.new_sheet()
        base = self.y + max((baseline(line) for line in lines), default=0.0)
        begun = False
        for column, left, width, line in zip(columns, lefts, widths, lines, strict=True):
            if line:
                slack = width - 2 * PADDING - line_width(line) if column.right else 0.0
                self.set_line(line, left + PADDING + slack, base, same_line=begun)
                begun = True
        self.y += height


def _heading(title: str) -> Part:
    return Part(title, size=6.5, grey=0.35)


def _tallest(cells: Sequence[list[Line]]) -> float:
    return max((sum(line_height(line) for line in cell) for cell in cells), default=0.0)


def line_height(line: Line) -> float:
    return max((part.size for _, part in line), default=0.0) * LEADING


def baseline(line: Line) -> float:
    """From the line's top to its baseline."""
    size = max((part.size for _, part in line), default=0.0)
    return size * (LEADING - ASCENT - DESCENT) / 2 + size * ASCENT


def line_width(line: Line) -> float:
    x, part = line[-1]
    return x + text_width(part.text, part.font, part.size)


def wrapped(parts: Sequence[Part], width: float) -> list[Line]:
    """The lines that `parts`, set one after the other, fill; a part "\\n" begins a new one."""
    lines: list[Line] = [[]]
    for part in parts:
        if part.text == "\n":
            lines.append([])
        for index, word in enumerate(_clipped(part.text).split()):
            for piece in _pieces(word, part, width):
                _set(lines, replace(part, text=piece), width, 0 if index else part.gap)
    return [line for line in lines if line]


def _set(lines: list[Line], piece: Part, width: float, gap: float) -> None:
    """Puts a word at the end of the last line, or on a new one where it does not fit."""
    length = text_width(piece.text, piece.font, piece.size)
    x = _behind(lines[-1], piece, gap)
    if x and x + length > width:
        last = lines[-1][-1][1]
        keeps = last.glued and not piece.glued and len(lines[-1]) > 1
        lines.append([(0.0, lines[-1].pop()[1])] if keeps else [])
        x = _behind(lines[-1], piece, gap)
    _append(lines[-1], x, piece)


def _behind(line: Line, piece: Part, gap: float) -> float:
    """Where `piece` begins on the line."""
    return line_width(line) + text_width(" ", piece.font, piece.size) + gap if line else 0.0


def _append(line: Line, x: float, part: Part) -> None:
    """Words of one style become one run."""
    if line:
        begin, last = line[-1]
        if replace(last, text="") == replace(part, text=""):
            line[-1] = (begin, replace(last, text=f"{last.text} {part.text}"))
            return
    line.append((x, part))


def _clipped(text: str) -> str:
    return text if len(text) <= MAX_LETTERS else text[:MAX_LETTERS] + "…"


def _pieces(word: str, part: Part, width: float) -> list[str]:
    """A word that is longer than the line, in pieces that fit."""
    if text_width(word, part.font, part.size) <= width:
        return [word]
    pieces, piece, length = [], "", 0.0
    for letter in word:
        more = text_width(letter, part.font, part.size)
        if piece and length + more > width:
            pieces.append(piece)
            piece, length = "", 0.0
        piece, length = piece + letter, length + more
    return [*pieces, piece]
