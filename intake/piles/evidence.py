"""What speaks for and against a new document beginning on a page, seen beside the document that it may belong to.

The points are log odds, rounded: those that are frequent as they came out on generated piles (`training.piles`), of
seeds that are not measured on; those that are rare as a clerk would judge.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from intake.piles.seen import Seen
from storage.reading import Reading

_BEFORE = -1.8  # what a page is without any evidence: more of the same
LIKELY = 0.2  # enough points to ask
POSSIBLE = -1.0  # below, nobody would think of it
_SURE = 5.0
_SURE_KIND = 0.8
_SURE_FIELD = 0.6
_NUMBERS = ("number", "protocol_number", "document_number")
_ALIKE, _UNLIKE = 4, 8  # signs of a tax code that may be misread; that are another person's
_SAME_NAME = 80  # of 100: two readings of one name
_OTHER_HEAD = 0.3  # share of the words at the top that stood there before

# Reasons as people are told them, from what is found.
_TOLD = {
    "other_tax_code": "other_tax_code", "other_person": "other_person",
    "letterhead": "letterhead", "kind": "kind", "other_number": "other_number",
    "other_firms": "other_supplier", "number_1": "page_1", "page_1": "page_1", "title": "title",
}  # fmt: skip
_POINTS = {
    "other_tax_code": 2.5, "other_person": 2.5,
    "title": 2.3, "letterhead": 1.4, "date": 1.2, "number": 1.2, "number_1": 1.1,
    "page_1": 1.1, "kind": 1.0, "other_number": 1.0, "after_last": 0.9, "sure_kind": 0.8, "shape": 0.6,
    "other_firms": 0.5, "language": 0.4,
    "no_head": -0.7, "same_tax_code": -0.7, "says_more": -1.0, "says_nothing": -0.4, "more_to_come": -1.0,
    "next_number": -1.5, "same_number": -1.5, "carried": -2.0, "later_page": -2.5, "enclosed": -3.4, "next_page": -5.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Beginning:
    """How much speaks for a new document on a page, in `points`, and why, in the words of `web.words.split_reason`."""

    points: float
    reasons: tuple[str, ...]
    is_sure: bool

    @property
    def is_likely(self) -> bool:
        return self.is_sure or self.points >= LIKELY

    @property
    def is_possible(self) -> bool:
        return self.points >= POSSIBLE


def weigh(document: Sequence[Seen], page: Seen) -> Beginning:
    """`document` are the pages before that belong together, at least one."""
    found = set(_evidence(document, page))
    points = _BEFORE + sum(_POINTS[name] for name in found)
    told = sorted((name for name in found if name in _TOLD), key=lambda name: -_POINTS[name])
    reasons = tuple(dict.fromkeys(_TOLD[name] for name in told)) or ("kind",)
    if _is_other_payslip(document, page):
        return Beginning(points, ("other_tax_code", *(r for r in reasons if r != "other_tax_code")), True)
    if _is_list_of_a_run(document, page):
        return Beginning(points, ("kind", *(r for r in reasons if r != "kind")), True)
    return Beginning(points, reasons, points >= _SURE and _stands_alone(found))


def _stands_alone(found: Collection[str]) -> bool:
    """Whether it names another sender and says what it is: two kinds of evidence that have nothing to do with each
    other."""
    other = {"letterhead", "other_firms", "other_tax_code", "other_number"} & set(found)
    return "title" in found and len(other) >= 2 and not any(_POINTS[name] < 0 for name in found)


def _evidence(document: Sequence[Seen], page: Seen) -> Iterator[str]:
    yield from _counted(document[-1], page)
    yield from _named(document, page)
    yield from _understood(document, page)
    if page.is_titled:
        yield "title"
    if page.is_enclosed:
        yield "enclosed"
    if page.carries_on:
        yield "carried"
    if document[-1].goes_on:
        yield "says_more"
    if abs(document[0].aspect - page.aspect) > 0.1:
        yield "shape"


def _counted(last: Seen, page: Seen) -> Iterator[str]:
    """What the counters say: 'page 2 of 3', and numbers alone."""
    if any((number - 1, of) in last.counters for number, of in page.counters if number > 1):
        yield "next_page"
    elif page.counters and all(number > 1 for number, _ in page.counters):
        yield "later_page"
    elif page.counters and all(number == 1 for number, _ in page.counters):
        yield "page_1"
    if last.counters and all(number == of for number, of in last.counters):
        yield "after_last"
    if last.counters and not page.counters and all(number < of for number, of in last.counters):
        yield "more_to_come"
    if page.numbers == {1}:
        yield "number_1"
    elif any(number - 1 in last.numbers for number in page.numbers if number > 1):
        yield "next_number"


def _named(document: Sequence[Seen], page: Seen) -> Iterator[str]:
    """Whose paper it is: heads, firms, persons."""
    before = frozenset[str]().union(*(seen.people for seen in document))
    here, there = _beside(page.people, before), _beside(before, page.people)
    if here and there:
        if min(Levenshtein.distance(one, other) for one in here for other in there) >= _UNLIKE:
            yield "other_tax_code"
    elif page.people and before:
        yield "same_tax_code"
    firms = frozenset[str]().union(*(seen.firms for seen in document))
    if firms and page.firms and not firms & page.firms:
        yield "other_firms"
    if not page.is_headed:
        yield "no_head"
    elif max(_share(page.head, seen.head) for seen in (document[0], document[-1])) < _OTHER_HEAD:
        yield "letterhead"


def _beside(codes: Collection[str], others: Collection[str]) -> set[str]:
    """The codes that are none of the others, misread ones taken for what they are."""
    return {code for code in codes if all(Levenshtein.distance(code, other) > _ALIKE for other in others)}


def _share(head: frozenset[str], before: frozenset[str]) -> float:
    """How many of the words stood at the top before, 0..1; misread ones count. 1 where there is nothing to compare."""
    if len(head) < 3 or len(before) < 3:
        return 1.0
    return sum(word in before or any(_are_alike(word, other) for other in before) for word in head) / len(head)


def _are_alike(word: str, other: str) -> bool:
    most = 1 + len(word) // 6
    return len(word) > 4 and Levenshtein.distance(word, other, score_cutoff=most) <= most


def _understood(document: Sequence[Seen], page: Seen) -> Iterator[str]:
    """What page and document are, each read by itself."""
    one, other = document[0].alone, page.alone
    if other is None:
        yield "says_nothing"
        return
    if other.kind_confidence >= _SURE_KIND:
        yield "sure_kind"
    if "date" in other.fields:
        yield "date"
    numbers = _numbers(other)
    if numbers:
        yield "number"
    if one is None:
        return
    if _is_other_person(document, one, other):
        yield "other_person"
    before = _numbers(one)
    if numbers and before:
        yield "same_number" if numbers & before else "other_number"
    if one.kind != other.kind and min(one.kind_confidence, other.kind_confidence) >= _SURE_KIND:
        yield "kind"
    if one.language != other.language:
        yield "language"


def _is_other_person(document: Sequence[Seen], one: Reading, other: Reading) -> bool:
    """Whether a payslip names somebody of whom the payslip before says nothing."""
    name = other.fields.get("employee_name")
    if name is None or name.confidence < _SURE_FIELD or not one.kind == other.kind == "payslip":
        return False
    return all(fuzz.partial_ratio(name.value.lower(), seen.text.lower()) < _SAME_NAME for seen in document)


def _numbers(reading: Reading) -> set[str]:
    fields = (reading.fields.get(name) for name in _NUMBERS)
    return {field.value for field in fields if field is not None and field.confidence >= _SURE_FIELD}


def _is_other_payslip(document: Sequence[Seen], page: Seen) -> bool:
    """A payslip of one person behind that of another; an employer who is a person stands on both."""
    first = document[0].alone
    if first is None or page.alone is None or not first.kind == page.alone.kind == "payslip":
        return False
    before = frozenset[str]().union(*(seen.sure_people for seen in document))
    here, there = page.sure_people - before, before - page.sure_people
    return len(here) == 1 and len(there) == 1


def _is_list_of_a_run(document: Sequence[Seen], page: Seen) -> bool:
    """Everybody's pay behind the last payslip, which must not be kept with one person's."""
    first = document[0]
    is_payslip = first.alone is not None and first.alone.kind == "payslip"
    return is_payslip and page.is_run_list and not first.is_run_list and not page.people & first.people
