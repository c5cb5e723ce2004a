"""Paragraphs and tables set into lines: a table's row reads across its cells, tables in cells too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from intake.formats.sheet import Font, Part, text_width
from intake.formats.sheet_flow import Line, line_width, wrapped
from intake.office.content import Align, Block, Cell, Grid, PageBreak, Paragraph, Span

PADDING = 3.0
SIZE = 9.0
SMALLEST = 6.0

_HEADINGS = {1: 13.0, 2: 11.0, 3: 10.0}
_TAB = 36.0  # points between tab stops
_LEAST_GAP = 8.0
_SLACK = 24.0  # what a column gets at most beyond what it needs
_WIDEST = 300.0  # of a column, as long as others need the room
_LONGEST_WORD = 130.0
_LONGEST_PART = 1_400  # letters; the flow cuts longer ones
_LONGEST_IN_CELL = 20_000
_LONGEST_MEASURED = 400
_ROWS_MEASURED = 2_000
_BLANKS = re.compile(r" {3,}|\t")


@dataclass(frozen=True, slots=True)
class Widths:
    """Of a table's columns, in points, and the size of its letters."""

    columns: tuple[float, ...]
    size: float


def paragraph_lines(paragraph: Paragraph, width: float, size: float) -> list[Line]:
    size = _HEADINGS.get(paragraph.level, size)
    text = paragraph.text
    leading = len(text) - len(text.lstrip("\t"))
    indent = min(paragraph.indent + leading * _TAB, width / 2)
    lines: list[Line] = []
    for spans in _broken(paragraph.spans):
        lines += _tabbed(spans, paragraph.level > 0, width - indent, size)
    return [_moved(line, indent + _shift(paragraph.align, width - indent, line)) for line in lines]


