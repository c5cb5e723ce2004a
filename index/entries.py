"""What of a document is looked for, and how much each part of it weighs. The same for every engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from babel.dates import get_month_names

from index.columns import amount_code, date_code
from index.language import fold, tokens
from index.search_index import IndexDocument
from storage.kinds import FIELDS, KINDS, FieldType

_DATES = (FieldType.DATE, FieldType.MONTH)
_NUMBERS = (FieldType.AMOUNT, FieldType.HOURS, FieldType.INT)
_GAP = 100  # positions between the parts of a document, so that no phrase reaches over

_WEIGHTS = {"text": 1.0, "fields": 1.5, "kind": 2.0, "file": 2.0, "tags": 3.0, "title": 4.0, "counterpart": 4.0}
_NUMBER_WEIGHT = 6.0
_MONTHS = {language: get_month_names("wide", locale=language) for language in ("it", "en")}


class Entry(NamedTuple):
    """A form to be found at a position; `plain` is the word as it stands, folded, for searches by its beginning."""

    form: str
    plain: str
    position: int
    weight: float


Forms = Mapping[str, tuple[list[int], float]]


class DocumentForms(NamedTuple):
    """What an index keeps of a document. `body`: the positions and the weight of each form, wherever it stands;
    `fields`: the same of 'name=form', and 'tag==' with each tag as a whole; `words`: the plain words; `values`: by
    name what dates and numbers of fields are, for ranges (`index.columns.date_code`, `amount_code`)."""

    body: Forms
    fields: Forms
    words: set[str]
    values: Mapping[str, int]

    @property
    def length(self) -> int:
        return sum(len(positions) for positions, _ in self.body.values())


def forms(document: IndexDocument) -> DocumentForms:
    body: dict[str, tuple[list[int], float]] = {}
    named: dict[str, tuple[list[int], float]] = {}
    words: set[str] = set()
    for entry in _entries(document):
        _add(body, entry.form, entry)
        words.add(entry.plain)
    for name, entry in _field_entries(document):
        _add(named, f"{name}={entry.form}", entry)
    for tag in document.tags:
        named[f"tag=={tag_entry(tag)}"] = [0], 1.0
    return DocumentForms(body, named, words, _values(document))


def _add(found: dict[str, tuple[list[int], float]], form: str, entry: Entry) -> None:
    positions, weight = found.get(form, ([], 0.0))
    positions.append(entry.position)
    found[form] = positions, weight + entry.weight


def _entries(document: IndexDocument) -> Iterator[Entry]:
    """All that the document is found by, wherever it stands."""
    start = 0
    for text, language, weight in _parts(document):
        position = start
        for token in tokens(text, language):
            position = start + token.position
            yield Entry(token.form, token.plain, position, weight)
        start = position + _GAP


def _field_entries(document: IndexDocument) -> Iterator[tuple[str, Entry]]:
    """What stands in a field, by the field's name; words also as they are, for searches by their beginning."""
    start = 0
    for name, value in _named(document):
        position = start
        for token in tokens(value, document.language):
            position = start + token.position
            for form in dict.fromkeys((token.form, token.plain)):
                yield name, Entry(form, token.plain, position, 1.0)
        start = position + _GAP


def _values(document: IndexDocument) -> dict[str, int]:
    values: dict[str, int] = {}
    for name, value in document.fields.items():
        kind = FIELDS[name].type if name in FIELDS else None
        if kind in _DATES:
            values[name] = date_code(value)
        elif kind in _NUMBERS:
            values[name] = amount_code(value)
    return values


def tag_entry(tag: str) -> str:
    """A tag as a whole, as filters ask for it."""
    return " ".join(fold(tag).split())


def _parts(document: IndexDocument) -> Iterator[tuple[str, str, float]]:
    """The texts of a document with their language and weight."""
    language = document.language
    yield document.text, language, _WEIGHTS["text"]
    for name in ("title", "counterpart", "file"):
        yield getattr(document, name) or "", language, _WEIGHTS[name]
    yield document.number or "", language, _NUMBER_WEIGHT
    for tag in document.tags:
        yield tag, language, _WEIGHTS["tags"]
    for name, value in document.fields.items():
        for text in _as_printed(name, value):
            yield text, language, _WEIGHTS["fields"]
    kind = KINDS.get(document.kind)
    if kind:
        yield kind.label.it, "it", _WEIGHTS["kind"]
        yield kind.label.en, "en", _WEIGHTS["kind"]
    yield from _month_names(document)


def _named(document: IndexDocument) -> Iterator[tuple[str, str]]:
    whole: Iterable[tuple[str, str | None]] = (
        ("counterpart", document.counterpart),
        ("number", document.number),
        ("title", document.title),
        ("file", document.file),
        *(("tag", tag) for tag in document.tags),
    )
    yield from ((name, value) for name, value in whole if value)
    for name, value in document.fields.items():
        yield from ((name, text) for text in _as_printed(name, value))


def _as_printed(name: str, value: str) -> tuple[str, ...]:
    """A choice is looked for by the words that people read for it."""
    field = FIELDS.get(name)
    for choice in field.choices if field else ():
        if choice.value == value:
            return choice.label.it, choice.label.en
    return (value,)


def _month_names(document: IndexDocument) -> Iterator[tuple[str, str, float]]:
    """'marzo 2026' finds what is dated 31/03/2026."""
    year, _, rest = (document.date or "").partition("-")
    month = rest[:2]
    if year.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12:
        for language, names in _MONTHS.items():
            yield f"{names[int(month)]} {year}", language, _WEIGHTS["text"]
