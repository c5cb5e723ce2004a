"""Tables: widths of columns, wrapped cells, frames; a slice for each row, so that pages can cut between rows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from training.composing.design import Design
from training.composing.drawing import Rule, Shape, Slice, Token
from training.composing.fonts import line_width, tokens_of, width_of, wrapped
from training.composing.texts import line, lines_of, merged
from training.content import Grid

Cells = list[tuple[Token, ...]]
_SMALLEST = 4.2


@dataclass(slots=True)
class Table:
    """A table ready for pages. `head` may be set again on each page; `carried` gives, after each row, what stands at
    the foot and at the next head when the page is cut there."""

    title: list[Slice]
    head: Slice
    rows: list[Slice]
    tail: Slice
    width: float
    carried: list[tuple[Slice, Slice]] = field(default_factory=list)
    repeat_head: bool = True
    stretched: Slice | None = None  # an empty row, to be made as high as the page has room


@dataclass(frozen=True, slots=True)
class _Look:
    design: Design
    widths: tuple[float, ...]
    aligns: tuple[str, ...]
    pad: float
    down: float  # free above and below the text of a row
    frame: str
    last_line: bool  # numbers stand beside the last line of a wrapped description
    bar: str  # what a line printer sets between columns

    @property
    def width(self) -> float:
        return sum(self.widths)

    def room(self, wide: float) -> float:
        """What a column leaves for its text; a line printer's columns end with a blank."""
        blank = width_of("0", self.design.face, self.design.size) if self.design.mono else 0.0
        return wide - 2 * self.pad - blank


def table_of(grid: Grid, design: Design, width: float, rng: Random) -> Table:
    """The grid in the paper's style, set smaller where its columns do not fit."""
    style = design.tables
    cells = [[tokens_of(text) for text in row] for row in grid.rows]
    upper = style.upper and not design.mono
    heads: Cells = [tokens_of((c.heading.upper() if upper else c.heading,)) for c in grid.columns]
    widths, design = _fitted(grid, heads, cells, design, width, rng)
    numbers = "right" if design.mono else style.numbers
    look = _Look(
        design,
        widths,
        tuple(numbers if c.numeric else "left" for c in grid.columns),
        1.0 if design.mono else style.pad,
        0.0 if design.mono else rng.choice((0.5, 1.0, 2.0, 3.0)),
        "none" if design.mono else style.frame,
        rng.random() < 0.12,
        rng.choice(("", "", "", "|", "!")) if design.mono else "",
    )
    rows = [_row(row, look, number, style.row_gap) for number, row in enumerate(cells)]
    title = [merged(lines_of((grid.title,), design, width, face=design.bold))] if grid.title else []
    for piece in title:
        piece.keep = True
    table = Table(title, _head(heads, look, rng), rows, _tail(look), look.width, repeat_head=style.repeat_head)
    if grid.carried:
        foot, top, sums = grid.carried
        table.carried = [(_carry(foot, s, look), _carry(top, s, look)) for s in sums]
    if style.stretched and look.frame in ("columns", "outer", "grid"):
        table.stretched = _frame(Slice(0.0, [], look.width), replace(look, frame="columns"), 0)
    return table


def _fitted(
    grid: Grid, heads: Cells, rows: list[Cells], design: Design, width: float, rng: Random
) -> tuple[tuple[float, ...], Design]:
    pad = 1.0 if design.mono else design.tables.pad
    gap = 2 * pad + (width_of("0", design.face, design.size) if design.mono else 1.0)
    least_wide = rng.uniform(8, 16)
    while True:
        needs, longest = [], []
        for at, column in enumerate(grid.columns):
            cell = max((line_width(row[at], design.face, design.size) for row in rows), default=0.0)
            word = max((width_of(t.text, design.bold, design.size) for t in heads[at]), default=0.0)
            own = max((width_of(t.text, design.face, design.size) for row in rows for t in row[at]), default=0.0)
            longest.append(max(cell, word) + gap)
            least = max(own, word, min(cell, least_wide * design.size)) + gap
            needs.append(least if column.wide else longest[-1])
        if sum(needs) <= width or design.size <= _SMALLEST:
            return _spread(grid, needs, longest, width, rng), design
        design = replace(design, size=max(_SMALLEST, design.size * 0.94))


def _spread(grid: Grid, needs: list[float], longest: list[float], width: float, rng: Random) -> tuple[float, ...]:
    """Room that is left goes to the wide columns, to all, or to none; a table that is too wide is squeezed."""
    spare = width - sum(needs)
    if spare <= 0:
        return tuple(n * width / sum(needs) for n in needs)
    wide = [at for at, column in enumerate(grid.columns) if column.wide]
    for at in wide:
        more = min(longest[at] - needs[at], spare / len(wide))
        needs[at] += more
    spare = width - sum(needs)
    way = rng.random()
    if way < 0.5 and wide:
        for at in wide:
            needs[at] += spare / len(wide)
    elif way < 0.85:
        needs = [n + spare / len(needs) for n in needs]
    return tuple(needs)


