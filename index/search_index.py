"""The port: what an index must do, and the values that it takes and gives.

An index is derived: whatever happens to it, it is made again from the store. Writing is one process's business,
searching anybody's. `tests/test_index_contract.py` says what every engine must do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, Protocol

from index.query import Query
from storage.kinds import Area


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """A document as the index sees it: `fields` are canonical values (see `storage.values`), `text` is that of all
    pages, `file` the name as it was dropped, `language` an ISO 639-1 code or empty, `status` a value of
    `storage.document.Status`, `assignee` the id of a user."""

    id: int
    revision: int
    kind: str
    area: Area
    counterpart: str | None = None
    number: str | None = None
    date: str | None = None
    amount: str | None = None
    title: str = ""
    file: str = ""
    text: str = ""
    language: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    status: str = ""
    currency: str | None = None
    received: datetime | None = None
    assignee: int | None = None
    page_count: int = 0


class Piece(NamedTuple):
    """A stretch of a snippet: plain text, nothing escaped."""

    text: str
    is_hit: bool


Snippet = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """`revision` is the one that was indexed. The snippet is of the document's text, empty where that is. `is_near`
    says that it holds only words like those asked for."""

    id: int
    revision: int
    score: float
    snippet: Snippet
    is_near: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """A value of a facet: `value` is what a query asks for it by, `label` how documents write it (a kind and a status
    have names of their own elsewhere)."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """What was found, counted; the values with most documents first, years newest first.

    Kinds, counterparts, years and statuses of which one is enough are counted as if the query did not choose among
    them, so that one may choose another; tags, of which all must be there, over what was found. `sums` are those of
    the amounts of all that was found, by currency ("" where a document names none)."""

    kinds: tuple[Count, ...] = ()
    counterparts: tuple[Count, ...] = ()
    years: tuple[Count, ...] = ()
    tags: tuple[Count, ...] = ()
    statuses: tuple[Count, ...] = ()
    sums: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Results:
    """`total` counts all that was found; `hits` are those of the page asked for. `facets` only where they were asked
    for. `near` are the words that were also looked for otherwise, since they found too little as they stand."""

    total: int
    hits: tuple[Hit, ...]
    facets: Facets | None = None
    near: tuple[Correction, ...] = ()


class Correction(NamedTuple):
    """A word as it was typed, and a word of the documents that was probably meant."""

    typed: str
    meant: str


class SuggestionKind(StrEnum):
    """What it is that is offered."""

    NAME = "name"  # of a field
    VALUE = "value"  # of a filter that knows its values
    COUNTERPART = "counterpart"
    NUMBER = "number"
    TAG = "tag"
    WORD = "word"


class Suggestion(NamedTuple):
    """`text` is to stand in what was typed from the sign `start` on, `label` what is shown. `documents` is how many
    documents have it, None where nobody counted."""

    kind: SuggestionKind
    text: str
    label: str
    documents: int | None
    start: int


class SearchIndex(Protocol):
    """All methods but `close` raise `IndexUnusable` where there is no sound index; those that write raise `IndexBusy`
    where another process writes for too long. what only reads may be called from several threads."""

    def check(self) -> None:
        """Reads through the index, so that what is wrong with it is known now."""

    def is_suspect(self) -> bool:
        """Whether there is none, or a search, in whatever process, met a damage since it was last checked or made.
        Costs next to nothing."""

    def search(self, query: Query) -> Results: ...

    def ids(self, query: Query, most: int = 100_000) -> list[int]:
        """All that is found, in the order asked for, without regard to `query.page` and `query.limit`."""

    def suggest(self, typed: str, areas: frozenset[Area], most: int = 12) -> list[Suggestion]:
        """What may be meant by the end of what was typed so far, of documents in these areas."""

    def like(self, id: int, areas: frozenset[Area], most: int = 10) -> list[Hit]:
        """Documents in these areas like a given one, the most alike first. Empty where that is not to be seen."""

    def revisions(self) -> Mapping[int, int]:
        """The revision indexed of each document, by the document's id."""

    def update(self, documents: Iterable[IndexDocument]) -> None:
        """Puts documents in, in place of what was there of them. When it returns they are found, also by other
        processes, and stay so through a power cut."""

    def remove(self, ids: Iterable[int]) -> None:
        """Takes documents out; those not there are no error."""

    def reset(self) -> None:
        """Puts an empty index in the place of whatever there was, sound or not."""

    def replacement(self) -> Replacement:
        """A new index beside this one, which goes on answering."""

    def tidy(self) -> bool:
        """Does one piece of upkeep that makes searches faster; false where there is none. For idle moments."""

    def close(self) -> None: ...


class Replacement(Protocol):
    """An index that is being made to take another's place."""

    def add(self, documents: Iterable[IndexDocument]) -> None:
        """Each document once."""

    def take_over(self, late: Callable[[], Iterable[IndexDocument]]) -> None:
        """Takes the place of the old index in one step. `late` is called when nobody can write to the old one any
        more, and gives the documents that changed since they were put into this one."""

    def close(self) -> None:
        """To be called at the end: without `take_over`, the old index stays in place."""
