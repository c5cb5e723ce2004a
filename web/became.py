"""What a file that was handed in became, in words: beside its kind and counterpart, what somebody must know of it."""

from __future__ import annotations

from collections.abc import Iterator

from storage.belonging import SUSPECTED
from storage.bonds import FileDone
from storage.document import Document, Status
from storage.links import LinkKind, Role
from web import words
from web.say import _, ngettext


def became(file: FileDone) -> list[str]:
    """Nothing for a document that was simply filed."""
    return list(_said(file))


def _said(file: FileDone) -> Iterator[str]:
    if file.again:
        yield _("was there already: not filed twice")
    if file.document.status is Status.JOINED:
        above = next((link for link in file.links if link.is_above and link.kind is not LinkKind.TWIN), None)
        if above is not None and above.kind is LinkKind.NOTICE:
            yield _("attached to %(other)s", other=_named(above.other))
        elif above is not None and above.kind is LinkKind.COPY:
            yield _("a copy of %(other)s", other=_named(above.other))
    yield from _came_out(file)
    for link in file.links:
        if link.kind is LinkKind.TWIN and link.data.get("state") == SUSPECTED:
            yield _("perhaps the same as %(other)s", other=_named(link.other))
    if file.pieces:
        yield ngettext("perhaps %(num)s document in one scan", "perhaps %(num)s documents in one scan", file.pieces)


def _came_out(file: FileDone) -> Iterator[str]:
    roles = {link.data.get("role") for link in file.links if link.kind is LinkKind.INSIDE and not link.is_above}
    if roles == {Role.SHEETS}:
        yield _("fronts and backs, put together")
        return
    if file.count and roles == {Role.PAGES}:
        yield ngettext("split into %(num)s document", "split into %(num)s documents", file.count)
    elif file.count:
        yield ngettext("with %(num)s document inside", "with %(num)s documents inside", file.count)
    if file.inside.get(Status.TO_REVIEW):
        yield _("%(count)s to check", count=file.inside[Status.TO_REVIEW])
    if file.inside.get(Status.SET_ASIDE):
        yield _("%(count)s not read", count=file.inside[Status.SET_ASIDE])
    if file.waiting:
        yield _("%(count)s still to read", count=file.waiting)


def _named(document: Document) -> str:
    return f"{words.headline(document)} (#{document.id})"
