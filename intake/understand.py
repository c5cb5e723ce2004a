"""From pages of words to what the document is and says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from intake.classify import KindGuess, classify
from intake.extract.extraction import extract
from intake.firms import NOBODY, KnownFirms
from intake.language import language_of
from intake.review import needs_review
from storage.reading import Page, Reading


def understand(pages: Sequence[Page], hint: str | None, kind: str | None, firms: KnownFirms = NOBODY) -> Reading:
    """`kind` is set where a user said what the document is; it is not guessed then. `firms` are ours and those that
    earlier papers were from or to."""
    guess = KindGuess(kind, 1.0, ("user",)) if kind is not None else classify(pages, hint)
    found = extract(guess.kind, pages, datetime.now().astimezone().date(), firms)
    language = language_of(pages)
    return Reading(
        guess.kind,
        guess.confidence,
        language,
        tuple(pages),
        found.fields,
        found.lists,
        found.checks,
        needs_review(guess, found, language),
        0.0,
        found.candidates,
    )
