"""Whose paper a page is, as its head says: enough to tell another letterhead from one that was read badly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from storage.reading import Page

_SHARE = 0.3  # of the page from its top: where letterheads stand
_MOST_LINES = 8
_ALIKE = 85  # of 100: the same line read twice, once badly
_LEAST_LETTERS = 5
_NUMBER = re.compile(r"\d[\d. /-]{6,}\d")
_IS_MARK = re.compile(r"\d{11}|(?:0039|39)?[03]\d{8,10}")  # a VAT number, a telephone: no amounts
_PLACE = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.-]+|\b(?:www\.)?[\w-]{4,}\.(?:it|com|eu|net|org|de|fr|at|ch)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """`name` is the first line that names anything, `marks` are numbers and addresses that belong to one sender."""

    name: str
    lines: tuple[str, ...]
    marks: frozenset[str]


def head_of(page: Page) -> Head:
    """What stands in the upper part of a page; all empty for a page that has nothing there."""
    lines = []
    for words in page.lines:
        if words and min(word.box.top for word in words) < _SHARE:
            lines.append(" ".join(word.text for word in words))
    text = "\n".join(lines)
    numbers = {re.sub(r"\D", "", found) for found in _NUMBER.findall(text)}
    places = {found.lower().rpartition("@")[2].removeprefix("www.") for found in _PLACE.findall(text)}
    folded = [folded for line in lines[:_MOST_LINES] if len(folded := _folded(line)) >= _LEAST_LETTERS]
    return Head(folded[0] if folded else "", tuple(folded), frozenset(filter(_IS_MARK.fullmatch, numbers)) | places)


def differs(earlier: Iterable[Page], head: Head) -> bool:
    """Whether a page with this head is certainly another sender's than the pages before: its name and none of its
    numbers and addresses stand on any of them."""
    if not head.name or not head.marks:
        return False
    for page in earlier:
        digits = re.sub(r"\D+", " ", page.text.replace(".", "").replace(" ", ""))
        text = page.text.lower()
        if any(mark in text if not mark.isdecimal() else mark in digits for mark in head.marks):
            return False
        before = head_of(page)
        if any(fuzz.ratio(head.name, line) >= _ALIKE for line in before.lines):
            return False
        if _share_alike(head.lines, before.lines) > 0.4:
            return False
    return True


def _share_alike(lines: tuple[str, ...], others: tuple[str, ...]) -> float:
    alike = sum(any(fuzz.ratio(line, other) >= _ALIKE for other in others) for line in lines)
    return alike / max(1, len(lines))


def _folded(line: str) -> str:
    return "".join(c for c in line.lower() if c.isalpha())
