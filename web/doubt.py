"""What deserves a look. What is sure, or was looked at by a person, stays quiet."""

from __future__ import annotations

from storage.document import EventKind, FullDocument

# A probability: of the values below it, more than one in five is wrong.
LEAST_SURE = 0.8


def is_settled(full: FullDocument) -> bool:
    """Whether a person has looked at the document since it was last read."""
    taken_back = 0
    for event in reversed(full.events):
        if event.kind is EventKind.TAKEN_BACK:
            taken_back += 1
        elif event.kind is EventKind.CORRECTED and taken_back:
            taken_back -= 1
        elif event.kind is EventKind.CORRECTED:
            return True
        if event.kind in (EventKind.FILED, EventKind.TO_REVIEW):
            return False
    return False


def is_doubtful(confidence: float) -> bool:
    return confidence < LEAST_SURE
