"""What a printed word is looked for by: the analysis of text, the same for every engine.

A text becomes tokens, each at the position of its word. What an index keeps of a word is its stem in the document's
language; a query, whose language is not known, asks for the stems of every language and for the plain word. So a
word asked for as it is printed is always found, whatever the case, accents and elisions of either.

Numbers, dates and identifiers (`index.numerals`) are kept whole in one canonical form, and in their parts.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import Stemmer

from index.numerals import read_numeral

APOSTROPHES = "'’‘ʼ`´′"
_LONGEST = 64  # longer words are cut: they are rubbish of a reader, and no engine wants them

# A run of word characters, and those that one separator joins to it: dell'ordine, 1.285,27, 2026/0147, S.p.A.
_CHUNK = re.compile(rf"[\w\u0300-\u036f]+(?:[-‐‑–/\\.,{APOSTROPHES}][\w\u0300-\u036f]+)*")
_WORD = re.compile(rf"[^\W_][^\W_\u0300-\u036f{APOSTROPHES}]*(?:[\u0300-\u036f{APOSTROPHES}]+[^\W_]+)*[\u0300-\u036f]*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")  # S.p.A
_SINGLE_LETTER_JOINED = re.compile(r"[^\W\d_]-[^\W\d_]+|[^\W\d_]+-[^\W\d_]")  # e-mail
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_DIGIT = re.compile(r"\d")

_ELIDED_ARTICLES = (
    "l d un dell all nell sull dall coll dagl degl agl negl sugl gl c m t s v n quell quest bell sant tutt"
    " grand mezz anch com dov senz cos qu j"
)
_ELIDED = frozenset(_ELIDED_ARTICLES.split())

# One list for all languages: what an index leaves out must not depend on a language guessed wrong. Words that carry a
# meaning in another language of the archive are not in it (due, come, sole, in, time).
_STOP_WORDS = (
    "il lo la i gli le un uno una di a da in con su per tra fra e ed o od ma se che chi cui non al allo alla ai agli"
    " alle del dello della dei degli delle dal dallo dalla dai dagli dalle nel nello nella nei negli nelle sul sullo"
    " sulla sui sugli sulle col dell all nell sull dall coll quell si ci vi ne mi ti sono sia anche"
    " the of to and for on with at by from is are be was were this that these those it as an or"
)
STOP_WORDS = frozenset(_STOP_WORDS.split())


class Token(NamedTuple):
    """One form that a word is kept under. `form` is the stem or canonical form and `plain` the folded word, as is;
    `start` and `end` are where the word stands in the text. Of the tokens at a position the first is the word itself,
    the others are parts and other spellings of it."""

    form: str
    plain: str
    position: int
    start: int
    end: int


class _Piece(NamedTuple):
    """A word within a chunk: its forms, the first being the word itself; `stems` where it is a word to be stemmed."""

    forms: tuple[str, ...]
    start: int
    end: int
    stems: bool


def fold(text: str) -> str:
    """Without case, accents and ligatures: 'Perché' and 'PERCHE' give 'perche'."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(c for c in folded if not unicodedata.combining(c))


def tokens(text: str, language: str = "") -> Iterator[Token]:
    """The tokens of a text, by position. Words left out (stop words) take no position, so that phrases close over
    them. `language` is 'it' or 'en'; in any other, words are kept plain."""
    position = 0
    for chunk in _CHUNK.finditer(text):
        base = chunk.start()
        for piece in _pieces(chunk.group()):
            for plain in piece.forms:
                form = stem(plain, language) if piece.stems else plain
                yield Token(form, plain, position, base + piece.start, base + piece.end)
            position += 1


def spellings(text: str) -> tuple[tuple[str, ...], ...]:
    """What to look for where `text` was asked: each alternative is a sequence of forms at following positions.

    Empty where nothing of the text is ever kept (stop words, signs)."""
    pieces = [piece for chunk in _CHUNK.finditer(text) for piece in _pieces(chunk.group())]
    if not pieces:
        return ()
    found = [
        tuple(stem(piece.forms[0], language) if piece.stems else piece.forms[0] for piece in pieces)
        for language in ("it", "en", "")
    ]
    if len(pieces) == 1 and "/" in pieces[0].forms[0]:
        found.append(tuple(pieces[0].forms[0].split("/")))  # printed with blanks: 2026 / 0147
    return tuple(dict.fromkeys(found))


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text as they are, folded."""
    return tuple(piece.forms[0] for chunk in _CHUNK.finditer(text) for piece in _pieces(chunk.group()))


def beginnings(text: str) -> tuple[str, str]:
    """For the beginning of a word: the words that stand before it, and the plain form that its word begins with.

    The latter is empty where there is nothing to look for."""
    chunks = list(_CHUNK.finditer(text))
    if not chunks:
        return "", ""
    pieces = _pieces(chunks[-1].group(), keep_stop_words=True)
    if not pieces:
        return text[: chunks[-1].start()], ""
    last = pieces[-1]
    return text[: chunks[-1].start() + last.start], last.forms[0]


_stemmers = threading.local()


@lru_cache(maxsize=1 << 17)
def stem(word: str, language: str) -> str:
    """The stem of a folded word; the word itself in languages other than 'it' and 'en'."""
    name = {"it": "italian", "en": "english"}.get(language)
    if name is None:
        return word
    stemmer = getattr(_stemmers, name, None)
    if stemmer is None:  # a stemmer is not to be shared by threads
        stemmer = Stemmer.Stemmer(name, 0)
        setattr(_stemmers, name, stemmer)
    return str(stemmer.stemWord(word))


@lru_cache(maxsize=1 << 17)
def _pieces(chunk: str, keep_stop_words: bool = False) -> tuple[_Piece, ...]:
    found: list[_Piece] = []
    if _DIGIT.search(chunk):
        for numeral in read_numeral(chunk):
            if numeral.forms:
                forms = tuple(fold(form)[:_LONGEST] for form in numeral.forms)
                found.append(_Piece(tuple(dict.fromkeys(forms)), numeral.start, numeral.end, False))
            else:
                found += _words(chunk, numeral.start, numeral.end)
    else:
        found += _words(chunk, 0, len(chunk))
    if keep_stop_words:
        return tuple(found)
    return tuple(piece for piece in found if piece.forms[0] not in STOP_WORDS)


def _words(chunk: str, start: int, end: int) -> Iterator[_Piece]:
    text = chunk[start:end]
    if _INITIALS.fullmatch(text) or _SINGLE_LETTER_JOINED.fullmatch(text):
        yield _Piece((fold(re.sub(r"[.-]", "", text)),), start, end, True)
        return
    for word in _WORD.finditer(text):
        yield from _elided(word.group(), start + word.start())


def _elided(word: str, base: int) -> Iterator[_Piece]:
    """The words of one with apostrophes: the article goes, dell'Acqua is also looked for as dellacqua."""
    parts: list[tuple[str, int]] = []
    at = 0
    for part in _APOSTROPHE.split(word):
        if part:
            parts.append((part, at))
        at += len(part) + 1
    kept = [(part, at) for n, (part, at) in enumerate(parts) if n == len(parts) - 1 or fold(part) not in _ELIDED]
    if len(kept) > 1 and fold(kept[-1][0]) == "s":  # supplier's
        kept.pop()
    for n, (part, at) in enumerate(kept):
        forms: tuple[str, ...] = (fold(part)[:_LONGEST],)
        if n == 0 and len(parts) > 1:
            forms += (fold("".join(part for part, _ in parts))[:_LONGEST],)
        yield _Piece(forms, base + at, base + at + len(part), True)
