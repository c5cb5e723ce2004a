"""An e-invoice and the page printed of the same invoice, checked against each other.

An alarm needs both: the XML's value is nowhere on the page, and the page plainly says another. What was misread is
thereby no difference, nor is what a page leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from intake.formats.fatturapa import EInvoice
from intake.formats.page_search import PrintedText
from storage.amounts import canonical_amount, parse_amount
from storage.kinds import KINDS, FieldType
from storage.reading import Check, FieldValue, Reading, Source

CHECK = "page_agrees"
COMPARED = (
    "number",
    "date",
    "due_date",
    "supplier_vat_id",
    "iban",
    "currency",
    "net_amount",
    "vat_amount",
    "gross_amount",
    "amount_due",
)
# how sure the page's own reading must be of a value before it speaks against the XML
SURE, SURE_OF_A_SCAN = 0.4, 0.9
# broken down by rate or left out on many pages, and read wrongly for it: only told where the page adds up in itself
_PARTS = ("net_amount", "vat_amount")
_TOTAL = re.compile(
    r"\b(?:totale (?:documento|fattura|complessivo|da pagare|dovuto|euro|eur)|netto a pagare|importo totale"
    r"|gesamtbetrag|gesamtsumme|rechnungsbetrag|rechnungssumme brutto|bruttobetrag|endbetrag|endsumme|zahlbetrag"
    r"|total t\.?t\.?c\.?|net (?:à|a) payer|montant total|grand total|invoice total|total (?:amount|due)|amount due"
    r"|due payable)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\d{1,3}(?:[.,'’ ]\d{3})+[.,]\d{2}(?!\d)|\d{1,12}[.,]\d{2}(?!\d)")


def against_page(invoice: EInvoice, page_reading: Reading) -> tuple[Check, ...]:
    """One check for each value that the page contradicts, one that passed where none does and some agree.

    Nothing where the page has no text."""
    printed = PrintedText(page_reading.pages)
    if not printed.says_something:
        return ()
    compared = [name for name in COMPARED if name in invoice.fields]
    missing = [name for name in compared if printed.find(_type(name), invoice.fields[name].value) is None]
    said = dict(_contradicting(invoice, page_reading, missing))
    if "gross_amount" in missing and "gross_amount" not in said and (total := _other_total(invoice, page_reading)):
        said["gross_amount"] = total
    faults = [
        Check(CHECK, False, f"{name}: XML {invoice.fields[name].value}, page {other}") for name, other in said.items()
    ]
    if faults:
        return tuple(faults)
    agreed = [name for name in compared if name not in missing]
    return (Check(CHECK, True, ", ".join(agreed)),) if agreed else ()


def _contradicting(invoice: EInvoice, page: Reading, missing: list[str]) -> Iterator[tuple[str, str]]:
    scanned = any(p.source is Source.OCR for p in page.pages)
    for name in missing:
        said = page.fields.get(name)
        if said is None or said.source is Source.COMPUTED or said.value == invoice.fields[name].value:
            continue
        if said.confidence < (SURE_OF_A_SCAN if scanned else SURE):
            continue
        if name in _PARTS and not _adds_up(page.fields):
            continue
        yield name, said.value


def _other_total(invoice: EInvoice, page: Reading) -> str | None:
    """The amount that a printed page names its total, where the XML says no such amount at all.

    The page's own reading does not give it: it prefers sums that agree. A scan may have been misread."""
    known = {field.value for name, field in invoice.fields.items() if _type(name) is FieldType.AMOUNT}
    for rows in invoice.lists.values():
        known |= {value for row in rows for name, value in row.items() if "amount" in name}
    printed = (line for one in page.pages if one.source is Source.TEXT for line in one.lines)
    for line in printed:
        text = " ".join(word.text for word in line)
        if label := _TOTAL.search(text):
            amounts = [parse_amount(found[0]) for found in _AMOUNT.finditer(text, label.end())]
            said = [canonical_amount(amount) for amount in amounts if amount is not None]
            if said and not known.intersection(said):
                return said[-1]
    return None


def _adds_up(fields: Mapping[str, FieldValue]) -> bool:
    stated = [fields.get(name) for name in ("net_amount", "vat_amount", "gross_amount")]
    if any(field is None for field in stated):
        return False
    net, vat, gross = (round(float(field.value) * 100) for field in stated if field)
    return net + vat == gross


def _type(name: str) -> FieldType:
    field = KINDS["invoice"].field(name)
    return field.type if field else FieldType.TEXT


def on_page(invoice: EInvoice, page_reading: Reading) -> dict[str, FieldValue]:
    """The XML's fields with the place where the page shows each, none where it does not."""
    printed = PrintedText(page_reading.pages)
    placed = {}
    for name, field in invoice.fields.items():
        place = printed.find(_type(name), field.value)
        placed[name] = replace(field, page=place.page if place else None, box=place.box if place else None)
    return placed
