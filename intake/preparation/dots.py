"""Print in separate dots, of matrix printers with a worn ribbon: the dots are joined, as Tesseract takes them for dirt.

Dots of print are told from dirt and from rules by what becomes of them: joined, they are as many letters as a page has.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.picture import Picture, Pixels, Step

_DARK = 165
_STRIPS, _STRIP = 6, 0.25  # so many strips of so many inches tell whether a page is printed in dots
_PITCHES = (0.015, 0.02, 0.027)  # inches from dot to dot
_LETTER = (4 / 72, 16 / 72)  # inches high
_LEAST_LETTERS = 20  # in the strips
_DOTS = 4  # for each letter
_LEFT = 0.33  # of the dots may stay small: full stops, pieces of letters

Mask = NDArray[np.uint8]


def with_dots_joined(page: Picture) -> tuple[Picture, Step | None]:
    """The grey page on white paper with the dots joined where nearly all of its print is made of dots."""
    strip = max(1, round(_STRIP * page.dpi))
    starts = np.linspace(0, max(0, page.height - strip), _STRIPS + 2).astype(int)[1:-1]
    sample = np.vstack([page.pixels[start : start + strip] for start in starts])
    whole, dots = _letters(sample, page.dpi)
    if whole >= _LEAST_LETTERS or dots < _DOTS * _LEAST_LETTERS:
        return page, None
    for pitch in _PITCHES:
        kernel = _kernel(pitch, page.dpi)
        letters, left = _letters(np.asarray(cv2.morphologyEx(sample, cv2.MORPH_OPEN, kernel), np.uint8), page.dpi)
        if letters >= _LEAST_LETTERS and dots >= _DOTS * letters and left <= _LEFT * dots:
            pixels = np.asarray(cv2.morphologyEx(page.pixels, cv2.MORPH_OPEN, kernel), np.uint8)
            return Picture(pixels, page.dpi), {"step": "dots", "pitch": pitch}
    return page, None


def _kernel(pitch: float, dpi: int) -> Mask:
    side = max(2, round(pitch * dpi))
    return np.ones((side, side), np.uint8)


def _letters(sample: Pixels, dpi: int) -> tuple[int, int]:
    """How many blots are as high as letters, and how many are smaller."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(np.asarray(sample < _DARK).view(np.uint8), connectivity=8)
    heights = stats[1:, cv2.CC_STAT_HEIGHT] / dpi
    return int(((heights >= _LETTER[0]) & (heights <= _LETTER[1])).sum()), int((heights < _LETTER[0]).sum())
