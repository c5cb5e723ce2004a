"""Labels and their values: left of, above, in one box, in a strip, one after the other; sums in a column."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from training.composing.design import Design
from training.composing.drawing import Face, Item, Rule, Shape, Slice, Token
from training.composing.fonts import line_width, tokens_of, width_of, wrapped
from training.composing.texts import line, lines_of, merged
from training.content import Pair, Pairs


class Setting:
    """The faces and sizes of labels and values in one block; sub-blocks of a paper may differ."""

    def __init__(self, design: Design, rng: Random) -> None:
        style = design.labels
        self.design = design
        self.label_face = design.bold if style.bold else design.face
        self.value_face = design.bold if style.bold_values else design.face
        self.label_size = design.size * style.small
        self.size = design.size
        self.colon = style.colon if rng.random() < 0.8 else rng.choice((":", ""))
        self.upper = style.upper
        self.colour = style.colour

    def label(self, text: str, *, colon: bool = True) -> tuple[Token, ...]:
        shown = text.upper() if self.upper else text
        if colon and self.colon and not shown.endswith((":", "?")):
            shown = shown.removesuffix(".") + self.colon if self.colon == ".:" else shown + self.colon
        return tokens_of((shown,))


def natural_width(pairs: Pairs, design: Design) -> float:
    """The width at which every pair fits on a line of its own."""
    widest = max(
        (
            width_of(pair.label + " ::", design.bold, design.size)
            + line_width(tokens_of(pair.value), design.bold, design.size)
            for pair in pairs.pairs
        ),
        default=0.0,
    )
    return widest + 3 * design.size


def pairs_slices(block: Pairs, design: Design, width: float, rng: Random) -> list[Slice]:
    setting = Setting(design, rng)
    slices: list[Slice] = []
    if block.title:
        shown = block.title.upper() if rng.random() < 0.3 else block.title
        head = merged(lines_of((shown,), design, width, face=design.bold, colour=design.accent))
        head.keep = True
        slices.append(head)
    if not block.pairs:
        return slices
    return slices + _way(block, design, width, rng)(block.pairs, setting, width, rng)


Way = Callable[[tuple[Pair, ...], Setting, float, Random], list[Slice]]


def _way(block: Pairs, design: Design, width: float, rng: Random) -> Way:
    few = len(block.pairs) <= 7 and width > 250
    if block.style == "sums":
        ways: list[tuple[Way, int]] = [(_sums, 8)]
        if few and width > 330 and not design.mono:
            ways.append((_above, 3))
        if few and width > 330:
            ways.append((_strip, 2))
        return rng.choices([w for w, _ in ways], [n for _, n in ways])[0]
    if design.mono:
        return rng.choice((_tabbed, _tabbed, _inline, _flowing) + ((_strip, _strip) if few else ()))
    if block.style == "form":
        return rng.choice((_above, _above, _boxed, _boxed, _tabbed, _strip if few else _above))
    return rng.choice(
        (_tabbed, _tabbed, _inline, _inline, _above, _boxed, _flowing) + ((_strip, _strip) if few else ())
    )


def _cell(pair: Pair, setting: Setting, width: float, align: str = "left") -> tuple[list[Item], float]:
    """Label above its value, in a cell of `width`; gives items and height."""
    items: list[Item] = []
    at = 0.0
    high = setting.design.leading
    for face, size, tokens, colour in (
        (setting.label_face, setting.label_size, setting.label(pair.label, colon=False), setting.colour),
        (setting.value_face, setting.size, tokens_of(pair.value), setting.design.ink),
    ):
        for words in wrapped(tokens, face, size, width):
            items.append(line(words, face, size, 0, at + size * 0.95, within=width, align=align, colour=colour))
            at += size * high
    return items, at


def _rows_of_cells(
    pairs: tuple[Pair, ...], widths: list[float], setting: Setting, rng: Random, *, boxed: bool, align: str
) -> list[Slice]:
    """Cells in rows, as many in a row as there are widths."""
    pad = rng.uniform(2, 4)
    slices = []
    for start in range(0, len(pairs), len(widths)):
        row = pairs[start : start + len(widths)]
        cells = [_cell(p, setting, w - 2 * pad, align) for p, w in zip(row, widths, strict=False)]
        high = max(h for _, h in cells) + (2 * pad if boxed else pad)
        out = Slice(high, [], sum(widths))
        at = 0.0
        for (items, _), wide in zip(cells, widths, strict=False):
            if boxed:
                out.items.append(
                    Shape(at, 0, at + wide, high, stroke=setting.design.accent, width=setting.design.stroke)
                )
            out.items.extend(i.moved(at + pad, pad if boxed else 0.0) for i in items)
            at += wide
        slices.append(out)
    return slices


def _needs(pairs: tuple[Pair, ...], setting: Setting) -> list[float]:
    return [
        max(
            line_width(setting.label(p.label, colon=False), setting.label_face, setting.label_size),
            line_width(tokens_of(p.value), setting.value_face, setting.size),
        )
        + 10
        for p in pairs
    ]


def _above(pairs: tuple[Pair, ...], setting: Setting, width: float, rng: Random) -> list[Slice]:
    needs = _needs(pairs, setting)
    columns = max(1, min(len(pairs), int(width / max(needs)), rng.randint(2, 6)))
    boxed = rng.random() < 0.6
    align = rng.choice(("left", "left", "left", "centre", "right"))
    return _rows_of_cells(pairs, [width / columns] * columns, setting, rng, boxed=boxed, align=align)


def _strip(pairs: tuple[Pair, ...], setting: Setting, width: float, rng: Random) -> list[Slice]:
    """A table of one row: labels as headings. In rows of fewer cells where they do not fit side by side."""
    needs = _needs(pairs, setting)
    rows = 1
    while sum(needs) / rows > width * 0.95 and rows < len(pairs):
        rows += 1
    columns = -(-len(pairs) // rows)
    if rows > 1 and max(needs) > width / columns:
        return _above(pairs, setting, width, rng)
    if rows > 1:
        widths = [width / columns] * columns
    else:
        spare = (width - sum(needs)) / len(needs) if rng.random() < 0.7 else 0.0
        widths = [need + max(spare, 0.0) for need in needs]
    boxed = not setting.design.mono and rng.random() < 0.7
    return _rows_of_cells(pairs, widths, setting, rng, boxed=boxed, align=rng.choice(("left", "centre")))


def _widest_word(pairs: tuple[Pair, ...], setting: Setting) -> float:
    words = (token.text for pair in pairs for token in tokens_of(pair.value))
    return max((width_of(word, setting.value_face, setting.size) for word in words), default=0.0)


def _tabbed(pairs: tuple[Pair, ...], setting: Setting, width: float, rng: Random) -> list[Slice]:
    """Labels in one column, values in another."""
    labels = [setting.label(p.label) for p in pairs]
    stop = max(line_width(t, setting.label_face, setting.label_size) for t in labels) + setting.size * rng.uniform(
        0.6, 2
    )
    if stop > width * 0.62 or _widest_word(pairs, setting) > width - stop:
        return _inline(pairs, setting, width, rng)
    to_right = rng.random() < 0.12
    slices = []
    for pair, label in zip(pairs, labels, strict=True):
        head = line(
            label,
            setting.label_face,
            setting.label_size,
            0,
            setting.size * 0.95,
            within=stop - setting.size * 0.5,
            align="right" if to_right else "left",
            colour=setting.colour,
        )
        value = merged(lines_of(pair.value, setting.design, width - stop, face=setting.value_face))
        value.items = [head, *(item.moved(stop, 0) for item in value.items)]
        value.height = max(value.height, setting.design.line)
        slices.append(value)
    return slices


def _joined(pair: Pair, setting: Setting) -> tuple[Token, ...]:
    label, value = setting.label(pair.label), tokens_of(pair.value)
    if setting.design.labels.glued and setting.colon and value:
        return (*label[:-1], Token(label[-1].text + value[0].text, value[0].field), *value[1:])
    return (*label, *value)


def _inline(pairs: tuple[Pair, ...], setting: Setting, width: float, rng: Random) -> list[Slice]:
    align = rng.choice(("left", "left", "left", "left", "right", "centre"))
    face = rng.choice((setting.label_face, setting.value_face))
    slices = []
    for pair in pairs:
        for words in wrapped(_joined(pair, setting), face, setting.size, width):
            run = line(
                words, face, setting.size, 0, setting.size * 0.95, within=width, align=align, colour=setting.design.ink
            )
            slices.append(Slice(setting.design.line, [run], width))
    return slices


def _flowing(pairs: tuple[Pair, ...], setting: Setting, width: float, rng: Random) -> list[Slice]:
    """Several pairs in a line of text."""
    between = rng.choice(("-", "–", "|", ",", "", ""))
    tokens: list[Token] = []
    for pair in pairs:
        if tokens and between:
            tokens.append(Token(between))
        tokens.extend(_joined(pair, setting))
    face: Face = setting.value_face
    return [
        Slice(
            setting.design.line,
            [line(words, face, setting.size, 0, setting.size * 0.95, colour=setting.design.ink)],
            width,
        )
        for words in wrapped(tuple(tokens), face, setting.size, width)
    ]


def _boxed(pairs: tuple[Pair, ...], setting: Setting, width: float, rng: Random) -> list[Slice]:
    """A form: each pair in a bordered row, the label in a cell of its own or in the value's."""
    pad = rng.uniform(2, 4)
    labels = [setting.label(p.label) for p in pairs]
    stop = max(line_width(t, setting.label_face, setting.label_size) for t in labels) + 3 * pad
    if stop > width * 0.6 or _widest_word(pairs, setting) > width - stop - 2 * pad:
        return _above(pairs, setting, width, rng)
    split, tinted = rng.random() < 0.6, rng.random() < 0.3
    accent, stroke = setting.design.accent, setting.design.stroke
    slices = []
    for pair, label in zip(pairs, labels, strict=True):
        value = merged(lines_of(pair.value, setting.design, width - stop - 2 * pad, face=setting.value_face))
        high = max(value.height, setting.design.line) + 2 * pad
        out = Slice(high, [Shape(0, 0, width, high, stroke=accent, width=stroke)], width)
        if tinted:
            out.items.insert(0, Shape(0, 0, stop, high, stroke=None, fill=setting.design.tint))
        if split:
            out.items.append(Rule(stop, 0, stop, high, stroke, accent))
        out.items.append(
            line(label, setting.label_face, setting.label_size, pad, pad + setting.size * 0.95, colour=setting.colour)
        )
        out.items.extend(item.moved(stop + pad, pad) for item in value.items)
        slices.append(out)
    return slices


