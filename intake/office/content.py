"""What an office file says, whatever its format: paragraphs, tables and page breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

MORE = "… il seguito è nel file originale"
MAX_COLUMNS = 200


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Span:
    """A text in one style; a tab in it goes to the next tab stop, a line feed begins a line."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`level` is 1 for a title, 2 and 3 for headings under it, 0 for the rest; `indent` is in points."""

    spans: tuple[Span, ...]
    level: int = 0
    align: Align = Align.LEFT
    indent: float = 0

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page."""


@dataclass(frozen=True, slots=True)
class Cell:
    """`span` is over how many columns it goes."""

    blocks: tuple[Block, ...] = ()
    span: int = 1

    @property
    def is_empty(self) -> bool:
        return not any(says_something(block) for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. Rows may be of different lengths. `ruled` draws a line under each row."""

    rows: tuple[tuple[Cell, ...], ...]
    ruled: bool = True

    @property
    def columns(self) -> int:
        return min(MAX_COLUMNS, max((sum(cell.span for cell in row) for row in self.rows), default=0))


Block = Paragraph | Grid | PageBreak


@dataclass(frozen=True, slots=True)
class Content:
    """`title` is what the file calls itself, or empty."""

    blocks: tuple[Block, ...]
    title: str = ""


def plain(text: str, level: int = 0, align: Align = Align.LEFT) -> Paragraph:
    return Paragraph((Span(text),), level, align)


def says_something(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return bool(block.text.strip())
    return isinstance(block, Grid) and any(not cell.is_empty for row in block.rows for cell in row)


def joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Neighbours of one style as one."""
    together: list[Span] = []
    texts: list[str] = []
    for span in spans:
        if together and together[-1].bold == span.bold:
            texts.append(span.text)
            continue
        if together:
            together[-1] = Span("".join(texts), together[-1].bold)
        together.append(span)
        texts = [span.text]
    if together:
        together[-1] = Span("".join(texts), together[-1].bold)
    return tuple(together)
