"""FatturaPA, ordinary and simplified, plain or signed: the bytes of a file -> the invoices in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from intake.formats import fatturapa_checks, fatturapa_fields, fatturapa_sums, fatturapa_view, schema
from intake.formats.codes import CREDIT_NOTES
from intake.formats.errors import DamagedSignature, NotAnInvoice, XmlTooLarge
from intake.formats.fatturapa_body import invoice_of
from intake.formats.fatturapa_fields import Found
from intake.formats.fatturapa_model import Invoice
from intake.formats.fatturapa_sums import Sums
from intake.formats.p7m import Opened, is_signed, opened
from intake.formats.sheet import Sheet, pages, places
from intake.formats.sheet_pdf import pdf
from intake.formats.xml_node import Node
from intake.formats.xml_text import Parsed, parse
from storage.reading import Box, Check, FieldValue, Page, Row

ROOTS = frozenset({"FatturaElettronica", "FatturaElettronicaSemplificata"})
MAX_INVOICES = 2000


@dataclass(frozen=True, slots=True)
class EInvoice:
    """One invoice of a file: `position` counts from 1 to `of`. Every field's evidence is its XML path ("xml:...")."""

    kind: str
    position: int
    of: int
    invoice: Invoice
    fields: Mapping[str, FieldValue]
    lists: Mapping[str, tuple[Row, ...]]
    checks: tuple[Check, ...]
    pages: tuple[Page, ...]
    sheets: tuple[Sheet, ...]

    @property
    def pdf(self) -> bytes:
        """The readable invoice as a PDF with its text in it; its pages are `pages`."""
        supplier = self.invoice.supplier.name
        return pdf(self.sheets, fatturapa_view.title(self.invoice), supplier.text if supplier else "")


def looks_like_invoice(data: bytes) -> bool:
    """Whether the beginning of a file (4096 bytes will do) makes `read_invoices` worth a try."""
    head = data[:4096].replace(b"\0", b"")
    return b"FatturaElettronica" in head or is_signed(data)


def read_invoices(data: bytes, name: str) -> tuple[EInvoice, ...]:
    """The invoices of a FatturaPA file, one for each FatturaElettronicaBody, in order.

    `name` is the file's name as dropped. Raises `UnreadableFile`: `NotAnInvoice`, `DamagedXml`, `UnsafeXml`,
    `DamagedSignature`, `XmlTooLarge`."""
    return invoices_in(*unpacked(data, name))


def unpacked(data: bytes, name: str) -> tuple[Opened, Parsed]:
    """A file without its envelopes, and its tree. Raises as `read_invoices` does."""
    inside = opened(data)
    try:
        return inside, parse(inside.data)
    except NotAnInvoice:
        if not inside.layers and name.lower().endswith(".p7m"):
            raise DamagedSignature() from None
        raise


def invoices_in(inside: Opened, parsed: Parsed, signed: tuple[tuple[str, str], ...] = ()) -> tuple[EInvoice, ...]:
    """The invoices of a FatturaPA tree; `signed` says who signed the file: (label, text).

    Raises `NotAnInvoice`, `XmlTooLarge`."""
    bodies = tuple(parsed.root.all("FatturaElettronicaBody"))
    if parsed.root.name not in ROOTS or not bodies:
        raise NotAnInvoice()
    if len(bodies) > MAX_INVOICES:
        raise XmlTooLarge(reason=f"{len(bodies)} > {MAX_INVOICES}")
    objections = schema.faults(parsed.text)
    found = []
    for position, body in enumerate(bodies, start=1):
        invoice = _read(inside, parsed, body, (position, len(bodies)), signed)
        if objections is not None:
            invoice = replace(invoice, checks=(*invoice.checks, schema.check(objections, position, len(bodies))))
        found.append(invoice)
    return tuple(found)


def _read(
    inside: Opened, parsed: Parsed, body: Node, place: tuple[int, int], signed: tuple[tuple[str, str], ...]
) -> EInvoice:
    invoice, turned = fatturapa_sums.turned_positive(invoice_of(parsed.root, body))
    invoice = replace(invoice, signed=signed)
    sums = fatturapa_sums.sums(invoice)
    found = fatturapa_fields.found(invoice, sums)
    checks = (*repairs(inside, parsed), *fatturapa_checks.checks(invoice, sums, turned), *found.checks)
    kind = "credit_note" if invoice.type in CREDIT_NOTES else "invoice"
    return assembled(kind, place, invoice, sums, replace(found, checks=checks), turned)


def assembled(kind: str, place: tuple[int, int], invoice: Invoice, sums: Sums, found: Found, turned: bool) -> EInvoice:
    """What was found of an invoice, and how people see it; `place` is its position in the file and how many are."""
    sheets = fatturapa_view.view(invoice, sums, found.fields, turned)
    return EInvoice(
        kind=kind,
        position=place[0],
        of=place[1],
        invoice=invoice,
        fields=_placed(found.fields, places(sheets)),
        lists=found.lists,
        checks=found.checks,
        pages=pages(sheets),
        sheets=sheets,
    )


def _placed(fields: Mapping[str, FieldValue], where: Mapping[str, tuple[int, Box]]) -> dict[str, FieldValue]:
    """The fields with the place where the readable invoice shows each."""
    placed = {}
    for name, field in fields.items():
        page, box = where.get(name, (None, None))
        placed[name] = replace(field, page=page, box=box)
    return placed


def repairs(inside: Opened, parsed: Parsed) -> Iterator[Check]:
    if inside.damaged:
        yield Check("signature_well_formed", False)
    if parsed.repairs:
        yield Check("xml_well_formed", False, "; ".join(parsed.repairs))
