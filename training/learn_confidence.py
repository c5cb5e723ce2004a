"""Learns how far values and papers can be believed, and ships it with intake (`intake/learned`).

python -m training.learn_confidence [--seed 901] [--count 10000] [--processes 2] [--errors 0.05]

Generated papers are read with the code as it is. What each trait of a value is worth is learned from the values right
and wrong; what each trait of a paper is worth, from the papers entirely right or not, where the confidence of a value
comes from the other half of the papers. Papers of a second seed, half as many, make both sums probabilities by a
rising line and set the least one that files a paper without a look. Papers of a third are only reported. The same seed
and the same code make the same weights. About seven minutes on two cores. Run it again whenever extraction has changed.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from intake import review
from intake.extract import confidence, silence
from intake.learned.additive import PAPERS, SILENCES, VALUES, Additive, saved
from intake.learned.traits import Traits
from training.fitting import honest, leaned, limit_for, weighed
from training.shown import Shown, drawn

_LEAST_SEEN = 25  # values or papers that must show a trait
_HELD_VALUES, _HELD_PAPERS = 1.0, 4.0  # how strongly weights are held near zero
_ERRORS = 0.05  # share of papers with an error among those that nobody looks at (docs/reading.md, "Straight through")
# Values in doubt are right more often on real layouts than on generated papers: shift and slope in log odds, fitted to
# the values of 65 papers that other authors wrote. Labelled layouts that rules were made on were not asked: nearly all
# is right there.
_REAL = (0.5, 0.88)
_BINS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)
_SHARES = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65)


@dataclass(frozen=True)
class Parts:
    """How sure values are, and how sure it is that a field without one has none."""

    values: Additive
    gaps: Additive


@dataclass(frozen=True)
class Learned:
    parts: Parts
    papers: Additive


def values_of(papers: Sequence[Shown]) -> tuple[list[Traits], list[bool]]:
    judged = [(value.traits, value.right) for paper in papers for value in paper.values if value.counts]
    return [traits for traits, _ in judged], [right for _, right in judged]


def gaps_of(papers: Sequence[Shown]) -> tuple[list[Traits], list[bool]]:
    gaps = [gap for paper in papers for gap in paper.gaps]
    return [gap.traits for gap in gaps], [gap.right for gap in gaps]


def papers_of(papers: Sequence[Shown], parts: Parts) -> tuple[list[Traits], list[bool]]:
    """Of papers that no rule holds back."""
    free = [paper for paper in papers if not paper.asks_anyway]
    return [paper.traits(parts.values, parts.gaps) for paper in free], [paper.right for paper in free]


def _parts(papers: Sequence[Shown], apart: Sequence[Shown]) -> Parts:
    """What is learned of values and gaps, made honest on papers apart."""
    values = weighed(*values_of(papers), confidence.RISING, confidence.FALLING, _HELD_VALUES, _LEAST_SEEN)
    gaps = weighed(*gaps_of(papers), (), silence.LOSING, _HELD_VALUES, _LEAST_SEEN)
    return Parts(leaned(honest(values, *values_of(apart)), *_REAL), honest(gaps, *gaps_of(apart)))


def learned(papers: Sequence[Shown], apart: Sequence[Shown], errors: float = _ERRORS) -> Learned:
    """All models of `papers`, their lines and the limit of `apart`; `errors` is the share wanted of those filed."""
    halves = papers[::2], papers[1::2]
    traits: list[Traits] = []
    right: list[bool] = []
    for judged, others in (halves, halves[::-1]):
        of_half = papers_of(judged, _parts(others, apart))
        traits, right = traits + of_half[0], right + of_half[1]
    whole = weighed(traits, right, review.RISING, review.FALLING, _HELD_PAPERS, _LEAST_SEEN)
    parts = _parts(papers, apart)
    shown = papers_of(apart, parts)
    whole = honest(whole, *shown)
    limit = limit_for([whole.chance(one) for one in shown[0]], shown[1], errors)
    return Learned(parts, replace(whole, limit=limit))


def report(made: Learned, papers: Sequence[Shown]) -> None:
    """Reliability of values and papers, and what files itself at what price."""
    for name, model, (traits, right) in (
        ("values", made.parts.values, values_of(papers)),
        ("gaps", made.parts.gaps, gaps_of(papers)),
        ("papers", made.papers, papers_of(papers, made.parts)),
    ):
        sure, was = np.array([model.chance(one) for one in traits]), np.array(right)
        print(f"{name}: {len(was)}, right {was.mean():.4f}, mean confidence {sure.mean():.4f}")
        for low, high in pairwise(_BINS):
            inside = (sure >= low) & (sure < high)
            if inside.any():
                told = f"confidence {sure[inside].mean():.3f} right {was[inside].mean():.3f}"
                print(f"  {low:.2f}+ {inside.sum():6d} {told}")
    wrong = np.cumsum(~was[np.argsort(-sure, kind="stable")])
    for share in _SHARES:
        count = int(share * len(papers))
        if 0 < count <= len(wrong):
            print(f"  {share:.0%} without a look: {wrong[count - 1] / count:.3f} of them with an error")
    through = sure >= made.papers.limit
    share, off = through.sum() / len(papers), (through & ~was).sum() / max(1, through.sum())
    print(f"  limit {made.papers.limit:.3f}: {share:.3f} without a look, {off:.3f} of them with an error")


def main() -> None:
    parser = argparse.ArgumentParser(description="Learns how far values and papers can be believed.")
    parser.add_argument("--seed", type=int, default=901)
    parser.add_argument("--count", type=int, default=10000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--errors", type=float, default=_ERRORS, help="share with an error of what nobody looks at")
    wishes = parser.parse_args()
    sets = [
        drawn(wishes.seed + number, wishes.count // part, wishes.processes) for number, part in enumerate((1, 2, 4))
    ]
    made = learned(sets[0], sets[1], wishes.errors)
    report(made, sets[2])
    for path, model in ((VALUES, made.parts.values), (SILENCES, made.parts.gaps), (PAPERS, made.papers)):
        saved(path, model)
        print(f"{path.name}: {len(model.weights)} traits, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
