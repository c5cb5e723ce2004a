"""Tesseract as a page reader: one run a page gives words, boxes, lines and confidences."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytesseract

from intake.readers.page_reader import ReaderError
from storage.reading import Box, Word

# Threads of one run wait for each other: one page takes 1 s of one core alone, 4 s of two cores with four threads.
os.environ["OMP_THREAD_LIMIT"] = "1"
# A worker that is killed takes its Tesseract along.
pytesseract.pytesseract.tesseract_cmd = str(Path(__file__).with_name("tesseract-child"))

# Measured on damaged scans, recall and precision of the words: 3 0.86, 0.95; 4 0.85, 0.94; 6 0.67, 0.42;
# 11 0.88, 0.74: sparse text finds a little more, and much that is dirt.
_PAGE_SEGMENTATION = 3
_WORD_LEVEL = "5"


class TesseractReader:
    """A `PageReader`. `languages` are Tesseract's names (`ita`, `eng`), the commonest first."""

    def __init__(self, languages: Sequence[str]) -> None:
        self._languages = "+".join(languages)

    def read(self, image: Path, dpi: int) -> tuple[Word, ...]:
        try:
            table = pytesseract.run_and_get_output(
                str(image),
                extension="tsv",
                lang=self._languages,
                config=f"-c tessedit_create_tsv=1 --psm {_PAGE_SEGMENTATION} --dpi {dpi}",
            )
        except (pytesseract.TesseractError, pytesseract.TesseractNotFoundError, OSError) as error:
            raise ReaderError(str(error)) from error
        return tuple(words_of(table))


def missing_languages(languages: Sequence[str]) -> tuple[str, ...]:
    """The languages for which Tesseract has no model installed (all of them where it is not installed itself)."""
    try:
        installed = set(pytesseract.get_languages())
    except (pytesseract.TesseractError, pytesseract.TesseractNotFoundError, OSError):
        installed = set()
    return tuple(language for language in languages if language not in installed)


def words_of(table: str) -> Iterator[Word]:
    """The words in Tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, conf, text."""
    width = height = 1
    line, line_key = -1, ("", "", "")
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 11:
            continue
        if cells[0] == "1":
            width, height = max(1, int(cells[8])), max(1, int(cells[9]))
        text = cells[11].strip() if len(cells) > 11 else ""
        if cells[0] != _WORD_LEVEL or not text:
            continue
        key = (cells[2], cells[3], cells[4])
        if key != line_key:
            line, line_key = line + 1, key
        left, top = int(cells[6]), int(cells[7])
        right, bottom = left + int(cells[8]), top + int(cells[9])
        box = Box(left / width, top / height, min(1.0, right / width), min(1.0, bottom / height))
        yield Word(text, box, min(1.0, max(0.0, float(cells[10]) / 100)), line)
