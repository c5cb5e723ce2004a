"""Which pages of a scan are one document: pages -> segments, with the reasons, and how sure they are.

What stands between two pages is weighed by itself: a separator sheet, another employee's payslip, a page that is
numbered 1 again, another number or supplier as the page alone says. Only what leaves no doubt splits without asking.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

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


def split(pages: Sequence[Page], alone: Sequence[Reading | None]) -> Plan:
    """`alone` is what each page says by itself, None for those that say nothing or were not asked."""
    groups: list[tuple[list[int], list[str]]] = []
    sure, after_separator = True, False
    last: int | None = None
    for at, page in enumerate(pages):
        mark = mark_of(page)
        if mark:
            after_separator |= mark == "separator"
            continue
        boundary = _Boundary("separator", True) if after_separator and groups else None
        if boundary is None and last is not None:
            boundary = _between((pages[last], alone[last]), (page, alone[at]))
        if boundary is not None or not groups:
            groups.append(([], [boundary.reason] if boundary else []))
            sure &= boundary is None or boundary.is_sure
        groups[-1][0].append(page.number)
        last, after_separator = at, False
    kinds = {page.number: reading.kind if reading else "other" for page, reading in zip(pages, alone, strict=True)}
    segments = tuple(Segment(tuple(numbers), kinds[numbers[0]], tuple(why)) for numbers, why in groups)
    return Plan(segments, sure and bool(segments))


def _between(before: tuple[Page, Reading | None], after: tuple[Page, Reading | None]) -> _Boundary | None:
    """Why a document begins on the page after, None where it goes on."""
    counter, earlier = _counter(after[0]), _counter(before[0])
    if counter is not None and counter[0] > 1:
        return None
    one, other = before[1], after[1]
    people = _people(before[0]), _people(after[0])
    if one and other and one.kind == other.kind == "payslip" and all(len(found) == 1 for found in people):
        return _Boundary("other_tax_code", True) if people[0] != people[1] else None
    if counter is not None and counter[0] == 1 and (earlier is None or earlier[0] == earlier[1]):
        return _Boundary("page_1", False)
    if one and other and (differs := _differs(one, other)):
        return _Boundary(differs, False)
    return None


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
