"""What was read from a file: pages of words, and the fields and lists found in them.

These values are what `intake` makes and `storage` keeps; nothing in them knows a database, a file or an engine.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

_ARCHIVE_NUMBER = re.compile("FLD[0-9]{6}")


class Source(StrEnum):
    """Where a value comes from; a page's source is `ocr`, `text` or `xml`."""

    OCR = "ocr"
    TEXT = "text"
    XML = "xml"
    LEARNED = "learned"
    COMPUTED = "computed"
    USER = "user"


class Box(NamedTuple):
    """A rectangle as fractions of the page, 0..1, origin at the top left."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def union(self, other: Box) -> Box:
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


class Word(NamedTuple):
    """A word as printed. `confidence` is the reader's own, 0..1; `line` numbers a page's lines in reading order."""

    text: str
    box: Box
    confidence: float
    line: int


class Code(NamedTuple):
    """A bar code or QR code; `format` is its kind ("QRCode", "Code128"), `box` where it stands on the page."""

    format: str
    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read. `width` and `height` are in pixels of the page image (points for a page without one).

    `preparation` names what was done to the image before it was read, in order: {"step": "deskew", "degrees": 1.2}."""

    number: int
    width: int
    height: int
    source: Source
    confidence: float
    words: tuple[Word, ...]
    preparation: tuple[Mapping[str, object], ...] = ()
    codes: tuple[Code, ...] = ()

    @property
    def lines(self) -> list[list[Word]]:
        return [list(words) for _, words in groupby(self.words, key=lambda w: w.line)]

    @property
    def text(self) -> str:
        return "\n".join(" ".join(w.text for w in line) for line in self.lines)


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A value in its canonical form (see `storage.values`), where it stands, and why it was chosen.

    `confidence` is a probability. `evidence` is in short words, strongest first: "label:totale documento"."""

    value: str
    confidence: float
    source: Source
    page: int | None = None
    box: Box | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A test that the document's own values must pass; `detail` says the figures, or the reason in English words.

    `detail_it` is the reason in Italian, empty where there are only figures."""

    check: str
    passed: bool
    detail: str = ""
    detail_it: str = ""


Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Segment:
    """Pages of a pile that look like one document, with the reasons in short words."""

    pages: tuple[int, ...]
    kind: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SdiFacts:
    """What binds an e-invoice and what SDI says of it: `file` is the name by which SDI knows the invoice.

    `notice` is the code of a notice ("NS"), empty for an invoice; `state` what it makes of the invoice, empty where
    nothing; `is_loud` says that somebody must act."""

    file: str
    notice: str = ""
    state: str = ""
    is_loud: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one reading of a file found. `candidates` keeps, per field, the values not chosen, best first.

    `proposal` says how a pile might be split, `picture_print` what its first page looks like (see
    `storage.sameness`)."""

    kind: str
    kind_confidence: float
    language: str
    pages: tuple[Page, ...]
    fields: Mapping[str, FieldValue]
    lists: Mapping[str, tuple[Row, ...]]
    checks: tuple[Check, ...]
    needs_review: bool
    seconds: float
    candidates: Mapping[str, tuple[FieldValue, ...]] = field(default_factory=dict)
    proposal: tuple[Segment, ...] = ()
    sdi: SdiFacts | None = None
    picture_print: bytes = b""

    @property
    def text(self) -> str:
        return "\n\n".join(page.text for page in self.pages)

    @property
    def archive_number(self) -> str | None:
        """The label stuck on the paper."""
        codes = (code.text.strip().upper() for page in self.pages for code in page.codes)
        return next((text for text in codes if _ARCHIVE_NUMBER.fullmatch(text)), None)
