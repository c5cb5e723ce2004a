"""What changed in a table of a document, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from storage.reading import Row

RowChange = list[dict[str, str] | None]


def changed_rows(before: Sequence[Row], after: Sequence[Row]) -> list[RowChange]:
    """Pairs of what a row was and what it is; None where it was added or deleted. Rows that stayed are left out."""
    old, new = [_key(row) for row in before], [_key(row) for row in after]
    pairs: list[RowChange] = []
    for what, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            pairs += ([_plain(was), _plain(now)] for was, now in zip_longest(before[i1:i2], after[j1:j2]))
    return pairs


def _key(row: Row) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(row.items()))


def _plain(row: Row | None) -> dict[str, str] | None:
    return dict(row) if row is not None else None
