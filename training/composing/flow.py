"""Slices onto pages: one under the other, side by side, tables cut between rows."""

from __future__ import annotations

from training.composing.design import Design
from training.composing.drawing import Rule, Sheet, Slice
from training.composing.furniture import Furniture, number_run
from training.composing.tables import Table


class Press:
    """Sets pages from the top; `sheets` are finished by `finish`. A `roll` is one endless page."""

    def __init__(self, design: Design, furniture: Furniture, *, roll: bool = False) -> None:
        self.design, self.furniture, self._roll = design, furniture, roll
        self.sheets: list[Sheet] = []
        self._zone = 0
        self._at = 0.0
        self._turn()

    @property
    def room(self) -> float:
        """What is left of the page."""
        return self._end - self._at

    @property
    def _end(self) -> float:
        if self._roll:
            return float("inf")
        foot = max(self.furniture.foot.height, self.furniture.foot_again.height)
        return self.design.paper[1] - self.design.bottom - foot - 6

    def skip(self, height: float) -> None:
        self._at = min(self._at + height, self._end)

    def stack(self, slices: list[Slice], left: float) -> None:
        """Slices one under the other, over as many pages as they take."""
        self._zone += 1
        for number, piece in enumerate(slices):
            need = piece.height
            if piece.keep and number + 1 < len(slices):
                need += slices[number + 1].height
            if need > self.room and not self._fresh:
                self._turn()
            self._place(piece, left)

    def row(self, pieces: list[tuple[Slice, float]], gap: float) -> None:
        """Pieces side by side; none is cut."""
        high = max(piece.height for piece, _ in pieces)
        if high > self.room and not self._fresh:
            self._turn()
        top = self._at
        for piece, left in pieces:
            self._zone += 1
            self._at = top
            self._place(piece, left)
        self._at = top + high + gap

    def table(self, table: Table, left: float, below: float) -> None:
        """A table, cut between rows where a page ends; `below` is what follows it and should share its last page."""
        self._zone += 1
        for piece in table.title:
            self._place(piece, left)
        first = table.rows[0].height if table.rows else 0.0
        if table.head.height + first > self.room and not self._fresh:
            self._turn()
        self._place(table.head, left)
        for number, row in enumerate(table.rows):
            carried = table.carried[number - 1] if table.carried and number else None
            reserve = carried[0].height if carried and number + 1 < len(table.rows) else 0.0
            if row.height + reserve + table.tail.height > self.room and not self._fresh:
                self._cut(table, carried, left)
            self._place(row, left)
        if table.stretched is not None and self.room > below + 20:
            self._stretch(table.stretched, left, self.room - below - 10)
        self._place(table.tail, left)

    def _cut(self, table: Table, carried: tuple[Slice, Slice] | None, left: float) -> None:
        self._place(table.tail, left)
        if carried:
            self._place(carried[0], left)
        self._turn()
        if table.repeat_head:
            self._place(table.head, left)
        if carried:
            self._place(carried[1], left)

    def _stretch(self, empty: Slice, left: float, high: float) -> None:
        rules = [Rule(r.left, 0, r.right, high, r.width, r.colour) for r in empty.items if isinstance(r, Rule)]
        edges = [r.left for r in rules]
        rules.append(Rule(min(edges), high, max(edges), high, rules[0].width, rules[0].colour))
        self._place(Slice(high, list(rules)), left)

    def finish(self) -> list[Sheet]:
        """Feet and page numbers; a roll is cut where its text ends."""
        for number, sheet in enumerate(self.sheets, 1):
            last = number == len(self.sheets)
            foot = self.furniture.foot if last else self.furniture.foot_again
            if self._roll:
                sheet.place(foot.items, self.design.left, self._at + 6, 10_000)
                sheet.height = self._at + foot.height + 6 + self.design.bottom
                continue
            sheet.place(foot.items, self.design.left, sheet.height - self.design.bottom - foot.height, 10_000)
            if self.furniture.number and (self.furniture.number_place.startswith("foot") or not self._roll):
                sheet.place([number_run(self.furniture, number, len(self.sheets), self.design)], 0, 0, 10_001)
        return self.sheets

    @property
    def _fresh(self) -> bool:
        return self._at <= self._start

    def _place(self, piece: Slice, left: float) -> None:
        self.sheets[-1].place(piece.items, left, self._at, self._zone)
        self._at += piece.height

    def _turn(self) -> None:
        self.sheets.append(Sheet(*self.design.paper))
        head = self.furniture.head if len(self.sheets) == 1 else self.furniture.head_again
        self._zone += 1
        self._at = self.design.top
        self._place(head, self.design.left)
        self._at += self.design.gap if head.height else 0.0
        self._start = self._at
