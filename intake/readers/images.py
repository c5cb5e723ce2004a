"""Pictures from scanners, telephones and fax machines -> upright 8-bit pixels with a believable resolution."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pillow_heif
from PIL import Image, ImageOps, UnidentifiedImageError

from intake.errors import DamagedFile, PictureTooLarge, TruncatedFile
from intake.picture import Picture, scaled

pillow_heif.register_heif_opener()
Image.MAX_IMAGE_PIXELS = None  # our own limit is checked before anything is decoded

MAX_PIXELS = 120_000_000  # A3 at 600 dpi is 70 million
_LONGEST_SIDE = 5000  # pixels; what a telephone gives beyond it is blur
_PAGE_INCHES = 11.69  # the long side of A4
_FORMATS = ("TIFF", "JPEG", "PNG", "WEBP", "HEIF", "BMP", "MPO")


def frame_count(path: Path) -> int:
    """How many pages the picture has. Raises DamagedFile, TruncatedFile."""
    with opened(path, 1) as image:
        return int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1


def read_frame(path: Path, number: int) -> Picture:
    """Page `number` (from 1) as grey or RGB. Raises DamagedFile, TruncatedFile, PictureTooLarge."""
    with opened(path, number) as image:
        if image.width * image.height > MAX_PIXELS:
            raise PictureTooLarge(page=number, width=image.width, height=image.height)
        dpi = resolution(image)
        if image.format in ("JPEG", "MPO") and max(image.size) > 2 * _LONGEST_SIDE:
            image.draft(None, (_LONGEST_SIDE, _LONGEST_SIDE))
        upright = ImageOps.exif_transpose(image)
        if image.getexif().get(0x0112, 1) in (5, 6, 7, 8):
            dpi = (dpi[1], dpi[0])
        pixels = np.asarray(_eight_bit(upright), np.uint8)
    return _square(pixels, dpi)


@contextmanager
def opened(path: Path, number: int) -> Iterator[Image.Image]:
    """What Pillow raises on hostile or broken bytes is many things; here it becomes one of ours."""
    try:
        # By its file, not by its name: mapped into memory, an uncompressed TIFF on its side comes out garbled.
        with path.open("rb") as file, Image.open(file, formats=_FORMATS) as image:
            if number > 1:
                image.seek(number - 1)
            yield image
    except UnidentifiedImageError as error:
        raise (TruncatedFile if path.stat().st_size < 4096 else DamagedFile) from error
    except (EOFError, OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, struct.error) as error:
        words = str(error).lower()
        cut = isinstance(error, EOFError) or any(w in words for w in ("truncated", "end of file", "not enough", "read"))
        raise (TruncatedFile if cut else DamagedFile) from error


def _eight_bit(image: Image.Image) -> Image.Image:
    """Grey or RGB, transparent parts white, deep grey brought into 0..255."""
    if image.mode in ("I;16", "I;16B", "I;16L", "I", "F"):
        return _from_deep_grey(image)
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        image = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(paper, image).convert("RGB")
    if image.mode in ("1", "L"):
        return image.convert("L")
    return image if image.mode == "RGB" else image.convert("RGB")


def _from_deep_grey(image: Image.Image) -> Image.Image:
    values = np.asarray(image, np.float32)
    top = float(values.max(initial=0))
    full = next((scale for scale in (1.0, 255.0, 4095.0, 65535.0) if top <= scale), top)
    return Image.fromarray(np.clip(values * (255.0 / full), 0, 255).astype(np.uint8))


def resolution(image: Image.Image) -> tuple[float, float]:
    """Pixels per inch across and down: as the file says where that makes a paper of it, else as if it were A4."""
    try:
        across, down = (float(value) for value in image.info.get("dpi", (0, 0)))
    except (TypeError, ValueError, ZeroDivisionError):
        across = down = 0.0
    if 60 <= across <= 1300 and 60 <= down <= 1300:
        inches = max(image.width / across, image.height / down)
        if 3 <= inches <= 25 and 0.25 <= across / down <= 4:
            return across, down
    guess = max(image.size) / _PAGE_INCHES
    return guess, guess


def _square(pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], dpi: tuple[float, float]) -> Picture:
    """Fax pixels are taller than wide; what is larger than any reader needs is reduced."""
    across, down = dpi
    picture = Picture(np.ascontiguousarray(pixels), max(1, round(max(dpi))))
    if max(dpi) / min(dpi) > 1.05:
        size = (round(picture.width * max(dpi) / across), round(picture.height * max(dpi) / down))
        resized = Image.fromarray(picture.pixels).resize(size, Image.Resampling.BICUBIC)
        picture = Picture(np.asarray(resized, np.uint8), picture.dpi)
    longest = max(picture.width, picture.height)
    return scaled(picture, _LONGEST_SIDE / longest) if longest > _LONGEST_SIDE else picture
