"""What was read from a file: pages of words, and the fields and lists found in them.

These values are what `intake` makes and `storage` keeps; nothing in them knows a database, a file or an engine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple


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
    """A test that the document's own values must pass; `detail` says the figures."""

    check: str
    passed: bool
    detail: str = ""


Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one reading of a file found. `candidates` keeps, per field, the values not chosen, best first."""

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

    @property
    def text(self) -> str:
        return "\n\n".join(page.text for page in self.pages)
