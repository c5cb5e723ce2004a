"""Tags, notes, a colleague's desk, ties to other documents: what is done on a document's page beside correcting it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, flash, redirect, request, url_for
from werkzeug.wrappers import Response

from storage.dates import parse_date
from storage.document import Document, FullDocument
from storage.errors import InvalidValue, Message
from storage.kinds import Area
from storage.links import LinkKind, Tie
from storage.shares import Share
from storage.users import User
from web import words
from web.context import context
from web.parts import parts
from web.people import me, my_areas
from web.say import _

pages = Blueprint("desk", __name__, url_prefix="/documents")

_NO_DOCUMENT = Message(
    "Scegli un documento dall'elenco, oppure scrivi il suo numero.",
    "Choose a document from the list or type its number.",
)
_NO_DATE = Message("Questa non è una data: scrivi per esempio 31/03/2026.", "Not a date: write for example 31/03/2026.")
_SHARED_DAYS = 14


@dataclass(frozen=True, slots=True)
class Tied:
    other: Document
    what: str


@dataclass(frozen=True, slots=True)
class DeskView:
    """What a document's page shows of all this."""

    assignee: str
    colleagues: list[User]
    ties: list[Tied]
    shares: list[Share]
    can_share: bool


def view(full: FullDocument) -> DeskView:
    document, store = full.document, parts().store
    colleagues = store.users.colleagues(document.area)
    assignee = next((user.name for user in colleagues if user.id == document.assignee_id), "")
    if not assignee and document.assignee_id and (gone := store.users.get(document.assignee_id)):
        assignee = gone.name
    tied = [link for link in full.links if link.kind is LinkKind.TIE]
    ties = [Tied(link.other, words.tie(link.data.get("what"), link.is_above)) for link in tied]
    return DeskView(assignee, colleagues, ties, store.shares.of(document.id), document.area is not Area.HR)


@pages.post("/<int:id>/tags")
def tag(id: int) -> Response:
    add = [name for name in request.form.get("add", "").split(",") if name.strip()]
    parts().store.desk.tag([id], me().name, my_areas(), add=add, remove=request.form.getlist("remove"))
    return _back(id, "tags")


@pages.post("/<int:id>/notes")
def note(id: int) -> Response:
    parts().store.desk.note(id, request.form.get("text", ""), me().name, my_areas())
    return _back(id, "notes")


@pages.post("/<int:id>/notes/<int:number>/drop")
def drop_note(id: int, number: int) -> Response:
    parts().store.desk.drop_note(id, number, me().name, my_areas())
    return _back(id, "notes")


@pages.post("/<int:id>/assign")
def assign(id: int) -> Response:
    chosen = request.form.get("to", "")
    to = int(chosen) if chosen.isascii() and chosen.isdecimal() and len(chosen) < 10 else None
    parts().store.desk.assign([id], to, _day(request.form.get("due", "")), me().name, my_areas())
    return _back(id, "assigned")


def _day(typed: str) -> date | None:
    if not typed.strip():
        return None
    day = parse_date(typed)
    if day is None:
        raise InvalidValue("due", _NO_DATE)
    return day


@pages.post("/<int:id>/ties")
def tie(id: int) -> Response:
    other = _named(request.form.get("other", ""))
    what = request.form.get("what", "")
    kind = Tie(what) if what in set(Tie) else Tie.OTHER
    parts().store.desk.tie(id, other, kind, me().name, my_areas())
    return _back(id, "ties")


def _named(typed: str) -> int:
    """The document whose number was typed, or chosen from the list: "123: Fattura 12"."""
    found = re.match(r"\s*#?\s*(\d{1,9})\s*(?::|$)", typed)
    if found is None:
        raise InvalidValue("other", _NO_DOCUMENT)
    return int(found[1])


@pages.post("/<int:id>/ties/<int:other>/drop")
def untie(id: int, other: int) -> Response:
    parts().store.desk.untie(id, other, me().name, my_areas())
    return _back(id, "ties")


@pages.post("/<int:id>/shares")
def share(id: int) -> Response:
    wanted = request.form.get("days", "")
    days = int(wanted) if wanted.isascii() and wanted.isdecimal() and len(wanted) < 4 else _SHARED_DAYS
    secret = parts().store.shares.create(id, days, me().name, my_areas())
    address = url_for("shared.document", secret=secret, _external=True)
    flash(_("This link shows the document to whoever has it. Copy it now, it is not shown again: %(address)s",
            address=address))  # fmt: skip
    return _back(id, "shares")


@pages.post("/<int:id>/shares/<int:number>/end")
def end_share(id: int, number: int) -> Response:
    parts().store.shares.end(id, number, me().name, my_areas())
    return _back(id, "shares")


def _back(id: int, place: str) -> Response:
    parts().saved()
    return redirect(url_for("documents.document", id=id, _anchor=place, **context()), 303)
