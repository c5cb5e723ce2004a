"""A probability from named traits: what each adds in log odds, and a rising line that makes the sum honest.

The weights lie beside this file as plain arrays (`training/learn_confidence.py` makes them): no code is loaded with
them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from intake.learned.traits import Traits

FOLDER = Path(__file__).parent
VALUES, SILENCES, PAPERS = (FOLDER / f"{name}.npz" for name in ("values", "silences", "papers"))


@dataclass(frozen=True)
class Additive:
    """`weights` in log odds by the name of a trait. `sums` and `chances` are corners of the rising line from a sum of
    weights to a probability. `limit` is the least probability to act upon."""

    base: float
    weights: Mapping[str, float]
    sums: npt.NDArray[np.float64]
    chances: npt.NDArray[np.float64]
    limit: float

    def total(self, traits: Traits) -> float:
        return self.base + sum(self.weights.get(name, 0.0) * strength for name, strength in traits.items())

    def chance(self, traits: Traits) -> float:
        return float(np.interp(self.total(traits), self.sums, self.chances))

    def against(self, traits: Traits) -> list[str]:
        """What speaks against, strongest first."""
        told = {name: self.weights.get(name, 0.0) * strength for name, strength in traits.items()}
        return sorted((name for name, weight in told.items() if weight < 0), key=lambda name: told[name])


def saved(path: Path, model: Additive) -> None:
    np.savez_compressed(
        path,
        names=np.frombuffer("\n".join(model.weights).encode(), dtype=np.uint8),
        weights=np.array(list(model.weights.values()), dtype=np.float32),
        base=np.float64(model.base),
        sums=model.sums,
        chances=model.chances,
        limit=np.float64(model.limit),
    )


@cache
def loaded(path: Path) -> Additive:
    """Raises OSError or ValueError where the shipped file is missing or broken."""
    with np.load(path, allow_pickle=False) as stored:
        names = bytes(stored["names"]).decode().split("\n")
        weights = dict(zip(names, stored["weights"].tolist(), strict=True))
        return Additive(float(stored["base"]), weights, stored["sums"], stored["chances"], float(stored["limit"]))
