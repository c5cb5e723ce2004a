"""What two documents say of themselves, held against each other: kind, number, day, total, parties.

A value that one document has and the other has not, or has otherwise, may still stand on the other's pages: then it was
only taken for something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from storage.dates import parse_date
from storage.kinds import FIELDS, FieldType
from storage.sameness.evidence import Evidence, Pair, Weighed
from storage.sameness.folding import exact_number, name_core, number_core, shape, years_in
from storage.sameness.traits import Likeness
from storage.sameness.wholes import held

_OTHERS = (
    "employee_name", "employee_tax_code", "period", "period_end", "year", "net_pay", "protocol_number",
    "document_number", "sender_name", "recipient_name", "reference", "bank_name", "closing_balance", "taxpayer_name",
    "invoice_number",
)  # fmt: skip
_BEFORE_DEBTS = {"purchase_order", "quote", "delivery_note"}
_CARRIED, _MARKS_CARRIED = 0.6, 0.5
_TOTALS = ("gross_amount", "amount_due", "net_amount")
# Figures that readers take for each other beside those that `folding` takes for one sign.
_ALIKE = tuple(map(set, ("08", "06", "09", "68", "38", "35", "56", "17", "14", "27", "49", "89", "96")))
_FIRST_DAY = "2000"  # older ones are misread
_READS_BADLY = 0.9
_NEXT, _COUNTED_ON = 2, 12
_TELLING = 4
_SAME_NAME, _OTHER_NAME = 80.0, 58.0


def facts(pair: Pair) -> Iterator[Weighed]:
    """Those that at least one of the two has."""
    for one in (_kind(pair), _number(pair), _date(pair), _total(pair), _party(pair, "supplier"), _customer(pair)):
        if one is not None:
            yield one
    for name in _OTHERS:
        new, old = pair.values(name)
        if new is not None and old is not None:
            agrees, weight = _others(pair, name, new, old)
            yield Weighed(Evidence(name, new, old, agrees), weight)


def _others(pair: Pair, name: str, new: str, old: str) -> tuple[bool | None, float]:
    """Whose and of when papers of other kinds are."""
    if new == old:
        return True, 1.0
    if FIELDS[name].type is FieldType.TEXT:
        alike = names_alike(new, old)
        return (True, 0.7) if alike >= _SAME_NAME else (None, 0.0) if alike > 70 else (False, pair.against(name, 7.0))
    slip = pair.is_read_from_pictures and _is_slip(new, old)
    return (None, -0.5) if slip else (False, pair.against(name, 9.0))


def _kind(pair: Pair) -> Weighed | None:
    """An order is not its invoice; a reminder is one only where it carries a copy of it."""
    new, old = pair.new.kind, pair.old.kind
    if new == old:
        return None
    kinds = {new, old}
    if "payment_reminder" in kinds:
        carrier, other = pair.documents if new == "payment_reminder" else pair.crossed
        weight = -0.5 if _carries(carrier, other) else -7.0
    elif kinds == {"invoice", "credit_note"}:
        weight = -2.0 - 4.0 * (1 - pair.haze)
    else:
        weight = (-0.5 if pair.haze > 0.5 else -2.5) if kinds & _BEFORE_DEBTS else -0.5
    return Weighed(Evidence("kind", new, old, False if weight <= -2 else None), weight)


def _carries(carrier: Likeness, other: Likeness) -> bool:
    """Whether most of what the other paper says stands on the carrier's pages too."""
    figures, marks = held(other.figures, carrier.figures), held(other.marks, carrier.marks)
    return min(figures.of - 3, marks.of - 8) > 0 and figures.share >= _CARRIED and marks.share >= _MARKS_CARRIED


def _number(pair: Pair) -> Weighed | None:
    new, old = pair.values("number")
    if new is None and old is None:
        return None
    if new is None or old is None:
        return Weighed(Evidence("number", new, old, None), _lone_number(pair, new, old))
    agrees, weight = _numbers(pair, new, old)
    return Weighed(Evidence("number", new, old, agrees), weight)


def _lone_number(pair: Pair, new: str | None, old: str | None) -> float:
    """A number that was not found in the other document, whether it stands there or not."""
    number, other = new or old or "", pair.old if old is None else pair.new
    if stands_on(number, other):
        return 1.0
    if len(number_core(number)) < _TELLING:
        return 0.0
    return -2.0 + 1.5 * pair.haze if pair.is_read_from_pictures else -4.0


