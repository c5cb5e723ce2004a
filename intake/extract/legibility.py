"""How well a paper's pages read as a whole: words in doubt, words before a colon that no known label explains."""

from __future__ import annotations

from collections.abc import Iterator

from intake.extract.paper import Paper
from intake.learned.traits import Trait, Traits, ramps
from storage.kinds import FieldType
from storage.reading import Source

_DOUBTFUL_WORD = 0.8
_FEW = 3


def _doubtful_words(paper: Paper) -> float:
    """The share of words that the reader doubted."""
    words = [word for sheet in paper.sheets for cell in sheet.cells for word in cell.words]
    return sum(word.confidence < _DOUBTFUL_WORD for word in words) / max(1, len(words))


def _unexplained(paper: Paper) -> Iterator[Trait]:
    """Short words before a colon in which no label is known: the paper names things otherwise than we know."""
    known = unknown = 0
    for sheet in paper.sheets:
        for cell in sheet.cells:
            end = next((n for n, word in enumerate(cell.words[:5]) if word.text.endswith(":")), None)
            if end is not None:
                is_known = any(label.first <= end for label in paper.labels_in(cell))
                known, unknown = known + is_known, unknown + (not is_known)
    yield from ramps("unexplained words before a colon", unknown, (0, 1, 3, 6, 12))
    if known + unknown > _FEW:
        yield "share of unexplained words", unknown / (known + unknown)


def legibility(paper: Paper) -> Traits:
    words = sum(len(cell.words) for sheet in paper.sheets for cell in sheet.cells)
    traits = dict(ramps("doubtful words", _doubtful_words(paper), (0.0, 0.02, 0.06, 0.12, 0.25)))
    traits |= dict(_unexplained(paper))
    traits |= dict(ramps("pages", len(paper.sheets), (1, 2, 4)))
    traits |= dict(ramps("hundreds of words", words / 100, (0, 0.5, 1, 2, 4)))
    amounts = sum(f.type is FieldType.AMOUNT for f in paper.found)
    traits |= dict(ramps("amounts", amounts, (0, 3, 10, 30)))
    traits |= dict(ramps("dates", len({f.value for f in paper.found if f.type is FieldType.DATE}), (0, 1, 2, 4, 8)))
    if any(source is Source.OCR for source in paper.sources.values()):
        traits["read from a picture"] = 1.0
    return traits
