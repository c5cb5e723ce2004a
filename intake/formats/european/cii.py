"""UN/CEFACT CII (CrossIndustryInvoice: Factur-X, ZUGFeRD 2, XRechnung) and ZUGFeRD 1.0: XML tree -> what it states."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from intake.formats.european.cii_parts import (
    NUMBERS,
    attachments,
    counted,
    discounts,
    lines,
    references,
    vat_rows,
)
from intake.formats.european.cii_party import address_of, party
from intake.formats.european.cii_payments import payments, terms
from intake.formats.european.scribe import EuropeanScribe, deep, labelled, part, places, text, value
from intake.formats.european.statement import Statement, Totals, is_credit_note
from intake.formats.european.terms import Term, paths_of
from intake.formats.fatturapa_model import Invoice, Party
from intake.formats.fatturapa_sums import Figure
from intake.formats.xml_node import Node

ROOTS = frozenset({"CrossIndustryInvoice", "CrossIndustryDocument"})

_SUMMATION = "SpecifiedTradeSettlementHeaderMonetarySummation"
_OLD_SUMMATION = "SpecifiedTradeSettlementMonetarySummation"
_DAY = ("IssueDateTime/DateTimeString", "IssueDateTime/DateTime", "IssueDateTime")
_OTHERS = (
    ("Beneficiario del pagamento", "PayeeTradeParty"),
    ("Fattura intestata a", "InvoiceeTradeParty"),
)


def statement_of(root: Node) -> Statement:
    """What a CII tree says. Nothing that is missing or absurd raises."""
    scribe = EuropeanScribe()
    document = root.at("ExchangedDocument") or part(root, "HeaderExchangedDocument")
    trade = root.at("SupplyChainTradeTransaction") or part(root, "SpecifiedSupplyChainTradeTransaction")
    agreement, delivery, settlement = (_header(trade, name) for name in ("Agreement", "Delivery", "Settlement"))
    totals = _totals(scribe, settlement)
    issued = scribe.when(document, *_DAY)
    rows = tuple(payments(scribe, settlement, totals.due))
    type = document.value("TypeCode") or "380"
    found = Invoice(
        version=_guideline(root),
        simplified=False,
        type=type,
        path=document.path,
        supplier=party(part(agreement, "SellerTradeParty")),
        customer=party(part(agreement, "BuyerTradeParty")),
        others=tuple(_others(agreement, settlement)),
        issuer="",
        number=value(document, "ID", limit=100),
        date=issued[0] if issued else None,
        currency=scribe.currency_at(settlement, "InvoiceCurrencyCode"),
        total=totals.gross.amount if totals.gross else None,
        rounding=totals.rounding.amount if totals.rounding else None,
        discounts=discounts(scribe, settlement),
        stamp=None,
        withholdings=(),
        funds=(),
        notes=tuple(note.text for note in deep(document, "IncludedNote/Content") if note.text),
        references=tuple(references(scribe, agreement, delivery, settlement)),
        transport=_delivery(scribe, delivery),
        sending=_sending(scribe, root, settlement),
        lines=tuple(lines(scribe, trade)),
        vat_rows=tuple(vat_rows(scribe, settlement)),
        payments=tuple(row.payment for row in rows),
        attachments=tuple(attachments(agreement)),
        unreadable=tuple(scribe.unreadable),
    )
    paths = _paths(agreement, rows, issued[1] if issued else "")
    return Statement(found, totals, paths, terms(settlement), counted(trade), is_credit_note(type))


def _header(trade: Node, name: str) -> Node:
    return trade.at(f"ApplicableHeaderTrade{name}") or part(trade, f"ApplicableSupplyChainTrade{name}")


def _guideline(root: Node) -> str:
    name = "GuidelineSpecifiedDocumentContextParameter/ID"
    return text(root, f"ExchangedDocumentContext/{name}", f"SpecifiedExchangedDocumentContext/{name}")


def _totals(scribe: EuropeanScribe, settlement: Node) -> Totals:
    stated = settlement.at(_SUMMATION) or part(settlement, _OLD_SUMMATION)
    return Totals(
        lines=scribe.figure(stated, "LineTotalAmount"),
        allowances=scribe.figure(stated, "AllowanceTotalAmount"),
        charges=scribe.figure(stated, "ChargeTotalAmount"),
        net=scribe.figure(stated, "TaxBasisTotalAmount"),
        vat=_vat_total(scribe, stated, settlement.value("InvoiceCurrencyCode")),
        gross=scribe.figure(stated, "GrandTotalAmount"),
        prepaid=scribe.figure(stated, "TotalPrepaidAmount"),
        rounding=scribe.figure(stated, "RoundingAmount"),
        due=scribe.figure(stated, "DuePayableAmount"),
    )


def _vat_total(scribe: EuropeanScribe, stated: Node, currency: str) -> Figure | None:
    """That of the invoice's currency: a second one may state the VAT in the seller's."""
    totals = list(stated.all("TaxTotalAmount"))
    fitting = (node for node in totals if node.attribute("currencyID") == currency)
    found = next(chain(fitting, totals), None)
    return scribe.figure(found) if found else None


def _others(agreement: Node, settlement: Node) -> Iterator[tuple[str, Party]]:
    for role, name in _OTHERS:
        node = settlement.at(name)
        if node:
            yield role, party(node)
    represented = agreement.at("SellerTaxRepresentativeTradeParty")
    if represented:
        yield "Rappresentante fiscale", party(represented)


def _delivery(scribe: EuropeanScribe, delivery: Node) -> tuple[tuple[str, str], ...]:
    when = scribe.when(
        delivery,
        "ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString",
        "ActualDeliverySupplyChainEvent/OccurrenceDateTime",
    )
    place = part(delivery, "ShipToTradeParty")
    return labelled(
        ("Consegna", when[0].isoformat() if when else ""),
        ("Presso", place.value("Name")),
        ("Luogo", address_of(place)),
    )


def _sending(scribe: EuropeanScribe, root: Node, settlement: Node) -> tuple[tuple[str, str], ...]:
    days = [
        scribe.when(settlement, f"BillingSpecifiedPeriod/{name}/DateTimeString", f"BillingSpecifiedPeriod/{name}")
        for name in ("StartDateTime", "EndDateTime")
    ]
    return labelled(
        ("Formato", _guideline(root)),
        ("Periodo", " – ".join(day[0].isoformat() for day in days if day)),
        ("Conto del cliente", settlement.value("ReceivableSpecifiedTradeAccountingAccount/ID")),
    )


def _paths(agreement: Node, rows: tuple[Term, ...], date: str) -> dict[str, str]:
    orders = places(agreement, *(f"BuyerOrderReferencedDocument/{name}" for name in NUMBERS))
    return {"date": date, **({"order_reference": orders[0].path} if orders else {}), **paths_of(rows)}
