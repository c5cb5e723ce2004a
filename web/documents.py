"""A document's page: look at it, correct it, have it read again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from storage.archive import SEARCHABLE
from storage.document import READABLE, Document, EventKind, FullDocument
from storage.errors import InvalidValue, StaleRevision
from storage.kinds import KINDS, OTHER, Area, Kind
from web import asked, belonging, doubt, files, form, formats, history, neighbours, search, sheets
from web import desk as desk_view
from web.context import context
from web.parts import parts
from web.people import me, my_areas, my_kinds
from web.say import _

pages = Blueprint("documents", __name__, url_prefix="/documents")


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies in the form: the kind it is for, its entries, and what is wrong as a whole."""

    kind: Kind
    entries: tuple[form.Entry, ...]
    trouble: str = ""
    is_unsaved: bool = False

    @property
    def doubts(self) -> int:
        return sum(entry.is_doubtful or entry.is_missing for entry in self.entries)

    @property
    def first_to_see(self) -> str:
        """The field that the person must look at after the form came back, or none."""
        return next((entry.field.name for entry in self.entries if entry.error or entry.meanwhile), "")


@pages.get("/<int:id>")
def document(id: int) -> str:
    full = parts().store.documents.full(id, my_areas())
    kind = KINDS.get(full.document.kind, OTHER)
    return _page(full, Desk(kind, form.entries(kind, full)))


@pages.post("/<int:id>")
def correct(id: int) -> Response | str | tuple[str, int]:
    full = parts().store.documents.full(id, my_areas())
    kind = _wanted_kind(full)
    sent = form.typed(kind, full, request.form)
    desk = Desk(kind, sent.entries, is_unsaved=True)
    if request.form.get("action") == "kind":
        return _page(full, desk)
    if sent.has_errors:
        return _page(full, replace(desk, trouble=_("Nothing was saved yet: see the fields marked below."))), 422
    try:
        _save(full, kind, sent)
    except StaleRevision as error:
        now = parts().store.documents.full(id, my_areas())
        again = form.typed(kind, now, request.form)
        return _page(now, Desk(kind, again.entries, formats.in_words(error.message), True)), 409
    except InvalidValue as error:
        message = formats.in_words(error.message)
        entries = form.refused(sent.entries, error.field, message)
        return _page(full, Desk(kind, entries, message, True)), 422
    flash(_("Saved."))
    return redirect(url_for("documents.document", id=id, **context()), 303)


def _wanted_kind(full: FullDocument) -> Kind:
    """The kind chosen in the form, among those that the person may see the documents of."""
    wanted = request.form.get("kind", "")
    chosen = next((kind for kind in my_kinds() if kind.name == wanted), None)
    return chosen or KINDS.get(full.document.kind, OTHER)


def _save(full: FullDocument, kind: Kind, sent: form.Typed) -> None:
    revision = request.form.get("revision", "")
    if not (revision.isascii() and revision.isdecimal() and len(revision) < 10):
        raise StaleRevision
    new_kind = kind.name if kind.name != full.document.kind else None
    parts().store.documents.correct(
        full.document.id, int(revision), sent.changes, me().name, areas=my_areas(), kind=new_kind
    )
    parts().saved()


@pages.post("/<int:id>/read-again")
def read_again(id: int) -> Response:
    parts().store.documents.read_again(id, me().name, my_areas())
    if request.form.get("back") == "inbox":
        return redirect(url_for("inbox.inbox"), 303)
    flash(_("It will be read again now; what was corrected by hand stays."))
    return redirect(url_for("documents.document", id=id, **context()), 303)


def _page(full: FullDocument, desk: Desk) -> str:
    document = full.document
    wanted = asked.read(request.args)
    return render_template(
        "document.html",
        full=full,
        document=document,
        desk=desk,
        bonds=belonging.bonds(full),
        around=desk_view.view(full),
        kinds=_kinds(document),
        sheets=sheets.sheets(full),
        history=history.told(full.events),
        came_again=[event for event in full.events if event.kind is EventKind.DROPPED_AGAIN],
        tables=[(declared, full.lists[declared.name]) for declared in desk.kind.lists if full.lists.get(declared.name)],
        can_be_corrected=document.status in READABLE,
        has_searchable=files.has_derived(document, SEARCHABLE),
        beside=neighbours.neighbours(document, wanted, request.args.get("at", ""), my_areas()),
        back=search.address(wanted),
        context=context(),
        asked=wanted,
        kind_is_doubtful=_is_kind_doubtful(full, desk),
    )


def _is_kind_doubtful(full: FullDocument, desk: Desk) -> bool:
    is_guess = desk.kind.name == full.document.kind and doubt.is_doubtful(full.document.kind_confidence)
    return is_guess and not doubt.is_settled(full)


def _kinds(document: Document) -> list[tuple[Area, list[Kind]]]:
    """On offer for a correction, by area; the document's own area first."""
    kinds = list(my_kinds())
    order = sorted(Area, key=lambda area: area is not document.area)
    return [(area, group) for area in order if (group := [kind for kind in kinds if kind.area is area])]
