"""Pages made from text, for tests: each character has its place, as typed; "# " before a line makes it large."""

from __future__ import annotations

import re
from textwrap import dedent

from storage.reading import Box, Page, Source, Word

_COLUMNS, _LINES = 100, 60


def page_of(text: str, *, number: int = 1, slant: float = 0.0, source: Source = Source.OCR) -> Page:
    """One page: lines one under the other, words by their columns; `slant` is the fall of lines over the width."""
    words: list[Word] = []
    for row, printed in enumerate(dedent(text).strip("\n").split("\n")):
        large = printed.startswith("# ")
        line = printed[2:] if large else printed
        height, width = (0.018, 0.016) if large else (0.011, 0.0095)
        for match in re.finditer(r"\S+", line):
            left, right = 0.03 + match.start() * width, 0.03 + match.end() * width - 0.002
            top = 0.03 + row * (0.95 / _LINES) + slant * (left + right) / 2
            words.append(Word(match.group(), Box(left, top, right, top + height), 0.95, row))
    return Page(number, 2480, 3508, source, 0.95, tuple(words))
