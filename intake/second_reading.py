"""Which parts of a page the second reader is asked for, where it is not asked for all of it.

It takes three times as long as Tesseract for a page, and a fiftieth of that for a line. So it reads the whole page
where Tesseract plainly fails; else the pieces of lines in which a word is doubtful, and ink that Tesseract made
nothing of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import groupby

import cv2
import numpy as np

from intake.fusion.shapes import fails_check, faults
from intake.picture import Picture, Pixels
from intake.preparation.slant import Ink, ink_of
from storage.reading import Box, Word

_READS_WELL = 0.88  # mean confidence of the letters; measured, as all of these (docs/reading.md, "Two readers")
_SURE, _SURE_OF_FIGURE = 0.8, 0.93  # a wrong letter is seldom a wrong value, a wrong figure always
_SURER, _SURE_FIGURE = 0.91, 0.97  # where the document made no sense; what Tesseract reads right is at 0.9 to 0.97
_FEW = 12  # words: a page with ink and fewer than these was hardly read
_MOST_PIECES = 25  # from there the whole page costs little more, and gives more
_PIECE_GAP = 1.25  # heights of a word
_AROUND_WORD = 0.35  # of its height belongs to a word: dots, accents, descenders
_LETTER = (5, 40)  # pixels of the reduced page: smaller is dirt, larger a picture
_LETTERS_APART = 13  # the same: up to this a piece of print has gaps
_LEAST_INK = 0.12  # of its box is ink, in print
_STROKE, _BAND = (5, 5), (12, 25)  # the same: darkness of this size is no letter; print on it is light
_PARTED = re.compile(r"\d[.,]"), re.compile(r"\d\d(?!\d)")  # "50," and "16": an amount in two
_SAME_ROW = 0.5  # of the higher box's height
_ASIDE = 0.8  # heights of a word: the parts of one are as near


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is to be read again: the `whole` page, or pieces of it."""

    whole: bool
    pieces: tuple[Box, ...]


def doubt(words: Sequence[Word], straight: Picture) -> Doubt:
    """`words` were read from `straight`, whose fractions their boxes are."""
    unread = [_with_neighbours(box, words) for box in unread_print(words, ink_of(straight))]
    if _fails(words, bool(unread)):
        return Doubt(True, ())
    doubtful = [_around(part) for piece in pieces_of(words) if (part := _in_doubt(piece))]
    if len(doubtful) + len(unread) > _MOST_PIECES:
        return Doubt(True, ())
    return Doubt(False, _apart((*doubtful, *unread)))


def closer_doubt(words: Sequence[Word], figures: bool) -> Doubt:
    """What is worth another look where the document did not make sense: a value that must be there was not found, or,
    with `figures`, a sum did not agree. What both readers agreed on is surer than these limits and is left."""
    pieces = (piece for piece in pieces_of(words) if any(_is_worth_a_look(word, figures) for word in piece))
    return Doubt(False, tuple(_around(piece) for piece in pieces))


def _is_worth_a_look(word: Word, figures: bool) -> bool:
    if not any(char.isalnum() for char in word.text):
        return False
    is_figure = figures and any(char.isdigit() for char in word.text)
    return word.confidence < (_SURE_FIGURE if is_figure else _SURER)


def _fails(words: Sequence[Word], unread: bool) -> bool:
    if len(words) < _FEW:
        return unread
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) < _READS_WELL * letters


def is_doubtful(word: Word) -> bool:
    """Unsure, or of a form that is hardly ever printed. What holds no letter or figure is not worth a second look."""
    if not any(char.isalnum() for char in word.text):
        return False
    sure = _SURE_OF_FIGURE if any(char.isdigit() for char in word.text) else _SURE
    return word.confidence < sure or faults(word.text) > 0 or fails_check(word.text)


