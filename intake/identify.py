"""What a file is, among all that is taken: papers, e-invoices, mail, archives, office files."""

from __future__ import annotations

from pathlib import Path

from intake.containers.archives import RAR_HEAD, SPLIT_HEAD, ZIP, archive_type
from intake.containers.eml import mail_type
from intake.containers.errors import RarArchive, SplitArchive
from intake.containers.letter import MSG
from intake.containers.outlook import OLE_HEAD, is_msg
from intake.errors import EmptyFile, UnknownType
from intake.formats.einvoice import is_einvoice_xml
from intake.formats.p7m import is_signed
from intake.formats.sdi_notice import is_notice_xml
from intake.media import FATTURAPA, NOTICE, P7M, TEXT, decode, media_type_of
from intake.office.recognise import head_type, looks_like_csv, ole_type, zip_office_type
from intake.office.types import CSV

_HEAD_BYTES = 64 * 1024
_INVOICE_BEGINS = 8192


def identify(path: Path) -> str:
    """The media type of the file at `path`, by its bytes alone. Raises EmptyFile, UnknownType,
    EncryptedOffice, RarArchive, SplitArchive."""
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if not head.strip(b"\x00 \t\r\n"):
        raise EmptyFile
    if head.startswith(OLE_HEAD):
        return _ole(path)
    if head.startswith(RAR_HEAD):
        raise RarArchive
    if head.startswith(SPLIT_HEAD):
        raise SplitArchive
    archive = archive_type(head)
    if archive is not None:
        return (zip_office_type(path) if archive == ZIP else None) or archive
    return _by_text(head) or media_type_of(head)


def _ole(path: Path) -> str:
    office = ole_type(path)
    if office is None and not is_msg(path):
        raise UnknownType
    return office or MSG


def _by_text(head: bytes) -> str | None:
    """Texts that are more than lines of words; None where the bytes alone must say it."""
    if mail := mail_type(head):
        return mail
    if is_signed(head):
        return P7M
    text = decode(head)
    if text is not None and is_notice_xml(text[:_INVOICE_BEGINS]):
        return NOTICE
    if text is not None and is_einvoice_xml(text[:_INVOICE_BEGINS]):
        return FATTURAPA
    if office := head_type(head):
        return office
    if text is not None and media_type_of(head) == TEXT and looks_like_csv(text):
        return CSV
    return None
