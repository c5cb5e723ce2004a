"""A query against the segments of an index, one after the other: what they hold, filters, ranking, the page asked for.

An engine gives the lists of documents that hold a form, and how to join such lists; the rest is here.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Any, NamedTuple, Protocol

from index.columns import Columns, both
from index.entries import tag_entry
from index.folder_index import Found
from index.language import beginnings, spellings
from index.query import Clause, OneOf, Phrase, Prefix, Query, Sort, Where, Word


class Matches(Protocol):
    """The documents of a segment that hold something, by number, ascending; those deleted are among them."""

    def is_active(self) -> bool:
        """False at the end; the methods below are for before that."""

    def id(self) -> int: ...

    def score(self) -> float: ...

    def next(self) -> object: ...

    def skip_to(self, number: int, /) -> object:
        """To the first document from `number` on."""

    def all_ids(self) -> Iterable[int]: ...


class Postings(Protocol):
    """The lists of a segment; `field` is one of `index.entries.DocumentForms`."""

    def term(self, field: str, form: str) -> Any: ...

    def phrase(self, field: str, forms: Sequence[str]) -> Any: ...

    def beginning(self, field: str, start: str) -> Iterable[int]: ...

    def listed(self, numbers: list[int]) -> Any: ...

    def all_of(self, matches: list[Any]) -> Any: ...

    def any_of(self, matches: list[Any]) -> Any: ...

    def text(self, number: int) -> tuple[str, str]:
        """A document's text, and its language."""


@dataclass(frozen=True, slots=True)
class Part:
    """A segment as of one commit; `live` masks the documents that are not deleted."""

    columns: Columns
    live: bytes
    postings: Postings


def search(parts: Sequence[Part], query: Query) -> tuple[int, list[Found]]:
    """How many there are, and those of the page asked for."""
    total = 0

    def found() -> Iterator[_Ranked]:
        nonlocal total
        for part in parts:
            ids, dates = part.columns.ids, part.columns.dates
            for number, score in _Asked(part).scored(query):
                total += 1
                day = dates[number]
                first = {Sort.RELEVANCE: score, Sort.NEWEST: day, Sort.OLDEST: -(day or 99_999_999)}[query.sort]
                yield _Ranked((first, day, ids[number]), score, part, number)

    best = heapq.nlargest(query.page * query.limit, found(), key=lambda ranked: ranked.key)
    return total, [_found(ranked) for ranked in best[(query.page - 1) * query.limit :]]


def revisions(parts: Iterable[Part]) -> dict[int, int]:
    found: dict[int, int] = {}
    for part in parts:
        found.update(compress(zip(part.columns.ids, part.columns.revisions, strict=True), part.live))
    return found


class _Ranked(NamedTuple):
    key: tuple[float, int, int]
    score: float
    part: Part
    number: int


def _found(ranked: _Ranked) -> Found:
    columns, number = ranked.part.columns, ranked.number
    return Found(columns.ids[number], columns.revisions[number], ranked.score, *ranked.part.postings.text(number))


class _Asked:
    """What is asked of one segment."""

    def __init__(self, part: Part) -> None:
        self._columns = part.columns
        self._live = part.live
        self._postings = part.postings

    def scored(self, query: Query) -> Iterator[tuple[int, float]]:
        """The documents that hold all that is asked, with their scores."""
        mask = self._mask(query)
        asked = [matches for matches in map(self._clause, query.clauses) if matches is not None]
        if not asked:
            yield from ((number, 0.0) for number in compress(range(len(mask)), mask))
            return
        matches: Matches = self._postings.all_of(asked)
        while matches.is_active():
            number = matches.id()
            if mask[number]:
                yield number, matches.score()
                matches.next()
                continue
            number = mask.find(1, number + 1)
            if number < 0:
                return
            matches.skip_to(number)

    def _mask(self, query: Query) -> bytes:
        """What passes all the filters, and holds nothing of what is excluded."""
        where = Where(query.kinds, query.areas, query.dates, query.amounts)
        mask = both(self._columns.mask(where), self._live)
        for tag in query.tags:
            mask = both(mask, self._marked(self._postings.term("fields", f"tag=={tag_entry(tag)}").all_ids()))
        excluded = [matches for matches in map(self._clause, query.excluded) if matches is not None]
        if excluded:
            marked = self._marked(number for matches in excluded for number in matches.all_ids())
            mask = both(mask, marked.translate(_OPPOSITE))
        return mask

    def _marked(self, numbers: Iterable[int]) -> bytes:
        mask = bytearray(len(self._live))
        for number in numbers:
            mask[number] = 1
        return bytes(mask)

    def _clause(self, clause: Clause) -> Any:
        """None where nothing of what is asked is ever kept."""
        match clause:
            case Word() | Phrase():
                return self._words(clause.text, clause.fields)
            case Prefix():
                return self._beginning(clause)
            case Where():
                mask = self._columns.mask(clause)
                return self._postings.listed(list(compress(range(len(mask)), mask)))
            case OneOf():
                found = [matches for matches in map(self._clause, clause.clauses) if matches is not None]
                return self._postings.any_of(found) if found else None

    def _words(self, text: str, names: tuple[str, ...]) -> Any:
        asked = spellings(text)
        if not asked:
            return None
        if not names:
            return self._postings.any_of([self._sequence("body", forms) for forms in asked])
        return self._postings.any_of(
            [self._sequence("fields", [f"{name}={form}" for form in forms]) for name in names for forms in asked]
        )

    def _sequence(self, field: str, forms: Sequence[str]) -> Any:
        return self._postings.phrase(field, forms) if len(forms) > 1 else self._postings.term(field, forms[0])

    def _beginning(self, clause: Prefix) -> Any:
        before, beginning = beginnings(clause.text)
        words = self._words(before, clause.fields)
        if not beginning:
            return words
        field = "fields" if clause.fields else "words"
        numbers: set[int] = set()
        for start in [f"{name}={beginning}" for name in clause.fields] or [beginning]:
            numbers.update(self._postings.beginning(field, start))
        found = self._postings.listed(sorted(numbers))
        return found if words is None else self._postings.all_of([words, found])


_OPPOSITE = bytes([1, 0]) + bytes(254)
