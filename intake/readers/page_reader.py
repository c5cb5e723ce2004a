"""The port of the readers: a picture of an upright page in, its words out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from storage.reading import Box, Word


class PageReader(Protocol):
    """Reads what is printed. Readers see one picture at a time and keep nothing between two."""

    def read(self, image: Path, dpi: int) -> tuple[Word, ...]:
        """The words of the picture in the file `image` (PGM, PPM or PNG), in reading order, lines numbered from 0.

        Boxes are fractions of the picture, confidences 0..1. A picture without text gives no words.
        Raises ReaderError where the engine fails."""
        ...


class LineReader(PageReader, Protocol):
    """A reader that can be shown where the lines are."""

    def read_lines(self, image: Path, lines: Sequence[Box]) -> tuple[Word, ...]:
        """The words on the given lines of the picture only; as `read` otherwise."""
        ...


class ReaderError(Exception):
    """The engine gave up on this picture: our trouble or the picture's, told apart by the one retry."""
