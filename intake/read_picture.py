"""The picture of a page -> its words: turned and straightened first, turned again where it reads badly."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from intake.picture import Picture, Step, apply_steps, grey, upright
from intake.prepare import Ink, deskew_step, enlarged, ink_of, lines_run_upwards
from intake.readers.page_reader import PageReader
from storage.reading import Word

_READS_WELL = 0.7
_BAND = 0.25  # of the page's height: enough to tell which way is up

Words = tuple[Word, ...]
Steps = tuple[Step, ...]


def read_picture(picture: Picture, reader: PageReader, folder: Path) -> tuple[Words, Steps, tuple[int, int]]:
    """The words, the steps taken before reading, and the size in pixels of the upright page that boxes refer to.

    Files for the reader are left in `folder`. Raises ReaderError."""
    page = grey(picture)
    ink = ink_of(page)
    first = _turn(90) if lines_run_upwards(ink) else ()
    words, steps = _read(page, np.rot90(ink, -1) if first else ink, first, reader, folder)
    if _goodness(words) < _READS_WELL and (better := _better_turn(page, words, steps, first, reader, folder)):
        words, steps = _read(page, np.rot90(ink, -int(str(better[0]["degrees"])) // 90), better, reader, folder)
    _, width, height = upright(steps, picture.width, picture.height)
    return words, steps, (round(width), round(height))


def _read(page: Picture, ink: Ink, turn: Steps, reader: PageReader, folder: Path) -> tuple[Words, Steps]:
    """`ink` is turned already."""
    turned = apply_steps(page, turn)
    deskew = deskew_step(ink)
    straight = apply_steps(turned, (deskew,)) if deskew else turned
    large, upscale = enlarged(straight)
    words = reader.read(_saved(large, folder / "page.pgm"), large.dpi)
    return words, (*turn, *(step for step in (deskew, upscale) if step))


def _saved(picture: Picture, path: Path) -> Path:
    """Portable grey map: as large as it is, it costs 5 ms where PNG costs 65."""
    Image.fromarray(picture.pixels).save(path)
    return path


def _goodness(words: Sequence[Word]) -> float:
    """0..1: how much of what was read looks like text and is believed by the reader."""
    letters = sum(len(word.text) for word in words)
    good = sum(word.confidence * sum(char.isalnum() for char in word.text) for word in words if len(word.text) > 1)
    return good / letters if letters else 0.0


def _better_turn(
    page: Picture, words: Words, steps: Steps, first: Steps, reader: PageReader, folder: Path
) -> Steps | None:
    """Another quarter turn in which the densest band of the page reads better. A page without ink has none."""
    straight, _ = enlarged(apply_steps(page, steps))
    top, bottom = _densest_band(straight)
    if bottom <= top:
        return None
    band = Picture(np.ascontiguousarray(straight.pixels[top:bottom]), straight.dpi)
    inside = [w for w in words if top <= w.box.middle[1] * straight.height < bottom]
    scores = {180: _weight(_read_turned(band, 180, reader, folder))}
    if not words:
        scores |= {turn: _weight(_read_turned(band, turn, reader, folder)) for turn in (90, 270)}
    best = max(scores, key=lambda turn: scores[turn])
    if scores[best] <= 1.2 * _weight(inside):
        return None
    already = int(str(first[0]["degrees"])) if first else 0
    return _turn((already + best) % 360)


def _read_turned(band: Picture, degrees: int, reader: PageReader, folder: Path) -> Words:
    turned = apply_steps(band, _turn(degrees))
    return reader.read(_saved(turned, folder / "band.pgm"), turned.dpi, block=True)


def _weight(words: Sequence[Word]) -> float:
    return sum(max(0.0, word.confidence - 0.3) * len(word.text) for word in words if len(word.text) > 2)


def _densest_band(page: Picture) -> tuple[int, int]:
    ink = (page.pixels < 128).sum(axis=1, dtype=np.int64)
    height = max(1, round(page.height * _BAND))
    total = np.concatenate([[0], np.cumsum(ink)])
    sums = total[height:] - total[:-height]
    top = int(np.argmax(sums))
    return (top, top + height) if sums[top] > 50 else (0, 0)


def _turn(degrees: int) -> Steps:
    return ({"step": "turn", "degrees": degrees},) if degrees else ()