def _broken(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """The spans of each line that the text itself begins."""
    line: list[Span] = []
    for span in spans:
        first, *others = span.text.split("\n")
        line.append(Span(first, span.bold))
        for text in others:
            yield line
            line = [Span(text, span.bold)]
    yield line


def _tabbed(spans: Sequence[Span], bold: bool, width: float, size: float) -> list[Line]:
    """One line of the text, at tab stops where it fits on one line, with gaps where it does not."""
    pieces = _pieces(spans, bold, size)
    line: Line = []
    for piece in pieces:
        set_piece = wrapped(piece, width) if piece else []
        if not set_piece:
            continue
        begin = _stop(line) if line else 0.0
        moved = _moved(set_piece[0], begin)
        if len(set_piece) > 1 or line_width(moved) > width:
            return wrapped(_with_gaps(pieces), width)
        line += moved
    return [line] if line else []


def _stop(line: Line) -> float:
    """The next tab stop behind a line."""
    return ((line_width(line) + _LEAST_GAP) // _TAB + 1) * _TAB


def _pieces(spans: Sequence[Span], bold: bool, size: float) -> list[list[Part]]:
    """What stands between tabs, and between blanks that were typed in their place."""
    pieces: list[list[Part]] = [[]]
    for span in spans:
        font = Font.BOLD if bold or span.bold else Font.REGULAR
        first, *others = _BLANKS.split(span.text)
        pieces[-1] += _parts(first, font, size)
        pieces += [_parts(text, font, size) for text in others]
    return pieces


def _parts(text: str, font: Font, size: float) -> list[Part]:
    parts: list[Part] = []
    for begin in range(0, len(text), _LONGEST_PART):
        piece = text[begin : begin + _LONGEST_PART]
        if piece.strip():
            parts.append(Part(piece, font=font, size=size))
    return parts


def _with_gaps(pieces: Sequence[Sequence[Part]]) -> list[Part]:
    parts: list[Part] = []
    for piece in pieces:
        for index, part in enumerate(piece):
            gap = 0.0 if index else _LEAST_GAP * 2
            parts.append(Part(part.text, part.field, part.font, part.size, part.grey, gap))
    return parts


def _moved(line: Line, by: float) -> Line:
    return [(x + by, part) for x, part in line]


def _shift(align: Align, width: float, line: Line) -> float:
    slack = max(0.0, width - line_width(line))
    return {Align.LEFT: 0.0, Align.CENTRE: slack / 2, Align.RIGHT: slack}[align]


def block_lines(block: Block, width: float, size: float) -> list[Line]:
    """What a block in a cell becomes, between 0 and `width`."""
    if isinstance(block, Paragraph):
        return paragraph_lines(_clipped(block), width, size)
    if isinstance(block, PageBreak):
        return []
    widths = squeezed(block, width, size)
    return [line for row in block.rows for line in row_lines(row, widths)]


def _clipped(paragraph: Paragraph) -> Paragraph:
    if len(paragraph.text) <= _LONGEST_IN_CELL:
        return paragraph
    text = paragraph.text[:_LONGEST_IN_CELL] + " …"
    return Paragraph((Span(text),), paragraph.level, paragraph.align, paragraph.indent)


def row_lines(row: Sequence[Cell], widths: Widths) -> list[Line]:
    """A row's lines, each across all its cells."""
    columns: list[list[Line]] = []
    column = 0
    for cell in row:
        if column >= len(widths.columns):
            break
        left = sum(widths.columns[:column]) + PADDING
        width = sum(widths.columns[column : column + cell.span]) - 2 * PADDING
        lines = [line for block in cell.blocks for line in block_lines(block, max(width, 4.0), widths.size)]
        columns.append([_moved(line, left) for line in lines])
        column += cell.span
    return [[run for line in across for run in line] for across in zip_longest(*columns, fillvalue=[])]


def fitting(grid: Grid, width: float) -> Widths | None:
    """Columns as wide as what is in them, in letters as large as they can be; None where not even words fit."""
    natural, least = _measured(grid, SIZE)
    padding = 2 * PADDING * len(natural)
    size = SIZE
    while size > SMALLEST and sum(natural) * size / SIZE + padding > width:
        size -= 1
    scale = size / SIZE
    if sum(least) * scale + padding > width:
        return None
    return _shared([n * scale for n in natural], [n * scale for n in least], width, size)


def squeezed(grid: Grid, width: float, size: float) -> Widths:
    """Columns that fill the width at the most, words broken where it must be: for a table that stands in a cell."""
    natural, least = _measured(grid, size)
    room = max(width - 2 * PADDING * len(natural), 1.0)
    if sum(least) > room:
        scale = room / sum(least)
        return Widths(tuple(n * scale + 2 * PADDING for n in least), size)
    return _shared(natural, least, width, size)


def bands(grid: Grid, width: float) -> Iterator[Grid]:
    """A table too wide for the page as several, from left to right, as a spreadsheet is printed."""
    _, least = _measured(grid, SMALLEST)
    begin, used = 0, 0.0
    for column, need in enumerate(least):
        if used + need + 2 * PADDING > width and column > begin:
            yield _cut(grid, begin, column)
            begin, used = column, 0.0
        used += need + 2 * PADDING
    yield _cut(grid, begin, len(least))


def _cut(grid: Grid, begin: int, end: int) -> Grid:
    return Grid(tuple(tuple(_cells_between(row, begin, end)) for row in grid.rows), grid.ruled)


def _cells_between(row: Sequence[Cell], begin: int, end: int) -> Iterator[Cell]:
    """A cell over several columns belongs where it begins."""
    column = 0
    for cell in row:
        here = max(column, begin), min(column + cell.span, end)
        if here[0] < here[1]:
            yield Cell(cell.blocks if column >= begin else (), here[1] - here[0])
        column += cell.span


def _shared(natural: Sequence[float], least: Sequence[float], width: float, size: float) -> Widths:
    """What each column needs, and its share of what is left or missing."""
    room = width - 2 * PADDING * len(natural)
    spare = room - sum(natural)
    if spare >= 0:
        more = min(spare / max(1, len(natural)), _SLACK)
        return Widths(tuple(n + more + 2 * PADDING for n in natural), size)
    wish = [n - s for n, s in zip(natural, least, strict=True)]
    share = (room - sum(least)) / (sum(wish) or 1.0)
    return Widths(tuple(s + w * share + 2 * PADDING for s, w in zip(least, wish, strict=True)), size)


def _measured(grid: Grid, size: float) -> tuple[list[float], list[float]]:
    """For each column what its texts take on one line, and its longest word."""
    natural, least = [0.0] * grid.columns, [0.0] * grid.columns
    spanning: list[tuple[int, int, float]] = []
    for row in grid.rows[:_ROWS_MEASURED]:
        column = 0
        for cell in row:
            end = min(column + cell.span, grid.columns)
            if cell.blocks and end > column:
                whole, word = _cell_needs(cell, size)
                if end - column == 1:
                    natural[column] = max(natural[column], whole)
                    least[column] = max(least[column], word)
                else:
                    spanning.append((column, end, whole))
            column += cell.span
    for begin, end, whole in spanning:
        missing = whole - sum(natural[begin:end]) - 2 * PADDING * (end - begin - 1)
        for column in range(begin, end):
            natural[column] += max(0.0, missing) / (end - begin)
    return natural, [max(n, min(w, 4.0)) for n, w in zip(least, natural, strict=True)]


def _cell_needs(cell: Cell, size: float) -> tuple[float, float]:
    needs = [_block_needs(block, size) for block in cell.blocks]
    return max(whole for whole, _ in needs), max(word for _, word in needs)


def _block_needs(block: Block, size: float) -> tuple[float, float]:
    if isinstance(block, PageBreak):
        return 0.0, 0.0
    if isinstance(block, Grid):
        natural, least = _measured(block, size)
        padding = 2 * PADDING * len(natural)
        return sum(natural) + padding, sum(least) + padding
    size = _HEADINGS.get(block.level, size)
    text = block.text[:_LONGEST_MEASURED]
    lines = [line for spans in _broken((Span(text),)) for line in _tabbed(spans, True, 10_000.0, size)]
    whole = max((line_width(line) for line in lines), default=0.0) + block.indent
    word = max((text_width(word, Font.BOLD, size) for word in text.split()), default=0.0)
    return min(whole, _WIDEST) + 1, min(word, _LONGEST_WORD) + 1
