"""Ranges of dates and amounts as people type them: 2026-03, >31/12/2025, marzo 2026, 1.000..2.000, <=1285,27."""

from __future__ import annotations

import math
import re
from datetime import date, timedelta
from decimal import Decimal

from index.language import fold
from index.numerals import as_amount, as_date
from index.query import AmountRange, CountRange, DateRange

_MONTHS = {
    month: number
    for number, names in enumerate(
        (
            "gennaio gen january jan", "febbraio feb february", "marzo mar march", "aprile apr april",
            "maggio mag may", "giugno giu june jun", "luglio lug july jul", "agosto ago august aug",
            "settembre set sett september sep", "ottobre ott october oct", "novembre nov november",
            "dicembre dic december dec",
        ),
        start=1,
    )
    for month in names.split()
}  # fmt: skip

_OPERATOR = re.compile(r"\s*(>=|<=|=>|=<|≥|≤|>|<|=)?\s*(.*?)\s*", re.DOTALL)
_BETWEEN = re.compile(r"(.*?)\s*(?:\.\.+|…)\s*(.*)", re.DOTALL)
_YEAR = re.compile(r"\d{4}")
_MONTH_LAST = re.compile(r"(\d{4})[-/.](\d{1,2})")
_MONTH_FIRST = re.compile(r"(\d{1,2})[-/.](\d{4})")
_MONTH_NAME = re.compile(r"([^\W\d_]+)[\s_/.-]+(\d{4})")
_DAY_NAME = re.compile(r"(\d{1,2})[\s_/.-]+([^\W\d_]+)[\s_/.-]+(\d{4})")
_MONEY = re.compile(r"€|eur(?:o)?|\s", re.IGNORECASE)
_PLAIN = re.compile(r"\d{1,15}")
_GROUPED = re.compile(r"\d{1,12}(?:[.,'’]\d{1,12}){1,4}")


def date_range(text: str) -> DateRange | None:
    """None where the text is no date, nor a month, a year or a range of them."""
    between = _BETWEEN.fullmatch(text)
    if between:
        first, last = _period(between[1]), _period(between[2])
        if (between[1] and first is None) or (between[2] and last is None) or (first is None and last is None):
            return None
        return DateRange(first and first[0], last and last[1])
    operator, rest = _operator(text)
    period = _period(rest)
    if period is None:
        return None
    first_day, last_day = period
    match operator:
        case ">":
            return DateRange(_days_on(last_day, 1), None)
        case "<":
            return DateRange(None, _days_on(first_day, -1))
        case ">=":
            return DateRange(first_day, None)
        case "<=":
            return DateRange(None, last_day)
    return DateRange(first_day, last_day)


def amount_range(text: str) -> AmountRange | None:
    """None where the text is no amount, nor a range of them. Amounts are exact to the cent."""
    between = _BETWEEN.fullmatch(text)
    if between:
        low, high = _amount(between[1]), _amount(between[2])
        if (between[1] and low is None) or (between[2] and high is None) or (low is None and high is None):
            return None
        return AmountRange(low, high)
    operator, rest = _operator(text)
    amount = _amount(rest)
    if amount is None:
        return None
    cent = Decimal("0.01")
    match operator:
        case ">":
            return AmountRange(amount + cent, None)
        case "<":
            return AmountRange(None, amount - cent)
        case ">=":
            return AmountRange(amount, None)
        case "<=":
            return AmountRange(None, amount)
    return AmountRange(amount, amount)


def count_range(text: str) -> CountRange | None:
    """None where the text is no whole number, nor a range of them."""
    amounts = amount_range(text)
    if amounts is None:
        return None
    low = None if amounts.low is None else math.ceil(amounts.low)
    return CountRange(low, None if amounts.high is None else math.floor(amounts.high))


def turned(text: str) -> str | None:
    """A range written the other way round: 200..100 as 100..200. None where it is no range with both ends."""
    between = _BETWEEN.fullmatch(text)
    return f"{between[2]}..{between[1]}" if between and between[1] and between[2] else None


def is_empty(range: DateRange | AmountRange | CountRange) -> bool:
    """Whether the end comes before the beginning."""
    match range:
        case DateRange(first, last):
            return first is not None and last is not None and last < first
        case AmountRange(low, high):
            return low is not None and high is not None and high < low
        case CountRange(least, most):
            return least is not None and most is not None and most < least


def _operator(text: str) -> tuple[str, str]:
    found = _OPERATOR.fullmatch(text)
    if found is None:
        return "", text
    return {"=>": ">=", "=<": "<=", "≥": ">=", "≤": "<=", None: ""}.get(found[1], found[1] or ""), found[2]


def _period(text: str) -> tuple[date, date] | None:
    """The first and the last day of a day, a month or a year."""
    day = as_date(text) or _spelled_day(text)
    if day is not None:
        return day, day
    if _YEAR.fullmatch(text):
        return _days(int(text), 1, 12)
    for pattern, year, month in ((_MONTH_LAST, 1, 2), (_MONTH_FIRST, 2, 1)):
        found = pattern.fullmatch(text)
        if found:
            return _days(int(found[year]), int(found[month]), int(found[month]))
    found = _MONTH_NAME.fullmatch(text)
    number = _MONTHS.get(fold(found[1])) if found else None
    return _days(int(found[2]), number, number) if found and number else None


def _spelled_day(text: str) -> date | None:
    found = _DAY_NAME.fullmatch(text)
    month = _MONTHS.get(fold(found[2])) if found else None
    return as_date(f"{found[1]}/{month}/{found[3]}") if found and month else None


def _days(year: int, first_month: int, last_month: int) -> tuple[date, date] | None:
    try:
        first = date(year, first_month, 1)
        after = date(year + last_month // 12, last_month % 12 + 1, 1)
    except ValueError:
        return None
    return first, after - timedelta(days=1)


def _days_on(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def _amount(text: str) -> Decimal | None:
    digits = _MONEY.sub("", text).removesuffix("-").rstrip(",.")
    sign = -1 if digits.startswith("-") else 1
    digits = digits.removeprefix("-")
    if _PLAIN.fullmatch(digits):
        return sign * Decimal(digits)
    amount = as_amount(digits) if _GROUPED.fullmatch(digits) else None
    return None if amount is None else sign * Decimal(amount)
