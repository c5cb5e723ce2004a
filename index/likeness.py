"""Documents like a given one: of the same firm and kind first, then those that share its rarest words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from index.columns import KIND_NAMES, UNKNOWN
from index.language import tokens
from index.matching import Matcher, Part, Scores, Whole
from index.query import Where
from storage.kinds import Area

_LOOKED_AT = 20_000  # characters of its text
_MOST_TRIED = 150  # of its words, those that it says most
_MOST_WORDS = 20
_FEWEST_SHARED = 0.15  # of the score that the document itself has: below, it is like it by chance
_SAME_FIRM, _SAME_KIND = 2.0, 1.0


class Like(NamedTuple):
    """`key` puts the most alike first."""

    key: tuple[float, float, int]
    part: Part
    number: int


def like(parts: Sequence[Part], id: int, areas: frozenset[Area], most: int) -> list[Like]:
    """Empty for a document that is not there, or not to be seen."""
    own = next(((part, number) for part in parts if (number := _number(part, id, areas)) is not None), None)
    if own is None:
        return []
    whole = Whole(parts)
    words = _distinctive(*own, whole)
    full = float(_scores(own[0], whole, words)[own[1]])
    found = [one for part in parts for one in _like(part, own, areas, _scores(part, whole, words), full, most)]
    return sorted(found, key=lambda one: one.key)[:most]


def _number(part: Part, id: int, areas: frozenset[Area]) -> int | None:
    number = part.columns.number(id)
    visible = part.live & part.columns.mask(Where(areas=areas))
    return number if number is not None and visible[number] else None


def _distinctive(part: Part, number: int, whole: Whole) -> list[str]:
    """The forms of a document that few others hold; one that no other holds tells nothing."""
    text, language = part.postings.text(number)
    said = Counter(token.form for token in tokens(text[:_LOOKED_AT], language) if len(token.form) > 2)
    rare = {form: whole.holding("body", form) for form, _ in said.most_common(_MOST_TRIED)}
    shared = [form for form, holding in rare.items() if holding > 1]
    return sorted(shared, key=lambda form: (rare[form], form))[:_MOST_WORDS]


def _scores(part: Part, whole: Whole, words: Sequence[str]) -> Scores:
    matcher = Matcher(part, whole)
    scores = np.zeros(len(part.columns), np.float32)
    for form in words:
        scores += matcher.form("body", form).scores
    return scores


def _like(
    part: Part, own: tuple[Part, int], areas: frozenset[Area], scores: Scores, full: float, most: int
) -> list[Like]:
    columns, size = part.columns, len(part.columns)
    tiers = np.zeros(size, np.float32)
    names, firm = own[0].columns.counterparts, int(own[0].columns.counterparts.ranks(len(own[0].columns))[own[1]])
    same_firm = np.zeros(size, np.bool_)
    if firm < len(names.keys):
        same_firm = columns.counterparts.mask(frozenset((names.keys[firm],)), size)
    kind = int(own[0].columns.kinds[own[1]])
    same_kind = columns.kinds == kind if kind != UNKNOWN and kind < len(KIND_NAMES) else np.zeros(size, np.bool_)
    tiers[same_firm] = _SAME_FIRM
    tiers[same_firm & same_kind] += _SAME_KIND
    visible = part.live & columns.mask(Where(areas=areas)) & (same_firm | (scores > full * _FEWEST_SHARED))
    if part is own[0]:
        visible[own[1]] = False
    numbers = np.flatnonzero(visible)
    order = np.lexsort((-columns.dates[numbers], -scores[numbers], -tiers[numbers]))[:most]
    return [
        Like((-float(tiers[n]), -float(scores[n]), -int(columns.dates[n])), part, n) for n in numbers[order].tolist()
    ]
