"""Which kind of office file it is, by its bytes."""

from __future__ import annotations

import re
from pathlib import Path

import olefile

from intake.errors import IntakeError
from intake.office import types
from intake.office.csv_file import delimiter_of
from intake.office.errors import EncryptedOffice
from intake.office.package import Package

OLE_HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_CONTENT_TYPES = "[Content_Types].xml"
_MAIN_PARTS = (
    (
        re.compile(rb"wordprocessingml\.(document|template)\.main\+xml|ms-word\.\w+\.macroEnabled\w*\.main\+xml"),
        types.DOCX,
    ),
    (re.compile(rb"spreadsheetml\.(sheet|template)\.main\+xml|ms-excel\.\w+\.macroEnabled\.main\+xml"), types.XLSX),
)
_ODF = {
    b"application/vnd.oasis.opendocument.text": types.ODT,
    b"application/vnd.oasis.opendocument.text-template": types.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": types.ODS,
    b"application/vnd.oasis.opendocument.spreadsheet-template": types.ODS,
}
_OLE_STREAMS = (
    ("WordDocument", types.DOC),
    ("Workbook", types.XLS),
    ("Book", types.XLS),
    ("PowerPoint Document", types.PPT),
)
_HTML = re.compile(
    rb"(?:\s|<!--.{0,4000}?-->|<\?xml[^>]{0,200}\?>)*<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S
)
_ENOUGH_TYPES = 1_000_000


def zip_office_type(path: Path) -> str | None:
    """DOCX, XLSX, ODT or ODS (their templates and files with macros too), None for another ZIP file or none."""
    try:
        with Package(path) as package:
            if "mimetype" in package.names:
                return _ODF.get(_beginning(package, "mimetype", 100).strip())
            if _CONTENT_TYPES in package.names:
                parts = _beginning(package, _CONTENT_TYPES, _ENOUGH_TYPES)
                return next((media for pattern, media in _MAIN_PARTS if pattern.search(parts)), None)
            return None
    except IntakeError:
        return None


def _beginning(package: Package, name: str, length: int) -> bytes:
    data = b""
    for chunk in package.chunks(name):
        data += chunk
        if len(data) >= length:
            break
    return data


def ole_type(path: Path) -> str | None:
    """DOC, XLS or PPT, None for another OLE file (a saved mail) or none.

    Raises EncryptedOffice for a DOCX or XLSX with a password, which is such a file."""
    with path.open("rb") as file:
        if file.read(len(OLE_HEAD)) != OLE_HEAD:
            return None
    try:
        with olefile.OleFileIO(str(path)) as ole:
            if ole.exists("EncryptedPackage"):
                raise EncryptedOffice()
            return next((media for stream, media in _OLE_STREAMS if ole.exists(stream)), None)
    except EncryptedOffice:
        raise
    except Exception:  # whatever a library meant for tools of analysis raises on a damaged file
        return None


def head_type(head: bytes) -> str | None:
    """RTF or HTML by how the file begins."""
    begin = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if begin[:5].lower() == b"{\\rtf":
        return types.RTF
    if begin[:2] in (b"\xff\xfe", b"\xfe\xff"):
        begin = begin.decode("utf-16", errors="replace").encode("utf-8")
    return types.HTML if _HTML.match(begin[:65536]) else None


def looks_like_csv(text: str) -> bool:
    """Whether a text is a table: several lines with the same number of the same delimiter, and hardly another."""
    return delimiter_of(text) is not None
