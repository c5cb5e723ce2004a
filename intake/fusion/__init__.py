"""Two readers' words of one page made one: neither is right alone.

spots    which words stand on the same spot of the page
splits   the words of a spot cut at the same places, so that they compare one by one
choice   which of two readings is believed (shapes: what a word's form tells)
order    the lines of the page
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from intake.fusion.choice import chosen, is_dirt, second_is_better
from intake.fusion.order import in_lines
from intake.fusion.splits import Pair, pairs
from intake.fusion.spots import Spot, spots
from storage.reading import Box, Word

_LEAST_SURE = 0.5


def fuse(first: Sequence[Word], second: Sequence[Word], seen: Sequence[Box] | None = None) -> tuple[Word, ...]:
    """The words of the page, in lines numbered from 0; `first` gives the lines and the order.

    `seen` are the parts of the page that the second reader was shown (None: all of it). Elsewhere the first reader's
    words stay as they are."""
    there = [(spot, pairs(spot)) for spot in spots(first, second)]
    agreed = _agreed(found for _, found in there if found)
    reads_well = sum(agreed.values()) / max(1, len(first))
    placed: list[Word] = []
    new: list[Word] = []
    for spot, found in there:
        if not spot.first:
            new.extend(word for word in spot.second if word.confidence >= _LEAST_SURE)
        elif not spot.second:
            placed.extend(w for w in spot.first if not _was_seen(w, seen) or not is_dirt(w, agreed, reads_well))
        else:
            placed.extend(_both(spot, found, agreed, reads_well))
    return in_lines(placed, new)


def _both(spot: Spot, found: list[Pair] | None, agreed: Counter[str], reads_well: float) -> Iterator[Word]:
    if found is None:
        line = spot.first[0].line
        believed = spot.second if second_is_better(spot, agreed) else spot.first
        yield from (word._replace(line=line) for word in believed)
        return
    for pair in found:
        if pair.second is not None or (pair.first is not None and not is_dirt(pair.first, agreed, reads_well)):
            word = chosen(pair, agreed)
            yield word if pair.first is not None else word._replace(line=spot.first[0].line)


def _agreed(all_found: Iterator[list[Pair]]) -> Counter[str]:
    return Counter(
        pair.first.text
        for found in all_found
        for pair in found
        if pair.first is not None and pair.second is not None and pair.first.text == pair.second.text
    )


def _was_seen(word: Word, seen: Sequence[Box] | None) -> bool:
    if seen is None:
        return True
    x, y = word.box.middle
    return any(box.left <= x <= box.right and box.top <= y <= box.bottom for box in seen)