def _sums(pairs: tuple[Pair, ...], setting: Setting, width: float, rng: Random) -> list[Slice]:
    """Amounts one under the other, aligned right; the last may stand out."""
    look = _sums_look(pairs, setting, width, rng)
    return [merged([_sum(pair, setting, look, last=pair is pairs[-1]) for pair in pairs])]


class _SumsLook(NamedTuple):
    width: float
    ruled: bool
    boxed: bool
    last: str  # how the last sum stands out
    label_end: float  # where labels end that are aligned right; 0 where they are aligned left


def _sums_look(pairs: tuple[Pair, ...], setting: Setting, width: float, rng: Random) -> _SumsLook:
    design = setting.design
    factor = 1.0 if design.mono else 1.25
    labels = [line_width(setting.label(p.label), design.bold, setting.size) * factor for p in pairs]
    values = [line_width(tokens_of(p.value), design.bold, setting.size) * factor for p in pairs]
    need = max(a + b for a, b in zip(labels, values, strict=True)) + 12
    wide = min(width, need + rng.choice((0.0, 0.5, 2.0, 6.0)) * design.size)
    drawn = not design.mono
    fits = max(labels) + max(values) + 12 < wide
    return _SumsLook(
        wide,
        drawn and rng.random() < 0.3,
        drawn and rng.random() < 0.3,
        rng.choice(("bold", "bold", "fill", "big", "rule", "same")),
        wide - max(values) - 10 if fits and rng.random() < 0.25 else 0.0,
    )


