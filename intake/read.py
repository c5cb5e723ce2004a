"""The read step: a file -> its pages of words, and beside them what the web and the archive show of it.

    page count ─> each page by itself, in parallel, on the workers ─> searchable PDF of the scanned ones

Everything that parses a file runs in a worker. A page that kills, hangs or overfills its worker is tried once more;
when that fails too, the page is kept without words and says so, the other pages are kept as read.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from intake import tasks
from intake.config import OcrConfig, SecondReader, second_reader_installed
from intake.errors import PageFailed, TooManyPages
from intake.media import TEXT
from intake.office.types import OFFICE
from intake.workers import Job, OutOfMemory, TimedOut, WorkerDied, WorkerFailure, Workers, WorkersClosed
from storage.archive import SEARCHABLE
from storage.errors import Message, UnreadableFile
from storage.reading import Page, Source

MAX_PAGES = 1000

_A4_POINTS = (595, 842)

Result = TypeVar("Result")

log = logging.getLogger(__name__)


def read_pages(
    path: Path, media_type: str, workers: Workers, config: OcrConfig, derived: Path | None = None
) -> tuple[Page, ...]:
    """All pages of the file. The folder `derived` gets `<n>.webp`, `thumb.webp` and, for scans, `searchable.pdf`.

    `media_type` is one of `intake.media` but not an e-invoice. Raises UnreadableFile (the file is to be set aside; for
    `PageFailed` no page at all could be read) and WorkersClosed (the service is ending; nothing is to be recorded)."""
    seconds = config.page_timeout_seconds
    if derived:
        derived.mkdir(parents=True, exist_ok=True)
    if media_type in OFFICE:
        return run_whole(workers, seconds, tasks.read_office, path, media_type, path.name[:8], derived)
    if media_type == TEXT:
        return run_whole(workers, seconds, tasks.read_text, path, MAX_PAGES)
    count = run_whole(workers, seconds, tasks.count_pages, path, media_type)
    if count > MAX_PAGES:
        raise TooManyPages(pages=count, limit=MAX_PAGES)
    attempts = _PageAttempts(path, media_type, workers, config, derived)
    pages = tuple(_in_order(attempts, count))
    _refuse_if_nothing_read(pages, path)
    _write_searchable(attempts, pages)
    return pages


def look_again(
    path: Path,
    media_type: str,
    pages: tuple[Page, ...],
    workers: Workers,
    config: OcrConfig,
    derived: Path | None = None,
    *,
    figures: bool,
) -> tuple[Page, ...]:
    """The pages with what is less sure on them read by the second reader too, where the policy is `auto`.

    For a document that made no sense: a value that must be there is missing or, with `figures`, a sum does not agree.
    A page on which that fails stays as it was. Raises WorkersClosed."""
    if second_reader_of(config) != "auto":
        return pages
    attempts = _PageAttempts(path, media_type, workers, config, derived)
    jobs = {page.number: attempts.look_again(page, figures) for page in pages if _can_be_read_again(page)}
    again = tuple(_result_or(page, jobs.get(page.number)) for page in pages)
    if again != pages:
        _write_searchable(attempts, again)
    return again


def _can_be_read_again(page: Page) -> bool:
    """Whether it was read from a picture, and not by both readers already."""
    return page.source is Source.OCR and not any(step.get("pieces") == "all" for step in page.preparation)


def _result_or(page: Page, job: Job[Page] | None) -> Page:
    if job is None:
        return page
    try:
        return job.result()
    except WorkersClosed:
        raise
    except (WorkerFailure, UnreadableFile) as error:
        log.warning("Page %d could not be looked at again: %s", page.number, error)
        return page


@cache
def is_installed() -> bool:
    found = second_reader_installed()
    if not found:
        log.warning("rapidocr is not installed: pages are read by Tesseract alone.")
    return found


def second_reader_of(config: OcrConfig) -> SecondReader:
    """What is wanted, as far as there is a second reader; told once in the log where there is none."""
    return config.second_reader if config.second_reader != "never" and is_installed() else "never"


def page_failure(page: Page) -> str:
    """Why the page could not be read: a `WorkerFailure.code`, empty where it was read."""
    return next((str(step["why"]) for step in page.preparation if step["step"] == "failed"), "")


def _refuse_if_nothing_read(pages: tuple[Page, ...], path: Path) -> None:
    failed = [page for page in pages if page_failure(page)]
    if failed:
        log.warning("%s: %d of %d pages could not be read.", path.name, len(failed), len(pages))
    if failed and len(failed) == len(pages):
        raise _page_failed(failed[0].number, page_failure(failed[0]))


def _page_failed(number: int, code: str) -> PageFailed:
    why = next(kind.why for kind in (TimedOut, OutOfMemory, WorkerDied, WorkerFailure) if kind.code == code)
    template = PageFailed.message
    return PageFailed(Message(template.it.format(page=number, why=why.it), template.en.format(page=number, why=why.en)))


def run_whole(workers: Workers, seconds: float, task: Callable[..., Result], *arguments: object) -> Result:
    """A task for the file as a whole, tried twice. Raises UnreadableFile, WorkersClosed."""
    try:
        return _twice(lambda: workers.submit(seconds, task, *arguments))
    except WorkersClosed:
        raise
    except WorkerFailure as failure:
        raise _page_failed(1, failure.code) from failure


def _twice(hand_over: Callable[[], Job[Result]], first: Job[Result] | None = None) -> Result:
    """The result of a task that is handed over once more where its worker failed. Raises WorkerFailure."""
    try:
        return (first or hand_over()).result()
    except WorkersClosed:
        raise
    except WorkerFailure as failure:
        log.warning("A worker failed (%s); trying once more. %s", failure.code, failure)
    return hand_over().result()


@dataclass(frozen=True, slots=True)
class _PageAttempts:
    """What it takes to read any page of one file."""

    path: Path
    media_type: str
    workers: Workers
    config: OcrConfig
    derived: Path | None

    def hand_over(self, number: int) -> Job[Page]:
        second = second_reader_of(self.config)
        task = (self.path, self.media_type, number, self.config.languages, self.derived, second)
        return self.workers.submit(self.config.page_timeout_seconds, tasks.read_page, *task)

    def look_again(self, page: Page, figures: bool) -> Job[Page]:
        task = (self.path, self.media_type, page, figures)
        return self.workers.submit(self.config.page_timeout_seconds, tasks.look_again, *task)

    def page(self, number: int, first: Job[Page]) -> Page:
        """The page, or a page without words that says why. Raises UnreadableFile, WorkersClosed."""
        try:
            return _twice(lambda: self.hand_over(number), first)
        except WorkersClosed:
            raise
        except WorkerFailure as failure:
            log.error("Page %d of %s could not be read: %s %s", number, self.path.name, failure.code, failure)
            width, height = self._shown(number)
            steps = ({"step": "failed", "why": failure.code},)
            return Page(number, width, height, Source.OCR, 0.0, (), steps)

    def _shown(self, number: int) -> tuple[int, int]:
        """The size of a page that could not be read; its picture is made for the web where that works at least."""
        task = (self.path, self.media_type, number, self.derived)
        try:
            return self.workers.submit(self.config.page_timeout_seconds, tasks.show_page, *task).result()
        except WorkersClosed:
            raise
        except (WorkerFailure, UnreadableFile):
            return _A4_POINTS


def _in_order(attempts: _PageAttempts, count: int) -> Iterator[Page]:
    """Few pages are handed over at a time: a long document must not make a short one wait for all of it."""
    waiting: deque[tuple[int, Job[Page]]] = deque()
    upcoming = iter(range(1, count + 1))
    try:
        while True:
            while len(waiting) < 2 * attempts.workers.size and (number := next(upcoming, None)) is not None:
                waiting.append((number, attempts.hand_over(number)))
            if not waiting:
                return
            yield attempts.page(*waiting.popleft())
    finally:
        for _, job in waiting:
            job.cancel()


def _write_searchable(attempts: _PageAttempts, pages: tuple[Page, ...]) -> None:
    """For scans. A file that cannot be rewritten is still read: its searchable PDF is missing, and the log says so."""
    if attempts.derived is None or not any(page.source is Source.OCR and page.words for page in pages):
        return
    seconds = attempts.config.page_timeout_seconds * (1 + len(pages) / 20)
    task = (attempts.path, attempts.media_type, pages, attempts.derived / SEARCHABLE)
    try:
        _twice(lambda: attempts.workers.submit(seconds, tasks.write_searchable_pdf, *task))
    except WorkersClosed:
        raise
    except (WorkerFailure, UnreadableFile) as error:
        log.warning("%s: no searchable PDF: %s", attempts.path.name, error)
