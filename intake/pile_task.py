"""What a worker is told of a pile that is to be cut."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from intake.firms import KnownFirms
from storage.reading import Page


@dataclass(frozen=True, slots=True)
class PileTask:
    """A pile to be cut: `derived` holds its pages' pictures, the documents go to the folder `room`."""

    path: Path
    media_type: str
    pages: tuple[Page, ...]
    segments: tuple[tuple[int, ...], ...]
    derived: Path | None
    room: Path
    hint: str | None
    firms: KnownFirms
