"""A document's page: look at it, correct it, have it read again."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from storage.archive import SEARCHABLE
from storage.document import READABLE, EventKind, FullDocument
from web import asked, belonging, correcting, files, history, neighbours, search, sheets
from web import desk as desk_view
from web.context import context
from web.parts import parts
from web.people import me, my_areas
from web.say import _

pages = Blueprint("documents", __name__, url_prefix="/documents")


@pages.get("/<int:id>")
def document(id: int) -> str:
    full = parts().store.documents.full(id, my_areas())
    return _page(full, correcting.laid_out(full))


@pages.post("/<int:id>")
def correct(id: int) -> Response | tuple[str, int]:
    received = correcting.received(id)
    if received.document is None:
        return _page(received.full, received.desk), received.status
    flash(_("Saved."))
    return redirect(url_for("documents.document", id=id, **context()), 303)


@pages.post("/<int:id>/read-again")
def read_again(id: int) -> Response:
    parts().store.documents.read_again(id, me().name, my_areas())
    if request.form.get("back") == "inbox":
        return redirect(url_for("inbox.inbox"), 303)
    flash(_("It will be read again now; what was corrected by hand stays."))
    return redirect(url_for("documents.document", id=id, **context()), 303)


def _page(full: FullDocument, desk: correcting.Desk) -> str:
    document = full.document
    wanted = asked.read(request.args)
    return render_template(
        "document.html",
        full=full,
        document=document,
        desk=desk,
        bonds=belonging.bonds(full),
        around=desk_view.view(full),
        kinds=correcting.kinds_on_offer(document),
        sheets=sheets.sheets(full),
        history=history.told(full.events),
        came_again=[event for event in full.events if event.kind is EventKind.DROPPED_AGAIN],
        can_be_corrected=document.status in READABLE,
        has_searchable=files.has_derived(document, SEARCHABLE),
        beside=neighbours.neighbours(document, wanted, request.args.get("at", ""), my_areas()),
        back=search.address(wanted),
        context=context(),
        asked=wanted,
        kind_is_doubtful=correcting.is_kind_doubtful(full, desk),
    )
