"""What an item of a list is, in words: its text, wrapped lines joined, codes and figures of other columns left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.extract.rows.figures import is_figure, is_unit
from intake.extract.rows.grid import Grid, Item, letters
from intake.layout.columns import Strip
from intake.layout.sheet import Row as PrintedRow
from storage.reading import Word


def description(grid: Grid, item: Item) -> str:
    """What an item is: the words of the column of text, with the rows of text that belong to it."""
    column = grid.text_column
    level = [row for row in (*item.before, *item.after) if _level(row, item.row)]
    own = _own_text(grid, item, column, level)
    item = replace(
        item,
        before=tuple(row for row in item.before if row not in level),
        after=tuple(row for row in item.after if row not in level),
    )
    strip = grid.strips[column] if column is not None else None
    parts = (
        [_inside(row, strip, grid) for row in item.before] + [own] + [_inside(row, strip, grid) for row in item.after]
    )
    text = " ".join(part for part in parts if part).strip(" |;:-–*")
    return text if sum(c.isalpha() for c in text) >= 3 else ""


_CODE = re.compile(r"(?=.*\d)[A-Z0-9][A-Z0-9./-]{3,}|\d{1,4}[.)]?")


def _level(row: PrintedRow, beside: PrintedRow) -> bool:
    """Whether two rows are one that a slant or a photograph parted."""
    common = min(row.box.bottom, beside.box.bottom) - max(row.box.top, beside.box.top)
    return common > 0.5 * min(row.box.height, beside.box.height)


def _own_text(grid: Grid, item: Item, column: int | None, level: Sequence[PrintedRow]) -> str:
    words = list(grid.words_in(item, column)) if column is not None else []
    if words and column is not None:
        others = [word for row in level for cell in row.cells for word in cell.words]
        words += [word for word in others if grid.strips[column].holds(word.box)]
        beside = [word for cell in item.row.cells if not set(words).isdisjoint(cell.words) for word in cell.words]
        homeless = [word for word in item.words if grid.strip_of(word) is None and word not in words]
        words += [word for word in homeless if letters([word]) > 1 or (word in beside and not is_figure(word.text))]
        words.sort(key=lambda word: word.box.left)
    if not words:
        words = max((list(cell.words) for cell in item.row.cells), key=letters, default=[])
        if letters(words) < 3:
            return ""
    while len(words) > 1 and _ends_in_figures(words, grid):
        words.pop()
    if len(words) > 1 and _starts_with_code(words, item):
        words = words[1:]
    return " ".join(word.text for word in words).strip(" |;:-–*")


def _starts_with_code(words: Sequence[Word], item: Item) -> bool:
    """Whether the first word is a code or an amount that stands before the text, not a part of it."""
    first, second = words[0], words[1]
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})*,\d{2}\W?", first.text):
        return True
    apart = second.box.left - first.box.right > 0.9 * (first.box.height or 0.01)
    return _CODE.fullmatch(first.text) is not None and (
        apart or re.fullmatch(r"[A-Z]{1,4}-?\d{3,}|\d{4,}", first.text) is not None
    )


def _ends_in_figures(words: Sequence[Word], grid: Grid) -> bool:
    """Whether the last word is a figure of another column that ran into the text ("Carta 80 g" is none)."""
    last = words[-1].text
    if re.fullmatch(r"[-+]?€?\d[\d.']*,\d{2,5}€?|€|EUR|[-–—]", last):
        return True
    if re.fullmatch(r"\d{1,2}%", last):
        return words[-1].box.left - words[-2].box.right > 0.8 * words[-1].box.height
    return (
        is_unit(last)
        and len(words) > 2
        and re.fullmatch(r"\d+", words[-2].text) is not None
        and (words[-2].box.left - words[-3].box.right > words[-2].box.height)
    )


def _inside(row: PrintedRow, strip: Strip | None, grid: Grid) -> str:
    """The words of a row of text that stand in the column of descriptions, or overflow it where nothing else stands."""
    if strip is None:
        return ""
    cells = [cell for cell in row.cells if cell.box.left < strip.right and cell.box.right > strip.left]
    return " ".join(cell.text for cell in cells).strip(" |;:-–*")
