"""How and when to pay, in CII."""

from __future__ import annotations

from collections.abc import Iterator

from intake.formats.european.scribe import EuropeanScribe, labelled, text, value
from intake.formats.european.terms import Due, Means, Term, joined
from intake.formats.fatturapa_model import Value
from intake.formats.fatturapa_sums import Figure
from intake.formats.xml_node import Node

_DATES = ("DueDateDateTime/DateTimeString", "DueDateDateTime/DateTime", "DueDateDateTime")


def payments(scribe: EuropeanScribe, settlement: Node, total: Figure | None) -> Iterator[Term]:
    return joined(list(_means(settlement)), list(_dues(scribe, settlement)), total)


def _means(settlement: Node) -> Iterator[Means]:
    reference = settlement.value("PaymentReference")
    mandate = settlement.value("SpecifiedTradePaymentTerms/DirectDebitMandateID")
    for node in settlement.all("SpecifiedTradeSettlementPaymentMeans"):
        yield Means(
            path=node.path,
            code=node.value("TypeCode"),
            account=value(
                node,
                "PayeePartyCreditorFinancialAccount/IBANID",
                "PayeePartyCreditorFinancialAccount/ProprietaryID",
            ),
            details=labelled(
                ("", node.value("Information")),
                ("Intestatario", text(node, "PayeePartyCreditorFinancialAccount/AccountName")),
                ("BIC", text(node, "PayeeSpecifiedCreditorFinancialInstitution/BICID")),
                ("Banca", text(node, "PayeeSpecifiedCreditorFinancialInstitution/Name")),
                ("Riferimento", reference),
                ("Mandato", mandate),
                ("Addebito su", text(node, "PayerPartyDebtorFinancialAccount/IBANID")),
                ("Carta", text(node, "ApplicableTradeSettlementFinancialCard/ID")),
            ),
        )


def _dues(scribe: EuropeanScribe, settlement: Node) -> Iterator[Due]:
    for node in settlement.all("SpecifiedTradePaymentTerms"):
        if when := scribe.when(node, *_DATES):
            yield Due(when[0], when[1], scribe.number(node, "PartialPaymentAmount"))


def terms(settlement: Node) -> Value | None:
    """The terms of payment as text."""
    notes = [
        note for node in settlement.all("SpecifiedTradePaymentTerms") for note in node.all("Description") if note.text
    ]
    return Value(" / ".join(note.text for note in notes)[:500], notes[0].path) if notes else None
