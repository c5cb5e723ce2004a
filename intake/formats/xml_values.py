"""Amounts, dates and VAT ids as XML carries them.

What stands in an XML file is not typed by a person: it is read strictly, with the few slips that programs make.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from storage.identifiers import canonical_vat_id, compact

CENT = Decimal("0.01")
FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(2100, 12, 31)

_AMOUNT = re.compile(r"([-+]?)\s?(\d{1,12})(?:\.(\d{1,20}))?")
_ITALIAN_AMOUNT = re.compile(r"([-+]?)\s?(\d{1,3}(?:\.\d{3}){0,3}|\d{1,12}),(\d{1,20})")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T[\d:.,]{4,20})?\s?(?:Z|[+-]\d{2}:?\d{2})?")
_ITALIAN_DATE = re.compile(r"(\d{2})/(\d{2})/(\d{4})")


def amount(text: str) -> Decimal | None:
    """The number that `text` writes, at most 8 decimals; None where it writes none."""
    found = _AMOUNT.fullmatch(text)
    if not found:
        found = _ITALIAN_AMOUNT.fullmatch(text)
    if not found:
        return None
    sign, whole, decimals = found.groups()
    return Decimal(f"{sign}{whole.replace('.', '')}.{(decimals or '0')[:8]}")


def day(text: str) -> date | None:
    """The day that `text` writes, whatever hour and time zone follow; None where it is none or absurd."""
    found = _DATE.fullmatch(text)
    parts = found.groups() if found else ()
    if not found and (italian := _ITALIAN_DATE.fullmatch(text)):
        parts = italian.groups()[::-1]
    try:
        value = date(*(int(part) for part in parts)) if parts else None
    except ValueError:
        return None
    return value if value and FIRST_DAY <= value <= LAST_DAY else None


def days_after(start: date, days: int) -> date | None:
    try:
        value = start + timedelta(days=days)
    except OverflowError:
        return None
    return value if value <= LAST_DAY else None


def cents(value: Decimal) -> Decimal:
    return value.quantize(CENT, rounding=ROUND_HALF_UP)


def vat_id(country: str, code: str) -> str:
    """The canonical VAT id, whose number may repeat the country; empty where there is none."""
    land, number = compact(country), compact(code)
    while len(land) == 2 and len(number) > len(land) + 2 and number.startswith(land):
        number = number[2:]
    whole = canonical_vat_id(land + number)
    return whole[:30] if number and len(land) == 2 and land.isalpha() and land.isascii() else ""


def is_tax_code(code: str) -> bool:
    """Whether `code` looks like a person's tax code, whatever its check character."""
    return len(code) == 16 and code.isalnum() and code[:6].isalpha()
