"""The parts of a CII invoice: XML tree -> what it says. ZUGFeRD 1.0 names some of them otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from intake.formats import codes
from intake.formats.european.codes import EXEMPTIONS
from intake.formats.european.scribe import EuropeanScribe, deep, labelled, part, text
from intake.formats.european.vat import nature, per_unit
from intake.formats.fatturapa_model import Attachment, Discount, Line, Reference, VatRow
from intake.formats.xml_node import Node

RATES = ("RateApplicablePercent", "ApplicablePercent")
NUMBERS = ("IssuerAssignedID", "ID")
_DAYS = ("FormattedIssueDateTime/DateTimeString", "IssueDateTime/DateTimeString", "IssueDateTime")
_NOT_COUNTED = frozenset({"GROUP", "INFORMATION"})
_OBJECT, _TENDER = "130", "50"


def line_part(line: Node, name: str) -> Node:
    """A line's Agreement, Delivery or Settlement."""
    return line.at(f"SpecifiedLineTrade{name}") or part(line, f"SpecifiedSupplyChainTrade{name}")


def discounts(scribe: EuropeanScribe, node: Node) -> tuple[Discount, ...]:
    """The allowances and charges directly under `node`, transport among them."""
    found = [_discount(scribe, item) for item in node.all("SpecifiedTradeAllowanceCharge")]
    found += [
        Discount(True, None, scribe.number(item, "AppliedAmount"), text(item, "Description"))
        for item in node.all("SpecifiedLogisticsServiceCharge")
    ]
    return tuple(found)


def _discount(scribe: EuropeanScribe, item: Node) -> Discount:
    return Discount(
        raises=text(item, "ChargeIndicator/Indicator", "ChargeIndicator").lower() in ("true", "1"),
        percent=scribe.percentage(item, "CalculationPercent"),
        amount=scribe.number(item, "ActualAmount"),
        reason=text(item, "Reason", "ReasonCode"),
    )


def lines(scribe: EuropeanScribe, trade: Node) -> Iterator[Line]:
    for node in trade.all("IncludedSupplyChainTradeLineItem"):
        agreement, settled = line_part(node, "Agreement"), line_part(node, "Settlement")
        price = part(agreement, "NetPriceProductTradePrice")
        unit_price, packs = per_unit(scribe.number(price, "ChargeAmount"), scribe.number(price, "BasisQuantity"))
        quantity = line_part(node, "Delivery").at("BilledQuantity")
        tax = part(settled, "ApplicableTradeTax")
        yield Line(
            path=node.path,
            number=node.value("AssociatedDocumentLineDocument/LineID"),
            codes=tuple(_articles(part(node, "SpecifiedTradeProduct"))),
            description=text(
                node,
                "SpecifiedTradeProduct/Name",
                "SpecifiedTradeProduct/Description",
                "AssociatedDocumentLineDocument/IncludedNote/Content",
            ),
            quantity=scribe.number(quantity) if quantity else None,
            unit=quantity.attribute("unitCode") if quantity else "",
            unit_price=unit_price,
            discounts=discounts(scribe, settled),
            amount=scribe.number(settled, *_line_totals()),
            rate=scribe.percentage(tax, *RATES),
            nature=nature(tax.value("CategoryCode").upper()),
            notes=(*_line_notes(node, agreement, settled), *packs),
        )


def _line_totals() -> tuple[str, str]:
    return (
        "SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount",
        "SpecifiedTradeSettlementMonetarySummation/LineTotalAmount",
    )


def counted(trade: Node) -> frozenset[str]:
    """The paths of the lines that add up to the total."""
    return frozenset(
        node.path
        for node in trade.all("IncludedSupplyChainTradeLineItem")
        if node.value("AssociatedDocumentLineDocument/LineStatusReasonCode").upper() not in _NOT_COUNTED
    )


