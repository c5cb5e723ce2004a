"""One page of one file, from bytes to words: what a worker does. Pure but for the pictures it leaves for the web."""

from __future__ import annotations

import logging
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import cv2

from intake.config import SecondReader
from intake.media import PDF, TIFF
from intake.page_images import write_page_image
from intake.picture import Picture, apply_steps, grey
from intake.piles.blank import is_blank
from intake.piles.codes import codes_on
from intake.piles.separator import is_separator
from intake.read_again import fused, read_again
from intake.read_picture import read_picture
from intake.readers.images import frame_count, read_frame
from intake.readers.page_reader import PageReader
from intake.readers.pdf_pages import facts_of, open_page, page_count, reading_dpi, render, with_form_printed
from intake.readers.pdf_text import own_words
from intake.readers.rapid import RapidReader
from intake.readers.tesseract import TesseractReader
from intake.readers.text_layer import believable, is_garbage, seen_words
from intake.second_reading import closer_doubt
from storage.reading import Page, Source, Word

_WEB_DPI = 150

cv2.setNumThreads(1)  # as many pages at once as there are processors: threads would only wait for each other
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PageTask:
    """Page `number` (from 1) of the file at `path`. Its pictures go to the folder `derived`, if given.

    `second_reader` is `never` where its package is not installed."""

    path: Path
    media_type: str
    number: int
    languages: tuple[str, ...]
    derived: Path | None
    second_reader: SecondReader = "never"


def count_pages(path: Path, media_type: str) -> int:
    """How many pages a PDF or picture has. Raises UnreadableFile."""
    if media_type == PDF:
        return page_count(path)
    return frame_count(path) if media_type == TIFF else 1


def read_page(task: PageTask) -> Page:
    """The page's own words where they can be believed, else those of its picture.

    Raises UnreadableFile, ReaderError."""
    if task.media_type == PDF:
        return _read_pdf_page(task)
    return _read_scan(task, read_frame(task.path, task.number))


def _read_pdf_page(task: PageTask) -> Page:
    with open_page(task.path, task.number) as page:
        facts = facts_of(page)
        words = _own_words(task) if believable(facts) else None
        shown = render(page, _WEB_DPI) if words is not None else None
        words = seen_words(words, shown) if words is not None and shown is not None else None
        if words is not None and shown is not None:
            width, height = page.get_size()
            if task.derived:
                write_page_image(shown, (), task.derived, task.number)
            codes = codes_on(shown)
            steps = ({"step": "separator"},) if is_separator(codes) else ()
            return Page(task.number, round(width), round(height), Source.TEXT, 1.0, words, steps, codes)
        picture = render(page, reading_dpi(facts))
    return _read_scan(task, picture)


def look_again(task: PageTask, page: Page, figures: bool) -> Page:
    """The page as `read_page` gave it, with its less sure words read again; see `closer_doubt`."""
    doubtful = closer_doubt(page.words, figures)
    if not doubtful.pieces:
        return page
    straight = apply_steps(grey(picture_of(task)), page.preparation)
    with tempfile.TemporaryDirectory(prefix="page-") as folder:
        words, again = fused(page.words, straight, RapidReader(), doubtful, Path(folder))
    return replace(page, words=words, confidence=confidence_of(words), preparation=(*page.preparation, *again))


def picture_of(task: PageTask) -> Picture:
    """The page as it came, at the resolution it is read in. Raises UnreadableFile."""
    if task.media_type != PDF:
        return read_frame(task.path, task.number)
    with open_page(task.path, task.number) as page:
        return render(page, reading_dpi(facts_of(page)))


def _own_words(task: PageTask) -> tuple[Word, ...] | None:
    """None where the page must be read from its picture after all: pdfplumber fails, or finds other, broken text."""
    try:
        with tempfile.TemporaryDirectory(prefix="form-") as folder:
            words = own_words(with_form_printed(task.path, task.number, Path(folder)), task.number)
    except MemoryError:
        raise
    except Exception as error:  # a parser in Python, fed by strangers: it may raise anything
        log.info("Page %d: no own text (%s); reading its picture.", task.number, error)
        return None
    return None if is_garbage(" ".join(word.text for word in words)) else words


def _read_scan(task: PageTask, picture: Picture) -> Page:
    codes = codes_on(picture)
    mark = "separator" if is_separator(codes) else "blank" if not codes and is_blank(grey(picture).pixels) else ""
    if mark:
        if task.derived:
            write_page_image(picture, (), task.derived, task.number)
        return Page(task.number, picture.width, picture.height, Source.OCR, 1.0, (), ({"step": mark},), codes)
    reader: PageReader = TesseractReader(task.languages)
    with tempfile.TemporaryDirectory(prefix="page-") as folder:
        second = None if task.second_reader == "never" else RapidReader()
        reading = read_picture(picture, reader, Path(folder), second=second)
        words, again = read_again(reading.words, reading.straight, RapidReader(), task.second_reader, Path(folder))
    if task.derived:
        write_page_image(picture, reading.steps, task.derived, task.number)
    steps = (*reading.steps, *again)
    return Page(task.number, *reading.size, Source.OCR, confidence_of(words), words, steps, codes)


def confidence_of(words: tuple[Word, ...]) -> float:
    """The mean of all letters, 0..1."""
    letters = sum(len(word.text) for word in words)
    return round(sum(word.confidence * len(word.text) for word in words) / letters, 4) if letters else 0.0


def show_page(path: Path, media_type: str, number: int, derived: Path | None) -> tuple[int, int]:
    """The size in pixels of a page that could not be read, as it came; its picture for the web goes to `derived`."""
    if media_type == PDF:
        with open_page(path, number) as page:
            picture = render(page, _WEB_DPI)
    else:
        picture = read_frame(path, number)
    if derived:
        write_page_image(picture, (), derived, number)
    return picture.width, picture.height
