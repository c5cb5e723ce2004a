"""What a worker is told of the fronts or the backs of a pile."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Side:
    """A scan of one side of all sheets. `media_type` is a PDF's or a picture's."""

    path: Path
    media_type: str
    pages: int