def _row(cells: Cells, look: _Look, number: int, gap: float) -> Slice:
    design = look.design
    lines = [
        wrapped(cell, design.face, design.size, look.room(wide)) for cell, wide in zip(cells, look.widths, strict=True)
    ]
    count = max((len(found) for found in lines), default=1) or 1
    high = count * design.line + 2 * look.down + gap
    out = _frame(Slice(high, [], look.width), look, number)
    at = 0.0
    for found, wide, align in zip(lines, look.widths, look.aligns, strict=True):
        first = count - len(found) if look.last_line and align != "left" else 0
        for place, words in enumerate(found):
            base = look.down + (first + place) * design.line + design.size * 0.95
            out.items.append(
                line(
                    words,
                    design.face,
                    design.size,
                    at + look.pad,
                    base,
                    within=look.room(wide),
                    align=align,
                    colour=design.ink,
                )
            )
        at += wide
        if look.bar and at < look.width - 1:
            _bars(out, look, at, count)
    return out


def _bars(out: Slice, look: _Look, at: float, count: int) -> None:
    design = look.design
    for place in range(count):
        base = place * design.line + design.size * 0.95
        out.items.append(
            line((Token(look.bar),), design.face, design.size, at - width_of(look.bar, design.face, design.size), base)
        )


def _frame(out: Slice, look: _Look, number: int) -> Slice:
    """The rules and tints of a row whose height is known."""
    design, high = look.design, out.height
    if look.frame == "zebra" and number % 2:
        out.items.append(Shape(0, 0, look.width, high, stroke=None, fill=design.tint))
    if look.frame in ("grid", "columns"):
        at = 0.0
        for wide in (0.0, *look.widths):
            at += wide
            out.items.append(Rule(at, 0, at, high, design.stroke, design.accent))
    if look.frame == "outer":
        out.items += [Rule(x, 0, x, high, design.stroke, design.accent) for x in (0.0, look.width)]
    if look.frame in ("grid", "rows"):
        out.items.append(Rule(0, high, look.width, high, design.stroke, design.accent))
    return out


def _head(heads: Cells, look: _Look, rng: Random) -> Slice:
    design, style = look.design, look.design.tables
    face = design.bold if style.bold_head and not design.mono else design.face
    dark = style.head == "fill" and not design.mono
    other = rng.choice(("left", "centre"))
    aligns = look.aligns if style.head_follows else tuple(other for _ in heads)
    found = [wrapped(h, face, design.size, look.room(w)) for h, w in zip(heads, look.widths, strict=True)]
    high = max((len(f) for f in found), default=1) * design.line + 2 * look.down
    out = Slice(high, [], look.width, keep=True)
    if design.mono:
        _dashes(out, look, 0.0)
        out.height = high + (2 if out.items else 1) * design.line
        down = design.line if out.items else 0.0
        _dashes(out, look, high + down)
    else:
        down = look.down
        _head_frame(out, look, dark, rng)
    at = 0.0
    for lines, wide, align in zip(found, look.widths, aligns, strict=True):
        for place, words in enumerate(lines):
            base = down + place * design.line + design.size * 0.95
            out.items.append(
                line(
                    words,
                    face,
                    design.size,
                    at + look.pad,
                    base,
                    within=look.room(wide),
                    align=align,
                    colour="#ffffff" if dark else design.ink,
                )
            )
        at += wide
    return out


def _dashes(out: Slice, look: _Look, top: float) -> None:
    """A line printer's rule, as wide as the table."""
    design = look.design
    if not design.dash:
        return
    count = int(look.width / width_of(design.dash, design.face, design.size))
    out.items.append(line((Token(design.dash * count),), design.face, design.size, 0, top + design.size * 0.95))


def _head_frame(out: Slice, look: _Look, dark: bool, rng: Random) -> None:
    design, style = look.design, look.design.tables
    if dark or style.head == "tint":
        fill = design.accent if dark else design.tint
        fill = rng.choice(("#333333", "#555555", fill)) if fill == "#000000" else fill
        out.items.append(Shape(0, 0, look.width, out.height, stroke=None, fill=fill))
    if style.head == "boxed" or look.frame in ("grid", "outer", "columns"):
        out.items.append(Shape(0, 0, look.width, out.height, stroke=design.accent, width=design.stroke))
    elif style.head == "underlined":
        out.items.append(Rule(0, out.height, look.width, out.height, design.stroke * 1.5, design.accent))
    if look.frame in ("grid", "columns"):
        _frame(out, replace(look, frame="columns"), 0)


def _tail(look: _Look) -> Slice:
    out = Slice(0.0, [], look.width)
    if look.design.mono:
        _dashes(out, look, 0.0)
        out.height = look.design.line if out.items else 0.0
    elif look.frame in ("columns", "outer", "zebra"):
        out.items.append(Rule(0, 0, look.width, 0, look.design.stroke, look.design.accent))
    return out


def _carry(label: str, amount: str, look: _Look) -> Slice:
    """The sum so far, at the foot of a page or at the head of the next."""
    design = look.design
    label_width = width_of(label, design.face, design.size)
    amount_tokens = tokens_of((amount,))
    base = design.size * 0.95 + 1
    end = look.width - look.pad
    left = max(look.pad, end - line_width(amount_tokens, design.face, design.size) - label_width - 3 * design.size)
    return Slice(
        design.line + 2,
        [
            line(tokens_of((label,)), design.face, design.size, left, base),
            line(amount_tokens, design.face, design.size, look.pad, base, within=end - look.pad, align="right"),
        ],
        look.width,
    )
