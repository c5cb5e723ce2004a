"""Numbers as people write them: 1.234,56, 1,234.56, 1 234,56, with a sign before or after, with a currency."""

from __future__ import annotations

import re
from decimal import Decimal

CURRENCY_SIGNS = {
    "€": "EUR",
    "$": "USD",
    "£": "GBP",
    "¥": "JPY",
    "euro": "EUR",
    "eur": "EUR",
    "usd": "USD",
    "gbp": "GBP",
    "chf": "CHF",
}

_CURRENCY = re.compile(r"€|\$|£|¥|\b(?:euro|eur|usd|gbp|chf)\b\.?", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:(?P<group>[.,' ])\d{3})(?:(?P=group)\d{3})*(?:(?P<point>[.,])(?P<decimals>\d+))?")
_PLAIN = re.compile(r"(?P<whole>\d+)(?:(?P<point>[.,])(?P<decimals>\d+))?|[.,](?P<only>\d+)")
_MOST_DIGITS = 18


def _number(text: str, decimal: str) -> Decimal | None:
    if found := _GROUPED.fullmatch(text):
        # A single separator before three digits groups thousands, unless it is the decimal one: 1.285 is no 1,285.
        alone = found["point"] is None and text.count(found["group"]) == 1
        if not (alone and found["group"] == decimal) and found["group"] != found["point"]:
            whole = text[: found.start("point")] if found["point"] else text
            return Decimal(re.sub(r"\D", "", whole) + "." + (found["decimals"] or "0"))
    if found := _PLAIN.fullmatch(text):
        return Decimal(f"{found['whole'] or 0}.{found['decimals'] or found['only'] or 0}")
    return None


def parse_amount(text: str, *, decimal: str = ",") -> Decimal | None:
    """The number that the whole of `text` writes, or None. `decimal` decides 1,285 and 1.285 where nothing else does.

    Signs may stand before or behind; brackets mean minus; a currency may stand on either side."""
    plain = _CURRENCY.sub(
        " ", text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'").replace("−", "-").replace("–", "-")
    ).strip()
    bracketed = plain.startswith("(") and plain.endswith(")")
    plain = plain[1:-1].strip() if bracketed else plain
    negative = bracketed
    if plain.startswith(("-", "+")):
        negative ^= plain[0] == "-"
        plain = plain[1:].strip()
    elif plain.endswith(("-", "+")):
        negative ^= plain[-1] == "-"
        plain = plain[:-1].strip()
    if sum(c.isdigit() for c in plain) > _MOST_DIGITS or not plain.isascii():
        return None
    number = _number(plain, decimal)
    return -number if number is not None and negative else number


def canonical_amount(number: Decimal) -> str:
    """Two digits after the point, more only where they say something (a price of 0.0345)."""
    whole = f"{number:f}"
    if "." in whole:
        whole = whole.rstrip("0").rstrip(".")
    whole, _, decimals = whole.partition(".")
    sign_of_nothing = whole in ("-0", "-") and not decimals.strip("0")
    return f"{'0' if sign_of_nothing else whole}.{decimals:<02}"


def show_amount(value: str, language: str) -> str:
    """A canonical amount as people read it. Three decimals are shown as four, because 1.285 reads as a thousand."""
    whole, _, decimals = value.partition(".")
    group, point = (".", ",") if language == "it" else (",", ".")
    if len(decimals) == 3:
        decimals += "0"
    return f"{int(whole):,}".replace(",", group) if not decimals else _signed(whole, group) + point + decimals


def _signed(whole: str, group: str) -> str:
    sign = "-" if whole.startswith("-") else ""
    return sign + f"{int(whole.lstrip('-')):,}".replace(",", group)
