"""What a program asks for in the address of the list: filters, and where the next page begins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from index import typed_query
from index.query import DateRange, Query, Sort
from index.typed_ranges import date_range
from storage.errors import InvalidValue, Message
from storage.kinds import KINDS, Area

MOST = 100
_USUAL = 25
_DEEPEST = 10_000
_CURSOR = re.compile(r"([bp])([0-9]{1,9})")
_BAD = {
    "kind": Message("Questo tipo di documento non esiste.", "There is no such kind of document."),
    "date": Message("Non è una data: scrivi 2026-03-31 o 2026-03.", "Not a date: write 2026-03-31 or 2026-03."),
    "limit": Message(f"Un numero da 1 a {MOST}.", f"A number from 1 to {MOST}."),
    "cursor": Message("Usa il valore di `next_cursor`, così com'è.", "Use the value of `next_cursor` as it is."),
    "status": Message("Stato: filed, to_review o set_aside.", "Status: filed, to_review or set_aside."),
}
STATUSES = ("filed", "to_review", "set_aside")


@dataclass(frozen=True, slots=True)
class Listing:
    """`before` is the id that a page of the newest ends before, `page` counts from 1 where the index is asked."""

    query: Query
    limit: int
    kind: str | None
    status: str | None
    is_search: bool
    before: int | None
    page: int


def read(arguments: Mapping[str, str], areas: frozenset[Area]) -> Listing:
    """Raises InvalidValue: a program is told of what it said wrongly."""
    q, kind, status = (
        arguments.get("q", "").strip()[:500],
        arguments.get("kind") or None,
        arguments.get("status") or None,
    )
    if kind is not None and kind not in KINDS:
        raise InvalidValue("kind", _BAD["kind"])
    if status is not None and status not in STATUSES:
        raise InvalidValue("status", _BAD["status"])
    dates = DateRange(_days(arguments, "from").first, _days(arguments, "to").last)
    limit = _number(arguments.get("limit", str(_USUAL)))
    mode, place = _cursor(arguments.get("cursor", ""))
    is_search = bool(q) or dates != DateRange()
    if mode and (mode == "p") is not is_search:
        raise InvalidValue("cursor", _BAD["cursor"])
    query = typed_query.parse(q, areas)
    if kind:
        query = replace(query, kinds=frozenset((kind,)))
    if dates != DateRange():
        query = replace(query, dates=query.dates.meet(dates) if query.dates else dates)
    page = max(1, place or 1) if is_search else 1
    query = replace(query, page=page, limit=limit, sort=Sort.RELEVANCE if q else Sort.NEWEST)
    return Listing(query, limit, kind, status, is_search, None if is_search else place, page)


def next_cursor(listing: Listing, last_id: int | None, has_more: bool) -> str | None:
    if not has_more or last_id is None or listing.page * listing.limit >= _DEEPEST:
        return None
    return f"p{listing.page + 1}" if listing.is_search else f"b{last_id}"


def _days(arguments: Mapping[str, str], name: str) -> DateRange:
    text = arguments.get(name, "").strip()
    if not text:
        return DateRange()
    found = date_range(text[:40])
    if found is None:
        raise InvalidValue(name, _BAD["date"])
    return found


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 5 and 1 <= int(text) <= MOST):
        raise InvalidValue("limit", _BAD["limit"])
    return int(text)


def _cursor(text: str) -> tuple[str, int | None]:
    if not text:
        return "", None
    found = _CURSOR.fullmatch(text)
    if found is None:
        raise InvalidValue("cursor", _BAD["cursor"])
    return found[1], int(found[2])
