"""Amounts, dates and identifiers as XML carries them, and their canonical forms.

What stands in an XML file is not typed by a person: it is read strictly, with the few slips that programs make.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from stdnum import iban as stdnum_iban
from stdnum.eu import vat as eu_vat
from stdnum.it import codicefiscale, iva

CENT = Decimal("0.01")
FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(2100, 12, 31)

_AMOUNT = re.compile(r"([-+]?)\s?(\d{1,12})(?:\.(\d{1,20}))?")
_ITALIAN_AMOUNT = re.compile(r"([-+]?)\s?(\d{1,3}(?:\.\d{3}){0,3}|\d{1,12}),(\d{1,20})")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T[\d:.,]{4,20})?\s?(?:Z|[+-]\d{2}:?\d{2})?")
_ITALIAN_DATE = re.compile(r"(\d{2})/(\d{2})/(\d{4})")
_EU = re.compile("AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GR|HR|HU|IE|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK")


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


def canonical_amount(value: Decimal) -> str:
    """Two decimals, half up; no minus before a zero."""
    return f"{cents(value) + 0:f}"


def canonical_number(value: Decimal) -> str:
    """At least two decimals, and as many more as the value has: a price of 0.00345 is no zero."""
    digits = f"{value + 0:f}"
    whole, _, decimals = digits.partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(2, '0')}"


def compact(text: str) -> str:
    return re.sub(r"[\s.\-]+", "", text).upper()


def country_and_code(country: str, code: str) -> tuple[str, str]:
    """The country and the number of a VAT id, where the number may repeat the country."""
    land, number = compact(country), compact(code)
    while len(land) == 2 and len(number) > len(land) + 2 and number.startswith(land):
        number = number[2:]
    return land, number


def is_tax_code(code: str) -> bool:
    """Whether `code` looks like a person's tax code, whatever its check character."""
    return len(code) == 16 and code.isalnum() and code[:6].isalpha()


def vat_id_is_valid(vat_id: str) -> bool:
    """False where the country's check fails; true for countries whose numbers have no check known here."""
    land, number = vat_id[:2], vat_id[2:]
    if not number:
        return False
    if land == "IT":
        return bool(iva.is_valid(number))
    return bool(eu_vat.is_valid(vat_id)) if _EU.fullmatch(land) else True


def tax_code_is_valid(code: str) -> bool:
    return bool(iva.is_valid(code) if len(code) == 11 else codicefiscale.is_valid(code))


def iban_is_valid(iban: str) -> bool:
    return bool(stdnum_iban.is_valid(iban))
