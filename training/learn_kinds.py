"""Learns what evidence says about the kinds beyond the weights set by hand, and ships it with intake.

python -m training.learn_kinds [--seed 11] [--count 5000] [--processes 2]

The totals weighed by hand stand; a linear model (softmax regression) learns how far to trust them and what each phrase,
shape, word and pair of words adds. What it adds is held near zero, so that what papers never showed keeps its weight.
Papers of other seeds, which no other part of the learning saw, make the probabilities honest and are reported.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize, minimize_scalar
from scipy.sparse import csr_matrix

from intake.classify import hand_totals, pieces
from intake.kinds.evidence import evidence_of
from intake.kinds.learned import WEIGHTS
from intake.layout.sheet import sheet_of
from storage.kinds import KINDS
from training.generate import samples

_NAMES = list(KINDS)
_HELD = 40.0  # how strongly what is added is held near zero
_LEAST, _LEAST_PRINTS = 3, 30  # papers that must show a phrase, a word
_TRUST = 0.7  # about what the weights set by hand are worth as log odds
_STEPS = 127

Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Shown:
    """A paper as evidence: its kind's place in KINDS, the totals weighed by hand, strengths by name."""

    kind: int
    totals: Array
    strengths: dict[str, float]


@dataclass(frozen=True)
class Fitted:
    trust: float
    added: Array  # evidence x kinds


def shown(seed: int, number: int) -> Shown:
    """Paper `number` of `seed`; the kinds come in turn, so that each is seen as often."""
    kind = number % len(_NAMES)
    paper = next(samples(seed, 1, [_NAMES[kind]], first=number))
    evidence = evidence_of([sheet_of(page) for page in paper.pages[:3]])
    totals = hand_totals(evidence)
    return Shown(kind, np.array([totals[name] for name in _NAMES]), dict(pieces(evidence)))


def drawn(seed: int, count: int, processes: int) -> list[Shown]:
    with ProcessPoolExecutor(processes) as pool:
        return list(pool.map(partial(shown, seed), range(count), chunksize=25))


def columns(papers: Sequence[Shown]) -> dict[str, int]:
    """The evidence seen often enough to learn from, numbered."""
    seen = Counter(name for paper in papers for name in paper.strengths)
    often = [name for name, times in seen.items() if times >= (_LEAST if ":" in name else _LEAST_PRINTS)]
    return {name: index for index, name in enumerate(sorted(often))}


def matrix(papers: Sequence[Shown], names: dict[str, int]) -> csr_matrix:
    entries = [
        (row, names[name], strength)
        for row, paper in enumerate(papers)
        for name, strength in paper.strengths.items()
        if name in names
    ]
    rows, places, strengths = zip(*entries, strict=True)
    return csr_matrix((strengths, (rows, places)), shape=(len(papers), len(names)))


def _chances(totals: Array) -> Array:
    raised = np.exp(totals - totals.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def fit(papers: Sequence[Shown], names: dict[str, int]) -> Fitted:
    """Softmax regression on top of the totals by hand, with a quadratic penalty on what is added."""
    strengths, totals = matrix(papers, names), np.array([paper.totals for paper in papers])
    wanted = np.eye(len(_NAMES))[[paper.kind for paper in papers]]

    def loss(packed: Array) -> tuple[float, Array]:
        trust, added = packed[0], packed[1:].reshape(len(names), len(_NAMES))
        chances = _chances(trust * totals + strengths @ added)
        missed = -np.log((chances * wanted).sum(axis=1) + 1e-12).sum()
        slope = chances - wanted
        value = missed + _HELD / 2 * (added**2).sum() + 50 * (trust - _TRUST) ** 2
        steep = strengths.T @ slope + _HELD * added
        return float(value), np.concatenate([[(slope * totals).sum() + 100 * (trust - _TRUST)], steep.ravel()])

    start = np.concatenate([[_TRUST], np.zeros(len(names) * len(_NAMES))])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return Fitted(float(found[0]), found[1:].reshape(len(names), len(_NAMES)))


def rounded(fitted: Fitted) -> tuple[npt.NDArray[np.int8], float]:
    """The added weights in small steps, and the step."""
    step = float(np.abs(fitted.added).max()) / _STEPS
    return np.round(fitted.added / step).astype(np.int8), step


def sharpness(totals: Array, kinds: Array) -> float:
    """The factor on the totals that makes their probabilities the likeliest."""
    rows = np.arange(len(kinds))

    def missed(factor: float) -> float:
        return float(-np.log(_chances(factor * totals)[rows, kinds.astype(int)] + 1e-12).sum())

    return float(minimize_scalar(missed, bounds=(0.3, 2.0), method="bounded").x)


def report(name: str, totals: Array, kinds: Array) -> None:
    chances = _chances(totals)
    sure, right = chances.max(axis=1), chances.argmax(axis=1) == kinds
    print(f"{name}: {right.mean():.4f} right of {len(kinds)}, mean confidence {sure.mean():.4f}")
    for low, high in ((0.0, 0.5), (0.5, 0.7), (0.7, 0.85), (0.85, 0.95), (0.95, 0.99), (0.99, 1.01)):
        inside = (sure >= low) & (sure < high)
        if inside.any():
            print(
                f"  {low:.2f}+ {inside.sum():5d} confidence {sure[inside].mean():.3f} right {right[inside].mean():.3f}"
            )


def main() -> None:
    parser = argparse.ArgumentParser(description="Learns the kinds from generated papers.")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--processes", type=int, default=2)
    wishes = parser.parse_args()
    draw: Callable[[int, int], list[Shown]] = partial(drawn, processes=wishes.processes)
    papers = draw(wishes.seed, wishes.count)
    names = columns(papers)
    fitted = fit(papers, names)
    added, step = rounded(fitted)
    kept = [index for index in range(len(names)) if added[index].any()]
    apart = {"sharpness": draw(wishes.seed + 1, wishes.count // 4), "report": draw(wishes.seed + 2, wishes.count // 4)}
    totals = {
        use: fitted.trust * np.array([p.totals for p in some]) + matrix(some, names) @ (added * step)
        for use, some in apart.items()
    }
    kinds = {use: np.array([p.kind for p in some]) for use, some in apart.items()}
    factor = sharpness(totals["sharpness"], kinds["sharpness"])
    report("by hand alone", 0.95 * np.array([p.totals for p in apart["report"]]), kinds["report"])
    report("learned", factor * totals["report"], kinds["report"])
    np.savez_compressed(
        WEIGHTS,
        kinds=np.array(_NAMES),
        names=np.frombuffer("\n".join(list(names)[i] for i in kept).encode(), dtype=np.uint8),
        added=added[kept],
        step=np.float64(step),
        trust=np.float64(fitted.trust),
        sharpness=np.float64(factor),
    )
    print(f"{WEIGHTS}: {len(kept)} pieces of evidence, {WEIGHTS.stat().st_size} bytes")


if __name__ == "__main__":
    main()