def _numbers(pair: Pair, new: str, old: str) -> tuple[bool | None, float]:
    years = years_in(new), years_in(old)
    a, b = number_core(new), number_core(old)
    if a == b and all(years) and not years[0] & years[1] and not _is_slip(min(years[0]), min(years[1])):
        return False, pair.against("number", 6.0)
    if a == b:
        return (True if exact_number(new) == exact_number(old) else None), _same_number(pair, a, years)
    printed = stands_on(new, pair.old) + stands_on(old, pair.new)
    if printed:
        return None, 0.8 * printed
    if not pair.is_read_from_pictures:
        return False, -12.0
    slip = _is_slip(a, b)
    if is_counted_on(new, old, _NEXT if slip else _COUNTED_ON):
        return False, pair.against("number", 13.0 - 6.0 * pair.haze if slip else 13.0)
    if slip:
        return None, 0.5
    if _is_part(a, b):
        return None, 0.3
    return False, pair.against("number", 7.0)


def _same_number(pair: Pair, core: str, years: tuple[frozenset[str], frozenset[str]]) -> float:
    """A number that names no year returns every year: without the day it says less."""
    days = pair.values("date")
    dated = any(years) or days[0] == days[1] or prints_day(days[0], pair.old) or prints_day(days[1], pair.new)
    return (1.5 if dated else 0.5) + 0.4 * min(4, len(core)) * (1.0 if dated else 0.5)


def stands_on(number: str, likeness: Likeness) -> bool:
    """Whether a number stands on the pages as a word of its own; too short a one would stand anywhere. Where the pages
    read badly, one of many signs may be misread."""
    forms = {form for form in (number_core(number), shape(number)) if len(form) >= _TELLING}
    if forms & likeness.marks:
        return True
    long = [form for form in forms if len(form) > _TELLING and likeness.legible < _READS_BADLY]
    return any(_is_one_slip(form, mark) for form in long for mark in likeness.marks)


def prints_day(day: str | None, likeness: Likeness) -> bool:
    """Whether a day stands on the pages, one figure perhaps misread so that no day was left."""
    if day is None or day in likeness.dates:
        return day is not None
    if likeness.legible >= _READS_BADLY:
        return False
    written = day[8:] + day[5:7] + day[:4]
    return any(_is_one_slip(written, mark) and parse_date(_spread(mark)) is None for mark in likeness.marks)


def _spread(figures: str) -> str:
    return f"{figures[:2]}/{figures[2:4]}/{figures[4:]}"


def _is_one_slip(number: str, mark: str) -> bool:
    return len(number) == len(mark) and Levenshtein.distance(number, mark) == 1 and _is_slip(number, mark)


def is_counted_on(new: str, old: str, most: int) -> bool:
    """Whether the numbers are the same but for one count, at most `most` papers later."""
    parts = exact_number(new).split("/"), exact_number(old).split("/")
    if len(parts[0]) != len(parts[1]):
        return False
    apart = [(a, b) for a, b in zip(*parts, strict=True) if a != b]
    return len(apart) == 1 and all(map(str.isdigit, apart[0])) and abs(int(apart[0][0]) - int(apart[0][1])) <= most


def _is_part(a: str, b: str) -> bool:
    """Whether one number is the other without its series, or its end with a slip."""
    short, long = sorted((a, b), key=len)
    if short in long:
        return len(short) > 1
    return len(short) >= _TELLING and _is_slip(short, long[-len(short) :])


