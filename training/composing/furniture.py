"""What surrounds a page's text: letterhead with its logo, foot with small print, page numbers, stamps."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin
from random import Random

from training.composing.design import Design
from training.composing.drawing import Item, Run, Shape, Sheet, Slice, Token
from training.composing.fonts import line_width, plain, tokens_of, width_of
from training.composing.texts import line, lines_of, merged
from training.composing.words import printed_on
from training.content import Party, SmallPrint, Stamp, Text


@dataclass(slots=True)
class Furniture:
    """What is set on every page (`*_again` from the second on) and what stands at its foot."""

    head: Slice
    head_again: Slice
    foot: Slice
    foot_again: Slice  # on all pages but the last
    number: str  # pattern of the page number, "" for none
    number_place: str  # foot-left, foot-centre, foot-right, head-right


_NUMBERS = {
    "it": (
        "Pag. {n} di {all}",
        "Pagina {n} di {all}",
        "Pag. {n}/{all}",
        "Pag. {n}",
        "{n}/{all}",
        "- {n} -",
        "Pag.: {n}",
        "Foglio {n} di {all}",
        "PAG. {n}",
    ),
    "en": ("Page {n} of {all}", "Page {n}", "{n}/{all}"),
    "de": ("Seite {n} von {all}", "Seite {n}", "{n}/{all}"),
    "fr": ("Page {n} sur {all}", "Page {n}/{all}", "{n}/{all}"),
    "es": ("Página {n} de {all}", "Pág. {n}", "{n}/{all}"),
}


def furniture_of(head: Party | None, small: list[SmallPrint], language: str, design: Design, rng: Random) -> Furniture:
    to_foot: list[Text] = []
    full = short = Slice(0.0)
    if head is not None:
        lines = list(head.lines)
        if len(lines) > 2 and rng.random() < 0.18:
            lines, to_foot = lines[:1], lines[1:]
        full = _letterhead(lines, design, rng)
        short = full if rng.random() < 0.6 else rng.choice((Slice(0.0), _letterhead(lines[:1], design, rng)))
    prints = [tuple((text,) for text in block.lines) for block in small]
    foot = _foot([*to_foot, *(text for block in prints for text in block)], design, rng)
    number = rng.choice(_NUMBERS.get(language, _NUMBERS["it"])) if rng.random() < 0.5 else ""
    place = rng.choice(("foot-left", "foot-centre", "foot-right", "foot-right", "head-right"))
    return Furniture(full, short, foot, foot if rng.random() < 0.6 else Slice(0.0), number, place)


def _letterhead(lines: list[Text], design: Design, rng: Random) -> Slice:
    """Name and particulars, perhaps beside a logo or in a band of colour."""
    inner = design.width
    align = rng.choice(("left", "left", "left", "centre", "right"))
    logo = [] if design.mono or rng.random() < 0.45 else _logo(plain(lines[0]), design, rng)
    logo_size = max((i.right for i in logo if isinstance(i, Shape)), default=0.0)
    beside = logo_size + 10 if logo and align == "left" else 0.0
    banded = not design.mono and not logo and rng.random() < 0.12
    text = merged(_letterhead_lines(lines, design, inner - beside - (12 if banded else 0), align, banded, rng))
    out = Slice(max(text.height, logo_size if beside else 0.0), [], inner)
    if banded:
        out.items.append(Shape(0, 0, inner, text.height + 8, stroke=None, fill=_dark(design.accent)))
        out.height += 8
    down = 0.0
    if logo and not beside:
        at = {"centre": (inner - logo_size) / 2, "right": inner - logo_size}[align]
        out.items.extend(i.moved(at, 0) for i in logo)
        down = logo_size + 4
        out.height += down
    elif logo:
        out.items.extend(logo)
    out.items.extend(i.moved(beside + (6 if banded else 0), down + (4 if banded else 0)) for i in text.items)
    if not design.mono and rng.random() < 0.3:
        out.items.append(Shape(0, out.height + 3, inner, out.height + 3 + rng.choice((0.5, 1, 2)), fill=design.accent))
        out.height += 6
    return out


def _dark(accent: str) -> str:
    return "#222222" if accent == "#000000" else accent


def _letterhead_lines(
    lines: list[Text], design: Design, width: float, align: str, light: bool, rng: Random
) -> list[Slice]:
    colour = "#ffffff" if light else rng.choice((design.accent, design.ink))
    factor = 1.0 if design.mono else rng.choice((1.0, 1.2, 1.4, 1.8, 2.3))
    small = 1.0 if design.mono else rng.choice((1.0, 0.9, 0.8))
    size = design.size * factor
    while size > design.size and line_width(tokens_of(lines[0]), design.head, size) > width:
        size *= 0.92
    name = design.face if design.mono else rng.choice((design.head, design.head, design.bold))
    slices = lines_of(lines[0], design, width, face=name, size=size, align=align, colour=colour)
    rest = lines[1:]
    between = rng.choice(("-", "–", "•" if not design.mono else "-", "|"))
    if len(rest) > 1 and rng.random() < 0.5:
        joined: list[Text] = []
        for at in range(0, len(rest), 2):
            pair = rest[at : at + 2]
            joined.append((*pair[0], f" {between} ", *pair[1]) if len(pair) == 2 else pair[0])
        rest = joined
    for text in rest:
        slices += lines_of(
            text, design, width, size=design.size * small, align=align, colour="#ffffff" if light else None
        )
    return slices


def _logo(name: str, design: Design, rng: Random) -> list[Item]:
    """A mark of a few shapes, perhaps with initials."""
    side = rng.uniform(26, 64)
    colour = rng.choice(("#1f3a68", "#8a1c1c", "#14532d", "#0f4c5c", "#b45309", "#444444", design.accent))
    form = rng.choice(("box", "oval", "wedge", "box"))
    items: list[Item] = [Shape(0, 0, side, side, form, None, colour, round=rng.choice((0, 6)) if form == "box" else 0)]
    if rng.random() < 0.4:
        inner = side * rng.uniform(0.15, 0.3)
        items.append(
            Shape(inner, inner, side - inner, side - inner, rng.choice(("box", "oval", "wedge")), None, "#ffffff")
        )
        return items
    words = [w for w in name.split() if w[0].isalpha()]
    letters = "".join(w[0] for w in words[: rng.choice((1, 1, 2, 3))]).upper()
    size = side * 0.55
    if letters and form != "wedge":
        while width_of(letters, design.bold, size) > side * 0.8:
            size *= 0.9
        items.append(
            line(
                (Token(letters),),
                design.bold,
                size,
                0,
                side / 2 + size * 0.35,
                within=side,
                align="centre",
                colour="#ffffff",
            )
        )
    return items


def _foot(lines: list[Text], design: Design, rng: Random) -> Slice:
    if not lines:
        return Slice(0.0)
    align = rng.choice(("left", "centre", "centre"))
    factor = 1.0 if design.mono else rng.uniform(0.62, 0.9)
    colour = rng.choice((design.ink, "#444444"))
    slices = [
        piece
        for text in lines
        for piece in lines_of(
            text, design, design.width, size=max(5.0, design.size * factor), align=align, colour=colour
        )
    ]
    whole = merged(slices)
    if not design.mono and rng.random() < 0.5:
        whole.items = [Shape(0, 0, design.width, 0.4, fill=design.accent), *(i.moved(0, 3) for i in whole.items)]
        whole.height += 3
    return whole


def number_run(furniture: Furniture, number: int, count: int, design: Design) -> Run:
    """The page's number, below the foot or above the letterhead."""
    size = max(5.5, design.size * 0.85)
    tokens = tokens_of((furniture.number.format(n=number, all=count),))
    where, align = ("foot", "right") if "-" not in furniture.number_place else furniture.number_place.split("-")
    base = design.top - 5 if where == "head" else design.paper[1] - design.bottom + size + 2
    return line(tokens, design.face, size, design.left, base, within=design.width, align=align)


