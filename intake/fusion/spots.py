"""Which words of two readers stand on the same spot of the page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storage.reading import Box, Word

_SAME_ROW = 0.5  # of the lower box's height
_SAME_PLACE = 0.35  # of the narrower box's width


@dataclass(frozen=True, slots=True)
class Spot:
    """Words that overlap, of each reader from left to right; one side may be empty."""

    first: tuple[Word, ...]
    second: tuple[Word, ...]


def spots(first: Sequence[Word], second: Sequence[Word]) -> list[Spot]:
    """Every word in exactly one spot; one that spans several of the other reader's shares it with all of them."""
    group = list(range(len(first) + len(second)))
    for a, b in _overlapping(first, second):
        _join(group, a, len(first) + b)
    members: dict[int, tuple[list[Word], list[Word]]] = {}
    for number, word in enumerate((*first, *second)):
        sides = members.setdefault(_root(group, number), ([], []))
        sides[number >= len(first)].append(word)
    return [Spot(_from_left(one), _from_left(other)) for one, other in members.values()]


def _from_left(words: Sequence[Word]) -> tuple[Word, ...]:
    return tuple(sorted(words, key=lambda word: word.box.left))


def _overlapping(first: Sequence[Word], second: Sequence[Word]) -> Iterator[tuple[int, int]]:
    order = sorted(range(len(second)), key=lambda number: second[number].box.top)
    tops = [second[number].box.top for number in order]
    highest = max((word.box.height for word in second), default=0.0)
    for a, word in enumerate(first):
        start, end = bisect_left(tops, word.box.top - highest), bisect_left(tops, word.box.bottom)
        yield from ((a, b) for b in order[start:end] if same_spot(word.box, second[b].box))


def same_spot(box: Box, other: Box) -> bool:
    height = min(box.bottom, other.bottom) - max(box.top, other.top)
    width = min(box.right, other.right) - max(box.left, other.left)
    return height > _SAME_ROW * min(box.height, other.height) and width > _SAME_PLACE * min(box.width, other.width)


def _root(group: list[int], number: int) -> int:
    while group[number] != number:
        group[number] = group[group[number]]
        number = group[number]
    return number


def _join(group: list[int], a: int, b: int) -> None:
    group[_root(group, b)] = _root(group, a)
