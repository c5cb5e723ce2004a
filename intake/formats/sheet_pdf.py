"""Sheets as a PDF, and as the pictures that the web page shows."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from intake.formats.sheet import HEIGHT, PICTURE_HEIGHT, WIDTH, Sheet, fonts_ready
from intake.page_images import write_page_image
from intake.picture import Picture


def pdf(sheets: Sequence[Sheet], title: str, author: str) -> bytes:
    """The sheets as a PDF with their text in it; the same sheets always give the same bytes."""
    fonts_ready()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1, lang="it-IT")
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setCreator("Faldone")
    for sheet in sheets:
        _draw(canvas, sheet)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, sheet: Sheet) -> None:
    for stroke in sheet.strokes:
        canvas.setFillGray(stroke.grey)
        size = stroke.right - stroke.left, stroke.bottom - stroke.top
        canvas.rect(stroke.left, HEIGHT - stroke.bottom, *size, stroke=0, fill=1)
    for run in sheet.runs:
        canvas.setFillGray(run.part.grey)
        canvas.setFont(run.part.font.value, run.part.size)
        # the blank keeps words apart for whoever copies the text or searches it
        canvas.drawString(run.x, HEIGHT - run.y, run.part.text + " ")


def pictures(document: bytes) -> Iterator[Picture]:
    """The pages of a PDF made here, in grey, `PICTURE_HEIGHT` pixels high."""
    scale = (PICTURE_HEIGHT - 0.5) / HEIGHT  # rounded up by the renderer
    with pypdfium2.PdfDocument(document) as opened:
        for page in opened:
            bitmap = page.render(scale=scale, grayscale=True)
            pixels = np.array(bitmap.to_pil(), dtype=np.uint8)
            yield Picture(pixels, round(72 * scale))
            page.close()


def write_renditions(document: bytes, folder: Path) -> None:
    """Puts what the web page shows of a PDF made here into `folder`: searchable.pdf, 1.webp and on, thumb.webp."""
    (folder / "searchable.pdf").write_bytes(document)
    for number, picture in enumerate(pictures(document), start=1):
        write_page_image(picture, folder, number)
