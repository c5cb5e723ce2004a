"""What is done to a picture before it is read helps where it is needed, and leaves alone what is well."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from intake.picture import Picture, upright
from intake.prepare import EVERY_STEP
from intake.read_picture import PictureReading, read_picture
from intake.readers.tesseract import TesseractReader
from tests.paper import Print, invoice, photograph, typeset

Pixels = NDArray[np.uint8]

_DPI = 200
_WRITTEN = {"147/2026", "07643520567", "1.053,50", "231,77", "1.285,27"}
_AMOUNTS = ("1.053,50", "231,77", "12.408,15", "7,66", "0,44", "1.285,27")


def _page(dpi: int = _DPI, prints: Sequence[Print] | None = None) -> Pixels:
    image = photograph(typeset(prints or invoice()), dpi=dpi).convert("L")
    # The upper half is all that is written on: half the page, half the time.
    return np.array(image)[: int(image.height * 0.75)]


def _amounts() -> Pixels:
    return _page(prints=[Print(60, 30 + 14 * row, text, 11) for row, text in enumerate(_AMOUNTS)])


def _between_lines(page: Pixels) -> list[int]:
    """Rows of pixels in the middle between two lines of print."""
    bare = np.flatnonzero((page > 128).all(axis=1))
    gaps = np.split(bare, np.flatnonzero(np.diff(bare) > 1) + 1)
    return [int(gap.mean()) for gap in gaps[1:-1] if len(gap) > 12]


def _read(pixels: Pixels, folder: Path, without: str = "", dpi: int = _DPI) -> PictureReading:
    reader = TesseractReader(("ita", "eng"))
    return read_picture(Picture(pixels, dpi), reader, folder, EVERY_STEP - {without})


def _texts(reading: PictureReading) -> set[str]:
    return {word.text for word in reading.words}


def _taken(reading: PictureReading) -> set[object]:
    return {step["step"] for step in reading.steps}


def _seen_on_a_table(page: Pixels, corners: Sequence[tuple[float, float]]) -> Pixels:
    """A telephone's picture of the page, its corners where they are said to be (pixels)."""
    height, width = page.shape
    came = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    seen = cv2.getPerspectiveTransform(came, np.array(corners, np.float32))
    size = (width + 260, height + 260)
    paper = cv2.warpPerspective(page, seen, size, flags=cv2.INTER_AREA, borderValue=(70,)).astype(np.float32)
    light = np.linspace(1.0, 0.75, size[0], dtype=np.float32)
    return np.asarray(np.clip(paper * light[None, :], 0, 255), np.uint8)


_SEEN = ((160, 90), (1720, 170), (1780, 1960), (80, 1850))


def test_a_good_page_is_left_as_it_is(tmp_path: Path) -> None:
    reading = _read(_page(dpi=300), tmp_path, dpi=300)
    assert reading.steps == ()
    assert {"147/2026", "1.285,27"} <= _texts(reading)


def test_specks_go_and_the_points_and_commas_stay(tmp_path: Path) -> None:
    page, random = _page(), np.random.default_rng(5)
    page = np.where(page < 160, 0, 255).astype(np.uint8)
    page[random.random(page.shape) < 0.02] = 0
    reading = _read(page, tmp_path)
    assert "specks" in _taken(reading)
    assert "dots" not in _taken(reading)
    assert _WRITTEN | {"S.r.l.", "12,"} <= _texts(reading)


def test_dotted_rules_are_no_specks(tmp_path: Path) -> None:
    """Small signs by the hundred, but in rows: what is dirt lies anywhere."""
    page = _page()
    for y in _between_lines(page)[::3]:
        page[y : y + 2, 100:1500:6] = page[y : y + 2, 101:1500:6] = 0
    reading = _read(page, tmp_path)
    assert not _taken(reading) & {"specks", "dots"}
    assert _texts(reading) >= _WRITTEN


