"""Traits: names with a strength, mostly 0..1, that speak for or against a value or a paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

Traits = Mapping[str, float]
Trait = tuple[str, float]


def ramps(name: str, value: float, knots: Sequence[float]) -> Iterator[Trait]:
    """A number as traits that fill up one after the other: half way from 0.5 to 1.0 is half of the trait
    "name 0.5-1". A weight for each makes a bent line; none below zero, a line that never falls."""
    for low, high in pairwise(knots):
        if value > low:
            yield f"{name} {low:g}-{high:g}", min(1.0, (value - low) / (high - low))


def direction(name: str, rising: Sequence[str], falling: Sequence[str]) -> int:
    """1 where a trait may only speak for, -1 where only against, 0 where either: by how its name begins."""
    if name.startswith(tuple(rising)):
        return 1
    return -1 if name.startswith(tuple(falling)) else 0
