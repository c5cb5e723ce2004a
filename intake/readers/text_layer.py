"""Whether the text inside a PDF page can be believed, or the page must be read from its picture."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_MOSTLY_PICTURE = 0.6  # of the page's area
_PARTLY_PICTURE = 0.1
_CAPTION = 300  # characters; a stamp or a header that software laid over a scan
_HARDLY_ANY = 40  # characters: a page number, a footer
_MANY_STROKES = 200  # paths on a page almost without text: letters drawn as outlines
_CID = re.compile(r"\(cid:\d+\)")
_STRANGE = frozenset({"Co", "Cn", "Cs", "Cc"})  # private use, unassigned, surrogates, controls
_SPACES = frozenset("\n\r\t\f\v")
_VOWELS = frozenset("aeiouyàèéìòùáíóúäöüâêîôûAEIOUYÀÈÉÌÒÙÁÍÓÚÄÖÜÂÊÎÔÛ")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What can be told of a PDF page in milliseconds. `picture_cover` is the largest picture's share of the page."""

    text: str
    picture_cover: float
    picture_dpi: int
    strokes: int
    hidden: bool  # all text is invisible: somebody else's OCR


def believable(facts: PageFacts) -> bool:
    """True: take the page's own text (none, for a blank page). False: read the picture of the page."""
    length = len(facts.text.strip())
    if facts.picture_cover >= _MOSTLY_PICTURE and (facts.hidden or length < _CAPTION):
        return False
    if length < _HARDLY_ANY and (facts.picture_cover >= _PARTLY_PICTURE or facts.strokes >= _MANY_STROKES):
        return False
    return not is_garbage(facts.text)


def is_garbage(text: str) -> bool:
    """Whether the characters are those of a broken encoding and not of a language or of figures."""
    printed = [char for char in text if not char.isspace() or char in _SPACES]
    shown = [char for char in printed if char not in _SPACES]
    if not shown:
        return False
    strange = sum(1 for char in shown if char == "�" or unicodedata.category(char) in _STRANGE)
    if strange > 0.03 * len(shown) or len(_CID.findall(text)) * 20 > len(shown):
        return True
    return _no_language(shown)


def _no_language(shown: list[str]) -> bool:
    latin = [char for char in shown if char.isalpha() and ord(char) < 0x250]
    figures = sum(1 for char in shown if char.isdigit())
    if len(latin) + figures < 0.35 * len(shown):
        return True
    if len(latin) < 60:
        return False
    vowels = sum(1 for char in latin if char in _VOWELS) / len(latin)
    return not 0.2 <= vowels <= 0.7
