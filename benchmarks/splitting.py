"""Measures how well piles of paper are split into their documents.

    python -m benchmarks.splitting [--seed 81] [--piles 200] [--level poor]

Piles of generated papers as a reader gives their pages (see `training.piles`). Counted are the places where a document
begins: those that would be split without asking, and those that would be asked about. The last line is JSON.
"""

from __future__ import annotations

import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial

from intake.firms import NOBODY
from intake.read_pile import plan
from training.generate import LEVELS
from training.piles import pile


@dataclass(frozen=True, slots=True)
class Counted:
    """Beginnings of documents: `true` of them there are; of those found, `right` and `wrong`, by whether it asks."""

    true: int
    sure_right: int = 0
    sure_wrong: int = 0
    asked_right: int = 0
    asked_wrong: int = 0


def _measured(seed: int, level: str | None, number: int) -> Counted:
    made = pile(seed, number, level)
    pages, begins = made.pages, made.begins
    found = plan(pages, None, NOBODY)
    firsts = {segment.pages[0] for segment in found.segments}
    first = min(begins)
    right, wrong = len((firsts & begins) - {first}), len(firsts - begins - {first})
    true = len(begins) - 1
    if found.is_sure:
        return Counted(true, sure_right=right, sure_wrong=wrong)
    return Counted(true, asked_right=right, asked_wrong=wrong)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=81)
    parser.add_argument("--piles", type=int, default=200)
    parser.add_argument("--level", choices=list(LEVELS), help="how well all pages read; drawn for each pile if missing")
    wanted = parser.parse_args()
    with ProcessPoolExecutor(2) as pool:
        all_piles = list(pool.map(partial(_measured, wanted.seed, wanted.level), range(wanted.piles), chunksize=4))
    true = sum(pile.true for pile in all_piles)
    sure_right, sure_wrong = (sum(getattr(p, name) for p in all_piles) for name in ("sure_right", "sure_wrong"))
    asked_right, asked_wrong = (sum(getattr(p, name) for p in all_piles) for name in ("asked_right", "asked_wrong"))
    told = {
        "piles": wanted.piles,
        "beginnings": true,
        "split_without_asking": sure_right + sure_wrong,
        "precision_without_asking": round(sure_right / max(1, sure_right + sure_wrong), 4),
        "recall_with_proposals": round((sure_right + asked_right) / max(1, true), 4),
        "precision_of_proposals": round(asked_right / max(1, asked_right + asked_wrong), 4),
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
