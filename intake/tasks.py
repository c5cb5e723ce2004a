"""What workers are asked to do. The imports are inside: the service names these tasks without loading what they need
(numpy, OpenCV, PDFium, pdfplumber: 60 MB), which only the workers and their fork server hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from intake.config import SecondReader
from intake.firms import KnownFirms
from intake.mail_task import MailRead, MailTask
from intake.members import Member
from intake.outcome import Cut
from intake.pile_task import PileTask
from intake.piles.splitting import Plan
from intake.sides_task import Side
from storage.reading import Page, Reading

if TYPE_CHECKING:
    from intake.read_einvoice import EInvoices


def count_pages(path: Path, media_type: str) -> int:
    from intake.page_task import count_pages

    return count_pages(path, media_type)


def read_page(
    path: Path,
    media_type: str,
    number: int,
    languages: tuple[str, ...],
    derived: Path | None,
    second_reader: SecondReader,
) -> Page:
    from intake.page_task import PageTask, read_page

    return read_page(PageTask(path, media_type, number, languages, derived, second_reader))


def look_again(path: Path, media_type: str, page: Page, figures: bool) -> Page:
    from intake.page_task import PageTask, look_again

    return look_again(PageTask(path, media_type, page.number, (), None), page, figures)


def show_page(path: Path, media_type: str, number: int, derived: Path | None) -> tuple[int, int]:
    from intake.page_task import show_page

    return show_page(path, media_type, number, derived)


def read_text(path: Path, max_pages: int) -> tuple[Page, ...]:
    from intake.readers.plain_text import read_text

    return read_text(path, max_pages)


def write_searchable_pdf(path: Path, media_type: str, pages: tuple[Page, ...], target: Path) -> None:
    from intake.searchable_pdf import write_searchable_pdf

    write_searchable_pdf(path, media_type, pages, target)


def read_einvoices(path: Path, name: str, derived: Path | None, room: Path | None, first: int) -> EInvoices:
    from intake.read_einvoice import read_einvoices

    return read_einvoices(path, name, derived, room, first)


def read_notice(path: Path, name: str, derived: Path | None) -> Reading:
    from intake.read_notice import read_sdi_notice

    return read_sdi_notice(path, name, derived)


def take_out_signed(path: Path, name: str, room: Path) -> Member:
    from intake.read_einvoice import take_out_signed

    return take_out_signed(path, name, room)


def unpack(path: Path, media_type: str, room: Path) -> tuple[Member, ...]:
    from intake.read_container import unpack

    return unpack(path, media_type, room)


def read_mail(task: MailTask) -> MailRead:
    from intake.read_container import read_mail

    return read_mail(task)


def joined_with_xml(path: Path, reading: Reading) -> Reading:
    from intake.formats.facturx import joined

    return joined(path, reading)


def plan_pile(pages: tuple[Page, ...], hint: str | None, firms: KnownFirms, at_blanks: bool) -> Plan:
    from intake.read_pile import plan

    return plan(pages, hint, firms, at_blanks)


def cut_pile(task: PileTask) -> tuple[Cut, ...]:
    from intake.read_pile import cut_pile

    return cut_pile(task)


def interleave(fronts: Side, backs: Side, target: Path) -> None:
    from intake.piles.interleave import interleave

    interleave(fronts, backs, target)


def read_office(path: Path, media_type: str, name: str, derived: Path | None) -> tuple[Page, ...]:
    from intake.read_office import read_office

    return read_office(path, media_type, name, derived)


def identify(path: Path) -> str:
    from intake.identify import identify

    return identify(path)


def understand(pages: tuple[Page, ...], hint: str | None, kind: str | None, firms: KnownFirms) -> Reading:
    from intake.understand import understand

    return understand(pages, hint, kind, firms)
