"""Text documents of Word (DOCX): paragraphs and tables in order, headers first, footers last."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from lxml import etree

from intake.office.content import Block, Cell, Content, Grid, PageBreak, Paragraph, Span, joined
from intake.office.errors import DamagedOffice
from intake.office.package import Package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset({_W + "del", _W + "moveFrom", _W + "instrText", _W + "delText", _FALLBACK})
_DEEPEST = 12
_MOST_ROWS, _MOST_BLOCKS, _MOST_IN_MARGIN = 5_000, 20_000, 200


def read_docx(path: Path) -> Content:
    """Raises DamagedOffice, EncryptedOffice, UnsafeOffice, OfficeTooLarge."""
    with Package(path) as package:
        document = package.xml("word/document.xml")
        if document is None:
            raise DamagedOffice(reason="word/document.xml")
        body = document.find(_W + "body")
        parts = sorted(name for name in package.names if name.startswith(("word/header", "word/footer")))
        margins = {name: _margin(package, name) for name in parts if name.endswith(".xml")}
        notes = tuple(islice(_blocks(package.xml("word/footnotes.xml"), 0), _MOST_BLOCKS))
    blocks = [block for name in parts if "header" in name for block in margins.get(name, ())]
    blocks += [*islice(_blocks(body, 0), _MOST_BLOCKS), *notes]
    blocks += [block for name in parts if "footer" in name for block in margins.get(name, ())]
    return Content(tuple(blocks))


def _margin(package: Package, name: str) -> tuple[Block, ...]:
    return tuple(islice(_blocks(package.xml(name), 0), _MOST_IN_MARGIN))


def _blocks(parent: etree._Element | None, depth: int) -> Iterator[Block]:
    if parent is None or depth > _DEEPEST:
        return
    for node in parent:
        if node.tag == _W + "p":
            yield from _paragraph(node)
        elif node.tag == _W + "tbl":
            rows = tuple(_row(row, depth) for row in list(node.iter(_W + "tr"))[:_MOST_ROWS] if _table_of(row) is node)
            yield Grid(rows)
        elif node.tag not in _LEFT_OUT:
            yield from _blocks(node, depth + 1)  # content controls, footnotes, insertions


def _table_of(row: etree._Element) -> etree._Element | None:
    return next(row.iterancestors(_W + "tbl"), None)


def _row(row: etree._Element, depth: int) -> tuple[Cell, ...]:
    cells = []
    for cell in row.iter(_W + "tc"):
        if next(cell.iterancestors(_W + "tr"), None) is row:
            wide = cell.find(f"{_W}tcPr/{_W}gridSpan")
            span = wide.get(_W + "val", "1") if wide is not None else "1"
            merged = cell.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = merged is not None and merged.get(_W + "val") != "restart"
            blocks = () if goes_on else tuple(_blocks(cell, depth + 1))
            cells.append(Cell(blocks, int(span) if span.isdecimal() and 0 < int(span) < 100 else 1))
    return tuple(cells)


def _paragraph(node: etree._Element) -> Iterator[Block]:
    style = node.find(f"{_W}pPr/{_W}pStyle")
    name = style.get(_W + "val", "").lower() if style is not None else ""
    level = (
        1 if name.startswith(("title", "titolo1", "heading1")) else 2 if name.startswith(("titolo", "heading")) else 0
    )
    spans = joined([span for span in _spans(node) if span.text])
    if spans:
        yield Paragraph(spans, level)
    if any(item.get(_W + "type") == "page" for item in node.iter(_W + "br")):
        yield PageBreak()


def _spans(node: etree._Element) -> Iterator[Span]:
    for run in node.iter(_W + "r"):
        if any(above.tag in _LEFT_OUT for above in run.iterancestors()) or run.find(f"{_W}rPr/{_W}vanish") is not None:
            continue
        bold = run.find(f"{_W}rPr/{_W}b") is not None
        yield Span("".join(_text(item) for item in run), bold)


def _text(node: etree._Element) -> str:
    if node.tag == _W + "t":
        return node.text or ""
    if node.tag == _W + "tab":
        return "\t"
    return "\n" if node.tag in (_W + "br", _W + "cr") and node.get(_W + "type") != "page" else ""
