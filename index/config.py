"""The index's own section of the configuration."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class IndexConfig:
    """`engine` is a name that `index.engines` knows; `folder` is all the engine's, and derived from the store."""

    engine: str
    folder: Path
