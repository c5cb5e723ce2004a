"""How the readable invoice writes amounts, days and labels."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from intake.formats.sheet import Font, Part
from intake.formats.xml_values import cents
from storage.amounts import canonical_amount, show_amount

_AMOUNT = re.compile(r"-?[0-9]{1,12}\.[0-9]{2,8}")
_DAY = re.compile(
    r"\b([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}:[0-9]{2})[0-9:.]*)?(?:Z|[+-][0-9]{2}:[0-9]{2})?(?![0-9-])"
)


def label(text: str) -> Part:
    return Part(text, size=7, grey=0.4, gap=6, glued=True)


def value(text: str, field: str = "") -> Part:
    return Part(text, field=field)


def strong(text: str, field: str = "") -> Part:
    return Part(text, field=field, font=Font.BOLD, grey=0)


def small(text: str) -> Part:
    return Part(text, size=6.5, grey=0.35)


def euro(amount: Decimal | None) -> str:
    """1.285,27; empty where there is none."""
    return "" if amount is None else show_amount(canonical_amount(cents(amount)), "it")


def number(amount: Decimal | None) -> str:
    """With all its decimals: 0,00345."""
    return "" if amount is None else show_amount(canonical_amount(amount), "it")


def percent(rate: Decimal | None) -> str:
    """22%, 8,5%."""
    if rate is None:
        return ""
    digits = f"{rate:f}"
    plain = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return plain.replace(".", ",") + "%"


def readable(text: str) -> str:
    """A text of the XML with its days and amounts written as in Italy."""
    if _AMOUNT.fullmatch(text):
        return number(Decimal(text))
    return _DAY.sub(r"\3/\2/\1 \4", text).strip()


def italian_day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
