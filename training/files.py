"""Papers as files on disk, with their truth: what a scorer needs to compare a reading of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image

from training.compose import Composed
from training.damage import Scan, damaged, rendered, resolution_of

_ONE_PAGE = (".jpg", ".jpg", ".png", ".tif", ".pdf")
_MORE_PAGES = (".pdf", ".pdf", ".tif")


def write_paper(folder: Path, name: str, composed: Composed, level: str, rng: Random) -> tuple[str, int]:
    """Writes the paper at its level, as a scanner or a phone names it; gives the file's name and by how many degrees
    its pages are turned."""
    if level == "digital":
        (folder / f"{name}.pdf").write_bytes(composed.pdf())
        return f"{name}.pdf", 0
    dpi = resolution_of(level, rng)
    scans = [damaged(page, dpi, level, rng) for page in rendered(composed.pdf(), dpi)]
    turned = rng.choice((90, 180, 270)) if level in ("office", "poor") and rng.random() < 0.05 else 0
    ending = (
        ".jpg" if level == "photo" and len(scans) == 1 else rng.choice(_MORE_PAGES if len(scans) > 1 else _ONE_PAGE)
    )
    images = [_image(scan, turned) for scan in scans]
    _save(images, folder / f"{name}{ending}", dpi if level != "photo" else 72, rng)
    return f"{name}{ending}", turned


def _image(scan: Scan, turned: int) -> Image.Image:
    pixels = scan.pixels if scan.pixels.ndim == 2 else scan.pixels[:, :, ::-1]
    image = Image.fromarray(np.ascontiguousarray(pixels))
    return image.rotate(-turned, expand=True) if turned else image


def _save(images: list[Image.Image], path: Path, dpi: int, rng: Random) -> None:
    first, *others = images
    if path.suffix == ".pdf":
        first.save(path, "PDF", resolution=dpi, save_all=True, append_images=others, quality=rng.randint(70, 90))
    elif path.suffix == ".tif":
        first.save(path, dpi=(dpi, dpi), save_all=True, append_images=others, compression="tiff_lzw")
    elif path.suffix == ".jpg":
        first.save(path, dpi=(dpi, dpi), quality=rng.randint(75, 92))
    else:
        first.save(path, dpi=(dpi, dpi))


def write_truth(folder: Path, rows: Iterable[dict[str, object]]) -> None:
    with (folder / "truth.jsonl").open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
