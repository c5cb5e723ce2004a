"""From a clean page to what comes out of a scanner or a telephone. Seeded: the same every time."""

from __future__ import annotations

import io
import time

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image

Grey = NDArray[np.uint8]


def render(pdf: bytes, dpi: int) -> list[Grey]:
    """The pages of a PDF file as grey pixels."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [np.asarray(page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")) for page in document]
    finally:
        document.close()


def scanned(page: Grey, seed: int, *, degrees: float = 0.5, blur: float = 0.6, noise: float = 5.0) -> Grey:
    """A flat-bed scan: laid a little askew, a little soft, paper not quite white, the dark edge of the lid."""
    random = np.random.default_rng(seed)
    height, width = page.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    pixels = cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=(250,))
    pixels = cv2.GaussianBlur(pixels, (0, 0), blur)
    grain = cv2.GaussianBlur(random.normal(0, noise, (height, width)).astype(np.float32), (0, 0), 0.7)
    paper = 30 + pixels.astype(np.float32) * (213 / 255) + grain
    paper[:, : random.integers(3, 9)] *= 0.55
    for _ in range(25):
        x, y = int(random.integers(0, width)), int(random.integers(0, height))
        cv2.circle(paper, (x, y), int(random.integers(1, 3)), (90.0,), -1)
    return cleaned_white(paper)


def cleaned_white(paper: NDArray[np.float32]) -> Grey:
    """What the scanner's own firmware does: the paper's tone is pushed to white, which also keeps files small."""
    return np.asarray(np.clip((paper - 20) * 1.19, 0, 255), dtype=np.uint8)


def photographed(page: Grey, seed: int) -> NDArray[np.uint8]:
    """A telephone's picture, RGB: seen at an angle on a table, in uneven light."""
    random = np.random.default_rng(seed)
    height, width = page.shape
    margin = 70
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    shift = random.uniform(-22, 22, (4, 2)).astype(np.float32)
    seen = cv2.getPerspectiveTransform(corners, corners + shift + margin)
    size = (width + 2 * margin, height + 2 * margin)
    paper = cv2.warpPerspective(page, seen, size, flags=cv2.INTER_AREA, borderValue=(0,)).astype(np.float32)
    on_paper = cv2.warpPerspective(np.full_like(page, 255), seen, size).astype(np.float32)[..., None] / 255
    light = np.linspace(0.98, 0.74, size[0], dtype=np.float32)[None, :] * np.linspace(1, 0.9, size[1])[:, None]
    colour = paper[..., None] * np.array([0.97, 0.95, 0.9], dtype=np.float32) * light[..., None]
    table = np.array([105.0, 78, 56]) * light[..., None]
    picture = cv2.GaussianBlur(colour * on_paper + table * (1 - on_paper), (0, 0), 0.8)
    return np.asarray(np.clip(picture + random.normal(0, 3, picture.shape), 0, 255), dtype=np.uint8)


def as_jpeg(pixels: NDArray[np.uint8], dpi: int, quality: int = 45) -> bytes:
    target = io.BytesIO()
    Image.fromarray(pixels).save(target, "JPEG", quality=quality, dpi=(dpi, dpi), optimize=True)
    return target.getvalue()


def as_pdf(pages: list[Grey], dpi: int, quality: int = 40) -> bytes:
    """A PDF file of pictures alone, as a scanner saves it."""
    target, made = io.BytesIO(), time.struct_time((2026, 4, 1, 9, 0, 0, 2, 91, 0))
    first, *rest = [Image.fromarray(page) for page in pages]
    first.save(target, "PDF", save_all=True, append_images=rest, resolution=dpi, quality=quality,
               creationDate=made, modDate=made, producer="Scanner", title="Scansione")  # fmt: skip
    return target.getvalue()


def as_fax(pages: list[Grey], dpi: int) -> bytes:
    """A multi-page TIFF of black and white, Group 4, as multi-function machines send it."""
    target = io.BytesIO()
    first, *rest = [Image.fromarray(np.where(page > 150, 255, 0).astype(np.uint8)).convert("1") for page in pages]
    first.save(target, "TIFF", save_all=True, append_images=rest, compression="group4", dpi=(dpi, dpi))
    return target.getvalue()
