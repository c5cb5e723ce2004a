"""The store's own section of the configuration."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class StorageConfig:
    """`url` is SQLAlchemy's, None for SQLite in `data_dir`; `path_template` gives the readable tree its paths (see
    `storage.tree`)."""

    url: str | None
    data_dir: Path
    path_template: str
    hard_links: bool = False
