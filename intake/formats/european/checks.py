"""Whether a European invoice adds up, after the rules of EN 16931 (BR-CO-10 to BR-CO-17).

Details are figures beside what they are, so that they read the same in every language.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from intake.formats import shown_codes
from intake.formats.european.codes import WITHOUT_VAT
from intake.formats.european.statement import Statement
from intake.formats.fatturapa_model import Invoice, Line
from intake.formats.fatturapa_sums import Figure, Sums
from intake.formats.xml_values import CENT, cents
from storage.reading import Check

MAX_DETAILS = 5
ZERO = Decimal(0)


def checks(statement: Statement, sums: Sums, turned: bool) -> tuple[Check, ...]:
    """All checks that the invoice gives reason for; `turned` as in `turned_positive`."""
    invoice = statement.invoice
    found = [
        *_present(invoice, sums),
        *_readable(invoice),
        *_gross(sums),
        *_due(statement, sums),
        *_lines(statement),
        *_net(statement),
        *_vat_rows(invoice, sums),
        *_categories(invoice),
        *_line_amounts(invoice),
        _known_codes(invoice),
        *_sign(statement, sums, turned),
    ]
    return tuple(found)


def _check(name: str, faults: list[str], detail: str = "") -> Check:
    return Check(name, not faults, "; ".join(faults[:MAX_DETAILS]) if faults else detail)


def _equation(name: str, left: str, found: Decimal, stated: Decimal, tolerance: Decimal = CENT) -> Check:
    passed = abs(found - stated) <= tolerance
    return Check(name, passed, f"{left} {'=' if passed else '≠'} {cents(stated):f}")


def _present(invoice: Invoice, sums: Sums) -> Iterator[Check]:
    parts: tuple[tuple[str, object], ...] = (
        ("ID", invoice.number),
        ("IssueDate", invoice.date),
        ("CurrencyCode", invoice.currency),
        ("Seller", invoice.supplier.name),
        ("Buyer", invoice.customer.name),
        ("GrandTotal", sums.gross),
    )
    yield _check("required_parts_present", [name for name, part in parts if part is None])


def _readable(invoice: Invoice) -> Iterator[Check]:
    if invoice.unreadable:
        yield _check("values_readable", list(invoice.unreadable))


def _gross(sums: Sums) -> Iterator[Check]:
    net, vat, gross = sums.net, sums.vat, sums.gross
    if net and vat and gross and not gross.computed:
        left = f"{cents(net.amount):f} + {cents(vat.amount):f}"
        yield _equation("net_plus_vat_is_gross", left, net.amount + vat.amount, gross.amount)


def _due(statement: Statement, sums: Sums) -> Iterator[Check]:
    totals, gross = statement.totals, sums.gross
    if totals.due is None or gross is None:
        return
    prepaid, rounding = _amount(totals.prepaid), _amount(totals.rounding)
    left = f"{cents(gross.amount):f} - {cents(prepaid):f} + {cents(rounding):f}"
    yield _equation("payable_is_gross_less_prepaid", left, gross.amount - prepaid + rounding, totals.due.amount)
    amounts = [payment.amount for payment in statement.invoice.payments if payment.amount is not None]
    if len(amounts) > 1 and any(amount != totals.due.amount for amount in amounts):
        total = sum(amounts, ZERO)
        yield _equation("payments_match_amount_due", f"Σ {total:f}", total, totals.due.amount, CENT * len(amounts))


def _amount(figure: Figure | None) -> Decimal:
    return figure.amount if figure else ZERO


def _lines(statement: Statement) -> Iterator[Check]:
    amounts = [line.amount for line in statement.invoice.lines if line.path in statement.counted]
    known = [amount for amount in amounts if amount is not None]
    if known and statement.totals.lines:
        total = sum(known, ZERO)
        yield _equation("lines_match_total", f"Σ {total:f}", total, statement.totals.lines.amount)


def _net(statement: Statement) -> Iterator[Check]:
    totals = statement.totals
    if totals.lines and totals.net:
        lines, off, more = totals.lines.amount, _amount(totals.allowances), _amount(totals.charges)
        left = f"{cents(lines):f} - {cents(off):f} + {cents(more):f}"
        yield _equation("lines_and_charges_are_net", left, lines - off + more, totals.net.amount)


def _vat_rows(invoice: Invoice, sums: Sums) -> Iterator[Check]:
    rows = [(row.rate, row.net, row.vat) for row in invoice.vat_rows]
    faults, compared = [], 0
    for rate, net, vat in rows:
        if rate is not None and net is not None and vat is not None:
            compared += 1
            expected = cents(net * rate / 100)
            if abs(expected - vat) > CENT:
                faults.append(f"{net:f} × {rate:f} % = {expected:f} ≠ {vat:f}")
    if compared:
        yield _check("vat_is_rate_of_net", faults)
    nets = [net for _, net, _ in rows if net is not None]
    vats = [vat for _, _, vat in rows if vat is not None]
    if nets and vats and len(nets) == len(vats) == len(rows) and sums.net and sums.vat:
        pairs = (("net", sum(nets, ZERO), sums.net.amount), ("VAT", sum(vats, ZERO), sums.vat.amount))
        yield _check(
            "vat_lines_add_up",
            [f"{name}: Σ {found:f} ≠ {stated:f}" for name, found, stated in pairs if abs(found - stated) > CENT],
        )


def _categories(invoice: Invoice) -> Iterator[Check]:
    """Without VAT there is no rate above zero."""
    stated = [(line.path, line.rate, line.nature) for line in invoice.lines]
    stated += [(row.path, row.rate, row.nature) for row in invoice.vat_rows]
    faults = [f"{path}: {rate:f} % + {nature}" for path, rate, nature in stated if rate and nature in WITHOUT_VAT]
    if stated:
        yield _check("nature_fits_rate", faults)


def _line_amounts(invoice: Invoice) -> Iterator[Check]:
    faults, compared = [], 0
    for line in invoice.lines:
        if line.unit_price is None or line.amount is None or line.quantity is None:
            continue
        compared += 1
        if not _adds_up(line, line.quantity * line.unit_price, line.amount):
            faults.append(f"{line.number}: {line.quantity:f} × {line.unit_price:f} ≠ {line.amount:f}")
    if compared:
        yield _check("line_is_quantity_times_price", faults)


def _adds_up(line: Line, product: Decimal, amount: Decimal) -> bool:
    """Some programs state the line before its discounts; a price for a thousand is rounded when it is for one."""
    change = sum(((item.amount or ZERO) * (1 if item.raises else -1) for item in line.discounts), ZERO)
    return any(abs(value - amount) <= CENT for value in (product + change, product))


def _known_codes(invoice: Invoice) -> Check:
    natures = [line.nature for line in invoice.lines] + [row.nature for row in invoice.vat_rows]
    used = (
        (shown_codes.DOCUMENT_TYPES, [invoice.type]),
        (shown_codes.NATURES, natures),
        (shown_codes.PAYMENT_METHODS, [payment.method for payment in invoice.payments]),
    )
    unknown = {code for table, found in used for code in found if code and code not in table}
    return _check("codes_known", sorted(unknown))


def _sign(statement: Statement, sums: Sums, turned: bool) -> Iterator[Check]:
    if sums.gross is None:
        return
    if statement.is_credit_note:
        yield Check("credit_note_amounts_positive", not turned, f"{'-' if turned else ''}{sums.gross.amount:f}")
    elif sums.gross.amount < 0:
        yield Check("invoice_total_not_negative", False, f"{statement.invoice.type} {sums.gross.amount:f}")
