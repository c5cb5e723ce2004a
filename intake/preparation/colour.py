"""Stamps and pen strokes in colour that lie over the print: without them, what they cross can be read.

Words printed in colour stay: only what has dark print without colour among it is taken out.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.picture import Picture, Pixels, Step

_COLOURED = 55  # of 255, between the strongest and the weakest of red, green and blue
_NEUTRAL = 40
_DARK = 110  # the strongest of the three: print is darker
_PALE = 215  # grey: what is lighter hides nothing
_STEP = 4  # pixels: reduced by so much, strokes are still to be seen
_LEAST, _MOST = 0.0004, 0.25  # of the page
_CROSSING = 0.02  # print for each coloured pixel
_JOINED = 0.02  # inches between strokes of one stamp
_PAPER = 0.06  # inches: farther from any point of a stroke there is paper


def without_strokes_in_colour(picture: Picture, page: Picture) -> tuple[Picture, Step | None]:
    """`page`, the grey of `picture`, with the coloured strokes that cross print painted over in the paper's tone."""
    if picture.pixels.ndim == 2 or not _LEAST <= _coloured(picture.pixels[::_STEP, ::_STEP]).mean() <= _MOST:
        return page, None
    strokes = _coloured(picture.pixels) & (page.pixels < _PALE)
    crossing = _crossing(strokes, picture)
    if not crossing.any():
        return page, None
    reach = 2 * round(_PAPER * page.dpi / 2) + 1
    paper = cv2.dilate(page.pixels, np.ones((reach, reach), np.uint8))
    return Picture(np.where(crossing, paper, page.pixels), page.dpi), {"step": "colour"}


def _coloured(pixels: Pixels) -> NDArray[np.bool_]:
    strongest, weakest = _extremes(pixels)
    return (strongest - weakest > _COLOURED) & (strongest >= _DARK)


def _extremes(pixels: Pixels) -> tuple[Pixels, Pixels]:
    red, green, blue = cv2.split(np.ascontiguousarray(pixels))
    strongest, weakest = cv2.max(cv2.max(red, green), blue), cv2.min(cv2.min(red, green), blue)
    return np.asarray(strongest, np.uint8), np.asarray(weakest, np.uint8)


def _crossing(strokes: NDArray[np.bool_], picture: Picture) -> NDArray[np.bool_]:
    """The strokes that belong to a stamp or signature with print in it."""
    few = np.ascontiguousarray(strokes[::_STEP, ::_STEP]).view(np.uint8)
    reach = 2 * max(1, round(_JOINED * picture.dpi / _STEP)) + 1
    count, labels = cv2.connectedComponents(cv2.dilate(few, np.ones((reach, reach), np.uint8)))
    strongest, weakest = _extremes(picture.pixels[::_STEP, ::_STEP])
    print_in_black = (strongest < _DARK) & (strongest - weakest < _NEUTRAL)
    coloured = np.bincount(labels[few > 0], minlength=count)
    black = np.bincount(labels[print_in_black], minlength=count)
    kept = (black >= _CROSSING * coloured) & (coloured > 0)
    kept[0] = False
    height, width = strokes.shape
    near = cv2.resize(kept[labels].view(np.uint8), (width, height), interpolation=cv2.INTER_NEAREST)
    return np.asarray(strokes & (near > 0))
