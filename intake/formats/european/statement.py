"""What a European invoice states: its content in the words of `fatturapa_model`, and the totals it states itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from intake.formats.european.codes import CREDIT_NOTES
from intake.formats.fatturapa_model import Invoice, Value
from intake.formats.fatturapa_sums import Figure, Sums, turned
from intake.formats.xml_values import CENT


@dataclass(frozen=True, slots=True)
class Totals:
    """As stated; `net` is after `allowances` and `charges` on the document, `due` after `prepaid` and `rounding`."""

    lines: Figure | None
    allowances: Figure | None
    charges: Figure | None
    net: Figure | None
    vat: Figure | None
    gross: Figure | None
    prepaid: Figure | None
    rounding: Figure | None
    due: Figure | None


@dataclass(frozen=True, slots=True)
class Statement:
    """`paths` is where fields stand that are not told by the parts of `invoice`, `terms` the terms of payment as text.

    `counted` are the paths of the lines that add up to the total: not those of groups or for information."""

    invoice: Invoice
    totals: Totals
    paths: Mapping[str, str]
    terms: Value | None
    counted: frozenset[str]
    is_credit_note: bool


def is_credit_note(type: str) -> bool:
    return type in CREDIT_NOTES


def turned_positive(statement: Statement) -> tuple[Statement, bool]:
    """A credit note written with negative amounts with their signs changed, and whether it was one."""
    totals = statement.totals
    total = totals.gross or totals.due or totals.net
    if not statement.is_credit_note or total is None or total.amount >= 0:
        return statement, False
    positive = Totals(
        lines=_negated(totals.lines),
        allowances=_negated(totals.allowances),
        charges=_negated(totals.charges),
        net=_negated(totals.net),
        vat=_negated(totals.vat),
        gross=_negated(totals.gross),
        prepaid=_negated(totals.prepaid),
        rounding=_negated(totals.rounding),
        due=_negated(totals.due),
    )
    discounts = tuple(
        replace(item, amount=None if item.amount is None else -item.amount) for item in statement.invoice.discounts
    )
    invoice = replace(turned(statement.invoice), discounts=discounts)
    return replace(statement, invoice=invoice, totals=positive), True


def _negated(figure: Figure | None) -> Figure | None:
    return figure and replace(figure, amount=-figure.amount + 0)


def sums(statement: Statement) -> Sums:
    """The totals as stated, or where one is not, what the VAT rows and the other totals come to."""
    totals, rows = statement.totals, statement.invoice.vat_rows
    net = totals.net or _summed([row.net for row in rows], tuple(row.path for row in rows))
    vat = totals.vat or _summed([row.vat for row in rows], tuple(row.path for row in rows))
    gross = totals.gross or (_plus(net, vat) if net and vat else None)
    due = totals.due or gross
    return Sums(
        net=net,
        vat=vat,
        gross=gross,
        withholding=None,
        withheld=Decimal(0),
        split_vat=Decimal(0),
        stamp=None,
        expected_due=due.amount if due else None,
        due=due,
        lines=totals.lines,
        allowances=_told(totals.allowances),
        charges=_told(totals.charges),
        prepaid=totals.prepaid.amount if totals.prepaid else None,
    )


def _summed(amounts: list[Decimal | None], paths: tuple[str, ...]) -> Figure | None:
    known = [amount for amount in amounts if amount is not None]
    if not known or len(known) < len(amounts):
        return None
    return Figure(sum(known, Decimal(0)), paths[:5], computed=True)


def _plus(net: Figure, vat: Figure) -> Figure:
    return Figure(net.amount + vat.amount, (*net.paths, *vat.paths), computed=True)


def _told(figure: Figure | None) -> Figure | None:
    """None where it says that there is nothing of it."""
    return figure if figure and abs(figure.amount) >= CENT else None
