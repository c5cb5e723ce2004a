"""The rows of a list between its head and its totals, each word in its column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from intake.extract.damaged import damaged_amounts
from intake.extract.found import Found
from intake.extract.paper import Paper
from intake.extract.rows.figures import is_amount, is_figure, is_unit
from intake.extract.rows.headings import headings_in
from intake.layout.columns import Piece, Strip, matched, strips_of
from intake.layout.sheet import Row as PrintedRow
from intake.layout.sheet import Sheet
from intake.layout.tables import Table
from intake.words import plain, word_set
from storage.kinds import FieldType
from storage.reading import Word

_STOPS = word_set(
    "net gross vat due withholding payment_terms iban stamp due_date opening_balance closing_balance page"
)
_SUMS = word_set("net gross vat due")
_CARRIED = re.compile(
    r"^\W*(?:(?:(?:sub)?tot\w*|importo)\W+(?:a |da )?riport\w*|a riportare|da riportare|riporto|riportare|segue"
    r"|totale? (?:di )?pagina|tot pagina|carried|brought|ubertrag|zwischensumme|a reporter|report|suma y sigue"
    r"|suma anterior|continua|totale progressivo|continued)\b"
)
_REFERENCE = re.compile(
    r"^\W*(?:(?:n|v|ns|vs|nostro|vostro|vs ns)?\W{0,2}(?:rif\w*|d\.?d\.?t|ddt|bolla|doc(?:umento)?\.? (?:di )?trasp\w*"
    r"|ord(?:ine|\.)?|conferma d.ordine|lieferschein|delivery note|bon de livraison|your order|commessa|cig|cup))\b.*\d"
)
_TOTAL = re.compile(r"\W*(?:sub ?)?(?:totale|totali|tot\.?|total|summe|gesamt\w*|netto a pagare|imponibile)(?!\w)")
_SILENT_ROWS = 7
# White of so many heights of a line ends a list.
_WIDEST = 16


@dataclass(frozen=True)
class Item:
    """A row with figures; `before` and `after` are rows of text that belong to it."""

    row: PrintedRow
    money: tuple[Found, ...]
    damaged: tuple[Found, ...] = ()
    before: tuple[PrintedRow, ...] = ()
    after: tuple[PrintedRow, ...] = ()

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for cell in self.row.cells for word in cell.words)


def letters(words: Sequence[Word]) -> int:
    return sum(c.isalpha() for word in words for c in word.text)


@dataclass(frozen=True)
class Grid:
    """`names` are the headings of the strips, as far as there are any."""

    page: int
    strips: tuple[Strip, ...]
    names: tuple[str | None, ...]
    items: tuple[Item, ...]
    headed: bool

    @cached_property
    def text_column(self) -> int | None:
        """The column of descriptions: the one so headed, unless another has far more letters; None without letters."""
        count = [sum(letters(self.words_in(item, n)) for item in self.items) for n in range(len(self.strips))]
        if not count or max(count) == 0:
            return None
        most = max(range(len(count)), key=lambda n: count[n])
        headed = [n for n, name in enumerate(self.names) if name == "description" and count[n] * 3 > count[most]]
        return headed[0] if headed else most

    def strip_of(self, word: Word) -> int | None:
        return next((number for number, strip in enumerate(self.strips) if strip.holds(word.box)), None)

    def words_in(self, item: Item, strip: int) -> tuple[Word, ...]:
        return tuple(word for word in item.words if self.strips[strip].holds(word.box))

    def money_in(self, item: Item, strip: int, *, damaged: bool = False) -> Found | None:
        """The last amount of an item in a column."""
        inside = [found for found in item.money if self.strips[strip].holds(found.box)]
        if not inside and damaged:
            inside = [found for found in item.damaged if self.strips[strip].holds(found.box)]
        return inside[-1] if inside else None


def ends_list(paper: Paper, row: PrintedRow) -> bool:
    """Whether a row is the first below a list: it begins with the label of a sum or of a paper's foot."""
    if begins_as_total(row) and len(row.cells) > 1:
        return True
    return any(_is_stop(paper, row, number) for number in range(min(len(row.cells), 2)))


def _is_stop(paper: Paper, row: PrintedRow, number: int) -> bool:
    cell = row.cells[number]
    begins = [label for label in paper.labels_in(cell) if label.first <= (0 if number else 1) and len(label.phrase) > 2]
    if not begins or not begins[0].roles & _STOPS:
        return False
    label = begins[0]
    if number and (not label.roles & _SUMS or paper.found_in(row.cells[0])):
        return False
    several = len(label.phrase.split()) > 1
    return label.last >= min(len(cell.words) - 1, 2) or ":" in cell.text or (several and not number)


def is_head(row: PrintedRow) -> bool:
    """Whether a row heads another table."""
    named = [name for cell in row.cells for name, _ in headings_in(cell)]
    return len(set(named)) > 1 and not any(c.isdigit() for c in row.text)


def begins_as_total(row: PrintedRow) -> bool:
    return _TOTAL.match(plain(row.text)) is not None


def is_carried(row: PrintedRow) -> bool:
    return _CARRIED.search(plain(row.text)) is not None


def _money(paper: Paper, row: PrintedRow) -> tuple[Found, ...]:
    return tuple(
        f for cell in row.cells for f in paper.found_in(cell) if f.type is FieldType.AMOUNT and f.quality > 0.6
    )


def _damaged(row: PrintedRow) -> tuple[Found, ...]:
    return tuple(f for cell in row.cells for f in damaged_amounts(cell))


