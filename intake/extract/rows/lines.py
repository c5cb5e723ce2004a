"""The lines of a document: which rows are lines and which column is their amount, decided by what adds up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from intake.extract.paper import Paper
from intake.extract.rates import is_amount, is_fund
from intake.extract.rows.arithmetic import factors, mended, product
from intake.extract.rows.charges import charges
from intake.extract.rows.figures import is_unit, rate_in
from intake.extract.rows.grid import Grid, Item, begins_as_total, grid_under, is_carried
from intake.extract.rows.heads import MOST, amount_heads, grids_of, lists_goods
from intake.extract.rows.wording import description
from intake.words import plain
from storage.reading import Row
from storage.values import canonical_amount

_CENT = Decimal("0.02")
_FEE = re.compile(r"\W*(?:compens|onorari|prestazion|competenz|canone|corrispettiv|provvigion|consulenz|servizi|fee\b)")
_STAMP = Decimal("2.00")
_STAMP_WORD = re.compile(r"\bboll[oi]\b")
_RATES = frozenset(Decimal(rate) for rate in (0, 4, 5, 10, 22, 19, 20, 21, 7))


@dataclass(frozen=True)
class Listing:
    """Items of a grid with what each amounts to, read from column `amount`. `proven`: they add up to a total."""

    grid: Grid
    items: tuple[Item, ...]
    amounts: tuple[Decimal, ...]
    amount: int
    proven: bool


def _reaches(total: Decimal, totals: Sequence[Decimal]) -> bool:
    return any(abs(abs(total) - wanted) <= _CENT for wanted in totals)


def _amount_columns(grid: Grid) -> list[int]:
    """Columns that may hold the amounts, likeliest first: the one so headed, then from the right, those with most."""
    counts = [sum(grid.money_in(item, n) is not None for item in grid.items) for n in range(len(grid.strips))]
    numbers = [n for n, count in enumerate(counts) if count]
    return sorted(
        numbers,
        key=lambda n: (
            grid.names[n] != "amount",
            grid.names[n] in ("discount", "vat_rate", "code"),
            counts[n] * 2 < max(counts),
            -n,
        ),
    )


def _read(grid: Grid, column: int, *, damaged: bool) -> list[tuple[Item, Decimal]]:
    found = [(item, grid.money_in(item, column, damaged=damaged)) for item in grid.items]
    return [(item, Decimal(one.value)) for item, one in found if one is not None]


def _described(item: Item, grid: Grid) -> bool:
    """Whether a row says what it is: more than the one word of a sum ("Totale")."""
    return len(description(grid, item).split()) > 1 or len(item.money) > 1


def _longest(grid: Grid, column: int, totals: Sequence[Decimal]) -> Listing | None:
    """The longest run of items whose amounts in a column add up to one of the totals."""
    read = [(item, value) for item, value in _read(grid, column, damaged=False) if description(grid, item)]
    for length in range(len(read), 0, -1):
        for start in range(len(read) - length + 1):
            run = read[start : start + length]
            if not _reaches(sum((value for _, value in run), Decimal(0)), totals):
                continue
            if length > 1 or _described(run[0][0], grid):
                return Listing(grid, tuple(i for i, _ in run), tuple(v for _, v in run), column, True)
    return None


def _whole(grid: Grid, column: int) -> Listing:
    read = [(item, value) for item, value in _read(grid, column, damaged=True) if description(grid, item)]
    return Listing(grid, tuple(item for item, _ in read), tuple(value for _, value in read), column, False)


def _completed(grid: Grid, column: int, totals: Sequence[Decimal]) -> Listing | None:
    """All items, where a single one's amount could not be read: it is what the others leave of a total."""
    items = [item for item in grid.items if description(grid, item)]
    found = [grid.money_in(item, column) for item in items]
    if found.count(None) != 1 or len(items) < 2:
        return None
    rest = (totals[0] if totals else Decimal(0)) - sum(
        (Decimal(one.value) for one in found if one is not None), Decimal(0)
    )
    if rest <= 0:
        return None
    amounts = tuple(Decimal(one.value) if one is not None else rest for one in found)
    return Listing(grid, tuple(items), amounts, column, True)


def _free(paper: Paper) -> Iterator[Grid]:
    """Whatever stands in columns without a head, between rows that begin as totals do."""
    for sheet in paper.sheets:
        bounds = [-1, *(n for n, row in enumerate(sheet.rows) if begins_as_total(row)), len(sheet.rows)]
        for first, last in pairwise(bounds):
            if (grid := grid_under(paper, sheet, None, sheet.rows[first + 1 : last], MOST)) is not None:
                yield grid


def _reduced(paper: Paper, totals: Sequence[Decimal]) -> list[Decimal]:
    """The totals less stamp duty or a pension fund's share: what the lines make where these are charged below them."""
    words = " ".join(row.text for sheet in paper.sheets for row in sheet.rows)
    charged = [Decimal(found.value) for found in paper.found if is_amount(found) and is_fund(paper, found)]
    charged += [_STAMP] if _STAMP_WORD.search(plain(words)) else []
    return [total - one for total in totals for one in charged if 0 < one < total / 2]


def _first_proven(grids: Sequence[Grid], totals: Sequence[Decimal]) -> Listing | None:
    found = [
        listing
        for grid in grids
        for column in _amount_columns(grid)
        if (listing := _longest(grid, column, totals)) is not None
    ]
    # Of as long ones the upper: what is summed stands over the sums.
    return max(found, key=lambda one: (len(one.items), -one.grid.page, -one.items[0].row.box.top), default=None)