@pytest.mark.parametrize(("pitch", "dot"), [(3, 2), (4, 3)])
def test_print_in_separate_dots_is_joined(pitch: int, dot: int, tmp_path: Path) -> None:
    page = _page()
    rows, columns = np.indices(page.shape)
    dotted = np.where((page < 128) & (rows % pitch < dot) & (columns % pitch < dot), 0, 255).astype(np.uint8)
    reading = _read(dotted, tmp_path)
    assert "dots" in _taken(reading)
    assert _texts(reading) >= _WRITTEN


def test_what_lies_in_deep_shadow_is_read(tmp_path: Path) -> None:
    page = _page().astype(np.float32)
    shadow = cv2.GaussianBlur(np.tri(*page.shape, dtype=np.float32), (0, 0), 40)
    shaded = np.asarray(page * (1 - 0.55 * shadow) + np.random.default_rng(1).normal(0, 3, page.shape), np.float32)
    reading = _read(np.clip(shaded, 0, 255).astype(np.uint8), tmp_path)
    assert "light" in _taken(reading)
    assert _texts(reading) >= _WRITTEN
    assert np.median(reading.straight.pixels) > 240


@pytest.mark.parametrize("turned", [0, 2])
def test_words_of_a_sheet_seen_at_an_angle_map_back_onto_the_picture(turned: int, tmp_path: Path) -> None:
    page = _page()
    height, width = page.shape
    seen = cv2.getPerspectiveTransform(
        np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32), np.array(_SEEN, np.float32)
    )
    picture = np.ascontiguousarray(np.rot90(_seen_on_a_table(page, _SEEN), turned))
    reading = _read(picture, tmp_path)
    assert "perspective" in _taken(reading)
    (word,) = [word for word in reading.words if word.text == "147/2026"]
    back = upright(reading.steps, picture.shape[1], picture.shape[0])[0].inverse()
    came = np.array(back.point(word.box.middle[0] * reading.size[0], word.box.middle[1] * reading.size[1]))
    if turned:
        came = np.array([picture.shape[1], picture.shape[0]]) - came
    # The middle of the number in print, millimetres from the page's corner, found by its box on the flat page.
    (flat,) = [word for word in _read(page, tmp_path).words if word.text == "147/2026"]
    wanted = seen @ (flat.box.middle[0] * width, flat.box.middle[1] * height, 1)
    assert came == pytest.approx(wanted[:2] / wanted[2], abs=8)


def test_no_sheet_is_made_up_where_none_is_seen_whole(tmp_path: Path) -> None:
    page = _page()
    page[: page.shape[0] // 2, : page.shape[1] // 2] = 90
    assert "perspective" not in _taken(_read(page, tmp_path))


def test_a_stamp_in_colour_does_not_hide_what_it_crosses(tmp_path: Path) -> None:
    page = np.stack([_amounts()] * 3, axis=2)
    stamp = np.full_like(page, 255)
    for row in range(len(_AMOUNTS)):
        y = int((30 + 14 * row - 1.5) / 25.4 * _DPI)
        cv2.line(stamp, (430, y + 12), (760, y - 14), (40, 60, 190), 6)
    reading = _read(np.minimum(page, stamp), tmp_path)
    assert "colour" in _taken(reading)
    assert set(_AMOUNTS) <= _texts(reading)


def test_words_printed_in_colour_stay(tmp_path: Path) -> None:
    grey = _amounts()
    page = np.stack([np.maximum(grey, 190), grey, grey], axis=2)  # red on white
    reading = _read(page, tmp_path)
    assert "colour" not in _taken(reading)
    assert set(_AMOUNTS) <= _texts(reading)


def test_broken_rules_through_the_feet_of_numbers_do_not_eat_their_commas(tmp_path: Path) -> None:
    page = _amounts()
    for row in range(len(_AMOUNTS)):
        y = int((30 + 14 * row + 1.2) / 25.4 * _DPI)
        for x in range(300, 1300, 10):
            page[y : y + 3, x : x + 6] = 30
    reading = _read(page, tmp_path)
    assert "rules" in _taken(reading)
    assert set(_AMOUNTS) <= _texts(reading)
