"""Documents that belong together: shown at each other, and decided about with one key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, flash, redirect, request, url_for
from werkzeug.wrappers import Response

from storage.belonging import SUSPECTED
from storage.document import Document, FullDocument, Link
from storage.kinds import FIELDS, KINDS, OTHER
from storage.links import LinkKind, Role
from web import words
from web.context import context
from web.formats import in_words, shown
from web.parts import parts
from web.people import me, my_areas
from web.say import _, ngettext

pages = Blueprint("belonging", __name__, url_prefix="/documents")


@dataclass(frozen=True, slots=True)
class Compared:
    """What two documents say of the same thing; `agrees` is None where that cannot be said."""

    label: str
    here: str
    there: str
    agrees: bool | None


@dataclass(frozen=True, slots=True)
class Bond:
    """Another document and what it is to this one, in words."""

    other: Document
    what: str
    compared: tuple[Compared, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A document that a pile might be split into."""

    pages: str
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class Bonds:
    """`twins` are asked about, `counts` is the document that stands for this one, `others` are told."""

    twins: tuple[Bond, ...]
    counts: Bond | None
    others: tuple[Bond, ...]
    pieces: tuple[Piece, ...]
    is_cut: bool
    is_copy: bool = False


def bonds(full: FullDocument) -> Bonds:
    asked = [link for link in full.links if link.kind is LinkKind.TWIN and link.data.get("state") == SUSPECTED]
    counts = [link for link in full.links if link.is_above and link.kind in (LinkKind.COPY, LinkKind.NOTICE)]
    told = [link for link in full.links if link.kind not in (LinkKind.TWIN, LinkKind.TIE) and link not in counts]
    cut = [link for link in told if not link.is_above and link.data.get("role") == Role.PAGES]
    return Bonds(
        tuple(Bond(link.other, "", tuple(_evidence(link))) for link in asked),
        Bond(counts[0].other, _what(counts[0]), tuple(_differences(counts[0]))) if counts else None,
        tuple(Bond(link.other, _what(link), tuple(_differences(link))) for link in told),
        tuple(_pieces(full)),
        bool(cut),
        bool(counts) and counts[0].kind is LinkKind.COPY,
    )


def _what(link: Link) -> str:
    if link.kind is LinkKind.COPY:
        return _("the document that counts") if link.is_above else _("another copy of it")
    if link.kind is LinkKind.NOTICE:
        return _("the invoice that it is about") if link.is_above else words.invoice_state(str(link.data.get("state")))
    if link.kind is LinkKind.SIDES:
        return _("the fronts of these sheets") if link.is_above else _("the backs of these sheets")
    return _holder(link) if link.is_above else _content(link)


def _holder(link: Link) -> str:
    if link.data.get("role") == Role.PAGES:
        return _("pages %(pages)s of this pile", pages=_numbers(link.data.get("pages")))
    if link.data.get("role") == Role.ATTACHMENT:
        return _("attached to this")
    if link.data.get("role") == Role.SHEETS:
        return _("one side of the sheets, as scanned")
    return _("came in this file as %(name)s", name=link.data.get("name", ""))


def _content(link: Link) -> str:
    if link.data.get("role") == Role.PAGES:
        return _("pages %(pages)s", pages=_numbers(link.data.get("pages")))
    if link.data.get("role") == Role.SHEETS:
        return _("fronts and backs, put together")
    return str(link.data.get("name", "")) or _("attachment")


def _numbers(pages: object) -> str:
    """ "1-3, 5" """
    found = sorted(int(page) for page in pages) if isinstance(pages, list) else []
    runs: list[list[int]] = []
    for page in found:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def _evidence(link: Link) -> Iterator[Compared]:
    """The newer one is told first in the bond."""
    for name, newer, older, agrees in link.data.get("evidence", ()):
        here, there = (newer, older) if link.is_above else (older, newer)
        yield Compared(_label(name), _value(name, here), _value(name, there), agrees)


def _differences(link: Link) -> Iterator[Compared]:
    for name, pair in dict(link.data.get("differences") or {}).items():
        counts, copy = pair
        here, there = (copy, counts) if link.is_above else (counts, copy)
        yield Compared(_label(name), _value(name, here), _value(name, there), False)


def _label(name: str) -> str:
    field = FIELDS.get(name)
    known = {"text": _("Words on the pages"), "picture": _("Picture of the first page"), "figures": _("Figures")}
    return in_words(field.label) if field else known.get(name, name)


def _value(name: str, value: object) -> str:
    field = FIELDS.get(name)
    if value is None or value == "":
        return ""
    return shown(field, str(value)) if field else str(value)


def _pieces(full: FullDocument) -> Iterator[Piece]:
    for segment in full.proposal:
        kind = in_words(KINDS.get(segment.kind, OTHER).label)
        yield Piece(_numbers(list(segment.pages)), kind, ", ".join(map(words.split_reason, segment.reasons)))


@pages.post("/<int:id>/twins/<int:other>")
def decide(id: int, other: int) -> Response:
    """`same` or `different`."""
    same = request.form.get("answer") == "same"
    counts = parts().store.bonds.decide_twins(id, other, me().name, my_areas(), same=same)
    parts().saved()
    flash(_("It is one document now.") if same else _("They stay two documents."))
    return redirect(url_for("documents.document", id=counts, **context()), 303)


@pages.post("/<int:id>/separate")
def separate(id: int) -> Response:
    """A copy that is none after all is a document of its own again."""
    parts().store.bonds.separate(id, me().name, my_areas())
    parts().saved()
    flash(_("They are two documents again."))
    return redirect(url_for("documents.document", id=id, **context()), 303)


@pages.post("/<int:id>/split")
def split(id: int) -> Response:
    """`split` as proposed, or `whole`."""
    full = parts().store.documents.full(id, my_areas())
    segments = [segment.pages for segment in full.proposal] if request.form.get("answer") == "split" else []
    parts().store.bonds.split(id, segments, me().name, my_areas())
    parts().saved()
    if segments:
        flash(ngettext("It is being split into %(num)s document.", "It is being split into %(num)s documents.",
                       len(segments)))  # fmt: skip
    else:
        flash(_("It stays one document."))
    return redirect(url_for("documents.document", id=id, **context()), 303)
