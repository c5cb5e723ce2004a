"""Specks: the salt and pepper of faxes and of bad black-and-white scans, dust on the glass.

A full stop is a speck by its looks. What tells them apart is size against the page's own letters, and company: a full
stop stands beside a letter, dust stands anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.picture import WHITE, Picture, Step

_DARK = 165
_STRIPS, _STRIP = 8, 48  # so many strips of so many rows tell whether a page is speckled
_LEAST_LETTERS = 40
_LEAST_SPECKS = 150
_STOP = 0.012  # of the square of the letters' height: the smallest full stop measures half as much again
_DUST = 0.45  # of the letters' height: what is larger is a sign of its own
_NEAR = 0.6  # of the letters' height: a comma is closer to its letter
_DOTTED = 0.5  # a page that would lose more than this of its ink in small signs is printed in dots

Mask = NDArray[np.bool_]
Counts = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class _Blots:
    """The connected components of a page's ink: `labels` of shape (height, width), the others one entry each, the
    first of them the paper."""

    labels: Counts
    area: Counts
    width: Counts
    height: Counts


def without_specks(page: Picture) -> tuple[Picture, Step | None]:
    """The grey page on white paper with its specks painted over, where there are many."""
    if not _speckled(page):
        return page, None
    dark = np.asarray(page.pixels < _DARK)
    blots = _blots(dark)
    letter = _letter_height(blots, page.dpi)
    if not letter:
        return page, None
    specks = _specks(blots, letter)
    gone = specks[blots.labels].view(np.uint8)
    edges = cv2.dilate(gone, np.ones((3, 3), np.uint8)) > 0
    pixels = page.pixels.copy()
    pixels[edges & (~dark | (gone > 0))] = WHITE
    return Picture(pixels, page.dpi), {"step": "specks", "count": int(specks.sum())}


def _speckled(page: Picture) -> bool:
    """Whether a tenth of the page has a tenth of the specks that make it worth while, of the size the dpi allow."""
    strip = max(1, round(_STRIP * page.dpi / 300))
    starts = np.linspace(0, max(0, page.height - strip), _STRIPS + 2).astype(int)[1:-1]
    sample = np.vstack([page.pixels[start : start + strip] for start in starts])
    blots = _blots(np.asarray(sample < _DARK))
    share = len(sample) / page.height
    return int((blots.area <= _tiny(page.dpi / 300 * 30)).sum()) >= _LEAST_SPECKS * share


def _tiny(letter: float) -> float:
    """The area in pixels that is too small for a full stop."""
    return max(2.0, _STOP * letter * letter)


def _specks(blots: _Blots, letter: float) -> NDArray[np.bool_]:
    """For each blot whether it is a speck: too small for a full stop, or small and far from letters."""
    tiny = blots.area <= _tiny(letter)
    small = np.maximum(blots.width, blots.height) <= _DUST * letter
    tiny[0] = small[0] = False
    large = ~small
    large[0] = False
    reach = 2 * round(_NEAR * letter) + 1
    company = cv2.dilate(large[blots.labels].view(np.uint8), np.ones((reach, reach), np.uint8))
    accompanied = np.zeros(len(blots.area), np.bool_)
    accompanied[blots.labels[company > 0]] = True
    return np.asarray(tiny | (small & ~accompanied))


def _blots(dark: Mask) -> _Blots:
    _, labels, stats, _ = cv2.connectedComponentsWithStats(dark.view(np.uint8), connectivity=8)
    area, width, height = (
        np.asarray(stats[:, column], np.int32) for column in (cv2.CC_STAT_AREA, cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT)
    )
    return _Blots(np.asarray(labels, np.int32), area, width, height)


def _letter_height(blots: _Blots, dpi: int) -> float:
    """The median height of what may be a letter (4 to 30 points high), 0 where there are too few."""
    point = dpi / 72
    heights = blots.height[(blots.height >= 4 * point) & (blots.height <= 30 * point) & (blots.width <= 40 * point)]
    return float(np.median(heights)) if len(heights) >= _LEAST_LETTERS else 0.0
