"""Two documents' pages as wholes: their sums, their days, their words with figures in them, their prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple, TypeVar

from storage.sameness.evidence import Evidence, Pair, Weighed
from storage.sameness.prints import picture_likeness, text_likeness

Fact = TypeVar("Fact", int, str)
_FEW = 6


def wholes(pair: Pair) -> Iterator[Weighed]:
    """What much or little of is the same. Pages of one template are alike too: it never weighs as much as what tells
    one paper of a template from another."""
    new, old = pair.documents
    clear = 1.0 - pair.dim
    share, count = shared(new.figures, old.figures)
    if count:
        yield _told("figures", share, _scaled(share, 0.35 + 0.25 * clear, 5.0, 2.5) * min(1.0, count / _FEW))
    share, count = shared(new.dates, old.dates)
    if count:
        yield _told("dates", share, _dates(pair, share, count))
    share, count = shared(new.marks, old.marks)
    if count:
        least = 0.3 if pair.is_between_renditions else 0.4 + 0.25 * clear
        yield _told("marks", share, _scaled(share, least, 5.0, 2.5) * min(1.0, count / _FEW))
    words = text_likeness(new.text_print, old.text_print)
    if words is not None and not pair.is_between_renditions:
        yield _told("text", words, _scaled(words, 0.25 + 0.3 * clear, 5.0, 2.0))
    picture = picture_likeness(new.picture_print, old.picture_print)
    if picture is not None:
        yield _told("picture", picture, max(0.0, _scaled(picture, 0.6, 2.0, 0.8)))


def _dates(pair: Pair, share: float, count: int) -> float:
    if share:
        return _scaled(share, 0.5, 2.0, 0.7 if count < 2 else 1.3)
    clear = 1.0 - 0.7 * pair.haze if pair.is_read_from_pictures else 1.2
    return (-4.0 if count < 2 else -8.0) * clear


def _scaled(share: float, even: float, slope: float, most: float) -> float:
    """0 where the share is `even`, rising by `slope`, never beyond `most` either way."""
    return max(-most, min(most, (share - even) * slope))


def _told(name: str, share: float, weight: float) -> Weighed:
    percent = f"{round(100 * share)}%"
    return Weighed(Evidence(name, percent, percent, None if -0.5 < weight < 0.5 else weight > 0), weight)


class Held(NamedTuple):
    share: float
    of: int


def shared(new: Collection[Fact], old: Collection[Fact]) -> Held:
    """The share of the smaller document's facts that the other has too, and how many the smaller has."""
    return held(new, old) if len(new) < len(old) else held(old, new)


def held(facts: Iterable[Fact], other: Iterable[Fact]) -> Held:
    """The share of the facts that the other document has too, and how many there are."""
    ours = Counter(facts)
    return Held((ours & Counter(other)).total() / max(1, ours.total()), ours.total())
