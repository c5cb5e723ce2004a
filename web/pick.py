"""What is offered while somebody types, as the options of a list: tags, counterparts, documents."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from index import typed_query
from index.errors import IndexUnusable
from storage.picking import Offered
from web import words
from web.parts import parts
from web.people import my_areas

pages = Blueprint("pick", __name__, url_prefix="/pick")
_LONGEST = 100
_DOCUMENTS = 8


@pages.get("/tags")
def tags() -> str:
    return _options(parts().store.picking.tags(_typed(), my_areas()))


@pages.get("/counterparts")
def counterparts() -> str:
    return _options(parts().store.picking.counterparts(_typed(), my_areas()))


@pages.get("/documents")
def documents() -> str:
    """By number, counterpart or any word; each is offered as its own number and what it is."""
    typed = _typed()
    if not typed or typed.partition(":")[0].isdecimal():
        return ""
    query = typed_query.parse(typed, my_areas())
    try:
        hits = parts().index.search(query).hits[:_DOCUMENTS]
    except IndexUnusable:
        return ""
    found = parts().store.documents.many([hit.id for hit in hits], my_areas())
    return _options([Offered(f"{hit.id}: {words.headline(found[hit.id])}") for hit in hits if hit.id in found])


def _typed() -> str:
    """What stands in the one input that asks, whatever its name."""
    return " ".join(next(iter(request.args.values()), "").split())[:_LONGEST]


def _options(offered: list[Offered]) -> str:
    return render_template("options.html", offered=offered)
