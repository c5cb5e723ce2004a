"""What a word may have been meant to be: one slip of the fingers, or what readers take one sign for another for."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA

SHORTEST = 4  # letters; shorter words are like too many others
_LONG = 8  # letters from which on two slips are forgiven
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SLIP, _MISREAD = 1.0, 0.6  # how far a word is from another

# Signs that readers, and eyes, take for one another.
_ALIKE = (
    ("rn", "m"), ("cl", "d"), ("vv", "w"), ("ii", "u"), ("ri", "n"), ("li", "u"), ("0", "o"), ("1", "l"), ("1", "i"),
    ("l", "i"), ("5", "s"), ("8", "b"), ("6", "g"), ("2", "z"), ("c", "e"), ("f", "t"),
)  # fmt: skip


def variants(word: str) -> dict[str, float]:
    """Words, folded, that are near a folded word, with how far they are. Of a word with digits only what can be
    misread: another number is another number."""
    found: dict[str, float] = {}
    for other in _misread(word):
        found.setdefault(other, _MISREAD)
    if len(word) >= SHORTEST and word.isalpha():
        for other in _slips(word):
            found.setdefault(other, _SLIP)
    found.pop(word, None)
    return found


def distance(word: str, other: str) -> float | None:
    """How far two long words are that differ in two places; None where they are further."""
    slips = OSA.distance(word, other, score_cutoff=2)
    return float(slips) if slips <= 2 else None


def forgives_two(word: str) -> bool:
    return len(word) >= _LONG and word.isalpha()


def _misread(word: str) -> Iterator[str]:
    for pair in _ALIKE:
        for one, other in (pair, pair[::-1]):
            at = word.find(one)
            while at >= 0:
                yield word[:at] + other + word[at + len(one) :]
                at = word.find(one, at + 1)
            if word.count(one) > 1:
                yield word.replace(one, other)


def _slips(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in _LETTERS:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
