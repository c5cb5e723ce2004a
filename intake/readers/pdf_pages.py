"""PDF pages by way of PDFium: how many, what they hold, and how they look."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from intake.errors import DamagedFile, EncryptedPdf, TruncatedFile
from intake.picture import Picture
from intake.readers.text_layer import MOSTLY_PICTURE, PageFacts

READING_DPI = 300
MAX_PIXELS = 40_000_000
_OBJECTS_LOOKED_AT = 3000
_LATER_OBJECT = re.compile(rb"\d\s+obj\b")
_ENCRYPTED = frozenset({pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY})


def page_count(path: Path) -> int:
    """How many pages the PDF has. Raises EncryptedPdf, TruncatedFile, DamagedFile."""
    whole = ends_properly(path.read_bytes())
    with _document(path) as document:
        count = len(document)
    if not whole:
        raise TruncatedFile
    if not count:
        raise DamagedFile
    return count


def ends_properly(data: bytes) -> bool:
    """Whether the last cross-reference follows the last object: what was cut off in between has lost pages.

    Files with their first page first (linearized) carry a cross-reference at the beginning too."""
    last = data.rfind(b"startxref")
    return last >= 0 and not _LATER_OBJECT.search(data, last)


@contextmanager
def _document(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in _ENCRYPTED:
            raise EncryptedPdf from error
        cut = not ends_properly(path.read_bytes())
        raise (TruncatedFile if cut else DamagedFile) from error
    try:
        document.init_forms()
        yield document
    finally:
        document.close()


@contextmanager
def open_page(path: Path, number: int) -> Iterator[pypdfium2.PdfPage]:
    """Page `number` (from 1). Raises EncryptedPdf, TruncatedFile, DamagedFile."""
    with _document(path) as document:
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError as error:
            raise DamagedFile from error
        try:
            yield page
        finally:
            page.close()


def with_form_printed(path: Path, number: int, folder: Path) -> Path:
    """The PDF with what was filled into the form on page `number` printed on it, as a file in `folder`.

    The path itself where the PDF has no form. Values of a form are otherwise in no text that can be read."""
    with _document(path) as document:
        if document.get_formtype() == pdfium.FORMTYPE_NONE:
            return path
        page = document[number - 1]
        done = pdfium.FPDFPage_Flatten(page, pdfium.FLAT_PRINT) == pdfium.FLATTEN_SUCCESS
        page.close()
        if not done:
            return path
        printed = folder / "printed.pdf"
        document.save(printed)
        return printed


def facts_of(page: pypdfium2.PdfPage) -> PageFacts:
    """What decides between the page's own text and its picture."""
    text_page = page.get_textpage()
    text = str(text_page.get_text_bounded()) if page.get_rotation() else str(text_page.get_text_range())
    text_page.close()
    width, height = page.get_size()
    cover, dpi, strokes, texts, hidden = 0.0, 0, 0, 0, 0
    for seen, item in enumerate(page.get_objects(max_depth=4)):
        if seen > _OBJECTS_LOOKED_AT:
            break
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = item.get_bounds()
            share = abs((right - left) * (top - bottom)) / max(1.0, width * height)
            if share > cover:
                cover, dpi = share, round(max(item.get_px_size()) * 72 / max(1.0, right - left, top - bottom))
            if share >= MOSTLY_PICTURE:
                hidden = texts  # drawn before, so it lies under the picture
        elif item.type == pdfium.FPDF_PAGEOBJ_TEXT:
            texts += 1
            hidden += _is_invisible(item)
        elif item.type in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING):
            strokes += 1
    return PageFacts(text, cover, dpi, strokes, texts > 0 and hidden == texts)


def _is_invisible(item: pypdfium2.PdfObject) -> bool:
    if pdfium.FPDFTextObj_GetTextRenderMode(item) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
        return True
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    return bool(pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)) and alpha.value == 0


def render(page: pypdfium2.PdfPage, dpi: float, grey: bool = False) -> Picture:
    """The page as it looks, at `dpi` or less where that would be more than 40 million pixels."""
    width, height = page.get_size()
    most = (MAX_PIXELS / max(1e-6, width * height)) ** 0.5
    scale = min(dpi / 72, most, 12_000 / max(1.0, width, height))
    bitmap = page.render(scale=scale, grayscale=grey, rev_byteorder=True)
    pixels = bitmap.to_numpy()
    copy = np.array(pixels[:, :, 0] if grey and pixels.ndim == 3 else pixels[:, :, :3] if pixels.ndim == 3 else pixels)
    bitmap.close()
    return Picture(np.ascontiguousarray(copy, np.uint8), max(1, round(scale * 72)))


def reading_dpi(facts: PageFacts) -> int:
    """The resolution to read at: the scan's own where the page is one, so that nothing is resampled."""
    scan = facts.picture_cover >= 0.8 and 150 <= facts.picture_dpi <= 420
    return facts.picture_dpi if scan else READING_DPI
