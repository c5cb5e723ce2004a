"""What a reader makes of a page, without running one: words confused, lost, split, merged, moved; dirt; doubts.

Exact words and a level of damage go in, a page as OCR gives it comes out, in a millisecond. Rates are a page's own: a
level only says around which they lie; blotches (folds, shadows, stamps) make some places worse.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import cos, exp, radians, sin
from random import Random
from typing import NamedTuple

from storage.reading import Box, Page, Source, Word
from training.composing.drawing import Sheet
from training.composing.words import Printed, in_rows, printed_on
from training.grammar import alternatives

LEVELS = ("clean", "office", "poor", "photo")


@dataclass(frozen=True, slots=True)
class Rates:
    """Shares: of characters misread, of words lost, split, merged, of lines lost, of decimal commas lost; `dirt` are
    words of dirt to a hundred words, `shake` the wandering of boxes in heights of a word, `slant` in degrees."""

    confused: float
    word_lost: float
    line_lost: float
    split: float
    merged: float
    comma_lost: float
    dirt: float
    shake: float
    slant: float
    dpi: tuple[int, ...]


# Fitted to what the service's reader makes of pages damaged by `training.damage` (share of words and of numbers right).
RATES = {
    "clean": Rates(0.0007, 0.001, 0.0005, 0.001, 0.001, 0.0015, 0.6, 0.02, 0.05, (300,)),
    "office": Rates(0.002, 0.003, 0.0015, 0.003, 0.003, 0.004, 1.5, 0.04, 0.25, (200, 250, 300, 300)),
    "poor": Rates(0.024, 0.04, 0.02, 0.02, 0.015, 0.05, 4.0, 0.08, 0.4, (150, 200, 200)),
    "photo": Rates(0.005, 0.009, 0.006, 0.006, 0.006, 0.014, 2.0, 0.08, 0.8, (180, 220, 260)),
}


def _marks(name: str) -> tuple[str, ...]:
    return tuple(mark for line in alternatives("reader", name) for mark in line.split())


_LOOKS_LIKE = {mark[0]: mark[1:] for mark in _marks("looks_like")}
_PAIRS = tuple(pair.split(">") for pair in _marks("pairs"))
_DIRT = _marks("dirt")
_TALL = frozenset("bdfhklt0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ€/()%&'\"°àèéìòù!?|[]{}#@*")
_DEEP = frozenset("gjpqy,;()/Q|[]{}@_ç")


class _Read(NamedTuple):
    """A word as read; `sure` is how well its place reads, 1 for well."""

    text: str
    box: Box
    field: str | None
    doubt: float
    garbled: bool


@dataclass(frozen=True, slots=True)
class Blotch:
    """A place where a page reads worse: `strength` times."""

    across: float
    down: float
    reach_across: float
    reach_down: float
    strength: float

    def at(self, x: float, y: float) -> float:
        far = ((x - self.across) / self.reach_across) ** 2 + ((y - self.down) / self.reach_down) ** 2
        return self.strength * exp(-far) if far < 4 else 0.0


def garbled(sheet: Sheet, number: int, level: str, rng: Random) -> tuple[Page, tuple[str | None, ...]]:
    """The sheet as a reader gives it at a level of LEVELS, and for each word the field that it writes."""
    rates = RATES[level]
    spread = exp(rng.gauss(-0.25, 0.7))  # how this page fares among those of its level
    blotches = _blotches(level, rng)
    place = _Place(sheet, rates, rng)
    words: list[Word] = []
    fields: list[str | None] = []
    line_number = 0
    for line in _lines(printed_on(sheet), rng):
        if rng.random() < rates.line_lost * spread:
            continue
        read = _read_line(line, rates, spread, blotches, place, rng)
        for word in read:
            words.append(Word(word.text, word.box, _confidence(word, rng), line_number))
            fields.append(word.field)
        line_number += bool(read)
    words, fields = _with_dirt(words, fields, rates.dirt * spread, rng)
    mean = sum(w.confidence for w in words) / len(words) if words else 0.0
    return Page(number, place.width, place.height, Source.OCR, round(mean, 4), tuple(words)), tuple(fields)


class _Place:
    """Where points of the sheet come to lie on the scan: margins cut or added, a rest of slant, pixels."""

    def __init__(self, sheet: Sheet, rates: Rates, rng: Random) -> None:
        dpi = rng.choice(rates.dpi)
        self._slant = radians(rng.gauss(0, rates.slant))
        self._scale = rng.uniform(0.965, 1.005)
        self._right, self._down = rng.uniform(0, 1 - self._scale * 0.995), rng.uniform(0, 1 - self._scale * 0.995)
        self._ratio = sheet.height / sheet.width
        self.width, self.height = round(sheet.width / 72 * dpi), round(sheet.height / 72 * dpi)
        self._shake = rates.shake
        self._rng = rng

    def of(self, box: Box) -> Box:
        high = box[3] - box[1]
        x, y = (box[0] + box[2]) / 2 - 0.5, ((box[1] + box[3]) / 2 - 0.5) * self._ratio
        turned_x = x * cos(self._slant) - y * sin(self._slant)
        turned_y = (x * sin(self._slant) + y * cos(self._slant)) / self._ratio
        half_wide, half_high = (box[2] - box[0]) / 2 * self._scale, high / 2 * self._scale
        middle_x, middle_y = (turned_x + 0.5) * self._scale + self._right, (turned_y + 0.5) * self._scale + self._down
        shake = self._shake * high
        jitter = [self._rng.gauss(0, shake) for _ in range(4)]
        edges = (
            self._pixel(middle_x - half_wide + jitter[0] / self._ratio, self.width),
            self._pixel(middle_y - half_high + jitter[1], self.height),
            self._pixel(middle_x + half_wide + jitter[2] / self._ratio, self.width),
            self._pixel(middle_y + half_high + jitter[3], self.height),
        )
        least_x, least_y = 1 / self.width, 1 / self.height
        return Box(
            min(edges[0], 1 - least_x),
            min(edges[1], 1 - least_y),
            max(edges[2], min(edges[0], 1 - least_x) + least_x),
            max(edges[3], min(edges[1], 1 - least_y) + least_y),
        )

    @staticmethod
    def _pixel(share: float, pixels: int) -> float:
        return min(1.0, max(0.0, round(share * pixels) / pixels))


def _blotches(level: str, rng: Random) -> list[Blotch]:
    count = {
        "clean": rng.random() < 0.1,
        "office": rng.randint(0, 2),
        "poor": rng.randint(1, 4),
        "photo": rng.randint(1, 3),
    }[level]
    return [
        Blotch(rng.random(), rng.random(), rng.uniform(0.05, 0.6), rng.uniform(0.01, 0.15), rng.uniform(2, 8))
        for _ in range(int(count))
    ]


def ink_box(word: Printed) -> Box:
    """The box of the ink: without the font's room above and below the letters."""
    em = word.box[3] - word.box[1]
    tall = any(c in _TALL for c in word.text)
    deep = any(c in _DEEP for c in word.text)
    base = min(word.base, word.box[3])
    return Box(
        word.box[0], max(0.0, base - em * (0.73 if tall else 0.54)), word.box[2], base + em * (0.2 if deep else 0.012)
    )


