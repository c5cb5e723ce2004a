"""The picture of a page -> its words: turned and straightened first, turned again where it reads badly."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from intake.picture import Picture, upright
from intake.preparation.slant import lines_run_upwards
from intake.prepare import EVERY_STEP, CleanPage, Steps, clean, ready
from intake.readers.page_reader import PageReader
from intake.way_up import better_turn
from storage.reading import Word

_READS_WELL = 0.7

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
    picture: Picture,
    reader: PageReader,
    folder: Path,
    wanted: Collection[str] = EVERY_STEP,
    second: PageReader | None = None,
) -> PictureReading:
    """What `reader` reads, prepared by the steps in `wanted` where they are needed; `second` only helps to tell which
    way is up. Files for the readers are left in `folder`. Raises ReaderError."""
    cleaned = clean(picture, wanted)
    degrees = 90 if "turn" in wanted and lines_run_upwards(cleaned.ink) else 0
    reading = _read(cleaned, degrees, reader, folder, wanted)
    if "turn" in wanted and _goodness(reading.words) < _READS_WELL:
        ink = np.rot90(cleaned.ink, -degrees // 90)
        more = better_turn(reading.words, reading.straight, ink, reader, second, folder)
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
