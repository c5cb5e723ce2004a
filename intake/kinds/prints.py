"""The words and pairs of words printed on a page, by zone: what a learned weighing may use beside the known phrases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from intake.layout.sheet import Sheet
from intake.words import tokens

_TOP = 0.25
_LARGE = 1.3
_SHORTEST = 3


def prints(sheets: Sequence[Sheet]) -> Iterator[str]:
    """ "in totale", "in totale documento", "top fattura" (the first page's upper quarter), "large contratto" (print
    larger than usual); the same name may come more than once."""
    for sheet in sheets:
        for cell in sheet.cells:
            words = [t.text for t in tokens(cell.words) if len(t.text) >= _SHORTEST and t.text.isalpha()]
            zones = ["in"]
            if sheet.page == 1 and cell.box.top < _TOP:
                zones.append("top")
            if cell.height > _LARGE * sheet.line_height:
                zones.append("large")
            yield from (f"{zone} {word}" for zone in zones for word in words)
            yield from (f"in {first} {second}" for first, second in pairwise(words))
