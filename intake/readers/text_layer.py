"""Whether the text inside a PDF page can be believed, or the page must be read from its picture."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from intake.picture import Picture, Pixels, grey
from storage.reading import Box, Word

MOSTLY_PICTURE = 0.6  # of the page's area
_PARTLY_PICTURE = 0.1
_CAPTION = 300  # characters; a stamp or a header that software laid over a scan
_HARDLY_ANY = 40  # characters: a page number, a footer
_MANY_STROKES = 200  # paths on a page almost without text: letters drawn as outlines
_MOSTLY_UNSEEN = 0.3  # of the letters
_LEAST_CONTRAST = 12  # grey levels of 255 between print and paper: fainter print is not seen by people either
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
    hidden: bool  # all text is invisible or lies under a picture: somebody else's OCR


def believable(facts: PageFacts) -> bool:
    """True: take the page's own text (none, for a blank page). False: read the picture of the page."""
    length = len(facts.text.strip())
    if facts.picture_cover >= MOSTLY_PICTURE and (facts.hidden or length < _CAPTION):
        return False
    if length < _HARDLY_ANY and (facts.picture_cover >= _PARTLY_PICTURE or facts.strokes >= _MANY_STROKES):
        return False
    return not is_garbage(facts.text)


def seen_words(words: Sequence[Word], picture: Picture) -> tuple[Word, ...] | None:
    """The words that can be seen on the picture of their page: hidden text is not what the paper says.

    `picture` is the rendered page. None where so much is unseen that the text belongs to another picture."""
    shown = grey(picture).pixels
    seen = tuple(word for word in words if _has_ink(shown, word.box))
    letters, unseen = (sum(len(word.text) for word in some) for some in (words, set(words) - set(seen)))
    return None if unseen > _MOSTLY_UNSEEN * letters else seen


def _has_ink(shown: Pixels, box: Box) -> bool:
    height, width = shown.shape
    part = shown[
        max(0, int(box.top * height)) : int(box.bottom * height) + 1,
        max(0, int(box.left * width)) : int(box.right * width) + 1,
    ]
    return part.size == 0 or int(part.max()) - int(part.min()) >= _LEAST_CONTRAST


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
