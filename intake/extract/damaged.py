"""Amounts that lost their point or a digit's shape in reading: what they may have been, for sums to decide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from intake.extract.found import CellText, Found
from intake.layout.sheet import Cell
from storage.kinds import FieldType
from storage.values import canonical_amount

QUALITY = 0.45
"""How surely a damaged amount is what it is taken for, as `Found.quality`: below every amount that reads well."""

_ALIKE = str.maketrans({"O": "0", "o": "0", "D": "0", "Q": "0", "I": "1", "l": "1", "|": "1", "i": "1", "Z": "2",
                        "z": "2", "S": "5", "s": "5", "G": "6", "b": "6", "B": "8", "g": "9", "A": "4"})  # fmt: skip
_SHAPE = r"[\dOoDQIl|iZzSsGbBgA]"
_TOKEN = re.compile(
    rf"(?<![\w.,/])[-–−+]?(?:€|[EC£€] ?(?=\d))? ?(?P<body>{_SHAPE}(?:{_SHAPE}|[.,:;'’·*]|[.,] | (?=\d\d(?!\d)))*?)"
    r"(?: ?(?:€|EUR|[^\w\s.,]))?(?![\w/])"
)
_FEWEST, _MOST = 3, 9


def _readings(body: str) -> Iterator[Decimal]:
    plain = body.translate(_ALIKE)
    digits = re.sub(r"\D", "", plain)
    if not _FEWEST <= len(digits) <= _MOST or sum(c.isdigit() for c in body) < len(digits) / 2:
        return
    parts = [part for part in re.split(r"\D+", plain) if part]
    if len(parts) == 1 or len(parts[-1]) == 2 or (len(parts[-1]) > 3 and len(parts[-1]) != len(digits)):
        yield Decimal(digits) / 100


def damaged_amounts(cell: Cell) -> Iterator[Found]:
    """What the figures of a cell that are no well-formed amounts may have been: `105350`, `1.053.50`, `1053,5O`."""
    text = CellText(cell)
    for match in _TOKEN.finditer(text.text):
        body = match["body"]
        if re.fullmatch(r"\d{1,3}(?:[.']?\d{3})*,\d{2}|\d+\.\d{2}", body):
            continue
        for value in _readings(body):
            first, last = text.words_at(*match.span("body"))
            yield Found(FieldType.AMOUNT, canonical_amount(value), QUALITY, cell, first, last, f"repaired {body}")
