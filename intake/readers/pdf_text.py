"""A PDF page's own words, by way of pdfplumber."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pdfplumber
from pdfplumber.page import Page as PlumberPage

from storage.reading import Box, Word

_SAME_LINE = 0.5  # of the smaller word's height
_SIGN_WIDTH = 0.5  # of its height
# How a bullet of the built-in fonts is told that pdfplumber has no letter for.
_BULLET = re.compile(r"\(cid:(?:127|149)\)")


def own_words(path: Path, number: int) -> tuple[Word, ...]:
    """The words of page `number` (from 1) as the PDF gives them, in rows from the top, each from the left.

    Boxes are fractions of the page as it is shown (crop box, turned by the page's /Rotate)."""
    with pdfplumber.open(path, pages=[number]) as document:
        page = document.pages[0]
        found = page.extract_words(x_tolerance_ratio=0.15, y_tolerance=2, use_text_flow=False)
        frame = _shown(page)
        words = [(_BULLET.sub("•", str(word["text"])), _box(word, frame)) for word in found]
    return tuple(_in_lines([(text, box) for text, box in words if box.width > 0 and box.height > 0]))


def _shown(page: PlumberPage) -> tuple[float, float, float, float]:
    """Left, top, width and height of the crop box in pdfplumber's coordinates.

    pdfplumber's own `cropbox` is wrong on turned pages; both boxes are taken as they stand in the file."""
    outer, inner = _ordered(page.page_obj.mediabox), _ordered(page.page_obj.cropbox)
    inner = (max(inner[0], outer[0]), max(inner[1], outer[1]), min(inner[2], outer[2]), min(inner[3], outer[3]))
    west, south, east, north = (abs(inner[side] - outer[side]) for side in range(4))
    width, height = inner[2] - inner[0], inner[3] - inner[1]
    left, top = {0: (west, north), 90: (south, west), 180: (east, south), 270: (north, east)}[page.rotation % 360]
    if page.rotation % 180:
        width, height = height, width
    return float(page.bbox[0]) + left, float(page.bbox[1]) + top, max(1.0, width), max(1.0, height)


def _ordered(box: Sequence[float]) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(value) for value in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _box(word: dict[str, float], frame: tuple[float, float, float, float]) -> Box:
    left, top, width, height = frame
    # The built-in fonts' metrics know no width of a euro sign or a bullet: half their height is about it.
    unknown = word["x1"] <= word["x0"]
    right = word["x0"] + _SIGN_WIDTH * (word["bottom"] - word["top"]) if unknown else word["x1"]
    edges = (
        (word["x0"] - left) / width,
        (word["top"] - top) / height,
        (right - left) / width,
        (word["bottom"] - top) / height,
    )
    return Box(*(min(1.0, max(0.0, edge)) for edge in edges))


def _in_lines(words: Sequence[tuple[str, Box]]) -> Iterator[Word]:
    rows: list[list[tuple[str, Box]]] = []
    for word in sorted(words, key=lambda word: word[1].middle[1]):
        if rows and _on_row(word[1], rows[-1][-1][1]):
            rows[-1].append(word)
        else:
            rows.append([word])
    for number, row in enumerate(rows):
        for text, box in sorted(row, key=lambda word: word[1].left):
            yield Word(text, box, 1.0, number)


def _on_row(box: Box, other: Box) -> bool:
    return abs(box.middle[1] - other.middle[1]) < _SAME_LINE * min(box.height, other.height)
