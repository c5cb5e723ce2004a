"""Small things that both European formats say in the same way."""

from __future__ import annotations

from decimal import Decimal

from intake.formats.fatturapa_view_words import number

_EIGHT = Decimal("0.00000001")


def nature(category: str) -> str:
    """The VAT category where it says more than the rate does."""
    return "" if category == "S" else category


def per_unit(price: Decimal | None, base: Decimal | None) -> tuple[Decimal | None, tuple[str, ...]]:
    """The price of one unit, and a note where it is stated for `base` of them."""
    if price is None or base is None or base in (0, 1):
        return price, ()
    exact = price / base
    return exact.quantize(_EIGHT).normalize() + 0, (f"Prezzo {number(price)} per {number(base)}",)
