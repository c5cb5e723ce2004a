"""E-invoices as documents: values from the XML, pages drawn for people, attachments as files of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from intake.formats.burden import asks_for_a_look
from intake.formats.einvoice import read_any
from intake.formats.errors import DamagedSignature
from intake.formats.fatturapa import EInvoice
from intake.formats.p7m import opened
from intake.formats.sdi_names import sdi_name
from intake.media import PDF
from intake.members import Collector, Member
from intake.page_task import show_page
from storage.archive import SEARCHABLE
from storage.files import write_file
from storage.links import Role
from storage.reading import Check, Reading, SdiFacts

BATCH = 20  # invoices of one file that a worker draws at a time


@dataclass(frozen=True, slots=True)
class EInvoices:
    """Some of the `of` invoices in a file, and what is attached to them."""

    readings: tuple[Reading, ...]
    members: tuple[Member, ...]
    of: int


def read_einvoices(path: Path, name: str, derived: Path | None, room: Path | None, first: int) -> EInvoices:
    """The invoices from number `first` (1...) on, `BATCH` of them at most. Raises UnreadableFile.

    The pictures of the first invoice go to `derived`, those of a further one beside it; attachments go to `room`."""
    invoices = read_any(path.read_bytes(), name)
    batch = invoices[first - 1 : first - 1 + BATCH]
    if derived:
        for invoice in batch:
            _draw(invoice, derived)
    members = _attachments(batch, room / f"attached-{first}") if room else ()
    known = sdi_name(name)
    sdi = SdiFacts(known) if known else None
    return EInvoices(tuple(_reading(invoice, sdi) for invoice in batch), members, len(invoices))


def _reading(invoice: EInvoice, sdi: SdiFacts | None) -> Reading:
    empty = [attachment.name for attachment in invoice.invoice.attachments if not attachment.content]
    checks = invoice.checks + ((Check("attachments_readable", False, ", ".join(empty)[:300]),) if empty else ())
    return Reading(
        kind=invoice.kind,
        kind_confidence=1.0,
        language="it",
        pages=invoice.pages,
        fields=invoice.fields,
        lists=invoice.lists,
        checks=checks,
        needs_review=asks_for_a_look(checks),
        seconds=0.0,
        sdi=sdi,
    )


def _attachments(invoices: tuple[EInvoice, ...], folder: Path) -> tuple[Member, ...]:
    folder.mkdir(exist_ok=True)  # a worker that was killed in the try before may have left it
    collector = Collector(folder)
    for invoice in invoices:
        for attachment in invoice.invoice.attachments:
            if content := attachment.content:
                collector.add(attachment.name or "allegato", _once(content), Role.ATTACHMENT, invoice.position)
    return tuple(collector.members)


def _once(content: bytes) -> Iterator[bytes]:
    yield content


def _draw(invoice: EInvoice, derived: Path) -> None:
    folder = derived if invoice.position == 1 else derived.with_name(f"{derived.name}-{invoice.position}")
    folder.mkdir(parents=True, exist_ok=True)
    drawn = folder / SEARCHABLE
    write_file(drawn, invoice.pdf)
    for page in invoice.pages:
        show_page(drawn, PDF, page.number, folder)


def take_out_signed(path: Path, name: str, room: Path) -> Member:
    """The file that was signed, where it is no e-invoice. Raises DamagedSignature."""
    inside = opened(path.read_bytes())
    if not inside.layers or not inside.data:
        raise DamagedSignature
    plain = name[: -len(".p7m")] if name.lower().endswith(".p7m") else name
    return Collector(room).add(plain, _once(inside.data), Role.MEMBER)
