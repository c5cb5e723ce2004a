"""Sheets as pages of words, as a PDF's own text gives them: in rows from the top, each from the left."""

from __future__ import annotations

from math import cos, radians, sin
from typing import NamedTuple

from storage.reading import Box, Page, Source, Word
from training.composing.drawing import Run, Sheet
from training.composing.fonts import width_of

_DESCENT = {"Helvetica": 0.207, "Times": 0.217, "Courier": 0.157, "Vera": 0.236}
_SAME_ROW = 0.5  # of the smaller word's height


class Printed(NamedTuple):
    """A word where it is printed. `zone` numbers the block it stands in; `base` is its baseline, a fraction too."""

    text: str
    box: Box
    field: str | None
    zone: int
    base: float
    pale: bool = False  # light print on a dark ground


def printed_on(sheet: Sheet) -> list[Printed]:
    """Every word of a sheet, in the order of drawing. Boxes hold the font's full height, as PDF readers give them."""
    return [word for run, zone in sheet.runs for word in _words_of(run, zone, sheet.width, sheet.height)]


def _words_of(run: Run, zone: int, wide: float, high: float) -> list[Printed]:
    descent = _DESCENT.get(run.face.name.split("-")[0], 0.21) * run.size
    words = []
    at = run.left
    for token in run.tokens:
        width = width_of(token.text, run.face, run.size)
        left, top, right, bottom = at, run.base - run.size + descent, at + width, run.base + descent
        if run.angle:
            left, top, right, bottom = _turned((left, top, right, bottom), run)
        box = Box(
            min(1.0, max(0.0, left / wide)),
            min(1.0, max(0.0, top / high)),
            min(1.0, max(0.0, right / wide)),
            min(1.0, max(0.0, bottom / high)),
        )
        words.append(Printed(token.text, box, token.field, zone, (bottom - descent) / high, run.colour == "#ffffff"))
        at += width + run.space
    return words


def _turned(box: tuple[float, float, float, float], run: Run) -> tuple[float, float, float, float]:
    slant = radians(-run.angle)
    corners = [(x - run.left, y - run.base) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs = [run.left + x * cos(slant) - y * sin(slant) for x, y in corners]
    ys = [run.base + x * sin(slant) + y * cos(slant) for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def in_rows(words: list[Printed]) -> list[list[Printed]]:
    """Words by rows over the whole width of the page, each from the left."""
    rows: list[list[Printed]] = []
    middle = height = 0.0
    for word in sorted(words, key=lambda w: w.box[1] + w.box[3]):
        box = word.box
        own_middle, own_height = (box[1] + box[3]) / 2, box[3] - box[1]
        if rows and abs(own_middle - middle) < _SAME_ROW * min(own_height, height):
            rows[-1].append(word)
        else:
            rows.append([word])
        middle, height = own_middle, own_height
    return [sorted(row, key=lambda w: w.box[0]) for row in rows]


def page_of(sheet: Sheet, number: int) -> tuple[Page, tuple[str | None, ...]]:
    """The sheet as a PDF's own text gives it, and for each word the field that it writes."""
    rows = in_rows(printed_on(sheet))
    words = tuple(Word(w.text, w.box, 1.0, line) for line, row in enumerate(rows) for w in row)
    fields = tuple(w.field for row in rows for w in row)
    return Page(number, round(sheet.width), round(sheet.height), Source.TEXT, 1.0, words), fields
