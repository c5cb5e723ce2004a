"""Uneven light, shadows, grey paper and faint print: the page is divided by the tone of its paper.

The paper's tone is that of the surroundings without the print. Afterwards paper is white, its grain gone, and print
dark, which is what readers have been trained on.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.picture import WHITE, Picture, Pixels, Step, scaled

_LOOKED_AT = 350  # pixels of the reduced page's long side: light does not change faster
_PRINT = 13  # pixels of the reduced page, larger than any letter or rule is thick
_EDGE = 5  # pixels of the reduced page
_PANEL = 0.33  # of the brightness around: what is darker is a desk or a filled box, not a shadow
_SURROUNDINGS = 71  # pixels of the reduced page: larger than any filled box is high
_EVEN = 0.93
_WHITE_PAPER = 225
_DARK_INK = 0.45  # of the paper's tone
_FAINTEST = 0.8
_FAINT = 0.6
_SMOOTHED, _FAINT_GRAINS = 0.8, 1.5  # where print is hardly darker than the grain: pixels, standard deviations
_LEAST_INK = 200
_CERTAINLY_PAPER = 0.86  # of the paper's tone
_GRAINS = 2.5  # standard deviations of the grain below the paper's tone are paper


@dataclass(frozen=True, slots=True)
class _Light:
    """`paper` is the reduced page without its print; `ink` the print's tone as a share of the paper's; `grain` the
    paper's standard deviation, as a share of its tone too."""

    paper: Pixels
    ink: float
    grain: float

    @property
    def even(self) -> bool:
        darkest, lightest = np.percentile(self.paper, (3, 97))
        white = float(np.median(self.paper)) >= _WHITE_PAPER
        return white and bool(darkest >= _EVEN * lightest) and self.ink <= _DARK_INK


def _look_at_light(page: Picture, reduced: Picture, sheet: Step | None) -> _Light:
    small = scaled(reduced, min(1.0, _LOOKED_AT / max(reduced.width, reduced.height))).pixels
    paper = np.asarray(cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((_PRINT, _PRINT), np.uint8)), np.uint8)
    around = cv2.blur(cv2.dilate(paper, np.ones((_SURROUNDINGS, _SURROUNDINGS), np.uint8)), (_PRINT, _PRINT))
    lit = np.where((paper < _PANEL * around) | _desk(paper, sheet), around, paper)
    paper = np.asarray(cv2.GaussianBlur(lit, (0, 0), 4), np.uint8)
    # A sample of the page as it came: reduced, fine print pales and grain vanishes.
    rows = page.pixels[::4]
    tone = cv2.resize(paper, (page.width, rows.shape[0])).astype(np.float32)
    share = _inside(np.asarray(rows[:, ::3] / np.maximum(1, tone[:, ::3]), np.float32), sheet)
    ink = share[share < _FAINTEST]
    grain = share[(share > 0.85) & (share < 1.15)]
    darkness = float(np.percentile(ink, 25)) if len(ink) > _LEAST_INK else 0.0
    return _Light(paper, darkness, float(grain.std()) if len(grain) else 0.0)


def _desk(paper: Pixels, sheet: Step | None) -> NDArray[np.bool_]:
    """What lies around the sheet, and its very edge."""
    outside = np.full(paper.shape, sheet is not None, np.uint8)
    if sheet is not None:
        corners = _corners(sheet) * (paper.shape[1], paper.shape[0])
        cv2.fillConvexPoly(outside, corners.astype(np.int32), (0,))
    return np.asarray(cv2.dilate(outside, np.ones((_EDGE, _EDGE), np.uint8)) > 0)


def _corners(sheet: Step) -> NDArray[np.float64]:
    return np.asarray(sheet["corners"], np.float64).reshape(4, 2)


def _inside(share: NDArray[np.float32], sheet: Step | None) -> NDArray[np.float32]:
    """The part that is surely of the sheet, not of the desk it lies on."""
    if sheet is None:
        return share
    height, width = share.shape
    xs, ys = np.sort(_corners(sheet), axis=0).T
    return share[int(ys[1] * height) : int(ys[2] * height), int(xs[1] * width) : int(xs[2] * width)]


def evened(page: Picture, reduced: Picture, sheet: Step | None = None) -> tuple[Picture, Step | None]:
    """The grey page as under even light on white paper, where it was not; `reduced` is the same page, smaller, and
    `sheet` the step `perspective` that is still to be taken, if any."""
    light = _look_at_light(page, reduced, sheet)
    if light.even:
        return page, None
    paper = cv2.resize(light.paper, (page.width, page.height), interpolation=cv2.INTER_LINEAR)
    pixels, grains = page.pixels, _GRAINS
    if light.ink > _FAINT:
        pixels, grains = np.asarray(cv2.GaussianBlur(pixels, (0, 0), _SMOOTHED), np.uint8), _FAINT_GRAINS
    share = cv2.divide(pixels, paper, scale=200)
    black, white = min(light.ink, _FAINTEST - 0.05), max(_CERTAINLY_PAPER, 1 - grains * light.grain)
    tones = np.clip((np.arange(256) / 200 - black) / (white - black), 0, 1) * WHITE
    step = {"step": "light", "ink": round(light.ink, 2), "grain": round(light.grain, 3)}
    return Picture(np.asarray(cv2.LUT(share, tones.astype(np.uint8)), np.uint8), page.dpi), step
