"""The port: what an index must do, and the values that it takes and gives.

An index is derived: whatever happens to it, it is made again from the store. Writing is one process's business,
searching anybody's. `tests/test_index_contract.py` says what every engine must do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from index.query import Query
from storage.kinds import Area


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """A document as the index sees it: `fields` are canonical values (see `storage.values`), `text` is that of all
    pages, `file` the name as it was dropped, `language` an ISO 639-1 code or empty."""

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


class Piece(NamedTuple):
    """A stretch of a snippet: plain text, nothing escaped."""

    text: str
    is_hit: bool


Snippet = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """`revision` is the one that was indexed. The snippet is of the document's text, empty where that is."""

    id: int
    revision: int
    score: float
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class Results:
    """`total` counts all that was found; `hits` are those of the page asked for."""

    total: int
    hits: tuple[Hit, ...]


class SearchIndex(Protocol):
    """All methods but `close` raise `IndexUnusable` where there is no sound index; those that write raise `IndexBusy`
    where another process writes for too long. `search` and `revisions` may be called from several threads."""

    def check(self) -> None:
        """Reads through the index, so that what is wrong with it is known now."""

    def is_suspect(self) -> bool:
        """Whether there is none, or a search, in whatever process, met a damage since it was last checked or made.
        Costs next to nothing."""

    def search(self, query: Query) -> Results: ...

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
