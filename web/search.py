"""The search page: one box, and what it finds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from flask import Blueprint, render_template, request, url_for

from index.errors import IndexUnusable
from index.search_index import Results, Snippet
from storage.document import Document, Status
from storage.kinds import KINDS, Area, Kind
from web import asked, files, formats
from web.asked import PAGE_LENGTH, Asked
from web.parts import parts
from web.people import my_areas, my_kinds
from web.say import _

pages = Blueprint("search", __name__)
_FILED = (Status.FILED, Status.TO_REVIEW)
_NOTHING_ASKED = Asked()


@dataclass(frozen=True, slots=True)
class Line:
    """A document in a list; `position` counts from 1 over all that was found."""

    document: Document
    kind: Kind
    address: str
    has_thumbnail: bool
    snippet: Snippet = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A page of lines. `total` is None where nobody counted; `trouble` is in words, for people."""

    lines: tuple[Line, ...]
    total: int | None = None
    previous: Asked | None = None
    next: Asked | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A filter in force, and the address without it."""

    words: str
    address: str


@pages.get("/search")
def search() -> str:
    wanted = asked.read(request.args, [kind.name for kind in my_kinds()])
    found = find(wanted, my_areas())
    return render_template(
        "search.html",
        asked=wanted,
        typed=_typed_dates(wanted),
        found=found,
        chosen=_chosen(wanted),
        kinds=_by_area(),
        address=address,
        has_documents=bool(found.lines) or wanted != _NOTHING_ASKED,
    )


def _typed_dates(wanted: Asked) -> dict[str, tuple[str, bool]]:
    """What stands in the two date filters, and whether it is no date."""
    known = {"from": wanted.since, "to": wanted.until}
    typed = {}
    for name, day in known.items():
        text = request.args.get(name, "").strip()[:40]
        is_wrong = bool(text) and not asked.is_date(text)
        typed[name] = (text if is_wrong else formats.short_date(day.isoformat() if day else None), is_wrong)
    return typed


def address(wanted: Asked) -> str:
    return url_for("search.search", **wanted.arguments())


def find(wanted: Asked, areas: frozenset[Area]) -> Found:
    if not wanted.is_search:
        return _newest(wanted, areas)
    try:
        results = parts().index.search(wanted.query(areas))
    except IndexUnusable as error:
        return Found((), trouble=formats.in_words(error.message))
    return _page_of(results, wanted, areas)


def _page_of(results: Results, wanted: Asked, areas: frozenset[Area]) -> Found:
    documents = parts().store.documents.many([hit.id for hit in results.hits], areas)
    first = (wanted.page - 1) * PAGE_LENGTH + 1
    lines = tuple(
        _line(documents[hit.id], {**wanted.arguments(), "at": str(first + place)}, hit.snippet)
        for place, hit in enumerate(results.hits)
        if hit.id in documents
    )
    return Found(
        lines,
        results.total,
        previous=replace(wanted, page=wanted.page - 1) if wanted.page > 1 else None,
        next=replace(wanted, page=wanted.page + 1) if wanted.page * PAGE_LENGTH < results.total else None,
    )


def _newest(wanted: Asked, areas: frozenset[Area]) -> Found:
    status = (Status.TO_REVIEW,) if wanted.to_review else _FILED
    documents = parts().store.documents.listing(
        areas, status=status, kind=wanted.kind or None, before_id=wanted.before, limit=PAGE_LENGTH + 1
    )
    shown = documents[:PAGE_LENGTH]
    arguments: dict[str, Any] = {"state": "to_review"} if wanted.to_review else {}
    return Found(
        tuple(_line(document, arguments) for document in shown),
        previous=wanted.first_page() if wanted.before else None,
        next=replace(wanted, before=shown[-1].id) if len(documents) > PAGE_LENGTH else None,
    )


def _line(document: Document, arguments: dict[str, Any], snippet: Snippet = ()) -> Line:
    return Line(
        document,
        KINDS.get(document.kind, KINDS["other"]),
        url_for("documents.document", id=document.id, **arguments),
        files.has_derived(document, files.THUMBNAIL),
        snippet,
    )


def _chosen(wanted: Asked) -> list[Chosen]:
    first = wanted.first_page()
    chosen = []
    if wanted.kind:
        chosen.append(Chosen(formats.in_words(KINDS[wanted.kind].label), address(replace(first, kind=""))))
    if wanted.to_review:
        chosen.append(Chosen(_("to check"), address(replace(first, to_review=False))))
    if wanted.since:
        words = _("from %(day)s", day=formats.short_date(wanted.since.isoformat()))
        chosen.append(Chosen(words, address(replace(first, since=None))))
    if wanted.until:
        words = _("until %(day)s", day=formats.short_date(wanted.until.isoformat()))
        chosen.append(Chosen(words, address(replace(first, until=None))))
    return chosen


def _by_area() -> list[tuple[Area, list[Kind]]]:
    kinds = list(my_kinds())
    return [(area, group) for area in Area if (group := [kind for kind in kinds if kind.area is area])]
