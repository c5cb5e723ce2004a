"""What generated papers taught beyond the weights set by hand: for each piece of evidence what it adds to each kind.

The weights lie beside this file as plain arrays (`training/learn_kinds.py` makes them): no code is loaded with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from storage.kinds import KINDS

WEIGHTS = Path(__file__).with_name("weights.npz")


@dataclass(frozen=True)
class Learned:
    """`trust` multiplies the weights set by hand; `added` has a row for each name in `rows`, a column for each kind in
    the order of KINDS, in log odds; `sharpness` makes probabilities of the totals."""

    trust: float
    sharpness: float
    rows: Mapping[str, int]
    added: npt.NDArray[np.float32]

    def of(self, evidence: Iterable[tuple[str, float]]) -> dict[str, dict[str, float]]:
        """For each kind what each known piece of evidence, given with its strength, adds to it."""
        known = [
            (name, strength * self.added[row])
            for name, strength in evidence
            if (row := self.rows.get(name)) is not None
        ]
        return {
            kind: {name: float(adds[column]) for name, adds in known if adds[column]}
            for column, kind in enumerate(KINDS)
        }


@cache
def learned() -> Learned:
    """Raises OSError or ValueError where the shipped file is missing or broken."""
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        if stored["kinds"].tolist() != list(KINDS):
            raise ValueError(f"{WEIGHTS.name} was learned for other kinds: run training.learn_kinds again")
        names = bytes(stored["names"]).decode().split("\n")
        added = stored["added"].astype(np.float32) * float(stored["step"])
        return Learned(float(stored["trust"]), float(stored["sharpness"]), {n: i for i, n in enumerate(names)}, added)
