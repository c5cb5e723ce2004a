"""Dates and months on a page: in figures, with names of months, in boxes of their own, broken over two lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from intake.extract.found import CellText, Found, joined
from intake.layout.sheet import Cell, Row, Sheet
from intake.words import plain
from storage.dates import MONTH_NUMBERS
from storage.kinds import FieldType
from storage.values import parse_date, parse_month

_MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
# A day may be printed right behind its word ("del12/03/2026"), never behind other letters or figures.
_BEGIN = r"(?:(?<![\w/.,-])|(?<=\bdel)|(?<=\bdal)|(?<=\bal)|(?<=\bil))"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_BEGIN}\d{{1,2}} ?([-/.·]) ?\d{{1,2}} ?\1 ?(?:\d{{4}}|\d{{2}})(?![\d/]|[.,-]\d)",
        r"(?<![\w/.,-])\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)",
        rf"{_BEGIN}\d{{1,2}} ?(?:°|º|er|st|nd|rd|th)?\.? ?[-/]?(?:di |de |of )?(?:{_MONTH})"
        r"(?:\.?,?[ -/](?:de |del |of )?'?(?:\d{4}|\d{2})|\d{4})(?![\w/])",
        rf"(?<!\w)(?:{_MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}(?!\w)",
        r"(?<![\w/.,-])[0-3]\d ?[01]\d ?(?:19|20)\d{2}(?![\w/.,-])",
        rf"{_BEGIN}\d{{2}}(?:{_MONTH})\d{{2}}(?![\w/])",
        r"(?<![\w/.,-])[0-3] \d ?[-/]? ?[01] \d ?[-/]? ?[12] \d \d \d(?! ?[\d/.,-])",
    )
)
_SPOILT = re.compile(r"(?<![\w/.,-])[\dOoIl|]{1,2}([-/.])[\dOoIl|]{1,2}\1[\dOoIl|]{4}(?![\w/])")
_SLIPS = str.maketrans("OoIl|", "00111")
_GLUED = re.compile(rf"(?<=\d)(?={_MONTH})|(?<=[A-Za-z])(?=\d)", re.IGNORECASE)
_MONTHS = re.compile(
    rf"(?<![\w/.,-])(?:(?:{_MONTH})\.?[ /-]*(?:de |del |of )?'?(?:\d{{4}}|\d{{2}})"
    r"|(?:0?[1-9]|1[0-2])[/-](?:19|20)\d{2})(?![\w/]|[-.]\d)",
    re.IGNORECASE,
)


def _unaccented(text: str) -> str:
    """The same number of characters, accents left out: MÄRZ is MARZ."""
    return "".join(unicodedata.normalize("NFKD", character)[0] for character in text)


def _found(text: CellText, type: FieldType, span: tuple[int, int], value: str, quality: float, note: str = "") -> Found:
    first, last = text.words_at(*span)
    return Found(type, value, quality, text.cell, first, last, note)


def find_dates(text: CellText) -> Iterator[Found]:
    taken: list[tuple[int, int]] = []
    letters = _unaccented(text.text)
    for form in _FORMS:
        for match in form.finditer(letters):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            day = parse_date(_tidy(match.group()))
            if day is not None:
                taken.append(match.span())
                yield _found(text, FieldType.DATE, match.span(), day.isoformat(), 1.0)
    for match in _SPOILT.finditer(letters):
        day = parse_date(match.group().translate(_SLIPS))
        if day is not None and not any(match.start() < end and start < match.end() for start, end in taken):
            yield _found(text, FieldType.DATE, match.span(), day.isoformat(), 0.8, "repaired")


def _tidy(text: str) -> str:
    if not re.search(r"[A-Za-z]", text):
        digits = text.replace(" ", "").replace("·", "/")
        return f"{digits[:2]}/{digits[2:4]}/{digits[4:]}" if digits.isdigit() else digits
    return _GLUED.sub(" ", text).replace(",", " ")


def find_months(text: CellText) -> Iterator[Found]:
    for match in _MONTHS.finditer(_unaccented(text.text)):
        month = parse_month(match.group())
        if month is not None:
            yield _found(text, FieldType.MONTH, match.span(), month, 1.0)


def dates_over_cells(sheet: Sheet) -> Iterator[Found]:
    """Dates that no single cell holds: on two lines of prose, or day, month and year each in a box."""
    for row, following in pairwise(sheet.rows):
        yield from _on_two_lines(row, following)
    for row in sheet.rows:
        yield from _boxed(sheet, row)


_DAY_AT_END = re.compile(r"(?<![\w/.,-])(?:[0-2]?[1-9]|[12]0|3[01])[°º]?$")
_MONTH_AT_START = re.compile(rf"(?:{_MONTH})\.? (?:de |del )?\d{{4}}(?!\w)", re.IGNORECASE)


def _on_two_lines(row: Row, following: Row) -> Iterator[Found]:
    """Dates of prose whose day ends a line and whose month begins the next; they stand where the month does."""
    cell, after = row.cells[-1], following.cells[0]
    day, month = _DAY_AT_END.search(cell.text), _MONTH_AT_START.match(plain(after.text))
    if day is None or month is None or len(cell.words) < 4:
        return
    whole = parse_date(f"{day.group().rstrip('°º')} {month.group()}")
    if whole is not None:
        yield _found(CellText(after), FieldType.DATE, month.span(), whole.isoformat(), 0.9, "on two lines")


_PARTS = re.compile(r"\bgiorno\b.*\bmese\b.*\banno\b|\bgg\b.*\bmm\b.*\baa|\bday\b.*\bmonth\b.*\byear\b")


def _boxed(sheet: Sheet, row: Row) -> Iterator[Found]:
    """Day, month and year in three cells under or over their names, or behind "data"."""
    near = sheet.rows[max(0, row.cells[0].row - 1) : row.cells[0].row + 2]
    named = any(_PARTS.search(plain(other.text)) for other in near)
    for start in range(len(row.cells) - 2):
        parts = row.cells[start : start + 3]
        digits = [re.sub(r"\D", "", part.text) for part in parts]
        if [len(d) for d in digits] != [2, 2, 4] or any(re.search(r"[A-Za-z]", part.text) for part in parts):
            continue
        before = plain(row.cells[start - 1].text) if start else ""
        day = parse_date("/".join(digits)) if named or re.search(r"\bdata\W*$", before) else None
        if day is not None:
            whole: Cell = joined(Row(tuple(parts)))
            cell = Cell(whole.words, whole.box, parts[0].page, parts[0].row, parts[0].column)
            yield Found(FieldType.DATE, day.isoformat(), 0.9, cell, 0, len(cell.words) - 1, "in boxes")
