"""PP-OCR as a page reader, by way of rapidocr: finds the lines of a page, then reads each line for itself.

Slower than Tesseract and not misled by what Tesseract fails on: dots of line printers, shadows, rules, specks. Its
models are inside the package; nothing is downloaded. They are loaded once a process, by the first page that asks.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.readers.page_reader import ReaderError
from storage.reading import Box, Word

_LONGEST_SIDE = 1504  # pixels in which lines are looked for; they are read from the picture as it is
_MODELS = {"Det": "PP-OCRv6_det_small.onnx", "Rec": "PP-OCRv6_rec_small.onnx"}
_COLUMN = 8 / 48  # what one step of the recogniser covers, in heights of the line
_NARROWEST = [3, 48, 64]  # no word is padded to more; the usual 320 make a short one take three times as long
_NEIGHBOURS = 0.83  # heights of the line: letters of a word are nearer to each other
_WIDE_GAP = 1.5  # heights from letter to letter: two words, even where no blank was seen
_ABOVE, _BELOW = 0.22, 0.18  # of a found line's height is white; measured against the boxes that Tesseract gives
_OUR_LETTERS = frozenset("àâäáçèéêëìíîïñòóôöùúûüßœæÀÂÄÁÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜŒÆ")
_SAME_ROW = 0.5  # of the lower line's height
_ONE_LINE = 0.5  # confidence of its least sure letter: what holds two lines reads worse
_AROUND = 0.25  # of its height is left around a line that is read again

Pixels = NDArray[np.uint8]
Corners = NDArray[np.float32]  # (4, 2): clockwise from the top left, in pixels


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as read; `place` is its middle, in heights of the line from the line's beginning."""

    char: str
    place: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line as found and read: its corners in pixels, and its characters but the blanks.

    `words` are the numbers of glyphs in each word."""

    corners: Corners
    glyphs: tuple[Glyph, ...]
    words: tuple[int, ...]


class RapidReader:
    """A `LineReader`. Reads Latin script of any language; it is not told which."""

    def read(self, image: Path, dpi: int) -> tuple[Word, ...]:
        del dpi  # it looks for lines at a fixed number of pixels a page, whatever inches these are
        pixels = _loaded(image)
        return words_of(_read_corners(pixels, _found_lines(pixels)), pixels.shape[1], pixels.shape[0])

    def read_lines(self, image: Path, lines: Sequence[Box]) -> tuple[Word, ...]:
        pixels = _loaded(image)
        height, width = pixels.shape[:2]
        read = [line for box in lines for line in _read_piece(pixels, _corners(box, width, height))]
        return words_of(read, width, height)


def _read_piece(pixels: Pixels, corners: Corners) -> list[Line]:
    """The line in the piece, or, where it reads badly as one, the lines that are found in it."""
    read = _read_corners(pixels, [corners])
    if read and min(glyph.confidence for glyph in read[0].glyphs) >= _ONE_LINE:
        return read
    (left, top), (right, bottom) = np.floor(corners[0]).astype(int), np.ceil(corners[2]).astype(int)
    shift = np.asarray([left, top], np.float32)
    found = [inner + shift for inner in _found_lines(np.ascontiguousarray(pixels[top : bottom + 1, left : right + 1]))]
    again = _read_corners(pixels, found)
    return again if _weight(again) > _weight(read) else read


def _weight(lines: Sequence[Line]) -> float:
    return sum(glyph.confidence - 0.5 for line in lines for glyph in line.glyphs)


def _loaded(image: Path) -> Pixels:
    try:
        pixels = cv2.imread(str(image), cv2.IMREAD_COLOR)
    except cv2.error as error:
        raise ReaderError(str(error)) from error
    if pixels is None:
        raise ReaderError(f"{image.name}: not a picture")
    return np.asarray(pixels, np.uint8)


@cache
def _engine() -> Callable[..., Any]:
    """What it returns is of another shape for each of its switches. Raises ReaderError without its package."""
    try:
        import rapidocr
    except ImportError as error:
        raise ReaderError("rapidocr is not installed") from error
    models = Path(rapidocr.__file__).parent / "models"
    return rapidocr.RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Global.use_preprocess_img": False,
            "Global.use_vertical_padding": False,
            "Global.text_score": 0.0,
            "Det.limit_side_len": _LONGEST_SIDE,
            "Det.limit_type": "max",
            "Rec.rec_img_shape": _NARROWEST,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            # Named, a missing file is an error; unnamed, it would be asked of the network.
            **{f"{task}.model_path": str(models / name) for task, name in _MODELS.items()},
        }
    )


def _ask(pixels: Pixels, **switches: bool) -> Any:
    """What the engine found. Raises ReaderError, MemoryError."""
    try:
        return _engine()(pixels, **switches)
    except (ReaderError, MemoryError):
        raise
    except Exception as error:  # it names no exceptions of its own; those of OpenCV and ONNX Runtime come through
        raise ReaderError(str(error)) from error


def _found_lines(pixels: Pixels) -> list[Corners]:
    found = _ask(pixels, use_det=True, use_cls=False, use_rec=False)
    return [] if found.boxes is None else [np.asarray(corners, np.float32) for corners in found.boxes]


def _corners(box: Box, width: int, height: int) -> Corners:
    margin = _AROUND * box.height * height
    left, right = max(0.0, box.left * width - margin), min(width - 1.0, box.right * width + margin)
    top, bottom = max(0.0, box.top * height - margin), min(height - 1.0, box.bottom * height + margin)
    return np.asarray([[left, top], [right, top], [right, bottom], [left, bottom]], np.float32)


def _read_corners(pixels: Pixels, lines: Sequence[Corners]) -> list[Line]:
    read = (_line(corners, _cut_out(pixels, corners)) for corners in lines)
    return [line for line in read if line is not None]


def _cut_out(pixels: Pixels, corners: Corners) -> Pixels:
    width, height = _size(corners)
    target = np.asarray([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, target)
    size = (max(1, round(width)), max(1, round(height)))
    cut = cv2.warpPerspective(pixels, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(cut, np.uint8)


def _size(corners: Corners) -> tuple[float, float]:
    top_left, top_right, bottom_right, bottom_left = corners
    width = max(np.linalg.norm(top_right - top_left), np.linalg.norm(bottom_right - bottom_left))
    height = max(np.linalg.norm(bottom_left - top_left), np.linalg.norm(bottom_right - top_right))
    return float(width), float(height)


def _line(corners: Corners, cut: Pixels) -> Line | None:
    """One line a call: together, all are padded to the longest, which takes twice as long."""
    if min(cut.shape[:2]) < 4:
        return None
    read = _ask(cut, use_det=False, use_cls=False, use_rec=True, return_word_box=True)
    if not read.txts or not read.txts[0].strip():
        return None
    text, found = read.txts[0], read.word_results[0]
    confidences = [sure for char, sure in zip(text, found.confs, strict=True) if not char.isspace()]
    letters = [char for word in found.words for char in word]
    columns = [column for word in found.word_cols for column in word]
    read_letters = zip(letters, columns, confidences, strict=True)
    glyphs = tuple(_glyph(char, column * _COLUMN, sure) for char, column, sure in read_letters)
    return Line(corners, glyphs, tuple(_word_lengths(text, glyphs)))


def _glyph(char: str, place: float, confidence: float) -> Glyph:
    """The model knows fifty languages: letters of those that write with others than ours are bare ones with a speck."""
    if char.isascii() or not char.isalpha() or char in _OUR_LETTERS:
        return Glyph(char, place, confidence)
    plain = unicodedata.normalize("NFKD", char)[0]
    return Glyph(plain, place, confidence) if plain.isascii() else Glyph(char, place, 0.0)


def _word_lengths(text: str, glyphs: Sequence[Glyph]) -> Iterator[int]:
    start = 0
    for word in text.split():
        length = 1
        for before, after in itertools.pairwise(glyphs[start : start + len(word)]):
            if after.place - before.place > _WIDE_GAP:
                yield length
                length = 0
            length += 1
        yield length
        start += len(word)


def words_of(lines: Sequence[Line], width: int, height: int) -> tuple[Word, ...]:
    """The words of the lines, in rows from the top, each row from the left; boxes as fractions of the picture."""
    words: list[Word] = []
    for number, row in enumerate(_rows(lines)):
        for line in row:
            words.extend(_words_of_line(line, number, width, height))
    return tuple(words)


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: float(line.corners[:, 1].mean())):
        if rows and _on_row(line, rows[-1][-1]):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: float(line.corners[:, 0].min())) for row in rows]


def _on_row(line: Line, other: Line) -> bool:
    apart = abs(float(line.corners[:, 1].mean()) - float(other.corners[:, 1].mean()))
    return apart < _SAME_ROW * min(_size(line.corners)[1], _size(other.corners)[1])


def _words_of_line(line: Line, number: int, width: int, height: int) -> Iterator[Word]:
    ends = list(itertools.accumulate(line.words))
    length = _size(line.corners)[0] / max(1.0, _size(line.corners)[1])
    for start, end in zip([0, *ends], ends, strict=False):
        glyphs = line.glyphs[start:end]
        before = line.glyphs[start - 1].place if start else -1.0
        after = line.glyphs[end].place if end < len(line.glyphs) else length + 1.0
        half = _half_a_letter(line.glyphs, glyphs)
        left = max(0.0, (before + glyphs[0].place) / 2, glyphs[0].place - half)
        right = min(length, (after + glyphs[-1].place) / 2, glyphs[-1].place + half)
        box = _box(line.corners, left / length, right / length, width, height)
        if box.width > 0 and box.height > 0:
            yield Word("".join(glyph.char for glyph in glyphs), box, _sureness(glyphs), number)


def _half_a_letter(line: Sequence[Glyph], word: Sequence[Glyph]) -> float:
    """Half the usual distance of letters, in the word or, for a single one, in the line."""
    of = word if len(word) > 1 else line
    steps = [after.place - before.place for before, after in itertools.pairwise(of)]
    near = [step for step in steps if step < _NEIGHBOURS]
    return 0.5 * sum(near) / len(near) if near else 0.25


def _sureness(glyphs: Sequence[Glyph]) -> float:
    """Near that of the word's least sure letter: one wrong letter makes a wrong word."""
    confidences = [glyph.confidence for glyph in glyphs]
    return min(1.0, max(0.0, (min(confidences) + sum(confidences) / len(confidences)) / 2))


def _box(corners: Corners, left: float, right: float, width: int, height: int) -> Box:
    """The part of a line between two fractions of its length, without the white above and below."""
    top_left, top_right, bottom_right, bottom_left = (corner.astype(np.float64) for corner in corners)
    points = []
    for along in (left, right):
        top = top_left + along * (top_right - top_left)
        bottom = bottom_left + along * (bottom_right - bottom_left)
        points += [top + _ABOVE * (bottom - top), bottom - _BELOW * (bottom - top)]
    xs, ys = [point[0] / width for point in points], [point[1] / height for point in points]
    edges = (min(xs), sum(ys[::2]) / 2, max(xs), sum(ys[1::2]) / 2)
    return Box(*(float(min(1.0, max(0.0, edge))) for edge in edges))
