"""The way from the inbox into the archive, recorded so that a kill at any point leaves each file as one document.

waiting    the file is in the inbox, seen
recorded   its synced copy is staged, its document is recorded; the file may or may not still be in the inbox
taken      the original has its place, the file has left the inbox
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.engine import RowMapping

from storage import changes, sides
from storage.archive import Archive
from storage.database import Database
from storage.document import READABLE, EventKind, Status
from storage.errors import FaldoneError, Message
from storage.inbox_names import has_two_sides, hint_of
from storage.packing import clean
from storage.schema import documents, inbox_items, originals
from storage.summary import area_of


class CopyLost(FaldoneError):
    """Neither the staged copy nor the original is there: somebody removed them, or a back-up came back in part."""

    code = "copy_lost"
    message = Message(
        "La copia di questo file è andata persa prima di essere archiviata: rimettilo nella cartella di ingresso.",
        "The copy of this file was lost before it was archived: drop it into the inbox again.",
    )


class ItemState(StrEnum):
    """See the module's text; `unreadable` is a waiting file that cannot be opened."""

    WAITING = "waiting"
    UNREADABLE = "unreadable"
    RECORDED = "recorded"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class Seen:
    """A file in the inbox, and what tells it from another that takes its name later."""

    path: bytes  # relative to the inbox
    size: int
    modified_ns: int
    inode: int

    @property
    def name(self) -> str:
        """The file's own name, for people."""
        return self.path.rsplit(b"/", 1)[-1].decode("utf-8", "replace")

    @property
    def hint(self) -> str | None:
        """The sub-folder of the inbox it lies in, without what only says that its sheets have two sides."""
        return hint_of(self._folder)

    @property
    def pile(self) -> str | None:
        """The folder for the two sides of a pile that it lies in, if it does."""
        return self._folder if has_two_sides(self._folder) else None

    @property
    def _folder(self) -> str:
        return self.path.rsplit(b"/", 1)[0].decode("utf-8", "replace") if b"/" in self.path else ""


@dataclass(frozen=True, slots=True)
class InboxItem:
    """A file that waits in the inbox; `note` says why it cannot be taken yet."""

    path: str
    size: int
    seen_at: datetime
    state: ItemState
    note: Message | None


@dataclass(frozen=True, slots=True)
class Recorded:
    """What `record` did, and what is left to do: give the staged copy its place, take the file out of the inbox."""

    item: int
    seen: Seen
    staged: str
    sha256: str
    document: int
    is_new: bool


