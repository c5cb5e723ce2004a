"""Dates and months as people write them in Italian, English, German, French and Spanish."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_MONTHS_BY_LANGUAGE = (
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "january february march april may june july august september october november december",
    "januar februar marz april mai juni juli august september oktober november dezember",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
)
# What no rule of the table above yields: abbreviations of four letters, Austrian January, umlauts spelled out.
_IRREGULAR_MONTHS = {
    "sett": 9,
    "sept": 9,
    "janner": 1,
    "jaenner": 1,
    "maerz": 3,
    "mrz": 3,
    "janv": 1,
    "fevr": 2,
    "avr": 4,
    "juil": 7,
}
_YEARS = range(1900, 2101)
# Two digits up to this year are of this century: papers are dated at most a few years ahead, people are born before.
_LAST_YEAR_OF_THIS_CENTURY = 60

MONTH_NAMES_IT = tuple(_MONTHS_BY_LANGUAGE[0].split())
MONTH_NAMES_EN = tuple(name.capitalize() for name in _MONTHS_BY_LANGUAGE[1].split())


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return " ".join(plain.lower().split())


def _month_numbers() -> dict[str, int]:
    names: dict[str, int] = {}
    for language in _MONTHS_BY_LANGUAGE:
        for number, name in enumerate(language.split(), 1):
            names[name] = number
            names.setdefault(name[:3], number)
    names["jui"] = 6  # French juin and juillet share three letters; only the full name or "juil" is July
    return names | _IRREGULAR_MONTHS


MONTH_NUMBERS = _month_numbers()
"""Every name and abbreviation of a month, without accents and in lower case, with its number."""

_MONTH = rf"(?P<name>{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\.?"
_YEAR = r"(?P<year>\d{4}|'?\d{2})"
_DAY = r"(?P<day>\d{1,2})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<year>\d{4})\s?[-./]\s?(?P<month>\d{1,2})\s?[-./]\s?(?P<day>\d{1,2})",
        r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})",
        rf"{_DAY}\s?(?:o|a|st|nd|rd|th|er)?\.?[\s/-]*(?:di |de |of )?{_MONTH}[\s,/-]*(?:de |del |of )?{_YEAR}",
        rf"{_MONTH}\s?{_DAY}(?:st|nd|rd|th)?\s?,?\s+{_YEAR}",
    )
)
_NUMERIC = re.compile(
    r"(?P<first>\d{1,2})\s?(?P<separator>[-./ ])\s?(?P<second>\d{1,2})\s?(?P=separator)\s?(?P<year>\d{4}|\d{2})"
)
_MONTH_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<year>\d{4})\s?[-./]\s?(?P<month>\d{1,2})",
        r"(?P<month>\d{1,2})\s?[-./ ]\s?(?P<year>\d{4})",
        rf"{_MONTH}[\s,/-]*(?:de |del |of )?{_YEAR}",
        rf"(?P<year>\d{{4}})[\s,/-]+{_MONTH}",
    )
)


def _full_year(digits: str) -> int:
    digits = digits.lstrip("'")
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) <= _LAST_YEAR_OF_THIS_CENTURY else 1900)


def _calendar_date(year: int, month: int, day: int) -> date | None:
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_of(found: re.Match[str]) -> int:
    named = found.groupdict().get("name")
    return MONTH_NUMBERS[named] if named else int(found["month"])


def parse_date(text: str, *, day_first: bool = True) -> date | None:
    """The date that the whole of `text` writes, or None; a day that does not exist is None.

    `day_first` decides 3/4/2026 (the third of April where true); a first number above 12 decides itself."""
    plain = _folded(text.replace("°", "").replace("º", "").replace("ª", ""))
    for form in _FORMS:
        if found := form.fullmatch(plain):
            return _calendar_date(_full_year(found["year"]), _month_of(found), int(found["day"]))
    if found := _NUMERIC.fullmatch(plain):
        first, second, year = int(found["first"]), int(found["second"]), _full_year(found["year"])
        as_written = (second, first) if day_first else (first, second)
        return _calendar_date(year, *as_written) or (None if day_first else _calendar_date(year, second, first))
    return None


def parse_month(text: str) -> str | None:
    """The month that the whole of `text` writes, as 2026-03, or None: "marzo 2026", "03/2026", "mar-26", "2026-03"."""
    plain = _folded(text)
    for form in _MONTH_FORMS:
        if found := form.fullmatch(plain):
            year, month = _full_year(found["year"]), _month_of(found)
            return f"{year:04d}-{month:02d}" if year in _YEARS and 1 <= month <= 12 else None
    return None
