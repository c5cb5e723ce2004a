"""The sheet in a telephone's picture: four corners, where a bright sheet lies whole on something darker."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.picture import Picture, Pixels, Step, scaled

_LOOKED_AT = 480  # pixels of the reduced picture's long side
_LEAST_SHARE = 0.3  # of the picture: a smaller sheet is a card beside other things
_FULL = 0.97  # of the picture: nothing lies around the sheet
_STRAIGHT = 0.965  # of its quadrilateral's area is what the sheet's outline must cover, and the reverse
_SIDES_ALIKE = 0.72
_STANDS_OUT = 25  # of 255: brighter than what lies around it, on each side
_RIM = 5  # pixels of the reduced picture, on either side of the sheet's edge

Corners = NDArray[np.float64]


def perspective_step(page: Picture) -> Step | None:
    """Where the sheet is, as fractions of the grey picture (any size will do); None where there is none to be sure
    of."""
    small = scaled(page, min(1.0, _LOOKED_AT / max(page.width, page.height))).pixels
    outline = _outline(small)
    if outline is None:
        return None
    corners = _quadrilateral(outline, small)
    if corners is None or not _stands_out(corners, small):
        return None
    height, width = small.shape
    fractions = _clockwise(corners) / (width, height)
    return {"step": "perspective", "corners": tuple(round(float(value), 5) for value in fractions.ravel())}


def _outline(small: Pixels) -> NDArray[np.int32] | None:
    """The hull of the largest bright region: print closed over, bright against its own surroundings' tone."""
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
    paper = cv2.bilateralFilter(paper, 5, 20, 3)
    _, bright = cv2.threshold(paper, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    regions, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    largest = max(regions, key=cv2.contourArea, default=None)
    return None if largest is None else np.asarray(cv2.convexHull(largest), np.int32)


def _quadrilateral(hull: NDArray[np.int32], small: Pixels) -> Corners | None:
    area, whole = cv2.contourArea(hull), small.shape[0] * small.shape[1]
    if not _LEAST_SHARE * whole <= area <= _FULL * whole:
        return None
    around = cv2.arcLength(hull, True)
    for share in (0.01, 0.02, 0.03, 0.05):
        found = cv2.approxPolyDP(hull, share * around, True)
        if len(found) == 4:
            break
    else:
        return None
    corners = found.reshape(4, 2).astype(np.float64)
    sides = np.hypot(*(np.roll(corners, -1, axis=0) - corners).T)
    alike = min(sides[:2] / sides[2:]) >= _SIDES_ALIKE and min(sides[2:] / sides[:2]) >= _SIDES_ALIKE
    covered = cv2.contourArea(found) / area
    return corners if alike and _STRAIGHT <= covered <= 1 / _STRAIGHT else None


def _stands_out(corners: Corners, small: Pixels) -> bool:
    """Whether what lies just outside each side is darker than what lies just inside; a side on the picture's own edge
    has nothing outside."""
    height, width = small.shape
    middle = corners.mean(axis=0)
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        along = np.linspace(start, end, 42)[1:-1]
        normal = np.array([end[1] - start[1], start[0] - end[0]]) / max(1e-9, float(np.hypot(*(end - start))))
        outwards = normal if np.dot(normal, start - middle) > 0 else -normal
        inside, outside = along - _RIM * outwards, along + _RIM * outwards
        seen = ((outside >= 0) & (outside < (width, height))).all(axis=1)
        if seen.sum() < len(along) // 2:
            return False
        rise = _tone(small, inside[seen]) - _tone(small, outside[seen])
        if float(np.median(rise)) < _STANDS_OUT:
            return False
    return True


def _tone(small: Pixels, points: Corners) -> NDArray[np.int32]:
    columns, rows = points.astype(np.int32).T
    return np.asarray(small[rows.clip(0), columns.clip(0)], np.int32)


def _clockwise(corners: Corners) -> Corners:
    """From the one nearest the picture's top left, clockwise as seen."""
    middle = corners.mean(axis=0)
    angles = np.arctan2(*(corners - middle).T[::-1])
    ordered = corners[np.argsort(angles)]
    return np.roll(ordered, -int(np.argmin(ordered.sum(axis=1))), axis=0)
