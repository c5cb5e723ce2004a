"""The map between a picture as it came and the upright page."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.picture import Picture, apply_steps, upright

_SHEET = {"step": "perspective", "corners": (0.05, 0.03, 0.95, 0.08, 0.9, 0.97, 0.02, 0.92)}
_STEPS = [
    (),
    ({"step": "turn", "degrees": 90},),
    ({"step": "turn", "degrees": 180},),
    ({"step": "turn", "degrees": 270},),
    ({"step": "deskew", "degrees": 3.0},),
    ({"step": "turn", "degrees": 90}, {"step": "deskew", "degrees": -2.4}, {"step": "upscale", "factor": 1.5}),
    (_SHEET,),
    (_SHEET, {"step": "turn", "degrees": 270}, {"step": "deskew", "degrees": 1.1}),
]


@pytest.mark.parametrize("steps", _STEPS)
def test_a_dot_lands_where_the_map_says(steps: tuple[dict[str, object], ...]) -> None:
    pixels = np.full((400, 300), 255, np.uint8)
    pixels[68:73, 38:43] = 0
    page = apply_steps(Picture(pixels, 100), steps)
    forth, width, height = upright(steps, 300, 400)
    assert (page.width, page.height) == (round(width), round(height))
    ys, xs = np.nonzero(page.pixels < 128)
    assert forth.point(40.5, 70.5) == pytest.approx((xs.mean() + 0.5, ys.mean() + 0.5), abs=0.5)


@given(st.sampled_from(_STEPS), st.floats(0, 300), st.floats(0, 400))
def test_there_and_back(steps: tuple[dict[str, object], ...], x: float, y: float) -> None:
    forth, width, height = upright(steps, 300, 400)
    there = forth.point(x, y)
    if _SHEET not in steps:
        assert -1e-6 <= there[0] <= width + 1e-6
        assert -1e-6 <= there[1] <= height + 1e-6
    assert forth.inverse().point(*there) == pytest.approx((x, y), abs=1e-6)


def test_the_corners_of_a_sheet_become_the_corners_of_the_page() -> None:
    forth, width, height = upright((_SHEET,), 300, 400)
    corners = [forth.point(x * 300, y * 400) for x, y in ((0.05, 0.03), (0.95, 0.08), (0.9, 0.97), (0.02, 0.92))]
    assert np.allclose(corners, [(0, 0), (width, 0), (width, height), (0, height)])
