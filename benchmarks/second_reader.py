"""What the second reader gives and costs, for each policy side by side, on labelled papers.

    python -m benchmarks.second_reader TRUTH.jsonl FOLDER [--every 1] [--processes 2]

Every scanned paper is read as each policy says, through the same pipeline as the service reads it: what makes no sense
is looked at again. Its pictures are prepared and read by Tesseract once, and that time counts for each policy. The
seconds are processor time of reading, not of understanding and of loading the models. `figures` is the share of the
figures on the papers (amounts, dates, numbers) that were read exactly, `words` that of the words. A paper reads well
where Tesseract is sure of its letters at 0.93 in the mean. The last line is JSON.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from multiprocessing import Pool
from pathlib import Path
from statistics import mean, median
from typing import Any, Generic, TypeVar, cast

from PIL import Image
from rich.console import Console
from rich.table import Table

from app.contract import reading_object
from benchmarks.reading import tallied
from benchmarks.truth import Truth, truths
from intake import tasks
from intake.config import OcrConfig, SecondReader
from intake.media import PDF, media_type
from intake.outcome import Paper
from intake.page_task import PageTask, confidence_of, picture_of
from intake.pipeline import Limits, read_paper
from intake.read_again import read_again
from intake.read_picture import PictureReading, read_picture
from intake.readers.pdf_pages import facts_of, open_page
from intake.readers.rapid import RapidReader
from intake.readers.tesseract import TesseractReader
from intake.readers.text_layer import believable
from intake.workers import Job
from storage.reading import Box, Page, Source

_LANGUAGES = ("ita", "eng")
_POLICIES: tuple[SecondReader, ...] = ("never", "auto", "always")
_FIGURE = re.compile(r"\d[\d.,/]*\d")
_WORD = re.compile(r"\S{3,}")
_SPOILT = ("poor", "photo")
_READS_WELL = 0.93
_LIMITS = (600.0, 4096)  # seconds, megabytes: none for a benchmark
_MOST_MEGABYTES = 1000

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One paper read by one policy. `whole` says whether a page of it was read again as a whole, `looked_at` whether it
    made no sense at first, `sure` how sure Tesseract was of its letters."""

    truth: Truth
    read: dict[str, Any]
    words: float
    figures: float
    seconds: float
    whole: bool
    sure: float
    looked_at: bool


@dataclass(frozen=True, slots=True)
class _Paper:
    path: Path
    truth: Truth


class _Done(Generic[Result]):
    """A task that was done at once."""

    def __init__(self, result: Result) -> None:
        self._result = result

    def result(self) -> Result:
        return self._result

    def cancel(self) -> None:
        pass


@dataclass
class _HereAndNow:
    """Workers that are this process, and count its seconds of reading since they follow `policy`."""

    policy: SecondReader = "never"
    seconds: float = 0.0
    looked_at: bool = False
    size: int = 1
    _first: dict[int, tuple[PictureReading, float]] = field(default_factory=dict)

    def follow(self, policy: SecondReader) -> None:
        self.policy, self.seconds, self.looked_at = policy, 0.0, False

    def submit(self, timeout: float, task: Callable[..., Result], *arguments: object) -> Job[Result]:
        del timeout
        if task is tasks.read_page:
            task = cast("Callable[..., Result]", self._read_page)
        elif task is tasks.look_again:
            self.looked_at = True
        before = _seconds()
        result = task(*arguments)
        if task is not tasks.understand:
            self.seconds += _seconds() - before
        return _Done(result)

    def close(self) -> None:
        self._first.clear()

    def sureness(self) -> float:
        return mean(confidence_of(first.words) for first, _ in self._first.values())

    def _read_page(self, path: Path, type: str, number: int, *_: object) -> Page:
        """As the service's workers do, but that Tesseract's part is kept for the next policy."""
        if number not in self._first:
            before = _seconds()
            picture = picture_of(PageTask(path, type, number, _LANGUAGES, None))
            with tempfile.TemporaryDirectory() as folder:
                read = read_picture(picture, TesseractReader(_LANGUAGES), Path(folder))
            self._first[number] = read, _seconds() - before
        else:
            self.seconds += self._first[number][1]
        first = self._first[number][0]
        with tempfile.TemporaryDirectory() as folder:
            words, again = read_again(first.words, first.straight, RapidReader(), self.policy, Path(folder))
        steps = (*first.steps, *again)
        return Page(number, *first.size, Source.OCR, confidence_of(words), words, steps)