def _is_slip(a: str, b: str) -> bool:
    """Whether one sign in four, or one of few, may have been misread: figures only for those that look like them."""
    if not 0 < Levenshtein.distance(a, b) <= max(1, min(len(a), len(b)) // 4):
        return False
    steps = Levenshtein.editops(a, b)
    swaps = [{a[step.src_pos], b[step.dest_pos]} for step in steps if step.tag == "replace"]
    return all(swap in _ALIKE or not "".join(swap).isdigit() for swap in swaps)


def _date(pair: Pair) -> Weighed | None:
    new, old = (day if day and day >= _FIRST_DAY else None for day in pair.values("date"))
    if new is None and old is None:
        return None
    if new == old:
        return Weighed(Evidence("date", new, old, True), 2.0)
    printed = prints_day(new, pair.old) + prints_day(old, pair.new)
    if new is None or old is None:
        weight = 1.0 if printed else -0.5 if pair.is_read_from_pictures else -3.0
        return Weighed(Evidence("date", new, old, None), weight)
    if printed == 2 and pair.is_read_from_pictures:
        weight = 0.0
    elif printed:
        weight = -1.5
    elif _is_months_later(new, old):
        weight = pair.against("date", 10.0)
    elif _is_slip(new, old) and pair.is_read_from_pictures:
        weight = -2.0 + 2.0 * pair.haze
    else:
        weight = pair.against("date", 7.0)
    return Weighed(Evidence("date", new, old, False if weight < -1.5 else None), weight)


def _is_months_later(new: str, old: str) -> bool:
    """The same day of another month within two years, as on papers that come again and again."""
    months = [int(day[:4]) * 12 + int(day[5:7]) for day in (new, old)]
    return new[8:] == old[8:] and abs(months[0] - months[1]) <= 24


def _total(pair: Pair) -> Weighed | None:
    new, old = pair.values("gross_amount")
    if new is None and old is None:
        return None
    if new == old:
        return Weighed(Evidence("gross_amount", new, old, True), 2.5)
    agrees, weight = _totals(pair, new, old)
    return Weighed(Evidence("gross_amount", new, old, agrees), weight)


def _totals(pair: Pair, new: str | None, old: str | None) -> tuple[bool | None, float]:
    printed = _is_sum_of(new, pair.old) + _is_sum_of(old, pair.new)
    if new is None or old is None:
        return None, 1.0 if printed else -0.7 if pair.is_read_from_pictures else -2.0
    others = [{one.value(name) for name in _TOTALS} - {None} for one in pair.documents]
    if others[0] & others[1]:
        return None, 1.0
    if printed:
        return None, 0.5 * printed
    if pair.is_read_from_pictures and _is_slip_of_sum(new, old):
        return None, -0.5
    return False, pair.against("gross_amount", 6.0)


def _is_slip_of_sum(new: str, old: str) -> bool:
    """Two signs misread, or a point set too early."""
    short, long = sorted((new.replace(".", ""), old.replace(".", "")), key=len)
    return Levenshtein.distance(new, old) <= 2 or (len(short) >= _TELLING and long.startswith(short))


def _is_sum_of(amount: str | None, likeness: Likeness) -> bool:
    """Whether an amount stands on the pages, its comma read or not."""
    if amount is None:
        return False
    cents = round(abs(float(amount)) * 100)
    return cents in likeness.figures or str(cents) in likeness.marks


def _customer(pair: Pair) -> Weighed | None:
    one = _party(pair, "customer")
    return one and one._replace(weight=one.weight / 4 if one.weight < 0 else one.weight / 2)


def _party(pair: Pair, role: str) -> Weighed | None:
    new, old = (one.value(f"{role}_name") or one.value(f"{role}_vat_id") for one in pair.documents)
    if new is None and old is None:
        return None
    agrees, weight = _parties(pair, role)
    return Weighed(Evidence(f"{role}_name", new, old, agrees), weight)


def _parties(pair: Pair, role: str) -> tuple[bool | None, float]:
    """By VAT id where both have one; a check digit tells two numbers apart from one misread."""
    numbers = pair.values(f"{role}_vat_id")
    new, old = numbers
    alike = _names(*pair.values(f"{role}_name"))
    if new is not None and old is not None:
        if new == old:
            return True, 1.5
        if Levenshtein.distance(new, old) <= 2:
            return None, 0.8
    if _is_swapped(pair, role):
        return (False, pair.against(f"{role}_name", 5.0)) if alike is not None and alike < _OTHER_NAME else (None, 0.0)
    printed = [_stands_elsewhere(number, one) for number, one in zip(numbers, pair.crossed, strict=True)]
    if any(printed):
        return None, 0.8
    if alike is not None and alike >= _SAME_NAME:
        return True, 1.0
    if new is not None and old is not None:
        return False, pair.against(f"{role}_vat_id", 11.0)
    if alike is None or alike > _OTHER_NAME:
        return None, 0.0
    return False, pair.against(f"{role}_name", 4.0)


def _is_swapped(pair: Pair, role: str) -> bool:
    """Whether one document's supplier was taken for the other's customer: then one of them was misunderstood."""
    other = "customer" if role == "supplier" else "supplier"
    ids, other_ids = pair.values(f"{role}_vat_id"), pair.values(f"{other}_vat_id")
    if any(own is not None and own == theirs for own, theirs in zip(ids, other_ids[::-1], strict=True)):
        return True
    names, other_names = pair.values(f"{role}_name"), pair.values(f"{other}_name")
    crossed = (_names(own, theirs) for own, theirs in zip(names, other_names[::-1], strict=True))
    return any(alike is not None and alike >= _SAME_NAME for alike in crossed)


def _stands_elsewhere(number: str | None, likeness: Likeness) -> bool:
    """Whether a VAT id stands on the other's pages, two signs perhaps misread."""
    if number is None:
        return False
    wanted = shape(number[2:])
    return any(wanted in mark or _near(wanted, mark) for mark in likeness.marks if len(mark) > 8)


def _near(number: str, mark: str) -> bool:
    return Levenshtein.distance(number, mark[-len(number) :], score_cutoff=2) <= 2


def _names(new: str | None, old: str | None) -> float | None:
    return names_alike(new, old) if new is not None and old is not None else None


def names_alike(new: str, old: str) -> float:
    """0 to 100, legal forms, order and what follows a shorter name apart; letters that look alike are alike."""
    a, b = (" ".join(map(shape, name_core(name).split())) for name in (new, old))
    alike = fuzz.ratio(a, b)
    if min(len(a), len(b)) > 4:
        alike = max(alike, fuzz.token_set_ratio(a, b), fuzz.ratio(re.sub(" ", "", a), re.sub(" ", "", b)))
    return float(alike)
