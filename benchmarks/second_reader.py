"""What the second reader gives and costs, for each policy side by side, on labelled papers.

    python -m benchmarks.second_reader TRUTH.jsonl FOLDER [--every 1] [--processes 2]

Every scanned paper is read three times, each time as the policy says, and understood; the seconds are processor time of
the page's reading alone, Tesseract's included. `figures` is the share of the figures on the papers (amounts, dates,
numbers) that were read exactly, `words` that of the words. The last line is JSON.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from statistics import mean, median
from typing import Any

from rich.console import Console
from rich.table import Table

from app.contract import reading_object
from benchmarks.reading import tallied
from benchmarks.truth import Truth, truths
from intake.config import SecondReader
from intake.media import PDF, media_type
from intake.page_task import PageTask, count_pages, read_page
from intake.understand import understand
from storage.reading import Page, Source

_LANGUAGES = ("ita", "eng")
_POLICIES: tuple[SecondReader, ...] = ("never", "auto", "always")
_FIGURE = re.compile(r"\d[\d.,/]*\d")
_WORD = re.compile(r"\S{3,}")
_SPOILT = ("poor", "photo")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One paper read by one policy. `whole` says whether a page of it was read again as a whole."""

    truth: Truth
    read: dict[str, Any]
    words: float
    figures: float
    seconds: float
    whole: bool


@dataclass(frozen=True, slots=True)
class _Paper:
    path: Path
    truth: Truth


def outcomes(paper: _Paper) -> dict[str, Outcome]:
    """By policy; nothing for a paper that carries its own text."""
    found: dict[str, Outcome] = {}
    for policy in _POLICIES:
        before = _seconds()
        pages = _pages(paper.path, policy)
        seconds = _seconds() - before
        if not any(page.source is Source.OCR for page in pages):
            return {}
        text = "\n".join(page.text for page in pages)
        found[policy] = Outcome(
            paper.truth,
            reading_object(paper.path.name, understand(pages, None, None)),
            _share(_WORD, paper.truth.text, text),
            _share(_FIGURE, paper.truth.text, text),
            seconds,
            any(step.get("pieces") == "all" for page in pages for step in page.preparation),
        )
    return found


def _pages(path: Path, policy: SecondReader) -> tuple[Page, ...]:
    type = media_type(path)
    numbers = range(1, (count_pages(path, type) if type == PDF or path.suffix == ".tif" else 1) + 1)
    return tuple(read_page(PageTask(path, type, number, _LANGUAGES, None, policy)) for number in numbers)


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
    }


def _shares(rows: Mapping[SecondReader, dict[str, float]]) -> dict[str, float]:
    """How much of what `always` gains and costs `auto` gains and costs."""
    never, auto, always = (rows[policy] for policy in _POLICIES)
    return {
        name: round((auto[name] - never[name]) / ((always[name] - never[name]) or 1.0), 3)
        for name in ("words", "figures", "fields_f1", "seconds")
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("truth", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1, help="read only every so many papers")
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    papers = [_Paper(given.folder / truth.file, truth) for truth in truths(given.truth)][:: given.every]
    with Pool(given.processes) as pool:
        read = [one for one in pool.imap_unordered(outcomes, papers) if one]
    report: dict[str, Any] = {}
    for side, of in _sides(read).items():
        if of:
            rows = {policy: _row([one[policy] for one in of]) for policy in _POLICIES}
            report[side] = {**rows, "auto_of_always": _shares(rows)}
            _show(side, rows)
    print(json.dumps(report))


def _show(side: str, rows: Mapping[SecondReader, dict[str, float]]) -> None:
    table = Table(side, *next(iter(rows.values())))
    for policy, row in rows.items():
        table.add_row(policy, *(f"{value:g}" for value in row.values()))
    Console(width=140).print(table)


if __name__ == "__main__":
    main()
