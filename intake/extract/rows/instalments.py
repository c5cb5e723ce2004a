"""Instalments: dates to pay and what at each of them, wherever they stand; together they are what is to be paid."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date as Date
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

from intake.extract.damaged import damaged_amounts
from intake.extract.found import Found
from intake.extract.paper import Paper
from intake.extract.rates import is_amount
from intake.extract.slips import one_slip
from intake.layout.neighbours import starts_below
from intake.layout.sheet import Row as PrintedRow
from intake.layout.sheet import Sheet
from storage.kinds import FieldType
from storage.reading import Row
from storage.values import canonical_amount

Pair = tuple[str, Decimal]
_CENT = Decimal("0.02")
_LONGEST = timedelta(days=1200)
_NEAR_ROWS = 2


def due_dates(paper: Paper, date: str | None, totals: Sequence[Decimal]) -> tuple[Row, ...]:
    """Instalments: dates in order, each with an amount, which together make one of the totals."""
    lists = [_payable(pairs, date) for pairs in _readings(paper)]
    for adds_up in (_exact, _but_one_slip):
        for pairs in lists:
            if found := _making_up(pairs, totals, adds_up):
                return tuple({"date": day, "amount": canonical_amount(amount)} for day, amount in found)
    single = [pair for pairs in lists for pair in pairs if pair[1] in totals and pair[0] != date]
    return ({"date": single[0][0], "amount": canonical_amount(single[0][1])},) if single else ()


def _readings(paper: Paper) -> Iterator[list[Pair]]:
    """Ways to pair dates with amounts: behind or before them in a row, below or above them in a column."""
    rows = [(sheet, number) for sheet in paper.sheets for number in range(len(sheet.rows))]
    yield [pair for sheet, n in rows for pair in _beside(paper, sheet.rows[n], date_first=True)]
    yield [pair for sheet, n in rows for pair in _beside(paper, sheet.rows[n], date_first=False)]
    yield [pair for sheet, n in rows for pair in _stacked(paper, sheet, n, below=True)]
    yield [pair for sheet, n in rows for pair in _stacked(paper, sheet, n, below=False)]


def _dates(paper: Paper, row: PrintedRow) -> list[Found]:
    return [f for cell in row.cells for f in paper.found_in(cell) if f.type is FieldType.DATE]


def _amounts(paper: Paper, row: PrintedRow) -> list[Found]:
    """Well-read amounts of a row, and where there is none, what its damaged figures may have been."""
    sound = [f for cell in row.cells for f in paper.found_in(cell) if is_amount(f)]
    return sound or [f for cell in row.cells for f in damaged_amounts(cell)]


def _beside(paper: Paper, row: PrintedRow, *, date_first: bool) -> Iterator[Pair]:
    days = _dates(paper, row)
    if not days:
        return
    values = sorted([*days, *_amounts(paper, row)], key=lambda f: f.place.left)
    for first, second in pairwise(values):
        day, amount = (first, second) if date_first else (second, first)
        if day.type is FieldType.DATE and amount.type is FieldType.AMOUNT:
            yield day.value, abs(Decimal(amount.value))


def _stacked(paper: Paper, sheet: Sheet, number: int, *, below: bool) -> Iterator[Pair]:
    """The dates of a row, each with the amount in its column in the next rows that have any."""
    days = _dates(paper, sheet.rows[number])
    near = (
        sheet.rows[number + 1 : number + 1 + _NEAR_ROWS] if below else sheet.rows[max(0, number - _NEAR_ROWS) : number]
    )
    for other in near if below else reversed(near):
        sums = _amounts(paper, other)
        if not sums:
            continue
        if len(sums) == len(days):
            yield from ((d.value, abs(Decimal(s.value))) for d, s in zip(days, sums, strict=True))
            return
        slack = 1.5 * sheet.line_height / sheet.aspect
        for day in days:
            under = [s for s in sums if starts_below(day.place, s.place, slack)]
            if under:
                yield day.value, abs(Decimal(under[0].value))
        return


def _payable(pairs: Sequence[Pair], issued: str | None) -> list[Pair]:
    """Pairs that can be instalments of a paper issued on a day: not before it, not years after."""
    if issued is None:
        return list(pairs)
    last = (Date.fromisoformat(issued) + _LONGEST).isoformat()
    return [pair for pair in pairs if issued <= pair[0] <= last and pair[1] > 0]


Adding = Callable[[Sequence[Pair], Decimal], list[Pair] | None]


def _exact(pairs: Sequence[Pair], total: Decimal) -> list[Pair] | None:
    return list(pairs) if abs(sum((amount for _, amount in pairs), Decimal(0)) - total) <= _CENT else None


def _but_one_slip(pairs: Sequence[Pair], total: Decimal) -> list[Pair] | None:
    """The pairs with the one amount put right that a digit parts from making up the total."""
    rest = total - sum((amount for _, amount in pairs), Decimal(0))
    fitting = [n for n, (_, amount) in enumerate(pairs) if one_slip(amount, amount + rest)]
    if len(fitting) != 1:
        return None
    return [(day, amount + rest if n == fitting[0] else amount) for n, (day, amount) in enumerate(pairs)]


def _making_up(pairs: Sequence[Pair], totals: Sequence[Decimal], adds_up: Adding) -> list[Pair]:
    """The longest run of pairs with growing dates that makes up a total."""
    for length in range(min(len(pairs), 36), 1, -1):
        for start in range(len(pairs) - length + 1):
            run = pairs[start : start + length]
            if any(a[0] >= b[0] for a, b in pairwise(run)):
                continue
            for total in totals:
                if found := adds_up(run, total):
                    return found
    return []
