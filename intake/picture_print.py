"""A print of what a page looks like: few bytes that stay nearly the same when it is scanned or photographed again."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.picture import Pixels

_SIDE = 512  # pixels of the page's longer side: enough to tell print from paper
_NEIGHBOURHOOD = 31  # pixels: light differs less than print within it
_DARKER = 12  # of 255 than the light around it
_MARGIN = 0.01  # share of the ink that may lie outside: punch holes, edges of the sheet
_GRID, _LOW = 64, 16
_MOST_DEGREES, _STEP = 3.0, 0.5


def picture_print(grey: Pixels) -> bytes:
    """32 bytes: the signs of the lowest frequencies of the ink's density within the printed area of a grey page
    (height, width), so that light, scale, margins and a slight slant do not matter; empty for a page without print.

    After DCT hashing (Zauner 2010, Implementation and Benchmarking of Perceptual Image Hash Functions)."""
    ink = _straight(_ink(grey))
    if ink.sum() < _SIDE:
        return b""
    density = cv2.resize(_printed_area(ink), (_GRID, _GRID), interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(np.asarray(density, np.float32), (0, 0), 1.5)
    waves = np.asarray(cv2.dct(soft), np.float64)[:_LOW, :_LOW].ravel()
    return np.packbits(waves > np.median(waves)).tobytes()


def _ink(grey: Pixels) -> NDArray[np.float32]:
    """1 where there is print, 0 where there is paper."""
    factor = _SIDE / max(grey.shape)
    size = (max(8, round(grey.shape[1] * factor)), max(8, round(grey.shape[0] * factor)))
    small = cv2.medianBlur(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), 3)  # specks are no print
    light = cv2.medianBlur(small, _NEIGHBOURHOOD)
    return np.asarray(cv2.subtract(light, small) > _DARKER, np.float32)


def _straight(ink: NDArray[np.float32]) -> NDArray[np.float32]:
    """Turned so that its lines lie level: then the rows differ most in how much ink they hold."""
    turns = np.arange(-_MOST_DEGREES, _MOST_DEGREES + _STEP / 2, _STEP)
    return max((_turned(ink, float(degrees)) for degrees in sorted(turns, key=abs)), key=_unevenness)


def _unevenness(ink: NDArray[np.float32]) -> float:
    return float(np.square(np.diff(ink.sum(axis=1))).sum())


def _turned(ink: NDArray[np.float32], degrees: float) -> NDArray[np.float32]:
    if not degrees:
        return ink
    height, width = ink.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return np.asarray(cv2.warpAffine(ink, turn, (width, height)), np.float32)


def _printed_area(ink: NDArray[np.float32]) -> NDArray[np.float32]:
    """Cut to where the print is, what lies far out left aside."""
    top, bottom = _most(ink.sum(axis=1))
    left, right = _most(ink.sum(axis=0))
    return ink[top:bottom, left:right]


def _most(ink: NDArray[np.float32]) -> tuple[int, int]:
    shares = np.cumsum(ink) / ink.sum()
    first = int(np.searchsorted(shares, _MARGIN))
    last = int(np.searchsorted(shares, 1 - _MARGIN))
    return first, max(last, first) + 1
