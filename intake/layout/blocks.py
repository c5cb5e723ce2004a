"""Cells that stand under each other, left edges or centres aligned, without a wide gap: a paragraph, an address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from intake.layout.sheet import Cell, Sheet, union
from storage.reading import Box

_WIDEST_LEADING = 1.3


@dataclass(frozen=True)
class Block:
    cells: tuple[Cell, ...]

    @cached_property
    def box(self) -> Box:
        return union([cell.box for cell in self.cells])

    @cached_property
    def text(self) -> str:
        return "\n".join(cell.text for cell in self.cells)


def _continues(last: Cell, cell: Cell, sheet: Sheet) -> bool:
    leading = cell.box.top - last.box.bottom
    if (
        leading > _WIDEST_LEADING * max(sheet.line_height, min(last.height, cell.height))
        or leading < -sheet.line_height
    ):
        return False
    slack = 1.2 * sheet.line_height / sheet.aspect
    centred = abs(last.box.middle[0] - cell.box.middle[0]) < slack
    return abs(last.box.left - cell.box.left) < slack or centred


def blocks_of(sheet: Sheet) -> tuple[Block, ...]:
    """All cells of the sheet, each in exactly one block, in reading order."""
    growing: list[list[Cell]] = []
    for cell in sheet.cells:
        fitting = [block for block in growing if block[-1].row < cell.row and _continues(block[-1], cell, sheet)]
        if fitting:
            min(fitting, key=lambda block: cell.row - block[-1].row).append(cell)
        else:
            growing.append([cell])
    return tuple(Block(tuple(cells)) for cells in growing)


def block_with(blocks: Sequence[Block], cell: Cell) -> Block:
    return next(block for block in blocks if cell in block.cells)
