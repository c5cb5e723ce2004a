"""Which pages of a scan are one document: pages -> segments, with the reasons, and how sure they are.

What stands between two pages is weighed by itself: a separator sheet, another employee's payslip, a page that is
numbered 1 again, another letterhead, another number, supplier or kind as the page alone says. What says of itself that
it goes on (page 2, general conditions, hours worked) does. Only what leaves no doubt splits without asking.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from intake.piles.head import Head, differs, head_of
from storage.identifiers import is_valid_tax_code
from storage.reading import Page, Reading, Segment

MOST_PAGES = 300  # that are understood one by one
_LIKELY = 0.6  # enough to ask; only other evidence splits without asking
_SURE_KIND = 0.8
_PERSON = re.compile(r"\b[A-Z]{6}[0-9LMNPQRSTUV]{2}[A-EHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]\b")
_COUNTER = re.compile(
    r"\b(?:pag(?:ina|\.)?|foglio|page|seite)\s*(?:n\.?\s*)?(\d{1,3})\s*(?:/|di|of|su|von|de)\s*(\d{1,3})\b",
    re.IGNORECASE,
)
_NAMED = 0.3
_SECOND = re.compile(  # in lines without blanks and marks
    "condizionigenerali|terminiecondizioni|foglio(?:delle)?presenze|prospettopresenze|cartellinopresenze|giustificativi"
    "|^segue|riporto$|generalterms|termsandconditions|allgemeine(?:geschäfts|liefer)|conditionsgénérales|informativaprivacy"
)
_LESS_NAMED = 80  # of 100: two readings of one name
_NUMBERED = ("number", "protocol_number", "document_number")
_PARTIES = ("supplier_vat_id", "employee_tax_code", "iban")


@dataclass(frozen=True, slots=True)
class Plan:
    """`segments` leave out separator sheets and blank pages. `is_sure` says that they may be cut without asking."""

    segments: tuple[Segment, ...]
    is_sure: bool

    @property
    def is_several(self) -> bool:
        return len(self.segments) > 1


@dataclass(frozen=True, slots=True)
class _Boundary:
    """Before a page: why a document begins there, and whether that leaves no doubt."""

    reason: str
    is_sure: bool


def mark_of(page: Page) -> str:
    """`blank` or `separator` for a page that belongs to no document, else empty."""
    marks = (str(step["step"]) for step in page.preparation)
    return next((mark for mark in marks if mark in ("blank", "separator")), "")


def split(pages: Sequence[Page], alone: Sequence[Reading | None], *, at_blanks: bool = False) -> Plan:
    """`alone` is what each page says by itself, None for those that say nothing or were not asked. With
    `at_blanks` a blank page divides as a separator sheet does."""
    groups: list[tuple[list[int], list[str]]] = []
    sure, divided_by = True, ""
    last: int | None = None
    open_pages: list[Page] = []  # of the document that goes on
    for at, page in enumerate(pages):
        mark = mark_of(page)
        if mark:
            if mark == "separator" or (at_blanks and not divided_by):
                divided_by = mark
            continue
        boundary = _Boundary(divided_by, True) if divided_by and groups else None
        if boundary is None and last is not None:
            boundary = _between(open_pages, alone[last], (page, alone[at]))
        if boundary is not None or not groups:
            open_pages = []
            groups.append(([], [boundary.reason] if boundary else []))
            sure &= boundary is None or boundary.is_sure
        groups[-1][0].append(page.number)
        open_pages.append(page)
        last, divided_by = at, ""
    kinds = {page.number: reading.kind if reading else "other" for page, reading in zip(pages, alone, strict=True)}
    segments = tuple(Segment(tuple(numbers), kinds[numbers[0]], tuple(why)) for numbers, why in groups)
    return Plan(segments, sure and bool(segments))


def _between(earlier: Sequence[Page], one: Reading | None, after: tuple[Page, Reading | None]) -> _Boundary | None:
    """Why a document begins on the page after those `earlier` ones of the document before, None where it goes on."""
    page, other = after
    counter, before = _counter(page), _counter(earlier[-1])
    if counter is not None and counter[0] > 1:
        return None
    if one and other and one.kind == other.kind == "payslip":
        return _between_payslips(earlier, one, after)
    head = head_of(page)
    if _is_second_sheet(head) and not differs(earlier, head):
        return None
    if (
        one
        and one.kind == "payslip"
        and _people(page)
        and _people(page) <= {c for each in earlier for c in _people(each)}
    ):
        return None
    begins_again = counter is not None and counter[0] == 1 and (before is None or before[0] == before[1])
    if begins_again and not _repeats(earlier, head):
        return _Boundary("page_1", False)
    reason = _differs(one, other) if one and other else ""
    if other and reason and (reason != "kind" or _names_something(other)):
        return _Boundary(reason, False)
    if differs(earlier, head) and (other is None or _opens(other)):
        return _Boundary("letterhead", False)
    return None


def _between_payslips(earlier: Sequence[Page], one: Reading, after: tuple[Page, Reading | None]) -> _Boundary | None:
    """Another person, by the tax code where both have one, else by the name; a payslip's second sheet goes on."""
    page, other = after
    people = {code for each in earlier for code in _people(each)}, _people(page)
    if len(people[1]) == 1 and people[0]:
        return _Boundary("other_tax_code", len(people[0]) == 1) if not people[1] & people[0] else None
    names = _values(one, ("employee_name",)), _values(other, ("employee_name",)) if other else []
    if all(names):
        alike = fuzz.token_sort_ratio(names[0][0].lower(), names[1][0].lower()) >= _LESS_NAMED
        return None if alike else _Boundary("other_person", False)
    text = " ".join(each.text for each in earlier).lower()
    if names[1] and not fuzz.partial_ratio(names[1][0].lower(), text) >= _LESS_NAMED:
        return _Boundary("other_person", False)
    head = head_of(page)
    if differs(earlier, head):
        return _Boundary("letterhead", False)
    counter, before = _counter(page), _counter(earlier[-1])
    if counter == (1, 1) or (before is not None and counter is not None and before[0] == before[1] > 1):
        return _Boundary("page_1", False)
    return None


