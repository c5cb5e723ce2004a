"""What was read of a file, into the store: its documents, and the files inside it under their own hashes.

The bytes are in their places before anything speaks of them: a kill between leaves files that the next reading of the
same document finds again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from intake.members import TooMuchInside
from intake.outcome import Outcome
from storage.inside import DEEPEST, MOST_OF_ONE
from storage.links import Inside, Role
from storage.reading import Check, Reading
from storage.store import Store
from storage.work import Work

PDF = "application/pdf"


def take_in(work: Work, outcome: Outcome, store: Store) -> None:
    """Stores the outcome of reading a document. Raises TooMuchInside for a file that only holds others, too many."""
    why_not = _why_not(work, outcome, store)
    if why_not and not outcome.readings:
        raise TooMuchInside(reason=why_not)
    inside = [] if why_not else list(_inside(outcome, store))
    id, readings = work.document.id, outcome.readings
    if not readings:
        store.documents.open_up(id, outcome.media_type, inside)
        return
    own = readings[work.document.part - 1 :]
    first = _with_doubt(own[0], why_not) if why_not else own[0]
    store.documents.keep(id, first, outcome.media_type, further=own[1:], inside=inside)


def _why_not(work: Work, outcome: Outcome, store: Store) -> str:
    """Why the files inside cannot be taken, empty where they can."""
    count = len(outcome.members) + len(outcome.cuts)
    if count and work.depth >= DEEPEST:
        return f"> {DEEPEST} livelli"
    if count + len(outcome.readings) > 1 and store.bonds.came_of(work.root) + count > MOST_OF_ONE:
        return f"> {MOST_OF_ONE} file"
    return ""


def _with_doubt(reading: Reading, why: str) -> Reading:
    check = Check("files_inside_taken", False, why)
    return replace(reading, checks=(*reading.checks, check), needs_review=True)


def _inside(outcome: Outcome, store: Store) -> Iterator[Inside]:
    for member in outcome.members:
        sha256, size = store.archive.adopt(member.path)
        yield Inside(sha256, size, member.name, member.role, part=member.part)
    for cut in outcome.cuts:
        sha256, size = store.archive.adopt(cut.path)
        store.archive.adopt_derived(sha256, cut.derived)
        yield Inside(sha256, size, cut.path.name, Role.PAGES, cut.pages, cut.reading, PDF)
