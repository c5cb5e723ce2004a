"""Bars drawn by the server: figures by month -> the geometry of a small chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 480, 144
_LEFT, _BOTTOM, _TOP = 0, 20, 20
_GAP = 0.3  # of a bar's room


@dataclass(frozen=True, slots=True)
class Bar:
    """In the chart's own units; `said` is the figure in words, `name` what it is of."""

    name: str
    said: str
    address: str
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True, slots=True)
class Figure:
    name: str
    value: int
    said: str
    address: str


@dataclass(frozen=True, slots=True)
class Chart:
    """`floor` is where zero lies; `top` the largest figure in words, at the height of its bar's end."""

    bars: tuple[Bar, ...]
    floor: float
    top: str
    top_y: float


def bars(figures: Sequence[Figure]) -> Chart:
    """Figures below zero hang from the floor."""
    most = max((figure.value for figure in figures), default=0)
    least = min((figure.value for figure in figures), default=0)
    span = max(1, max(0, most) - min(0, least))
    tall = HEIGHT - _BOTTOM - _TOP
    floor = _TOP + tall * max(0, most) / span
    room = (WIDTH - _LEFT) / max(1, len(figures))
    drawn = []
    for place, figure in enumerate(figures):
        height = tall * abs(figure.value) / span
        height = max(height, 1.5) if figure.value else 0.0
        y = floor - height if figure.value >= 0 else floor
        x = _LEFT + room * (place + _GAP / 2)
        drawn.append(
            Bar(figure.name, figure.said, figure.address, *(round(n, 1) for n in (x, y, room * (1 - _GAP), height)))
        )
    top = next((figure.said for figure in figures if figure.value == most and most > 0), "")
    return Chart(tuple(drawn), round(floor, 1), top, float(_TOP))
