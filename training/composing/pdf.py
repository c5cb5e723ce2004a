"""Sheets as a PDF with its own text."""

from __future__ import annotations

import io
from collections.abc import Sequence
from math import isclose

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from training.composing.drawing import Rule, Run, Shape, Sheet
from training.composing.fonts import width_of


def pdf_of(sheets: Sequence[Sheet]) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    for sheet in sheets:
        canvas.setPageSize((sheet.width, sheet.height))
        for mark in sheet.marks:
            if isinstance(mark, Rule):
                _draw_rule(canvas, mark, sheet.height)
            else:
                _draw_shape(canvas, mark, sheet.height)
        for run, _ in sheet.runs:
            _draw_run(canvas, run, sheet.height)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw_rule(canvas: Canvas, rule: Rule, high: float) -> None:
    canvas.setStrokeColor(HexColor(rule.colour))
    canvas.setLineWidth(rule.width)
    canvas.setDash([2, 2] if rule.dashed else [])
    canvas.line(rule.left, high - rule.top, rule.right, high - rule.bottom)
    canvas.setDash([])


def _draw_shape(canvas: Canvas, shape: Shape, high: float) -> None:
    stroke, fill = int(shape.stroke is not None), int(shape.fill is not None)
    if shape.stroke is not None:
        canvas.setStrokeColor(HexColor(shape.stroke))
        canvas.setLineWidth(shape.width)
    if shape.fill is not None:
        canvas.setFillColor(HexColor(shape.fill))
    left, bottom, right, top = shape.left, high - shape.bottom, shape.right, high - shape.top
    if shape.form == "oval":
        canvas.ellipse(left, bottom, right, top, stroke=stroke, fill=fill)
    elif shape.form == "wedge":
        path = canvas.beginPath()
        path.moveTo(left, bottom)
        path.lineTo((left + right) / 2, top)
        path.lineTo(right, bottom)
        path.close()
        canvas.drawPath(path, stroke=stroke, fill=fill)
    elif shape.round:
        canvas.roundRect(left, bottom, right - left, top - bottom, shape.round, stroke=stroke, fill=fill)
    else:
        canvas.rect(left, bottom, right - left, top - bottom, stroke=stroke, fill=fill)


def _draw_run(canvas: Canvas, run: Run, high: float) -> None:
    canvas.saveState()
    canvas.translate(run.left, high - run.base)
    if run.angle:
        canvas.rotate(run.angle)
    text = canvas.beginText(0, 0)
    text.setFont(run.face.name, run.size)
    text.setFillColor(HexColor(run.colour))
    text.setHorizScale(run.face.stretch * 100)
    if isclose(run.space, width_of(" ", run.face, run.size), abs_tol=0.01):
        text.textOut(" ".join(token.text for token in run.tokens))
    else:
        at = 0.0
        for token in run.tokens:
            text.setTextOrigin(at, 0)
            text.textOut(token.text)
            at += width_of(token.text, run.face, run.size) + run.space
    canvas.drawText(text)
    canvas.restoreState()
