"""A PDF page's own words, by way of pdfplumber."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pdfplumber
from pdfplumber.page import Page as PlumberPage

from storage.reading import Box, Word

_SAME_LINE = 0.5  # of the smaller word's height


def own_words(path: Path, number: int) -> tuple[Word, ...]:
    """The words of page `number` (from 1) as the PDF gives them, in rows from the top, each from the left.

    Boxes are fractions of the page as it is shown (crop box, turned by the page's /Rotate)."""
    with pdfplumber.open(path, pages=[number]) as document:
        page = document.pages[0]
        found = page.extract_words(x_tolerance_ratio=0.15, y_tolerance=2, use_text_flow=False)
        frame = _shown(page)
        words = [(str(word["text"]), _box(word, frame)) for word in found]
    return tuple(_in_lines([(text, box) for text, box in words if box.width > 0 and box.height > 0]))


def _shown(page: PlumberPage) -> tuple[float, float, float, float]:
    left, top, right, bottom = (float(value) for value in page.cropbox)
    outer = tuple(float(value) for value in page.mediabox)
    left, top, right, bottom = max(left, outer[0]), max(top, outer[1]), min(right, outer[2]), min(bottom, outer[3])
    return left, top, max(1.0, right - left), max(1.0, bottom - top)


def _box(word: dict[str, float], frame: tuple[float, float, float, float]) -> Box:
    left, top, width, height = frame
    edges = (
        (word["x0"] - left) / width,
        (word["top"] - top) / height,
        (word["x1"] - left) / width,
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
