"""What an e-invoice comes to: totals, what is withheld, what is left to pay.

Amounts come out positive for a credit note (its kind carries the sign); an ordinary invoice keeps the sign it states.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from intake.formats.codes import CREDIT_NOTES, SELF_ISSUED, TAX_WITHHELD
from intake.formats.fatturapa_model import Discount, Invoice, Line
from intake.formats.xml_values import CENT, cents

STAMP_DUTY = Decimal("2.00")  # fixed by law since 26 June 2013 (D.L. 43/2013)
MAX_DISCOUNTS = 20


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount, the XML paths it comes from, and whether the file states it or it was computed from others."""

    amount: Decimal
    paths: tuple[str, ...]
    computed: bool
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Sums:
    """`expected_due` is what the totals leave to pay, `due` what is to be paid in the light of the payments stated.

    `withheld` holds all that the customer keeps back, `withholding` the part that is withholding tax, `split_vat` the
    VAT that the customer pays to the tax office himself. `lines`, `allowances`, `charges` and `prepaid` are stated by
    the European formats only."""

    net: Figure | None
    vat: Figure | None
    gross: Figure | None
    withholding: Figure | None
    withheld: Decimal
    split_vat: Decimal
    stamp: Figure | None
    expected_due: Decimal | None
    due: Figure | None
    lines: Figure | None = None
    allowances: Figure | None = None
    charges: Figure | None = None
    prepaid: Decimal | None = None


def turned_positive(invoice: Invoice) -> tuple[Invoice, bool]:
    """The invoice with the signs of all amounts changed, where it is a credit note written with negative amounts."""
    total = invoice.total
    if total is None:
        total = sum((row.net for row in invoice.vat_rows if row.net is not None), Decimal(0))
    if invoice.type not in CREDIT_NOTES or total >= 0:
        return invoice, False
    return turned(invoice), True


def turned(invoice: Invoice) -> Invoice:
    """The invoice with the signs of all amounts changed."""
    return replace(
            invoice,
            total=_negated(invoice.total),
            rounding=_negated(invoice.rounding),
            withholdings=tuple(replace(item, amount=_absolute(item.amount)) for item in invoice.withholdings),
            funds=tuple(replace(f, amount=_negated(f.amount), base=_negated(f.base)) for f in invoice.funds),
            lines=tuple(_turned_line_amounts(invoice)),
            vat_rows=tuple(
                replace(r, charges=_negated(r.charges), rounding=_negated(r.rounding), net=_negated(r.net),
                        vat=_negated(r.vat))
                for r in invoice.vat_rows
            ),
            payments=tuple(replace(item, amount=_absolute(item.amount)) for item in invoice.payments),
        )  # fmt: skip


def _turned_line_amounts(invoice: Invoice) -> list[Line]:
    """A line's minus stands in its price or in its quantity: only there it is turned."""
    turned: list[Line] = []
    for line in invoice.lines:
        by_quantity = line.quantity is not None and line.quantity < 0
        quantity = _negated(line.quantity) if by_quantity else line.quantity
        price = line.unit_price if by_quantity else _negated(line.unit_price)
        turned.append(replace(line, quantity=quantity, unit_price=price, amount=_negated(line.amount)))
    return turned


