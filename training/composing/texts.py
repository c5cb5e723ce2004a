"""Titles, parties and prose as slices: one slice a line, or one for what stays together."""

from __future__ import annotations

from random import Random

from training.composing.design import Design
from training.composing.drawing import Face, Item, Rule, Run, Shape, Slice, Token
from training.composing.fonts import line_width, tokens_of, width_of, wrapped
from training.content import Party, Prose, Text, Title


def line(
    tokens: tuple[Token, ...],
    face: Face,
    size: float,
    left: float,
    base: float,
    *,
    within: float = 0.0,
    align: str = "left",
    colour: str = "#000000",
) -> Run:
    """A run of words, aligned `left`, `centre`, `right` or as a `block` between `left` and `left + within`."""
    space = width_of(" ", face, size)
    free = within - line_width(tokens, face, size)
    if align == "block" and len(tokens) > 1 and 0 < free < within * 0.35:
        return Run(left, base, tokens, face, size, space + free / (len(tokens) - 1), colour)
    shift = {"centre": free / 2, "right": free}.get(align, 0.0)
    return Run(left + max(shift, 0.0), base, tokens, face, size, space, colour)


def lines_of(
    text: Text,
    design: Design,
    width: float,
    *,
    face: Face | None = None,
    size: float | None = None,
    align: str = "left",
    colour: str | None = None,
) -> list[Slice]:
    """A text wrapped to `width`, a slice for each line."""
    face, size = face or design.face, size or design.size
    found = wrapped(tokens_of(text), face, size, width)
    high = size * design.leading
    slices = []
    for number, tokens in enumerate(found):
        how = "left" if align == "block" and number == len(found) - 1 else align
        run = line(tokens, face, size, 0.0, size * 0.95, within=width, align=how, colour=colour or design.ink)
        slices.append(Slice(high, [run], line_width(tokens, face, size)))
    return slices


def merged(slices: list[Slice], pad: float = 0.0) -> Slice:
    """One slice of many; `pad` is left free on all sides."""
    items: list[Item] = []
    at = pad
    for piece in slices:
        items.extend(item.moved(pad, at) for item in piece.items)
        at += piece.height
    return Slice(at + pad, items, max((s.width for s in slices), default=0.0) + 2 * pad)


def title_slices(title: Title, design: Design, width: float, rng: Random) -> list[Slice]:
    tokens = tokens_of(title.text)
    upper = rng.random() < 0.4
    if upper:
        tokens = tuple(t if t.field else Token(t.text.upper(), t.field) for t in tokens)
    spaced = not any(t.field for t in tokens) and len(tokens) == 1 and rng.random() < 0.06
    if spaced and len(tokens[0].text) * design.size * 1.5 < width:
        tokens = tuple(Token(c) for c in tokens[0].text)
    factor = 1.0 if design.mono else rng.choice((1.05, 1.2, 1.4, 1.6, 2.0, 2.4))
    size = design.size * factor
    face = design.face if design.mono or rng.random() < 0.1 else design.head
    while not design.mono and size > design.size and line_width(tokens, face, size) > width:
        size *= 0.9
    align = rng.choice(("left", "left", "left", "centre", "centre", "right"))
    colour = rng.choice((design.accent, design.ink))
    slices = []
    for words in wrapped(tokens, face, size, width):
        run = line(words, face, size, 0, size, within=width, align=align, colour=colour)
        slices.append(Slice(size * 1.25, [run], line_width(words, face, size)))
    whole = merged(slices)
    if not design.mono and rng.random() < 0.2:
        whole.items.append(Rule(0, whole.height, width, whole.height, design.stroke, design.accent))
        whole.height += 3
    whole.keep = True
    return [whole]


def party_slices(party: Party, design: Design, width: float, rng: Random) -> list[Slice]:
    """Name, address and identifiers, with or without a label and a box."""
    boxed = not design.mono and rng.random() < 0.3
    pad = rng.uniform(3, 7) if boxed else 0.0
    inner = width - 2 * pad
    bold = rng.random() < 0.5
    bigger = 1.0 if design.mono else rng.choice((1.0, 1.0, 1.1, 1.2))
    slices: list[Slice] = []
    if party.label:
        slices += _label_line(party.label, design, inner, rng)
    for number, text in enumerate(party.lines):
        first = number == 0
        slices += lines_of(
            text,
            design,
            inner,
            face=design.bold if bold and first else None,
            size=design.size * bigger if first else None,
        )
    whole = merged(slices, pad)
    if boxed:
        whole.items.insert(
            0, Shape(0, 0, width, whole.height, stroke=design.accent, width=design.stroke, round=design.corner)
        )
        whole.width = width
    return [whole]


def _label_line(label: str, design: Design, width: float, rng: Random) -> list[Slice]:
    shown = label.upper() if design.labels.upper else label
    shown += ":" if rng.random() < 0.3 and not shown.endswith((".", ":")) else ""
    small = design.size * rng.choice((design.labels.small, 1.0))
    face = rng.choice((design.face, design.bold, design.italic))
    return lines_of((shown,), design, width, face=face, size=small, colour=design.labels.colour)


def prose_slices(prose: Prose, design: Design, width: float, rng: Random) -> list[Slice]:
    align = "left" if design.mono else rng.choice(("left", "left", "block"))
    between = rng.choice((0.2, 0.5, 0.8)) * design.line
    slices: list[Slice] = []
    if prose.title:
        head = merged(lines_of((prose.title,), design, width, face=design.bold))
        head.keep = True
        slices.append(head)
    for paragraph in prose.paragraphs:
        slices += lines_of(paragraph, design, width, align=align)
        slices.append(Slice(between))
    return slices[:-1] if slices else slices
