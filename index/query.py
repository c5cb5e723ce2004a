"""What is asked of an index, as a value of our own: no engine's syntax.

`index.typed_query.parse` makes one from what a person types; the web page's filters are set with
`dataclasses.replace`. All the parts of a query must hold together.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from storage.kinds import Area

NO_AREAS: frozenset[Area] = frozenset()


class Sort(StrEnum):
    """Documents that are equal in it are sorted newest first; those without what is sorted by come last."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    AMOUNT_UP = "amount_up"
    AMOUNT_DOWN = "amount_down"
    COUNTERPART = "counterpart"  # by the alphabet
    RECEIVED = "received"  # the last that came first
    DUE = "due"  # what is due first comes first


@dataclass(frozen=True, slots=True)
class DateRange:
    """Both ends belong to it; None is open. A document of a month or a year counts as of its first day."""

    first: date | None = None
    last: date | None = None

    def meet(self, other: DateRange) -> DateRange:
        firsts = [d for d in (self.first, other.first) if d is not None]
        lasts = [d for d in (self.last, other.last) if d is not None]
        return DateRange(max(firsts, default=None), min(lasts, default=None))


@dataclass(frozen=True, slots=True)
class AmountRange:
    """Both ends belong to it; None is open."""

    low: Decimal | None = None
    high: Decimal | None = None

    def meet(self, other: AmountRange) -> AmountRange:
        lows = [a for a in (self.low, other.low) if a is not None]
        highs = [a for a in (self.high, other.high) if a is not None]
        return AmountRange(max(lows, default=None), min(highs, default=None))


@dataclass(frozen=True, slots=True)
class CountRange:
    """Both ends belong to it; None is open."""

    low: int | None = None
    high: int | None = None

    def meet(self, other: CountRange) -> CountRange:
        lows = [a for a in (self.low, other.low) if a is not None]
        highs = [a for a in (self.high, other.high) if a is not None]
        return CountRange(max(lows, default=None), min(highs, default=None))


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed. `fields` are names of fields, of which one must hold it; empty stands for anywhere.

    What looks like one word can be several to the analysis (`dell'IVA`, `Rossi-Bianchi`): they are then a phrase."""

    text: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prefix:
    """The beginning of a word."""

    text: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow one another, in any inflection."""

    text: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Within:
    """A value between two ends in one of these fields: dates, or amounts and other numbers."""

    fields: tuple[str, ...]
    range: DateRange | AmountRange


@dataclass(frozen=True, slots=True)
class Where:
    """What a document must be rather than say. None stands for any; of a set, one is enough.

    `counterparts` are names however they are written; `statuses` are values of `storage.document.Status`;
    `assignees` ids of users, 0 standing for nobody; `page_count` that of the document."""

    kinds: frozenset[str] | None = None
    areas: frozenset[Area] | None = None
    dates: DateRange | None = None
    amounts: AmountRange | None = None
    counterparts: frozenset[str] | None = None
    statuses: frozenset[str] | None = None
    years: frozenset[int] | None = None
    assignees: frozenset[int] | None = None
    received: DateRange | None = None
    page_count: CountRange | None = None


@dataclass(frozen=True, slots=True)
class OneOf:
    clauses: tuple[Clause, ...]


Clause = Word | Prefix | Phrase | Within | Where | OneOf


@dataclass(frozen=True, slots=True)
class Query:
    """`clauses` must all hold and `excluded` must not. `areas` are those that whoever asks may see: by default none.
    All of `tags` must be there; for the other filters see `Where`.

    A query without clauses finds all there is to see, newest first. `page` counts from 1. `facets` is how many values
    of each facet are wanted; none by default. With `nearly`, words are also looked for with a letter or two wrong
    where as they stand they find little."""

    clauses: tuple[Clause, ...] = ()
    excluded: tuple[Clause, ...] = ()
    areas: frozenset[Area] = NO_AREAS
    kinds: frozenset[str] | None = None
    dates: DateRange | None = None
    amounts: AmountRange | None = None
    tags: frozenset[str] = frozenset()
    page: int = 1
    limit: int = 25
    sort: Sort = Sort.RELEVANCE
    counterparts: frozenset[str] | None = None
    statuses: frozenset[str] | None = None
    years: frozenset[int] | None = None
    assignees: frozenset[int] | None = None
    received: DateRange | None = None
    page_count: CountRange | None = None
    facets: int = 0
    nearly: bool = False
