"""A page that Tesseract read, read again by the second reader: all of it, or what is in doubt; then the two fused."""

from __future__ import annotations

import logging
from pathlib import Path

from PIL import Image

from intake.config import SecondReader
from intake.fusion import fuse
from intake.picture import Picture, Step
from intake.readers.page_reader import LineReader, ReaderError
from intake.second_reading import Doubt, doubt
from storage.reading import Word

Words = tuple[Word, ...]
EVERYTHING, NOTHING = Doubt(True, ()), Doubt(False, ())
STEP = "second_reader"

log = logging.getLogger(__name__)


def read_again(
    words: Words, straight: Picture, reader: LineReader, policy: SecondReader, folder: Path
) -> tuple[Words, tuple[Step, ...]]:
    """The fused words, and the step that says what was read again. `words` were read from `straight`."""
    doubtful = EVERYTHING if policy == "always" else NOTHING if policy == "never" else doubt(words, straight)
    return fused(words, straight, reader, doubtful, folder)


def fused(
    words: Words, straight: Picture, reader: LineReader, doubtful: Doubt, folder: Path
) -> tuple[Words, tuple[Step, ...]]:
    """As `read_again`. A second reader that fails costs nothing but its words: the log says so."""
    if doubtful == NOTHING:
        return words, ()
    pieces = None if doubtful.whole else doubtful.pieces
    image = folder / "again.pgm"
    Image.fromarray(straight.pixels).save(image)
    try:
        again = reader.read(image, straight.dpi) if pieces is None else reader.read_lines(image, pieces)
    except ReaderError as error:
        log.warning("The second reader failed: %s", error)
        return words, ()
    step: Step = {"step": STEP, "pieces": "all" if pieces is None else len(pieces)}
    return fuse(words, again, pieces), (step,)
