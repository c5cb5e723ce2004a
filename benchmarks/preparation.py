"""What each step of preparing a page gives and costs: scanned papers read with all steps, and with each one left out.

    python -m benchmarks.preparation TRUTH.jsonl FOLDER [--every 1] [--processes 2]

Tesseract alone reads. A step is left out only where it was taken: elsewhere nothing changes. `with` and `without` are
the mean shares of the papers' words (tokens of three letters or digits and more) that were read; a paper counts as
better where the step gave it words. Milliseconds are processor time a page, of preparation without the reading:
the median of what the step takes where it is taken. The tables are in Markdown; the last line is JSON.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from statistics import mean, median

from benchmarks.truth import Truth, truths
from intake.media import PDF, TIFF, media_type
from intake.page_task import PageTask, count_pages, picture_of
from intake.picture import Picture
from intake.preparation.slant import lines_run_upwards
from intake.prepare import EVERY_STEP, clean, ready
from intake.read_picture import PictureReading, read_picture
from intake.readers.tesseract import TesseractReader

_LANGUAGES = ("ita", "eng")
_WORD = re.compile(r"[^\W_]\w{2,}")
_OWN_TEXT = "digital"  # the level of papers that are not read from pictures
_STEPS = ("perspective", "turn", "deskew", "light", "colour", "dots", "specks", "rules", "upscale")
_LEVELS = ("clean", "office", "photo", "poor")
_REPEATED = 2


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A paper on which `step` was taken: its recall with all steps and without this one, and its milliseconds."""

    step: str
    level: str
    recall: float
    without: float
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """A paper read with all steps: `milliseconds` are those of preparing one page."""

    level: str
    recall: float
    milliseconds: float
    left_out: tuple[LeftOut, ...]


def outcome(paper: tuple[Path, Truth]) -> Outcome:
    path, truth = paper
    pictures = list(_pictures(path))
    readings = [_read(picture, EVERY_STEP) for picture in pictures]
    recall = _recall(truth, readings)
    spent = [_milliseconds(picture, EVERY_STEP) for picture in pictures]
    left_out = []
    for step in _STEPS:
        taken = [any(done["step"] == step for done in reading.steps) for reading in readings]
        if not any(taken):
            continue
        fewer = EVERY_STEP - {step}
        others = [
            _read(picture, fewer) if was else reading
            for picture, reading, was in zip(pictures, readings, taken, strict=True)
        ]
        saved = [
            full - _milliseconds(picture, fewer)
            for picture, full, was in zip(pictures, spent, taken, strict=True)
            if was
        ]
        left_out.append(LeftOut(step, truth.degradation, recall, _recall(truth, others), mean(saved)))
    return Outcome(truth.degradation, recall, mean(spent), tuple(left_out))


def _pictures(path: Path) -> Iterator[Picture]:
    type = media_type(path)
    numbers = range(1, (count_pages(path, type) if type in (PDF, TIFF) else 1) + 1)
    for number in numbers:
        yield picture_of(PageTask(path, type, number, _LANGUAGES, None))


def _read(picture: Picture, wanted: frozenset[str]) -> PictureReading:
    with tempfile.TemporaryDirectory(prefix="page-") as folder:
        return read_picture(picture, TesseractReader(_LANGUAGES), Path(folder), wanted)


def _recall(truth: Truth, readings: Iterable[PictureReading]) -> float:
    text = " ".join(word.text for reading in readings for word in reading.words)
    printed, read = (Counter(_WORD.findall(text.lower())) for text in (truth.text, text))
    return (printed & read).total() / max(1, printed.total())


def _milliseconds(picture: Picture, wanted: frozenset[str]) -> float:
    def once() -> float:
        before = time.process_time()
        cleaned = clean(picture, wanted)
        degrees = 90 if "turn" in wanted and lines_run_upwards(cleaned.ink) else 0
        ready(cleaned, degrees, wanted)
        return 1000 * (time.process_time() - before)

    return min(once() for _ in range(_REPEATED))


def _row(of: Sequence[LeftOut]) -> dict[str, float]:
    return {
        "papers": len(of),
        "with": round(mean(one.recall for one in of), 4),
        "without": round(mean(one.without for one in of), 4),
        "better": round(mean(one.recall > one.without for one in of), 3),
        "worse": round(mean(one.recall < one.without for one in of), 3),
        "milliseconds": round(median(one.milliseconds for one in of), 1),
    }


def _by_step(outcomes: Sequence[Outcome]) -> dict[str, dict[str, dict[str, float]]]:
    every = [one for paper in outcomes for one in paper.left_out]
    report: dict[str, dict[str, dict[str, float]]] = {}
    for step in _STEPS:
        for level in ("all", *_LEVELS):
            of = [one for one in every if one.step == step and level in ("all", one.level)]
            if of:
                report.setdefault(step, {})[level] = _row(of)
    return report


def _totals(outcomes: Sequence[Outcome]) -> dict[str, dict[str, float]]:
    report = {}
    for level in ("all", *_LEVELS):
        of = [one for one in outcomes if level in ("all", one.level)]
        if of:
            report[level] = {
                "papers": len(of),
                "recall": round(mean(one.recall for one in of), 4),
                "milliseconds": round(median(one.milliseconds for one in of), 1),
            }
    return report


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    for cells in (head, ["---"] * len(head), *rows):
        print("| " + " | ".join(str(cell) for cell in cells) + " |")
    print()


def _show(totals: Mapping[str, dict[str, float]], steps: Mapping[str, Mapping[str, dict[str, float]]]) -> None:
    _table(("damage", "papers", "recall", "ms a page"), [(level, *row.values()) for level, row in totals.items()])
    head = ("step", "damage", "papers", "with", "without", "better", "worse", "ms a page")
    _table(head, [(step, level, *row.values()) for step, levels in steps.items() for level, row in levels.items()])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("truth", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1, help="read only every so many papers")
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    scanned = [truth for truth in truths(given.truth) if truth.degradation != _OWN_TEXT][:: given.every]
    with Pool(given.processes) as pool:
        outcomes = list(pool.imap_unordered(outcome, [(given.folder / truth.file, truth) for truth in scanned]))
    totals, steps = _totals(outcomes), _by_step(outcomes)
    _show(totals, steps)
    print(json.dumps({"all steps": totals, "left out": steps}))


if __name__ == "__main__":
    main()
