"""What stands on a sheet: runs of text, rules and shapes. All measures are points from the sheet's top left corner."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Token(NamedTuple):
    """A printed word; `field` names the field that it writes (or helps to write)."""

    text: str
    field: str | None = None


class Face(NamedTuple):
    """A font as set: `stretch` narrows or widens its letters (1 is natural)."""

    name: str
    stretch: float = 1.0


class Run(NamedTuple):
    """Words on one baseline. `space` is the blank between them; `angle`, in degrees, rises from left and base."""

    left: float
    base: float
    tokens: tuple[Token, ...]
    face: Face
    size: float
    space: float
    colour: str = "#000000"
    angle: float = 0.0

    def moved(self, right: float, down: float) -> Run:
        return self._replace(left=self.left + right, base=self.base + down)


class Rule(NamedTuple):
    """A straight stroke."""

    left: float
    top: float
    right: float
    bottom: float
    width: float = 0.5
    colour: str = "#000000"
    dashed: bool = False

    def moved(self, right: float, down: float) -> Rule:
        return self._replace(
            left=self.left + right, top=self.top + down, right=self.right + right, bottom=self.bottom + down
        )


class Shape(NamedTuple):
    """A box (`round` is the radius of its corners), an `oval` or a `wedge`; fill and stroke may be missing."""

    left: float
    top: float
    right: float
    bottom: float
    form: str = "box"
    stroke: str | None = "#000000"
    fill: str | None = None
    width: float = 0.5
    round: float = 0.0

    def moved(self, right: float, down: float) -> Shape:
        return self._replace(
            left=self.left + right, top=self.top + down, right=self.right + right, bottom=self.bottom + down
        )


Item = Run | Rule | Shape


@dataclass(slots=True)
class Slice:
    """A piece of a block that no page break may cut: its height, and items placed from its own top left corner."""

    height: float
    items: list[Item] = field(default_factory=list)
    width: float = 0.0
    keep: bool = False  # not to be the last slice on a page


@dataclass(slots=True)
class Sheet:
    """A page being set. `runs` carry the number of the block that they belong to: a reader reads block by block."""

    width: float
    height: float
    runs: list[tuple[Run, int]] = field(default_factory=list)
    marks: list[Rule | Shape] = field(default_factory=list)

    def place(self, items: list[Item], left: float, top: float, zone: int) -> None:
        for item in items:
            moved = item.moved(left, top)
            if isinstance(moved, Run):
                self.runs.append((moved, zone))
            else:
                self.marks.append(moved)
