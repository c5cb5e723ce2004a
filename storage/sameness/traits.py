"""What is kept of a document to compare it with others: some thousand bytes, without its pages."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from storage.amounts import parse_amount
from storage.dates import MONTH_NUMBERS, parse_date
from storage.kinds import KINDS
from storage.reading import FieldValue, Page, Source
from storage.sameness.folding import shape, words_of
from storage.sameness.prints import text_print

_COMPARED = (
    "number", "date", "due_date", "supplier_name", "supplier_vat_id", "supplier_tax_code", "customer_name",
    "customer_vat_id", "customer_tax_code", "gross_amount", "net_amount", "amount_due", "currency", "invoice_number",
)  # fmt: skip
_OWNERS = ("employee_name", "employee_tax_code", "sender_name", "recipient_name", "period", "reference")
_MOST_FIGURES, _MOST_DATES, _MOST_MARKS = 160, 40, 240
_FIRST_YEAR = 2000  # older ones are of laws, births and bad readings
_FIGURE = re.compile(r"(?<![\d.,])-?\d{1,3}(?:[.,']?\d{3})*[.,]\d{2}(?![\d.,]*\d)")
_NUMERIC_DATE = r"(?<!\d)\d{1,4}[-./]\d{1,2}[-./]\d{2,4}(?!\d)"
_MONTH = "|".join(sorted((name for name in MONTH_NUMBERS if len(name) > 2), key=len, reverse=True))
_NAMED_DATE = rf"\b\d{{1,2}}\.? (?:de )?(?:{_MONTH})\.? (?:de )?\d{{4}}\b|\b(?:{_MONTH})\.? \d{{1,2}}, \d{{4}}\b"
_DATE = re.compile(f"{_NUMERIC_DATE}|{_NAMED_DATE}", re.IGNORECASE)


class Told(NamedTuple):
    """A field's value in its canonical form, and the probability that it is right."""

    value: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """`fields` are those of `storage.kinds` that tell one document from another. `figures` are the amounts on its pages
    in cents, each as often as printed, ascending; `dates` all days on them; `marks` all words with figures in them, by
    shape. `text_print` and `picture_print` are prints of its words and of its first page, empty where there is none."""

    kind: str
    source: Source
    fields: Mapping[str, Told]
    figures: tuple[int, ...] = ()
    dates: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    text_print: bytes = b""
    picture_print: bytes = b""
    legible: float = 1.0

    @property
    def is_xml(self) -> bool:
        return self.source is Source.XML

    def value(self, name: str) -> str | None:
        told = self.fields.get(name)
        return told.value if told is not None else None

    def sureness(self, name: str) -> float:
        told = self.fields.get(name)
        return told.confidence if told is not None else 0.0

    def packed(self) -> dict[str, object]:
        """As JSON can hold it."""
        return {
            "kind": self.kind,
            "source": self.source.value,
            "fields": {name: list(told) for name, told in self.fields.items()},
            "figures": list(self.figures),
            "dates": sorted(self.dates),
            "marks": " ".join(sorted(self.marks)),
            "text": b64encode(self.text_print).decode(),
            "picture": b64encode(self.picture_print).decode(),
            "legible": self.legible,
        }


def unpacked(packed: Mapping[str, Any]) -> Likeness:
    """The inverse of `Likeness.packed`."""
    return Likeness(
        packed["kind"],
        Source(packed["source"]),
        {name: Told(value, confidence) for name, (value, confidence) in packed["fields"].items()},
        tuple(packed["figures"]),
        frozenset(packed["dates"]),
        frozenset(packed["marks"].split()),
        b64decode(packed["text"]),
        b64decode(packed["picture"]),
        packed["legible"],
    )


def likeness_of(
    kind: str, fields: Mapping[str, FieldValue], pages: Sequence[Page], picture: bytes | None = None
) -> Likeness:
    """`fields` are the current ones, with what users said; `picture` is the print of page 1, None where unknown."""
    text = "\n".join(page.text for page in pages)
    return Likeness(
        kind,
        _source(pages),
        {name: Told(fields[name].value, round(fields[name].confidence, 3)) for name in _names(kind) if name in fields},
        tuple(sorted(islice(_figures(text), _MOST_FIGURES))),
        frozenset(islice(_dates(text), _MOST_DATES)),
        frozenset(islice(_marks(text), _MOST_MARKS)),
        text_print(words_of(text)),
        picture or b"",
        _legible(pages),
    )


def _legible(pages: Sequence[Page]) -> float:
    """A word counts as much as another, whatever the page."""
    read = [word.confidence for page in pages if page.source is Source.OCR for word in page.words]
    return round(sum(read) / len(read), 3) if read else 1.0


def _names(kind: str) -> list[str]:
    """The fields that tell documents apart: those of trade, and what stands for a document of this kind in lists."""
    declared = KINDS[kind]
    others = (*declared.counterpart, *declared.date, *declared.number, *declared.amount, *_OWNERS)
    return list(dict.fromkeys((*_COMPARED, *others)))


def _source(pages: Sequence[Page]) -> Source:
    """The least exact of the pages' sources."""
    sources = {page.source for page in pages}
    return next((one for one in (Source.OCR, Source.TEXT) if one in sources), Source.XML)


def _figures(text: str) -> Iterator[int]:
    for found in _FIGURE.finditer(text):
        amount = parse_amount(found.group())
        if amount:
            yield int(abs(amount) * 100)


def _dates(text: str) -> Iterator[str]:
    days: dict[date, None] = {}
    for found in _DATE.finditer(text):
        day = parse_date(found.group())
        if day is not None and day.year >= _FIRST_YEAR:
            days.setdefault(day)
    yield from (day.isoformat() for day in days)


def _marks(text: str) -> Iterator[str]:
    found = (shape(word) for word in text.split() if sum(c.isdigit() for c in word) > 1)
    return iter(dict.fromkeys(mark for mark in found if len(mark) > 2))
