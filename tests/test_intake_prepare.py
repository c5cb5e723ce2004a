"""Which way the lines of a page run, whatever else is drawn on it."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from intake.picture import Picture
from intake.preparation.slant import ink_of, lines_run_upwards
from tests.paper import invoice, photograph, scan, typeset


def ruled(image: Image.Image) -> Image.Image:
    """The page with a frame and the rules of a table: more ink than its words, and most of it upright."""
    drawing = ImageDraw.Draw(image)
    width, height = image.size
    drawing.rectangle((width * 0.07, height * 0.38, width * 0.93, height * 0.8), outline=0, width=3)
    for column in (0.2, 0.35, 0.5, 0.65, 0.8):
        drawing.line((width * column, height * 0.38, width * column, height * 0.8), fill=0, width=3)
    return image


def stand_on_end(image: Image.Image) -> bool:
    return lines_run_upwards(ink_of(Picture(np.asarray(image, np.uint8), 200)))


@pytest.mark.parametrize("skew", [-3.0, -1.2, -0.4, 0.0, 0.7, 2.5])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_skew_and_rules_do_not_hide_which_way_the_lines_run(skew: float, turn: int) -> None:
    page = ruled(photograph(typeset(invoice())))
    assert stand_on_end(scan(page, skew=skew, turn=turn, noise=6)) == (turn in (90, 270))


def test_a_page_without_words_lies_as_it_came() -> None:
    assert not stand_on_end(ruled(Image.new("L", (1654, 2339), 255)))
