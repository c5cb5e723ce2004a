"""The random decisions that make a paper look like no other: paper, margins, faces, labels, rules, tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from training.composing.drawing import Face
from training.composing.fonts import FAMILIES

A4 = (595.3, 841.9)
INKS = ("#000000", "#000000", "#000000", "#111111", "#222222", "#333333", "#1a1a4a")
ACCENTS = (
    "#000000",
    "#1f3a68",
    "#8a1c1c",
    "#14532d",
    "#5b2a86",
    "#0f4c5c",
    "#444444",
    "#b45309",
    "#003399",
    "#a30046",
)
TINTS = ("#eeeeee", "#e6ebf2", "#f3ece0", "#e8f1e8", "#dddddd", "#f5e6e6")


@dataclass(frozen=True, slots=True)
class Labels:
    """How labels are set beside their values."""

    upper: bool
    bold: bool
    small: float  # factor on the size
    colon: str
    glued: bool
    bold_values: bool
    colour: str


@dataclass(frozen=True, slots=True)
class Tables:
    """`frame`: grid, rows, columns, outer, zebra, none. `head`: fill, tint, boxed, underlined, plain, none."""

    frame: str
    head: str
    upper: bool
    bold_head: bool
    pad: float
    row_gap: float
    repeat_head: bool
    numbers: str  # right, centre, left
    head_follows: bool  # headings aligned as their cells
    stretched: bool  # the frame runs down to the foot of the page's body


@dataclass(frozen=True, slots=True)
class Design:
    """One paper's look. Sizes in points."""

    paper: tuple[float, float]
    left: float
    right: float
    top: float
    bottom: float
    face: Face
    bold: Face
    italic: Face
    head: Face
    size: float
    leading: float
    gap: float
    ink: str
    accent: str
    tint: str
    stroke: float
    corner: float
    mono: bool
    labels: Labels
    tables: Tables
    dash: str  # what a line printer rules with
    sums_low: bool  # what follows the main table stands at the foot of the page

    @property
    def width(self) -> float:
        return self.paper[0] - self.left - self.right

    @property
    def line(self) -> float:
        return self.size * self.leading

    def sized(self, factor: float) -> Design:
        return replace(self, size=self.size * factor)


def drawn(rng: Random, printer: bool, paper: tuple[float, float] | None = None) -> Design:
    """A design drawn at random; `printer` papers have one fixed-width face and rules of characters."""
    family = "Courier" if printer else rng.choices(list(FAMILIES), (50, 18, 4, 22))[0]
    regular, bold, italic = FAMILIES[family]
    stretch = 1.0 if printer or rng.random() < 0.55 else rng.uniform(0.8, 1.08)
    big = family if rng.random() < 0.7 else rng.choice(list(FAMILIES))
    size = rng.choice((8.0, 8.5, 9.0, 9.0, 9.5, 10.0, 10.0, 11.0)) * (0.88 if family == "Vera" else 1.0)
    size = rng.uniform(8.0, 10.0) if printer else size
    side = rng.uniform(24, 72)
    accent = rng.choice(ACCENTS) if rng.random() < 0.6 else "#000000"
    return Design(
        paper=paper or (A4 if rng.random() < 0.97 else (612.0, 792.0)),
        left=side,
        right=side if rng.random() < 0.7 else rng.uniform(24, 60),
        top=rng.uniform(24, 60),
        bottom=rng.uniform(28, 60),
        face=Face(regular, stretch),
        bold=Face(bold, stretch),
        italic=Face(italic, stretch),
        head=Face(regular if printer else FAMILIES[big][1], stretch),
        size=size,
        leading=rng.uniform(1.08, 1.5),
        gap=rng.uniform(4, 16),
        ink="#000000" if printer else rng.choice(INKS),
        accent="#000000" if printer else accent,
        tint=rng.choice(TINTS),
        stroke=rng.choice((0.3, 0.5, 0.5, 0.75, 1.0)),
        corner=rng.choice((0, 0, 0, 3, 6)),
        mono=printer,
        labels=_labels(rng, accent, printer),
        tables=_tables(rng),
        dash=rng.choice(("-", "-", "=", "_", "*", ".", "")),
        sums_low=rng.random() < 0.2,
    )


def _labels(rng: Random, accent: str, printer: bool) -> Labels:
    bold = rng.random() < 0.3
    return Labels(
        upper=rng.random() < 0.25,
        bold=bold,
        small=1.0 if printer else rng.choice((1.0, 1.0, 1.0, 0.9, 0.8, 0.75)),
        colon=rng.choice((":", ":", ":", "", "", "", " :", ".:", " -")),
        glued=rng.random() < 0.08,
        bold_values=not bold and rng.random() < 0.3,
        colour=accent if rng.random() < 0.3 else "#000000",
    )


def _tables(rng: Random) -> Tables:
    return Tables(
        frame=rng.choice(("grid", "grid", "rows", "rows", "columns", "columns", "outer", "zebra", "none")),
        head=rng.choice(("fill", "tint", "tint", "boxed", "underlined", "underlined", "plain")),
        upper=rng.random() < 0.25,
        bold_head=rng.random() < 0.6,
        pad=rng.uniform(1.5, 4.5),
        row_gap=rng.choice((0.0, 0.0, 1.0, 2.0, 4.0)),
        repeat_head=rng.random() < 0.85,
        numbers=rng.choices(("right", "centre", "left"), (88, 8, 4))[0],
        head_follows=rng.random() < 0.6,
        stretched=rng.random() < 0.25,
    )
