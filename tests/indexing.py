"""What the tests of the index share: the engines, and documents to put in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from index.config import IndexConfig
from index.engines import open_index
from index.errors import IndexUnusable
from index.search_index import IndexDocument, SearchIndex
from index.typed_query import parse
from storage.document import ALL_AREAS
from storage.kinds import KINDS


def opened(engine: str, folder: Path) -> SearchIndex:
    return open_index(IndexConfig(engine, folder / "index"))


def document(id: int, text: str = "", *, kind: str = "invoice", **more: Any) -> IndexDocument:
    values: dict[str, Any] = {"revision": 1, "language": "it", "area": KINDS[kind].area}
    return IndexDocument(id=id, kind=kind, text=text, **values | more)


def ids(index: SearchIndex, typed: str) -> list[int]:
    """The documents that a person who may see all finds, best first."""
    return [hit.id for hit in index.search(parse(typed, ALL_AREAS)).hits]


def findable(index: SearchIndex, typed: str) -> set[int]:
    """The same while there may be no index: nothing is found then."""
    try:
        return set(ids(index, typed))
    except IndexUnusable:
        return set()


def count(index: SearchIndex, typed: str = "") -> int:
    return index.search(parse(typed, ALL_AREAS)).total
