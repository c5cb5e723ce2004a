"""A printed page as a list of texts and lines at their places: one layout gives the words, the PDF and the picture.

Measures are points from the page's top left corner; a text's `y` is its baseline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from storage.reading import Box, Page, Source, Word

WIDTH, HEIGHT = 595.276, 841.89  # A4
PICTURE_WIDTH, PICTURE_HEIGHT = 1132, 1600  # pixels, of the page images made from the PDF
# how far letters reach above and below the baseline, as parts of the font's size
ASCENT, DESCENT = 0.76, 0.24


class Font(StrEnum):
    """Bitstream Vera, which reportlab brings along: no font of the system is needed."""

    REGULAR = "Vera"
    BOLD = "VeraBd"
    ITALIC = "VeraIt"


@dataclass(frozen=True, slots=True)
class Part:
    """A text in one style; `field` names the field whose value it shows. `grey` goes from 0 (black) to 1.

    `gap` keeps it further away from what stands before it on its line, `glued` on one line with what follows."""

    text: str
    field: str = ""
    font: Font = Font.REGULAR
    size: float = 8
    grey: float = 0.1
    gap: float = 0
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a line at its place. `line` numbers the lines of the page in reading order."""

    x: float
    y: float
    line: int
    part: Part


@dataclass(frozen=True, slots=True)
class Stroke:
    """A rectangle filled with grey: an area, or a line where it is thin."""

    left: float
    top: float
    right: float
    bottom: float
    grey: float


@dataclass(frozen=True, slots=True)
class Sheet:
    runs: tuple[Run, ...]
    strokes: tuple[Stroke, ...]


@cache
def fonts_ready() -> None:
    """Makes the fonts known to reportlab, once in a process."""
    folder = Path(reportlab.__file__).parent / "fonts"
    for font in Font:
        pdfmetrics.registerFont(TTFont(font.value, str(folder / f"{font.value}.ttf")))


@lru_cache(maxsize=8192)  # tables say the same units, rates and amounts over and over
def text_width(text: str, font: Font, size: float) -> float:
    fonts_ready()
    return float(pdfmetrics.stringWidth(text, font.value, size))


def pages(sheets: Sequence[Sheet]) -> tuple[Page, ...]:
    """The sheets as read pages; width and height are those of their pictures, in pixels."""
    return tuple(
        Page(number, PICTURE_WIDTH, PICTURE_HEIGHT, Source.XML, 1.0, tuple(_words(sheet)))
        for number, sheet in enumerate(sheets, start=1)
    )


def places(sheets: Sequence[Sheet]) -> dict[str, tuple[int, Box]]:
    """Where each field's value stands: its first page (from 1), and the box around its words there."""
    found: dict[str, tuple[int, Box]] = {}
    for number, sheet in enumerate(sheets, start=1):
        for run in sheet.runs:
            name = run.part.field
            page, box = found.get(name, (number, None))
            if name and page == number:
                here = _box(run.x, run.x + text_width(run.part.text, run.part.font, run.part.size), run)
                found[name] = (number, box.union(here) if box else here)
    return found


def _words(sheet: Sheet) -> Iterator[Word]:
    for run in sheet.runs:
        part = run.part
        blank = text_width(" ", part.font, part.size)
        x = run.x
        for text in part.text.split(" "):
            width = text_width(text, part.font, part.size)
            if text:
                yield Word(text, _box(x, x + width, run), 1.0, run.line)
            x += width + blank


def _box(left: float, right: float, run: Run) -> Box:
    top, bottom = run.y - ASCENT * run.part.size, run.y + DESCENT * run.part.size
    return Box(
        round(max(0.0, left / WIDTH), 5),
        round(max(0.0, top / HEIGHT), 5),
        round(min(1.0, right / WIDTH), 5),
        round(min(1.0, bottom / HEIGHT), 5),
    )
