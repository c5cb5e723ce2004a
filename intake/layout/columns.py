"""Columns of rows that stand under each other, found by the white between them: no headings are needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from storage.reading import Box

_BINS = 1000
_ENOUGH_ROWS = 3


@dataclass(frozen=True)
class Strip:
    """From where to where, as fractions of the page's width, words of a column stand."""

    left: float
    right: float

    def holds(self, box: Box) -> bool:
        return self.left <= box.middle[0] <= self.right


@dataclass(frozen=True)
class Piece:
    """A word for this purpose: its place and whether it is an amount."""

    box: Box
    amount: bool


def _occupied(rows: Sequence[Sequence[Piece]]) -> list[int]:
    """For each thousandth of the width, in how many rows a word stands there."""
    counts = [0] * (_BINS + 1)
    for row in rows:
        filled: set[int] = set()
        for piece in row:
            filled.update(range(max(0, int(piece.box.left * _BINS)), min(_BINS, int(piece.box.right * _BINS)) + 1))
        for position in filled:
            counts[position] += 1
    return counts


def _runs(counts: Sequence[int], allowed: int) -> list[Strip]:
    strips: list[Strip] = []
    start: int | None = None
    for position, count in enumerate([*counts, 0]):
        if count > allowed and start is None:
            start = position
        elif count <= allowed and start is not None:
            strips.append(Strip(start / _BINS, position / _BINS))
            start = None
    return strips


def _of_amounts(strip: Strip, rows: Sequence[Sequence[Piece]]) -> bool:
    inside = [piece.amount for row in rows for piece in row if strip.holds(piece.box)]
    return len(inside) >= _ENOUGH_ROWS and sum(inside) >= 0.8 * len(inside)


def _headed_apart(before: Strip, strip: Strip, heads: Sequence[Box]) -> bool:
    """Whether each side of a gap has a heading of its own."""
    gap = (before.right + strip.left) / 2
    left = any(head.right <= gap and head.right > before.left for head in heads)
    return left and any(head.left >= gap - 0.005 and head.left < strip.right for head in heads)


def strips_of(rows: Sequence[Sequence[Piece]], wide: float, heads: Sequence[Box] = ()) -> tuple[Strip, ...]:
    """The columns of some rows, left to right. A gap of `wide` (a fraction of the page's width) parts two columns; a
    narrower one only where headings stand on both sides of it, or where enough rows have it beside a column of
    amounts. One row in ten may go across."""
    allowed = len(rows) // 10
    strips = list(_runs(_occupied(rows), allowed))
    joined: list[Strip] = strips[:1]
    for before, strip in pairwise(strips):
        gap = strip.left - before.right
        narrow = gap < wide
        parted = _headed_apart(joined[-1], strip, heads) or (
            len(rows) >= _ENOUGH_ROWS and (_of_amounts(before, rows) or _of_amounts(strip, rows))
        )
        if narrow and not (parted and gap > wide / 5):
            joined[-1] = Strip(joined[-1].left, strip.right)
        else:
            joined.append(strip)
    return tuple(joined)


Heading = tuple[str, Box]
# What it costs to leave a column without heading, a heading without column, to take the column right of a heading.
_BARE, _IDLE, _BESIDE = 0.1, 0.07, 0.02


def _apart(strip: Strip, heading: Box, following: float) -> float:
    """How badly a heading fits a column: 0 over it; little where the column begins right of the heading's left edge and
    ends before the next heading, as figures under headings aligned left do; else their distance."""
    gap = max(strip.left - heading.right, heading.left - strip.right)
    if gap <= 0:
        return 0.0
    beside = heading.left <= strip.left and strip.right <= following + 0.01
    return _BESIDE if beside else _BESIDE + 1.5 * gap


def matched(strips: Sequence[Strip], headings: Sequence[Heading]) -> tuple[str | None, ...]:
    """For each column the name of its heading, if any: both in order from the left, as near to each other as can be."""
    rights = [*(box.left for _, box in headings[1:]), 1.0]
    best: list[list[tuple[float, tuple[str | None, ...]]]] = [[(_IDLE * done, ()) for done in range(len(headings) + 1)]]
    for strip in strips:
        row = [(best[-1][0][0] + _BARE, (*best[-1][0][1], None))]
        for number, (name, box) in enumerate(headings):
            bare, idle = best[-1][number + 1], row[number]
            fits = best[-1][number]
            options = [
                (bare[0] + _BARE, (*bare[1], None)),
                (idle[0] + _IDLE, idle[1]),
                (fits[0] + _apart(strip, box, rights[number]), (*fits[1], name)),
            ]
            row.append(min(options, key=lambda option: option[0]))
        best.append(row)
    return best[-1][-1][1]
