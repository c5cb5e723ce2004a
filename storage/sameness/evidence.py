"""What speaks for and against two documents being the same one: each fact weighed in natural logarithms of odds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from storage.reading import Source
from storage.sameness.folding import exact_number, name_core, number_core, shape, years_in
from storage.sameness.prints import picture_likeness, text_likeness
from storage.sameness.traits import Likeness


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact of both documents as people read it. `agrees` is None where it cannot be told; what a page prints
    without its being taken for the field is not shown as a value."""

    field: str
    new: str | None
    old: str | None
    agrees: bool | None


class Weighed(NamedTuple):
    evidence: Evidence
    weight: float


class Pair(NamedTuple):
    new: Likeness
    old: Likeness

    @property
    def is_read_from_pictures(self) -> bool:
        """Whether a sign may have been misread on either side."""
        return Source.OCR in (self.new.source, self.old.source)

    def values(self, name: str) -> tuple[str | None, str | None]:
        return self.new.value(name), self.old.value(name)

    def sureness(self, name: str) -> float:
        return min(self.new.sureness(name), self.old.sureness(name))


def weighed(pair: Pair) -> list[Weighed]:
    """All facts that both documents, or one of them, have."""
    found = [_kind(pair), _number(pair), _date(pair), _total(pair), _supplier(pair), _customer(pair), *_pages(pair)]
    return [one for one in found if one is not None]


_DEBTS = ("invoice", "receipt", "tax_payment", "credit_note")
_BEFORE_DEBTS = ("purchase_order", "quote", "delivery_note")
_CARRIED = 0.7


def _kind(pair: Pair) -> Weighed | None:
    """An order is not its invoice; a reminder is one only where it carries a copy of it."""
    new, old = pair.new.kind, pair.old.kind
    if new == old:
        return None
    kinds = {new, old}
    if "payment_reminder" in kinds:
        carrier, other = pair if new == "payment_reminder" else pair[::-1]
        share, count = _held(other.figures, carrier.figures)
        weight = 0.0 if share >= _CARRIED and count > 3 else -6.0
    elif kinds == {"invoice", "credit_note"}:
        weight = -4.0
    else:
        weight = -2.5 if kinds & set(_BEFORE_DEBTS) else -0.5
    return Weighed(Evidence("kind", new, old, False if weight <= -2 else None), weight)


def _number(pair: Pair) -> Weighed | None:
    new, old = pair.values("number")
    if new is None and old is None:
        return None
    if new is None or old is None:
        return _one_number(pair, new, old)
    agrees, weight = _numbers(pair, new, old)
    return Weighed(Evidence("number", new, old, agrees), weight)


def _numbers(pair: Pair, new: str, old: str) -> tuple[bool | None, float]:
    years = years_in(new), years_in(old)
    if all(years) and not years[0] & years[1]:
        return False, -2.0 - 2.0 * pair.sureness("number")
    a, b = number_core(new), number_core(old)
    if a == b:
        return (True if exact_number(new) == exact_number(old) else None), 1.5 + 0.4 * min(4, len(a))
    printed = _stands_on(a, pair.old) + _stands_on(b, pair.new)
    if printed:
        return None, 0.8 * printed
    if follow_each_other(a, b):
        return False, -2.0 - 6.0 * pair.sureness("number")
    if min(len(a), len(b)) > 1 and (a in b or b in a):
        return None, 0.3
    if not pair.is_read_from_pictures:
        return False, -6.0
    if _is_slip(a, b):
        return None, 0.0
    return False, -1.0 - 3.5 * pair.sureness("number")


_LEAST_TELLING = 4


def _stands_on(number: str, likeness: Likeness) -> bool:
    """Whether a number stands on the pages, as a word of its own."""
    return len(number) >= _LEAST_TELLING and number in likeness.marks


def follow_each_other(a: str, b: str) -> bool:
    """Whether two numbers are some months of one supplier's apart: the same but for the last figures, counted on."""
    (head, one), (other_head, other) = (re.fullmatch(r"(.*?)(\d*)", number).groups() for number in (a, b))
    return head == other_head and one != "" and other != "" and abs(int(one) - int(other)) <= 12


