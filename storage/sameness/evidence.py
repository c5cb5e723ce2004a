"""What speaks for and against two documents being the same one: each fact weighed in natural logarithms of odds."""

from __future__ import annotations

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
    found = [_number(pair), _date(pair), _total(pair), _supplier(pair), _customer(pair), *_pages(pair)]
    return [one for one in found if one is not None]


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
        return False, -4.0
    a, b = number_core(new), number_core(old)
    if a == b:
        return (True if exact_number(new) == exact_number(old) else None), 1.5 + 0.4 * min(4, len(a))
    printed = (a in pair.old.marks) + (b in pair.new.marks)
    if printed and min(len(a), len(b)) > 3:
        return None, 1.0 * printed
    if min(len(a), len(b)) > 1 and (a in b or b in a):
        return None, 0.3
    if not pair.is_read_from_pictures:
        return False, -6.0
    if _is_slip(a, b):
        return None, 0.0
    return False, -1.0 - 3.0 * pair.sureness("number")


def _is_slip(a: str, b: str) -> bool:
    """One sign in four misread; two numbers that follow each other differ by more than a slip."""
    if a.isdigit() and b.isdigit() and abs(int(a) - int(b)) <= 12:
        return False
    return 0 < Levenshtein.distance(a, b) <= max(1, min(len(a), len(b)) // 4) and min(len(a), len(b)) > 2


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
    elif Levenshtein.distance(new, old) == 1:
        weight = (-1.0, 0.0, 0.0)[printed]
    else:
        weight = (-1.5 - 2.5 * pair.sureness("date"), -1.0, 0.0)[printed]
    return Weighed(Evidence("date", new, old, None if weight >= -1 else False), weight)


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
    new_printed = numbers[0] is not None and shape(numbers[0][2:]) in pair.old.marks
    old_printed = numbers[1] is not None and shape(numbers[1][2:]) in pair.new.marks
    if new_printed or old_printed:
        return Weighed(Evidence(f"{role}_name", new, old, None), 0.3 * weight)
    if new is None or old is None:
        return Weighed(Evidence(f"{role}_name", new, old, None), 0.0)
    sure = pair.sureness(f"{role}_vat_id") if all(numbers) else pair.sureness(f"{role}_name")
    return Weighed(Evidence(f"{role}_name", new, old, False), -weight * (0.5 + sure))


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
    ours, theirs = Counter(new), Counter(old)
    least = min(ours.total(), theirs.total())
    return ((ours & theirs).total() / least if least else 0.0), least
