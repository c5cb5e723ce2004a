"""UBL 2.x Invoice and CreditNote, Peppol's among them: XML tree -> what it states."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from intake.formats.european.scribe import EuropeanScribe, deep, labelled, part, places, text, value
from intake.formats.european.statement import Statement, Totals, is_credit_note
from intake.formats.european.terms import Term, paths_of
from intake.formats.european.ubl_parts import attachments, discounts, lines, references, vat_rows
from intake.formats.european.ubl_party import address_of, party
from intake.formats.european.ubl_payments import payments
from intake.formats.fatturapa_model import Invoice, Party, Value
from intake.formats.xml_node import Node

_OTHERS = (
    ("Beneficiario del pagamento", "PayeeParty"),
    ("Rappresentante fiscale", "TaxRepresentativeParty"),
)


def is_ubl(root: Node) -> bool:
    """By its parts: namespaces in the wild are unreliable, and other formats call their root Invoice too."""
    return root.name in ("Invoice", "CreditNote") and any(
        root.at(name) for name in ("AccountingSupplierParty", "LegalMonetaryTotal")
    )


def statement_of(root: Node) -> Statement:
    """What a UBL tree says. Nothing that is missing or absurd raises."""
    scribe = EuropeanScribe()
    totals = _totals(scribe, root)
    issued = scribe.when(root, "IssueDate")
    rows = tuple(payments(scribe, root, totals.due))
    type = text(root, "InvoiceTypeCode", "CreditNoteTypeCode") or ("381" if root.name == "CreditNote" else "380")
    found = Invoice(
        version=text(root, "CustomizationID"),
        simplified=False,
        type=type,
        path="",
        supplier=party(part(root, "AccountingSupplierParty/Party")),
        customer=party(part(root, "AccountingCustomerParty/Party")),
        others=tuple(_others(root)),
        issuer="",
        number=value(root, "ID", limit=100),
        date=issued[0] if issued else None,
        currency=scribe.currency_at(root, "DocumentCurrencyCode"),
        total=totals.gross.amount if totals.gross else None,
        rounding=totals.rounding.amount if totals.rounding else None,
        discounts=discounts(scribe, root),
        stamp=None,
        withholdings=(),
        funds=(),
        notes=tuple(note.text for note in root.all("Note") if note.text),
        references=tuple(references(scribe, root)),
        transport=_delivery(root),
        sending=_sending(root),
        lines=tuple(lines(scribe, root)),
        vat_rows=tuple(vat_rows(scribe, _tax_total(root))),
        payments=tuple(row.payment for row in rows),
        attachments=tuple(attachments(root)),
        unreadable=tuple(scribe.unreadable),
    )
    credit = root.name == "CreditNote" or is_credit_note(type)
    return Statement(
        invoice=found,
        totals=totals,
        paths=_paths(root, rows, issued[1] if issued else ""),
        terms=_terms(root),
        counted=frozenset(line.path for line in found.lines),
        is_credit_note=credit,
    )


def _totals(scribe: EuropeanScribe, root: Node) -> Totals:
    stated = part(root, "LegalMonetaryTotal")
    return Totals(
        lines=scribe.figure(stated, "LineExtensionAmount"),
        allowances=scribe.figure(stated, "AllowanceTotalAmount"),
        charges=scribe.figure(stated, "ChargeTotalAmount"),
        net=scribe.figure(stated, "TaxExclusiveAmount"),
        vat=scribe.figure(_tax_total(root) or Node("TaxTotal", "", "", ()), "TaxAmount"),
        gross=scribe.figure(stated, "TaxInclusiveAmount"),
        prepaid=scribe.figure(stated, "PrepaidAmount"),
        rounding=scribe.figure(stated, "PayableRoundingAmount"),
        due=scribe.figure(stated, "PayableAmount"),
    )


def _tax_total(root: Node) -> Node | None:
    """That of the invoice's currency: a second one may state the VAT in the seller's."""
    currency = text(root, "DocumentCurrencyCode")
    totals = sorted(root.all("TaxTotal"), key=lambda node: node.at("TaxSubtotal") is None)
    fitting = (node for node in totals if (found := node.at("TaxAmount")) and found.attribute("currencyID") == currency)
    return next(chain(fitting, totals), None)


def _others(root: Node) -> Iterator[tuple[str, Party]]:
    for role, name in _OTHERS:
        node = root.at(name)
        if node:
            yield role, party(node)


def _delivery(root: Node) -> tuple[tuple[str, str], ...]:
    node = part(root, "Delivery")
    return labelled(
        ("Consegna", node.value("ActualDeliveryDate")),
        ("Presso", node.value("DeliveryParty/PartyName/Name")),
        ("Luogo", address_of(node.at("DeliveryLocation/Address"))),
        ("Codice luogo", node.value("DeliveryLocation/ID")),
    )


def _sending(root: Node) -> tuple[tuple[str, str], ...]:
    period = " – ".join(filter(None, (text(root, "InvoicePeriod/StartDate"), text(root, "InvoicePeriod/EndDate"))))
    return labelled(
        ("Formato", text(root, "CustomizationID")),
        ("Periodo", period),
        ("Data fiscale", text(root, "TaxPointDate")),
        ("Conto del cliente", text(root, "AccountingCost")),
    )


def _terms(root: Node) -> Value | None:
    notes = [note for note in deep(root, "PaymentTerms/Note") if note.text]
    return Value(" / ".join(note.text for note in notes)[:500], notes[0].path) if notes else None


def _paths(root: Node, rows: tuple[Term, ...], date: str) -> dict[str, str]:
    orders = places(root, "OrderReference/ID")
    return {"date": date, **({"order_reference": orders[0].path} if orders else {}), **paths_of(rows)}
