"""Scans as searchable PDFs: the original pictures or pages, and the words that were read, invisible, on top of them.

The words are those of the reading, wherever they came from. They are laid onto the page as it came (skewed, on its
side); a page that was read turned is shown turned. JPEG pictures and PDF pages are passed through unchanged.
"""

from __future__ import annotations

import math
import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from statistics import median

import pikepdf
from pikepdf import Name, Pdf

from intake.errors import DamagedFile
from intake.glyphless_font import ADVANCE, UNITS, add_font
from intake.media import PDF
from intake.pdf_pictures import add_picture_page
from intake.picture import Projection, upright
from storage.reading import Page, Source, Word

_DESCENT = 0.2  # of the font size: from the bottom of a line's boxes up to its baseline
_NEARBY = 0.001  # of the page


def write_searchable_pdf(path: Path, media_type: str, pages: Sequence[Page], target: Path) -> None:
    """Writes `target`, whole or not at all. Raises DamagedFile where pikepdf cannot take the file apart."""
    unfinished = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with pikepdf.open(path) if media_type == PDF else pikepdf.new() as pdf:
            if media_type != PDF:
                for page in pages:
                    add_picture_page(pdf, path, page.number)
            _add_words(pdf, pages)
            pdf.save(unfinished, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        unfinished.replace(target)
    except (pikepdf.PdfError, RuntimeError) as error:
        raise DamagedFile from error
    finally:
        unfinished.unlink(missing_ok=True)


def _add_words(pdf: Pdf, pages: Sequence[Page]) -> None:
    font = add_font(pdf)
    for page in pages:
        if page.source is not Source.OCR or not page.words or page.number > len(pdf.pages):
            continue
        target = pdf.pages[page.number - 1]
        name = target.add_resource(font, Name.Font)
        # Before the page's own content, whose state at its end may be anything.
        target.contents_add(text_layer(page, _to_user_space(target, page), str(name)), prepend=True)
        turn = sum(int(str(step["degrees"])) for step in page.preparation if step["step"] == "turn")
        if turn:
            target.rotate(turn, relative=True)


def _to_user_space(target: pikepdf.Page, page: Page) -> Projection:
    """The map from fractions of the upright page to the PDF page's own coordinates."""
    x0, y0, x1, y1 = (float(value) for value in target.cropbox)
    x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
    rotation = int(target.obj.get(Name.Rotate, 0)) % 360 if Name.Rotate in target.obj else _inherited_rotation(target)
    width, height = (x1 - x0, y1 - y0) if rotation in (0, 180) else (y1 - y0, x1 - x0)
    shown_to_user = {
        0: Projection(1, 0, x0, 0, -1, y1),
        90: Projection(0, 1, x0, 1, 0, y0),
        180: Projection(-1, 0, x1, 0, 1, y0),
        270: Projection(0, -1, x1, -1, 0, y1),
    }[rotation]
    forth, page_width, page_height = upright(page.preparation, width, height)
    return Projection(page_width, 0, 0, 0, page_height, 0).then(forth.inverse()).then(shown_to_user)


def _inherited_rotation(target: pikepdf.Page) -> int:
    node: pikepdf.Object = target.obj
    for _ in range(50):
        if Name.Rotate in node:
            return int(node.Rotate) // 90 * 90 % 360
        if Name.Parent not in node:
            break
        node = node.Parent
    return 0


def text_layer(page: Page, place: Projection, font_name: str) -> bytes:
    """PDF operators that write the page's words invisibly; `place` maps fractions of the page to user space."""
    parts = [b"q BT 3 Tr"]
    parts.extend(operator for line in page.lines for operator in _line(line, place, font_name))
    parts.append(b"ET Q\n")
    return b"\n".join(parts)


def _line(words: Sequence[Word], place: Projection, font_name: str) -> Iterator[bytes]:
    """The words on one baseline, each as wide as its box, the blanks as wide as the gaps between."""
    for upright_run in _runs(words):
        top, bottom = median(w.box.top for w in upright_run), median(w.box.bottom for w in upright_run)
        baseline = bottom - _DESCENT * (bottom - top)
        first = upright_run[0].box.left
        size = max(1.0, math.dist(place.point(first, top), place.point(first, bottom)))
        yield b"%s %.2f Tf" % (font_name.encode(), size)
        for number, word in enumerate(upright_run):
            following = upright_run[number + 1].box.left if number + 1 < len(upright_run) else None
            start, end = place.point(word.box.left, baseline), place.point(word.box.right, baseline)
            x, y = _direction(place, word.box.left, baseline, 1, 0), _direction(place, word.box.left, baseline, 0, -1)
            yield b"%.4f %.4f %.4f %.4f %.2f %.2f Tm" % (*x, *y, *start)
            yield _shown(word.text, math.dist(start, end), size)
            if following is not None:
                gap = math.dist(end, place.point(following, baseline)) if following > word.box.right else 0
                yield _shown(" ", max(0.1 * size, gap), size)


def _runs(words: Sequence[Word]) -> Iterable[list[Word]]:
    return [list(run) for _, run in groupby(words, key=lambda word: word.line)]


def _direction(place: Projection, x: float, y: float, dx: int, dy: int) -> tuple[float, float]:
    """The direction on the PDF page, of length 1, of a direction at a point of the upright page."""
    here, there = place.point(x, y), place.point(x + _NEARBY * dx, y + _NEARBY * dy)
    length = math.dist(here, there) or 1.0
    return (there[0] - here[0]) / length, (there[1] - here[1]) / length


def _shown(text: str, width: float, size: float) -> bytes:
    codes = "".join(map(_in_one_code, text)).encode("utf-16-be", errors="replace")
    natural = len(codes) / 2 * ADVANCE / UNITS * size
    return b"%.2f Tz <%s> Tj" % (max(1.0, 100 * width / natural), codes.hex().upper().encode())


def _in_one_code(char: str) -> str:
    """One code is one character to the font; what takes two (𝟙, ornaments) is written plainly or as unknown."""
    if ord(char) < 0x10000:
        return char
    plain = unicodedata.normalize("NFKC", char)
    return plain if all(ord(part) < 0x10000 for part in plain) else "\N{REPLACEMENT CHARACTER}"
