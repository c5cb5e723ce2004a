"""Sheets as a PDF."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from intake.formats.sheet import HEIGHT, WIDTH, Sheet, fonts_ready


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