def _articles(product: Node) -> Iterator[str]:
    for label, path in (
        ("", "SellerAssignedID"),
        ("cliente", "BuyerAssignedID"),
        ("EAN", "GlobalID"),
        ("", "DesignatedProductClassification/ClassCode"),
    ):
        for found in deep(product, path):
            if found.text:
                yield f"{label} {found.text}".strip()


def _line_notes(line: Node, agreement: Node, settled: Node) -> Iterator[str]:
    product = part(line, "SpecifiedTradeProduct")
    for note in (product.value("Description"), *(n.text for n in deep(line, _LINE_NOTE))):
        if note and product.value("Name"):
            yield note
    begin, end = (
        text(settled, f"BillingSpecifiedPeriod/{name}/DateTimeString") for name in ("StartDateTime", "EndDateTime")
    )
    if begin or end:
        yield "Periodo " + " – ".join(_hyphens(day) for day in (begin, end) if day)
    if order := agreement.value("BuyerOrderReferencedDocument/LineID"):
        yield f"Riga d'ordine {order}"
    for item in product.all("ApplicableProductCharacteristic"):
        yield f"{item.value('Description')}: {item.value('Value')}"


_LINE_NOTE = "AssociatedDocumentLineDocument/IncludedNote/Content"


def _hyphens(day: str) -> str:
    return f"{day[:4]}-{day[4:6]}-{day[6:]}" if len(day) == 8 and day.isdigit() else day


def vat_rows(scribe: EuropeanScribe, settlement: Node) -> Iterator[VatRow]:
    for node in settlement.all("ApplicableTradeTax"):
        category = node.value("CategoryCode").upper()
        code = node.value("ExemptionReasonCode")
        yield VatRow(
            path=node.path,
            rate=scribe.percentage(node, *RATES),
            nature=nature(category),
            charges=None,
            rounding=None,
            net=scribe.number(node, "BasisAmount"),
            vat=scribe.number(node, "CalculatedAmount"),
            collection="S" if category == "B" else "",
            law=node.value("ExemptionReason") or codes.words(EXEMPTIONS, code.upper()),
        )


def references(scribe: EuropeanScribe, agreement: Node, delivery: Node, settlement: Node) -> Iterator[Reference]:
    for holder, name, element in (
        (agreement, "BuyerOrderReferencedDocument", "DatiOrdineAcquisto"),
        (agreement, "ContractReferencedDocument", "DatiContratto"),
        (agreement, "SellerOrderReferencedDocument", "SalesOrder"),
        (agreement, "SpecifiedProcuringProject", "Project"),
        (delivery, "DespatchAdviceReferencedDocument", "DatiDDT"),
        (delivery, "DeliveryNoteReferencedDocument", "DatiDDT"),
        (delivery, "ReceivingAdviceReferencedDocument", "DatiRicezione"),
        (settlement, "InvoiceReferencedDocument", "DatiFattureCollegate"),
    ):
        for node in holder.all(name):
            if number := text(node, *NUMBERS):
                yield Reference(node.path, element, number, _day(scribe, node), ())
    if buyer := agreement.value("BuyerReference"):
        yield Reference(f"{agreement.path}/BuyerReference", "BuyerReference", buyer, None, ())
    for node in agreement.all("AdditionalReferencedDocument"):
        if node.at("AttachmentBinaryObject") is None:
            element = {_OBJECT: "Object", _TENDER: "Tender"}.get(node.value("TypeCode"), "Document")
            details = labelled(("", node.value("Name")), ("indirizzo", node.value("URIID")))
            yield Reference(node.path, element, text(node, *NUMBERS), _day(scribe, node), details)


def _day(scribe: EuropeanScribe, node: Node) -> date | None:
    found = scribe.when(node, *_DAYS)
    return found[0] if found else None


def attachments(agreement: Node) -> Iterator[Attachment]:
    for node in agreement.all("AdditionalReferencedDocument"):
        content = node.at("AttachmentBinaryObject")
        if content is not None:
            yield Attachment(
                name=content.attribute("filename") or text(node, *NUMBERS),
                format=content.attribute("mimeCode"),
                compression="",
                description=node.value("Name"),
                node=content,
            )
