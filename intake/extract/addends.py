"""What columns of amounts add up to: the total of a list, wherever on the paper it is printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from intake.extract.found import Found
from intake.extract.paper import Paper
from intake.extract.scoring import Prior, low_on_the_page
from intake.layout.neighbours import overlap
from storage.kinds import FieldType

# Edges of amounts of one column agree within this share of the page's width.
_EDGE = 0.012
# Amounts further apart than so many heights of a line begin a list anew.
_APART = 3.5
_MOST = 400
_FEWEST = 2
_SUM, _PART = 0.5, 0.6


def columns_of(paper: Paper) -> list[list[Found]]:
    """Well-read amounts that stand under each other, right edges aligned, over all pages; from left to right."""
    columns: list[list[Found]] = []
    amounts = [found for found in paper.found if found.type is FieldType.AMOUNT and found.quality > 0.6]
    for found in amounts[:_MOST]:
        near = [column for column in columns if abs(column[-1].place.right - found.place.right) < _EDGE]
        if near:
            min(near, key=lambda column: abs(column[-1].place.right - found.place.right)).append(found)
        else:
            columns.append([found])
    return sorted(columns, key=lambda column: column[0].place.right)


def _begins(paper: Paper, column: Sequence[Found], number: int) -> bool:
    """Whether an amount is the first of a list: a page, a gap or a row of words parts it from the one over it."""
    here, before = column[number], column[number - 1]
    if number == 0 or here.cell.page != before.cell.page:
        return True
    sheet = paper.sheet(here.cell.page)
    return here.place.top - before.place.bottom > _APART * sheet.line_height or any(
        overlap(cell.box, here.place) > 0.5
        for row in sheet.rows[before.cell.row + 1 : here.cell.row]
        for cell in row.cells
    )


def _runs(
    paper: Paper, column: Sequence[Found], printed: Counter[Decimal]
) -> Iterator[tuple[Decimal, Sequence[Found]]]:
    """What is printed elsewhere and is the sum of a run of the column; at least two of its amounts are added."""
    values = [Decimal(found.value) for found in column]
    for start in range(len(values) - 1):
        if not _begins(paper, column, start):
            continue
        total, added = values[start], int(values[start] > 0)
        for end in range(start + 1, len(values)):
            total += values[end]
            added += values[end] > 0
            if added < _FEWEST or printed[total] <= sum(value == total for value in values[start : end + 1]):
                continue
            yield total, column[start : end + 1]


def total_of_a_list(paper: Paper) -> Prior:
    """Speaks for amounts that are the sum of a column, against those that are added, and a little for what is low."""
    columns = columns_of(paper)
    printed = Counter(abs(Decimal(found.value)) for column in columns for found in column)
    runs = [run for column in columns for run in _runs(paper, column, printed)]
    sums = {total for total, _ in runs}
    parts = {place_of(found) for _, added in runs for found in added}

    def prior(paper: Paper, found: Found) -> tuple[float, str]:
        low, why = low_on_the_page(paper, found)
        if Decimal(found.value) in sums:
            return low + _SUM, "check:sum of a column"
        return (low - _PART, "place:in a list") if place_of(found) in parts else (low, why)

    return prior


def place_of(found: Found) -> tuple[int, int, int, int]:
    return found.cell.page, found.cell.row, found.cell.column, found.first