def stamp_on(sheet: Sheet, stamp: Stamp, design: Design, zone: int, rng: Random) -> None:
    """Sets the stamp aslant where the sheet is empty; a sheet without such a place gets none."""
    face, size = design.bold if rng.random() < 0.6 else design.face, rng.uniform(8, 16)
    colour = rng.choice(("#2a3f9d", "#a3222b", "#6b2a86", "#333333", "#1c5fa8"))
    angle = rng.uniform(-14, 14)
    wide = max(width_of(text, face, size) for text in stamp.lines) + 14
    high = len(stamp.lines) * size * 1.25 + 10
    taken = [w.box for w in printed_on(sheet)]
    for _ in range(25):
        left, top = rng.uniform(20, sheet.width - wide - 20), rng.uniform(30, sheet.height - high - 60)
        slack = wide * abs(angle) / 60 + 6
        box = (
            (left - 6) / sheet.width,
            (top - slack) / sheet.height,
            (left + wide + 6) / sheet.width,
            (top + high + slack) / sheet.height,
        )
        if all(t[2] < box[0] or t[0] > box[2] or t[3] < box[1] or t[1] > box[3] for t in taken):
            break
    else:
        return
    for number, text in enumerate(stamp.lines):
        # Each line turns about its own start, and starts on the turned left edge.
        down = size + number * size * 1.25
        start, base = left + 7 + down * sin(radians(angle)), top + 5 + wide * angle / 120 + down * cos(radians(angle))
        run = Run(start, base, tokens_of((text,)), face, size, width_of(" ", face, size), colour, angle)
        sheet.place([run], 0, 0, zone)
