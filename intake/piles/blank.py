"""Whether a page has nothing on it: the back of a sheet, the last page of a feeder's run."""

from __future__ import annotations

import cv2
import numpy as np

from intake.picture import Pixels

_SIDE = 1000  # pixels of the longer side: dust is gone, a line of print is not
_EDGE = 0.05  # of the page: shadows of the scanner, punch holes
_DARKER = 40  # of 255 than the paper: show-through is paler
_MARK = 12  # pixels that hang together: a letter
_FEW = 3  # such marks: a fold, a stain, a hole


def is_blank(grey: Pixels) -> bool:
    """`grey` is a page (height, width). What shines through, dust and the sheet's edges do not count as print."""
    factor = _SIDE / max(grey.shape)
    small = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA) if factor < 1 else grey
    height, width = small.shape
    inner = small[
        round(height * _EDGE) : round(height * (1 - _EDGE)), round(width * _EDGE) : round(width * (1 - _EDGE))
    ]
    if inner.size == 0:
        return False
    paper = cv2.medianBlur(np.asarray(inner, np.uint8), 41)
    ink = np.asarray(cv2.subtract(paper, np.asarray(inner, np.uint8)) > _DARKER, np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    marks = stats[1:, cv2.CC_STAT_AREA]
    return int((marks >= _MARK).sum()) <= _FEW and int(ink.sum()) < ink.size * 0.002
