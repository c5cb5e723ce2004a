"""Files made to do harm, each through the whole pipeline with real workers: what is said, how long, how much memory.

    python -m benchmarks.hostile [--only WORD] [--markdown]

Each file is read in a work folder inside a folder that is watched: whatever appears there, in the directory the
command runs in, or under one of the names that the files try to be written to, was written outside. Memory is that of
all worker processes together (resident set), at its highest. The last line is JSON, the worst seconds and megabytes.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from rich.console import Console
from rich.table import Table

from benchmarks.hostile_archives import ARCHIVES, OUTSIDE
from benchmarks.hostile_mails import MAILS
from benchmarks.hostile_papers import PAPERS
from intake.config import OcrConfig
from intake.outcome import Outcome, Paper
from intake.pipeline import Limits, read_paper
from intake.process_workers import ProcessWorkers
from storage.errors import UnreadableFile

FILES = {**ARCHIVES, **MAILS, **PAPERS}
LIMITS = Limits(200, OcrConfig(("ita",), 1, 120.0, 2000))
_BETWEEN_LOOKS = 0.02
_PLACES = (Path("/"), Path("/tmp"), Path("/etc"), Path.home())


@dataclass(frozen=True, slots=True)
class Found:
    """`said` is the error's code, or what the file became; `escaped` the paths that were written outside."""

    file: str
    kilobytes: float
    said: str
    sentence: str
    seconds: float
    megabytes: float
    escaped: tuple[str, ...]


class Watch:
    """The highest memory of the worker processes since it was begun."""

    def __init__(self) -> None:
        self.highest = 0
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._end.wait(_BETWEEN_LOOKS):
            self.highest = max(self.highest, sum(_resident(child) for child in _workers()))


def _workers() -> list[psutil.Process]:
    found: list[psutil.Process] = psutil.Process().children(recursive=True)
    return found


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


@contextmanager
def _escapes(jail: Path, work: Path) -> Iterator[list[str]]:
    """What is written outside `work` meanwhile."""
    escaped: list[str] = []
    before = set(jail.rglob("*")) | set(Path.cwd().iterdir())
    yield escaped
    now = {path for path in jail.rglob("*") if not path.is_relative_to(work)} | set(Path.cwd().iterdir())
    escaped += [str(path) for path in now - before if path.name != "__pycache__"]
    escaped += [str(place / OUTSIDE) for place in _PLACES if (place / OUTSIDE).exists()]


def read(name: str, jail: Path, workers: ProcessWorkers) -> Found:
    """One of `FILES`, made and read."""
    path, work = jail / "file", jail / "work"
    path.write_bytes(FILES[name]())
    started = time.monotonic()
    with tempfile.TemporaryDirectory(dir=work) as room, _escapes(jail, work) as escaped, Watch() as watch:
        derived = Path(room) / "derived"
        inside = Path(room) / "inside"
        inside.mkdir()
        try:
            said, sentence = (
                _what_it_is(read_paper(Paper(path, "file", None, None, derived, room=inside), workers, LIMITS)),
                "",
            )
        except UnreadableFile as error:
            said, sentence = error.code, error.message.en
        seconds = time.monotonic() - started
    kilobytes = path.stat().st_size / 1000
    path.unlink()
    return Found(name, kilobytes, said, sentence, seconds, watch.highest / 1e6, tuple(escaped))


def _what_it_is(outcome: Outcome) -> str:
    if outcome.readings:
        pages = sum(len(reading.pages) for reading in outcome.readings)
        return f"read: {outcome.readings[0].kind}, {pages} pages, {len(outcome.members)} inside"
    return f"opened: {len(outcome.members)} inside"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--only", default="", help="files whose name holds this word")
    parser.add_argument("--markdown", action="store_true", help="the table as Markdown, for the documentation")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        jail = Path(folder)
        (jail / "work").mkdir()
        workers = ProcessWorkers(1, LIMITS.ocr.page_memory_megabytes, folder=jail / "work" / "workers")
        try:
            _warm_up(jail, workers)
            found = []
            for name in FILES:
                if asked.only in name:
                    found.append(read(name, jail, workers))
                    print(found[-1].file, found[-1].said, f"{found[-1].seconds:.1f}", flush=True)
        finally:
            workers.close()
    _show(found, asked.markdown)
    print(json.dumps({
        "benchmark": "hostile", "files": len(found), "worst_seconds": round(max(one.seconds for one in found), 1),
        "worst_megabytes": round(max(one.megabytes for one in found)), "escaped": sum(bool(f.escaped) for f in found),
        "processors": os.cpu_count(),
    }))  # fmt: skip


def _warm_up(jail: Path, workers: ProcessWorkers) -> None:
    """The first task starts the workers, which is not the file's fault."""
    path = jail / "file"
    path.write_text("Gentile cliente,\nin allegato la fattura.\n")
    read_paper(Paper(path, "file"), workers, LIMITS)


def _show(found: list[Found], markdown: bool) -> None:
    if markdown:
        print("| file | kB | becomes | s | MB |\n|---|---|---|---|---|")
        for one in found:
            print(f"| {one.file} | {one.kilobytes:,.0f} | {one.said} | {one.seconds:.1f} | {one.megabytes:,.0f} |")
        return
    table = Table("file", "kB", "becomes", "sentence", "s", "MB", "outside")
    for one in found:
        table.add_row(
            one.file, f"{one.kilobytes:,.0f}", one.said, one.sentence[:60], f"{one.seconds:.1f}",
            f"{one.megabytes:,.0f}", " ".join(one.escaped),
        )  # fmt: skip
    Console(width=170).print(table)


if __name__ == "__main__":
    main()
