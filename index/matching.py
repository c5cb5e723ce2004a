"""Which documents of a segment hold what is asked, and how well: a mask and a score for each document.

An engine gives the lists of documents that hold a form (`Postings`); the rest is arithmetic on arrays, so that a
common word costs little more than a rare one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from index.columns import Columns, Mask, Numbers, within
from index.language import beginnings, spellings
from index.query import Clause, OneOf, Phrase, Prefix, Where, Within, Word

# BM25: how much a long document is held against itself, and how soon a word said again stops to count.
_LENGTH_COUNTS, _SATURATION = 0.6, 1.2
_POSITION_BITS = 32

Scores = NDArray[np.float32]


class Listed(NamedTuple):
    """The documents of a segment that hold a form, by number, ascending, and the form's weight in each. Those deleted
    are among them."""

    numbers: Numbers
    weights: Scores


class Places(NamedTuple):
    """Where a form stands: a document for each position."""

    numbers: Numbers
    positions: NDArray[np.uint32]


class Values(NamedTuple):
    numbers: Numbers
    values: NDArray[np.int64]


class Postings(Protocol):
    """The lists of a segment; `field` is one of `index.entries.DocumentForms`. What is not there is empty."""

    def listed(self, field: str, form: str) -> Listed: ...

    def places(self, field: str, form: str) -> Places: ...

    def values(self, name: str) -> Values:
        """The values of a field, as `index.columns` codes them."""

    def count(self, field: str, form: str) -> int:
        """How many documents hold a form."""

    def beginning(self, field: str, start: str) -> Iterator[tuple[str, int]]:
        """The forms that begin so, in order, with the number of documents that hold each."""

    def text(self, number: int) -> tuple[str, str]:
        """A document's text, and its language."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A segment as of one commit; `live` masks the documents that are not deleted."""

    columns: Columns
    live: Mask
    postings: Postings


class Whole:
    """What concerns all the segments of an index: how rare a form is, how long a document."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._size = sum(len(part.columns) for part in parts)
        words = sum(float(part.columns.lengths.sum()) for part in parts)
        self.mean_length = max(1.0, words / max(1, self._size))

    def holding(self, field: str, form: str) -> int:
        """How many documents hold a form; those deleted are among them."""
        return sum(part.postings.count(field, form) for part in self._parts)

    def rarity(self, field: str, form: str) -> float:
        return math.log(self._size / (self.holding(field, form) + 1)) + 1.0 if self._size else 1.0


class Match(NamedTuple):
    """For each document whether it matches; its score where it does, else 0."""

    mask: Mask
    scores: Scores


class Matcher:
    """Asks one segment."""

    def __init__(self, part: Part, whole: Whole) -> None:
        self._part, self._whole, self._size = part, whole, len(part.columns)

    def clause(self, clause: Clause) -> Match | None:
        """None where nothing of what is asked is ever kept."""
        match clause:
            case Word() | Phrase():
                return self._words(clause.text, clause.fields)
            case Prefix():
                return self._beginning(clause)
            case Where():
                return self._plain(self._part.columns.mask(clause))
            case Within():
                return self._plain(self._within(clause))
            case OneOf():
                found = [match for match in map(self.clause, clause.clauses) if match is not None]
                return best_of(found) if found else None

    def form(self, field: str, form: str) -> Match:
        listed = self._part.postings.listed(field, form)
        mask, scores = np.zeros(self._size, np.bool_), np.zeros(self._size, np.float32)
        mask[listed.numbers] = True
        if len(listed.numbers):
            scores[listed.numbers] = self._scored(field, form, listed)
        return Match(mask, scores)

    def _scored(self, field: str, form: str, listed: Listed) -> Scores:
        rarity = self._whole.rarity(field, form)
        if field != "body":
            return np.full(len(listed.numbers), rarity, np.float32)
        length = self._part.columns.lengths[listed.numbers] / self._whole.mean_length
        full = _SATURATION * ((1 - _LENGTH_COUNTS) + _LENGTH_COUNTS * length)
        scores: Scores = (rarity * (_SATURATION + 1) * listed.weights / (listed.weights + full)).astype(np.float32)
        return scores

    def _words(self, text: str, names: tuple[str, ...]) -> Match | None:
        asked = spellings(text)
        if not asked:
            return None
        if not names:
            return best_of([self._sequence("body", forms) for forms in asked])
        return best_of(
            [self._sequence("fields", [f"{name}={form}" for form in forms]) for name in names for forms in asked]
        )

    def _sequence(self, field: str, forms: Sequence[str]) -> Match:
        found = all_of([self.form(field, form) for form in forms])
        if len(forms) == 1 or not found.mask.any():
            return found
        mask = np.zeros(self._size, np.bool_)
        mask[self._following(field, forms, found.mask)] = True
        return Match(mask, np.where(mask, found.scores, np.float32(0)))

    def _following(self, field: str, forms: Sequence[str], among: Mask) -> NDArray[np.int64]:
        """The documents in which the forms stand one after the other."""
        starts: NDArray[np.int64] | None = None
        for n, form in enumerate(forms):
            places = self._part.postings.places(field, form)
            here = among[places.numbers] & (places.positions >= n)
            keys = (places.numbers[here].astype(np.int64) << _POSITION_BITS) + places.positions[here] - n
            starts = keys if starts is None else np.intersect1d(starts, keys)
        return np.unique(starts >> _POSITION_BITS) if starts is not None else np.zeros(0, np.int64)

    def _beginning(self, clause: Prefix) -> Match | None:
        before, beginning = beginnings(clause.text)
        words = self._words(before, clause.fields)
        if not beginning:
            return words
        mask = np.zeros(self._size, np.bool_)
        field = "fields" if clause.fields else "words"
        for start in [f"{name}={beginning}" for name in clause.fields] or [beginning]:
            for form, _ in self._part.postings.beginning(field, start):
                mask[self._part.postings.listed(field, form).numbers] = True
        found = Match(mask, mask.astype(np.float32))
        return found if words is None else all_of([words, found])

    def _within(self, clause: Within) -> Mask:
        mask = np.zeros(self._size, np.bool_)
        for name in clause.fields:
            numbers, values = self._part.postings.values(name)
            mask[numbers[within(values, clause.range)]] = True
        return mask

    def _plain(self, mask: Mask) -> Match:
        return Match(mask, np.zeros(self._size, np.float32))


def all_of(matches: Sequence[Match]) -> Match:
    return _joined(matches, np.logical_and, np.add)


def best_of(matches: Sequence[Match]) -> Match:
    return _joined(matches, np.logical_or, np.maximum)


def _joined(matches: Sequence[Match], masks: np.ufunc, scores: np.ufunc) -> Match:
    joined = matches[0]
    for match in matches[1:]:
        joined = Match(masks(joined.mask, match.mask), scores(joined.scores, match.scores))
    return joined
