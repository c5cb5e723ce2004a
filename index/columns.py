"""What every document of a segment is, in columns: filters, facets and sorting are read off them, without the engine.

A filter gives a mask: for each document whether it passes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.query import AmountRange, DateRange, Where
from index.search_index import IndexDocument
from storage.counterparts import name_key
from storage.document import Status
from storage.kinds import KINDS, Area

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int32]

UNKNOWN = 255  # the code of a kind or a status that is not declared
NO_DATE = 0
NO_AMOUNT = -(2**62)
NOBODY = 0
_MOST = 2**62 - 1
_LAST_DAY = 99_999_999
KIND_NAMES = tuple(KINDS)
STATUS_NAMES = tuple(status.value for status in Status)
_KIND_CODES = {name: code for code, name in enumerate(KIND_NAMES)}
_AREA_CODES = {area: code for code, area in enumerate(Area)}
_STATUS_CODES = {name: code for code, name in enumerate(STATUS_NAMES)}
_CACHED_MASKS = 32
_SEPARATOR = "\x1f"

# The type of each column, as `array` and numpy name it; `names` stands beside them.
COLUMN_TYPES = {
    "id": "q",
    "revision": "i",
    "kind": "B",
    "area": "B",
    "status": "B",
    "date": "i",
    "received": "q",
    "amount": "q",
    "assignee": "i",
    "page_count": "i",
    "length": "i",
}


def date_code(value: str | None) -> int:
    """2026-03-31 as 20260331; a month or a year as its first day; `NO_DATE` for what is no date."""
    parts = (value or "").split("-")
    if not all(part.isdecimal() and part.isascii() for part in parts) or len(parts) > 3:
        return NO_DATE
    year, month, day = (*map(int, parts), 1, 1)[:3]
    try:
        return _code(date(year, month, day))
    except ValueError:
        return NO_DATE


def amount_code(value: str | None) -> int:
    """Cents; `NO_AMOUNT` for what is no amount."""
    try:
        cents = int((Decimal(value) * 100).to_integral_value()) if value else NO_AMOUNT
    except (InvalidOperation, ValueError, OverflowError):
        return NO_AMOUNT
    return cents if abs(cents) < _MOST else NO_AMOUNT


def column_values(document: IndexDocument, length: int) -> dict[str, int]:
    """`length` is the number of words that the document is found by."""
    received = document.received
    return {
        "id": document.id,
        "revision": document.revision,
        "kind": _KIND_CODES.get(document.kind, UNKNOWN),
        "area": _AREA_CODES[document.area],
        "status": _STATUS_CODES.get(document.status, UNKNOWN),
        "date": date_code(document.date),
        "received": int(received.strftime("%Y%m%d%H%M%S")) if received else 0,
        "amount": amount_code(document.amount),
        "assignee": document.assignee or NOBODY,
        "page_count": document.page_count,
        "length": length,
    }


def names_value(document: IndexDocument) -> bytes:
    """The names of a document that are counted, in one value."""
    parts = (document.counterpart or "", document.currency or "", document.number or "", *document.tags)
    return _SEPARATOR.join(" ".join(part.split()) for part in parts).encode()


class Names:
    """A column of names, each kept once: of document n it has the names `keys[codes[i]]` for all i of `documents[i] ==
    n`. Keys are in alphabetical order; `labels` is how they are written."""

    def __init__(self, pairs: Sequence[tuple[int, str]]) -> None:
        written = {name: name_key(name) for name in {name for _, name in pairs}}
        self.keys = sorted(set(written.values()))
        places = {key: code for code, key in enumerate(self.keys)}
        self.labels = [""] * len(self.keys)
        for _, name in pairs:  # the last way of writing it
            self.labels[places[written[name]]] = name
        self.documents: Numbers = np.array([number for number, _ in pairs], np.int32)
        self.codes: Numbers = np.array([places[written[name]] for _, name in pairs], np.int32)
        self._places = places

    def mask(self, keys: frozenset[str], size: int) -> Mask:
        """The documents that have one of the names, however they are written."""
        mask = np.zeros(size, np.bool_)
        codes = [self._places[key] for key in map(name_key, keys) if key in self._places]
        mask[self.documents[np.isin(self.codes, codes)]] = True
        return mask

    def counts(self, mask: Mask) -> NDArray[np.int64]:
        """Of each name, how many of the documents have it."""
        return np.bincount(self.codes[mask[self.documents]], minlength=len(self.keys))

    def ranks(self, size: int) -> Numbers:
        """Of each document the place of its name in the alphabet; one behind all others without a name."""
        ranks = np.full(size, len(self.keys), np.int32)
        ranks[self.documents] = self.codes
        return ranks


class Columns:
    """The columns of a segment that never changes; index n is the segment's nth document."""

    def __init__(self, columns: Mapping[str, NDArray[np.generic]], names: Sequence[str]) -> None:
        """`names` as `names_value` makes them."""
        self.ids: NDArray[np.int64] = columns["id"].astype(np.int64)
        self.revisions = columns["revision"]
        self.kinds: NDArray[np.uint8] = columns["kind"].astype(np.uint8)
        self.statuses: NDArray[np.uint8] = columns["status"].astype(np.uint8)
        self.dates: NDArray[np.int64] = columns["date"].astype(np.int64)
        self.received: NDArray[np.int64] = columns["received"].astype(np.int64)
        self.amounts: NDArray[np.int64] = columns["amount"].astype(np.int64)
        self.lengths: NDArray[np.float32] = columns["length"].astype(np.float32)
        self._areas = columns["area"]
        self._assignees = columns["assignee"]
        self._page_counts = columns["page_count"]
        self._names = names
        self._masks: dict[Where, Mask] = {}

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {id: n for n, id in enumerate(self.ids.tolist())}

    def number(self, id: int) -> int | None:
        """Which document of the segment has this id."""
        return self._numbers.get(id)

    @cached_property
    def counterparts(self) -> Names:
        return Names(self._split(0, 1))

    @cached_property
    def currencies(self) -> Names:
        return Names(self._split(1, 2))

    @cached_property
    def tags(self) -> Names:
        return Names(self._split(3, None))

    def printed_number(self, number: int) -> str:
        """The document's number as it is printed; empty where it has none."""
        return self._names[number].split(_SEPARATOR)[2]

    def _split(self, first: int, last: int | None) -> list[tuple[int, str]]:
        split = (names.split(_SEPARATOR)[first:last] for names in self._names)
        return [(number, name) for number, names in enumerate(split) for name in names if name]

    def mask(self, where: Where) -> Mask:
        """Not to be written to."""
        mask = self._masks.get(where)
        if mask is None:
            if len(self._masks) >= _CACHED_MASKS:
                self._masks.clear()
            mask = self._masks[where] = self._computed(where)
        return mask

    def _computed(self, where: Where) -> Mask:
        masks = [*self._coded_masks(where), *self._ranged_masks(where)]
        if where.years is not None:
            masks.append(np.isin(self.dates // 10_000, list(where.years)))
        if where.assignees is not None:
            masks.append(np.isin(self._assignees, list(where.assignees)))
        if where.counterparts is not None:
            masks.append(self.counterparts.mask(where.counterparts, len(self)))
        return np.logical_and.reduce(masks) if masks else np.ones(len(self), np.bool_)

    def _coded_masks(self, where: Where) -> Iterator[Mask]:
        if where.areas is not None:
            yield np.isin(self._areas, [_AREA_CODES[area] for area in where.areas])
        if where.kinds is not None:
            yield np.isin(self.kinds, [_KIND_CODES[kind] for kind in where.kinds if kind in _KIND_CODES])
        if where.statuses is not None:
            yield np.isin(self.statuses, [_STATUS_CODES[name] for name in where.statuses if name in _STATUS_CODES])

    def _ranged_masks(self, where: Where) -> Iterator[Mask]:
        if where.dates is not None:
            yield within(self.dates, where.dates)
        if where.received is not None:
            yield within(self.received // 1_000_000, where.received)
        if where.amounts is not None:
            yield within(self.amounts, where.amounts)
        if where.page_count is not None:
            low, high = where.page_count.low, where.page_count.high
            yield _between(self._page_counts, -_MOST if low is None else low, _MOST if high is None else high)


def within(values: NDArray[np.generic], range: DateRange | AmountRange) -> Mask:
    """Which of the values, as `date_code` and `amount_code` give them, are in the range."""
    match range:
        case DateRange(first, last):
            return _between(values, _code(first) if first else NO_DATE + 1, _code(last) if last else _LAST_DAY)
        case AmountRange(least, most):
            return _between(values, _cents(least, -_MOST), _cents(most, _MOST))


def _between(column: NDArray[np.generic], low: int, high: int) -> Mask:
    return (column.astype(np.int64) >= low) & (column.astype(np.int64) <= high)


def _code(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def _cents(amount: Decimal | None, otherwise: int) -> int:
    return otherwise if amount is None else max(-_MOST, min(_MOST, int(amount * 100)))
