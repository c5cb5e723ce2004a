"""Two readings of one spot, cut at the same places: words that can be compared one by one.

Tesseract sees blanks where a number is printed wide, PP-OCR overlooks narrow ones: the blanks of both are taken, but
for those that cut a number, a date or a spaced-out word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from rapidfuzz.distance import Levenshtein

from intake.fusion.shapes import is_figure
from intake.fusion.spots import Spot
from storage.reading import Box, Word

_ALIKE = 0.45  # of the letters: below it the two readings are no variants of each other
_ONE_LETTER_WORDS = frozenset("aeioAEIOèÈ€%&-–—/|+=n.:°")
_LETTERS = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Pair:
    """What each reader made of one word: an empty side read nothing there."""

    first: Word | None
    second: Word | None


@dataclass(frozen=True, slots=True)
class _Text:
    """The words of one side without blanks: `chars[i]` belongs to word `owners[i]`; words end at `cuts`."""

    words: tuple[Word, ...]
    chars: str
    cuts: tuple[int, ...]


def pairs(spot: Spot) -> list[Pair] | None:
    """Words of the spot side by side; None where both sides have words that have nothing in common."""
    if not spot.first or not spot.second:
        return [*(Pair(word, None) for word in spot.first), *(Pair(None, word) for word in spot.second)]
    first, second = _text(spot.first), _text(spot.second)
    if Levenshtein.normalized_similarity(first.chars.lower(), second.chars.lower()) < _ALIKE:
        return [Pair(spot.first[0], spot.second[0])] if len(spot.first) == len(spot.second) == 1 else None
    places = _places(first.chars, second.chars)
    ends = [(0, 0), *_cuts(first, second, places), (len(first.chars), len(second.chars))]
    return [Pair(_part(first, a, c), _part(second, b, d)) for (a, b), (c, d) in pairwise(ends)]


def _text(words: Sequence[Word]) -> _Text:
    lengths = [len(word.text) for word in words]
    return _Text(tuple(words), "".join(word.text for word in words), tuple(accumulate(lengths)))


def _places(first: str, second: str) -> list[int]:
    """For each place between two letters of `first`, the one of `second`."""
    places = [0] * (len(first) + 1)
    for step in Levenshtein.opcodes(first, second):
        for place in range(step.src_start, step.src_end + 1):
            places[place] = min(step.dest_end, step.dest_start + place - step.src_start)
    places[-1] = len(second)
    return places


def _cuts(first: _Text, second: _Text, places: Sequence[int]) -> list[tuple[int, int]]:
    back = {place: index for index, place in reversed(list(enumerate(places)))}
    wanted = {(cut, places[cut]) for cut in first.cuts[:-1]}
    wanted |= {(back[cut], cut) for cut in second.cuts[:-1] if cut in back}
    kept: list[tuple[int, int]] = []
    for cut in sorted(wanted):
        if kept and (cut[0] <= kept[-1][0] or cut[1] <= kept[-1][1]):
            continue
        if not _cuts_through(cut[0], first) and not _cuts_through(cut[1], second):
            kept.append(cut)
    return kept


def _cuts_through(cut: int, text: _Text) -> bool:
    """Whether the reader saw one word here that is better left whole: a figure, or letters set wide."""
    start = max((end for end in (0, *text.cuts) if end <= cut), default=0)
    end = min((end for end in text.cuts if end >= cut), default=len(text.chars))
    if cut in (start, end):
        return False
    word = text.chars[start:end]
    pieces = (word[: cut - start], word[cut - start :])
    if is_figure(word):
        return True
    alone = any(len(piece) == 1 and piece not in _ONE_LETTER_WORDS for piece in pieces)
    return alone and _LETTERS.fullmatch(word) is not None


def _part(text: _Text, start: int, end: int) -> Word | None:
    """The letters from `start` to `end` as a word, its box cut out of those of the words it was part of."""
    if start >= end:
        return None
    pieces = list(_pieces(text, start, end))
    box = pieces[0][0]
    for other, _ in pieces[1:]:
        box = box.union(other)
    confidence = min(confidence for _, confidence in pieces)
    return Word(text.chars[start:end], box, confidence, text.words[0].line)


def _pieces(text: _Text, start: int, end: int) -> Iterator[tuple[Box, float]]:
    begin = 0
    for word, finish in zip(text.words, text.cuts, strict=True):
        left, right = max(start, begin), min(end, finish)
        if left < right:
            step = word.box.width / (finish - begin)
            x0 = word.box.left if left == begin else word.box.left + (left - begin) * step
            x1 = word.box.right if right == finish else word.box.left + (right - begin) * step
            yield word.box._replace(left=x0, right=x1), word.confidence
        begin = finish
