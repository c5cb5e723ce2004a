"""The pages of one document out of a pile, as a PDF of its own that holds nothing of the others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pikepdf
from PIL import Image

from intake.errors import DamagedFile
from intake.media import PDF
from intake.page_images import THUMB_HEIGHT
from intake.pdf_pictures import add_picture_page


def cut(path: Path, media_type: str, pages: Sequence[int], target: Path) -> None:
    """Writes the pages (from 1) of a PDF or picture to `target`, the same bytes every time. Raises UnreadableFile."""
    try:
        with pikepdf.new() as part:
            if media_type == PDF:
                with pikepdf.open(path) as whole:
                    for number in pages:
                        part.pages.append(whole.pages[number - 1])
                    part.save(target, deterministic_id=True)
                    return
            for number in pages:
                add_picture_page(part, path, number)
            part.save(target, deterministic_id=True)
    except (pikepdf.PdfError, IndexError, RuntimeError) as error:
        raise DamagedFile from error


def take_pictures(derived: Path, pages: Sequence[int], target: Path) -> None:
    """Copies the pages' pictures for the web to the folder `target`, numbered from 1, with a small one of the first."""
    target.mkdir(parents=True, exist_ok=True)
    for new, old in enumerate(pages, start=1):
        picture = derived / f"{old}.webp"
        if picture.is_file():
            (target / f"{new}.webp").write_bytes(picture.read_bytes())
    first = target / "1.webp"
    if first.is_file():
        with Image.open(first) as image:
            size = (max(1, round(image.width * THUMB_HEIGHT / image.height)), THUMB_HEIGHT)
            image.convert("RGB").resize(size).save(target / "thumb.webp", "WEBP", quality=60, method=0)
