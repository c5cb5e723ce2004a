"""The passage of a text that shows why it was found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from index.language import beginnings, spellings, tokens
from index.query import Clause, OneOf, Phrase, Prefix, Query, Word
from index.search_index import Piece, Snippet

_LENGTH = 240  # characters shown
_LEAD = 60  # of them, before the first hit
_LOOKED_AT = 60_000  # characters of a text in which a passage is looked for
_TOKENS_AFTER_HIT = 4000  # when there is a passage already, no more are looked at for a better one


@dataclass(frozen=True, slots=True)
class Wanted:
    """The forms of the words asked for, and the beginnings of words."""

    forms: frozenset[str]
    beginnings: tuple[str, ...]


def wanted(query: Query) -> Wanted:
    forms: set[str] = set()
    begin: list[str] = []
    for clause in _words(query.clauses):
        if isinstance(clause, Prefix):
            before, beginning = beginnings(clause.text)
            forms.update(_forms(before))
            begin += [beginning] if beginning else []
        else:
            forms.update(_forms(clause.text))
    return Wanted(frozenset(forms), tuple(begin))


def _forms(text: str) -> set[str]:
    """Of the ways to look for a text only those in the fewest words: the parts of a number are not what was meant."""
    ways = spellings(text)
    fewest = min(map(len, ways), default=0)
    return {form for way in ways if len(way) == fewest for form in way}


def _words(clauses: Iterable[Clause]) -> Iterable[Word | Phrase | Prefix]:
    for clause in clauses:
        if isinstance(clause, OneOf):
            yield from _words(clause.clauses)
        elif isinstance(clause, Word | Phrase | Prefix):
            yield clause


def make_snippet(text: str, language: str, wanted: Wanted) -> Snippet:
    """The passage with the most different words asked for, else the beginning of the text. On one line, with an
    ellipsis where it is cut."""
    found = hits(text[:_LOOKED_AT], language, wanted)
    start = max(0, _best_start(found) - _LEAD)
    start, end = _at_words(text, start, start + _LENGTH)
    pieces: list[Piece] = [Piece("… ", False)] if start > 0 else []
    at = start
    for _, hit_start, hit_end in found:
        if hit_start < at or hit_end > end:
            continue
        _add(pieces, text[at:hit_start], False)
        _add(pieces, text[hit_start:hit_end], True)
        at = hit_end
    _add(pieces, text[at:end].rstrip(), False)
    if end < len(text.rstrip()):
        pieces.append(Piece(" …", False))
    return tuple(pieces)


def hits(text: str, language: str, wanted: Wanted) -> list[tuple[str, int, int]]:
    """The words asked for, with the form they were found by, in order."""
    found: list[tuple[str, int, int]] = []
    if not wanted.forms and not wanted.beginnings:
        return found
    after_first = 0
    for token in tokens(text, language):
        after_first += bool(found)
        if after_first > _TOKENS_AFTER_HIT:
            break
        matched = token.form if token.form in wanted.forms else None
        if matched is None and wanted.beginnings:
            matched = next((b for b in wanted.beginnings if token.plain.startswith(b)), None)
        if matched is None or (found and found[-1][1] == token.start):
            continue
        found.append((matched, token.start, token.end))
    return found


def _best_start(hits: list[tuple[str, int, int]]) -> int:
    best, best_start = 0, 0
    for n, (_, start, _) in enumerate(hits):
        within = {form for form, _, end in hits[n : n + 40] if end <= start + _LENGTH - _LEAD}
        if len(within) > best:
            best, best_start = len(within), start
    return best_start


def _at_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch, cut between words."""
    if start > 0:
        blank = next((n for n in range(start, min(start + 30, len(text))) if text[n].isspace()), start)
        start = blank + 1 if blank > start else start
    if end < len(text):
        end = next((n for n in range(end, max(end - 30, start), -1) if text[n].isspace()), end)
    return start, min(end, len(text))


def _add(pieces: list[Piece], text: str, is_hit: bool) -> None:
    """Line ends and runs of blanks become one blank."""
    words = " ".join(text.split())
    if text[:1].isspace() and pieces:
        words = " " + words
    if text[-1:].isspace() and words.strip():
        words += " "
    if words:
        pieces.append(Piece(words, is_hit))
