"""Patch T by its bars: drawn after the specification, damaged as scanners do, and never seen in anything else."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from intake.picture import Picture
from intake.piles.codes import codes_on
from intake.piles.patch_code import patch_on
from intake.piles.separator import is_separator
from tests.paper import invoice, photograph, scan, typeset

DPI = 150
BARS = {"T": (0.08, 0.20, 0.08, 0.20), "2": (0.20, 0.08, 0.08, 0.20), "1": (0.20, 0.20, 0.08, 0.08),
        "4": (0.08, 0.20, 0.20, 0.08), "6": (0.08, 0.08, 0.20, 0.20)}  # fmt: skip


def sheet(kind: str = "T", *, length: float = 5.0, size: tuple[int, int] = (1240, 1754)) -> Image.Image:
    """An A4 page with a patch code whose bars lie across it; inches."""
    image = Image.new("L", size, 250)
    draw, y = ImageDraw.Draw(image), 0.6
    for bar in BARS[kind]:
        draw.rectangle((1.5 * DPI, round(y * DPI), (1.5 + length) * DPI, round((y + bar) * DPI) - 1), fill=20)
        y += bar + 0.08
    draw.text((300, 500), "PATCH T", 20, font_size=60)
    return image


def pixels(image: Image.Image) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    return np.asarray(image.convert("L"))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize(("skew", "noise", "blur"), [(0.0, 0, 0.0), (1.5, 15, 1.0), (-2.0, 25, 0.6)])
def test_patch_t_divides_however_it_lies(turn: int, skew: float, noise: int, blur: float) -> None:
    seen = scan(sheet(), turn=turn, skew=skew, noise=noise, blur=blur)
    codes = codes_on(Picture(pixels(seen), DPI))
    assert [(code.format, code.text) for code in codes] == [("PatchCode", "PATCHT")]
    assert is_separator(codes)


def test_its_box_is_where_the_bars_are() -> None:
    box = patch_on(pixels(sheet()))
    assert box is not None
    assert box.top == pytest.approx(0.6 * DPI / 1754, abs=0.01)
    assert box.bottom == pytest.approx(1.4 * DPI / 1754, abs=0.01)


def test_short_bars_are_enough() -> None:
    assert patch_on(pixels(sheet(length=2.0))) is not None


@pytest.mark.parametrize("kind", ["1", "2", "4", "6"])
def test_other_patches_do_not_divide(kind: str) -> None:
    assert patch_on(pixels(sheet(kind))) is None


def ruled() -> Image.Image:
    """A form with rules and filled bars, as tables have them."""
    image = Image.new("L", (1240, 1754), 250)
    draw = ImageDraw.Draw(image)
    for y in range(100, 1700, 40):
        draw.line((100, y, 1140, y), 30, 3)
    for y in range(200, 1700, 200):
        draw.rectangle((100, y, 1140, y + 30), fill=60)
    return image


@pytest.mark.parametrize("image", [photograph(typeset(invoice()), dpi=DPI), ruled(), Image.new("L", (1240, 1754), 250),
                                   Image.new("L", (1240, 1754), 5), Image.new("L", (40, 30), 90)])  # fmt: skip
def test_nothing_else_is_taken_for_it(image: Image.Image) -> None:
    assert patch_on(pixels(scan(image, noise=10) if image.width > 100 else image)) is None


def test_no_sample_is_taken_for_it() -> None:
    folder = Path(__file__).parents[1] / "app" / "samples"
    pictures = [path for path in folder.iterdir() if path.suffix.lower() in (".jpg", ".tif")]
    assert pictures
    for path in pictures:
        with Image.open(path) as image:
            assert patch_on(pixels(image)) is None, path.name
