"""A notice of SDI as a document, which will be found at its invoice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from intake.formats.sdi_notice import Notice, read_notice
from intake.formats.sdi_notice_view import view
from intake.formats.xml_values import day
from intake.printed import printed
from storage.reading import FieldValue, Reading, SdiFacts, Source


def read_sdi_notice(path: Path, name: str, derived: Path | None) -> Reading:
    """Raises UnreadableFile."""
    notice = read_notice(path.read_bytes(), name)
    return Reading(
        kind="other",
        kind_confidence=1.0,
        language="it",
        pages=printed(view(notice), notice.title, derived, Source.XML),
        fields=dict(_fields(notice)),
        lists={},
        checks=(),
        needs_review=notice.is_loud,
        seconds=0.0,
        sdi=SdiFacts(notice.invoice_file, notice.code, notice.state, notice.is_loud),
    )


def _fields(notice: Notice) -> Iterator[tuple[str, FieldValue]]:
    said = day(notice.day)
    values = (
        ("sender_name", "Sistema di Interscambio", ""),
        ("date", said.isoformat() if said else "", "DataOraRicezione"),
        ("subject", notice.title, ""),
        ("reference", notice.invoice_file or notice.sdi_id, "NomeFile"),
    )
    for name, text, where in values:
        if text:
            yield name, FieldValue(text, 1.0, Source.XML, evidence=(f"xml:{where}",))
