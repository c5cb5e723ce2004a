"""The arithmetic of an invoice: VAT by rate, pension fund, withholding, stamp, split payment, advance, what is due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from training.goods import Item
from training.writing import cents

ZERO = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class VatRow:
    rate: Decimal
    nature: str
    net: Decimal
    vat: Decimal


@dataclass(frozen=True, slots=True)
class Charges:
    """What comes to the lines. Rates in percent; `fund_kind` is `fund` or `rivalsa` (withheld on as well)."""

    fund_rate: Decimal = ZERO
    fund_kind: str = "fund"
    withholding_rate: Decimal = ZERO
    stamp: Decimal = ZERO
    split: bool = False
    advance: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class Sums:
    """All totals; `fund`, `withholding`, `stamp`, `advance` are 0 where there are none."""

    goods: Decimal
    fund: Decimal
    rows: tuple[VatRow, ...]
    net: Decimal
    vat: Decimal
    stamp: Decimal
    gross: Decimal
    withholding_base: Decimal
    withholding: Decimal
    advance: Decimal
    due: Decimal


def summed(items: Sequence[Item], charges: Charges) -> Sums:
    """VAT is reckoned by rate on the summed net amounts, half-up."""
    goods = sum((i.amount for i in items), ZERO)
    fund = cents(goods * charges.fund_rate / 100)
    by_rate: dict[tuple[Decimal, str], Decimal] = {}
    for item in items:
        by_rate[item.rate, item.nature] = by_rate.get((item.rate, item.nature), ZERO) + item.amount
    if fund:
        first = next(iter(by_rate))
        by_rate[first] += fund
    rows = tuple(
        VatRow(rate, nature, net, cents(net * rate / 100))
        for (rate, nature), net in sorted(by_rate.items(), reverse=True)
    )
    net, vat = goods + fund, sum((row.vat for row in rows), ZERO)
    gross = net + vat + charges.stamp
    base = goods + (fund if charges.fund_kind == "rivalsa" else ZERO)
    withholding = cents(base * charges.withholding_rate / 100)
    due = gross - withholding - (vat if charges.split else ZERO) - charges.advance
    return Sums(goods, fund, rows, net, vat, charges.stamp, gross, base, withholding, charges.advance, due)
