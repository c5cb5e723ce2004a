"""A small typesetter and a bad scanner: papers for tests, made in milliseconds, the same every time.

invoice_pdf(path, number="12/2026", gross="1.285,27")      a PDF with its own text
scan(photograph(pdf_bytes), skew=1.5, noise=8).save(...)   what a scanner makes of it
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pillow_heif
import pypdfium2
import reportlab
from PIL import Image, ImageFilter
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

pillow_heif.register_heif_opener()  # so that pictures can be saved as .heic

A4_MM = (210, 297)
_FONTS = Path(reportlab.__file__).parent / "fonts"
for _name, _file in (("Plain", "Vera.ttf"), ("Bold", "VeraBd.ttf")):
    pdfmetrics.registerFont(TTFont(_name, str(_FONTS / _file)))


class Print(NamedTuple):
    """Text on paper; `left` and `top` in millimetres from the top left corner to the baseline, `size` in points."""

    left: float
    top: float
    text: str
    size: float = 10
    bold: bool = False


def typeset(*pages: Sequence[Print], paper_mm: tuple[float, float] = A4_MM) -> bytes:
    """A PDF with one page for each sequence of prints."""
    width, height = paper_mm
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(width * mm, height * mm), invariant=True)
    for page in pages:
        for item in page:
            canvas.setFont("Bold" if item.bold else "Plain", item.size)
            canvas.drawString(item.left * mm, (height - item.top) * mm, item.text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def invoice(
    *,
    number: str = "147/2026",
    date: str = "31/03/2026",
    due_date: str = "30/04/2026",
    supplier: str = "Ferramenta Bianchi S.r.l.",
    supplier_vat_id: str = "07643520567",
    customer: str = "Comune di Orvieto",
    customer_vat_id: str = "01234567897",
    net: str = "1.053,50",
    vat: str = "231,77",
    gross: str = "1.285,27",
    item: str = "Viti zincate a testa svasata",
) -> list[Print]:
    """A plain Italian invoice of one page; everything in it can be chosen."""
    return [
        Print(20, 22, supplier, 16, bold=True),
        Print(20, 29, "Via Garibaldi 12, 05018 Orvieto (TR)"),
        Print(20, 35, f"Partita IVA {supplier_vat_id}"),
        Print(120, 50, "Spett.le"),
        Print(120, 56, customer, 11, bold=True),
        Print(120, 62, f"Partita IVA {customer_vat_id}"),
        Print(20, 85, f"Fattura n. {number}", 14, bold=True),
        Print(20, 93, f"Data {date}"),
        Print(20, 99, f"Scadenza {due_date}"),
        Print(20, 120, "Descrizione", bold=True),
        Print(110, 120, "Quantità", bold=True),
        Print(160, 120, "Importo", bold=True),
        Print(20, 128, item),
        Print(110, 128, "25"),
        Print(160, 128, net),
        Print(110, 200, "Imponibile"),
        Print(160, 200, net),
        Print(110, 207, "IVA 22%"),
        Print(160, 207, vat),
        Print(110, 216, "Totale documento", 11, bold=True),
        Print(160, 216, gross, 11, bold=True),
        Print(20, 270, "Pagamento: bonifico bancario a trenta giorni dalla data della fattura"),
    ]


def invoice_pdf(path: Path, **facts: str) -> Path:
    """Writes the invoice as a PDF with its own text, and gives the path back."""
    path.write_bytes(typeset(invoice(**facts)))
    return path


def photograph(pdf: bytes, page: int = 1, dpi: int = 200) -> Image.Image:
    """The page of the PDF as a clean grey picture that knows its resolution."""
    document = pypdfium2.PdfDocument(pdf)
    image: Image.Image = document[page - 1].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
    document.close()
    image.info["dpi"] = (dpi, dpi)
    return image


def scan(
    image: Image.Image, *, skew: float = 0.0, noise: float = 0.0, blur: float = 0.0, turn: int = 0, seed: int = 1
) -> Image.Image:
    """The picture as it comes out of a scanner: `skew` and `turn` in degrees clockwise, `noise` in grey levels."""
    dpi = image.info.get("dpi", (200, 200))
    if skew:
        image = image.rotate(-skew, Image.Resampling.BICUBIC, expand=False, fillcolor="white")
    if blur:
        image = image.filter(ImageFilter.GaussianBlur(blur))
    if noise:
        pixels = np.asarray(image, np.float32)
        speckle = np.random.default_rng(seed).normal(0, noise, pixels.shape)
        image = Image.fromarray(np.clip(pixels + speckle, 0, 255).astype(np.uint8))
    if turn:
        image = image.rotate(-turn, expand=True)
    image.info["dpi"] = dpi
    return image


def scanned_invoice(path: Path, *, dpi: int = 200, skew: float = 0.0, turn: int = 0, **facts: str) -> Path:
    """The invoice as a picture, in the format that the name says (`.jpg`, `.tif`, `.png`, `.webp`, `.bmp`)."""
    image = scan(photograph(typeset(invoice(**facts)), dpi=dpi), skew=skew, turn=turn)
    image.save(path, dpi=(dpi, dpi))
    return path


def scanned_pdf(path: Path, images: Sequence[Image.Image]) -> Path:
    """A PDF of pictures, as copiers make them."""
    first, *others = images
    first.save(path, "PDF", resolution=float(first.info.get("dpi", (200, 200))[0]), save_all=True, append_images=others)
    return path
