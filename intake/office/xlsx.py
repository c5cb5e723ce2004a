"""The only door to openpyxl: spreadsheets of Excel (XLSX), cells as people see them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import openpyxl

from intake.office.content import MAX_COLUMNS, Block, Content, plain
from intake.office.errors import DamagedOffice, OfficeTooLarge
from intake.office.package import Package
from intake.office.spreadsheet import MAX_ROWS, Shown, sheet_blocks

_MOST_SHEETS = 40
_MOST_TAGS = 4_000_000


def read_xlsx(path: Path) -> Content:
    """Raises DamagedOffice, EncryptedOffice, UnsafeOffice, OfficeTooLarge."""
    with Package(path) as package:
        for name in sorted(package.names):
            if name.endswith((".xml", ".rels")) and not name.startswith(("xl/worksheets/", "xl/media/")):
                package.xml(name)  # refused where it declares what no part may
        _refuse_endless(package)
    try:
        with path.open("rb") as file:  # by its name it would be judged by its extension
            book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
            return Content(tuple(_sheets(book)))
    except MemoryError:
        raise
    except Exception as error:  # a parser in Python, fed by strangers: it may raise anything
        raise DamagedOffice(reason=type(error).__name__) from error


def _refuse_endless(package: Package) -> None:
    """A sheet that does not say its size is read to its end before its first row comes. Raises OfficeTooLarge."""
    sheets = (name for name in package.names if name.startswith("xl/worksheets/"))
    if sum(chunk.count(b"<") for name in sheets for chunk in package.chunks(name)) > _MOST_TAGS:
        raise OfficeTooLarge(reason=f"> {_MOST_TAGS // 4} celle")


def _sheets(book: Any) -> Iterator[Block]:
    sheets = [sheet for sheet in book.worksheets[:_MOST_SHEETS] if sheet.sheet_state == "visible"]
    for sheet in sheets:
        sheet.reset_dimensions()  # what a file says of its size is not believed
        rows = sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS + 1)
        blocks = sheet_blocks(_cells(rows))
        if blocks and len(sheets) > 1:
            yield plain(str(sheet.title), 2)
        yield from blocks


def _cells(rows: Iterable[Any]) -> Iterator[list[Shown | None]]:
    """openpyxl fills the gap between two rows with one and the same empty row, however many it stands for."""
    before, shown = None, list[Shown | None]()
    for row in rows:
        if row is not before:
            before, shown = row, [_shown(cell) for cell in row]
            shown = shown if any(shown) else []
        yield shown


def _shown(cell: Any) -> Shown | None:
    """A cell's value in the Italian way of writing."""
    value = cell.value
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return Shown("vero" if value else "falso")
    if isinstance(value, datetime.datetime):
        return Shown(f"{value:%d/%m/%Y}" + (f" {value:%H:%M}" if (value.hour, value.minute) != (0, 0) else ""), True)
    if isinstance(value, datetime.date):
        return Shown(f"{value:%d/%m/%Y}", True)
    if isinstance(value, int | float):
        return Shown(_number(float(value), str(cell.number_format or "General")), True)
    return Shown(" ".join(str(value).split("\n")))


def _number(value: float, form: str) -> str:
    """1.234,56 where the format asks for two decimals, as many as there are where it says nothing."""
    percent = "%" in form
    value = value * 100 if percent else value
    first = form.partition(";")[0]
    if "." in first:
        decimals = len(first.rpartition(".")[2]) - len(first.rpartition(".")[2].lstrip("0#"))
        text = f"{value:,.{min(decimals, 8)}f}"
    elif first == "General":
        text = f"{value:.10f}".rstrip("0").rstrip(".")
    else:
        text = f"{value:,.0f}"
    if "," not in first and first != "General" and "." in first:
        text = text.replace(",", "")
    return text.translate(str.maketrans(",.", ".,")) + ("%" if percent else "")
