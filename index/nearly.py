"""What was probably meant where words find too little: words of the documents that whoever asks may see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from index.language import plain_words
from index.matching import Matcher, Part, Whole
from index.misspelt import distance, forgives_two, variants
from index.query import Clause, OneOf, Phrase, Prefix, Query, Where, Word
from index.search_index import Correction

_MOST_ALTERNATIVES = 3
_BEGINNING = 4  # letters that a word with two slips has in common with what was meant
_FRAGMENT = 5  # digits of which one may have typed the beginning of a number only
_MANY = 20  # times as many documents must hold a word for it to be meant instead of a rare one


def widened(parts: Sequence[Part], query: Query) -> tuple[Query, tuple[Correction, ...]]:
    """The query with words that are like its own as alternatives to those which hardly a document has."""
    guess = _Guess(parts, query)
    clauses = tuple(map(guess.clause, query.clauses))
    return replace(query, clauses=clauses), tuple(dict.fromkeys(guess.corrections))


class _Guess:
    def __init__(self, parts: Sequence[Part], query: Query) -> None:
        self._parts, self._whole = parts, Whole(parts)
        self._visible = [part.live & part.columns.mask(Where(areas=query.areas)) for part in parts]
        self.corrections: list[Correction] = []

    def clause(self, clause: Clause) -> Clause:
        match clause:
            case Word() | Phrase():
                others = self._others(clause)
                return OneOf((clause, *others)) if others else clause
            case OneOf():
                return OneOf(tuple(map(self.clause, clause.clauses)))
        return clause

    def _others(self, clause: Word | Phrase) -> list[Word | Phrase | Prefix]:
        """The clause with words that were probably meant."""
        words = plain_words(clause.text)
        if len(words) == 1 and len(words[0]) >= _FRAGMENT and words[0].isdecimal():
            beginning = Prefix(clause.text, clause.fields)
            if self._holding(beginning):
                self.corrections.append(Correction(clause.text, f"{clause.text}*"))
                return [beginning]
        meant = [self._meant(word, clause.fields) for word in words]
        if not any(meant):
            return []
        self.corrections += [Correction(word, found[0]) for word, found in zip(words, meant, strict=True) if found]
        if len(words) == 1:
            return [replace(clause, text=other) for other in meant[0]]
        best = [found[0] if found else word for word, found in zip(words, meant, strict=True)]
        return [Phrase(" ".join(best), clause.fields)]

    def _meant(self, word: str, names: tuple[str, ...]) -> list[str]:
        """The best first; empty where the word is known well enough."""
        known = self._holding(Word(word, names))
        near: list[tuple[float, int, str]] = []
        for other, far in self._candidates(word, names):
            count = self._visible_count(other, names)
            if count > known * _MANY:
                near.append((far, -count, other))
        return [other for _, _, other in sorted(near)[:_MOST_ALTERNATIVES]]

    def _holding(self, clause: Word | Prefix) -> int:
        """How many documents that may be seen hold a word, in any inflection, or a beginning."""
        total = 0
        for part, visible in zip(self._parts, self._visible, strict=True):
            found = Matcher(part, self._whole).clause(clause)
            total += int((found.mask & visible).sum()) if found else 0
        return total

    def _candidates(self, word: str, names: tuple[str, ...]) -> Iterator[tuple[str, float]]:
        """Words that an index may have, whoever may see them."""
        found = variants(word)
        if forgives_two(word):
            for field, start in _places(names, word[:_BEGINNING]):
                for part in self._parts:
                    for form, _ in part.postings.beginning(field, start):
                        other = form[len(start) - _BEGINNING :]
                        far = None if other in found else distance(word, other)
                        if far:
                            found[other] = far
        found.pop(word, None)
        return iter(found.items())

    def _visible_count(self, word: str, names: tuple[str, ...]) -> int:
        total = 0
        if names and not any(part.postings.count("words", word) for part in self._parts):
            return 0  # under the names of fields there are stems too
        for field, form in _places(names, word):
            for part, visible in zip(self._parts, self._visible, strict=True):
                if part.postings.count(field, form):
                    total += int(np.count_nonzero(visible[part.postings.listed(field, form).numbers]))
        return total


def _places(names: tuple[str, ...], word: str) -> list[tuple[str, str]]:
    """Under which field and form plain words stand."""
    return [("fields", f"{name}={word}") for name in names] or [("words", word)]
