"""Faces and what their letters measure: words of a text, their widths, lines that fit a width."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from training.composing.drawing import Face, Token
from training.content import Text, Value

_FOLDER = Path(reportlab.__file__).parent / "fonts"
for _name, _file in (("Vera", "Vera"), ("Vera-Bold", "VeraBd"), ("Vera-Italic", "VeraIt")):
    pdfmetrics.registerFont(TTFont(_name, str(_FOLDER / f"{_file}.ttf")))

# family -> regular, bold, italic
FAMILIES = {
    "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    "Times": ("Times-Roman", "Times-Bold", "Times-Italic"),
    "Courier": ("Courier", "Courier-Bold", "Courier-Oblique"),
    "Vera": ("Vera", "Vera-Bold", "Vera-Italic"),
}


@cache
def _letters(name: str) -> dict[str, float]:
    font = pdfmetrics.getFont(name)
    return {chr(code): font.stringWidth(chr(code), 1.0) for code in [*range(32, 256), 0x20AC, 0x2013, 0x2014, 0x2019]}


@lru_cache(maxsize=200_000)
def _em(text: str, name: str) -> float:
    letters = _letters(name)
    return sum(letters.get(c) or pdfmetrics.stringWidth(c, name, 1.0) for c in text)


def width_of(text: str, face: Face, size: float) -> float:
    return _em(text, face.name) * size * face.stretch


def tokens_of(text: Text) -> tuple[Token, ...]:
    """The words of a text; a word that is partly a value counts as its field's."""
    tokens: list[Token] = []
    word, field = "", None
    for part in text:
        name = part.field if isinstance(part, Value) else None
        for c in part.text if isinstance(part, Value) else part:
            if c in " \n\t":
                if word:
                    tokens.append(Token(word, field))
                word, field = "", None
            else:
                word, field = word + c, field or name
    if word:
        tokens.append(Token(word, field))
    return tuple(tokens)


def plain(text: Text) -> str:
    return "".join(part.text if isinstance(part, Value) else part for part in text)


def line_width(tokens: tuple[Token, ...], face: Face, size: float) -> float:
    if not tokens:
        return 0.0
    return sum(_em(t.text, face.name) for t in tokens) * size * face.stretch + (len(tokens) - 1) * width_of(
        " ", face, size
    )


def wrapped(tokens: tuple[Token, ...], face: Face, size: float, width: float) -> list[tuple[Token, ...]]:
    """Lines of words, none wider than `width` unless a single word is."""
    space = width_of(" ", face, size)
    lines: list[tuple[Token, ...]] = []
    line: list[Token] = []
    used = 0.0
    for token in tokens:
        wide = width_of(token.text, face, size)
        if line and used + space + wide > width + 0.01:
            lines.append(tuple(line))
            line, used = [], 0.0
        used += wide + (space if line else 0.0)
        line.append(token)
    if line:
        lines.append(tuple(line))
    return lines
