"""The content of an office file on A4 sheets, in one plain style."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from intake.formats.sheet import Font, Part, Sheet
from intake.formats.sheet_flow import LEFT, RIGHT, Flow, Line, baseline, line_height
from intake.office.content import MORE, Block, Content, Grid, PageBreak, Paragraph, says_something
from intake.office.lay import SIZE, bands, fitting, paragraph_lines, row_lines, squeezed

_AFTER = 3.0  # points under a paragraph
_AFTER_GRID = 8.0
_EMPTY_LINE = 7.0
_TALLEST_EMPTY = 60.0  # of empty lines in a row
_ROW = 2.0  # above and below a row's text


def print_content(content: Content, source: str) -> tuple[Sheet, ...]:
    """`source` says what the sheets were made from, as "un file DOCX", at the foot of each."""
    flow = Flow()
    print_blocks(flow, content.blocks)
    return flow.sheets(_footer(source))


def print_blocks(flow: Flow, blocks: Sequence[Block]) -> None:
    """The blocks one under the other, as far as there are sheets for them."""
    empty = 0.0
    for block in blocks:
        if flow.is_full:
            flow.text([Part(MORE, font=Font.ITALIC)])
            break
        if isinstance(block, Paragraph) and not says_something(block):
            empty += _EMPTY_LINE
            continue
        flow.y += min(empty, _TALLEST_EMPTY)
        empty = 0.0
        _print(flow, block)


def _footer(source: str) -> Callable[[int, int], Sequence[Part]]:
    def footer(number: int, of: int) -> Sequence[Part]:
        words = f"copia di lettura da {source} · pagina {number} di {of}"
        return [Part(words, size=6.5, grey=0.35)]

    return footer


def _print(flow: Flow, block: Block) -> None:
    if isinstance(block, Paragraph):
        _paragraph(flow, block)
    elif isinstance(block, PageBreak):
        flow.room(10_000)
    else:
        _grid(flow, block)


def _paragraph(flow: Flow, paragraph: Paragraph) -> None:
    if paragraph.level:
        flow.y += _AFTER
    _set(flow, paragraph_lines(paragraph, RIGHT - LEFT, SIZE))
    flow.y += _AFTER


def _set(flow: Flow, lines: Sequence[Line]) -> None:
    for line in lines:
        if flow.is_full:
            return
        height = line_height(line)
        flow.room(height)
        flow.set_line(line, LEFT, flow.y + baseline(line))
        flow.y += height


def _grid(flow: Flow, grid: Grid) -> None:
    if not grid.columns:
        return
    widths = fitting(grid, RIGHT - LEFT)
    if widths is None:
        parts = list(bands(grid, RIGHT - LEFT))
        if len(parts) > 1:
            for part in parts:
                _grid(flow, part)
            return
        widths = squeezed(grid, RIGHT - LEFT, SIZE)
    for row in grid.rows:
        if flow.is_full:
            return
        lines = row_lines(row, widths)
        flow.room(sum(line_height(line) for line in lines[:40]) + 2 * _ROW)
        flow.y += _ROW
        _set(flow, lines)
        flow.y += _ROW if lines else _EMPTY_LINE
        if grid.ruled and lines:
            flow.stroke(LEFT, LEFT + sum(widths.columns), flow.y, 0.4, 0.8)
    flow.y += _AFTER_GRID
