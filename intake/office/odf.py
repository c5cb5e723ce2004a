"""Text documents and spreadsheets of LibreOffice (ODT, ODS)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from lxml import etree

from intake.office.content import MAX_COLUMNS, Block, Cell, Content, Grid, Paragraph, Span, plain
from intake.office.errors import DamagedOffice, EncryptedOffice
from intake.office.package import Package
from intake.office.spreadsheet import MAX_ROWS, Shown, sheet_blocks

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_ANNOTATIONS = frozenset({_OFFICE + "annotation", _TEXT + "tracked-changes", _TEXT + "deletion"})
_DEEPEST = 12
_MOST_BLOCKS = 20_000
_NUMBERS = frozenset({"float", "currency", "percentage"})


def read_odf(path: Path) -> Content:
    """Raises DamagedOffice, EncryptedOffice, UnsafeOffice, OfficeTooLarge."""
    with Package(path) as package:
        manifest = package.xml("META-INF/manifest.xml")
        if manifest is not None and any(str(node.tag).endswith("}encryption-data") for node in manifest.iter()):
            raise EncryptedOffice()
        content = package.xml("content.xml")
    if content is None:
        raise DamagedOffice(reason="content.xml")
    sheets = content.find(f"{_OFFICE}body/{_OFFICE}spreadsheet")
    if sheets is not None:
        return Content(tuple(_sheets(sheets)))
    text = content.find(f"{_OFFICE}body/{_OFFICE}text")
    return Content(tuple(islice(_blocks(text, 0), _MOST_BLOCKS)))


def _sheets(parent: etree._Element) -> Iterator[Block]:
    tables = list(parent.findall(_TABLE + "table"))
    for table in tables:
        blocks = sheet_blocks(_rows(table))
        if blocks and len(tables) > 1:
            yield plain(table.get(_TABLE + "name", ""), 2)
        yield from blocks


def _rows(table: etree._Element) -> Iterator[list[Shown | None]]:
    for row in table.iter(_TABLE + "table-row"):
        cells = _cells(row)
        for _ in range(min(_repeated(row, "rows"), 1 if not any(cells) else MAX_ROWS)):
            yield cells


def _cells(row: etree._Element) -> list[Shown | None]:
    cells: list[Shown | None] = []
    for cell in row:
        if cell.tag not in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
            continue
        text = " ".join(_words(node) for node in cell.iter(_TEXT + "p")).strip()
        shown = Shown(text, cell.get(_OFFICE + "value-type") in _NUMBERS) if text else None
        cells += [shown] * min(_repeated(cell, "columns"), MAX_COLUMNS + 1 - min(len(cells), MAX_COLUMNS))
    return cells


def _repeated(node: etree._Element, what: str) -> int:
    count = node.get(f"{_TABLE}number-{what}-repeated", "1")
    return int(count) if count.isdecimal() and len(count) < 8 else 1


def _blocks(parent: etree._Element | None, depth: int) -> Iterator[Block]:
    if parent is None or depth > _DEEPEST:
        return
    for node in parent:
        if node.tag in (_TEXT + "p", _TEXT + "h"):
            text = _words(node)
            if text.strip():
                yield Paragraph((Span(text),), 2 if node.tag == _TEXT + "h" else 0)
        elif node.tag == _TABLE + "table":
            yield Grid(tuple(_grid_row(row, depth) for row in node.iter(_TABLE + "table-row")))
        elif node.tag not in _ANNOTATIONS:
            yield from _blocks(node, depth + 1)


def _grid_row(row: etree._Element, depth: int) -> tuple[Cell, ...]:
    return tuple(Cell(tuple(_blocks(cell, depth + 1))) for cell in row if cell.tag == _TABLE + "table-cell")


def _words(node: etree._Element) -> str:
    """A paragraph's text, with the blanks, tabs and line breaks that have elements of their own."""
    if node.tag in _ANNOTATIONS:
        return ""
    pieces = [node.text or ""]
    for child in node:
        if child.tag == _TEXT + "tab":
            pieces.append("\t")
        elif child.tag == _TEXT + "line-break":
            pieces.append("\n")
        elif child.tag == _TEXT + "s":
            pieces.append(
                " " * min(80, int(child.get(_TEXT + "c", "1")) if child.get(_TEXT + "c", "1").isdecimal() else 1)
            )
        else:
            pieces.append(_words(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