def _repeats(earlier: Sequence[Page], head: Head) -> bool:
    """Whether the page is headed as the first of the document is, and yet says nothing of its own there."""
    return bool(head.lines) and not head.marks and _goes_on(earlier, head)


def _goes_on(earlier: Sequence[Page], head: Head) -> bool:
    """Whether the page has no head that names a sender, as second pages have none, or that of the pages before."""
    return not head.marks or not differs(earlier, head)


def _is_second_sheet(head: Head) -> bool:
    """Whether it says of itself what only comes behind something: general conditions, hours worked, a carry-over."""
    return any(_SECOND.search(line) for line in head.lines[:4])


def _names_something(reading: Reading) -> bool:
    """Whether it has a number, a day or a party of its own, as general conditions do not."""
    found = (*_NUMBERED, "date", *_PARTIES, "supplier_name", "employee_name", "sender_name", "period_start", "period")
    return any(field is not None and field.confidence >= _NAMED for field in map(reading.fields.get, found))


def _opens(reading: Reading) -> bool:
    """Whether a page says what a first page says: what it is, of which day or under which number."""
    return reading.kind_confidence >= _LIKELY or any(name in reading.fields for name in (*_NUMBERED, "date"))


def _counter(page: Page) -> tuple[int, int] | None:
    """'Page 1 of 2', where the page says one such thing only."""
    found = {(int(number), int(of)) for number, of in _COUNTER.findall(page.text)}
    plain = {pair for pair in found if 1 <= pair[0] <= pair[1]}
    return plain.pop() if len(plain) == 1 else None


def _people(page: Page) -> set[str]:
    return {code for code in _PERSON.findall(page.text.upper()) if is_valid_tax_code(code)}


def _differs(one: Reading, other: Reading) -> str:
    """What the page after says of itself that cannot be the same document, empty where nothing."""
    numbers = _values(one, _NUMBERED), _values(other, _NUMBERED)
    if all(numbers) and not set(numbers[0]) & set(numbers[1]):
        return "other_number"
    parties = _values(one, _PARTIES), _values(other, _PARTIES)
    if all(parties) and not set(parties[0]) & set(parties[1]):
        return "other_supplier"
    if one.kind != other.kind and min(one.kind_confidence, other.kind_confidence) >= _SURE_KIND:
        return "kind"
    return ""


def _values(reading: Reading, names: Sequence[str]) -> list[str]:
    fields = (reading.fields.get(name) for name in names)
    return [field.value for field in fields if field is not None and field.confidence >= _LIKELY]
