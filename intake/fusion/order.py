"""The lines of a page after two readers' words were put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from storage.reading import Box, Word

_SAME_ROW = 0.5  # of the lower of the two heights
_NEAR = 3.0  # heights: what stands further away on a row is another column


def in_lines(placed: Iterable[Word], new: Sequence[Word]) -> tuple[Word, ...]:
    """All words, line by line, each from the left, the lines numbered from 0.

    `placed` have the numbers of lines in reading order; `new` are numbered otherwise, and join a line beside them or
    make one of their own, above the first line that is lower."""
    lines: dict[int, list[Word]] = {}
    for word in placed:
        lines.setdefault(word.line, []).append(word)
    ordered = [lines[number] for number in sorted(lines)]
    own: dict[int, list[Word]] = {}
    for word in new:
        beside = _beside(word, ordered)
        if beside is not None:
            beside.append(word)
        else:
            own.setdefault(word.line, []).append(word)
    for line in own.values():
        ordered.insert(_position(line, ordered), line)
    numbered = enumerate(sorted(line, key=lambda word: word.box.left) for line in ordered)
    return tuple(word._replace(line=number) for number, line in numbered for word in line)


def _beside(word: Word, lines: Sequence[list[Word]]) -> list[Word] | None:
    nearest, least = None, _NEAR * word.box.height
    for line in lines:
        for other in line:
            distance = max(other.box.left - word.box.right, word.box.left - other.box.right)
            if distance < least and _on_row(word.box, other.box):
                nearest, least = line, distance
    return nearest


def _on_row(box: Box, other: Box) -> bool:
    shared = min(box.bottom, other.bottom) - max(box.top, other.top)
    return shared > _SAME_ROW * min(box.height, other.height)


def _position(line: Sequence[Word], lines: Sequence[Sequence[Word]]) -> int:
    middle = median(word.box.middle[1] for word in line)
    lower = (place for place, other in enumerate(lines) if median(w.box.middle[1] for w in other) > middle)
    return next(lower, len(lines))
