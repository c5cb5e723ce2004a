"""A document's pages as they are laid on the desk: the image, and on it the boxes of the fields."""

from __future__ import annotations

from dataclasses import dataclass

from flask import url_for

from storage.document import FullDocument, StoredField
from storage.kinds import FIELDS
from storage.reading import FieldValue, Page
from web import doubt, files
from web.formats import in_words, shown

_MARGIN = 0.004  # of the page's width: a box that touches its word hides it


@dataclass(frozen=True, slots=True)
class Mark:
    """A field's place on a page, in the page's own pixels, whole numbers."""

    field: str
    label: str
    value: str
    is_doubtful: bool
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """`image` is the address of the page's picture, None where there is none: then `text` stands for it."""

    number: int
    width: int
    height: int
    image: str | None
    marks: tuple[Mark, ...]
    text: str


def sheets(full: FullDocument) -> list[Sheet]:
    return [_sheet(full, page) for page in full.pages]


def _sheet(full: FullDocument, page: Page) -> Sheet:
    document, is_settled = full.document, doubt.is_settled(full)
    has_image = files.has_derived(document, files.page_image(page.number))
    image = url_for("files.page", id=document.id, number=page.number) if has_image else None
    marks = tuple(mark for stored in full.fields.values() if (mark := _mark(stored, page, is_settled)))
    width, height = max(1, page.width), max(1, page.height)
    return Sheet(page.number, width, height, image, marks, "" if has_image else page.text)


def place_of(stored: StoredField) -> FieldValue | None:
    """The value that has a place on a page: what counts now, or what had been read before a person corrected it."""
    return next((value for value in (stored.value, stored.read) if value and value.page and value.box), None)


def _mark(stored: StoredField, page: Page, is_settled: bool) -> Mark | None:
    place, field = place_of(stored), FIELDS.get(stored.name)
    if place is None or place.box is None or place.page != page.number or field is None:
        return None
    box = place.box
    margin = _MARGIN * page.width
    return Mark(
        stored.name,
        in_words(field.label),
        shown(field, stored.value.value),
        not is_settled and doubt.is_doubtful(stored.value.confidence),
        round(box.left * page.width - margin),
        round(box.top * page.height - margin),
        round(box.width * page.width + 2 * margin),
        round(box.height * page.height + 2 * margin),
    )
