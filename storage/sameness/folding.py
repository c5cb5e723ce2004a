"""Numbers, names and words as they compare: what a reader mistakes for another sign counts as that sign."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# Signs that readers take for each other; each stands for the first of its group.
_ALIKE = ("0ODQC", "1LI|!", "5S", "8B", "2Z", "6G")
_SHAPES = str.maketrans({sign: group[0] for group in _ALIKE for sign in group[1:]})
_NOT_LETTERS = re.compile(r"[^A-Z0-9|!]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<=[\d ][/-])(?:1\d|2\d|3[0-5])$|(?<=[A-Z][/-])2\d$")
_YEAR_IN_FRONT = re.compile(r"(?:19|20)\d\d(?=\d{3})")
_FORMS = re.compile(
    "SRLS?|SPA|SAPA|SNC|SAS|SS|SCRL|SCARL|SCPA|SOC|COOP|COOPERATIVA|SOCIETA|GMBH|AG|KG|LTD|LIMITED|PLC|SARL|SA|BV|NV|SL"
    "|SLU|INC|LLC|UNIPERSONALE|STP|DITTA|CO"
)
_FILLING = re.compile(r"(?<!\d)0+(?=.)")
_INITIALS = re.compile(r"\b(?:[A-Z]\.? ?){2,4}(?![A-Z])")


@lru_cache(maxsize=20000)
def plain(text: str) -> str:
    """Capitals without accents."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().upper()


@lru_cache(maxsize=20000)
def shape(text: str) -> str:
    """Letters and figures only, those that look alike as one: "Nr. 12/B" -> "NR128"."""
    return _NOT_LETTERS.sub("", plain(text)).translate(_SHAPES)


def exact_number(text: str) -> str:
    """A document's number as two renditions of it must agree on it, letter by letter: without blanks, marks and the
    zeros that fill it up."""
    parts = re.findall(r"[A-Z]+|[0-9]+", plain(text))
    return "/".join(part.lstrip("0") or "0" if part.isdigit() else part for part in parts)


def number_core(text: str) -> str:
    """A document's number as a bad reading may still have it: folded by shape, without year, zeros and marks."""
    capitals = plain(text).strip()
    rest = _YEAR.sub(" ", capitals)
    if not re.search(r"\d", rest):
        rest = capitals
    elif rest == capitals:
        rest = _YEAR_IN_FRONT.sub("", rest, count=1)
    return _FILLING.sub("", shape(rest)) or shape(capitals)


def years_in(text: str) -> frozenset[str]:
    """The years that a number names, by two figures: "12/2026" -> {"26"}."""
    return frozenset(year[-2:] for year in _YEAR.findall(plain(text)))


@lru_cache(maxsize=20000)
def name_core(name: str) -> str:
    """A firm's or a person's name without its legal form, words in order of the alphabet."""
    joined = _INITIALS.sub(lambda m: re.sub(r"[^A-Z]", "", m.group()) + " ", plain(name))
    words = re.findall(r"[A-Z0-9]+", joined)
    kept = [word for word in words if not _FORMS.fullmatch(word) and len(word) > 1] or words
    return " ".join(sorted(kept))


def words_of(text: str) -> Iterator[str]:
    """The words of a page by shape, without marks; those of a single sign are left out."""
    for word in text.split():
        folded = shape(word)
        if len(folded) > 1:
            yield folded
