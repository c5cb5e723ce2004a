"""Which way is up, where a page reads badly: its densest part is read again, turned.

Tesseract is asked first, as it is at hand; where it makes nothing of any turn, the second reader is.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from intake.picture import Picture, apply_steps
from intake.preparation.size import enlarged
from intake.preparation.slant import Ink, is_plain_how_lines_run
from intake.readers.page_reader import PageReader, ReaderError
from storage.reading import Word

_BAND = 0.25  # of the page's height
_LEAST_INK = 50
_TELLING = 6.0  # ten letters that the reader is sure of
_BETTER = 1.2
_JUNK = 0.3  # confidence

log = logging.getLogger(__name__)


def better_turn(
    words: Sequence[Word], straight: Picture, ink: Ink, reader: PageReader, second: PageReader | None, folder: Path
) -> int:
    """By how many degrees more, clockwise, the page `straight` is to be turned to read better; 0 for none.

    `words` are what `reader` made of it; `ink` lies as it does. Only half a turn comes into question where the ink
    plainly runs in level lines. A page without ink is as good as it gets. Raises ReaderError for `reader` only."""
    first, last = _densest_band(ink)
    picture, _ = enlarged(straight)
    top, bottom = round(first * picture.height), round(last * picture.height)
    if bottom <= top:
        return 0
    band = Picture(np.ascontiguousarray(picture.pixels[top:bottom]), picture.dpi)
    turns = (180,) if is_plain_how_lines_run(ink) else (180, 90, 270)
    scores = {0: _weight(word for word in words if first <= word.box.middle[1] < last)}
    scores |= {turn: _read_turned(band, turn, reader, folder) for turn in turns}
    if not _decided(scores) and second:
        try:
            scores = {turn: _read_turned(band, turn, second, folder) for turn in (0, *turns)}
        except ReaderError as error:
            log.warning("The second reader failed: %s", error)
    return max(scores, key=lambda turn: scores[turn]) if _decided(scores) else 0


def _decided(scores: dict[int, float]) -> bool:
    next_best, best = sorted(scores.values())[-2:]
    return best >= _TELLING and best > _BETTER * next_best


def _read_turned(band: Picture, degrees: int, reader: PageReader, folder: Path) -> float:
    turned = apply_steps(band, [{"step": "turn", "degrees": degrees}])
    path = folder / "band.pgm"
    Image.fromarray(turned.pixels).save(path)
    return _weight(reader.read(path, turned.dpi))


def _weight(words: Iterable[Word]) -> float:
    return sum(max(0.0, word.confidence - _JUNK) * len(word.text) for word in words if len(word.text) > 2)


def _densest_band(ink: Ink) -> tuple[float, float]:
    """The top and bottom, as fractions, of the quarter of the page with the most ink; nothing where there is none."""
    rows = ink.sum(axis=1, dtype=np.int64)
    height = max(1, round(len(rows) * _BAND))
    total = np.concatenate([[0], np.cumsum(rows)])
    sums = total[height:] - total[:-height]
    top = int(np.argmax(sums))
    return (top / len(rows), (top + height) / len(rows)) if sums[top] > _LEAST_INK else (0.0, 0.0)