def _in_doubt(piece: Sequence[Word]) -> Sequence[Word]:
    """From the first to the last word in doubt, with the words beside: a long line costs as much as ten words."""
    doubtful = [number for number, word in enumerate(piece) if is_doubtful(word) or _is_parted(*piece[number:][:2])]
    return piece[max(0, doubtful[0] - 1) : doubtful[-1] + 2] if doubtful else ()


def _is_parted(word: Word, after: Word | None = None) -> bool:
    if after is None or after.box.left - word.box.right > _ASIDE * word.box.height:
        return False
    return _PARTED[0].match(word.text[-2:]) is not None and _PARTED[1].match(after.text) is not None


def pieces_of(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The lines, parted where there is a wide gap: columns of a table, label and value."""
    for _, line in groupby(words, key=lambda word: word.line):
        piece: list[Word] = []
        for word in sorted(line, key=lambda word: word.box.left):
            if piece and word.box.left - piece[-1].box.right > _PIECE_GAP * word.box.height:
                yield piece
                piece = []
            piece.append(word)
        yield piece


def _with_neighbours(box: Box, words: Sequence[Word]) -> Box:
    """What was not read may be the rest of a word that was."""
    beside = (word.box for word in words if _is_beside(word.box, box))
    return reduce(Box.union, beside, box)


def _is_beside(word: Box, box: Box) -> bool:
    apart = max(word.left, box.left) - min(word.right, box.right)
    return apart < _ASIDE * box.height and _on_row(word, box)


def _on_row(box: Box, other: Box) -> bool:
    """Both of one size: a logo or a stamp stands on no row."""
    shared = min(box.bottom, other.bottom) - max(box.top, other.top)
    return shared > _SAME_ROW * max(box.height, other.height)


def _apart(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """Those that overlap on a row made one: a word that is read twice would be two."""
    apart: list[Box] = []
    for box in sorted(boxes, key=lambda box: box.left):
        over = next((n for n, other in enumerate(apart) if other.right > box.left and _on_row(other, box)), None)
        if over is None:
            apart.append(box)
        else:
            apart[over] = apart[over].union(box)
    return tuple(apart)


def _around(piece: Sequence[Word]) -> Box:
    box = piece[0].box
    for word in piece[1:]:
        box = box.union(word.box)
    return box


def unread_print(words: Sequence[Word], ink: Ink) -> tuple[Box, ...]:
    """Print, dark or light on dark, in the size and density of letters where there are no words, piece by piece."""
    height, width = ink.shape
    left = ink.astype(np.uint8)
    dark = cv2.morphologyEx(left, cv2.MORPH_CLOSE, np.ones(_STROKE, np.uint8))
    dark = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones(_BAND, np.uint8))
    left = np.where(dark > 0, 1 - left, left).astype(np.uint8)
    for word in words:
        margin = _AROUND_WORD * word.box.height * height
        x0, x1 = word.box.left * width - margin, word.box.right * width + margin
        y0, y1 = word.box.top * height - margin, word.box.bottom * height + margin
        left[max(0, int(y0)) : int(y1) + 1, max(0, int(x0)) : int(x1) + 1] = 0
    letters = _of_letters(left)
    joined = cv2.morphologyEx(letters, cv2.MORPH_CLOSE, np.ones((3, _LETTERS_APART), np.uint8))
    stats = cv2.connectedComponentsWithStats(joined, connectivity=8)[2]
    return tuple(
        Box(x / width, y / height, (x + w) / width, (y + h) / height)
        for x, y, w, h, _ in (tuple(map(int, row)) for row in stats[1:])
        if _LETTER[0] <= h <= _LETTER[1] and w >= 3 and letters[y : y + h, x : x + w].mean() >= _LEAST_INK
    )


def _of_letters(ink: Pixels) -> Pixels:
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    high, wide = stats[:, cv2.CC_STAT_HEIGHT], stats[:, cv2.CC_STAT_WIDTH]
    kept = (np.maximum(high, wide) <= _LETTER[1]) & (high >= _LETTER[0])
    kept[0] = False
    return np.asarray(kept[labels], np.uint8)
