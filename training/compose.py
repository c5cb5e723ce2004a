"""Content -> pages: what stands where is drawn at random, and known exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from storage.reading import Page
from training.composing.design import A4, Design, drawn
from training.composing.drawing import Sheet, Slice
from training.composing.flow import Press
from training.composing.fonts import line_width, tokens_of
from training.composing.furniture import furniture_of, stamp_on
from training.composing.pairs import natural_width, pairs_slices
from training.composing.pdf import pdf_of
from training.composing.tables import Table, table_of
from training.composing.texts import merged, party_slices, prose_slices, title_slices
from training.composing.words import page_of
from training.content import Block, Content, Grid, Pairs, Party, Prose, SmallPrint, Stamp, Title

_ROLL = (226.8, 4000.0)  # till paper, 80 mm wide
_TRADE = ("invoice", "credit_note", "delivery_note", "purchase_order", "quote")
_BROAD = ("bank_statement", "payslip", "expense_report", "tax_payment", "delivery_note", "leave_request")


@dataclass(frozen=True, slots=True)
class Composed:
    """A paper as set. `layout` names its design."""

    sheets: tuple[Sheet, ...]
    layout: str

    def pages(self) -> tuple[tuple[Page, tuple[str | None, ...]], ...]:
        """Pages of exact words as a PDF's own text gives them, each with the field that every word of it writes."""
        return tuple(page_of(sheet, number) for number, sheet in enumerate(self.sheets, 1))

    def pdf(self) -> bytes:
        return pdf_of(self.sheets)


def compose(content: Content, rng: Random) -> Composed:
    """Sets the content in a design that no other paper has."""
    layout = f"{rng.getrandbits(40):010x}"
    printer = content.printer or rng.random() < 0.02
    roll = content.kind == "receipt" and rng.random() < 0.75
    design = drawn(rng, printer, _paper(content, roll, rng))
    if roll:
        design = _narrow(design, rng)
    blocks = list(content.blocks)
    head = next((b for b in blocks if isinstance(b, Party) and b.place == "letterhead"), None)
    small = [b for b in blocks if isinstance(b, SmallPrint)]
    body = [b for b in blocks if b is not head and not isinstance(b, SmallPrint | Stamp)]
    if content.kind not in _TRADE:
        design = replace(design, sums_low=False, tables=replace(design.tables, stretched=False))
    press = Press(design, furniture_of(head, small, content.language, design, rng), roll=roll)
    _set(body, press, design, rng)
    sheets = press.finish()
    for stamp in (b for b in blocks if isinstance(b, Stamp)):
        stamp_on(rng.choice((sheets[0], sheets[-1])), stamp, design, 20_000, rng)
    return Composed(tuple(sheets), layout)


def _paper(content: Content, roll: bool, rng: Random) -> tuple[float, float] | None:
    if roll:
        return _ROLL
    return (A4[1], A4[0]) if content.kind in _BROAD and rng.random() < 0.12 else None


def _narrow(design: Design, rng: Random) -> Design:
    return replace(
        design, left=10.0, right=10.0, top=14.0, bottom=20.0, size=min(design.size, rng.uniform(7, 9)), gap=5.0
    )


def _set(body: Sequence[Block], press: Press, design: Design, rng: Random) -> None:
    """Blocks in order; neighbours that are narrow change places and stand side by side."""
    group: list[Block] = []
    for number, block in enumerate(body):
        if _is_narrow(block, design):
            group.append(block)
            continue
        _set_group(group, press, design, rng)
        group = []
        rest = sum(_guess(b, design) for b in body[number + 1 :])
        _set_wide(block, press, design, rest, rng)
    _set_group(group, press, design, rng)


def _is_narrow(block: Block, design: Design) -> bool:
    if isinstance(block, Grid):
        return len(block.columns) <= 4 and len(block.rows) <= 6 and not any(c.wide for c in block.columns)
    return not isinstance(block, Prose)


def _guess(block: Block, design: Design) -> float:
    """About the height that a block takes."""
    match block:
        case Pairs():
            return (len(block.pairs) + 1) * design.line * 1.3
        case Party():
            return len(block.lines) * design.line
        case Grid():
            return (len(block.rows) + 2) * design.line * 1.4
        case Prose():
            letters = sum(len(p if isinstance(p, str) else p.text) for text in block.paragraphs for p in text)
            return letters * design.size * 0.5 / design.width * design.line + len(block.paragraphs) * design.line
    return design.line * 2


