"""Pictures of one page have prints that are alike, pictures of others have not."""

from __future__ import annotations

import cv2
import numpy as np

from intake.picture import Pixels
from intake.picture_print import picture_print
from storage.sameness.prints import picture_likeness


def drawn(seed: int) -> Pixels:
    """A page of lines of words."""
    rng = np.random.default_rng(seed)
    page = np.full((1170, 827), 255, np.uint8)
    for top in range(90, 1080, 24):
        at, end = 70, int(rng.integers(120, 760))
        while at < end and rng.random() < 0.93:
            wide = int(rng.integers(15, 90))
            cv2.rectangle(page, (at, top), (min(at + wide, 760), top + 9), 40, -1)
            at += wide + 12
    return page


def turned(page: Pixels, degrees: float) -> Pixels:
    turn = cv2.getRotationMatrix2D((page.shape[1] / 2, page.shape[0] / 2), degrees, 1.0)
    return np.asarray(cv2.warpAffine(page, turn, page.shape[::-1], borderValue=255), np.uint8)


def alike(one: Pixels, other: Pixels) -> float:
    return picture_likeness(picture_print(one), picture_print(other)) or 0.0


def test_the_same_page_scanned_otherwise() -> None:
    page = drawn(1)
    dark = np.asarray(page * 0.6 + 30, np.uint8)
    larger = np.asarray(cv2.resize(page, None, fx=1.8, fy=1.8), np.uint8)
    for again in (dark, larger, turned(page, 1.3), page[30:-25, 25:-30]):
        assert alike(page, np.ascontiguousarray(again)) > 0.6


def test_other_pages_have_other_prints() -> None:
    assert max(alike(drawn(1), drawn(seed)) for seed in range(2, 8)) < 0.6


def test_a_page_without_print_has_none() -> None:
    assert picture_print(np.full((300, 200), 250, np.uint8)) == b""
    assert picture_print(np.full((1, 1), 0, np.uint8)) == b""
    assert picture_likeness(b"", b"") is None