def outcomes(paper: _Paper) -> dict[str, Outcome]:
    """By policy; nothing for a paper that carries its own text."""
    if not _is_scan(paper.path):
        return {}
    workers = _HereAndNow()
    found: dict[str, Outcome] = {}
    for policy in _POLICIES:
        workers.follow(policy)
        limits = Limits(_MOST_MEGABYTES, OcrConfig(_LANGUAGES, 1, *_LIMITS, policy))
        (reading,) = read_paper(Paper(paper.path, paper.path.name), workers, limits).readings
        text = "\n".join(page.text for page in reading.pages)
        found[policy] = Outcome(
            paper.truth,
            reading_object(paper.path.name, reading),
            _share(_WORD, paper.truth.text, text),
            _share(_FIGURE, paper.truth.text, text),
            workers.seconds,
            any(step.get("pieces") == "all" for page in reading.pages for step in page.preparation),
            workers.sureness(),
            workers.looked_at,
        )
    return found


def _is_scan(path: Path) -> bool:
    if media_type(path) != PDF:
        return True
    with open_page(path, 1) as page:
        return not believable(facts_of(page))


def _load() -> None:
    """The models, so that no paper pays for them."""
    with tempfile.TemporaryDirectory() as folder:
        image = Path(folder) / "line.pgm"
        Image.new("L", (320, 48), 255).save(image)
        RapidReader().read_lines(image, [Box(0, 0, 1, 1)])


def _seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _share(pattern: re.Pattern[str], wanted: str, read: str) -> float:
    printed, found = (Counter(pattern.findall(text.lower())) for text in (wanted, read))
    return (printed & found).total() / max(1, printed.total())


def _row(of: Sequence[Outcome]) -> dict[str, float]:
    tally = tallied((one.truth, one.read) for one in of)
    return {
        "papers": len(of),
        "words": round(mean(one.words for one in of), 4),
        "figures": round(mean(one.figures for one in of), 4),
        "fields_f1": round(tally.all.f1, 4),
        "kinds": round(tally.kinds[True] / len(of), 4),
        "seconds": round(mean(one.seconds for one in of), 3),
        "median_seconds": round(median(one.seconds for one in of), 3),
        "read_whole_again": round(mean(one.whole for one in of), 3),
        "looked_at_again": round(mean(one.looked_at for one in of), 3),
    }


def _sides(all_outcomes: Sequence[dict[str, Outcome]]) -> dict[str, list[dict[str, Outcome]]]:
    def where(keep: Iterable[bool]) -> list[dict[str, Outcome]]:
        return [one for one, kept in zip(all_outcomes, keep, strict=True) if kept]

    first = [one["never"] for one in all_outcomes]
    return {
        "all": list(all_outcomes),
        "made on": where(not one.truth.is_for_checking for one in first),
        "checked on": where(one.truth.is_for_checking for one in first),
        "poor and photo": where(one.truth.degradation in _SPOILT for one in first),
        "clean and office": where(one.truth.degradation not in _SPOILT for one in first),
        "reads well": where(one.sure >= _READS_WELL for one in first),
        "reads less well": where(one.sure < _READS_WELL for one in first),
    }


def _shares(rows: Mapping[SecondReader, dict[str, float]]) -> dict[str, float]:
    """How much of what `always` gains and costs `auto` gains and costs."""
    never, auto, always = (rows[policy] for policy in _POLICIES)
    shares = {
        name: round((auto[name] - never[name]) / ((always[name] - never[name]) or 1.0), 3)
        for name in ("words", "figures", "fields_f1", "seconds")
    }
    return {**shares, "seconds_more_than_never": round(auto["seconds"] / never["seconds"] - 1, 3)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("truth", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1, help="read only every so many papers")
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    papers = [_Paper(given.folder / truth.file, truth) for truth in truths(given.truth)][:: given.every]
    with Pool(given.processes, _load) as pool:
        read = [one for one in pool.imap_unordered(outcomes, papers) if one]
    report: dict[str, Any] = {}
    for side, of in _sides(read).items():
        if of:
            rows = {policy: _row([one[policy] for one in of]) for policy in _POLICIES}
            report[side] = {**rows, "auto_of_always": _shares(rows)}
            _show(side, rows)
            print(report[side]["auto_of_always"])
    print(json.dumps(report))


def _show(side: str, rows: Mapping[SecondReader, dict[str, float]]) -> None:
    table = Table(side, *next(iter(rows.values())))
    for policy, row in rows.items():
        table.add_row(policy, *(f"{value:g}" for value in row.values()))
    Console(width=150).print(table)


if __name__ == "__main__":
    main()
