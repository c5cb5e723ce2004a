"""Numbers, dates and identifiers as people print and type them, brought to one form.

    1.285,27  1285,27  1,285.27     1285.27, and 1285
    31/03/2026  31.3.26  2026-03-31 2026-03-31, and what a month is typed as
    2026/0147  2026-147             2026/147, and 2026, 147
    IT07643520567                   7643520567, and it07643520567
Leading zeros never count. What is ambiguous (1.285 is a thousand or a little more than one) is read in one way, the
same when a text is indexed and when it is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple


class Numeral(NamedTuple):
    """A stretch of the text with digits: its forms, the first being the whole; none where it has no digit."""

    forms: tuple[str, ...]
    start: int
    end: int


# Separators that join only digits (or nothing): n.147 are two words, 1.285 is one.
_BETWEEN_DIGITS = re.compile(r"_+|(?<!\d)[.,](?!$)|[.,](?!\d)|(?<!\d)['’‘ʼ`´′]|['’‘ʼ`´′](?!\d)")
_CURRENCY = re.compile(r"(eur|euro|usd|gbp|chf)(?=\d[\d.,']*$)|(?<=\d)(eur|euro|usd|gbp|chf)$", re.IGNORECASE)
_JOINED = re.compile(r"[-‐‑–/\\.,'’‘ʼ`´′]")
_AMOUNT = re.compile(r"\d+(?:[.,'’]\d+)+")
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_WITH_COUNTRY = re.compile(r"[A-Za-z]{2}(\d{8,})")
_LETTERS_DIGITS = re.compile(r"[^\W\d_]{1,5}(\d+)")


def read_numeral(chunk: str) -> Iterator[Numeral]:
    """The stretches of a chunk of joined characters, in order."""
    for start, end in _stretches(chunk):
        text = chunk[start:end]
        yield Numeral(_forms(text) if re.search(r"\d", text) else (), start, end)


def _stretches(chunk: str) -> Iterator[tuple[int, int]]:
    """Where the chunk falls apart: at separators that join nothing, and between a currency and its amount."""
    start = 0
    for separator in _BETWEEN_DIGITS.finditer(chunk):
        yield from _without_currency(chunk, start, separator.start())
        start = separator.end()
    yield from _without_currency(chunk, start, len(chunk))


def _without_currency(chunk: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    currency = _CURRENCY.search(chunk[start:end])
    if currency:
        cut = start + (currency.end() if currency.start() == 0 else currency.start())
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _forms(text: str) -> tuple[str, ...]:
    day = as_date(text)
    if day is not None:
        return _date_forms(day)
    amount = as_amount(text) if _AMOUNT.fullmatch(text) else None
    if amount is not None:
        whole, _, cents = amount.partition(".")
        return (amount, whole) if cents else (whole,)
    parts = [bare(part) for part in _JOINED.split(text) if part]
    if len(parts) > 1:
        return ("/".join(parts), *parts)
    return _single(parts[0]) if parts else ()


def _single(text: str) -> tuple[str, ...]:
    country = _WITH_COUNTRY.fullmatch(text)
    if country:
        return bare(country[1]), text
    letters = _LETTERS_DIGITS.fullmatch(text)
    return (text, bare(letters[1])) if letters else (text,)


def _date_forms(day: date) -> tuple[str, ...]:
    year, month = day.year, day.month
    return day.isoformat(), f"{year}/{month}", f"{month}/{year}", str(year)


def bare(text: str) -> str:
    """Digits without their leading zeros; anything else as it is."""
    return (text.lstrip("0") or "0") if text.isdecimal() and text.isascii() else text


def as_date(text: str) -> date | None:
    """A whole date, day first or ISO; years of two digits are of 1970..2069."""
    found = _DAY_FIRST.fullmatch(text)
    if found:
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        if len(found[4]) == 2:
            year += 2000 if year < 70 else 1900
    else:
        found = _YEAR_FIRST.fullmatch(text)
        if not found:
            return None
        year, month, day = int(found[1]), int(found[3]), int(found[4])
    try:
        return date(year, month, day)
    except ValueError:
        return None


def as_amount(text: str) -> str | None:
    """'1.285,27' gives '1285.27', '1.285' and '1285,00' give '1285'; None where the groups make no number."""
    groups = re.split(r"[.,'’]", text)
    if any(len(group) != 3 for group in groups[1:-1]) or (len(groups) > 2 and len(groups[0]) > 3):
        return None
    whole, last = "".join(groups[:-1]), groups[-1]
    if len(groups) == 1 or (len(last) == 3 and len(groups[0]) <= 3):
        return bare(whole + last)
    cents = last.rstrip("0").ljust(2, "0")
    return bare(whole) if cents == "00" else f"{bare(whole)}.{cents}"
