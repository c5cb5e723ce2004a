"""The picture of a page -> its words: turned and straightened first, turned again where it reads badly."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from intake.picture import Picture, apply_steps, upright
from intake.preparation.size import enlarged
from intake.preparation.slant import Ink, lines_run_upwards
from intake.prepare import EVERY_STEP, CleanPage, Steps, clean, ready
from intake.readers.page_reader import PageReader
from storage.reading import Word

_READS_WELL = 0.7
_BAND = 0.25  # of the page's height: enough to tell which way is up

Words = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class PictureReading:
    """The words, the steps taken before reading, and the upright page: its `size` in pixels (width, height), to which
    the words' boxes refer as fractions, and `straight`, its grey picture of natural look at the resolution it came in.

    The pixels of `straight` lie where the boxes say: a second reader may cut lines out of it."""

    words: Words
    steps: Steps
    size: tuple[int, int]
    straight: Picture


def read_picture(
    picture: Picture, reader: PageReader, folder: Path, wanted: Collection[str] = EVERY_STEP
) -> PictureReading:
    """Prepared by the steps in `wanted` where they are needed. Files for the reader are left in `folder`.

    Raises ReaderError."""
    cleaned = clean(picture, wanted)
    degrees = 90 if lines_run_upwards(cleaned.ink) else 0
    reading = _read(cleaned, degrees, reader, folder, wanted)
    if _goodness(reading.words) < _READS_WELL:
        more = _better_turn(reading, np.rot90(cleaned.ink, -degrees // 90), reader, folder)
        if more:
            reading = _read(cleaned, (degrees + more) % 360, reader, folder, wanted)
    return reading


def _read(
    cleaned: CleanPage, degrees: int, reader: PageReader, folder: Path, wanted: Collection[str]
) -> PictureReading:
    page = ready(cleaned, degrees, wanted)
    words = reader.read(_saved(page.for_reader, folder / "page.pgm"), page.for_reader.dpi)
    _, width, height = upright(page.steps, cleaned.page.width, cleaned.page.height)
    return PictureReading(words, page.steps, (round(width), round(height)), page.straight)


def _saved(picture: Picture, path: Path) -> Path:
    """Portable grey map: as large as it is, it costs 5 ms where PNG costs 65."""
    Image.fromarray(picture.pixels).save(path)
    return path


def _goodness(words: Sequence[Word]) -> float:
    """0..1: how much of what was read looks like text and is believed by the reader."""
    letters = sum(len(word.text) for word in words)
    good = sum(word.confidence * sum(char.isalnum() for char in word.text) for word in words if len(word.text) > 1)
    return good / letters if letters else 0.0


def _better_turn(reading: PictureReading, ink: Ink, reader: PageReader, folder: Path) -> int:
    """By how many degrees more the page is to be turned so that its densest band reads better; 0 for none.

    `ink` is turned as the page was read. A page without ink is as good as it gets."""
    straight, _ = enlarged(reading.straight)
    first, last = _densest_band(ink)
    top, bottom = round(first * straight.height), round(last * straight.height)
    if bottom <= top:
        return 0
    band = Picture(np.ascontiguousarray(straight.pixels[top:bottom]), straight.dpi)
    so_far = _weight([word for word in reading.words if first <= word.box.middle[1] < last])
    turns = (180,) if reading.words else (180, 90, 270)
    scores = {turn: _weight(_read_turned(band, turn, reader, folder)) for turn in turns}
    best = max(scores, key=lambda turn: scores[turn])
    return best if scores[best] > 1.2 * so_far else 0


def _read_turned(band: Picture, degrees: int, reader: PageReader, folder: Path) -> Words:
    turned = apply_steps(band, _turn(degrees))
    return reader.read(_saved(turned, folder / "band.pgm"), turned.dpi)


def _weight(words: Sequence[Word]) -> float:
    return sum(max(0.0, word.confidence - 0.3) * len(word.text) for word in words if len(word.text) > 2)


def _densest_band(ink: Ink) -> tuple[float, float]:
    """The top and bottom, as fractions, of the quarter of the page with the most ink; nothing where there is none."""
    rows = ink.sum(axis=1, dtype=np.int64)
    height = max(1, round(len(rows) * _BAND))
    total = np.concatenate([[0], np.cumsum(rows)])
    sums = total[height:] - total[:-height]
    top = int(np.argmax(sums))
    return (top / len(rows), (top + height) / len(rows)) if sums[top] > 50 else (0.0, 0.0)


def _turn(degrees: int) -> Steps:
    return ({"step": "turn", "degrees": degrees},) if degrees else ()
