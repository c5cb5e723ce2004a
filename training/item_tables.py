"""Tables of goods: which columns, how their cells are written, and the truth of the rows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from storage.amounts import canonical_amount
from training.content import Column, Grid, Text, Value
from training.goods import Item
from training.parties import label
from training.writing import Book, some

Row = dict[str, str]
_NUMERIC = ("quantity", "price", "discount", "amount")
EXEMPT = {
    "N1": ("Escl. art. 15", "Es.15"),
    "N2.2": ("Art. 1 c. 58 L. 190/14", "Fuori campo"),
    "N3.1": ("Non imp. art. 8", "N.I. art.8"),
    "N3.5": ("Non imp. art. 8 c.1 l. c", "NI8"),
    "N4": ("Esente art. 10", "Es. art.10"),
    "N6.1": ("Art. 74 c. 7", "Rev. charge"),
    "N6.3": ("Art. 17 c. 6 a)", "Inv. cont."),
    "N6.4": ("Art. 17 c.6 a-bis", "RC"),
    "N6.7": ("Art. 17 c.6 a-ter", "R.C."),
}


def item_grid(
    items: Sequence[Item],
    names: Sequence[str],
    book: Book,
    rng: Random,
    *,
    carried: bool = False,
    remarks: Sequence[Text] = (),
) -> tuple[Grid, tuple[Row, ...]]:
    """The table and its rows' truth. `remarks` stand between the rows, the first one before all."""
    language = book.hand.language
    names = list(names)
    if not any(i.code for i in items) and "code" in names:
        names.remove("code")
    if "discount" in names and not any(i.discount for i in items) and some(rng, 0.5):
        names.remove("discount")
    if any(i.discount for i in items) and "price" in names and "amount" in names and "discount" not in names:
        names.insert(names.index("price") + 1, "discount")
    cells = Cells(book, rng)
    columns = tuple(Column(label(rng, language, n), n in _NUMERIC, n == "description") for n in names)
    rows: list[tuple[Text, ...]] = []
    truth: list[Row] = []
    sums: list[str] = []
    so_far = Decimal(0)
    waiting = list(remarks)
    for at, item in enumerate(items):
        if waiting and (at == 0 or some(rng, 0.2)):
            text = waiting.pop(0)
            rows.append(tuple(text if n == "description" else () for n in names))
            sums.append(book.hand.number(so_far))
        row, written = cells.row(item, names)
        so_far += item.amount
        rows.append(written)
        truth.append(row)
        sums.append(book.hand.number(so_far))
    over = (
        (label(rng, language, "carried"), label(rng, language, "brought"), tuple(sums))
        if carried and some(rng, 0.6)
        else None
    )
    return Grid(columns, tuple(rows), carried=over), tuple(truth)


class Cells:
    """How one paper writes the cells of its rows."""

    def __init__(self, book: Book, rng: Random) -> None:
        self._hand = book.hand
        self._percent = rng.choice(("{}", "{}", "{}%", "{} %", "{},00"))
        self._places = rng.choice((0, 0, 2, 2, 3))
        self._price_places = rng.choice((2, 2, 2, 3, 4, 5))
        self._marked = some(rng, 0.12)
        self._exempt = rng.choice(("nature", "words", "0", "code"))
        self._upper_unit = some(rng, 0.3)

    def row(self, item: Item, names: Sequence[str]) -> tuple[Row, tuple[Text, ...]]:
        """The row's truth and its cells."""
        truth: Row = {}
        cells: list[Text] = []
        for name in names:
            text, value = self._cell(item, name)
            if not text:
                cells.append(())
                continue
            field = {"rate": "vat_rate", "price": "unit_price"}.get(name, name)
            if value:
                truth[field] = value
            cells.append((Value(text, f"lines.{field}"),) if value else (text,))
        return truth, tuple(cells)

    def _cell(self, item: Item, name: str) -> tuple[str, str]:
        """Text and truth; no truth for what is no column of the lists."""
        hand = self._hand
        match name:
            case "description":
                return item.description, " ".join(item.description.split())
            case "unit":
                unit = item.unit.upper() if self._upper_unit else item.unit
                return unit, unit
            case "quantity":
                return hand.number(item.quantity, self._places), canonical_amount(item.quantity)
            case "price":
                return hand.number(item.price, self._price_places), canonical_amount(item.price)
            case "amount":
                return (hand.sum if self._marked else hand.number)(item.amount), canonical_amount(item.amount)
            case "rate":
                return self._rate(item)
            case "discount":
                return item.discount.replace(",", hand.point), ""
        return item.code, ""

    def _rate(self, item: Item) -> tuple[str, str]:
        if not item.rate:
            words = EXEMPT.get(item.nature, ("0", "0"))
            shown = {"nature": item.nature or "0", "words": words[0], "code": words[1], "0": "0"}[self._exempt]
            return (self._percent.format("0"), "0.00") if shown == "0" else (shown, "")
        return self._percent.format(int(item.rate)).replace(",", self._hand.point), canonical_amount(item.rate)
