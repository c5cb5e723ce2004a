"""Whether two documents are the same one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import exp

from storage.sameness.evidence import Evidence, Pair, Weighed, paired
from storage.sameness.facts import facts
from storage.sameness.folding import exact_number, name_core
from storage.sameness.traits import Likeness
from storage.sameness.wholes import wholes

SUSPECTED_FROM = 0.5


class Same(StrEnum):
    """`certain` is for joining without a question, `suspected` for asking."""

    CERTAIN = "certain"
    SUSPECTED = "suspected"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`probability` is that of being the same; `evidence` says why, what weighs most first."""

    same: Same
    probability: float
    evidence: tuple[Evidence, ...]


_PRIOR = -4.0
_UNIDENTIFIED = -3.0
_SPEAKS = 0.8
_IDENTIFYING = ("number", "date", "dates", "period", "protocol_number", "document_number", "closing_balance")
_CERTAIN_FROM = 0.99
_SURE = 0.8


def judge(new: Likeness, old: Likeness) -> Verdict:
    """Whether they are the same debt or credit, or otherwise the same paper; the order of the two does not matter."""
    pair = paired(new, old)
    weighed = [*facts(pair), *wholes(pair)]
    odds = _PRIOR + sum(one.weight for one in weighed) + (0.0 if _is_identified(weighed) else _UNIDENTIFIED)
    chance = 1 / (1 + exp(-odds))
    evidence = tuple(one.evidence for one in sorted(weighed, key=lambda one: -abs(one.weight)))
    return Verdict(_same(pair, chance, evidence), round(chance, 4), evidence)


def _is_identified(weighed: Sequence[Weighed]) -> bool:
    """Whether the number or the day speaks for it: else it may as well be next month's paper of the same text."""
    return any(one.weight >= _SPEAKS and one.evidence.field in _IDENTIFYING for one in weighed)


def _same(pair: Pair, chance: float, evidence: tuple[Evidence, ...]) -> Same:
    if chance < SUSPECTED_FROM:
        return Same.NO
    return Same.CERTAIN if chance >= _CERTAIN_FROM and _is_certain(pair, evidence) else Same.SUSPECTED


def _is_certain(pair: Pair, evidence: tuple[Evidence, ...]) -> bool:
    """The same supplier, the same number letter by letter, and the same day: as one field says, or as stands on the
    pages where the totals agree. Nothing that was read speaks against it."""
    if pair.new.kind != pair.old.kind or any(one.agrees is False for one in evidence):
        return False
    return _same_supplier(pair) and _same_number(pair) and _same_day(pair)


def _same_supplier(pair: Pair) -> bool:
    numbers, names = pair.values("supplier_vat_id"), pair.values("supplier_name")
    if None not in numbers:
        return numbers[0] == numbers[1]
    return None not in names and name_core(names[0] or "") == name_core(names[1] or "")


def _same_number(pair: Pair) -> bool:
    new, old = pair.values("number")
    return new is not None and old is not None and exact_number(new) == exact_number(old) and _sure(pair, "number")


def _same_day(pair: Pair) -> bool:
    (new, old), totals = pair.values("date"), pair.values("gross_amount")
    if None not in totals and totals[0] != totals[1]:
        return False
    if new is not None and old is not None:
        return new == old and _sure(pair, "date")
    printed = new in pair.old.dates or old in pair.new.dates
    return printed and None not in totals and _sure(pair, "gross_amount")


def _sure(pair: Pair, name: str) -> bool:
    return pair.sureness(name) >= _SURE


def differences(primary: Mapping[str, str], other: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """The fields that both renditions of a document have, where they differ: name -> (primary's, other's)."""
    return {name: (value, other[name]) for name, value in primary.items() if name in other and other[name] != value}
