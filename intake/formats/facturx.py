"""E-invoices inside PDFs (Factur-X, ZUGFeRD, XRechnung, a FatturaPA attached): found, read, joined with the pages.

The PDF's own pages stay what people see, the XML gives the values, and where the two differ a check says so.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from intake.formats.burden import asks_for_a_look
from intake.formats.einvoice import is_einvoice_xml, read_any
from intake.formats.fatturapa import EInvoice
from intake.formats.page_agreement import against_page, on_page
from intake.formats.pdf_attachments import attachments
from intake.media import decode
from storage.errors import UnreadableFile
from storage.reading import Check, Reading

# by the standards' names, the newest first: a PDF may hold its invoice in two versions
NAMES = ("factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml")
_HEAD = 16_384

__all__ = ["against_page", "invoice_xml_in", "joined", "with_xml"]


def invoice_xml_in(path: Path) -> tuple[str, bytes] | None:
    """Name and content of the e-invoice attached to a PDF; None where there is none or the PDF is broken."""
    found: list[tuple[int, int, str, bytes]] = []
    for name, content in attachments(path):
        rank = _rank(name, content)
        if rank is not None:
            found.append((rank, len(found), name, content))
    if not found:
        return None
    _, _, name, content = min(found)
    return name, content


def _rank(name: str, content: bytes) -> int | None:
    """Named and plainly an invoice, plainly one, only named; None for anything else."""
    plain = name.strip().lower()
    named = NAMES.index(plain) if plain in NAMES else len(NAMES)
    if is_einvoice_xml(decode(content[:_HEAD]) or ""):
        return named
    if plain in NAMES or plain.endswith(".xml.p7m"):
        return 2 * len(NAMES) + named
    return None


def joined(path: Path, page_reading: Reading) -> Reading:
    """The reading of a PDF's pages together with the e-invoice attached to it; as it was where there is none.

    One that cannot be read leaves the page's own values, and a failed check says why."""
    attached = invoice_xml_in(path)
    if attached is None:
        return page_reading
    name, content = attached
    try:
        invoice = read_any(content, name)[0]
    except UnreadableFile as error:
        words = error.message
        unread = Check("embedded_invoice_readable", False, f"{name}: {words.en}"[:300], f"{name}: {words.it}"[:300])
        return replace(page_reading, checks=(*page_reading.checks, unread), needs_review=True)
    return with_xml(page_reading, invoice)


def with_xml(reading_of_pages: Reading, invoice: EInvoice) -> Reading:
    """The PDF's own pages with the XML's fields and lists, each value with its place on the page where it is there."""
    checks = (*invoice.checks, *against_page(invoice, reading_of_pages))
    return replace(
        reading_of_pages,
        kind=invoice.kind,
        kind_confidence=1.0,
        fields=on_page(invoice, reading_of_pages),
        lists=invoice.lists,
        checks=checks,
        candidates={},
        needs_review=asks_for_a_look(checks, has_pages_of_its_own=True),
    )
