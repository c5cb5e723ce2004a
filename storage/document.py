"""A document as the store knows it: what it is, what became of it, and who did what to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.errors import Message
from storage.kinds import Area
from storage.reading import Check, FieldValue, Page, Row

ALL_AREAS: frozenset[Area] = frozenset(Area)


class Status(StrEnum):
    """The life of a document: accepting -> received -> reading -> filed | to_review | set_aside."""

    ACCEPTING = "accepting"  # recorded; its bytes are on their way out of the inbox
    RECEIVED = "received"  # waiting to be read
    READING = "reading"
    FILED = "filed"
    TO_REVIEW = "to_review"
    SET_ASIDE = "set_aside"


READABLE = (Status.FILED, Status.TO_REVIEW)
WAITING = (Status.ACCEPTING, Status.RECEIVED, Status.READING)


class EventKind(StrEnum):
    """What can happen to a document; the history says who, when and what."""

    RECEIVED = "received"
    DROPPED_AGAIN = "dropped_again"
    FILED = "filed"
    TO_REVIEW = "to_review"
    SET_ASIDE = "set_aside"
    CORRECTED = "corrected"
    MOVED = "moved"
    READ_AGAIN = "read_again"


@dataclass(frozen=True, slots=True)
class Document:
    """`file` is the name as it was dropped, `hint` the inbox sub-folder it lay in, `tree_path` its place in the
    readable tree. `counterpart`, `date`, `number` and `amount` stand for the document in lists: which fields they
    come from is declared with its kind."""

    id: int
    sha256: str
    file: str
    media_type: str
    size: int
    kind: str
    kind_confidence: float
    area: Area
    language: str
    status: Status
    revision: int
    received_at: datetime
    title: str
    counterpart: str | None = None
    date: str | None = None
    number: str | None = None
    amount: str | None = None
    currency: str | None = None
    tags: tuple[str, ...] = ()
    hint: str | None = None
    tree_path: str | None = None
    page_count: int = 0
    error_code: str | None = None
    error: Message | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a document's history. `user` is None where Faldone itself did it."""

    at: datetime
    kind: EventKind
    user: str | None
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class StoredField:
    """The value that counts now, by whom and since when; `read` is what the last reading found, if that differs."""

    name: str
    value: FieldValue
    user: str | None
    at: datetime
    read: FieldValue | None = None


@dataclass(frozen=True, slots=True)
class FullDocument:
    """A document with all that is known of it."""

    document: Document
    pages: tuple[Page, ...]
    fields: Mapping[str, StoredField]
    lists: Mapping[str, tuple[Row, ...]]
    checks: tuple[Check, ...]
    candidates: Mapping[str, tuple[FieldValue, ...]]
    events: tuple[Event, ...]

    @property
    def text(self) -> str:
        return "\n\n".join(page.text for page in self.pages)
