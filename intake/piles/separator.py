"""Sheets that say where a new document begins: Faldone's own, and Patch-T as scanners know it."""

from __future__ import annotations

import io
from collections.abc import Iterable

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from intake.formats.sheet import HEIGHT, WIDTH, Font, fonts_ready
from intake.piles.codes import qr_picture
from storage.reading import Code

SEPARATOR = "FALDONE:SEPARATOR:1"
# what other programs print on theirs
_TEXTS = frozenset({SEPARATOR, "PATCHT", "PATCH T", "PATCH-T"})
_QR_POINTS = 170.0


def is_separator(codes: Iterable[Code]) -> bool:
    """Whether a page with these codes divides documents and is none."""
    return any(code.text.strip().upper() in _TEXTS for code in codes)


def separator_pdf(count: int = 1) -> bytes:
    """Separator sheets to print, A4; they can be used again and again, either way up."""
    fonts_ready()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1)
    canvas.setTitle("Foglio separatore")
    picture = ImageReader(qr_picture(SEPARATOR, 600))
    for _ in range(count):
        for turned in (False, True):
            canvas.saveState()
            if turned:
                canvas.translate(WIDTH, HEIGHT)
                canvas.rotate(180)
            _half(canvas, picture)
            canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _half(canvas: Canvas, picture: ImageReader) -> None:
    """The upper half, which stands upright whichever way the sheet lies."""
    middle, top = WIDTH / 2, HEIGHT - 90
    canvas.drawImage(picture, middle - _QR_POINTS / 2, top - _QR_POINTS, _QR_POINTS, _QR_POINTS)
    lines = ((Font.BOLD, 20, "Foglio separatore"), (Font.REGULAR, 11, "Mettilo davanti a ogni documento della pila."),
             (Font.REGULAR, 11, "Separator sheet: put one before each document of the pile."))  # fmt: skip
    y = top - _QR_POINTS - 30
    for font, size, text in lines:
        canvas.setFont(font.value, size)
        canvas.drawCentredString(middle, y, text)
        y -= size + 8
