"""What people do with documents beside correcting them: tags, notes, a colleague's desk, ties to other documents.

None of it changes what a document says, so that a correction begun before still holds; the index follows all of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select
from sqlalchemy.engine import RowMapping

from storage import changes, tags
from storage.counterparts import name_key
from storage.database import Database
from storage.document import EventKind
from storage.errors import InvalidValue, Message
from storage.inside import link
from storage.links import LinkKind, Tie
from storage.packing import clean
from storage.rows import Areas, row_of
from storage.schema import documents, links
from storage.schema_desk import notes
from storage.schema_people import users

LONGEST_TAG, MOST_TAGS = 60, 40
LONGEST_NOTE = 4000
_TAGS = Message(
    f"Al massimo {MOST_TAGS} etichette, di {LONGEST_TAG} caratteri l'una.",
    f"At most {MOST_TAGS} tags of {LONGEST_TAG} characters each.",
)
_NOTE = Message(f"Una nota ha da 1 a {LONGEST_NOTE} caratteri.", f"A note has between 1 and {LONGEST_NOTE} characters.")
_COLLEAGUE = Message(
    "Questa persona non può vedere il documento: scegli un'altra persona.",
    "This person may not see the document: choose somebody else.",
)
_ITSELF = Message("Un documento non si collega a sé stesso.", "A document cannot be tied to itself.")


class Desk:
    """Every change is of a `user`, named, within the `areas` they may see; NoSuchDocument outside of them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def tag(
        self, ids: Collection[int], user: str, areas: Areas, *, add: Iterable[str] = (), remove: Iterable[str] = ()
    ) -> int:
        """Puts tags on documents and takes others off, however they are written; how many documents that changed.

        Raises InvalidValue."""
        more, less = [" ".join(clean(name).split()) for name in add], {name_key(name) for name in remove}
        with self._database.write() as connection:
            return sum(_tag(connection, row_of(connection, id, areas), user, more, less) for id in ids)

    def note(self, id: int, text: str, user: str, areas: Areas) -> None:
        """Raises InvalidValue."""
        written = clean(text).strip()
        if not 0 < len(written) <= LONGEST_NOTE:
            raise InvalidValue("note", _NOTE)
        with self._database.write() as connection:
            row = row_of(connection, id, areas)
            values = {"document_id": id, "user": user, "at": datetime.now(UTC), "text": written}
            connection.execute(insert(notes).values(values))
            _touched(connection, row, EventKind.NOTED, user, {"text": written})

    def drop_note(self, id: int, note: int, user: str, areas: Areas) -> None:
        """Takes a note away; the history keeps what it said."""
        with self._database.write() as connection:
            row = row_of(connection, id, areas)
            mine = (notes.c.id == note) & (notes.c.document_id == id)
            text = connection.execute(delete(notes).where(mine).returning(notes.c.text)).scalar()
            if text is not None:
                _touched(connection, row, EventKind.NOTE_DROPPED, user, {"text": text})

    def assign(self, ids: Collection[int], to: int | None, due: date | None, user: str, areas: Areas) -> None:
        """Lays documents on a colleague's desk, to be done by a day where one is given; None takes them off.

        Raises InvalidValue where the colleague may not see one of them."""
        with self._database.write() as connection:
            name, theirs = _colleague(connection, to)
            for id in ids:
                row = row_of(connection, id, areas)
                if to is not None and row["area"] not in theirs:
                    raise InvalidValue("assignee", _COLLEAGUE)
                day = due.isoformat() if due and to is not None else None
                if (row["assignee_id"], row["assigned_due"]) != (to, day):
                    changes.set_columns(connection, id, assignee_id=to, assigned_due=day)
                    _touched(connection, row, EventKind.ASSIGNED, user, {"to": name, "due": day})

    def tie(self, id: int, other: int, what: Tie, user: str, areas: Areas) -> None:
        """Says that `other` is the order, the delivery note, ... of a document. Raises InvalidValue."""
        if id == other:
            raise InvalidValue("other", _ITSELF)
        with self._database.write() as connection:
            rows = [row_of(connection, number, areas) for number in (id, other)]
            _untie(connection, id, other)
            link(connection, LinkKind.TIE, id, other, {"what": what.value})
            for row, another in zip(rows, rows[::-1], strict=True):
                changes.add_event(connection, row["id"], EventKind.TIED, user, {"document": another["id"]})

    def untie(self, id: int, other: int, user: str, areas: Areas) -> None:
        with self._database.write() as connection:
            for number in (id, other):
                row_of(connection, number, areas)
            if _untie(connection, id, other):
                for number, another in ((id, other), (other, id)):
                    changes.add_event(connection, number, EventKind.UNTIED, user, {"document": another})


def _tag(connection: Connection, row: RowMapping, user: str, add: list[str], remove: set[str]) -> bool:
    kept = [name for name in row["tags"] if name_key(name) not in remove]
    known = {name_key(name) for name in kept}
    new = [name for name in dict.fromkeys(add) if name_key(name) and name_key(name) not in known]
    if len(kept) + len(new) > MOST_TAGS or any(len(name) > LONGEST_TAG for name in new):
        raise InvalidValue("tags", _TAGS)
    gone = [name for name in row["tags"] if name not in kept]
    if not new and not gone:
        return False
    named = tags.keep(connection, row["id"], [*kept, *new])
    changes.set_columns(connection, row["id"], tags=named)
    _touched(connection, row, EventKind.TAGGED, user, {"added": new, "removed": gone})
    return True


def _colleague(connection: Connection, id: int | None) -> tuple[str | None, list[str]]:
    """The name and the areas of whoever shall get documents."""
    if id is None:
        return None, []
    query = select(users.c.name, users.c.areas).where(users.c.id == id, users.c.active)
    found = connection.execute(query).one_or_none()
    if found is None:
        raise InvalidValue("assignee", _COLLEAGUE)
    return found.name, found.areas


def _untie(connection: Connection, id: int, other: int) -> bool:
    pair = or_((links.c.from_id == id) & (links.c.to_id == other), (links.c.from_id == other) & (links.c.to_id == id))
    return connection.execute(delete(links).where(links.c.kind == LinkKind.TIE.value, pair)).rowcount > 0


def _touched(connection: Connection, row: RowMapping, kind: EventKind, user: str, data: dict[str, Any]) -> None:
    """The index is to take the document up again; its content is the same."""
    changes.set_columns(connection, row["id"], revision=documents.c.revision + 1)
    changes.add_event(connection, row["id"], kind, user, data)
