"""A known value looked for in the words of printed pages, in any usual way of writing it.

Dates and amounts in the Italian, German, French and English forms; identifiers with blanks and points inside.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from storage.kinds import FieldType
from storage.reading import Box, Page, Source, Word

MAX_LETTERS = 400_000  # of all pages together
MIN_LETTERS = 20  # a page with less on it says nothing

_MONTHS = (
    "gennaio genn gen januar jänner jan janvier janv january",
    "febbraio febbr feb februar feber février fevrier févr fevr february",
    "marzo mar märz maerz mrz mär mars march",
    "aprile apr april avril avr",
    "maggio mag mai may",
    "giugno giu juni jun juin june",
    "luglio lug juli jul juillet juil july",
    "agosto ago august aug août aout",
    "settembre sett set september sept sep septembre",
    "ottobre ott oktober okt october oct octobre",
    "novembre nov november novembre",
    "dicembre dic dezember dez december dec décembre decembre déc",
)
# what readers of pictures take for one another, only where the page was read from one
_LOOKALIKES = str.maketrans("OQDILZSGB", "000112568")
_SIGNS = {"EUR": "€|eur(?:o|os)?", "USD": r"\$|usd", "GBP": "£|gbp", "CHF": r"chf|s?fr\.?", "JPY": "¥|jpy"}
_GROUP = r"[.,'’\s]?"


@dataclass(frozen=True, slots=True)
class Place:
    page: int
    box: Box


class PrintedText:
    """The text of some pages, and where each of its words stands."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._starts: list[int] = []
        self._words: list[tuple[int, Word]] = []
        parts: list[str] = []
        length = 0
        for page in pages:
            for word in page.words:
                if length > MAX_LETTERS:
                    break
                self._starts.append(length)
                self._words.append((page.number, word))
                parts.append(word.text)
                length += len(word.text) + 1
        self._text = " ".join(parts)
        self._scanned = any(page.source is Source.OCR for page in pages)
        self.says_something = len(self._text) >= MIN_LETTERS

    def find(self, type: FieldType, value: str) -> Place | None:
        """Where `value`, in its canonical form, stands first."""
        found = _pattern(type, value).search(self._text)
        if found is None and self._scanned and type in (FieldType.VAT_ID, FieldType.IBAN, FieldType.TEXT):
            folded = _identifier(value.upper().translate(_LOOKALIKES))
            found = folded.search(self._folded())
        return self._place(*found.span()) if found else None

    def _folded(self) -> str:
        """In capitals, letter for letter: a few have two of them."""
        return "".join(c.upper() if len(c.upper()) == 1 else c for c in self._text).translate(_LOOKALIKES)

    def _place(self, begin: int, end: int) -> Place:
        first, last = bisect_right(self._starts, begin) - 1, bisect_right(self._starts, end - 1) - 1
        page, word = self._words[first]
        box = word.box
        for number, further in self._words[first + 1 : last + 1]:
            if number == page and further.line == word.line:
                box = box.union(further.box)
        return Place(page, box)


@cache
def _pattern(type: FieldType, value: str) -> re.Pattern[str]:
    if type is FieldType.AMOUNT:
        return _amount(Decimal(value))
    if type is FieldType.DATE:
        return _date(date.fromisoformat(value))
    if type is FieldType.CURRENCY:
        return re.compile(_SIGNS.get(value, re.escape(value)), re.IGNORECASE)
    if type is FieldType.VAT_ID:
        return _vat_id(value)
    return _identifier(value)


def _amount(value: Decimal) -> re.Pattern[str]:
    whole, _, cents = f"{abs(value):.2f}".partition(".")
    groups = [whole[max(0, end - 3) : end] for end in range(len(whole), 0, -3)][::-1]
    decimals = rf"(?:[.,]\s?{cents}0*)"
    if cents == "00":
        decimals += r"?(?:[.,](?:--?|–))?"
    elif cents.endswith("0"):
        decimals = rf"(?:[.,]\s?{cents[0]}0*)"
    return re.compile(rf"(?<!\d)(?<!\d[.,'’]){_GROUP.join(groups)}{decimals}(?![.,]?\d)")


def _date(day: date) -> re.Pattern[str]:
    d, m = f"0?{day.day}", f"0?{day.month}"
    year = rf"(?:{day.year}|['’]?{day.year % 100:02})"
    names = "|".join(sorted(_MONTHS[day.month - 1].split(), key=len, reverse=True))
    between = r"\s?[./\-–]\s?"
    forms = (
        rf"{d}{between}{m}{between}{year}",
        rf"{m}{between}{d}{between}{year}",
        rf"{day.year}{between}{m}{between}{d}",
        rf"{day.year}{day.month:02}{day.day:02}",
        rf"{d}\s?(?:st|nd|rd|th|er|°|º|\.)?[\s./-]*(?:de\s|of\s)?(?:{names})[.,]?[\s./-]*(?:de\s)?{year}",
        rf"(?:{names})\.?\s?{d}(?:st|nd|rd|th)?,?\s?{year}",
    )
    return re.compile(rf"(?<!\d)(?:{'|'.join(forms)})(?!\d)", re.IGNORECASE)


def _vat_id(value: str) -> re.Pattern[str]:
    """With its country or without."""
    number = _spaced(value[2:])
    return re.compile(rf"(?<![A-Z0-9])(?:{_spaced(value[:2])}[\W_]*)?{number}(?![0-9])", re.IGNORECASE)


def _identifier(value: str) -> re.Pattern[str]:
    """Its letters and digits in order, whatever stands between them; it begins and ends where the print does."""
    letters = _spaced(value)
    return re.compile(rf"(?<![^\W_]){letters}(?![^\W_])" if letters else re.escape(value), re.IGNORECASE)


def _spaced(value: str) -> str:
    return r"[\W_]*".join(re.escape(letter) for letter in value if letter.isalnum())
