"""A sheet of paper to typeset on: millimetres from the top left, the fonts that every PDF reader has."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

_BOLD = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold", "Courier": "Courier-Bold"}


@dataclass
class Sheet:
    """`font` and `size` are what text is set in unless told otherwise; the size is in points."""

    canvas: Canvas
    height: float  # millimetres
    font: str = "Helvetica"
    size: float = 9.5

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 0,
        bold: bool = False,
        align: str = "left",
        grey: float = 0,
    ) -> None:
        self.canvas.setFont(_BOLD[self.font] if bold else self.font, size or self.size)
        self.canvas.setFillColor(Color(grey, grey, grey))
        draw = {"left": "drawString", "right": "drawRightString", "centre": "drawCentredString"}[align]
        getattr(self.canvas, draw)(x * mm, (self.height - y) * mm, text)

    def lines(self, x: float, y: float, lines: Sequence[str], *, step: float = 4.6, bold_first: bool = False) -> float:
        """Sets lines below one another; the y of the line after them."""
        for number, line in enumerate(lines):
            self.text(x, y + number * step, line, bold=bold_first and number == 0)
        return y + len(lines) * step

    def rule(self, x: float, y: float, width: float, thickness: float = 0.6) -> None:
        self.canvas.setLineWidth(thickness)
        self.canvas.line(x * mm, (self.height - y) * mm, (x + width) * mm, (self.height - y) * mm)

    def frame(self, x: float, y: float, width: float, height: float, *, fill: float | None = None) -> None:
        self.canvas.setLineWidth(0.5)
        if fill is not None:
            self.canvas.setFillColor(Color(fill, fill, fill))
        self.canvas.rect(x * mm, (self.height - y - height) * mm, width * mm, height * mm, fill=int(fill is not None))

    def box(self, x: float, y: float, width: float, label: str, value: str, *, bold: bool = False) -> None:
        """A cell of a form: a small label above its value."""
        self.frame(x, y, width, 10)
        self.text(x + 1.5, y + 3.2, label, size=6.5, grey=0.3)
        self.text(x + 1.5, y + 8, value, bold=bold)

    def table(
        self, x: float, y: float, columns: Sequence[tuple[str, float, str]], rows: Sequence[Sequence[str]], *,
        step: float = 5.2, ruled: bool = True,
    ) -> float:  # fmt: skip
        """`columns` are heading, width and alignment. The y below the last row."""
        if ruled:
            self.frame(x, y, sum(width for _, width, _ in columns), 6, fill=0.88)
        self._row(x, y + 4.2, columns, [heading for heading, _, _ in columns], bold=True)
        for number, row in enumerate(rows):
            self._row(x, y + 10.4 + number * step, columns, row)
        return y + 10.4 + len(rows) * step

    def _row(
        self, x: float, y: float, columns: Sequence[tuple[str, float, str]], row: Sequence[str], *, bold: bool = False
    ) -> None:
        for (_, width, align), cell in zip(columns, row, strict=True):
            place = {"left": x + 1.5, "right": x + width - 1.5, "centre": x + width / 2}[align]
            self.text(place, y, cell, size=self.size - 1, bold=bold, align=align)
            x += width


Draw = Callable[[Sheet], None]


def typeset(pages: Sequence[Draw], size: tuple[float, float] = (210, 297)) -> bytes:
    """A PDF file with a page for each drawing; `size` is width and height in millimetres. The same bytes every time."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(size[0] * mm, size[1] * mm), invariant=True, pageCompression=1)
    for draw in pages:
        draw(Sheet(canvas, size[1]))
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def money(value: Decimal | str) -> str:
    """As printed: 1.285,27."""
    return f"{Decimal(value):,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def day(value: str) -> str:
    """As printed: 2026-03-31 is 31/03/2026."""
    return date.fromisoformat(value).strftime("%d/%m/%Y")
