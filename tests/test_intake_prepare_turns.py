"""Which way is up on pages that read badly."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from intake.picture import Picture
from intake.prepare import EVERY_STEP
from intake.read_picture import PictureReading, read_picture
from intake.readers.page_reader import PageReader
from intake.readers.rapid import RapidReader
from intake.readers.tesseract import TesseractReader
from tests.paper import invoice, photograph, typeset

Pixels = NDArray[np.uint8]

_DPI = 200


def _page() -> Pixels:
    image = photograph(typeset(invoice()), dpi=_DPI).convert("L")
    return np.array(image)[: int(image.height * 0.5)]


def _in_dots(page: Pixels) -> Pixels:
    """As a matrix printer prints: Tesseract finds nothing on it, the second reader most."""
    rows, columns = np.indices(page.shape)
    return np.where((page < 128) & (rows % 3 < 2) & (columns % 3 < 2), 0, 255).astype(np.uint8)


def _blotted(page: Pixels) -> Pixels:
    """Blots of the size of letters all over: Tesseract takes most of them for words."""
    noise = cv2.GaussianBlur(np.random.default_rng(3).normal(0, 1, page.shape), (0, 0), 1.6)
    return np.where(noise > 1.9 * noise.std(), 0, page).astype(np.uint8)


def _read(pixels: Pixels, turned: int, folder: Path, second: PageReader | None = None) -> PictureReading:
    picture = Picture(np.ascontiguousarray(np.rot90(pixels, -turned // 90)), _DPI)
    # Joined, the dots would not be that bad.
    return read_picture(picture, TesseractReader(("ita", "eng")), folder, EVERY_STEP - {"dots"}, second)


def _turned(reading: PictureReading) -> list[object]:
    return [step["degrees"] for step in reading.steps if step["step"] == "turn"]


@pytest.mark.parametrize(("turned", "turn"), [(0, []), (90, [270]), (180, [180]), (270, [90])])
def test_where_tesseract_reads_nothing_the_second_reader_tells(turned: int, turn: list[int], tmp_path: Path) -> None:
    assert _turned(_read(_in_dots(_page()), turned, tmp_path, RapidReader())) == turn


@pytest.mark.parametrize("turned", [0, 180])
def test_a_page_of_level_lines_is_not_laid_on_its_side_because_nothing_can_be_read(turned: int, tmp_path: Path) -> None:
    assert _turned(_read(_in_dots(_page()), turned, tmp_path)) == []


@pytest.mark.parametrize(("turned", "turn"), [(0, []), (180, [180])])
def test_blots_that_look_like_words_do_not_hide_which_way_is_up(turned: int, turn: list[int], tmp_path: Path) -> None:
    assert _turned(_read(_blotted(_page()), turned, tmp_path)) == turn


def test_a_page_without_a_word_lies_as_it_came(tmp_path: Path) -> None:
    picture = np.full((1200, 900), 255, np.uint8)
    picture[200:900, 300:500] = 60
    assert _turned(_read(picture, 0, tmp_path, RapidReader())) == []
