"""Stretches of time written as one: "gennaio 2026", "1° - 31 marzo 2026", "dal 3 al 7 maggio", "II trimestre 2025"."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from intake.extract.found import CellText, Found, joined
from intake.extract.paper import Paper
from intake.layout.sheet import Cell
from storage.dates import MONTH_NUMBERS
from storage.kinds import FieldType

_MONTH = rf"(?:{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})"
_IN_WORDS = (
    "primo due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici"
    " diciassette diciotto diciannove venti ventuno ventidue ventitre ventiquattro venticinque ventisei ventisette"
    " ventotto ventinove trenta trentuno"
)
_WORDS_OF_DAYS = _IN_WORDS.split()
_DAY = rf"(?:0?[1-9]|[12]\d|3[01]|{'|'.join(sorted(_WORDS_OF_DAYS, key=len, reverse=True))})"
_YEAR = r"(?:19|20)\d\d"
# Between the parts of a stretch: a dash, "al", "e", "to"; before it: "dal", "nei giorni".
_TO = r"(?:\s*[-/]\s*|\s*(?:,\s*)?\b(?:fino )?(?:a|al|all|e|ed|to|until|bis|au)\b\s*'?\s*)"
_OF = r"[\s,]*(?:di|del|de|of|/)?\s*"


@dataclass(frozen=True)
class Span:
    """From the first to the last day, both inside. `unit` says how it is written: "days", "month", "months", "year"."""

    start: date
    end: date
    unit: str
    found: Found


def _day(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, _WORDS_OF_DAYS.index(day) + 1 if day.isalpha() else int(day))
    except ValueError:
        return None


def _whole(year: str, first: int, last: int) -> tuple[date, date]:
    return date(int(year), first, 1), date(int(year), last, monthrange(int(year), last)[1])


def _days(match: re.Match[str]) -> tuple[date | None, date | None]:
    """ "3 - 7 marzo 2026", "1 gennaio - 31 dicembre 2025", "3, 4 e 5 marzo 2026"."""
    last = MONTH_NUMBERS[match["month"]]
    first = MONTH_NUMBERS[match["from"]] if match["from"] else last
    return _day(match["began"] or match["year"], first, match["first"]), _day(match["year"], last, match["last"])


def _figures(match: re.Match[str]) -> tuple[date | None, date | None]:
    """ "dal 01/01 al 31/12/2025"."""
    year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
    return _day(year, int(match["from"]), match["first"]), _day(year, int(match["month"]), match["last"])


def _months(match: re.Match[str]) -> tuple[date | None, date | None]:
    last = MONTH_NUMBERS[match["month"]]
    first = MONTH_NUMBERS[match["from"]] if match["from"] else last
    return _whole(match["year"], first, last) if first <= last else (None, None)


def _month(match: re.Match[str]) -> tuple[date | None, date | None]:
    return _whole(match["year"], int(match["month"]), int(match["month"]))


_ORDINALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "primo": 1, "secondo": 2, "terzo": 3, "quarto": 4, "first": 1,
             "second": 2, "third": 3, "fourth": 4}  # fmt: skip
_LENGTHS = {"bi": 2, "tri": 3, "quadri": 4, "se": 6, "q": 3}


def _part(match: re.Match[str]) -> tuple[date | None, date | None]:
    """ "II trimestre 2026", "Q1 2026", "1° semestre 2025"."""
    number = match["number"].rstrip(".")
    length = _LENGTHS[match["part"] or "q"]
    nth = _ORDINALS.get(number) or int(number)
    return _whole(match["year"], (nth - 1) * length + 1, nth * length) if nth * length <= 12 else (None, None)


def _year(match: re.Match[str]) -> tuple[date | None, date | None]:
    return _whole(match["year"], 1, 12)


_FORMS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], tuple[date | None, date | None]]], ...] = (
    ("days", re.compile(
        rf"(?<![\w/.,-])(?P<first>{_DAY})[°o]?(?: ?, ?{_DAY})*"
        rf"(?:{_OF}(?P<from>{_MONTH})\.?(?:{_OF}(?P<began>{_YEAR}))?)?{_TO}(?P<last>{_DAY})[°o]?"
        rf"{_OF}(?P<month>{_MONTH})\.?{_OF}(?P<year>{_YEAR})(?!\w)"), _days),
    ("days", re.compile(
        rf"(?<![\w/.,-])(?P<first>{_DAY})[/.](?P<from>0?[1-9]|1[0-2]){_TO}(?P<last>{_DAY})[/.](?P<month>0?[1-9]|1[0-2])"
        rf"[/.](?P<year>{_YEAR}|\d\d)(?![\w/])"), _figures),
    ("months", re.compile(
        rf"(?<!\w)(?P<from>{_MONTH})\.?{_TO}(?P<month>{_MONTH})\.?{_OF}(?P<year>{_YEAR})(?!\w)"), _months),
    ("month", re.compile(
        rf"(?<![\w/.,-])(?<!\d )(?<!\d° )(?P<from>)(?P<month>{_MONTH})[\s.:,/|_-]{{1,6}}"
        rf"(?:(?:de|del|anno)[\s.:|_-]{{1,4}})?'?(?P<year>{_YEAR})(?!\w)"), _months),
    ("month", re.compile(r"(?<![\w/.,-])(?P<year>20\d\d) ?[/.-] ?(?P<month>0[1-9]|1[0-2])(?![\w/]|[.,-]\d)"), _month),
    ("month", re.compile(
        r"(?<![\w/.,-])(?<![/.-] )(?P<month>0?[1-9]|1[0-2]) ?[/-] ?(?P<year>20\d\d)(?![\w/]|[.,-]\d)"), _month),
    ("month", re.compile(
        r"(?<!\w)mese\W{1,4}(?P<month>0?[1-9]|1[0-2])\W{1,8}anno\W{1,4}(?P<year>20\d\d)(?!\w)"), _month),
    ("month", re.compile(
        rf"(?<!\w)anno\W{{1,4}}(?P<year>20\d\d)\W{{1,8}}mese\W{{1,4}}(?P<from>)(?P<month>{_MONTH})(?!\w)"), _months),
    ("month", re.compile(rf"(?<!\w)(?P<year>20\d\d)\s*[-/]?\s+(?P<from>)(?P<month>{_MONTH})(?!\w)"), _months),
    ("months", re.compile(
        rf"(?<!\w)(?P<number>[1-4]|[iv]{{1,3}}|primo|secondo|terzo|quarto)[°o^.]?\s+(?P<part>bi|tri|quadri|se)mestre{_OF}"
        rf"(?P<year>{_YEAR})(?!\w)"), _part),
    ("months", re.compile(rf"(?<!\w)(?P<part>q) ?(?P<number>[1-4])[\s/-]*(?P<year>{_YEAR})(?!\w)"), _part),
    ("year", re.compile(
        rf"(?<!\w)(?:anno|esercizio|year|fiscal year|fy)(?: di (?:riferimento|valutazione|competenza))?[\s:.]*"
        rf"(?P<year>{_YEAR})(?![\w/-])"), _year),
)  # fmt: skip


def _spelled(text: str) -> str:
    """The same number of characters in lower case, without accents."""
    return "".join("-" if c in "–—" else unicodedata.normalize("NFKD", c)[0].lower() for c in text)


def _within(cell: Cell) -> Iterator[Span]:
    text = CellText(cell)
    spelled = _spelled(text.text)
    taken: list[tuple[int, int]] = []
    for unit, form, read in _FORMS:
        for match in form.finditer(spelled):
            start, end = read(match)
            inside = any(match.start() < right and left < match.end() for left, right in taken)
            if start is None or end is None or end < start or inside:
                continue
            taken.append(match.span())
            first, last = text.words_at(*match.span())
            yield Span(start, end, unit, Found(FieldType.DATE, start.isoformat(), 1.0, cell, first, last, unit))


def spans(paper: Paper) -> list[Span]:
    """All stretches of time on the pages; one that boxes part ("GENNAIO | 2026") stands in the first of them."""
    found: list[Span] = []
    for sheet in paper.sheets:
        for row in sheet.rows:
            inside = [span for cell in row.cells for span in _within(cell)]
            found += inside
            if len(row.cells) > 1:
                known = {(span.start, span.end) for span in inside}
                found += [_in_its_cell(s, row.cells) for s in _within(joined(row)) if (s.start, s.end) not in known]
        for row, following in pairwise(sheet.rows):
            found += _over_lines(row.cells[-1], following.cells[0])
    return [span for span in found if span.unit == "days" or not _is_date(paper, span.found)]


def _is_date(paper: Paper, found: Found) -> bool:
    """Whether the month is that of a whole date."""
    inside = [other for other in paper.found_in(found.cell) if other.type is FieldType.DATE]
    return any(other.first <= found.last and found.first <= other.last for other in inside)


def _over_lines(cell: Cell, after: Cell) -> Iterator[Span]:
    """What begins at the end of a line of prose and goes on in the next one."""
    if len(cell.words) < 5:
        return
    tail = cell.words[-6:]
    words = (*tail, *after.words[:4])
    for span in _within(Cell(words, cell.box, cell.page, cell.row, cell.column)):
        if span.found.first < len(tail) <= span.found.last:
            yield _in_its_cell(span, (cell,))


def _in_its_cell(span: Span, cells: tuple[Cell, ...]) -> Span:
    word = span.found.words[0]
    cell = next(cell for cell in cells if any(w is word for w in cell.words))
    first = next(i for i, w in enumerate(cell.words) if w is word)
    last = min(len(cell.words) - 1, first + span.found.last - span.found.first)
    return Span(
        span.start, span.end, span.unit, Found(FieldType.DATE, span.found.value, 0.9, cell, first, last, span.unit)
    )
