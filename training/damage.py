"""Rendered pages as scanners, faxes and phones give them.

`damaged(page, dpi, level, rng)` takes a clean rendering and gives pixels and the resolution that they claim. Levels:
clean, office (skewed, soft, uneven light, noise, stamp, punch holes, staple, fold), poor (stronger; some as fax: black
and white, speckled), photo (in perspective on a desk, shadow, compression).
"""

from __future__ import annotations

from random import Random
from typing import Any, NamedTuple

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
LEVELS = ("clean", "office", "poor", "photo")
_STAMPS = ("RICEVUTO", "PAGATO", "COPIA", "VISTO", "REGISTRATO", "ARRIVATO")
_INKS = ((150, 50, 40), (40, 40, 170), (130, 40, 110), (60, 60, 60))  # blue, red, violet, grey: blue channel first


class Scan(NamedTuple):
    """A picture of a page, colour (blue, green, red) or grey, and its dots per inch (0 where nobody knows)."""

    pixels: Pixels
    dpi: int


def rendered(pdf: bytes, dpi: int) -> list[Pixels]:
    """The PDF's pages as colour pictures."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [np.ascontiguousarray(page.render(scale=dpi / 72).to_numpy()[:, :, :3]) for page in document]
    finally:
        document.close()


def resolution_of(level: str, rng: Random) -> int:
    """The dots per inch at which a page of this level is best rendered."""
    return {
        "clean": 300,
        "office": rng.choice((200, 240, 300, 300)),
        "poor": rng.choice((130, 150, 200)),
        "photo": 220,
    }[level]


def damaged(page: Pixels, dpi: int, level: str, rng: Random) -> Scan:
    """The page at one of LEVELS; the same for the same state of `rng`."""
    noise = np.random.default_rng(rng.getrandbits(32))
    if level == "clean":
        return Scan(_noisy(_soft(_turned(page, rng.gauss(0, 0.1)), 0.35), 2.0, noise), dpi)
    if level == "office":
        return Scan(_office(page, dpi, rng, noise), dpi)
    if level == "poor":
        return Scan(_poor(page, dpi, rng, noise), dpi)
    return Scan(_photo(page, rng, noise), 0)


def _office(page: Pixels, dpi: int, rng: Random, noise: np.random.Generator) -> Pixels:
    image = page.copy()
    if rng.random() < 0.25:
        image = _stamped(image, dpi, rng)
    if rng.random() < 0.3:
        _punched(image, dpi, rng)
    if rng.random() < 0.2:
        _stapled(image, dpi, rng)
    if rng.random() < 0.2:
        _folded(image, rng)
    image = _turned(image, rng.gauss(0, 0.8))
    image = _lit(_soft(image, rng.uniform(0.4, 0.9) * dpi / 250), rng, 0.16)
    image = _faded(image, rng.uniform(0.78, 1.0), rng.randint(0, 25))
    image = _noisy(image, rng.uniform(2, 8), noise)
    if rng.random() < 0.5:
        image = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY).astype(np.uint8)
    return _compressed(image, rng.randint(55, 88))


def _poor(page: Pixels, dpi: int, rng: Random, noise: np.random.Generator) -> Pixels:
    image = page.copy()
    if rng.random() < 0.25:
        image = _stamped(image, dpi, rng)
    if rng.random() < 0.4:
        _folded(image, rng)
    if rng.random() < 0.3:
        _punched(image, dpi, rng)
    image = _turned(image, rng.gauss(0, 1.4))
    grey: Pixels = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY).astype(np.uint8)
    grey = _lit(_soft(grey, rng.uniform(0.6, 1.1) * dpi / 200), rng, 0.3)
    if rng.random() < 0.4:
        return _faxed(grey, rng, noise)
    grey = _faded(grey, rng.uniform(0.4, 0.75), rng.randint(20, 60))
    grey = _speckled(_noisy(grey, rng.uniform(8, 18), noise), rng.uniform(0.0002, 0.002), noise)
    return _compressed(grey, rng.randint(30, 60))


def _photo(page: Pixels, rng: Random, noise: np.random.Generator) -> Pixels:
    image = _on_desk(page, rng, noise)
    image = _lit(image, rng, 0.45)
    if rng.random() < 0.7:
        image = _shadowed(image, rng)
    tint = np.array([rng.uniform(0.82, 1.0), rng.uniform(0.93, 1.0), 1.0])
    image = _as_pixels(image * tint.astype(np.float32))
    image = _noisy(_soft(image, rng.uniform(0.5, 1.1)), rng.uniform(3, 9), noise)
    return _compressed(image, rng.randint(45, 80))


def _as_pixels(values: NDArray[Any]) -> Pixels:
    pixels: Pixels = np.clip(values, 0, 255).astype(np.uint8)
    return pixels


def _turned(image: Pixels, degrees: float) -> Pixels:
    high, wide = image.shape[:2]
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), degrees, 1.0)
    paper = (255, 255, 255)
    return cv2.warpAffine(image, turn, (wide, high), flags=cv2.INTER_LINEAR, borderValue=paper).astype(np.uint8)


def _soft(image: Pixels, sigma: float) -> Pixels:
    return cv2.GaussianBlur(image, (0, 0), max(sigma, 0.1)).astype(np.uint8)


def _noisy(image: Pixels, level: float, noise: np.random.Generator) -> Pixels:
    """Grain, the same in all colours."""
    grain = noise.normal(0, level, image.shape[:2]).astype(np.float32)
    return _as_pixels(image + (grain if image.ndim == 2 else grain[:, :, None]))


def _lit(image: Pixels, rng: Random, most: float) -> Pixels:
    """Light that falls off to one side."""
    high, wide = image.shape[:2]
    across = np.linspace(-1, 1, wide, dtype=np.float32)[None, :] * rng.uniform(-1, 1)
    down = np.linspace(-1, 1, high, dtype=np.float32)[:, None] * rng.uniform(-1, 1)
    light = 1 - (across + down + 2) * np.float32(most * rng.random() / 4)
    return _as_pixels(image * (light if image.ndim == 2 else light[:, :, None]))


def _faded(image: Pixels, contrast: float, black: int) -> Pixels:
    """Less contrast; the ink no darker than `black`."""
    return _as_pixels(255 - (255 - image.astype(np.float32)) * np.float32(contrast * (1 - black / 255)))


def _speckled(image: Pixels, share: float, noise: np.random.Generator) -> Pixels:
    out = image.copy()
    count = int(share * image.shape[0] * image.shape[1])
    rows, columns = noise.integers(0, image.shape[0] - 2, count), noise.integers(0, image.shape[1] - 2, count)
    dark = noise.random(count) < 0.7
    for size in (0, 1):
        out[rows + size, columns] = np.where(dark, 40, 235)
    return out


def _faxed(grey: Pixels, rng: Random, noise: np.random.Generator) -> Pixels:
    """Black and white, strokes thinned or thickened, specks, a line or two of a dirty drum."""
    at = rng.randint(130, 200)
    out = np.where(_noisy(grey, rng.uniform(5, 25), noise) < at, 0, 255).astype(np.uint8)
    if rng.random() < 0.3:
        out = cv2.erode(out, np.ones((2, 2), np.uint8)).astype(np.uint8)
    out = _speckled(out, rng.uniform(0.0003, 0.003), noise)
    for _ in range(rng.randint(0, 2)):
        column = rng.randrange(out.shape[1])
        out[:, column : column + 1] = 0
    return np.where(out < 128, 0, 255).astype(np.uint8)


def _compressed(image: Pixels, quality: int) -> Pixels:
    _, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])
    back = cv2.imdecode(data, cv2.IMREAD_UNCHANGED)
    assert back is not None, "what was just compressed cannot be read"
    return back.astype(np.uint8)


def _punched(image: Pixels, dpi: int, rng: Random) -> None:
    """Two or four holes in the left margin."""
    high, grey = image.shape[0], rng.randint(0, 90)
    gap = 80 / 25.4 * dpi
    for number in range(rng.choice((2, 2, 4))):
        middle = high / 2 + (number - 0.5 if number < 2 else (-1.5, 1.5)[number - 2]) * gap
        centre = (int(rng.uniform(10, 13) / 25.4 * dpi), int(middle))
        cv2.circle(image, centre, int(2.9 / 25.4 * dpi), (grey, grey, grey), -1, cv2.LINE_AA)


def _stapled(image: Pixels, dpi: int, rng: Random) -> None:
    start = (rng.randint(dpi // 6, dpi // 2), rng.randint(dpi // 6, dpi // 2))
    end = (start[0] + dpi // 3, start[1] - rng.randint(-dpi // 10, dpi // 6))
    cv2.line(
        image, (start[0] + 3, start[1] + 4), (end[0] + 3, end[1] + 4), (190, 190, 190), max(2, dpi // 60), cv2.LINE_AA
    )
    cv2.line(image, start, end, (110, 110, 110), max(1, dpi // 100), cv2.LINE_AA)


def _folded(image: Pixels, rng: Random) -> None:
    """A crease across the page, lighter on one side."""
    row = int(image.shape[0] * rng.choice((1 / 3, 0.5, 2 / 3)) + rng.gauss(0, 8))
    band = image[row : row + 6].astype(np.float32)
    image[row : row + 6] = np.clip(band * rng.uniform(0.75, 0.92), 0, 255).astype(np.uint8)
    image[row + 6 : row + 9] = np.maximum(image[row + 6 : row + 9], 235)


def _stamped(image: Pixels, dpi: int, rng: Random) -> Pixels:
    """A rubber stamp, aslant and half transparent, over whatever is there."""
    ink = rng.choice(_INKS)
    words = [rng.choice(_STAMPS), f"{rng.randint(1, 28):02d}/{rng.randint(1, 12):02d}/{rng.randint(2019, 2027)}"]
    layer = np.full_like(image, 255)
    scale, thick = dpi / 300 * rng.uniform(1.2, 2.2), max(1, int(dpi / 300 * 4))
    left, top = (
        rng.randint(image.shape[1] // 8, image.shape[1] // 2),
        rng.randint(image.shape[0] // 8, image.shape[0] * 3 // 4),
    )
    wide = 0
    for number, word in enumerate(words):
        (size, high), _ = cv2.getTextSize(word, cv2.FONT_HERSHEY_DUPLEX, scale, thick)
        wide = max(wide, size)
        cv2.putText(
            layer, word, (left, top + number * high * 2), cv2.FONT_HERSHEY_DUPLEX, scale, ink, thick, cv2.LINE_AA
        )
    edge = int(12 * scale)
    cv2.rectangle(layer, (left - edge, top - 4 * edge), (left + wide + edge, top + 5 * edge), ink, thick)
    turn = cv2.getRotationMatrix2D((left, top), rng.uniform(-12, 12), 1.0)
    layer = cv2.warpAffine(layer, turn, (image.shape[1], image.shape[0]), borderValue=(255, 255, 255)).astype(np.uint8)
    strength = rng.uniform(0.5, 0.9)
    through = 255 - (255 - layer.astype(np.float32)) * strength
    return _as_pixels(image.astype(np.float32) * through / 255)


def _on_desk(page: Pixels, rng: Random, noise: np.random.Generator) -> Pixels:
    """The page in perspective, a little bent light, on wood, cloth or metal."""
    high, wide = page.shape[:2]
    room = rng.uniform(0.03, 0.12)
    out_wide, out_high = int(wide * (1 + 2 * room)), int(high * (1 + 2 * room))
    colour = np.array(
        rng.choice(((60, 90, 130), (90, 80, 70), (40, 40, 45), (150, 160, 165), (70, 100, 90))), np.float32
    )
    grain = cv2.resize(
        noise.normal(0, 14, (out_high // 40 + 2, out_wide // 6 + 2)).astype(np.float32), (out_wide, out_high)
    )
    desk = np.clip(colour + grain[:, :, None], 0, 255).astype(np.uint8)
    shift = 0.035
    corners = np.array(((0, 0), (wide, 0), (wide, high), (0, high)), np.float32)
    placed = np.array(
        [
            (
                x + wide * room + wide * rng.uniform(-shift, shift),
                y + high * room + high * rng.uniform(-shift, shift) * 0.6,
            )
            for x, y in corners
        ],
        np.float32,
    )
    view = cv2.getPerspectiveTransform(corners, placed)
    warped = cv2.warpPerspective(page, view, (out_wide, out_high), flags=cv2.INTER_LINEAR)
    mask = cv2.warpPerspective(np.full((high, wide), 255, np.uint8), view, (out_wide, out_high), flags=cv2.INTER_LINEAR)
    share = (mask.astype(np.float32) / 255)[:, :, None]
    return _as_pixels(warped * share + desk * (1 - share))


def _shadowed(image: Pixels, rng: Random) -> Pixels:
    """The shadow of a hand or of the phone over a part of the page."""
    high, wide = image.shape[:2]
    small = np.ones((high // 8, wide // 8), np.float32)
    corners = [(rng.uniform(-0.3, 1.3) * wide / 8, rng.uniform(-0.3, 1.3) * high / 8) for _ in range(3)]
    cv2.fillPoly(small, [np.array(corners, np.int32)], rng.uniform(0.55, 0.85))
    small = cv2.GaussianBlur(small, (0, 0), rng.uniform(8, 30))
    shade = cv2.resize(small, (wide, high))
    return _as_pixels(image * shade[:, :, None])