def _lines(words: list[Printed], rng: Random) -> list[list[Printed]]:
    """Words in the order and the lines of a page reader: block by block, columns sometimes as blocks of their own."""
    if rng.random() < 0.25:
        return in_rows(words)
    zones: dict[int, list[Printed]] = {}
    for word in words:
        zones.setdefault(word.zone, []).append(word)
    lines: list[list[Printed]] = []
    for zone in zones.values():
        rows = in_rows(zone)
        lines += _by_columns(rows) if rng.random() < 0.3 else rows
    return lines


def _by_columns(rows: list[list[Printed]]) -> list[list[Printed]]:
    """Rows cut where white runs wide, the pieces under one another read as a column."""
    columns: list[tuple[float, float, list[list[Printed]]]] = []
    for row in rows:
        for piece in _pieces(row):
            left, right = piece[0].box[0], piece[-1].box[2]
            at = next((n for n, c in enumerate(columns) if min(right, c[1]) - max(left, c[0]) > 0), None)
            if at is None:
                columns.append((left, right, [piece]))
            else:
                old = columns[at]
                columns[at] = (min(old[0], left), max(old[1], right), [*old[2], piece])
    return [piece for _, _, pieces in columns for piece in pieces]


def _pieces(row: list[Printed]) -> list[list[Printed]]:
    pieces = [[row[0]]]
    for before, word in pairwise(row):
        if word.box[0] - before.box[2] > 2.2 * (word.box[3] - word.box[1]):
            pieces.append([word])
        else:
            pieces[-1].append(word)
    return pieces


