"""Plain text files -> pages of words, set as a printer with fixed-width letters would."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from intake.errors import TooManyPages, UnknownType
from intake.media import decode
from intake.office.errors import OfficeTooLarge
from storage.reading import Box, Page, Source, Word

_LINES_A_PAGE = 66
_COLUMNS_A_PAGE = 100
_WIDTH, _HEIGHT = 595, 842  # A4 in points
_MOST_BYTES = 20_000_000
_LONGEST_LINE = 400
_WORD = re.compile(r"\S+")


def read_text(path: Path, max_pages: int) -> tuple[Page, ...]:
    """The pages of a text file: form feeds begin a page, and so does line 67.

    Raises UnknownType, TooManyPages, OfficeTooLarge."""
    if path.stat().st_size > _MOST_BYTES:
        raise OfficeTooLarge(reason=f"> {_MOST_BYTES // 1_000_000} MB")
    text = decode(path.read_bytes())
    if text is None:
        raise UnknownType
    sheets = list(_sheets(text))
    if len(sheets) > max_pages:
        raise TooManyPages(pages=len(sheets), limit=max_pages)
    return tuple(_page(number, lines) for number, lines in enumerate(sheets, start=1))


def _sheets(text: str) -> Iterator[list[str]]:
    for part in text.rstrip().split("\f"):
        lines = [piece for line in part.expandtabs(8).splitlines() or [""] for piece in _pieces(line)]
        for start in range(0, len(lines), _LINES_A_PAGE):
            yield lines[start : start + _LINES_A_PAGE]


def _pieces(line: str) -> list[str]:
    """A line that was never meant for paper, in pieces of a long line's length."""
    if len(line) <= _LONGEST_LINE:
        return [line]
    return [line[begin : begin + _LONGEST_LINE] for begin in range(0, len(line), _LONGEST_LINE)]


def _page(number: int, lines: Sequence[str]) -> Page:
    columns = max(_COLUMNS_A_PAGE, *(len(line) for line in lines))
    words = tuple(_words(lines, columns))
    return Page(number, _WIDTH, _HEIGHT, Source.TEXT, 1.0, words)


def _words(lines: Sequence[str], columns: int) -> Iterator[Word]:
    printed = (line for line in enumerate(lines) if line[1].strip())
    for line_number, (row, line) in enumerate(printed):
        top, bottom = row / _LINES_A_PAGE, (row + 1) / _LINES_A_PAGE
        for match in _WORD.finditer(line):
            box = Box(match.start() / columns, top, match.end() / columns, bottom)
            yield Word(match.group(), box, 1.0, line_number)
