"""What is done to a picture before it is read: upright, straight, grey, and large enough. Each step is recorded."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.picture import Picture, Pixels, Step, scaled

READING_DPI = 300
_TOO_COARSE_DPI = 200
_SMALL_SIDE = 900  # pixels are enough to see lines of text run straight, and few enough to cost 15 ms
_INK_SAMPLE = 40_000
_MOST_DEGREES = 8.0
_LEAST_DEGREES = 0.15


def lines_run_upwards(grey: Picture) -> bool:
    """Whether the lines of text stand on end, so that the page lies on its side."""
    ink = _ink(_small(grey.pixels))
    return _stripes(ink.sum(axis=0)) > 1.5 * _stripes(ink.sum(axis=1))


def _stripes(profile: NDArray[np.int64]) -> float:
    """How sharply ink and white alternate along an axis: high across lines of text, low along them."""
    return float(np.square(np.diff(profile.astype(np.float64))).sum()) / max(1.0, float(profile.sum()))


def deskew_step(grey: Picture) -> Step | None:
    """The turn that makes the lines of text level, where the page is off by a fraction of a degree or more.

    Tries angles on a reduced page and keeps the one at which the rows of ink stand out most (projection profile)."""
    ys, xs = np.nonzero(_ink(_small(grey.pixels)))
    if len(ys) < 200:
        return None
    if len(ys) > _INK_SAMPLE:
        chosen = np.random.default_rng(0).choice(len(ys), _INK_SAMPLE, replace=False)
        ys, xs = ys[chosen], xs[chosen]
    best = _sharpest(xs, ys, np.arange(-_MOST_DEGREES, _MOST_DEGREES + 0.01, 0.5))
    best = _sharpest(xs, ys, best + np.arange(-0.5, 0.51, 0.1))
    if abs(best) < _LEAST_DEGREES or abs(best) >= _MOST_DEGREES:
        return None
    return {"step": "deskew", "degrees": round(float(best), 2)}


def _sharpest(xs: NDArray[np.int64], ys: NDArray[np.int64], angles: NDArray[np.float64]) -> float:
    scores = [_sharpness(xs, ys, float(angle)) for angle in angles]
    return float(angles[int(np.argmax(scores))])


def _sharpness(xs: NDArray[np.int64], ys: NDArray[np.int64], degrees: float) -> float:
    """The sum of squares of the row counts after turning the ink clockwise by `degrees`."""
    angle = np.radians(degrees)
    rows = (ys * np.cos(angle) + xs * np.sin(angle)).astype(np.int64)
    counts = np.bincount(rows - rows.min())
    return float(np.square(counts.astype(np.float64)).sum())


def _small(pixels: Pixels) -> Pixels:
    factor = _SMALL_SIDE / max(pixels.shape[:2])
    if factor >= 1:
        return pixels
    size = (max(1, round(pixels.shape[1] * factor)), max(1, round(pixels.shape[0] * factor)))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


def _ink(pixels: Pixels) -> NDArray[np.bool_]:
    """What is darker than its surroundings: neither the desk under a photo nor a shadow is ink."""
    background = cv2.blur(pixels, (31, 31)).astype(np.int16)
    return np.asarray(background - pixels > 24)


def enlarged(grey: Picture) -> tuple[Picture, Step | None]:
    """The page at a resolution Tesseract reads well, where it came too coarse."""
    if grey.dpi >= _TOO_COARSE_DPI:
        return grey, None
    factor = round(min(3.0, READING_DPI / grey.dpi), 2)
    return scaled(grey, factor), {"step": "upscale", "factor": factor}
