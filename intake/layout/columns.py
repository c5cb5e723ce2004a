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
    """A word for this purpose: its place, and whether it is a figure or a unit and no text."""

    box: Box
    figure: bool
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


def _mostly(flags: Sequence[bool]) -> bool:
    return len(flags) >= _ENOUGH_ROWS and sum(flags) >= 0.8 * len(flags)


def _inside(strip: Strip, rows: Sequence[Sequence[Piece]]) -> list[Piece]:
    return [piece for row in rows for piece in row if strip.holds(piece.box)]


def _headed_apart(before: Strip, strip: Strip, heads: Sequence[Box]) -> bool:
    """Whether each side of a gap has a heading of its own."""
    gap = (before.right + strip.left) / 2
    left = any(head.middle[0] <= gap and head.right > before.left for head in heads)
    return left and any((before.left + before.right) / 2 < head.left < strip.right for head in heads)


def strips_of(rows: Sequence[Sequence[Piece]], wide: float, heads: Sequence[Box] = ()) -> tuple[Strip, ...]:
    """The columns of some rows, left to right. A gap of `wide` (a fraction of the page's width) parts two columns; a
    narrower one only where headings stand on both sides of it, or where enough rows have it between text and figures.
    One row in ten may go across."""
    atoms = _runs(_occupied(rows), len(rows) // 10)
    groups: list[list[Strip]] = [[atom] for atom in atoms[:1]]
    for before, atom in pairwise(atoms):
        amounts = any(_mostly([p.amount for p in _inside(one, rows)]) for one in (before, atom))
        apart = amounts and atom.left - before.right > wide / 5
        parted = apart or _headed_apart(_joined(groups[-1]), atom, heads)
        if atom.left - before.right >= wide or parted:
            groups.append([atom])
        else:
            groups[-1].append(atom)
    return tuple(strip for group in groups for strip in _peeled(group, rows))


def _joined(atoms: Sequence[Strip]) -> Strip:
    return Strip(atoms[0].left, atoms[-1].right)


def _peeled(atoms: list[Strip], rows: Sequence[Sequence[Piece]]) -> list[Strip]:
    """Columns of figures that stand close to the text between them, taken off its ends."""
    figures = [_mostly([piece.figure for piece in _inside(atom, rows)]) for atom in atoms]
    if all(figures):
        return [_joined(atoms)]
    first = figures.index(False)
    last = len(atoms) - figures[::-1].index(False)
    return [*atoms[:first], _joined(atoms[first:last]), *atoms[last:]]


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
