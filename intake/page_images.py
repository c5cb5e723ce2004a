"""The pictures of pages that the web shows: one for reading, one small for lists."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from PIL import Image

from intake.picture import Picture, Step, apply_steps, scaled, upright

LONG_SIDE = 1600
THUMB_HEIGHT = 300
_QUALITY = 60
_METHOD = 0  # the quickest of WebP's seven: 4 takes three times as long for a tenth of the size


def write_page_image(picture: Picture, steps: Iterable[Step], folder: Path, number: int) -> None:
    """`<number>.webp`, upright, its long side 1600 pixels at most; for page 1 `thumb.webp` too, 300 pixels high.

    Reduced first and turned by `steps` then: a tenth of the pixels to turn."""
    _, width, height = upright(steps, picture.width, picture.height)
    factor = min(1.0, LONG_SIDE / max(width, height))
    shown = apply_steps(scaled(picture, factor) if factor < 1 else picture, steps)
    _write(shown, folder / f"{number}.webp")
    if number == 1:
        _write(scaled(shown, THUMB_HEIGHT / shown.height), folder / "thumb.webp")


def _write(picture: Picture, path: Path) -> None:
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    Image.fromarray(picture.pixels).save(unfinished, "WEBP", quality=_QUALITY, method=_METHOD)
    unfinished.replace(path)
