"""Texts with marks in them: RTF and HTML. The only door to striprtf."""

from __future__ import annotations

from pathlib import Path

from striprtf.striprtf import rtf_to_text

from intake.containers.mail_text import text_of_html
from intake.media import decode
from intake.office.content import Block, Content, plain
from intake.office.errors import DamagedOffice, OfficeTooLarge

MAX_BYTES = 20_000_000
_MOST_LINES = 10_000


def read_rtf(path: Path) -> Content:
    """Raises DamagedOffice, OfficeTooLarge."""
    try:
        text = rtf_to_text(_bytes(path).decode("latin-1"), encoding="cp1252", errors="replace")
    except (OfficeTooLarge, MemoryError):
        raise
    except Exception as error:  # a parser in Python, fed by strangers: it may raise anything
        raise DamagedOffice(reason="RTF") from error
    return Content(_lines(text.replace("|", "\t")))


def read_html(path: Path) -> Content:
    """Raises DamagedOffice, OfficeTooLarge."""
    text = decode(_bytes(path))
    if text is None:
        raise DamagedOffice(reason="HTML")
    return Content(_lines(text_of_html(text)))


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > MAX_BYTES:
        raise OfficeTooLarge(reason=f"> {MAX_BYTES // 1_000_000} MB")
    return path.read_bytes()


def _lines(text: str) -> tuple[Block, ...]:
    printable = (line.replace("\0", "") for line in text.splitlines()[:_MOST_LINES])
    return tuple(plain(line) for line in printable if line.strip())
