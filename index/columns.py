"""What every document of a segment is, in columns: filters are read off them, without the engine.

A filter gives a mask: one byte a document, 1 where it passes. Kinds and areas are bytes themselves, so that their
masks cost a translation of bytes.
"""

from __future__ import annotations

from array import array
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from index.query import AmountRange, DateRange, Where
from index.search_index import IndexDocument
from storage.kinds import KINDS, Area

UNKNOWN = 255  # the code of a kind that is not declared
NO_DATE = 0
NO_AMOUNT = -(2**62)
_MOST = 2**62 - 1
_KIND_CODES = {name: code for code, name in enumerate(KINDS)}
_AREA_CODES = {area: code for code, area in enumerate(Area)}
_CACHED_MASKS = 32


def _date_code(value: str | None) -> int:
    """2026-03-31 as 20260331; a month or a year as its first day; `NO_DATE` for what is no date."""
    parts = (value or "").split("-")
    if not all(part.isdecimal() and part.isascii() for part in parts) or len(parts) > 3:
        return NO_DATE
    year, month, day = (*map(int, parts), 1, 1)[:3]
    try:
        return _code(date(year, month, day))
    except ValueError:
        return NO_DATE


def _amount_code(value: str | None) -> int:
    """Cents; `NO_AMOUNT` for what is no amount."""
    try:
        cents = int((Decimal(value) * 100).to_integral_value()) if value else NO_AMOUNT
    except (InvalidOperation, ValueError, OverflowError):
        return NO_AMOUNT
    return cents if abs(cents) < _MOST else NO_AMOUNT


def column_values(document: IndexDocument) -> dict[str, int]:
    return {
        "id": document.id,
        "revision": document.revision,
        "kind": _KIND_CODES.get(document.kind, UNKNOWN),
        "area": _AREA_CODES[document.area],
        "date": _date_code(document.date),
        "amount": _amount_code(document.amount),
    }


class Columns:
    """The columns of a segment that never changes; index n is the segment's nth document."""

    def __init__(
        self,
        ids: array[int],
        revisions: array[int],
        kinds: array[int],
        areas: array[int],
        dates: array[int],
        amounts: array[int],
    ) -> None:
        self.ids = ids
        self.revisions = revisions
        self.dates = dates
        self._kinds = kinds.tobytes()
        self._areas = areas.tobytes()
        self._amounts = amounts
        self._masks: dict[Where, bytes] = {}
        self._numbers: dict[int, int] | None = None

    def number(self, id: int) -> int | None:
        """Which document of the segment has this id."""
        if self._numbers is None:
            self._numbers = {found: n for n, found in enumerate(self.ids)}
        return self._numbers.get(id)

    def mask(self, where: Where) -> bytes:
        mask = self._masks.get(where)
        if mask is None:
            if len(self._masks) >= _CACHED_MASKS:
                self._masks.clear()
            mask = self._masks[where] = self._computed(where)
        return mask

    def _computed(self, where: Where) -> bytes:
        mask = b"\1" * len(self.ids)
        if where.areas is not None:
            mask = both(mask, self._areas.translate(_table(frozenset(_AREA_CODES[area] for area in where.areas))))
        if where.kinds is not None:
            known = frozenset(_KIND_CODES[kind] for kind in where.kinds if kind in _KIND_CODES)
            mask = both(mask, self._kinds.translate(_table(known)))
        if where.dates is not None:
            mask = both(mask, _within(self.dates, *_date_ends(where.dates)))
        if where.amounts is not None:
            mask = both(mask, _within(self._amounts, *_amount_ends(where.amounts)))
        return mask


def both(one: bytes | bytearray, other: bytes | bytearray) -> bytes:
    """The documents in both masks."""
    joined = int.from_bytes(one, "little") & int.from_bytes(other, "little")
    return joined.to_bytes(len(one), "little")


@lru_cache(maxsize=256)
def _table(codes: frozenset[int]) -> bytes:
    return bytes(code in codes for code in range(256))


def _within(column: array[int], low: int, high: int) -> bytes:
    return bytes([low <= value <= high for value in column])


def _code(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def _date_ends(dates: DateRange) -> tuple[int, int]:
    return (_code(dates.first) if dates.first else NO_DATE + 1), (_code(dates.last) if dates.last else 99_999_999)


def _amount_ends(amounts: AmountRange) -> tuple[int, int]:
    return _cents(amounts.low, -_MOST), _cents(amounts.high, _MOST)


def _cents(amount: Decimal | None, otherwise: int) -> int:
    return otherwise if amount is None else max(-_MOST, min(_MOST, int(amount * 100)))
