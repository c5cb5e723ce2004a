"""Which of two readings of a word to believe.

The weights are those of a logistic regression over pairs of which exactly one was right, rounded (docs/reading.md,
"Two readers"): a sum above 0 is for the second reader, and the logistic function of it is how probably it is right."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from itertools import product

from rapidfuzz.distance import Levenshtein

from intake.fusion.shapes import bare, faults, has_cents, is_checked, is_date, is_legal_form, is_wordlike
from intake.fusion.splits import Pair
from intake.fusion.spots import Spot
from storage.reading import Word

_SECOND_IS_BETTER = 1.2
_CONFIDENCE = 2.9
_CENTS, _DATE, _CHECKED, _LEGAL_FORM, _WORDLIKE, _ELSEWHERE = 1.6, 0.9, 3.0, 1.6, 0.3, 1.6
_FAULT = -2.3
_COMBINED = 0.95
_CHECKED_LENGTHS = range(11, 33)
_MOST_DIFFERENCES = 6


def chosen(pair: Pair, agreed: Collection[str]) -> Word:
    """One word out of two. `agreed` are the texts that both readers gave elsewhere on the page.

    The line is the first reader's."""
    first, second = pair.first, pair.second
    if first is None or second is None:
        one = first or second
        assert one is not None
        return one
    if first.text == second.text:
        return first._replace(confidence=1 - (1 - first.confidence) * (1 - second.confidence))
    if (code := _combined(first.text, second.text)) is not None:
        return first._replace(text=code, confidence=_COMBINED)
    probability = 1 / (1 + math.exp(-(_SECOND_IS_BETTER + _worth(second, agreed) - _worth(first, agreed))))
    if probability < 0.5:
        return first._replace(confidence=first.confidence * (1 - probability))
    # The first reader's box is tight where it saw the same letters, else it may hold a rule or a speck.
    near = Levenshtein.normalized_similarity(first.text, second.text) > 0.6
    return Word(second.text, first.box if near else second.box, second.confidence * probability, first.line)


def second_is_better(spot: Spot, agreed: Collection[str]) -> bool:
    """For readings that have nothing in common: which of the two is believed as a whole."""
    return _SECOND_IS_BETTER + _mean_worth(spot.second, agreed) > _mean_worth(spot.first, agreed)


def _mean_worth(words: Sequence[Word], agreed: Collection[str]) -> float:
    return sum(_worth(word, agreed) for word in words) / len(words)


def _worth(word: Word, agreed: Collection[str]) -> float:
    text = word.text
    return (
        _CONFIDENCE * word.confidence
        + _CENTS * has_cents(text)
        + _DATE * is_date(text)
        + _CHECKED * is_checked(text)
        + _LEGAL_FORM * is_legal_form(text)
        + _WORDLIKE * is_wordlike(text)
        + _ELSEWHERE * (text in agreed)
        + _FAULT * faults(text)
    )


def _combined(first: str, second: str) -> str | None:
    """An identifier that neither reader has right: the one mixture of the two whose check digits agree."""
    first, second = bare(first), bare(second)
    if len(first) != len(second) or len(first) not in _CHECKED_LENGTHS or is_checked(first) or is_checked(second):
        return None
    if sum(a != b for a, b in zip(first, second, strict=True)) > _MOST_DIFFERENCES:
        return None
    mixtures = product(*((a,) if a == b else (a, b) for a, b in zip(first, second, strict=True)))
    right = [code for code in map("".join, mixtures) if is_checked(code)]
    return right[0] if len(right) == 1 else None


def is_dirt(word: Word, agreed: Collection[str], reads_well: float) -> bool:
    """Whether a word that only the first reader saw, where the second looked too, is none.

    `reads_well` is the share of the first reader's words on this page that the second agrees with."""
    if not any(char.isalnum() for char in word.text):
        return True
    believed = word.confidence * (0.5 + 0.5 * reads_well)
    if word.text in agreed:
        return believed < 0.3
    if is_wordlike(word.text) and len(word.text) > 3:
        return believed < 0.7
    return believed < 0.85