def _read_line(
    line: list[Printed], rates: Rates, spread: float, blotches: list[Blotch], place: _Place, rng: Random
) -> list[_Read]:
    read: list[_Read] = []
    for word in line:
        x, y = word.box.middle
        worse = spread * (1 + sum(b.at(x, y) for b in blotches)) * (3.0 if word.pale else 1.0)
        if rng.random() < rates.word_lost * worse * (2.0 if len(word.text) < 3 else 1.0) + (0.1 if word.pale else 0.0):
            continue
        text = _misread(word.text, rates, worse, rng)
        if not text:
            continue
        box = place.of(ink_box(word))
        now = _Read(text, box, word.field, min(1.0, rates.confused * worse * 6), text != word.text)
        if read and rng.random() < rates.merged * worse and 0 <= box.left - read[-1].box.right < 0.6 * box.height:
            last = read.pop()
            read.append(_Read(last.text + text, last.box.union(box), last.field or word.field, 0.6, True))
        elif len(text) > 3 and rng.random() < rates.split * worse:
            read += _split(now, rng)
        else:
            read.append(now)
    return read


def _misread(text: str, rates: Rates, worse: float, rng: Random) -> str:
    share = rates.confused * worse
    if any(c.isdigit() for c in text) and rng.random() < rates.comma_lost * worse:
        marks = [n for n, c in enumerate(text) if c in ",."]
        if marks:
            gone = rng.choice(marks)
            text = text[:gone] + rng.choice(("", "", ".", ",")) + text[gone + 1 :]
    if rng.random() >= share * len(text) * 1.2:
        return text
    letters = list(text)
    for _ in range(1 if rng.random() < 0.75 else rng.randint(1, 3)):
        at = rng.randrange(len(letters)) if letters else -1
        if at < 0:
            break
        letters[at] = _confusion(letters[at], rng)
    out = "".join(letters)
    if rng.random() < 0.25:
        old, new = rng.choice(_PAIRS)
        out = out.replace(old, new, 1)
    return out.strip()


def _confusion(letter: str, rng: Random) -> str:
    way = rng.random()
    if way < 0.1:
        return ""
    if way < 0.15:
        return letter + rng.choice(".',-|")
    like = _LOOKS_LIKE.get(letter)
    return rng.choice(like) if like else rng.choice((letter.lower(), letter.upper(), ""))


def _split(word: _Read, rng: Random) -> list[_Read]:
    marks = [n + 1 for n, c in enumerate(word.text[:-1]) if c in ".,/-:" and n]
    at = rng.choice(marks) if marks and rng.random() < 0.7 else rng.randint(1, len(word.text) - 1)
    box, cut = word.box, word.box.left + word.box.width * at / len(word.text)
    return [
        _Read(word.text[:at], Box(box.left, box.top, cut, box.bottom), word.field, 0.4, True),
        _Read(word.text[at:], Box(cut, box.top, box.right, box.bottom), word.field, 0.4, True),
    ]


def _confidence(word: _Read, rng: Random) -> float:
    """A reader's own: high where it is right, lower where it erred or the place is bad, and not always telling."""
    if word.garbled:
        value = rng.betavariate(3.6, 1.6)
    else:
        value = 0.965 - abs(rng.gauss(0, 0.02)) - word.doubt * rng.random() * 0.5
        if rng.random() < 0.03 + word.doubt * 0.3:
            value -= rng.random() * 0.5
    return round(min(0.97, max(0.05, value)), 4)


def _with_dirt(
    words: list[Word], fields: list[str | None], rate: float, rng: Random
) -> tuple[list[Word], list[str | None]]:
    """Specks, rules and folds read as words: within lines and as lines of their own."""
    count = int(rate * len(words) / 100 + rng.random())
    for _ in range(count):
        text = rng.choice(_DIRT)
        doubt = round(rng.betavariate(1.6, 2.4), 4)
        if words and rng.random() < 0.6:
            at = rng.randrange(len(words))
            near = words[at]
            wide = near.box.height * 0.35
            left = max(0.0, near.box.left - wide * rng.uniform(1.2, 3))
            box = Box(left, near.box.top, left + wide, near.box.bottom)
            words.insert(at, Word(text, box, doubt, near.line))
            fields.insert(at, None)
        else:
            left, top = rng.uniform(0, 0.97), rng.uniform(0, 0.985)
            high = rng.uniform(0.004, 0.014)
            line = words[-1].line + 1 if words else 0
            words.append(Word(text, Box(left, top, left + high * 0.6, top + high), doubt, line))
            fields.append(None)
    return words, fields
