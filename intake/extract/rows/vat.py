"""The VAT summary of an invoice: net sum and tax by rate, and what bears no VAT by its nature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from intake.extract.paper import Paper
from intake.extract.rates import Taxed, is_amount, printed_rates, rate_of, summary, taxed
from intake.extract.rows.natures import nature_in
from intake.words import plain
from storage.reading import Row
from storage.values import canonical_amount

_CENT = Decimal("0.01")
# Words for no VAT that name no law: of papers from abroad, of reverse charge.
_UNTAXED = re.compile(
    r"reverse charge|inversione contabile|autoliquidation|steuerschuldnerschaft|vat exempt|zero.rated|non imponibil"
    r"|(?<![\d.,])0(?:[.,]00?)? ?%|not subject to vat|tva non applicable|\besente\b|fuori campo|steuerfrei|exonerat"
    r"|inversion del sujeto"
)


def vat_lines(paper: Paper, net: Decimal | None, vat: Decimal | None, gross: Decimal | None) -> tuple[Row, ...]:
    """Pairs of net sum and tax that together are the VAT; where none are printed, the totals as one row."""
    pairs = taxed(paper)
    parts = summary(pairs, net, vat, gross)
    bases = sum((part.net for part in parts), Decimal(0))
    if net is not None and vat is not None and abs(bases - net) > _CENT * 2:
        single = rate_of(net, vat, printed_rates(paper))
        if single is not None:
            return (_row(Taxed(single, net, vat, 1.0)),)
    if parts:
        return (*(_row(part) for part in parts), *_untaxed(paper, net, bases))
    if vat in (None, Decimal(0)) and gross is not None:
        return _untaxed(paper, net if net is not None else gross, Decimal(0))
    return tuple(_row(part) for part in _printed(pairs, gross))


def _printed(pairs: Sequence[Taxed], gross: Decimal | None) -> list[Taxed]:
    """Where the sums are not known, what rows with their rate say by themselves: the largest of each rate."""
    best: dict[Decimal, Taxed] = {}
    for one in sorted(pairs, key=lambda pair: pair.net):
        if one.sureness > 0.9 and (gross is None or one.net + one.vat <= gross):
            best[one.rate] = one
    return [best[rate] for rate in sorted(best)]


def _row(part: Taxed) -> Row:
    return {
        "rate": canonical_amount(part.rate),
        "net_amount": canonical_amount(part.net),
        "vat_amount": canonical_amount(part.vat),
    }


def _untaxed(paper: Paper, net: Decimal | None, bases: Decimal) -> tuple[Row, ...]:
    """The part of the net sum that bears no VAT, with its nature where the page names it."""
    rest = (net or Decimal(0)) - bases
    nature = _nature_of(paper, rest)
    if rest <= _CENT * 2:
        return ()
    untaxed = {"rate": "0.00", "net_amount": canonical_amount(rest), "vat_amount": "0.00"}
    if nature is not None:
        return ({**untaxed, "nature": nature},)
    text = plain(" ".join(row.text for sheet in paper.sheets for row in sheet.rows))
    return (untaxed,) if _UNTAXED.search(text) else ()


def _nature_of(paper: Paper, amount: Decimal) -> str | None:
    """The nature named in the row of an amount, else anywhere."""
    wanted = canonical_amount(amount)
    rows = [row for sheet in paper.sheets for row in sheet.rows]
    for row in rows:
        here = any(is_amount(f) and f.value.lstrip("-") == wanted for cell in row.cells for f in paper.found_in(cell))
        if here and (nature := nature_in(row.text)) is not None:
            return nature
    return nature_in(" ".join(row.text for row in rows))
