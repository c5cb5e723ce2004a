"""A document's history in words: who, when, what was and what is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storage.document import Event, EventKind
from storage.kinds import FIELDS, KINDS, LISTS
from web.formats import in_words, short_date, shown
from web.say import _
from web.words import invoice_state


@dataclass(frozen=True, slots=True)
class Change:
    """What a value was and what it is; empty for none."""

    label: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Said:
    at: datetime
    who: str
    text: str
    changes: tuple[Change, ...] = ()


def told(events: tuple[Event, ...]) -> list[Said]:
    """Newest first."""
    return [_told(event) for event in reversed(events)]


def _told(event: Event) -> Said:
    if event.kind is EventKind.TAKEN_BACK:
        text, changes = _("took the last confirmation back"), _back(_changes(event.data))
        return Said(event.at, event.user or "Faldone", text, changes)
    changes = tuple(_changes(event.data)) if event.kind is EventKind.CORRECTED else ()
    text = _corrected(changes) if event.kind is EventKind.CORRECTED else _TEXTS[event.kind](event.data)
    return Said(event.at, event.user or "Faldone", text, changes)


def _back(changes: list[Change]) -> tuple[Change, ...]:
    return tuple(Change(change.label, change.now, change.was) for change in changes)


def _corrected(changes: tuple[Change, ...]) -> str:
    return _("corrected") if changes else _("looked at it and found it right")


_TEXTS: Mapping[EventKind, Callable[[Mapping[str, object]], str]] = {
    EventKind.RECEIVED: lambda data: _("received it as %(file)s", file=_quoted(data.get("file"))),
    EventKind.DROPPED_AGAIN: lambda data: _(
        "received the same file again as %(file)s: it was not filed twice", file=_quoted(data.get("file"))
    ),
    EventKind.FILED: lambda data: _("read it and filed it as %(kind)s", kind=_kind(data.get("kind"))),
    EventKind.TO_REVIEW: lambda data: _("read it as %(kind)s; not everything is sure", kind=_kind(data.get("kind"))),
    EventKind.SET_ASIDE: lambda data: _("could not read it"),
    EventKind.MOVED: lambda data: _("moved it in the archive to %(path)s", path=_quoted(_last(data.get("path")))),
    EventKind.CAME_FROM: lambda data: _("took it out of %(file)s", file=_quoted(data.get("file"))),
    EventKind.OPENED: lambda data: _("opened it: %(count)s documents were inside", count=data.get("count", "?")),
    EventKind.KEPT_WHOLE: lambda data: _("said that it is one document"),
    EventKind.JOINED: lambda data: _("joined it to document %(number)s", number=data.get("document", "?")),
    EventKind.GOT_COPY: lambda data: _("joined %(file)s to it as a copy", file=_quoted(data.get("file"))),
    EventKind.LOOKS_LIKE: lambda data: _(
        "noticed that it looks like document %(number)s", number=data.get("document", "?")
    ),
    EventKind.DIFFERENT: lambda data: _("said that it is not document %(number)s", number=data.get("document", "?")),
    EventKind.SEPARATED: lambda data: _("made it and document %(number)s two again", number=data.get("document", "?")),
    EventKind.GOT_NOTICE: lambda data: _(
        "received what SDI says of it: %(state)s", state=invoice_state(str(data.get("state", "")))
    ),
    EventKind.TAGGED: lambda data: _tagged(data),
    EventKind.NOTED: lambda data: _("noted: %(note)s", note=_quoted(data.get("text"))),
    EventKind.NOTE_DROPPED: lambda data: _("took away the note %(note)s", note=_quoted(data.get("text"))),
    EventKind.ASSIGNED: lambda data: _assigned(data),
    EventKind.TIED: lambda data: _("tied document %(number)s to it", number=data.get("document", "?")),
    EventKind.UNTIED: lambda data: _("untied document %(number)s from it", number=data.get("document", "?")),
    EventKind.SHARED: lambda data: _("made a link that shows it for %(count)s days", count=data.get("days", "?")),
    EventKind.SHARE_ENDED: lambda data: _("ended a link that showed it"),
    EventKind.WAITS_FOR_BACKS: lambda data: _("put it with the two sides of a pile, to wait for the other"),
    EventKind.BACKS_MISSING: lambda data: _("waited for the other side in vain: it goes on as a one-sided scan"),
    EventKind.FILED_ALONE: lambda data: _("said that it is a one-sided scan"),
    EventKind.PUT_TOGETHER: lambda data: _(
        "put it together from the fronts %(fronts)s and the backs %(backs)s",
        fronts=_quoted(data.get("fronts")),
        backs=_quoted(data.get("backs")),
    ),
    EventKind.READ_AGAIN: lambda data: _("asked for it to be read again"),
}


def _tagged(data: Mapping[str, object]) -> str:
    signs = {"added": "+", "removed": "−"}
    found = {name: value for name in signs if isinstance(value := data.get(name), list)}
    return _("changed the tags: %(tags)s", tags=" ".join(f"{signs[n]}{_quoted(t)}" for n in found for t in found[n]))


def _assigned(data: Mapping[str, object]) -> str:
    if not data.get("to"):
        return _("took it off the desk it lay on")
    if not data.get("due"):
        return _("gave it to %(name)s", name=data["to"])
    return _("gave it to %(name)s, until %(day)s", name=data["to"], day=short_date(str(data["due"])))


def _quoted(value: object) -> str:
    return f"«{value}»" if value else "?"


def _kind(name: object) -> str:
    kind = KINDS.get(str(name))
    return in_words(kind.label) if kind else str(name)


def _last(value: object) -> object:
    return value[-1] if isinstance(value, list) and value else value


def _changes(data: Mapping[str, object]) -> list[Change]:
    kinds, fields = data.get("kind"), data.get("fields")
    changes = []
    if isinstance(kinds, list) and len(kinds) == 2:
        changes.append(Change(_("Kind"), _kind(kinds[0]), _kind(kinds[1])))
    if isinstance(fields, dict):
        changes += [_change(str(name), pair) for name, pair in fields.items()]
    if isinstance(lists := data.get("lists"), dict):
        changes += [_row_change(str(name), pair) for name, pairs in lists.items() for pair in pairs]
    return changes


def _row_change(name: str, pair: Any) -> Change:
    """A row of a table, what it was and what it is."""
    table = LISTS.get(name)
    was, now = pair if isinstance(pair, list) and len(pair) == 2 else (None, None)
    return Change(in_words(table.label) if table else name, row_in_words(was), row_in_words(now))


def row_in_words(row: Mapping[str, str] | None) -> str:
    """A table's row on one line, empty for none."""
    said = ((FIELDS.get(name), value) for name, value in (row or {}).items() if value)
    return " · ".join(shown(field, value) for field, value in said if field)


def _change(name: str, pair: object) -> Change:
    was, now = pair if isinstance(pair, list) and len(pair) == 2 else (None, None)
    field = FIELDS.get(name)
    if field is None:
        return Change(name, str(was or ""), str(now or ""))
    return Change(in_words(field.label), shown(field, was) if was else "", shown(field, now) if now else "")
