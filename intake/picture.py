"""A page as pixels, and the turns it takes before it is read.

A page is read, shown and boxed upright: quarter turns and skew are taken out first. `upright` is the map from the
picture as it came to the page as it is shown, made from the recorded steps alone, so that a box can always be carried
back onto the untouched original.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Step = Mapping[str, object]
WHITE = 255


@dataclass(frozen=True, slots=True)
class Picture:
    """`pixels` is (height, width) grey or (height, width, 3) RGB; `dpi` is as stated by the file, or guessed."""

    pixels: Pixels
    dpi: int

    @property
    def width(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        return int(self.pixels.shape[0])


@dataclass(frozen=True, slots=True)
class Affine:
    """x' = a x + b y + c, y' = d x + e y + f, in pixels with the origin at the top left, y downwards."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def then(self, other: Affine) -> Affine:
        """The map that does this one first and `other` after it."""
        return Affine(
            other.a * self.a + other.b * self.d,
            other.a * self.b + other.b * self.e,
            other.a * self.c + other.b * self.f + other.c,
            other.d * self.a + other.e * self.d,
            other.d * self.b + other.e * self.e,
            other.d * self.c + other.e * self.f + other.f,
        )

    def inverse(self) -> Affine:
        det = self.a * self.e - self.b * self.d
        a, b, d, e = self.e / det, -self.b / det, -self.d / det, self.a / det
        return Affine(a, b, -(a * self.c + b * self.f), d, e, -(d * self.c + e * self.f))

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.b * y + self.c, self.d * x + self.e * y + self.f


IDENTITY = Affine(1, 0, 0, 0, 1, 0)


def upright(steps: Iterable[Step], width: float, height: float) -> tuple[Affine, float, float]:
    """The map from a picture of `width` x `height` to the upright page, and the page's width and height.

    Reads the steps `turn` (quarter turns) and `deskew`, both in degrees clockwise; other steps move nothing."""
    total = IDENTITY
    for step in steps:
        if step["step"] not in ("turn", "deskew"):
            continue
        degrees = float(str(step["degrees"]))
        turned, width, height = _turned(degrees, width, height)
        total = total.then(turned)
    return total, width, height


def _turned(degrees: float, width: float, height: float) -> tuple[Affine, float, float]:
    """A clockwise turn about the middle, the canvas grown so that no corner is lost."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    new_width, new_height = abs(width * cos) + abs(height * sin), abs(width * sin) + abs(height * cos)
    dx = new_width / 2 - (cos * width - sin * height) / 2
    dy = new_height / 2 - (sin * width + cos * height) / 2
    return Affine(cos, -sin, dx, sin, cos, dy), new_width, new_height


_QUARTERS = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}


def apply_steps(picture: Picture, steps: Iterable[Step]) -> Picture:
    """The upright page: exact for quarter turns, resampled once for a deskew; white where nothing was."""
    for step in steps:
        degrees = float(str(step.get("degrees", 0)))
        if step["step"] == "turn":
            picture = Picture(np.asarray(cv2.rotate(picture.pixels, _QUARTERS[round(degrees)]), np.uint8), picture.dpi)
        elif step["step"] == "deskew":
            picture = _deskewed(picture, degrees)
    return picture


def _deskewed(picture: Picture, degrees: float) -> Picture:
    turned, width, height = _turned(degrees, picture.width, picture.height)
    # OpenCV counts from the middle of the first pixel, the map from its corner.
    shift = Affine(1, 0, 0.5, 0, 1, 0.5)
    m = shift.then(turned).then(shift.inverse())
    matrix = np.array([[m.a, m.b, m.c], [m.d, m.e, m.f]], dtype=np.float64)
    pixels = cv2.warpAffine(
        picture.pixels,
        matrix,
        (round(width), round(height)),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(WHITE, WHITE, WHITE),
    )
    return Picture(np.asarray(pixels, np.uint8), picture.dpi)


def grey(picture: Picture) -> Picture:
    if picture.pixels.ndim == 2:
        return picture
    return Picture(np.asarray(cv2.cvtColor(picture.pixels, cv2.COLOR_RGB2GRAY), np.uint8), picture.dpi)


def scaled(picture: Picture, factor: float) -> Picture:
    """The picture larger or smaller, with its dpi."""
    size = (max(1, round(picture.width * factor)), max(1, round(picture.height * factor)))
    pixels = picture.pixels
    while pixels.shape[1] >= 2 * size[0] and pixels.shape[0] >= 2 * size[1] and min(size) > 1:
        pixels = _halved(pixels)
    pixels = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC))
    return Picture(pixels, max(1, round(picture.dpi * factor)))


def _halved(pixels: Pixels) -> Pixels:
    """Two by two pixels into one: five times as fast as any uneven factor, which then has little left to do."""
    even = pixels[: pixels.shape[0] // 2 * 2, : pixels.shape[1] // 2 * 2]
    return np.asarray(cv2.resize(even, (even.shape[1] // 2, even.shape[0] // 2), interpolation=cv2.INTER_AREA))
