"""The VAT summary of an invoice: rows whose tax is a legal rate of their net sum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from intake.extract.paper import Paper
from intake.extract.totals import RATES, rate_of, tax
from intake.layout.sheet import Row as PrintedRow
from intake.words import plain
from storage.kinds import FieldType
from storage.reading import Row
from storage.values import canonical_amount

_NATURE = re.compile(r"\bN ?([1-7])(?:[.,] ?([1-9]))?\b")


def vat_lines(paper: Paper, net: Decimal | None, vat: Decimal | None, gross: Decimal | None) -> tuple[Row, ...]:
    """The VAT summary: rows whose tax is a legal rate of their net sum; where there is none, the totals as one row."""
    found: dict[Decimal, Row] = {}
    for sheet in paper.sheets:
        for row in sheet.rows:
            for rate, base, due in _taxed(paper, row):
                if gross is None or base + due <= gross:
                    found.setdefault(rate, _vat_row(rate, base, due))
    total = sum((Decimal(row["net_amount"]) for row in found.values()), Decimal(0))
    taxes = sum((Decimal(row["vat_amount"]) for row in found.values()), Decimal(0))
    if found and (vat is None or abs(taxes - vat) <= Decimal("0.02")):
        free = _untaxed(paper, net, total)
        return (*_by_rate(found), *free)
    if net is not None and vat is not None and (legal := rate_of(net, vat)) is not None:
        return (_vat_row(legal, net, vat),)
    if vat in (None, Decimal(0)) and gross is not None:
        return _untaxed(paper, net if net is not None else gross, Decimal(0))
    return _by_rate(found)


def _by_rate(found: Mapping[Decimal, Row]) -> tuple[Row, ...]:
    return tuple(found[rate] for rate in sorted(found))


def _vat_row(rate: Decimal, net: Decimal, vat: Decimal) -> Row:
    return {"rate": canonical_amount(rate), "net_amount": canonical_amount(net), "vat_amount": canonical_amount(vat)}


def _taxed(paper: Paper, row: PrintedRow) -> Iterator[tuple[Decimal, Decimal, Decimal]]:
    """Pairs of amounts of a row of which one is the tax on the other at a rate that the row prints."""
    text = row.text
    amounts = [
        abs(Decimal(f.value))
        for cell in row.cells
        for f in paper.found_in(cell)
        if f.type is FieldType.AMOUNT and f.quality > 0.6
    ]
    if len(amounts) < 2:
        return
    for rate in RATES:
        if re.search(rf"(?<![\d.,]){rate}(?:[.,]00?)?(?![\d]|[.,]\d{{1,2}}(?!\d))", text) is None:
            continue
        for position, base in enumerate(amounts):
            for due in amounts[position + 1 :]:
                if base > 1 and due == tax(base, rate):
                    yield rate, base, due
                    return


_NATURES = (
    (r"190/2014|forfett|commi 54|comma 58|c\. 58", "N2.2"),
    (r"art\.? ?10\b", "N4"),
    (r"art\.? ?15\b", "N1"),
    (r"7-ter|7 ter", "N2.1"),
    (r"art\.? ?8\b", "N3.1"),
    (r"art\.? ?41\b", "N3.2"),
    (r"a-ter|a ter\b", "N6.7"),
    (r"art\.? ?17[^.]{0,12}c(?:omma|\.)? ?6[^.]{0,8}a\b|subappalt", "N6.3"),
    (r"art\.? ?74\b", "N6.1"),
)


def _untaxed(paper: Paper, net: Decimal | None, taxed: Decimal) -> tuple[Row, ...]:
    """The part of the net sum that bears no VAT, with its nature where the page names it."""
    rest = (net or Decimal(0)) - taxed
    text = " ".join(row.text for sheet in paper.sheets for row in sheet.rows)
    nature = _nature(text)
    if rest <= 0 or nature is None:
        return ()
    return ({"rate": "0.00", "nature": nature, "net_amount": canonical_amount(rest), "vat_amount": "0.00"},)


def _nature(text: str) -> str | None:
    if (code := _NATURE.search(text)) is not None:
        return f"N{code[1]}.{code[2]}" if code[2] else f"N{code[1]}"
    folded = plain(text)
    return next((nature for pattern, nature in _NATURES if re.search(pattern, folded)), None)
