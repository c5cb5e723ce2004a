"""An office file of any kind, printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from intake.formats.sheet import Sheet
from intake.office import types
from intake.office.content import Content
from intake.office.csv_file import read_csv
from intake.office.docx import read_docx
from intake.office.errors import OldOffice
from intake.office.markup import read_html, read_rtf
from intake.office.odf import read_odf
from intake.office.view import print_content
from intake.office.xlsx import read_xlsx

_READERS: dict[str, tuple[Callable[[Path], Content], str]] = {
    types.DOCX: (read_docx, "un file DOCX"),
    types.XLSX: (read_xlsx, "un file XLSX"),
    types.ODT: (read_odf, "un file ODT"),
    types.ODS: (read_odf, "un file ODS"),
    types.RTF: (read_rtf, "un file RTF"),
    types.HTML: (read_html, "un file HTML"),
    types.CSV: (read_csv, "un file CSV"),
}


def print_office(path: Path, media_type: str) -> tuple[Sheet, ...]:
    """The file on A4 sheets. Raises DamagedOffice, EncryptedOffice, UnsafeOffice, OfficeTooLarge, OldOffice."""
    if media_type not in _READERS:
        raise OldOffice
    reader, source = _READERS[media_type]
    return print_content(reader(path), source)