class InboxItems:
    """The record of what lay in the inbox and what it became."""

    def __init__(self, database: Database, archive: Archive) -> None:
        self._database = database
        self._archive = archive

    def waiting(self, files: Collection[Seen], unreadable: Collection[tuple[Seen, Message]] = ()) -> None:
        """Replaces what is known of the files now in the inbox."""
        now = datetime.now(UTC)
        rows = [_item_row(seen, now, ItemState.WAITING) for seen in files]
        rows += [
            _item_row(seen, now, ItemState.UNREADABLE) | {"note_it": why.it, "note_en": why.en}
            for seen, why in unreadable
        ]
        with self._database.write() as connection:
            old = connection.execute(select(inbox_items.c.path, inbox_items.c.seen_at).where(_OPEN))
            since = {row.path: row.seen_at for row in old}
            connection.execute(delete(inbox_items).where(_OPEN))
            for row in rows:
                row["seen_at"] = since.get(row["path"], now)
            if rows:
                connection.execute(insert(inbox_items), rows)

    def open(self, limit: int = 200) -> list[InboxItem]:
        """The files that wait, longest first."""
        query = select(inbox_items).where(_OPEN).order_by(inbox_items.c.seen_at, inbox_items.c.id).limit(limit)
        with self._database.read() as connection:
            return [_item(row) for row in connection.execute(query).mappings()]

    def count_open(self) -> int:
        with self._database.read() as connection:
            return connection.execute(select(func.count()).select_from(inbox_items).where(_OPEN)).scalar_one()

    def record(self, seen: Seen, staged: str, sha256: str, size: int, tags: tuple[str, ...]) -> Recorded:
        """The file becomes a document, or an event of the document that has its bytes already.

        One that was set aside is tried again: whoever drops a file once more wants that."""
        now = datetime.now(UTC)
        with self._database.write() as connection:
            connection.execute(delete(inbox_items).where(_OPEN, inbox_items.c.path == seen.path))
            query = select(documents).where(documents.c.sha256 == sha256).order_by(documents.c.part).limit(1)
            known = connection.execute(query).mappings().one_or_none()
            document = known["id"] if known else _new_document(connection, seen, sha256, size, tags, now)
            if known:
                changes.add_event(connection, document, EventKind.DROPPED_AGAIN, None, {"file": seen.name})
                if seen.pile is not None and known["status"] in (*READABLE, Status.SET_ASIDE):
                    sides.wait(connection, document, seen.pile)
                elif known["status"] == Status.SET_ASIDE:
                    changes.set_columns(connection, document, status=Status.RECEIVED.value, attempts=0)
            row = _item_row(seen, now, ItemState.RECORDED) | {"staged": staged, "document_id": document}
            item = connection.execute(insert(inbox_items).values(row).returning(inbox_items.c.id)).scalar_one()
        return Recorded(item, seen, staged, sha256, document, known is None)

    def finish(self, recorded: Recorded, *, left_inbox: bool = True) -> None:
        """The original has its place: the document may be read. A file that could not be taken out of the inbox stays
        recorded, so that it is not taken for a new one."""
        state = ItemState.TAKEN if left_inbox else ItemState.RECORDED
        with self._database.write() as connection:
            connection.execute(update(inbox_items).where(inbox_items.c.id == recorded.item).values(state=state.value))
            waits = update(documents).where(
                documents.c.id == recorded.document, documents.c.status == Status.ACCEPTING.value
            )
            is_new = connection.execute(waits.values(status=Status.RECEIVED.value)).rowcount > 0
            if is_new and recorded.seen.pile is not None:
                sides.wait(connection, recorded.document, recorded.seen.pile)

    def unfinished(self) -> list[Recorded]:
        """Records whose last steps may not have been done: the service was killed.

        One whose copy was lost is ended here: its document is set aside, a file still in the inbox is taken anew."""
        query = (
            select(inbox_items, documents.c.sha256, documents.c.status)
            .join(documents, documents.c.id == inbox_items.c.document_id)
            .where(inbox_items.c.state == ItemState.RECORDED.value)
            .order_by(inbox_items.c.id)
        )
        with self._database.read() as connection:
            found = [
                Recorded(
                    row["id"],
                    _seen(row),
                    row["staged"],
                    row["sha256"],
                    row["document_id"],
                    row["status"] == Status.ACCEPTING,
                )
                for row in connection.execute(query).mappings()
            ]
        held = {recorded.item for recorded in found if self._archive.holds(recorded.staged, recorded.sha256)}
        for recorded in found:
            if recorded.item not in held:
                self._give_up(recorded)
        return [recorded for recorded in found if recorded.item in held]

    def _give_up(self, recorded: Recorded) -> None:
        with self._database.write() as connection:
            connection.execute(delete(inbox_items).where(inbox_items.c.id == recorded.item))
            if recorded.is_new:
                row = connection.execute(select(documents).where(documents.c.id == recorded.document)).mappings().one()
                changes.set_aside(connection, row, CopyLost())


_SIGN = 2**63  # network shares give inodes all 64 bits, databases have signed numbers only
_OPEN = inbox_items.c.state.in_([ItemState.WAITING.value, ItemState.UNREADABLE.value])


def _item_row(seen: Seen, now: datetime, state: ItemState) -> dict[str, Any]:
    return {
        "path": seen.path,
        "size": seen.size,
        "modified_ns": seen.modified_ns,
        "inode": seen.inode - (seen.inode & _SIGN) * 2,
        "seen_at": now,
        "state": state.value,
        "note_it": None,
        "note_en": None,
    }


def _seen(row: RowMapping) -> Seen:
    return Seen(row["path"], row["size"], row["modified_ns"], row["inode"] % 2**64)


def _item(row: RowMapping) -> InboxItem:
    note = Message(row["note_it"], row["note_en"]) if row["note_it"] else None
    path = row["path"].decode("utf-8", "replace")
    return InboxItem(path, row["size"], row["seen_at"], ItemState(row["state"]), note)


def _new_document(
    connection: Connection, seen: Seen, sha256: str, size: int, tags: tuple[str, ...], now: datetime
) -> int:
    if connection.execute(select(originals.c.sha256).where(originals.c.sha256 == sha256)).first() is None:
        connection.execute(insert(originals).values(sha256=sha256, size=size, media_type="", received_at=now))
    row = {
        "sha256": sha256,
        "file": seen.name,
        "hint": seen.hint,
        "area": area_of("other", seen.hint).value,
        "status": Status.ACCEPTING.value,
        "received_at": now,
        "title": seen.name,
        "tags": [clean(tag) for tag in tags],
    }
    id = connection.execute(insert(documents).values(row).returning(documents.c.id)).scalar_one()
    changes.add_event(connection, id, EventKind.RECEIVED, None, {"file": seen.path.decode("utf-8", "replace")})
    return int(id)
