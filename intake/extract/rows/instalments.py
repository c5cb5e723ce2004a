"""Instalments: dates to pay, and what at each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from intake.extract.found import Found
from intake.extract.paper import Paper
from storage.kinds import FieldType
from storage.reading import Row
from storage.values import canonical_amount


def _two_decimals(found: Found) -> bool:
    return found.type is FieldType.AMOUNT and found.quality > 0.6


def due_dates(paper: Paper, date: str | None, totals: Sequence[Decimal]) -> tuple[Row, ...]:
    """Instalments: dates each followed or headed by an amount, which together make one of the totals."""
    pairs: list[tuple[str, Decimal]] = []
    for sheet in paper.sheets:
        for row in sheet.rows:
            values = [
                f for cell in row.cells for f in paper.found_in(cell) if f.type is FieldType.DATE or _two_decimals(f)
            ]
            for first, second in pairwise(values):
                if (
                    first.type is FieldType.DATE
                    and second.type is FieldType.AMOUNT
                    and (date is None or first.value >= date)
                ):
                    pairs.append((first.value, Decimal(second.value)))
    if len(pairs) < 2:
        pairs = list(_stacked(paper, date))
    for start in range(len(pairs)):
        for end in range(len(pairs), start + 1, -1):
            total = sum((amount for _, amount in pairs[start:end]), Decimal(0))
            if total in totals:
                return tuple({"date": day, "amount": canonical_amount(amount)} for day, amount in pairs[start:end])
    return ()


def _stacked(paper: Paper, date: str | None) -> Iterator[tuple[str, Decimal]]:
    """A row of dates over a row of amounts."""
    for sheet in paper.sheets:
        for upper, lower in pairwise(sheet.rows):
            days = [f for cell in upper.cells for f in paper.found_in(cell) if f.type is FieldType.DATE]
            sums = [f for cell in lower.cells for f in paper.found_in(cell) if _two_decimals(f)]
            if len(days) > 1 and len(days) == len(sums) and (date is None or min(d.value for d in days) >= date):
                yield from ((d.value, Decimal(s.value)) for d, s in zip(days, sums, strict=True))
