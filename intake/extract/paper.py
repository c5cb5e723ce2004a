"""A document as extraction sees it: sheets, labels and values on them, and which label governs which value."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from intake.extract.finders import find_all
from intake.extract.found import Found
from intake.extract.labels import ROLES
from intake.layout.blocks import Block, blocks_of
from intake.layout.neighbours import above
from intake.layout.sheet import Cell, Sheet, sheet_of, words_box
from intake.words import Token, Vocabulary, phrases_in, tokens, word_set
from storage.kinds import FieldType
from storage.reading import Box, Page, Source

_FILLERS = word_set("e di del il la euro eur n nr in data : - .")
_LONGEST_LABEL_CELL = 9
# Wider gaps, as a share of the page, part columns rather than a label from its value.
_FAR = 0.15
# So strong is a label in the cell right before a value.
_RIGHT_BESIDE = 0.9


@dataclass(frozen=True)
class Label:
    """A known phrase on the page: `cell.words[first:last + 1]`."""

    phrase: str
    roles: frozenset[str]
    cell: Cell
    first: int
    last: int

    @cached_property
    def place(self) -> Box:
        shift = self.cell.box.middle[1] - words_box(self.cell.words).middle[1]
        box = words_box(self.cell.words[self.first : self.last + 1])
        return Box(box.left, box.top + shift, box.right, box.bottom + shift)


@dataclass(frozen=True)
class Governor:
    """A label that may say what a value is; `relation` in words, `strength` 0..1."""

    label: Label
    relation: str
    strength: float


def _tables() -> tuple[dict[str, dict[tuple[str, ...], str]], dict[str, frozenset[str]]]:
    roles: dict[str, set[str]] = defaultdict(set)
    for role, phrases in ROLES.items():
        for phrase in phrases.split("|"):
            roles[phrase].add(role)
    known: dict[str, dict[tuple[str, ...], str]] = {}
    for phrase in roles:
        words = tuple(phrase.split())
        known.setdefault(words[0], {})[words] = phrase
    return known, {phrase: frozenset(names) for phrase, names in roles.items()}


_KNOWN, _ROLES = _tables()
_VOCABULARY = Vocabulary(_ROLES)
_TAXES = word_set("iva vat mwst ust tva")
_ADDED_TAX = re.compile(r"\+[(\s]*[A-Za-z.]+\W*$")


def cell_tokens(cell: Cell) -> list[Token]:
    """The comparable words of a cell, slips of OCR in words of labels undone. "+ IVA" adds to a sum: "piu iva"."""
    found: list[Token] = []
    for token in tokens(cell.words):
        printed = "".join(word.text for word in cell.words[max(0, token.first - 1) : token.last + 1])
        if token.text in _TAXES and _ADDED_TAX.search(printed):
            found.append(Token("piu", token.first, token.first))
        found.append(Token(_VOCABULARY.nearest(token.text), token.first, token.last))
    return found


def labels_of(cell: Cell) -> list[Label]:
    found = cell_tokens(cell)
    labels = [
        Label(phrase, _ROLES[phrase], cell, found[start].first, found[end - 1].last)
        for start, end, phrase in phrases_in([token.text for token in found], _KNOWN)
    ]
    return [label for label in labels if (len(label.phrase) > 2 or _stands_alone(label)) and not _in_a_code(label)]


def _in_a_code(label: Label) -> bool:
    """Whether a label is the middle of a number: the DDT of VO-DDT-20260412."""
    printed = label.cell.words[label.first].text
    return label.first == label.last and _CODE.fullmatch(printed) is not None


_CODE = re.compile(r"[A-Z]{1,5}[-/][A-Z]{2,5}[-/]\d[\w/-]*\W?", re.IGNORECASE)


# "n.12" is a sign and a number, "N2-000034" a number.
_SIGN_BEFORE_DIGITS = re.compile(r"\W*(?:[A-Za-z]+[.°º:*'’]+)+\W*\d")


def _stands_alone(label: Label) -> bool:
    """Whether a label of one or two letters is a word of its own, not a piece of a number (the A of 888/A)."""
    printed = label.cell.words[label.first].text
    letters = sum(c.isalpha() for c in printed)
    if any(c.isdigit() for c in printed):
        return letters <= len(label.phrase) and _SIGN_BEFORE_DIGITS.match(printed) is not None
    return letters <= len(label.phrase)


@dataclass(frozen=True)
class Paper:
    sheets: tuple[Sheet, ...]
    sources: Mapping[int, Source]

    @cached_property
    def found(self) -> tuple[Found, ...]:
        return tuple(value for sheet in self.sheets for value in find_all(sheet))

    @cached_property
    def labels(self) -> Mapping[tuple[int, int, int], tuple[Label, ...]]:
        """By page, row and column."""
        return {
            (c.page, c.row, c.column): tuple(labels) for s in self.sheets for c in s.cells if (labels := labels_of(c))
        }

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(block for sheet in self.sheets for block in blocks_of(sheet))

    @cached_property
    def _found_by_cell(self) -> Mapping[tuple[int, int, int], list[Found]]:
        table: dict[tuple[int, int, int], list[Found]] = defaultdict(list)
        for value in self.found:
            table[value.cell.page, value.cell.row, value.cell.column].append(value)
        return table

    def labels_in(self, cell: Cell) -> tuple[Label, ...]:
        return self.labels.get((cell.page, cell.row, cell.column), ())

    def found_in(self, cell: Cell) -> Sequence[Found]:
        return self._found_by_cell.get((cell.page, cell.row, cell.column), ())

    def sheet(self, page: int) -> Sheet:
        return next(sheet for sheet in self.sheets if sheet.page == page)

    def block_of(self, cell: Cell) -> Block:
        return self._blocks_by_cell[cell.page, cell.row, cell.column]

    @cached_property
    def _blocks_by_cell(self) -> Mapping[tuple[int, int, int], Block]:
        return {(c.page, c.row, c.column): block for block in self.blocks for c in block.cells}

    @cached_property
    def _governed(self) -> dict[tuple[int, int, int, int, int, str], tuple[Governor, ...]]:
        return {}

    def governors(self, value: Found) -> tuple[Governor, ...]:
        """The labels that may say what the value is, strongest first."""
        key = (value.cell.page, value.cell.row, value.cell.column, value.first, value.last, value.type)
        if key not in self._governed:
            self._governed[key] = tuple(self._governors_of(value))
        return self._governed[key]

    def _governors_of(self, value: Found) -> list[Governor]:
        in_cell = self._before_in_cell(value)
        beside = [] if in_cell else self._left_of(value)
        over = self._above(value)
        if not in_cell and not beside and not over:
            return self._below(value)
        weaken = 0.3 if in_cell and in_cell[0].strength > 0.6 else 0.75 if beside else 1.0
        if value.type is FieldType.AMOUNT and beside and beside[0].strength > _RIGHT_BESIDE:
            weaken = 0.4
        over = [Governor(g.label, g.relation, g.strength * weaken) for g in over]
        return sorted([*in_cell, *beside, *over], key=lambda g: -g.strength)

    def _below(self, value: Found) -> list[Governor]:
        """The label under a value, where a row of values stands over a row of nothing but labels."""
        rows = self.sheet(value.cell.page).rows
        following = rows[value.cell.row + 1].cells if value.cell.row + 1 < len(rows) else ()
        row = rows[value.cell.row].cells
        if len(following) < 2 or len(following) != len(row) or any(self.labels_in(cell) for cell in row):
            return []
        if any(self.found_in(cell) for cell in following):
            return []
        return [Governor(label, "above", 0.7) for label in self.labels_in(following[value.cell.column])[:1]]

    def _before_in_cell(self, value: Found) -> list[Governor]:
        before = [
            label for label in self.labels_in(value.cell) if label.first <= value.first and label.last <= value.first
        ]
        governors: list[Governor] = []
        strength = 1.0
        for label in reversed(before):
            between = value.cell.words[label.last + 1 : value.first]
            gap = sum(
                w.text.strip(":.,;-–()°€").lower() not in _FILLERS and w.text.strip(":.,;-–()€°") != "" for w in between
            )
            rivals = sum(
                other.type is value.type and label.last < other.last < value.first
                for other in self.found_in(value.cell)
            )
            if gap <= 14:
                governors.append(Governor(label, "right of", strength * 0.93**gap * 0.5**rivals))
            inherits = label.roles & {"of", "bare_number"}
            strength *= 0.95 if inherits else 0.55
            if len(governors) == 3:
                break
        # Running text begins its line; a box beside others has a label of its own.
        if not before and value.first <= 1 and (value.cell.column == 0 or len(value.cell.words) > 4):
            governors.extend(self._line_before(value))
        return governors

    def _line_before(self, value: Found) -> list[Governor]:
        """The label at the end of the line above, in running text."""
        block = self.block_of(value.cell)
        position = next(i for i, c in enumerate(block.cells) if c.row == value.cell.row and c.page == value.cell.page)
        if position == 0 or len(block.cells[position - 1].words) < 5:
            return []
        above_cell = block.cells[position - 1]
        labels = [label for label in self.labels_in(above_cell) if label.last >= len(above_cell.words) - 2]
        return [Governor(label, "line before", 0.85) for label in labels[-1:]]

    def _left_of(self, value: Found) -> list[Governor]:
        row = self.sheet(value.cell.page).rows[value.cell.row]
        strength = 0.95
        for cell in reversed(row.cells[: value.cell.column]):
            rivals = [other for other in self.found_in(cell) if other.type is value.type]
            labels = self.labels_in(cell)
            if labels and not any(other.first > labels[-1].last for other in rivals):
                trailing = len(cell.words) - 1 - labels[-1].last
                leading = labels[-1].first
                weight = strength * (0.9**trailing) * (1.0 if leading == 0 or len(cell.words) < 6 else 0.8)
                weight *= (
                    0.35 if self._heads_a_block(cell, value) or _has_its_own(cell, labels[0], rivals, value) else 1.0
                )
                own = [Governor(labels[-1], "right of", weight)]
                return own + [Governor(label, "right of", weight * 0.5) for label in labels[:-1][-2:]]
            strength *= 0.55 if rivals else 0.85
        return []

    def _heads_a_block(self, cell: Cell, value: Found) -> bool:
        """Whether a label far left of a value stands over a text of its own: then that is what it announces."""
        cells = self.block_of(cell).cells
        position = cells.index(cell)
        under = cells[position + 1] if position + 1 < len(cells) else None
        if under is None or value.place.left - cell.box.right < _FAR or abs(under.box.left - cell.box.left) > 0.02:
            return False
        if value.type is not FieldType.TEXT and not any(other.type is value.type for other in self.found_in(under)):
            return False
        return not self.labels_in(under) or self.labels_in(under)[0].first > 0

    def _over(self, cell: Cell, place: Box) -> Iterator[Cell]:
        """The cells over a value, and in a row of as many boxes right above, the one of the same number."""
        sheet = self.sheet(cell.page)
        if cell.row > 0:
            upper = sheet.rows[cell.row - 1].cells
            if cell.column < len(upper) and self._same_column(cell, upper[cell.column]):
                yield upper[cell.column]
        for row in reversed(sheet.rows[max(0, cell.row - 4) : cell.row]):
            yield from (other for other in row.cells if self._in_column(place, other))
        yield from above(sheet, place, cell.row, 12)

    def _in_column(self, place: Box, heading: Cell) -> bool:
        """Whether a box stands beside its heading but in its column: right of where it begins, left of the next one."""
        row = self.sheet(heading.page).rows[heading.row].cells
        following = row[heading.column + 1] if heading.column + 1 < len(row) else None
        if following is None or not self.labels_in(following) or not self.labels_in(heading) or len(heading.words) > 4:
            return False
        return heading.box.left <= place.left and place.right <= following.box.left and not self.found_in(heading)

    def _same_column(self, cell: Cell, upper: Cell) -> bool:
        rows = self.sheet(cell.page).rows
        return (
            upper.row == cell.row - 1
            and upper.column == cell.column
            and len(rows[cell.row].cells) == len(rows[upper.row].cells) > 1
            and all(self.labels_in(other) for other in rows[upper.row].cells)
        )

    def _above(self, value: Found) -> list[Governor]:
        sheet = self.sheet(value.cell.page)
        governors: list[Governor] = []
        place = value.place
        slack = 1.5 * sheet.line_height / sheet.aspect
        for cell in self._over(value.cell, place):
            distance = value.cell.row - cell.row
            for label in self.labels_in(cell):
                box = label.place
                reaches = min(box.right, place.right) - max(box.left, place.left) > -0.3 * slack
                reaches = reaches or self._same_column(value.cell, cell) or self._in_column(place, cell)
                if not reaches or len(cell.words) > _LONGEST_LABEL_CELL:
                    continue
                taken = any(o.type is value.type and o.first >= label.last for o in self.found_in(cell))
                lines = (place.top - box.bottom) / sheet.line_height
                strength = 0.9 * 0.9 ** (distance - 1) * (0.15 if taken else 1.0) * (0.93 ** max(0.0, lines - 1.5))
                governors.append(Governor(label, "below", strength))
            if len(governors) >= 2:
                break
        best = sorted(governors, key=lambda g: -g.strength)[:2]
        return [Governor(g.label, g.relation, g.strength * (1.0 if rank == 0 else 0.6)) for rank, g in enumerate(best)]


def _has_its_own(cell: Cell, label: Label, rivals: Sequence[Found], value: Found) -> bool:
    """Whether the label in a cell far left of a value stands behind values of its own: "100,00 22,00 IVA 22%"."""
    return value.place.left - cell.box.right > _FAR and any(other.last < label.first for other in rivals)


def paper_of(pages: Sequence[Page]) -> Paper:
    return Paper(tuple(sheet_of(page) for page in pages), {page.number: page.source for page in pages})
