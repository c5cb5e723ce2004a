"""A document as the store knows it: what it is, what became of it, and who did what to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from storage.errors import Message
from storage.kinds import Area
from storage.links import LinkKind
from storage.reading import Check, FieldValue, Page, Row, Segment

ALL_AREAS: frozenset[Area] = frozenset(Area)


class Status(StrEnum):
    """The life of a document: accepting -> (half ->) received -> reading
    -> filed | to_review | set_aside | opened | joined."""

    ACCEPTING = "accepting"  # recorded; its bytes are on their way out of the inbox
    HALF = "half"  # one side of double-sided sheets, waiting for the other (see `storage.sides`)
    RECEIVED = "received"  # waiting to be read
    READING = "reading"
    FILED = "filed"
    TO_REVIEW = "to_review"
    SET_ASIDE = "set_aside"
    OPENED = "opened"  # it only held others, which are documents of their own
    JOINED = "joined"  # it belongs to another: a copy of it, or a notice about it


READABLE = (Status.FILED, Status.TO_REVIEW)
WAITING = (Status.ACCEPTING, Status.HALF, Status.RECEIVED, Status.READING)


class EventKind(StrEnum):
    """What can happen to a document; the history says who, when and what."""

    RECEIVED = "received"
    DROPPED_AGAIN = "dropped_again"
    FILED = "filed"
    TO_REVIEW = "to_review"
    SET_ASIDE = "set_aside"
    CORRECTED = "corrected"
    TAKEN_BACK = "taken_back"
    MOVED = "moved"
    READ_AGAIN = "read_again"
    CAME_FROM = "came_from"
    OPENED = "opened"
    KEPT_WHOLE = "kept_whole"
    JOINED = "joined"
    GOT_COPY = "got_copy"
    LOOKS_LIKE = "looks_like"
    DIFFERENT = "different"
    SEPARATED = "separated"
    GOT_NOTICE = "got_notice"
    TAGGED = "tagged"
    NOTED = "noted"
    NOTE_DROPPED = "note_dropped"
    ASSIGNED = "assigned"
    TIED = "tied"
    UNTIED = "untied"
    SHARED = "shared"
    SHARE_ENDED = "share_ended"
    WAITS_FOR_BACKS = "waits_for_backs"
    BACKS_MISSING = "backs_missing"
    FILED_ALONE = "filed_alone"
    PUT_TOGETHER = "put_together"


@dataclass(frozen=True, slots=True)
class Document:
    """`file` is the name as it was dropped, `hint` the inbox sub-folder it lay in, `tree_path` its place in the
    readable tree. `counterpart`, `date`, `number` and `amount` stand for the document in lists: which fields they
    come from is declared with its kind.

    `part` counts the documents of one original from 1; `archive_number` is the label stuck on the paper ("FLD000123");
    `state` is what SDI last said of an e-invoice (see `storage.invoice_state`). `assignee_id` is the colleague who is
    to see to it, until `assigned_due`."""

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
    part: int = 1
    archive_number: str | None = None
    state: str | None = None
    due_date: str | None = None
    assignee_id: int | None = None
    assigned_due: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a document's history. `user` is None where Faldone itself did it."""

    at: datetime
    kind: EventKind
    user: str | None
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wrote about a document."""

    id: int
    user: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class StoredField:
    """The value that counts now, by whom and since when; `read` is what the last reading found, if that differs."""

    name: str
    value: FieldValue
    user: str | None
    at: datetime
    read: FieldValue | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Another document that this one belongs together with. `is_above` says that the other holds this one, is the one
    that counts, or the invoice that a notice is about; `data` is what is known of the bond (see `storage.links`)."""

    kind: LinkKind
    other: Document
    is_above: bool
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FullDocument:
    """A document with all that is known of it. `proposal` says how it might be split; empty where it is one."""

    document: Document
    pages: tuple[Page, ...]
    fields: Mapping[str, StoredField]
    lists: Mapping[str, tuple[Row, ...]]
    checks: tuple[Check, ...]
    candidates: Mapping[str, tuple[FieldValue, ...]]
    events: tuple[Event, ...]
    links: tuple[Link, ...] = ()
    proposal: tuple[Segment, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def text(self) -> str:
        return "\n\n".join(page.text for page in self.pages)
