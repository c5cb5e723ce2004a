"""Texts with marks in them: RTF and HTML. The only door to striprtf."""

from __future__ import annotations

import re
from pathlib import Path

from striprtf.striprtf import rtf_to_text

from intake.media import decode
from intake.office.content import Block, Content, plain
from intake.office.errors import DamagedOffice, OfficeTooLarge
from intake.office.html_content import read_html_text

MAX_BYTES = 20_000_000
_MOST_LINES = 10_000
_NO_NUMBER = re.compile(rb"\\[a-z]{1,32}-?\d{11}")  # longer than any that a control word may have


def read_rtf(path: Path) -> Content:
    """Raises DamagedOffice, OfficeTooLarge."""
    return Content(_lines(rtf_text(_bytes(path)).replace("|", "\t")))


def rtf_text(data: bytes) -> str:
    """The text of RTF, the cells of a row parted by bars. Raises DamagedOffice."""
    if _NO_NUMBER.search(data):
        raise DamagedOffice(reason="RTF")
    try:
        found: str = rtf_to_text(data.decode("latin-1"), encoding="cp1252", errors="replace")
    except MemoryError:
        raise
    except Exception as error:  # a parser in Python, fed by strangers: it may raise anything
        raise DamagedOffice(reason="RTF") from error
    return found


def read_html(path: Path) -> Content:
    """Raises DamagedOffice, OfficeTooLarge."""
    text = decode(_bytes(path))
    if text is None:
        raise DamagedOffice(reason="HTML")
    return read_html_text(text)


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > MAX_BYTES:
        raise OfficeTooLarge(reason=f"> {MAX_BYTES // 1_000_000} MB")
    return path.read_bytes()


def _lines(text: str) -> tuple[Block, ...]:
    printable = (line.replace("\0", "") for line in text.splitlines()[:_MOST_LINES])
    return tuple(plain(line) for line in printable if line.strip())
