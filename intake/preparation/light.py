"""Uneven light, shadows, grey paper and faint print: the page is divided by the tone of its paper.

The paper's tone is that of the surroundings without the print. Afterwards paper is white, its grain gone, and print
dark, which is what readers have been trained on.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from intake.picture import WHITE, Picture, Pixels, Step, scaled

_LOOKED_AT = 350  # pixels of the reduced page's long side: light does not change faster
_PRINT = 13  # pixels of the reduced page, larger than any letter or rule is thick
_PANEL = 0.62  # of the brightness around: a shadow is seldom darker, a filled box seldom brighter
_SURROUNDINGS = 71  # pixels of the reduced page: larger than any filled box is high
_EVEN = 0.93
_WHITE_PAPER = 225
_DARK_INK = 0.45  # of the paper's tone
_FAINTEST = 0.8
_LEAST_INK = 200


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


def _look_at_light(page: Picture, reduced: Picture) -> _Light:
    small = scaled(reduced, min(1.0, _LOOKED_AT / max(reduced.width, reduced.height))).pixels
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((_PRINT, _PRINT), np.uint8))
    around = cv2.blur(cv2.dilate(paper, np.ones((_SURROUNDINGS, _SURROUNDINGS), np.uint8)), (_PRINT, _PRINT))
    paper = np.where(paper < _PANEL * around, around, paper)
    paper = cv2.GaussianBlur(paper, (0, 0), 4)
    # A sample of the page as it came: reduced, fine print pales and grain vanishes.
    rows = page.pixels[::4]
    tone = cv2.resize(np.asarray(paper, np.uint8), (page.width, rows.shape[0])).astype(np.float32)
    share = rows[:, ::3] / np.maximum(1, tone[:, ::3])
    ink = share[share < _FAINTEST]
    grain = share[(share > 0.85) & (share < 1.15)]
    darkness = float(np.percentile(ink, 25)) if len(ink) > _LEAST_INK else 0.0
    return _Light(np.asarray(paper, np.uint8), darkness, float(grain.std()) if len(grain) else 0.0)


def evened(page: Picture, reduced: Picture) -> tuple[Picture, Step | None]:
    """The grey page as under even light on white paper, where it was not; `reduced` is the same page, smaller."""
    light = _look_at_light(page, reduced)
    if light.even:
        return page, None
    paper = cv2.resize(light.paper, (page.width, page.height), interpolation=cv2.INTER_LINEAR)
    share = cv2.divide(page.pixels, paper, scale=200)
    black, white = min(light.ink, 0.7), max(0.86, 1 - 2.5 * light.grain)
    tones = np.clip((np.arange(256) / 200 - black) / (white - black), 0, 1) * WHITE
    step = {"step": "light", "ink": round(light.ink, 2), "grain": round(light.grain, 3)}
    return Picture(np.asarray(cv2.LUT(share, tones.astype(np.uint8)), np.uint8), page.dpi), step