def _negated(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value + 0


def _absolute(value: Decimal | None) -> Decimal | None:
    return None if value is None else abs(value)


def sums(invoice: Invoice) -> Sums:
    """The figures of an invoice whose signs are in order (see `turned_positive`)."""
    net, vat = _net_and_vat(invoice)
    gross = _gross(invoice, net, vat)
    tax = [
        (_absolute(item.amount), f"{item.path}/ImportoRitenuta")
        for item in invoice.withholdings
        if item.code in TAX_WITHHELD
    ]
    withheld = sum((abs(item.amount) for item in invoice.withholdings if item.amount is not None), Decimal(0))
    split = sum((r.vat for r in invoice.vat_rows if r.collection == "S" and r.vat is not None), Decimal(0))
    expected = None
    if gross is not None and invoice.type not in SELF_ISSUED:
        expected = _left_to_pay(gross.amount, withheld + split)
    return Sums(
        net=net,
        vat=vat,
        gross=gross,
        withholding=_total(tax, computed=False),
        withheld=withheld,
        split_vat=split,
        stamp=_stamp(invoice),
        expected_due=expected,
        due=_due(invoice, gross, expected),
    )


def _left_to_pay(gross: Decimal, kept_back: Decimal) -> Decimal | None:
    """None where more would be kept back than there is: then one of the figures is wrong."""
    due = cents(gross - kept_back)
    return due if gross < 0 or due >= 0 else None


def _net_and_vat(invoice: Invoice) -> tuple[Figure | None, Figure | None]:
    if invoice.simplified:
        return (
            _total([(row.net, row.path) for row in invoice.vat_rows], computed=True),
            _total([(row.vat, row.path) for row in invoice.vat_rows], computed=True),
        )
    return (
        _total([(row.net, f"{row.path}/ImponibileImporto") for row in invoice.vat_rows], computed=False),
        _total([(row.vat, f"{row.path}/Imposta") for row in invoice.vat_rows], computed=False),
    )


def _total(parts: list[tuple[Decimal | None, str]], computed: bool) -> Figure | None:
    """The sum of amounts that are all there; stated where there is only one."""
    amounts = [amount for amount, _ in parts if amount is not None]
    if not amounts or len(amounts) < len(parts):
        return None
    return Figure(sum(amounts, Decimal(0)), tuple(path for _, path in parts[:5]), computed or len(parts) > 1)


def _gross(invoice: Invoice, net: Figure | None, vat: Figure | None) -> Figure | None:
    if invoice.total is not None:
        return Figure(invoice.total, (f"{invoice.path}/ImportoTotaleDocumento",), computed=False)
    if invoice.simplified:
        return _total([(line.amount, f"{line.path}/Importo") for line in invoice.lines], computed=False)
    if net is None or vat is None:
        return None
    before = net.amount + vat.amount
    amount = discounted(before, invoice.discounts) + (invoice.rounding or 0)
    return Figure(cents(amount), (*net.paths, *vat.paths), computed=True)


def discounted(base: Decimal, discounts: tuple[Discount, ...]) -> Decimal:
    """`base` after discounts and surcharges one upon the other; an amount counts before a percentage."""
    for discount in discounts[:MAX_DISCOUNTS]:
        change = abs(discount.amount) if discount.amount is not None else base * (discount.percent or 0) / 100
        base += change if discount.raises else -change
    return base


def _stamp(invoice: Invoice) -> Figure | None:
    stamp = invoice.stamp
    if stamp is None:
        return None
    if stamp.amount is not None:
        return Figure(abs(stamp.amount), (f"{stamp.path}/ImportoBollo",), computed=False)
    return Figure(STAMP_DUTY, (f"{stamp.path}/BolloVirtuale",), computed=True, confidence=0.95)


def are_alternatives(invoice: Invoice, due: Decimal | None) -> bool:
    """Whether several payments are each the whole sum: ways to pay it, not instalments."""
    amounts = [payment.amount for payment in invoice.payments if payment.amount is not None]
    return len(amounts) > 1 and due is not None and all(abs(amount - due) <= CENT for amount in amounts)


def _due(invoice: Invoice, gross: Figure | None, expected: Decimal | None) -> Figure | None:
    """What is to be paid: the totals' figure where the payments agree with it, else what the payments say."""
    stated = [(p.amount, f"{p.path}/ImportoPagamento") for p in invoice.payments if p.amount is not None]
    total = sum((amount for amount, _ in stated), Decimal(0))
    paths = tuple(path for _, path in stated[:5])
    if not stated or (total == 0 and expected):
        return Figure(expected, gross.paths if gross else (), computed=True) if expected is not None else None
    if expected is None or abs(total - expected) <= CENT * len(stated):
        return Figure(total, paths, computed=len(stated) > 1)
    if are_alternatives(invoice, expected):
        return Figure(expected, paths, computed=False)
    if gross is not None and abs(total - gross.amount) <= CENT * len(stated):
        # many programs state the payment before what the customer keeps back
        return Figure(expected, (*gross.paths, *paths), computed=True)
    return Figure(total, paths, computed=len(stated) > 1, confidence=0.9)
