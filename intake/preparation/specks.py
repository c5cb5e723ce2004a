"""Specks: the salt and pepper of faxes and of bad black-and-white scans, dust on the glass.

A full stop is a speck by its looks. What tells them apart is size against the page's own letters, and company: a full
stop stands beside a letter, dust stands anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.picture import Picture, Step

_DARK = 165
_STRIPS, _STRIP = 8, 48  # so many strips of so many rows tell whether a page is speckled
_LEAST_LETTERS = 40
_LEAST_SPECKS = 150
_STOP = 0.012  # of the square of the letters' height: the smallest full stop measures half as much again
_DUST = 0.45  # of the letters' height: what is larger is a sign of its own
_NEAR = 0.6  # of the letters' height: a comma is closer to its letter
_SAMPLED = 8  # one row and column in so many tell the paper's tone
_ANYWHERE = 0.3  # of the tiny specks that lie far from letters
_DENSE = 8  # specks for each letter: where there are so many, some stand in a row by chance
_ROW, _GAP = 0.25, 0.03  # inches: how long a row of dots is at least, how far the next dot is at most
_COARSE = 4  # pixels looked at as one
_LEFT, _TOP, _WIDTH, _HEIGHT, _AREA = range(5)  # OpenCV's order

Mask = NDArray[np.bool_]
Counts = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class _Blots:
    """The connected components of a page's ink: `labels` of shape (height, width), the others one entry each, the
    first of them the paper."""

    labels: Counts
    area: Counts
    left: Counts
    top: Counts
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
    if specks.sum() < _DENSE * (len(specks) - specks.sum()):
        specks &= ~_in_rows(blots, specks, page.dpi)
    if specks.sum() < _LEAST_SPECKS:
        return page, None
    gone = specks[blots.labels].view(np.uint8)
    edges = cv2.dilate(gone, np.ones((3, 3), np.uint8)) > 0
    pixels = page.pixels.copy()
    pixels[edges & (~dark | (gone > 0))] = np.median(page.pixels[::_SAMPLED, ::_SAMPLED])
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
    lonely = small & ~accompanied
    # Dirt lies anywhere; where the small signs keep to the letters they are pieces of faint print.
    return np.asarray(tiny | lonely) if (tiny & lonely).sum() > _ANYWHERE * tiny.sum() else np.zeros_like(tiny)


def _in_rows(blots: _Blots, specks: NDArray[np.bool_], dpi: int) -> NDArray[np.bool_]:
    """For each blot whether it stands in a row of dots, level or upright: a dotted rule, not dirt."""
    height, width = blots.labels.shape
    middles = ((blots.top + blots.height // 2) // _COARSE, (blots.left + blots.width // 2) // _COARSE)
    dots = np.zeros((height // _COARSE + 1, width // _COARSE + 1), np.uint8)
    dots[middles[0][specks], middles[1][specks]] = 1
    gap, row = 2 * max(1, round(_GAP * dpi / _COARSE / 2)) + 1, max(4, round(_ROW * dpi / _COARSE))
    rows = np.zeros_like(dots)
    for across in (True, False):
        joined = cv2.dilate(dots, np.ones((3, gap) if across else (gap, 3), np.uint8))
        rows |= np.asarray(
            cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((1, row) if across else (row, 1), np.uint8))
        )
    return np.asarray(rows[middles] > 0)


def _blots(dark: Mask) -> _Blots:
    _, labels, stats, _ = cv2.connectedComponentsWithStats(dark.view(np.uint8), connectivity=8)
    columns = np.asarray(stats.T, np.int32)
    left, top, width, height, area = columns[[_LEFT, _TOP, _WIDTH, _HEIGHT, _AREA]]
    return _Blots(np.asarray(labels, np.int32), area, left, top, width, height)


def _letter_height(blots: _Blots, dpi: int) -> float:
    """The median height of what may be a letter (4 to 30 points high), 0 where there are too few."""
    point = dpi / 72
    heights = blots.height[(blots.height >= 4 * point) & (blots.height <= 30 * point) & (blots.width <= 40 * point)]
    return float(np.median(heights)) if len(heights) >= _LEAST_LETTERS else 0.0