def _set_wide(block: Block, press: Press, design: Design, rest: float, rng: Random) -> None:
    if isinstance(block, Grid):
        table = table_of(block, design, design.width, rng)
        left = design.left + (design.width - table.width) * rng.choice((0.0, 0.0, 0.5))
        press.table(table, left, rest + 3 * design.gap)
    elif isinstance(block, Prose):
        press.stack(prose_slices(block, design, design.width, rng), design.left)
    if isinstance(block, Grid) and design.sums_low:
        press.skip(max(0.0, press.room - rest - 6 * design.gap))
    press.skip(design.gap)


def _set_group(group: list[Block], press: Press, design: Design, rng: Random) -> None:
    waiting = _shuffled(group, rng)
    while waiting:
        count = min(len(waiting), rng.choice((1, 2, 2, 2, 3)))
        between = rng.uniform(10, 24)
        needs = [_need(b, design) for b in waiting[:count]]
        while count > 1 and sum(needs[:count]) + between * (count - 1) > design.width:
            count -= 1
        row, waiting = waiting[:count], waiting[count:]
        if count == 1:
            _set_alone(row[0], press, design, needs[0], rng)
        else:
            _set_row(row, needs[:count], between, press, design, rng)
        press.skip(design.gap * rng.uniform(0.5, 1.5))


def _shuffled(group: list[Block], rng: Random) -> list[Block]:
    """Neighbours may change places; a title stays before what it heads more often than not."""
    order = list(group)
    if len(order) > 1 and rng.random() < 0.6:
        for _ in range(rng.randint(1, len(order))):
            at = rng.randrange(len(order) - 1)
            if not isinstance(order[at], Title) or rng.random() < 0.4:
                order[at], order[at + 1] = order[at + 1], order[at]
    return order


def _need(block: Block, design: Design) -> float:
    match block:
        case Party():
            return max(line_width(tokens_of(text), design.bold, design.size * 1.2) for text in block.lines) + 16
        case Pairs():
            return natural_width(block, design)
        case Title():
            return min(line_width(tokens_of(block.text), design.head, design.size * 1.6), design.width)
        case Grid():
            columns = zip(
                *([tokens_of((c.heading,)) for c in block.columns], *([tokens_of(t) for t in r] for r in block.rows)),
                strict=True,
            )
            return sum(max(line_width(t, design.bold, design.size) for t in column) + 12 for column in columns)
    return design.width


def _rendered(block: Block, design: Design, width: float, rng: Random) -> list[Slice]:
    match block:
        case Party():
            return party_slices(block, design, width, rng)
        case Pairs():
            return pairs_slices(block, design, width, rng)
        case Title():
            return title_slices(block, design, width, rng)
        case Grid():
            return _as_slices(table_of(block, design, width, rng))
    return []


def _as_slices(table: Table) -> list[Slice]:
    return [merged([*table.title, table.head, *table.rows, table.tail])]


def _set_alone(block: Block, press: Press, design: Design, need: float, rng: Random) -> None:
    full = isinstance(block, Title) or need > design.width * 0.6 or rng.random() < 0.4
    width = design.width if full else max(need, design.width * rng.uniform(0.4, 0.6))
    right_hand = isinstance(block, Party) or (isinstance(block, Pairs) and block.style == "sums")
    shares = (1.0, 1.0, 1.0, 0.0, 0.5) if right_hand else (0.0, 0.0, 0.0, 1.0, 0.5)
    slices = _rendered(block, design, width, rng)
    wide = (
        width
        if not (isinstance(block, Pairs) and block.style == "sums")
        else max((s.width for s in slices), default=width)
    )
    press.stack(slices, design.left + (design.width - min(wide, width)) * rng.choice(shares))


def _set_row(row: list[Block], needs: list[float], between: float, press: Press, design: Design, rng: Random) -> None:
    spare = design.width - sum(needs) - between * (len(row) - 1)
    share = rng.random()
    pieces = []
    at = design.left
    for number, (block, need) in enumerate(zip(row, needs, strict=True)):
        more = spare / len(row) if share < 0.6 else (spare if number == 0 else 0.0) if share < 0.8 else 0.0
        width = need + more
        pieces.append((merged(_rendered(block, design, width, rng)), at))
        at += width + between
    press.row(pieces, 0.0)
