"""Whether an e-invoice adds up, with the tolerances of the exchange system (errors 00400, 00401, 00421 to 00423).

Details are figures beside the XML's own element names, so that they read the same in every language.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import product

from intake.formats import codes
from intake.formats.fatturapa_model import Discount, Invoice, Line
from intake.formats.fatturapa_sums import MAX_DISCOUNTS, Sums, are_alternatives, discounted
from intake.formats.xml_values import CENT, cents
from storage.kinds import Label
from storage.reading import Check

LINES_TOLERANCE = Decimal("1.00")
MAX_DETAILS = 5


def checks(invoice: Invoice, sums: Sums, turned: bool) -> tuple[Check, ...]:
    """All checks that the invoice gives reason for; `turned` says that its negative amounts were turned positive."""
    found = [
        *_present(invoice),
        *_readable(invoice),
        *_gross(invoice, sums),
        *_payments(invoice, sums),
        _known_codes(invoice),
        *_sign(invoice, sums, turned),
    ]
    if not invoice.simplified:
        found += [*_vat_by_rate(invoice), *_natures(invoice), *_lines_against_summary(invoice), *_line_amounts(invoice)]
    return tuple(found)


def _check(name: str, faults: list[str], detail: str = "") -> Check:
    return Check(name, not faults, "; ".join(faults[:MAX_DETAILS]) if faults else detail)


def _present(invoice: Invoice) -> Iterator[Check]:
    parts: tuple[tuple[str, object], ...] = (
        ("TipoDocumento", invoice.type),
        ("Numero", invoice.number),
        ("Data", invoice.date),
        ("Divisa", invoice.currency),
        ("CedentePrestatore", invoice.supplier.name),
        ("CessionarioCommittente", invoice.customer.name or invoice.customer.vat_id or invoice.customer.tax_code),
        ("DatiBeniServizi", invoice.lines),
        ("DatiRiepilogo", invoice.vat_rows),
    )
    yield _check("required_parts_present", [name for name, part in parts if not part])


def _readable(invoice: Invoice) -> Iterator[Check]:
    if invoice.unreadable:
        yield _check("values_readable", list(invoice.unreadable))


def _gross(invoice: Invoice, sums: Sums) -> Iterator[Check]:
    """Stamp, rounding and a discount on the document are in the total or beside it: programs differ."""
    net, vat, gross = sums.net, sums.vat, sums.gross
    if net is None or vat is None or gross is None:
        return
    base = net.amount + vat.amount
    totals = {
        after + rounding + stamp
        for after, rounding, stamp in product(
            (base, discounted(base, invoice.discounts)),
            (Decimal(0), invoice.rounding or Decimal(0)),
            (Decimal(0), sums.stamp.amount if sums.stamp else Decimal(0)),
        )
    }
    passed = any(abs(total - gross.amount) <= CENT for total in totals)
    detail = f"{cents(net.amount):f} + {cents(vat.amount):f} {'=' if passed else '≠'} {cents(gross.amount):f}"
    yield Check("net_plus_vat_is_gross", passed, detail)


def _payments(invoice: Invoice, sums: Sums) -> Iterator[Check]:
    amounts = [payment.amount for payment in invoice.payments if payment.amount is not None]
    expected, gross = sums.expected_due, sums.gross
    if not amounts or expected is None or gross is None:
        return
    total, tolerance = sum(amounts, Decimal(0)), CENT * len(amounts)
    passed = (
        abs(total - expected) <= tolerance
        or abs(total - gross.amount) <= tolerance
        or are_alternatives(invoice, expected)
    )
    due = f"{gross.amount:f} − {sums.withheld:f} − {sums.split_vat:f} = {expected:f}"
    yield Check("payments_match_amount_due", passed, f"Σ ImportoPagamento {total:f}; {due}")


def _known_codes(invoice: Invoice) -> Check:
    def unknown(table: Mapping[str, Label], used: list[str]) -> list[str]:
        return sorted({code for code in used if code and code not in table})

    return _check(
        "codes_known",
        [
            *unknown(codes.DOCUMENT_TYPES, [invoice.type]),
            *unknown(codes.TAX_REGIMES, [invoice.supplier.regime]),
            *unknown(codes.NATURES, [nature for _, _, nature in _rates_and_natures(invoice)]),
            *unknown(codes.PAYMENT_METHODS, [payment.method for payment in invoice.payments]),
            *unknown(codes.PAYMENT_CONDITIONS, [payment.conditions for payment in invoice.payments]),
            *unknown(codes.WITHHOLDINGS, [item.code for item in invoice.withholdings]),
            *unknown(codes.PENSION_FUNDS, [fund.code for fund in invoice.funds]),
        ],
    )


def _sign(invoice: Invoice, sums: Sums, turned: bool) -> Iterator[Check]:
    if sums.gross is None:
        return
    if invoice.type in codes.CREDIT_NOTES:
        yield Check("credit_note_amounts_positive", not turned, f"{'-' if turned else ''}{sums.gross.amount:f}")
    elif sums.gross.amount < 0:
        yield Check("invoice_total_not_negative", False, f"{invoice.type} {sums.gross.amount:f}")


def _vat_by_rate(invoice: Invoice) -> Iterator[Check]:
    faults, rows = [], 0
    for row in invoice.vat_rows:
        if row.rate is None or row.net is None or row.vat is None:
            continue
        rows += 1
        expected = cents(row.net * row.rate / 100)
        if abs(expected - row.vat) > CENT:
            faults.append(f"{row.net:f} × {row.rate:f} % = {expected:f} ≠ Imposta {row.vat:f}")
    if rows:
        yield _check("vat_is_rate_of_net", faults)


def _natures(invoice: Invoice) -> Iterator[Check]:
    """A rate of zero needs a nature, another forbids it (self-invoices may carry both)."""
    faults = []
    for path, rate, nature in _rates_and_natures(invoice):
        if rate == 0 and not nature:
            faults.append(f"{path}: 0.00 % – Natura ?")
        elif rate and nature and invoice.type not in codes.SELF_ISSUED:
            faults.append(f"{path}: {rate:f} % + Natura {nature}")
    yield _check("nature_fits_rate", faults)


def _rates_and_natures(invoice: Invoice) -> Iterator[tuple[str, Decimal | None, str]]:
    yield from ((line.path, line.rate, line.nature) for line in invoice.lines)
    yield from ((row.path, row.rate, row.nature) for row in invoice.vat_rows)


def _lines_against_summary(invoice: Invoice) -> Iterator[Check]:
    """By rate: lines, pension fund, charges and rounding against the summary's taxable amount."""
    lines: defaultdict[Decimal, Decimal] = defaultdict(Decimal)
    for line in invoice.lines:
        if line.rate is None or line.amount is None:
            return
        lines[line.rate] += line.amount
    for fund in invoice.funds:
        lines[fund.vat_rate or Decimal(0)] += fund.amount or 0
    summary: defaultdict[Decimal, Decimal] = defaultdict(Decimal)
    for row in invoice.vat_rows:
        if row.rate is None or row.net is None:
            return
        lines[row.rate] += (row.charges or 0) + (row.rounding or 0)
        summary[row.rate] += row.net
    if not lines or not summary:
        return
    faults = [
        f"{rate:f} %: Σ PrezzoTotale {lines[rate]:f} ≠ ImponibileImporto {summary[rate]:f}"
        for rate in sorted(lines.keys() | summary.keys())
        if abs(lines[rate] - summary[rate]) >= LINES_TOLERANCE
    ]
    yield _check("lines_match_vat_summary", faults)


def _line_amounts(invoice: Invoice) -> Iterator[Check]:
    faults, lines = [], 0
    for line in invoice.lines:
        if line.unit_price is None or line.amount is None:
            continue
        lines += 1
        if not _adds_up(line, line.unit_price, line.amount):
            faults.append(f"{line.number}: {line.quantity or 1:f} × {line.unit_price:f} ≠ PrezzoTotale {line.amount:f}")
    if lines:
        yield _check("line_is_quantity_times_price", faults)


def _adds_up(line: Line, price: Decimal, amount: Decimal) -> bool:
    """Discounts are taken off the price or off the line, as percentages or as amounts where they state both."""
    quantity = Decimal(1) if line.quantity is None else line.quantity
    by_percent = tuple(
        Discount(item.raises, item.percent, None if item.percent else item.amount)
        for item in line.discounts[:MAX_DISCOUNTS]
    )
    readings = (
        discounted(price, line.discounts) * quantity,
        discounted(price, by_percent) * quantity,
        discounted(price * quantity, line.discounts),
        discounted(price * quantity, by_percent),
    )
    return any(abs(reading - amount) <= CENT for reading in readings)
