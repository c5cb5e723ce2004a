"""Weights of named traits from what was right and wrong: logistic regression, then a rising line to probabilities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.isotonic import IsotonicRegression

from intake.learned.additive import Additive
from intake.learned.traits import Traits, direction

Array = npt.NDArray[np.float64]
_FREE = 1e-4
_SURE = 1e-3
_NEVER = 1.01


def columns(shown: Sequence[Traits], least: int) -> list[str]:
    """The traits seen often enough to learn from."""
    seen = Counter(name for traits in shown for name in traits)
    return sorted(name for name, times in seen.items() if times >= least)


def matrix(shown: Sequence[Traits], names: Sequence[str]) -> csr_matrix:
    numbers = {name: number for number, name in enumerate(names)}
    entries = [
        (row, numbers[name], strength)
        for row, traits in enumerate(shown)
        for name, strength in traits.items()
        if name in numbers
    ]
    rows, places, strengths = zip(*entries, strict=True)
    return csr_matrix((strengths, (rows, places)), shape=(len(shown), len(names)))


def weighed(
    shown: Sequence[Traits],
    right: Sequence[bool],
    rising: Sequence[str],
    falling: Sequence[str],
    held: float,
    least: int,
) -> Additive:
    """Logistic regression with a quadratic penalty; traits of a known direction keep it."""
    names = columns(shown, least)
    strengths, wanted = matrix(shown, names), np.array(right, dtype=np.float64)
    ways = [direction(name, rising, falling) for name in names]
    bounds = [(None, None), *((0 if way > 0 else None, 0 if way < 0 else None) for way in ways)]

    def loss(packed: Array) -> tuple[float, Array]:
        sums = packed[0] + strengths @ packed[1:]
        off = 1 / (1 + np.exp(-sums)) - wanted
        missed = np.logaddexp(0, sums).sum() - (wanted * sums).sum()
        slope = np.concatenate([[off.sum()], strengths.T @ off + held * packed[1:]])
        return float(missed + held / 2 * (packed[1:] ** 2).sum()), slope

    found = minimize(
        loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 400}
    ).x
    kept = {name: float(weight) for name, weight in zip(names, found[1:], strict=True) if abs(weight) > _FREE}
    line = np.linspace(-12, 12, 97)
    return Additive(float(found[0]), kept, line, 1 / (1 + np.exp(-line)), 0.5)


def honest(model: Additive, shown: Sequence[Traits], right: Sequence[bool], corners: int = 24) -> Additive:
    """The same weights with a rising line fitted to papers that they were not learned from."""
    sums = np.array([model.total(traits) for traits in shown])
    line = _rising_line(sums, np.array(right, dtype=np.float64), corners)
    return replace(model, sums=line[0], chances=line[1])


def leaned(model: Additive, shift: float, slope: float) -> Additive:
    """The same line with its probabilities moved in log odds: slope times them, plus a shift."""
    held = np.clip(model.chances, _SURE, 1 - _SURE)
    return replace(model, chances=1 / (1 + np.exp(-shift - slope * np.log(held / (1 - held)))))


def _rising_line(sums: Array, right: Array, corners: int) -> tuple[Array, Array]:
    """Isotonic regression of smoothed shares: corners at as many parts of the sums, joined by straight lines."""
    edges = np.unique(np.quantile(sums, np.linspace(0, 1, corners + 1)))
    parts = np.clip(np.searchsorted(edges, sums, side="right") - 1, 0, len(edges) - 2)
    counts = np.bincount(parts, minlength=len(edges) - 1)
    places = np.bincount(parts, sums, minlength=len(edges) - 1) / np.maximum(counts, 1)
    overall = right.mean()
    shares = (np.bincount(parts, right, minlength=len(edges) - 1) + overall) / (counts + 1)
    rising = IsotonicRegression(y_min=0.0, y_max=1.0).fit_transform(places, shares, sample_weight=counts + 1)
    # One corner for all parts of the same share, in their middle: the line rises from corner to corner.
    levels = np.unique(rising)
    middle = [np.average(places[rising == level], weights=counts[rising == level] + 1) for level in levels]
    # Beyond the last part too few are seen to count: half its doubt is left at the largest sum.
    far = [] if sums.max() <= middle[-1] else [(sums.max(), (1 + levels[-1]) / 2)]
    return np.array([*middle, *(place for place, _ in far)]), np.array([*levels, *(level for _, level in far)])


def limit_for(chances: Sequence[float], right: Sequence[bool], errors: float) -> float:
    """The least probability from which on no more than a share of `errors` is wrong, above 1 where there is none."""
    sure, was = np.array(chances), np.array(right, dtype=bool)
    for limit in np.unique(sure):
        filed = sure >= limit
        if (~was[filed]).mean() <= errors:
            return float(limit)
    return _NEVER
