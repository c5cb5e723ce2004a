"""Tables in text: CSV with commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from intake.media import decode
from intake.office.content import Block, Content
from intake.office.errors import DamagedOffice
from intake.office.spreadsheet import Shown, sheet_blocks

_DELIMITERS = (";", "\t", ",", "|")
_SAMPLE_LINES = 40
_LEAST_LINES = 2
_LONGEST_FIELD = 20_000
_MOST_BYTES = 10_000_000  # more than is ever printed
_FIGURES = frozenset("0123456789.,-+€% ")


def read_csv(path: Path) -> Content:
    """Raises DamagedOffice."""
    with path.open("rb") as file:
        text = decode(file.read(_MOST_BYTES))
    if text is None:
        raise DamagedOffice(reason="CSV")
    return Content(csv_blocks(text))


def csv_blocks(text: str) -> tuple[Block, ...]:
    delimiter = delimiter_of(text) or _most_frequent(text)
    return sheet_blocks(_rows(text, delimiter))


def delimiter_of(text: str) -> str | None:
    """What parts the columns; None where the text is no table."""
    lines = [line for line in text[:200_000].splitlines() if line.strip()][: _SAMPLE_LINES + 1]
    if len(lines) > 1 and len(text) > 200_000:
        lines.pop()
    for delimiter in _DELIMITERS:
        rows = _parsed(lines, delimiter)
        if len(rows) >= _LEAST_LINES and _is_table(rows, delimiter):
            return delimiter
    return None


def _is_table(rows: list[list[str]], delimiter: str) -> bool:
    """Prose has commas too: its pieces are sentences, and no two lines have as many."""
    counts = [len(row) for row in rows]
    usual = max(set(counts), key=counts.count)
    alike = counts.count(usual)
    if usual < 3 or alike < max(_LEAST_LINES, 0.9 * len(rows)):
        return False
    if any(row[0].startswith((" ", "\t")) for row in rows):
        return False
    cells = [cell for row in rows for cell in row]
    if delimiter == ",":
        # behind a comma in prose stands a blank
        if sum(cell.startswith(" ") for cell in cells) > 0.2 * len(cells):
            return False
        return len(rows) > _LEAST_LINES or usual > 3
    return sum(len(cell) for cell in cells) < 60 * len(cells) and len({row[0] for row in rows}) > 1


def _parsed(lines: list[str], delimiter: str) -> list[list[str]]:
    try:
        return [row for row in csv.reader(lines, delimiter=delimiter) if row]
    except csv.Error:
        return []


def _most_frequent(text: str) -> str:
    sample = text[:100_000]
    return max(_DELIMITERS, key=sample.count)


def _rows(text: str, delimiter: str) -> Iterator[list[Shown | None]]:
    lines = (line[:_LONGEST_FIELD] for line in text.replace("\0", "").splitlines())
    try:
        for row in csv.reader(lines, delimiter=delimiter):
            yield [_shown(cell) for cell in row]
    except csv.Error as error:
        raise DamagedOffice(reason="CSV") from error


def _shown(cell: str) -> Shown | None:
    text = " ".join(cell.split())
    return Shown(text, all(character in _FIGURES for character in text)) if text else None
