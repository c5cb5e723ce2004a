"""An e-invoice as a document: its values from the XML, its pages drawn for people."""

from __future__ import annotations

from pathlib import Path

from intake.formats.fatturapa import EInvoice, read_invoices
from intake.media import PDF
from intake.page_task import show_page
from storage.archive import SEARCHABLE
from storage.files import write_file
from storage.reading import Check, Reading


def read_einvoice(path: Path, name: str, derived: Path | None) -> Reading:
    """The first invoice of the file; a check says where it holds more. Raises UnreadableFile."""
    invoices = read_invoices(path.read_bytes(), name)
    first = invoices[0]
    if derived:
        derived.mkdir(parents=True, exist_ok=True)
        _draw(first, derived)
    checks = first.checks
    if len(invoices) > 1:
        checks += (Check("one_invoice_in_file", False, str(len(invoices))),)
    return Reading(
        kind=first.kind,
        kind_confidence=1.0,
        language="it",
        pages=first.pages,
        fields=first.fields,
        lists=first.lists,
        checks=checks,
        needs_review=any(not check.passed for check in checks),
        seconds=0.0,
    )


def _draw(invoice: EInvoice, derived: Path) -> None:
    drawn = derived / SEARCHABLE
    write_file(drawn, invoice.pdf)
    for page in invoice.pages:
        show_page(drawn, PDF, page.number, derived)
