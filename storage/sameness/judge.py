"""Whether two documents are the same one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import exp

from storage.sameness.evidence import Evidence, paired
from storage.sameness.facts import facts
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


def judge(new: Likeness, old: Likeness) -> Verdict:
    """Whether they are the same debt or credit, or otherwise the same paper; the order of the two does not matter."""
    pair = paired(new, old)
    weighed = [*facts(pair), *wholes(pair)]
    chance = 1 / (1 + exp(-(_PRIOR + sum(one.weight for one in weighed))))
    evidence = tuple(one.evidence for one in sorted(weighed, key=lambda one: -abs(one.weight)))
    same = Same.SUSPECTED if chance >= SUSPECTED_FROM else Same.NO
    return Verdict(same, round(chance, 4), evidence)


def differences(primary: Mapping[str, str], other: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """The fields that both renditions of a document have, where they differ: name -> (primary's, other's)."""
    return {name: (value, other[name]) for name, value in primary.items() if name in other and other[name] != value}
