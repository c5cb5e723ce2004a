"""The parts of a UBL invoice or credit note: XML tree -> what it says."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from intake.formats import codes
from intake.formats.european.codes import EXEMPTIONS
from intake.formats.european.scribe import EuropeanScribe, deep, labelled, places, text
from intake.formats.european.vat import nature, per_unit
from intake.formats.fatturapa_model import Attachment, Discount, Line, Reference, VatRow
from intake.formats.xml_node import Node

REFERENCES = (
    ("OrderReference", "DatiOrdineAcquisto"),
    ("ContractDocumentReference", "DatiContratto"),
    ("ReceiptDocumentReference", "DatiRicezione"),
    ("DespatchDocumentReference", "DatiDDT"),
    ("BillingReference/InvoiceDocumentReference", "DatiFattureCollegate"),
    ("BillingReference/CreditNoteDocumentReference", "DatiFattureCollegate"),
    ("OriginatorDocumentReference", "Tender"),
    ("ProjectReference", "Project"),
)
OBJECT = "130"  # the type code of an AdditionalDocumentReference that names what is invoiced


def discounts(scribe: EuropeanScribe, node: Node) -> tuple[Discount, ...]:
    """The allowances and charges directly under `node`."""
    return tuple(
        Discount(
            raises=item.value("ChargeIndicator").lower() in ("true", "1"),
            percent=scribe.percentage(item, "MultiplierFactorNumeric"),
            amount=scribe.number(item, "Amount"),
            reason=text(item, "AllowanceChargeReason", "AllowanceChargeReasonCode"),
        )
        for item in node.all("AllowanceCharge")
    )


def lines(scribe: EuropeanScribe, root: Node) -> Iterator[Line]:
    credit = root.name == "CreditNote"
    for node in root.all("CreditNoteLine" if credit else "InvoiceLine"):
        quantity = node.at("CreditedQuantity" if credit else "InvoicedQuantity")
        price, base = scribe.number(node, "Price/PriceAmount"), scribe.number(node, "Price/BaseQuantity")
        unit_price, packs = per_unit(price, base)
        category, rate = _vat_of(scribe, node)
        yield Line(
            path=node.path,
            number=node.value("ID"),
            codes=tuple(_articles(node)),
            description=text(node, "Item/Name", "Item/Description", "Note"),
            quantity=scribe.number(quantity) if quantity else None,
            unit=quantity.attribute("unitCode") if quantity else "",
            unit_price=unit_price,
            discounts=discounts(scribe, node),
            amount=scribe.number(node, "LineExtensionAmount"),
            rate=rate,
            nature=nature(category),
            notes=(*_line_notes(node), *packs),
        )


def _vat_of(scribe: EuropeanScribe, line: Node) -> tuple[str, Decimal | None]:
    """UBL 2.0 states a line's VAT as a total, EN 16931 as the item's category."""
    category = text(line, "Item/ClassifiedTaxCategory/ID", "TaxTotal/TaxSubtotal/TaxCategory/ID")
    rate = scribe.percentage(
        line,
        "Item/ClassifiedTaxCategory/Percent",
        "TaxTotal/TaxSubtotal/TaxCategory/Percent",
        "TaxTotal/TaxSubtotal/Percent",
    )
    return category.upper(), rate


def _articles(line: Node) -> Iterator[str]:
    for label, path in (
        ("", "Item/SellersItemIdentification/ID"),
        ("cliente", "Item/BuyersItemIdentification/ID"),
        ("EAN", "Item/StandardItemIdentification/ID"),
        ("", "Item/CommodityClassification/ItemClassificationCode"),
    ):
        for found in deep(line, path):
            if found.text:
                yield f"{label} {found.text}".strip()


def _line_notes(line: Node) -> Iterator[str]:
    description = line.value("Item/Description")
    if description and line.value("Item/Name") and description != line.value("Item/Name"):
        yield description
    for note in line.all("Note"):
        if note.text and line.value("Item/Name"):
            yield note.text
    begin, end = line.value("InvoicePeriod/StartDate"), line.value("InvoicePeriod/EndDate")
    if begin or end:
        yield "Periodo " + " – ".join(filter(None, (begin, end)))
    if order := line.value("OrderLineReference/LineID"):
        yield f"Riga d'ordine {order}"
    for item in deep(line, "Item/AdditionalItemProperty"):
        yield f"{item.value('Name')}: {item.value('Value')}"


def vat_rows(scribe: EuropeanScribe, total: Node | None) -> Iterator[VatRow]:
    for node in total.all("TaxSubtotal") if total else ():
        category = node.value("TaxCategory/ID").upper()
        code = node.value("TaxCategory/TaxExemptionReasonCode")
        reason = node.value("TaxCategory/TaxExemptionReason") or codes.words(EXEMPTIONS, code.upper())
        yield VatRow(
            path=node.path,
            rate=scribe.percentage(node, "TaxCategory/Percent", "Percent"),
            nature=nature(category),
            charges=None,
            rounding=None,
            net=scribe.number(node, "TaxableAmount"),
            vat=scribe.number(node, "TaxAmount"),
            collection="S" if category == "B" else "",
            law=reason,
        )


def references(scribe: EuropeanScribe, root: Node) -> Iterator[Reference]:
    for path, element in REFERENCES:
        for node in deep(root, path):
            number, when = node.value("ID"), scribe.when(node, "IssueDate")
            if number and number != "NA":
                yield Reference(node.path, element, number, when[0] if when else None, ())
    for node in places(root, "OrderReference/SalesOrderID"):
        yield Reference(node.path, "SalesOrder", node.text, None, ())
    for node in places(root, "BuyerReference"):
        yield Reference(node.path, "BuyerReference", node.text, None, ())
    for node in root.all("AdditionalDocumentReference"):
        if node.at("Attachment/EmbeddedDocumentBinaryObject") is None:
            element = "Object" if node.value("DocumentTypeCode") == OBJECT else "Document"
            address = node.value("Attachment/ExternalReference/URI")
            details = labelled(("", node.value("DocumentDescription")), ("indirizzo", address))
            yield Reference(node.path, element, node.value("ID"), None, details)


def attachments(root: Node) -> Iterator[Attachment]:
    for node in root.all("AdditionalDocumentReference"):
        content = node.at("Attachment/EmbeddedDocumentBinaryObject")
        if content is not None:
            yield Attachment(
                name=content.attribute("filename") or node.value("ID"),
                format=content.attribute("mimeCode"),
                compression="",
                description=text(node, "DocumentDescription", "DocumentType"),
                node=content,
            )