def _over_pages(grids: Sequence[Grid], totals: Sequence[Decimal]) -> list[Listing]:
    """A list that goes on over several pages: all that stands under heads, if together it adds up."""
    every = [_whole(grid, columns[0]) for grid in grids if (columns := _amount_columns(grid))]
    first = {listing.grid.page: listing for listing in reversed(every)}
    for whole in (every, [first[page] for page in sorted(first)]):
        total = sum((value for listing in whole for value in listing.amounts), Decimal(0))
        if len(first) > 1 and _reaches(total, totals):
            return [listing for listing in whole if listing.items]
    return []


def _printed_below(paper: Paper, listing: Listing) -> bool:
    """Whether what a list adds up to is printed again below it, as a sum before discounts, funds or transport."""
    total = sum(listing.amounts, Decimal(0))
    last = listing.items[-1].row.box.bottom
    rows = paper.sheet(listing.grid.page).rows
    return any(
        found.quality > 0.6 and found.value == canonical_amount(total) and found.place.top > last
        for found in paper.found
        if found.cell.page == listing.grid.page and not is_carried(rows[found.cell.row])
    )


def _proven(grids: Sequence[Grid], totals: Sequence[Decimal]) -> list[Listing]:
    if pages := _over_pages(grids, totals):
        return pages
    listing = _first_proven(grids, totals)
    return [listing] if listing is not None else []


def _best(paper: Paper, totals: Sequence[Decimal]) -> tuple[list[Listing], bool | None]:
    grids = list(grids_of(paper))
    found = _proven(grids, totals)
    if found and any(lists_goods(paper, listing.grid) for listing in found):
        return found, True
    whole = [_whole(grid, columns[0]) for grid in grids if (columns := _amount_columns(grid))]
    whole = [listing for listing in whole if listing.items]
    if (listing := _told_otherwise(paper, whole, totals)) is not None:
        return [listing], True
    if found:
        return found, True
    less = _reduced(paper, totals)
    others, free = amount_heads(paper), list(_free(paper))
    for lists, sums in ((others, totals), (grids, less), (free, totals), (others, less), (free, less)):
        if found := _proven(lists, sums):
            return found, True
    if len({listing.grid.page for listing in whole}) > 1:
        return whole, False
    return ([max(whole, key=lambda listing: len(listing.items))], False) if whole else ([], None)


def _told_otherwise(paper: Paper, whole: Sequence[Listing], totals: Sequence[Decimal]) -> Listing | None:
    """A list that makes no total, but a sum printed below it, or a total once a misread amount is put right."""
    for listing in whole:
        if _printed_below(paper, listing):
            return listing
    for listing in whole:
        repaired = mended(listing.grid, listing.items, listing.amounts, listing.amount, totals)
        if repaired is not None:
            return Listing(listing.grid, listing.items, repaired, listing.amount, True)
    filled = (_completed(listing.grid, listing.amount, totals) for listing in whole)
    return next((listing for listing in filled if listing is not None), None)


def lines(paper: Paper, totals: Sequence[Decimal]) -> tuple[tuple[Row, ...], bool | None]:
    """The document's lines, and whether they add up to one of `totals` (None where there are no lines)."""
    listings, adds_up = _best(paper, totals)
    if not listings and (fee := _fee(paper, totals)) is not None:
        return (fee,), True
    rows = [row for listing in listings for row in _rows(listing)]
    listed = sum((amount for listing in listings for amount in listing.amounts), Decimal(0))
    if rows and totals and listed < totals[0]:
        rows += charges(paper, totals[0] - listed, {id(item.row) for one in listings for item in one.items})
    return tuple(rows), adds_up


def _fee(paper: Paper, totals: Sequence[Decimal]) -> Row | None:
    """The one line of a short bill, which is its net sum too: "Compenso 1.500,00"."""
    for sheet in paper.sheets:
        for row in sheet.rows:
            fee = _FEE.match(plain(row.cells[0].text))
            amounts = [Decimal(f.value) for cell in row.cells for f in paper.found_in(cell) if is_amount(f)]
            if fee and len(amounts) == 1 and len(row.cells) > 1 and _reaches(amounts[0], totals):
                return {"description": row.cells[0].text.strip(" :"), "amount": canonical_amount(amounts[0])}
    return None


def _rows(listing: Listing) -> Iterator[Row]:
    negative = all(amount < 0 for amount in listing.amounts)
    quantity, price = factors(listing.grid, listing.items, listing.amounts, listing.amount)
    for item, amount in zip(listing.items, listing.amounts, strict=True):
        row = {"description": description(listing.grid, item)}
        row.update(_columns(listing.grid, item, quantity, price))
        row["amount"] = canonical_amount(-amount if negative else amount)
        yield row


def _columns(grid: Grid, item: Item, quantity: int | None, price: int | None) -> Iterator[tuple[str, str]]:
    """Quantity, unit, price and rate of an item, as far as its columns are known."""
    for name, column in (("quantity", quantity), ("unit_price", price)):
        if column is not None and (factor := product(grid, item, column)) is not None:
            yield name, canonical_amount(abs(factor))
    units = [n for n, name in enumerate(grid.names) if name in ("unit", "quantity") or n == quantity]
    named = [word.text for n in units for word in grid.words_in(item, n) if is_unit(word.text)]
    if named:
        yield "unit", named[0].strip("|;:")
    for strip, heading in enumerate(grid.names):
        if heading == "vat_rate" and (rate := rate_in(grid.words_in(item, strip))) is not None and rate in _RATES:
            yield "vat_rate", canonical_amount(rate)
