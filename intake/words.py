"""Words made comparable: no accents, case or points; initials joined (S. r. l. -> srl); slips of OCR undone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from storage.reading import Box, Word

_PIECES = re.compile(r"[a-z]+|[0-9]+|%|€")
_INITIAL = re.compile(r"[A-Za-z]\.,?")
_SHAPES = str.maketrans({"0": "o", "1": "l", "|": "l", "!": "i", "5": "s", "8": "b"})
_NUMBER_SIGNS = re.compile(r"\b(n)[°º*'’](?=\W|\d|$)", re.IGNORECASE)


def word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())


class Token(NamedTuple):
    """A comparable word and the run of printed words it stands for: words[first:last + 1]."""

    text: str
    first: int
    last: int


@lru_cache(maxsize=20000)
def plain(text: str) -> str:
    """Lower case without accents; typographic marks as their plain forms."""
    text = text.replace("’", "'").replace("º", "°").replace("ß", "ss").replace("–", "-").replace("—", "-")
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


@lru_cache(maxsize=20000)
def _pieces(text: str) -> tuple[str, ...]:
    pieces: list[str] = []
    initials = False
    for piece in _PIECES.findall(plain(_NUMBER_SIGNS.sub(r"\1 ", text)).replace("'", " ")):
        initial = len(piece) == 1 and piece.isalpha()
        if initial and initials:
            pieces[-1] += piece
        else:
            pieces.append(piece)
        initials = initial
    return tuple(pieces)


def tokens(words: Sequence[Word]) -> list[Token]:
    """Comparable words in order. Initials that follow each other (I. V. A.) are one token."""
    found: list[Token] = []
    spelling = False
    for index, word in enumerate(words):
        if spelling and _INITIAL.match(word.text):
            found[-1] = Token(found[-1].text + plain(word.text[0]), found[-1].first, index)
            continue
        found.extend(Token(piece, index, index) for piece in _pieces(word.text))
        spelling = _INITIAL.fullmatch(word.text) is not None
    return found


# Letters that OCR takes for each other; words that differ by other letters are two words (forniture, fornitore).
_ALIKE = tuple(word_set("o0cqeagd il1tjfr! nuhmr vyuw sz5 bh8 gq9 ce rn"))


def _slips(read: str, meant: str) -> bool:
    """Whether every letter read otherwise is one that OCR takes for the other; missing and added letters may be any."""
    return all(
        any(read[step.src_pos] in group and meant[step.dest_pos] in group for group in _ALIKE)
        for step in Levenshtein.editops(read, meant)
        if step.tag == "replace"
    )


class Vocabulary:
    """The words that labels are made of; a misread word is taken for the nearest of them."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._words = frozenset(word for phrase in phrases for word in phrase.split())
        self._long: dict[int, list[str]] = {}
        for word in self._words:
            if len(word) >= 6:
                self._long.setdefault(len(word), []).append(word)
        self.nearest = lru_cache(maxsize=50000)(self._nearest)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def _nearest(self, word: str) -> str:
        if word in self._words or len(word) < 6:
            return word
        shaped = word.translate(_SHAPES)
        if shaped in self._words:
            return shaped
        allowed = 1 if len(word) < 9 else 2
        best, best_distance = word, allowed + 1
        for length in range(max(6, len(word) - allowed), len(word) + allowed + 1):
            for known in self._long.get(length, ()):
                # The end of an Italian word tells singular from plural, verb from noun: no slip is assumed there alone.
                distance = Levenshtein.distance(word, known, score_cutoff=allowed)
                if distance < best_distance and word[:-1] != known[:-1] and _slips(word, known):
                    best, best_distance = known, distance
        return best


def folded(text: str) -> str:
    """A printed text as comparable words, one blank between them."""
    words = [Word(piece, _NOWHERE, 1.0, 0) for piece in text.split()]
    return " ".join(token.text for token in tokens(words))


_NOWHERE = Box(0.0, 0.0, 0.0, 0.0)


def phrases_in(found: Sequence[str], known: dict[str, dict[tuple[str, ...], str]]) -> Iterator[tuple[int, int, str]]:
    """Longest known phrases in a run of words: (start, end, name). `known` maps a first word to its phrases."""
    position = 0
    while position < len(found):
        candidates = known.get(found[position], {})
        longest = max(
            (phrase for phrase in candidates if tuple(found[position : position + len(phrase)]) == phrase),
            key=len,
            default=None,
        )
        if longest is None:
            position += 1
            continue
        yield position, position + len(longest), candidates[longest]
        position += len(longest)
