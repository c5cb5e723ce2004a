"""What a person asks for in the address of the search page: the box, the filters, the page."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from index import typed_query
from index.query import DateRange, Query
from index.typed_ranges import date_range
from storage.kinds import KINDS, Area

LONGEST_QUERY = 500
PAGE_LENGTH = 25
MOST_PAGES = 400
_LONGEST_DATE = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """`page` counts from 1. `to_review` asks only for what waits for a look; `before` is the id that a page of the
    newest documents ends before."""

    q: str = ""
    kind: str = ""
    since: date | None = None
    until: date | None = None
    to_review: bool = False
    page: int = 1
    before: int | None = None

    @property
    def is_search(self) -> bool:
        """Whether the index is asked; else the newest documents are listed."""
        return bool(self.q or self.kind or self.since or self.until) and not self.to_review

    def query(self, areas: frozenset[Area]) -> Query:
        query = replace(typed_query.parse(self.q, areas), page=self.page, limit=PAGE_LENGTH)
        if self.kind:
            query = replace(query, kinds=frozenset((self.kind,)))
        if self.since or self.until:
            asked = DateRange(self.since, self.until)
            query = replace(query, dates=query.dates.meet(asked) if query.dates else asked)
        return query

    def arguments(self) -> dict[str, Any]:
        """As it stands in an address, without what is not asked."""
        written = {
            "q": self.q,
            "kind": self.kind,
            "from": self.since.isoformat() if self.since else "",
            "to": self.until.isoformat() if self.until else "",
            "state": "to_review" if self.to_review else "",
            "page": str(self.page) if self.page > 1 else "",
            "before": str(self.before or ""),
        }
        return {name: value for name, value in written.items() if value}

    def first_page(self) -> Asked:
        return replace(self, page=1, before=None)


def read(arguments: Mapping[str, str], kinds: Collection[str] = tuple(KINDS)) -> Asked:
    """Whatever an address says: what cannot be understood is as if it had not been said."""
    kind = arguments.get("kind", "")
    return Asked(
        q=" ".join(arguments.get("q", "").split())[:LONGEST_QUERY],
        kind=kind if kind in kinds else "",
        since=_days(arguments.get("from", "")).first,
        until=_days(arguments.get("to", "")).last,
        to_review=arguments.get("state") == "to_review",
        page=min(_number(arguments.get("page", "")) or 1, MOST_PAGES),
        before=_number(arguments.get("before", "")),
    )


def is_date(text: str) -> bool:
    """Whether it can stand in the filter: a day, a month (3/2026, marzo 2026) or a year."""
    return _days(text) != DateRange()


def _days(text: str) -> DateRange:
    return date_range(text.strip()[:_LONGEST_DATE]) or DateRange()


def _number(text: str) -> int | None:
    plain = text.isascii() and text.isdecimal() and len(text) < 16
    return int(text) or None if plain else None
