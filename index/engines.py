"""The engines by the names that the configuration gives them."""

from __future__ import annotations

from index.config import IndexConfig
from index.folder_index import FolderIndex
from index.search_index import SearchIndex
from index.whoosh_index import WhooshEngine

ENGINES = ("whoosh",)


def open_index(config: IndexConfig) -> SearchIndex:
    """Nothing is read or written yet; `ValueError` for an engine that there is not."""
    match config.engine:
        case "whoosh":
            return FolderIndex(WhooshEngine(), config.folder)
    raise ValueError(f"no index engine is called {config.engine!r}; there are: {', '.join(ENGINES)}")
