"""Patch T, the bars by which scanners tell documents apart: narrow, wide, narrow, wide, with narrow spaces between.

Kodak's specification A-61599: narrow bars and spaces are 0.08 inches, wide bars 0.20, the whole 0.80, the bars at least
2 inches long. Upside down it is Patch 3, which scanners use to begin a new batch: it divides documents as well.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.picture import Pixels
from storage.reading import Box

_SIDE = 900  # pixels of the longer side: a narrow bar has six
_PATTERN = np.array([1, 1, 2.5, 1, 1, 1, 2.5]) / 10.0
_OFF = 0.035  # of the whole: how much a bar or space may be wider or narrower
_WHOLE = (0.04, 0.12)  # of the page's longer side
_QUIET = 0.12  # of the whole: white before and behind
_LINES = 60  # across the page
_LEAST_TOGETHER = 5  # neighbouring lines that see it: some 2 cm of bars
_DARK = 128


def patch_on(grey: Pixels) -> Box | None:
    """Where Patch T stands on a page, whichever way the page lies; None where it does not."""
    factor = _SIDE / max(grey.shape)
    small = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA) if factor < 1 else grey
    level = min(float(_DARK), 0.6 * float(np.percentile(small, 90)))
    dark = np.asarray(small < level)
    if not 0.01 < dark.mean() < 0.6:
        return None
    box = _along(dark.T)  # bars across the page: read downwards
    if box is not None:
        return Box(*box)
    box = _along(dark)
    return Box(box[1], box[0], box[3], box[2]) if box is not None else None


def _along(dark: NDArray[np.bool_]) -> tuple[float, float, float, float] | None:
    """Reads some rows; where enough neighbours see the bars at about the same place, the box (in rows, in columns)."""
    height, width = dark.shape
    rows = np.linspace(0, height - 1, _LINES).astype(int)
    longest = max(height, width)
    together: list[tuple[int, float, float]] = []
    for row in rows:
        found = _bars_in(dark[row], longest)
        near = together and found is not None and abs(found[0] - together[-1][1]) < 0.03 * longest
        if found is not None:
            together = [*together, (int(row), *found)] if near else [(int(row), *found)]
        elif together and row - together[-1][0] > height / _LINES * 1.6:
            together = []
        if len(together) >= _LEAST_TOGETHER:
            starts, ends = [start for _, start, _ in together], [end for _, _, end in together]
            first, last = together[0][0], together[-1][0]
            return first / height, min(starts) / width, last / height, max(ends) / width
    return None


def _bars_in(line: NDArray[np.bool_], longest: int) -> tuple[float, float] | None:
    """Where in a line of dark and light the bars begin and end."""
    edges = np.flatnonzero(np.diff(line.astype(np.int8)))
    runs = np.diff(np.concatenate([[-1], edges, [len(line) - 1]]))
    starts = np.concatenate([[0], edges + 1])
    for at in range(1, len(runs) - 7):
        if not line[starts[at]]:
            continue
        bars = runs[at : at + 7]
        whole = bars.sum()
        if not _WHOLE[0] * longest <= whole <= _WHOLE[1] * longest:
            continue
        if min(runs[at - 1], runs[at + 7]) < _QUIET * whole:
            continue
        shares = bars / whole
        if np.abs(shares - _PATTERN).max() <= _OFF or np.abs(shares - _PATTERN[::-1]).max() <= _OFF:
            return float(starts[at]), float(starts[at] + whole)
    return None