def _is_slip(a: str, b: str) -> bool:
    """One sign in four misread."""
    short = min(len(a), len(b))
    return short > 2 and Levenshtein.distance(a, b) <= max(1, short // 4)


def _one_number(pair: Pair, new: str | None, old: str | None) -> Weighed:
    """A number that was not found in the other document, whether it stands there or not."""
    core = number_core(new or old or "")
    other = pair.old if old is None else pair.new
    weight = 0.0
    if len(core) > 2:
        weight = 0.8 if core in other.marks else -0.5 if other.source is Source.OCR else -1.5
    return Weighed(Evidence("number", new, old, None), weight)


def _date(pair: Pair) -> Weighed | None:
    new, old = pair.values("date")
    if new is None and old is None:
        return None
    if new == old:
        return Weighed(Evidence("date", new, old, True), 2.0)
    printed = (new in pair.old.dates) + (old in pair.new.dates)
    if new is None or old is None:
        return Weighed(Evidence("date", new, old, None), 0.8 if printed else -0.5)
    if not pair.is_read_from_pictures:
        weight = (-5.0, -2.0, 0.0)[printed]
    elif _is_same_day_later(new, old):
        weight = (-1.0 - 6.0 * pair.sureness("date"), -2.0, -1.0)[printed]
    elif Levenshtein.distance(new, old) == 1:
        weight = (-1.0, 0.0, 0.0)[printed]
    else:
        weight = (-1.0 - 4.0 * pair.sureness("date"), -1.0, 0.0)[printed]
    return Weighed(Evidence("date", new, old, None if weight >= -1 else False), weight)


def _is_same_day_later(new: str, old: str) -> bool:
    """Whether the days are a month or a year apart, as those of papers that come again and again."""
    months = [int(day[:4]) * 12 + int(day[5:7]) for day in (new, old)]
    return new[8:] == old[8:] and abs(months[0] - months[1]) in (1, 2, 3, 6, 12)


_TOTALS = ("gross_amount", "amount_due", "net_amount")


def _total(pair: Pair) -> Weighed | None:
    new, old = pair.values("gross_amount")
    if new is None and old is None:
        return None
    if new == old:
        return Weighed(Evidence("gross_amount", new, old, True), 2.5)
    totals = [{one.value(name) for name in _TOTALS} - {None} for one in pair]
    if new is None or old is None:
        printed = _cents(new or old) in (pair.new if new is None else pair.old).figures
        return Weighed(Evidence("gross_amount", new, old, None), 1.0 if printed else -0.7)
    if totals[0] & totals[1]:
        return Weighed(Evidence("gross_amount", new, old, None), 1.0)
    printed = _cents(new) in pair.old.figures or _cents(old) in pair.new.figures
    if printed:
        return Weighed(Evidence("gross_amount", new, old, None), 0.5)
    if pair.is_read_from_pictures and Levenshtein.distance(new, old) <= 2:
        return Weighed(Evidence("gross_amount", new, old, None), -0.5)
    weight = -1.0 - 3.0 * pair.sureness("gross_amount") if pair.is_read_from_pictures else -5.0
    return Weighed(Evidence("gross_amount", new, old, False), weight)


def _cents(amount: str | None) -> int:
    return round(abs(float(amount or 0)) * 100)


def _supplier(pair: Pair) -> Weighed | None:
    return _party(pair, "supplier", 2.0)


def _customer(pair: Pair) -> Weighed | None:
    return _party(pair, "customer", 1.0)


def _party(pair: Pair, role: str, weight: float) -> Weighed | None:
    new, old = (one.value(f"{role}_name") or one.value(f"{role}_vat_id") for one in pair)
    if new is None and old is None:
        return None
    numbers, alike = pair.values(f"{role}_vat_id"), same_party(pair, role)
    if alike:
        return Weighed(Evidence(f"{role}_name", new, old, True), 0.7 * weight)
    printed = [number is not None and _is_printed(number, one) for number, one in zip(numbers, pair[::-1], strict=True)]
    if any(printed):
        return Weighed(Evidence(f"{role}_name", new, old, None), 0.3 * weight)
    if new is None or old is None:
        return Weighed(Evidence(f"{role}_name", new, old, None), 0.0)
    sure = 1.0 + pair.sureness(f"{role}_vat_id") if all(numbers) else pair.sureness(f"{role}_name")
    return Weighed(Evidence(f"{role}_name", new, old, False), -weight * (0.5 + sure))


def _is_printed(number: str, likeness: Likeness) -> bool:
    """Whether a VAT id stands on the pages, two of its signs perhaps misread."""
    wanted = shape(number[2:])
    return wanted in likeness.marks or any(
        Levenshtein.distance(wanted, mark, score_cutoff=2) <= 2 for mark in likeness.marks if len(mark) > 8
    )


def same_party(pair: Pair, role: str) -> bool:
    """By VAT id, or by name where one has none that is sure."""
    new, old = pair.values(f"{role}_vat_id")
    if new is not None and old is not None:
        return new == old
    names = pair.values(f"{role}_name")
    return all(names) and fuzz.ratio(*(name_core(name or "") for name in names)) >= 84.0


def _pages(pair: Pair) -> Iterator[Weighed]:
    """The pages as wholes: their sums, their days, their words with figures, their print."""
    new, old = pair
    share, count = _shared(new.figures, old.figures)
    if count > 2:
        yield _told("figures", share, (share - 0.6) * 6 * min(1.0, count / 8))
    share, count = _shared(new.dates, old.dates)
    if count:
        yield _told("dates", share, (share - 0.6) * 3)
    share, count = _shared(new.marks, old.marks)
    if count > 5 and not (new.is_xml or old.is_xml):
        yield _told("marks", share, (share - 0.7) * 6)
    words = text_likeness(new.text_print, old.text_print)
    if words is not None and not (new.is_xml or old.is_xml):
        yield _told("text", words, max(-2.0, (words - 0.4) * 4))
    picture = picture_likeness(new.picture_print, old.picture_print)
    if picture is not None:
        yield _told("picture", picture, max(0.0, (picture - 0.6) * 2))


def _told(name: str, share: float, weight: float) -> Weighed:
    percent = f"{round(100 * share)}%"
    return Weighed(Evidence(name, percent, percent, None if -0.5 < weight < 0.5 else weight > 0), weight)


Fact = TypeVar("Fact", int, str)


def _shared(new: Iterable[Fact], old: Iterable[Fact]) -> tuple[float, int]:
    """The share of the smaller document's facts that the other has too, and how many the smaller has."""
    ours, theirs = list(new), list(old)
    return _held(ours, theirs) if len(ours) < len(theirs) else _held(theirs, ours)


def _held(facts: Iterable[Fact], other: Iterable[Fact]) -> tuple[float, int]:
    """The share of the facts that the other document has too, and how many there are."""
    ours = Counter(facts)
    return (ours & Counter(other)).total() / max(1, ours.total()), ours.total()