def _region(paper: Paper, sheet: Sheet, table: Table | None, rows: Sequence[PrintedRow]) -> Iterator[PrintedRow]:
    """The rows of a list: to the totals, or to where nothing but text follows."""
    silent = 0
    bottom: float | None = None
    for row in rows:
        if table is not None and bottom is not None and row.box.top - bottom > _WIDEST * sheet.line_height:
            return
        bottom = row.box.bottom
        if is_carried(row):
            continue
        if table is not None and is_head(row):
            return
        if ends_list(paper, row):
            if table is not None:
                return
            continue
        silent = 0 if any(is_figure(word.text) for cell in row.cells for word in cell.words) else silent + 1
        if table is not None and silent > _SILENT_ROWS:
            return
        yield row


def _pieces(row: PrintedRow) -> list[Piece]:
    return [
        Piece(word.box, is_figure(word.text) or is_unit(word.text), is_amount(word.text))
        for cell in row.cells
        for word in cell.words
        if any(c.isalnum() for c in word.text)
    ]


def _head_names(strips: Sequence[Strip], table: Table | None) -> tuple[str | None, ...]:
    return matched(strips, table.headings) if table is not None else tuple(None for _ in strips)


def _has_text(item: Item) -> bool:
    return sum(c.isalpha() for word in item.words if not is_unit(word.text) for c in word.text) >= 3


def is_reference(row: PrintedRow) -> bool:
    return _REFERENCE.search(plain(row.text)) is not None


def _leading(upper: PrintedRow, lower: PrintedRow) -> float:
    return lower.box.middle[1] - upper.box.middle[1]


def with_text(sheet: Sheet, items: Sequence[Item], region: Sequence[PrintedRow]) -> tuple[Item, ...]:
    """Rows of text between the items, given to the item that they stand nearest to."""
    place = {id(row): number for number, row in enumerate(region)}
    pitches = [_leading(a.row, b.row) for a, b in pairwise(items) if place[id(b.row)] == place[id(a.row)] + 1]
    usual = sorted(pitches)[len(pitches) // 2] if pitches else 2.2 * sheet.line_height
    done = list(items)
    for number in range(-1, len(done)):
        start = place[id(done[number].row)] + 1 if number >= 0 else 0
        end = place[id(done[number + 1].row)] if number + 1 < len(done) else len(region)
        between = list(region[start:end])
        if number + 1 < len(done):
            taken = _above(done[number].row if number >= 0 else None, between, done[number + 1], usual)
            done[number + 1] = replace(done[number + 1], before=tuple(taken))
            between = between[: len(between) - len(taken)]
        if number >= 0:
            done[number] = replace(done[number], after=tuple(_below(done[number], between, usual, sheet.line_height)))
    return tuple(done)


def _above(upper: PrintedRow | None, between: Sequence[PrintedRow], item: Item, usual: float) -> list[PrintedRow]:
    """The rows right over an item that belong to it: nearer to it than to what is over them, or its only text."""
    taken: list[PrintedRow] = []
    needed = not _has_text(item)
    below = item.row
    for position in range(len(between) - 1, -1, -1):
        row = between[position]
        over = between[position - 1] if position else upper
        near, far = _leading(row, below), _leading(over, row) if over is not None else usual * 1.01
        closer = near < 0.8 * far if taken or not needed else near < 1.5 * usual
        if is_reference(row) or not closer or near > usual * (1.5 if needed else 0.95):
            break
        taken.insert(0, row)
        below, needed = row, False
    return taken


def _below(item: Item, between: Sequence[PrintedRow], usual: float, line_height: float) -> list[PrintedRow]:
    taken: list[PrintedRow] = []
    above = item.row
    for row in between:
        if is_reference(row) or _leading(above, row) > max(
            1.05 * usual if usual < 3 * line_height else 0, 2 * line_height
        ):
            break
        taken.append(row)
        above = row
    return taken


def grid_under(paper: Paper, sheet: Sheet, table: Table | None, rows: Sequence[PrintedRow], most: int) -> Grid | None:
    """The list under a head, or of a whole page where `table` is None. None where no row has an amount."""
    region = list(_region(paper, sheet, table, rows))
    items = [
        Item(row, _money(paper, row), _damaged(row) if table is not None else ())
        for row in region
        if not is_reference(row)
    ]
    sound = [item for item in items if item.money][:most]
    if not sound:
        return None
    grid = grid_of(sheet, table, sound)
    places = {grid.strip_of(found.words[-1]) for item in sound for found in item.money}
    places -= {grid.text_column} if len(places) > 1 else set()
    kept = [item for item in items if item.money or (table is not None and _has_figure_in(grid, item, places))]
    return replace(grid, items=with_text(sheet, kept[:most], region) if table is not None else tuple(kept[:most]))


def _has_figure_in(grid: Grid, item: Item, places: Set[int | None]) -> bool:
    """Whether a row has text, and something like a figure where the others have amounts: an item that was misread."""
    figures = [word for word in item.words if any(c.isdigit() for c in word.text)]
    return _has_text(item) and any(grid.strip_of(word) in places - {None} for word in figures)


def grid_of(sheet: Sheet, table: Table | None, items: Sequence[Item]) -> Grid:
    """The columns of some rows of a sheet, with the headings over them."""
    heads = [box for _, box in table.headings] if table is not None else []
    wide = 1.25 * sheet.line_height / sheet.aspect
    strips = strips_of([_pieces(item.row) for item in items], wide, heads)
    return Grid(sheet.page, strips, _head_names(strips, table), tuple(items), table is not None)
