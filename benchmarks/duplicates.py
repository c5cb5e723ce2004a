"""Measures how well papers that came twice are found among those that only look alike.

    python -m benchmarks.duplicates [--seed 71] [--invoices 1000] [--pictures 80]

Generated papers are read, understood and compared in the order in which they come, each with those before it that share
a key, as the database does it. `--pictures` of the papers that came again or only look like it, and those that they are
like, are printed, damaged as pictures and read by Tesseract, the others are misread as it misreads them. The last line
is JSON.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from intake.picture import Picture
from intake.picture_print import picture_print
from intake.read_picture import read_picture
from intake.readers.tesseract import TesseractReader
from intake.understand import understand
from storage.reading import FieldValue, Page, Source
from storage.sameness.judge import Same, judge
from storage.sameness.keys import COMMON, MOST_COMPARED, keys_of
from storage.sameness.traits import Likeness, likeness_of
from training.damage import damaged, rendered, resolution_of
from training.duplicates import Plan, Printed, plans, printed


@dataclass(frozen=True, slots=True)
class Read:
    plan: Plan
    likeness: Likeness


def read(seed: int, through_tesseract: frozenset[int], plan: Plan) -> Read:
    """A paper as the service would keep it: an e-invoice as it says, all others as they were understood."""
    paper = printed(seed, plan)
    if paper.fields is not None:
        fields = {name: FieldValue(value, 1.0, Source.XML) for name, value in paper.fields.items()}
        return Read(plan, likeness_of("invoice", fields, paper.pages))
    pages, picture = _scanned(seed, paper) if plan.number in through_tesseract else (paper.pages, None)
    found = understand(pages, None, None)
    return Read(plan, likeness_of(found.kind, found.fields, found.pages, picture))


def _scanned(seed: int, paper: Printed) -> tuple[tuple[Page, ...], bytes]:
    rng = Random(f"{seed}:{paper.plan.number}:scan")
    dpi = resolution_of(paper.plan.level, rng)
    scans = [damaged(page, dpi, paper.plan.level, rng) for page in rendered(paper.sheets.pdf(), dpi)]
    reader, pages, pictures = TesseractReader(("ita", "eng")), [], []
    with tempfile.TemporaryDirectory() as folder:
        for number, scan in enumerate(scans, 1):
            pixels = scan.pixels if scan.pixels.ndim == 2 else scan.pixels[:, :, ::-1].copy()
            seen = read_picture(Picture(pixels, scan.dpi or dpi), reader, Path(folder))
            mean = statistics.fmean([word.confidence for word in seen.words] or [0.0])
            pages.append(Page(number, *seen.size, Source.OCR, mean, seen.words))
            pictures.append(picture_print(seen.straight.pixels))
    return tuple(pages), pictures[0]


def _for_tesseract(papers: list[Plan], count: int) -> frozenset[int]:
    """`count` of those that came again or only look like it, and with each the paper that it is like."""
    levels = {plan.number: plan.level for plan in papers}
    fit = [plan for plan in papers if plan.form != "first" and plan.level not in ("digital", "xml")][:count]
    numbers = {number for plan in fit for number in (plan.number, plan.base)}
    return frozenset(number for number in numbers if levels[number] != "digital")


@dataclass
class Tally:
    """What became of the papers that came again (`same`), and of the pairs that were called the same."""

    papers: int = 0
    same: int = 0
    under_keys: int = 0
    found: Counter[bool] = field(default_factory=Counter)
    certain: Counter[bool] = field(default_factory=Counter)
    wrong_forms: Counter[str] = field(default_factory=Counter)
    missed_forms: Counter[str] = field(default_factory=Counter)
    candidates: list[int] = field(default_factory=list)
    milliseconds: list[float] = field(default_factory=list)


def compared(papers: Iterable[Read]) -> Tally:
    tally = Tally()
    known: dict[int, Likeness] = {}
    index: defaultdict[str, list[int]] = defaultdict(list)
    for paper in papers:
        keys = keys_of(paper.likeness)
        shared = Counter(number for key in keys if len(index[key]) < COMMON for number in index[key])
        candidates = [number for number, _ in shared.most_common(MOST_COMPARED)]
        _judged(tally, paper, {number: known[number] for number in candidates})
        known[paper.plan.number] = paper.likeness
        for key in keys:
            index[key].append(paper.plan.number)
    return tally


def _judged(tally: Tally, paper: Read, candidates: dict[int, Likeness]) -> None:
    tally.papers += 1
    tally.candidates.append(len(candidates))
    tally.under_keys += paper.plan.same_as in candidates
    called = set()
    for number, likeness in candidates.items():
        started = time.perf_counter()
        verdict = judge(paper.likeness, likeness)
        tally.milliseconds.append(1000 * (time.perf_counter() - started))
        if verdict.same is not Same.NO:
            called.add(number)
            right = number == paper.plan.same_as
            tally.found[right] += 1
            tally.certain[right] += verdict.same is Same.CERTAIN
            tally.wrong_forms[paper.plan.form] += not right
    if paper.plan.same_as is not None:
        tally.same += 1
        tally.missed_forms[f"{paper.plan.form}, {paper.plan.level}"] += paper.plan.same_as not in called


def figures(tally: Tally) -> dict[str, Any]:
    return {
        "papers": tally.papers,
        "came_again": tally.same,
        "precision": round(tally.found[True] / max(1, tally.found.total()), 4),
        "recall": round(tally.found[True] / max(1, tally.same), 4),
        "recall_of_keys": round(tally.under_keys / max(1, tally.same), 4),
        "certain": tally.certain[True],
        "certain_wrongly": tally.certain[False],
        "wrongly_by_form": dict(+tally.wrong_forms),
        "missed_by_form": dict(+tally.missed_forms),
        "candidates_mean": round(statistics.fmean(tally.candidates), 2),
        "candidates_most": max(tally.candidates),
        "milliseconds_median": round(statistics.median(tally.milliseconds or [0.0]), 3),
    }


def all_read(seed: int, invoices: int, pictures: int, processes: int) -> Iterator[Read]:
    papers = plans(seed, invoices, invoices / 1000)
    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(partial(read, seed, _for_tesseract(papers, pictures)), papers, chunksize=5)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=71)
    parser.add_argument("--invoices", type=int, default=1000, help="near misses among them; an eighth as many again")
    parser.add_argument("--pictures", type=int, default=80)
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    tally = compared(all_read(given.seed, given.invoices, given.pictures, given.processes))
    print(json.dumps(figures(tally)))


if __name__ == "__main__":
    main()
