"""Correcting a document: the form laid out, the form received. The document's page and the review desk share it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from flask import request
from werkzeug.datastructures import MultiDict

from storage.document import Document, EventKind, FullDocument
from storage.errors import InvalidValue, StaleRevision
from storage.kinds import KINDS, OTHER, Area, Kind
from web import doubt, form, formats, tables
from web.parts import parts
from web.people import me, my_areas, my_kinds
from web.say import _


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies in the form: the kind it is for, its entries and tables, and what is wrong as a whole."""

    kind: Kind
    entries: tuple[form.Entry, ...]
    tables: tuple[tables.Table, ...] = ()
    trouble: str = ""
    is_unsaved: bool = False
    kind_meanwhile: str = ""

    @property
    def doubts(self) -> int:
        return sum(entry.is_doubtful or entry.is_missing or bool(entry.reasons) for entry in self.entries)

    @property
    def first_to_see(self) -> str:
        """The field that the person must look at after the form came back, or none."""
        return next((entry.field.name for entry in self.entries if entry.error or entry.meanwhile), "")

    @property
    def to_look_at(self) -> list[form.Entry]:
        """What deserves a look, the gravest first."""
        found = [entry for entry in self.entries if entry.deserves_a_look]
        return sorted(found, key=lambda entry: not (entry.error or entry.meanwhile))

    @property
    def quiet(self) -> list[form.Entry]:
        return [entry for entry in self.entries if not entry.deserves_a_look]


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a form: `document` where it was saved, else the form as it goes back, with its HTTP status."""

    full: FullDocument
    desk: Desk
    status: int = 200
    document: Document | None = None


def laid_out(full: FullDocument) -> Desk:
    kind = KINDS.get(full.document.kind, OTHER)
    entries = form.entries(kind, full)
    return Desk(kind, entries, tables.tables(kind, full, _values(entries)))


def received(id: int) -> Received:
    """The form of the request, saved where nothing speaks against it. Raises NoSuchDocument."""
    full = parts().store.documents.full(id, my_areas())
    kind = _wanted_kind(full)
    desk, fields, lists = _typed(kind, full)
    if request.form.get("action") == "kind":
        return Received(full, desk)
    if any(entry.error for entry in desk.entries) or any(table.has_errors for table in desk.tables):
        return Received(full, replace(desk, trouble=_("Nothing was saved yet: see the fields marked below.")), 422)
    try:
        return Received(full, desk, document=_save(full, kind, fields, lists))
    except StaleRevision as error:
        now = parts().store.documents.full(id, my_areas())
        again, _fields, _lists = _typed(_wanted_kind(now), now)
        return Received(now, replace(again, trouble=formats.in_words(error.message)), 409)
    except InvalidValue as error:
        return Received(full, _refused(desk, error), 422)


def looked_at(id: int) -> Desk:
    """The form of the request as it would be received, without saving anything. Raises NoSuchDocument."""
    full = parts().store.documents.full(id, my_areas(), with_words=False)
    return _typed(_wanted_kind(full), full)[0]


def _typed(kind: Kind, full: FullDocument) -> tuple[Desk, Mapping[str, str | None], Mapping[str, tables.Rows]]:
    sent: MultiDict[str, str] = request.form
    fields = form.typed(kind, full, sent)
    rows = tables.typed(kind, full, sent, _values(fields.entries) | _given(fields.changes))
    desk = Desk(kind, fields.entries, rows.tables, is_unsaved=True, kind_meanwhile=_kind_meanwhile(full))
    return desk, fields.changes, rows.changes


def _given(changes: Mapping[str, str | None]) -> dict[str, str]:
    return {name: value or "" for name, value in changes.items()}


def _values(entries: tuple[form.Entry, ...]) -> dict[str, str]:
    return {entry.field.name: entry.was for entry in entries if entry.was}


def _wanted_kind(full: FullDocument) -> Kind:
    """The kind chosen in the form, among those that the person may see the documents of; what nobody touched is the
    kind that the document has now."""
    wanted = request.form.get("kind", "")
    if wanted == request.form.get("was.kind"):
        wanted = full.document.kind
    chosen = next((kind for kind in my_kinds() if kind.name == wanted), None)
    return chosen or KINDS.get(full.document.kind, OTHER)


def _kind_meanwhile(full: FullDocument) -> str:
    """What somebody else made of the kind since the form was filled."""
    was = KINDS.get(request.form.get("was.kind", ""))
    if was is None or was.name == full.document.kind:
        return ""
    now = KINDS.get(full.document.kind, OTHER)
    changed = (e.user for e in reversed(full.events) if e.kind is EventKind.CORRECTED and "kind" in e.data)
    return _("Meanwhile changed by %(who)s: it was %(before)s, now it is %(now)s.",
             who=next(changed, None) or "Faldone", before=formats.in_words(was.label),
             now=formats.in_words(now.label))  # fmt: skip


def _save(
    full: FullDocument, kind: Kind, fields: Mapping[str, str | None], lists: Mapping[str, tables.Rows]
) -> Document:
    revision = asked_revision()
    new_kind = kind.name if kind.name != full.document.kind else None
    saved = parts().store.documents.correct(
        full.document.id, revision, fields, me().name, areas=my_areas(), kind=new_kind, lists=lists
    )
    parts().saved()
    return saved


def asked_revision() -> int:
    """The revision that the form says it was filled from. Raises StaleRevision where it says none."""
    revision = request.form.get("revision", "")
    if not (revision.isascii() and revision.isdecimal() and len(revision) < 10):
        raise StaleRevision
    return int(revision)


def _refused(desk: Desk, error: InvalidValue) -> Desk:
    """The form with an error that the store found."""
    message = formats.in_words(error.message)
    table = error.field.partition(".")[0]
    marked = tuple(replace(t, error=message) if t.declared.name == table else t for t in desk.tables)
    return replace(desk, entries=form.refused(desk.entries, error.field, message), tables=marked, trouble=message)


def kinds_on_offer(document: Document) -> list[tuple[Area, list[Kind]]]:
    """On offer for a correction, by area; the document's own area first."""
    kinds = list(my_kinds())
    order = sorted(Area, key=lambda area: area is not document.area)
    return [(area, group) for area in order if (group := [kind for kind in kinds if kind.area is area])]


def is_kind_doubtful(full: FullDocument, desk: Desk) -> bool:
    is_guess = desk.kind.name == full.document.kind and doubt.is_doubtful(full.document.kind_confidence)
    return is_guess and not doubt.is_settled(full)
