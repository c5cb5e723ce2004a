"""A page as pixels, and the turns it takes before it is read.

A page is read, shown and boxed upright: perspective, quarter turns and skew are taken out first. `upright` is the map
from the picture as it came to the page as it is shown, made from the recorded steps alone, so that a box can always be
carried back onto the untouched original.
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
class Projection:
    """x' = (a x + b y + c) / w, y' = (d x + e y + f) / w with w = g x + h y + i; the origin is at the top left, y goes
    downwards. Turns and shifts have g = h = 0; a sheet seen at an angle has not."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    g: float = 0.0
    h: float = 0.0
    i: float = 1.0

    @property
    def matrix(self) -> NDArray[np.float64]:
        rows = ((self.a, self.b, self.c), (self.d, self.e, self.f), (self.g, self.h, self.i))
        return np.array(rows, dtype=np.float64)

    def then(self, other: Projection) -> Projection:
        """The map that does this one first and `other` after it."""
        return _projection(other.matrix @ self.matrix)

    def inverse(self) -> Projection:
        return _projection(np.asarray(np.linalg.inv(self.matrix), np.float64))

    def point(self, x: float, y: float) -> tuple[float, float]:
        w = self.g * x + self.h * y + self.i
        return (self.a * x + self.b * y + self.c) / w, (self.d * x + self.e * y + self.f) / w


def _projection(matrix: NDArray[np.float64]) -> Projection:
    return Projection(*(float(value) for value in (matrix / matrix[2, 2]).ravel()))


IDENTITY = Projection(1, 0, 0, 0, 1, 0)
_MOVING = ("perspective", "turn", "deskew")


def upright(steps: Iterable[Step], width: float, height: float) -> tuple[Projection, float, float]:
    """The map from a picture of `width` x `height` to the upright page, and the page's width and height.

    Reads the steps `perspective` (`corners`: x and y of the sheet's corners as fractions of the picture, clockwise from
    the top left), `turn` (quarter turns) and `deskew`, both in degrees clockwise; other steps move nothing."""
    total = IDENTITY
    for step in steps:
        if step["step"] not in _MOVING:
            continue
        if step["step"] == "perspective":
            moved, width, height = _flattened(_corners(step), width, height)
        else:
            moved, width, height = _turned(float(str(step["degrees"])), width, height)
        total = total.then(moved)
    return total, width, height


def _turned(degrees: float, width: float, height: float) -> tuple[Projection, float, float]:
    """A clockwise turn about the middle, the canvas grown so that no corner is lost."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    new_width, new_height = abs(width * cos) + abs(height * sin), abs(width * sin) + abs(height * cos)
    dx = new_width / 2 - (cos * width - sin * height) / 2
    dy = new_height / 2 - (sin * width + cos * height) / 2
    return Projection(cos, -sin, dx, sin, cos, dy), new_width, new_height


def _corners(step: Step) -> NDArray[np.float64]:
    """Of shape (4, 2), as fractions. Raises ValueError where the step holds no four corners."""
    return np.asarray(step["corners"], np.float64).reshape(4, 2)


def _flattened(corners: NDArray[np.float64], width: float, height: float) -> tuple[Projection, float, float]:
    """The sheet as seen from straight above: as wide and high as its sides are long in the picture."""
    came = corners * (width, height)
    top, right, bottom, left = (float(np.hypot(*side)) for side in np.roll(came, -1, axis=0) - came)
    new_width, new_height = (top + bottom) / 2, (left + right) / 2
    goes = np.array([[0, 0], [new_width, 0], [new_width, new_height], [0, new_height]])
    return _projection(_four_points(came, goes)), new_width, new_height


def _four_points(came: NDArray[np.float64], goes: NDArray[np.float64]) -> NDArray[np.float64]:
    """The one projection that takes four points to four others: eight equations (OpenCV's own takes only float32)."""
    rows, wanted = [], []
    for (x, y), (u, v) in zip(came, goes, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        wanted += [u, v]
    return np.append(np.linalg.solve(np.array(rows), np.array(wanted)), 1.0).reshape(3, 3)


_QUARTERS = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}


def apply_steps(picture: Picture, steps: Iterable[Step]) -> Picture:
    """The upright page: exact for quarter turns, else resampled once for all steps; white where nothing was."""
    moving = [step for step in steps if step["step"] in _MOVING]
    if any(step["step"] != "turn" for step in moving):
        return _warped(picture, *upright(moving, picture.width, picture.height))
    degrees = sum(round(float(str(step["degrees"]))) for step in moving) % 360
    if not degrees:
        return picture
    return Picture(np.asarray(cv2.rotate(picture.pixels, _QUARTERS[degrees]), np.uint8), picture.dpi)


def _warped(picture: Picture, moved: Projection, width: float, height: float) -> Picture:
    # OpenCV counts from the middle of the first pixel, the map from its corner.
    shift = Projection(1, 0, 0.5, 0, 1, 0.5)
    matrix, size = shift.then(moved).then(shift.inverse()).matrix, (round(width), round(height))
    flags, border, white = cv2.INTER_LINEAR, cv2.BORDER_CONSTANT, (WHITE, WHITE, WHITE)
    if moved.g == moved.h == 0:
        pixels = cv2.warpAffine(picture.pixels, matrix[:2], size, flags=flags, borderMode=border, borderValue=white)
    else:
        pixels = cv2.warpPerspective(picture.pixels, matrix, size, flags=flags, borderMode=border, borderValue=white)
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
