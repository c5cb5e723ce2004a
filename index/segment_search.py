"""A query against the segments of an index: what they hold, filters, ranking, the page asked for, facets."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.columns import NO_AMOUNT, Columns, Mask
from index.entries import tag_entry
from index.facets import CHOSEN, Tally, facets
from index.likeness import like
from index.matching import Matcher, Part, Scores, Whole, all_of
from index.nearly import widened
from index.query import Query, Sort, Where
from index.search_index import Correction, Facets
from storage.kinds import Area

FEW = 3  # documents: where fewer are found, words like those asked for are looked for too
_LAST = np.iinfo(np.int64).max


class Found(NamedTuple):
    """A document found, with the text that its snippet is cut from."""

    id: int
    revision: int
    score: float
    text: str
    language: str
    is_near: bool = False


class Answer(NamedTuple):
    """How many there are, those of the page asked for, and what they are where that was asked; `asked` is the query
    that found them, `near` what is in it that was not typed."""

    total: int
    found: list[Found]
    facets: Facets | None
    asked: Query
    near: tuple[Correction, ...] = ()


class _Searched(NamedTuple):
    part: Part
    tally: Tally
    mask: Mask
    scores: Scores


class _Ranked(NamedTuple):
    """`key` puts the best first; it compares across segments."""

    key: tuple[float | str, int, int]
    score: float
    part: Part
    number: int


def search(parts: Sequence[Part], query: Query) -> Answer:
    searched = _searched(parts, query)
    if query.nearly and _total(searched) < FEW:
        asked, near = widened(parts, query)
        if near:
            return _nearly(parts, searched, query, asked, near)
    best = _best(searched, query, query.page * query.limit)
    return Answer(_total(searched), [_found(one) for one in _page(best, query)], _facets(searched, query), query)


def _nearly(
    parts: Sequence[Part], exact: Sequence[_Searched], query: Query, asked: Query, near: tuple[Correction, ...]
) -> Answer:
    """What holds the very words comes first."""
    first = _best(exact, query, FEW)
    held = frozenset(map(_id, first))
    wide = _searched(parts, asked)
    others = _best(wide, asked, query.page * query.limit + len(first))
    best = [*first, *(one for one in others if _id(one) not in held)]
    found = [_found(one)._replace(is_near=_id(one) not in held) for one in _page(best, query)]
    return Answer(_total(wide), found, _facets(wide, asked), asked, near)


def _total(searched: Sequence[_Searched]) -> int:
    return sum(int(one.mask.sum()) for one in searched)


def _page(best: Sequence[_Ranked], query: Query) -> Sequence[_Ranked]:
    return best[(query.page - 1) * query.limit : query.page * query.limit]


def _facets(searched: Sequence[_Searched], query: Query) -> Facets | None:
    return facets([one.tally for one in searched], query.facets) if query.facets else None


def _id(ranked: _Ranked) -> int:
    return int(ranked.part.columns.ids[ranked.number])


def ids(parts: Sequence[Part], query: Query, most: int) -> list[int]:
    """The first documents of all that is found, in order."""
    return list(map(_id, _best(_searched(parts, query), query, most)))


def alike(parts: Sequence[Part], id: int, areas: frozenset[Area], most: int) -> list[Found]:
    """Documents like a given one, see `index.likeness`."""
    return [_found(_Ranked((0, 0, 0), -one.key[1], one.part, one.number)) for one in like(parts, id, areas, most)]


def revisions(parts: Iterable[Part]) -> dict[int, int]:
    found: dict[int, int] = {}
    for part in parts:
        ids, numbers = part.columns.ids[part.live], part.columns.revisions[part.live]
        found.update(zip(ids.tolist(), numbers.tolist(), strict=True))
    return found


def _found(ranked: _Ranked) -> Found:
    columns, number = ranked.part.columns, ranked.number
    text, language = ranked.part.postings.text(number)
    return Found(int(columns.ids[number]), int(columns.revisions[number]), ranked.score, text, language)


def _searched(parts: Sequence[Part], query: Query) -> list[_Searched]:
    whole = Whole(parts)
    return [_asked(part, whole, query) for part in parts]


def _asked(part: Part, whole: Whole, query: Query) -> _Searched:
    """What a segment holds of all that is asked."""
    matcher = Matcher(part, whole)
    mask = part.live & part.columns.mask(
        Where(
            areas=query.areas,
            dates=query.dates,
            amounts=query.amounts,
            assignees=query.assignees,
            received=query.received,
            page_count=query.page_count,
        )
    )
    for tag in query.tags:
        mask &= matcher.form("fields", f"tag=={tag_entry(tag)}").mask
    for clause in query.excluded:
        excluded = matcher.clause(clause)
        if excluded is not None:
            mask &= ~excluded.mask
    scores = np.zeros(len(mask), np.float32)
    asked = [match for match in map(matcher.clause, query.clauses) if match is not None]
    if asked:
        matched = all_of(asked)
        mask, scores = mask & matched.mask, matched.scores
    chosen = {
        name: part.columns.mask(Where(**{name: wanted}))
        for name in CHOSEN
        if (wanted := getattr(query, name)) is not None
    }
    tally = Tally(part, mask, chosen)
    return _Searched(part, tally, tally.but(), scores)


def _best(searched: Sequence[_Searched], query: Query, most: int) -> list[_Ranked]:
    """Of each segment as many as could be needed, then the best of those."""
    ranked = (one for segment in searched for one in _best_of(segment, query.sort, most))
    return heapq.nsmallest(most, ranked, key=lambda one: one.key)


def _best_of(searched: _Searched, sort: Sort, most: int) -> Iterator[_Ranked]:
    columns = searched.part.columns
    numbers = np.flatnonzero(searched.mask)
    order = _order(searched, sort)[numbers]
    newest = ((columns.dates << 31) + columns.ids)[numbers]
    if len(numbers) > 2 * most:
        # Those equal to the last that comes in are all kept: the newest of them shall.
        last = np.partition(order, most - 1)[most - 1]
        near = order <= last
        numbers, order, newest = numbers[near], order[near], newest[near]
    sorted_places = np.lexsort((-newest, order))[:most]
    named = columns.counterparts.keys if sort is Sort.COUNTERPART else None
    for place in sorted_places.tolist():
        number, first = int(numbers[place]), order[place].item()
        key = first if named is None else _name_of(named, first)
        yield _Ranked((key, -int(newest[place]), number), float(searched.scores[number]), searched.part, number)


def _name_of(names: Sequence[str], rank: int) -> str:
    return names[rank] if rank < len(names) else "\U0010ffff"


def _order(searched: _Searched, sort: Sort) -> NDArray[np.generic]:
    """For each document a number; those with the smallest come first."""
    columns = searched.part.columns
    match sort:
        case Sort.RELEVANCE:
            return -searched.scores
        case Sort.NEWEST:
            return -columns.dates
        case Sort.OLDEST:
            return np.where(columns.dates > 0, columns.dates, _LAST)
        case Sort.AMOUNT_UP:
            return np.where(columns.amounts != NO_AMOUNT, columns.amounts, _LAST)
        case Sort.AMOUNT_DOWN:
            return -columns.amounts
        case Sort.COUNTERPART:
            return columns.counterparts.ranks(len(columns))
        case Sort.RECEIVED:
            return -columns.received
    return _due(searched.part, columns)


def _due(part: Part, columns: Columns) -> NDArray[np.int64]:
    due = np.full(len(columns), _LAST, np.int64)
    numbers, days = part.postings.values("due_date")
    due[numbers] = days
    return due
