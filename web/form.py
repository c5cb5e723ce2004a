"""The correction form: what is shown in its inputs, and what a person made of it.

Each input is sent with the canonical value it was filled from (`was.<field>`), so that what the person changed is told
from what changed meanwhile, whatever language the form was shown in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from storage.document import FullDocument, StoredField
from storage.kinds import Field, FieldType, Kind
from storage.reading import FieldValue
from storage.values import BadValue, parse
from web import doubt, reasons
from web.formats import in_words, shown
from web.say import _
from web.sheets import place_of

_LONG = 34  # characters
MOST_OTHERS = 9  # each has a digit for its key
_FIGURES = (FieldType.AMOUNT, FieldType.HOURS, FieldType.INT)


@dataclass(frozen=True, slots=True)
class Other:
    """Another value that was found for a field: offered with one key."""

    text: str
    value: FieldValue


@dataclass(frozen=True, slots=True)
class Entry:
    """An input: `text` stands in it, `was` is the canonical value it was filled from, `stored` what is kept now.

    `is_settled` says that a person has looked at the document; `error` what is wrong with the text, `meanwhile` what
    somebody else made of the field; `reasons` why it deserves a look, `others` what else it might be."""

    field: Field
    text: str
    was: str
    stored: StoredField | None
    is_essential: bool
    is_settled: bool
    error: str = ""
    meanwhile: str = ""
    reasons: tuple[str, ...] = ()
    others: tuple[Other, ...] = ()

    @property
    def deserves_a_look(self) -> bool:
        return bool(self.is_doubtful or self.is_missing or self.reasons or self.error or self.meanwhile)

    @property
    def is_long(self) -> bool:
        """Too long to be read in an input that shares its line with the label."""
        return len(self.text) > _LONG

    @property
    def page(self) -> int | None:
        """Where the value stands, or stood as it was read."""
        place = place_of(self.stored) if self.stored else None
        return place.page if place else None

    @property
    def is_figure(self) -> bool:
        return self.field.type in _FIGURES

    @property
    def is_missing(self) -> bool:
        return self.is_essential and self.stored is None and not self.is_settled

    @property
    def is_doubtful(self) -> bool:
        sure = self.is_settled or self.stored is None
        return not sure and self.stored is not None and doubt.is_doubtful(self.stored.value.confidence)


@dataclass(frozen=True, slots=True)
class Typed:
    """A form that was sent. `changes` are canonical, None for a field that was emptied."""

    entries: tuple[Entry, ...]
    changes: Mapping[str, str | None]

    @property
    def has_errors(self) -> bool:
        return any(entry.error for entry in self.entries)


def entries(kind: Kind, full: FullDocument) -> tuple[Entry, ...]:
    is_settled, why = doubt.is_settled(full), reasons.reasons(kind, full)
    return tuple(_entry(kind, field, full, is_settled, why.get(field.name, ())) for field in kind.fields)


def _entry(kind: Kind, field: Field, full: FullDocument, is_settled: bool, why: tuple[str, ...]) -> Entry:
    stored = full.fields.get(field.name)
    value = stored.value.value if stored else ""
    is_essential = field.name in kind.essential
    others = _others(field, stored, full.candidates.get(field.name, ()))
    return Entry(field, _text(field, value), value, stored, is_essential, is_settled, reasons=why, others=others)


def _others(field: Field, stored: StoredField | None, candidates: Iterable[FieldValue]) -> tuple[Other, ...]:
    """What was read before a person corrected it comes first."""
    if field.choices:
        return ()
    read = (stored.read,) if stored and stored.read else ()
    found = {value.value: Other(shown(field, value.value), value) for value in (*read, *candidates)}
    found.pop(stored.value.value if stored else "", None)
    return tuple(found.values())[:MOST_OTHERS]


def _text(field: Field, value: str) -> str:
    return value if field.type is FieldType.CHOICE or not value else shown(field, value)


def typed(kind: Kind, full: FullDocument, sent: Mapping[str, str]) -> Typed:
    """What was sent, against what is kept now. What nobody touched shows what is kept now."""
    changes: dict[str, str | None] = {}
    made = []
    for plain in entries(kind, full):
        entry, change = _sent(plain, sent)
        made.append(entry)
        if change is not None:
            changes[entry.field.name] = change or None
    return Typed(tuple(made), changes)


def _sent(entry: Entry, sent: Mapping[str, str]) -> tuple[Entry, str | None]:
    """The entry as the person left it, and the value it was changed to: "" for emptied, None for not changed."""
    name, field = entry.field.name, entry.field
    text, was = sent.get(f"value.{name}"), sent.get(f"was.{name}", "")
    if text is None:
        return entry, None
    entry = replace(entry, meanwhile=_meanwhile(entry, was))
    if text.strip() == _text(field, was):
        return entry, None
    try:
        value = parse(field.type, text, field.choices) if text.strip() else ""
    except BadValue as error:
        return replace(entry, text=text, error=in_words(error.message)), None
    return (entry, None) if value == was else (replace(entry, text=text), value)


def _meanwhile(entry: Entry, was: str) -> str:
    """What changed since the form was filled, in words."""
    if entry.was == was:
        return ""
    who = entry.stored.user if entry.stored and entry.stored.user else "Faldone"
    before = shown(entry.field, was) if was else _("empty")
    now = shown(entry.field, entry.was) if entry.was else _("empty")
    return _("Meanwhile changed by %(who)s: it was %(before)s, now it is %(now)s.", who=who, before=before, now=now)


def refused(entries: tuple[Entry, ...], field: str, error: str) -> tuple[Entry, ...]:
    """The entries with an error that the store found."""
    return tuple(replace(entry, error=error) if entry.field.name == field else entry for entry in entries)
