"""The document before and the one after, in the search or the list that a document was opened from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from flask import url_for

from index.errors import IndexUnusable
from storage.document import READABLE, Document, Status
from storage.kinds import Area
from web.asked import PAGE_LENGTH, Asked
from web.parts import parts


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Addresses, None at an end. `position` counts from 1; both are None where nobody counted."""

    previous: str | None = None
    next: str | None = None
    position: int | None = None
    total: int | None = None


def neighbours(document: Document, asked: Asked, at: str, areas: frozenset[Area]) -> Neighbours:
    position = int(at) if at.isascii() and at.isdecimal() and 0 < len(at) < 7 else 0
    if asked.is_search and position:
        return _in_search(asked, position, areas)
    return _in_list(document, asked, areas)


def _in_search(asked: Asked, position: int, areas: frozenset[Area]) -> Neighbours:
    """The places are those of the search as it is now: a document that was corrected may have left it."""
    query = asked.query(areas)
    found: dict[int, int] = {}
    total = 0
    for place in (position - 1, position + 1):
        if place < 1:
            continue
        try:
            results = parts().index.search(replace(query, page=place, limit=1))
        except IndexUnusable:
            return Neighbours()
        total = results.total
        if results.hits:
            found[place] = results.hits[0].id
    addresses = {place: _address(id, asked, place) for place, id in found.items()}
    return Neighbours(addresses.get(position - 1), addresses.get(position + 1), position, max(total, position))


def _address(id: int, asked: Asked, place: int) -> str:
    arguments = replace(asked, page=(place - 1) // PAGE_LENGTH + 1).arguments()
    return url_for("documents.document", id=id, **arguments, at=str(place))


def _in_list(document: Document, asked: Asked, areas: frozenset[Area]) -> Neighbours:
    """In the list of the newest: the previous one came later."""
    status = (Status.TO_REVIEW,) if asked.to_review else READABLE
    arguments: dict[str, Any] = {"state": "to_review"} if asked.to_review else {}
    listing = parts().store.documents.listing
    newer = listing(areas, status=status, after_id=document.id, limit=1)
    older = listing(areas, status=status, before_id=document.id, limit=1)
    return Neighbours(
        url_for("documents.document", id=newer[0].id, **arguments) if newer else None,
        url_for("documents.document", id=older[0].id, **arguments) if older else None,
    )
