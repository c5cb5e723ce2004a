"""Which columns are factors of which, and what a damaged amount must have been."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from intake.extract.rows.figures import discount_in, number_in
from intake.extract.rows.grid import Grid, Item
from intake.extract.slips import one_slip

_CENT = Decimal("0.01")
_SLACK = Decimal("0.011")


def product(grid: Grid, item: Item, column: int) -> Decimal | None:
    """The number of an item in a column."""
    if (found := grid.money_in(item, column)) is not None:
        return Decimal(found.value)
    return number_in(grid.words_in(item, column))


def _left_over(grid: Grid, item: Item) -> Decimal:
    """What the discounts of an item leave of its price."""
    left = Decimal(1)
    for column, name in enumerate(grid.names):
        if name == "discount":
            left *= discount_in(grid.words_in(item, column))
    return left


def expected(grid: Grid, item: Item, quantity: int, price: int) -> Decimal | None:
    """Quantity x price less the discounts, to the cent."""
    a, b = product(grid, item, quantity), product(grid, item, price)
    if a is None or b is None:
        return None
    return (a * b * _left_over(grid, item)).quantize(_CENT, ROUND_HALF_UP)


def _agreeing(grid: Grid, items: Sequence[Item], amounts: Sequence[Decimal], quantity: int, price: int) -> int:
    hits = 0
    for item, amount in zip(items, amounts, strict=True):
        due = expected(grid, item, quantity, price)
        hits += due is not None and abs(due - amount) <= _SLACK
    return hits


def factors(
    grid: Grid, items: Sequence[Item], amounts: Sequence[Decimal], amount: int
) -> tuple[int | None, int | None]:
    """The columns of quantity and unit price: those whose product is the amount, else those so headed."""
    others = [n for n in range(len(grid.strips)) if n != amount and grid.names[n] not in ("code", "vat_rate")]
    headed = {name: n for n, name in enumerate(grid.names) if name in ("quantity", "unit_price") and n != amount}
    pairs = [(_agreeing(grid, items, amounts, a, b), a, b) for a in others for b in others if a < b]
    best = max(pairs, default=(0, 0, 0))
    if best[0] * 2 > len(items) or (best[0] and len(items) <= 2):
        _, a, b = best
        swapped = grid.names[a] == "unit_price" or grid.names[b] == "quantity"
        return (b, a) if swapped else (a, b)
    return headed.get("quantity"), headed.get("unit_price")


def mended(
    grid: Grid, items: Sequence[Item], amounts: Sequence[Decimal], amount: int, totals: Sequence[Decimal]
) -> tuple[Decimal, ...] | None:
    """The amounts with a misread one put right, where a product or one digit shows what it was and a total agrees."""
    quantity, price = factors(grid, items, amounts, amount)
    if quantity is not None and price is not None:
        due = [expected(grid, item, quantity, price) for item in items]
        put_right = tuple(d if d is not None and d > 0 else a for d, a in zip(due, amounts, strict=True))
        if _adds_up(put_right, totals):
            return put_right
    for total in totals:
        gap = total - sum(amounts, Decimal(0))
        fitting = [n for n, value in enumerate(amounts) if one_slip(value, value + gap)]
        if len(fitting) == 1:
            return tuple(value + gap if n == fitting[0] else value for n, value in enumerate(amounts))
    return None


def _adds_up(amounts: Sequence[Decimal], totals: Sequence[Decimal]) -> bool:
    return any(abs(sum(amounts, Decimal(0)) - total) <= 2 * _CENT for total in totals)
