"""The inbox: what waits, what is being read, what was filed, what was set aside; and handing files in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from storage.bonds import FileDone
from storage.document import Document, Status
from storage.inbox import InboxItem
from storage.inbox_names import hint_of
from storage.kinds import Area
from storage.sides import Half
from storage.summary import area_of
from web import uploads
from web.asked import Asked
from web.became import became
from web.language import language
from web.parts import parts
from web.people import me, my_areas
from web.say import _, ngettext

pages = Blueprint("inbox", __name__, url_prefix="/inbox")
_IN_WORK = (Status.ACCEPTING, Status.RECEIVED, Status.READING)
_MOST = 50
_RECENT = 12


@dataclass(frozen=True, slots=True)
class Now:
    """What the inbox is like at this moment, in the areas of who asks. The tuples are cut off, `counts` are not."""

    waiting: tuple[InboxItem, ...]
    halves: tuple[Half, ...]
    in_work: tuple[Document, ...]
    recent: tuple[FileDone, ...]
    set_aside: tuple[Document, ...]
    counts: dict[Status, int]

    @property
    def count_in_work(self) -> int:
        return sum(self.counts[status] for status in _IN_WORK)

    @property
    def mark(self) -> str:
        """Changes whenever what is shown changes."""
        seen = (self.waiting, self.halves, self.in_work, self.recent, self.set_aside, self.counts, language())
        return hashlib.sha256(repr(seen).encode("utf-8", "replace")).hexdigest()[:16]


@pages.get("")
def inbox() -> str:
    folders = [area for area in (Area.ACCOUNTING, Area.HR, Area.GENERAL) if area in my_areas()]
    return render_template(
        "inbox.html",
        now=_now(),
        became=became,
        folders=folders,
        inbox=parts().config.inbox.absolute(),
        nothing_asked=Asked(),
    )


@pages.get("/now")
def now() -> str | Response:
    """The part of the page that moves; nothing where nothing has moved since `seen`."""
    state = _now()
    if request.args.get("seen") == state.mark:
        return Response(status=204)
    return render_template("inbox_now.html", now=state, became=became)


def _now() -> Now:
    documents, areas = parts().store.documents, my_areas()
    return Now(
        tuple(item for item in parts().store.inbox.open() if _area(item) in areas),
        tuple(parts().store.double_sided.waiting(areas)[:_MOST]),
        tuple(reversed(documents.listing(areas, status=_IN_WORK, limit=_MOST))),
        tuple(parts().store.bonds.newest_files(areas, _RECENT)),
        tuple(documents.listing(areas, status=(Status.SET_ASIDE,), limit=_MOST)),
        documents.counts(areas),
    )


def _area(item: InboxItem) -> Area:
    """Not yet read, so the folder alone says it."""
    folder, _slash, _name = item.path.rpartition("/")
    return area_of("other", hint_of(folder))


@pages.post("/alone/<int:id>")
def file_alone(id: int) -> Response:
    """One side of double-sided sheets is filed without the other."""
    parts().store.double_sided.file_alone(id, me().name, my_areas())
    return redirect(url_for("inbox.inbox"), 303)


@pages.post("")
def upload() -> Response | tuple[Response, int]:
    files = [file for file in request.files.getlist("files") if file.filename]
    wishes = {area.value for area in my_areas()}
    folder = request.form.get("folder", "")
    target = parts().config.inbox / folder if folder in wishes else parts().config.inbox
    names = [uploads.put(file.stream, _name(file), target) for file in files]
    if request.accept_mimetypes.best == "application/json":
        return (jsonify(names=names), 201) if names else (jsonify(names=[]), 422)
    if names:
        text = ngettext("%(num)s file is in the inbox.", "%(num)s files are in the inbox.", len(names))
    else:
        text = _("No file was chosen.")
    flash(text)
    return redirect(url_for("inbox.inbox"), 303)


def _name(file: FileStorage) -> str:
    return file.filename or ""
