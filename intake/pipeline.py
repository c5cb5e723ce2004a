"""What happens to a file, from its bytes to what is known of it.

    media_type   what the bytes are
    open         what an archive, a mail, a signed file holds goes on as files of their own
    read         pages of words: an e-invoice's XML, a PDF's own text, OCR
    classify     which kind of document it is
    extract      its fields and lists, each with its evidence; where they make no sense, what is less sure on the pages
                 is read again, and understood again
    review       whether somebody must look

A pure function of the file and of what it is told about it: `./faldone read` and the service call the same.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

from intake import tasks
from intake.config import OcrConfig
from intake.errors import FileTooLarge
from intake.holders import HOLDERS, open_holder
from intake.media import PDF
from intake.outcome import Outcome, Paper
from intake.pile import split_pile
from intake.read import look_again, page_failure, read_pages, run_whole
from intake.read_structured import STRUCTURED, read_structured
from intake.workers import Workers
from storage.kinds import KINDS
from storage.reading import Check, Page, Reading

_PAGE_UNREAD = "pages_read"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost: its size, and the means of reading it; whether blank pages divide a scan."""

    megabytes: int
    ocr: OcrConfig
    split_at_blanks: bool = False


def read_paper(paper: Paper, workers: Workers, limits: Limits) -> Outcome:
    """What the file turned out to be. Raises UnreadableFile; WorkersClosed where the service ends."""
    started = time.monotonic()
    megabytes = paper.path.stat().st_size / 1_000_000
    if megabytes > limits.megabytes:
        raise FileTooLarge(megabytes=round(megabytes), limit=limits.megabytes)
    seconds = limits.ocr.page_timeout_seconds
    type = run_whole(workers, seconds, tasks.identify, paper.path)
    if type in STRUCTURED:
        outcome = read_structured(paper, type, workers, seconds)
    elif type in HOLDERS:
        outcome = open_holder(paper, type, workers, seconds)
    else:
        outcome = _read_pages(paper, type, workers, limits)
    return outcome.taking(time.monotonic() - started)


def _read_pages(paper: Paper, type: str, workers: Workers, limits: Limits) -> Outcome:
    """A paper that people made for people: its pages, and what they mean; or the documents of a pile."""
    ocr = limits.ocr
    pages = read_pages(paper.path, type, workers, ocr, paper.derived)
    pile = split_pile(paper, type, pages, workers, ocr.page_timeout_seconds, limits.split_at_blanks)
    if pile.cuts:
        return Outcome(type, (), cuts=pile.cuts)
    reading = _one_document(paper, type, pages, workers, ocr)
    if pile.proposal:
        reading = replace(reading, proposal=pile.proposal, needs_review=True)
    return Outcome(type, (reading,))


def _one_document(paper: Paper, type: str, pages: tuple[Page, ...], workers: Workers, ocr: OcrConfig) -> Reading:
    found = _understood(pages, paper, workers, ocr.page_timeout_seconds)
    if _makes_no_sense(found):
        figures = not all(check.passed for check in found.checks)
        again = look_again(paper.path, type, pages, workers, ocr, paper.derived, figures=figures)
        if again != pages:
            pages, found = again, _understood(again, paper, workers, ocr.page_timeout_seconds)
    if type == PDF:
        found = run_whole(workers, ocr.page_timeout_seconds, tasks.joined_with_xml, paper.path, found)
    return _with_unread_pages(found, pages)


def _understood(pages: tuple[Page, ...], paper: Paper, workers: Workers, seconds: float) -> Reading:
    return run_whole(workers, seconds + len(pages), tasks.understand, pages, paper.hint, paper.kind, paper.firms)


def _makes_no_sense(reading: Reading) -> bool:
    """A sum does not agree, or what such a document always says was not found: perhaps it was misread."""
    missing = any(name not in reading.fields for name in KINDS[reading.kind].essential)
    return missing or not all(check.passed for check in reading.checks)


def _with_unread_pages(reading: Reading, pages: tuple[Page, ...]) -> Reading:
    """A document of which a page could not be read always wants a look."""
    unread = [str(page.number) for page in pages if page_failure(page)]
    if not unread:
        return reading
    check = Check(_PAGE_UNREAD, False, ", ".join(unread))
    return replace(reading, checks=(*reading.checks, check), needs_review=True)
