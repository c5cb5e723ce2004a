"""Which segments of an index are to become one.

A commit writes a segment. Searching costs something for each, so that some of like size are merged into the next
size from time to time: every document is then written again once per size only. Merging the small ones is quick and
is done along with a commit; the large ones wait for an idle moment.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_FACTOR = 8  # segments of a size that become one of the next
_DELETED_SHARE = 0.3  # from here on a segment is worth writing again
_SMALLEST_REWRITTEN = 16


class SegmentSize(NamedTuple):
    documents: int
    deleted: int

    @property
    def live(self) -> int:
        return self.documents - self.deleted


def to_merge(sizes: Sequence[SegmentSize], most: int) -> list[int]:
    """The segments to be merged now, by their place in `sizes`, so that no more than `most` documents are written."""
    empty = [n for n, size in enumerate(sizes) if not size.live]
    for group in _groups(sizes):
        if sum(sizes[n].live for n in group) <= most:
            return [*group, *(n for n in empty if n not in group)]
    return empty


def _groups(sizes: Sequence[SegmentSize]) -> list[list[int]]:
    """Segments that are worth merging with one another, smallest first."""
    by_level: dict[int, list[int]] = {}
    for n, size in enumerate(sizes):
        if size.live:
            by_level.setdefault(_level(size.live), []).append(n)
    groups = [group[:_FACTOR] for _, group in sorted(by_level.items()) if len(group) >= _FACTOR]
    wasteful = [
        [n]
        for n, size in enumerate(sizes)
        if size.live and size.documents >= _SMALLEST_REWRITTEN and size.deleted >= _DELETED_SHARE * size.documents
    ]
    return groups + wasteful


def _level(documents: int) -> int:
    level = 0
    while documents >= _FACTOR:
        documents //= _FACTOR
        level += 1
    return level