def _sum(pair: Pair, setting: Setting, look: _SumsLook, *, last: bool) -> Slice:
    design = setting.design
    stands_out = last and look.last != "same"
    size = setting.size * (1.25 if stands_out and look.last == "big" and not design.mono else 1.0)
    label, value = setting.label(pair.label), tokens_of(pair.value)
    label_face = design.bold if stands_out else setting.label_face
    value_face = design.bold if stands_out else setting.value_face
    pad = 2.0 if look.ruled or look.boxed else 0.0
    crowded = line_width(label, label_face, size) + line_width(value, value_face, size) + 10 > look.width
    high = size * design.leading * (2 if crowded else 1) + 2 * pad
    out = Slice(high, [], look.width)
    if stands_out and look.last == "fill" and not design.mono:
        out.items.append(Shape(0, 0, look.width, high, stroke=None, fill=design.tint))
    if look.boxed:
        out.items.append(Shape(0, 0, look.width, high, stroke=design.accent, width=design.stroke))
    elif look.ruled or (stands_out and look.last == "rule" and not design.mono):
        out.items.append(Rule(0, 0, look.width, 0, design.stroke, design.accent))
    base = pad + size * 0.95
    how = ("right", look.label_end) if look.label_end and not crowded else ("left", 0.0)
    out.items.append(line(label, label_face, size, 3, base, within=how[1], align=how[0], colour=design.ink))
    base += size * design.leading if crowded else 0.0
    out.items.append(line(value, value_face, size, 3, base, within=look.width - 6, align="right", colour=design.ink))
    return out
