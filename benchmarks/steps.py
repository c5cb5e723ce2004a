"""Where the time of a scanned page goes, step by step, in processor seconds.

    python -m benchmarks.steps FOLDER [--every 1] [--policy auto]

Every scan of the folder is read in one process. What the engines, Tesseract and the second reader, do not take is ours.
The last line is JSON: seconds per page by step, and our share.
"""

from __future__ import annotations

import argparse
import json
import resource
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from intake.config import SecondReader
from intake.media import IMAGES, PDF, TIFF, media_type
from intake.page_images import write_page_image
from intake.picture import Picture
from intake.read_again import read_again
from intake.read_picture import read_picture
from intake.readers.images import frame_count, read_frame
from intake.readers.page_reader import LineReader
from intake.readers.pdf_pages import facts_of, open_page, page_count, reading_dpi, render
from intake.readers.rapid import RapidReader
from intake.readers.tesseract import TesseractReader
from intake.readers.text_layer import believable
from intake.searchable_pdf import write_searchable_pdf
from intake.understand import understand
from storage.reading import Box, Page, Source, Word

_TESSERACT, _SECOND = "Tesseract", "second reader"
_PREPARE, _FUSE = "prepare, turn", "doubt, fuse"
Words = tuple[Word, ...]


@dataclass
class Clock:
    """Processor seconds by step, of this process and of those it waited for. A step within a step counts for itself."""

    spent: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    _within: list[float] = field(default_factory=list)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        started = _seconds()
        self._within.append(0.0)
        try:
            yield
        finally:
            took = _seconds() - started
            self.spent[name] += took - self._within.pop()
            if self._within:
                self._within[-1] += took


def _seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


class TimedTesseract:
    def __init__(self, clock: Clock) -> None:
        self._clock, self._reader = clock, TesseractReader(("ita", "eng"))

    def read(self, image: Path, dpi: int) -> Words:
        with self._clock.step(_TESSERACT):
            return self._reader.read(image, dpi)


class TimedSecond:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._reader: LineReader = RapidReader()

    def read(self, image: Path, dpi: int) -> Words:
        with self._clock.step(_SECOND):
            return self._reader.read(image, dpi)

    def read_lines(self, image: Path, lines: Sequence[Box]) -> Words:
        with self._clock.step(_SECOND):
            return self._reader.read_lines(image, lines)


def _picture(path: Path, media: str, number: int) -> Picture | None:
    """None for a page that carries its own text."""
    if media != PDF:
        return read_frame(path, number)
    with open_page(path, number) as page:
        facts = facts_of(page)
        return None if believable(facts) else render(page, reading_dpi(facts))


def _read(path: Path, media: str, number: int, clock: Clock, policy: SecondReader, folder: Path) -> Page | None:
    with clock.step("decode"):
        picture = _picture(path, media, number)
    if picture is None:
        return None
    with clock.step(_PREPARE):
        reading = read_picture(picture, TimedTesseract(clock), folder)
    with clock.step(_FUSE):
        words, again = read_again(reading.words, reading.straight, TimedSecond(clock), policy, folder)
    with clock.step("page image"):
        write_page_image(picture, reading.steps, folder, number)
    return Page(number, *reading.size, Source.OCR, 1.0, words, (*reading.steps, *again))


def read_all(paths: Sequence[Path], policy: SecondReader, clock: Clock) -> int:
    """How many scanned pages were read."""
    count = 0
    for path in paths:
        media = media_type(path)
        if media not in IMAGES | {PDF}:
            continue
        last = page_count(path) if media == PDF else frame_count(path) if media == TIFF else 1
        with tempfile.TemporaryDirectory(prefix="steps-") as name:
            folder = Path(name)
            read = [_read(path, media, number, clock, policy, folder) for number in range(1, last + 1)]
            pages = [page for page in read if page]
            if pages:
                with clock.step("searchable PDF"):
                    write_searchable_pdf(path, media, pages, folder / "searchable.pdf")
                with clock.step("understand"):
                    understand(pages, None, None)
        count += len(pages)
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1, help="read only every so many files")
    parser.add_argument("--policy", choices=("never", "auto", "always"), default="auto")
    given = parser.parse_args()
    clock = Clock()
    pages = read_all(sorted(given.folder.iterdir())[:: given.every], given.policy, clock)
    table = Table("step", "seconds a page", "share", title=f"{pages} pages, second reader: {given.policy}")
    total = sum(clock.spent.values()) or 1.0
    for step, seconds in sorted(clock.spent.items(), key=lambda entry: -entry[1]):
        table.add_row(step, f"{seconds / max(1, pages):.3f}", f"{seconds / total:.1%}")
    Console(width=100).print(table)
    ours = 1 - (clock.spent[_TESSERACT] + clock.spent[_SECOND]) / total
    by_step = {step: round(seconds / max(1, pages), 4) for step, seconds in clock.spent.items()}
    print(json.dumps({"pages": pages, "seconds": by_step, "ours": round(ours, 3)}))


if __name__ == "__main__":
    main()
