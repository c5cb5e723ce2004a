"""Transport, packing and the like that are charged among the totals: lines of the document that stand apart."""

from __future__ import annotations

from collections.abc import Container, Iterator
from decimal import Decimal
from itertools import combinations

from intake.extract.found import Found
from intake.extract.paper import Label, Paper
from intake.extract.rates import is_amount
from storage.reading import Row
from storage.values import canonical_amount

_MOST = 3
_CENT = Decimal("0.01")


def charges(paper: Paper, rest: Decimal, listed: Container[int]) -> tuple[Row, ...]:
    """The charges that together are what the listed goods leave of the net sum; `listed` are ids of rows of goods."""
    known = list(_labelled(paper, listed))
    for count in range(1, min(len(known), _MOST) + 1):
        for chosen in combinations(known, count):
            if abs(sum((Decimal(found.value) for _, found in chosen), Decimal(0)) - rest) <= _CENT:
                return tuple(_row(label, found) for label, found in chosen)
    return ()


def _labelled(paper: Paper, listed: Container[int]) -> Iterator[tuple[Label, Found]]:
    for found in paper.found:
        row = paper.sheet(found.cell.page).rows[found.cell.row]
        if not is_amount(found) or Decimal(found.value) <= 0 or id(row) in listed:
            continue
        governors = paper.governors(found)
        if governors and "charge" in governors[0].label.roles:
            yield governors[0].label, found


def _row(label: Label, found: Found) -> Row:
    words = label.cell.words[label.first : label.last + 1]
    text = " ".join(word.text for word in words).strip(" :;|-")
    return {"description": text, "amount": canonical_amount(Decimal(found.value))}
