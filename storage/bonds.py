"""Documents that belong together: what came out of what, and what people decide about it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, func, or_, select

from storage import belonging, splitting
from storage.database import Database
from storage.document import ALL_AREAS, READABLE, WAITING, Document, Link, Status
from storage.inside import came_of
from storage.resembling import look_for_twins
from storage.rows import SELECT_DOCUMENT, Areas, document_of, links_of, row_of, within
from storage.schema import documents, inbox_items


@dataclass(frozen=True, slots=True)
class FileDone:
    """A file that came in from outside, as the document that it is; `inside` counts those that came out of it.

    `again` says that its bytes had been there before, `links` what it belongs together with, `pieces` into how many
    documents it may be split."""

    document: Document
    inside: Mapping[Status, int]
    at: datetime
    again: bool = False
    links: tuple[Link, ...] = ()
    pieces: int = 0

    @property
    def count(self) -> int:
        return sum(self.inside.values())

    @property
    def waiting(self) -> int:
        return sum(self.inside.get(status, 0) for status in WAITING)


class Bonds:
    """`place` brings a document's file to where its record says."""

    def __init__(self, database: Database, place: Callable[[int], None]) -> None:
        self._database = database
        self._place = place

    def came_of(self, root: int) -> int:
        """How many documents came of a file from outside, beside itself."""
        with self._database.read() as connection:
            return came_of(connection, root)

    def newest_files(self, areas: Areas, limit: int) -> list[FileDone]:
        """The files that came in last and have been read, newest first, with what became of each."""
        done = (*READABLE, Status.OPENED, Status.JOINED)
        earlier = inbox_items.alias()
        came_before = exists().where(earlier.c.document_id == documents.c.id, earlier.c.id < inbox_items.c.id)
        query = (
            SELECT_DOCUMENT.join(inbox_items, inbox_items.c.document_id == documents.c.id)
            .add_columns(inbox_items.c.seen_at, or_(documents.c.root_id.is_not(None), came_before).label("again"))
            .where(documents.c.status.in_([status.value for status in done]), within(areas))
            .order_by(inbox_items.c.id.desc())
        )
        with self._database.read() as connection:
            rows = connection.execute(query.limit(limit)).mappings().all()
            counted = (
                select(documents.c.root_id, documents.c.status, func.count())
                .where(documents.c.root_id.in_([row["id"] for row in rows]), within(areas))
                .group_by(documents.c.root_id, documents.c.status)
            )
            inside: dict[int, dict[Status, int]] = {}
            for root, status, count in connection.execute(counted):
                inside.setdefault(root, {})[Status(status)] = count
            return [
                FileDone(
                    document_of(row),
                    inside.get(row["id"], {}),
                    row["seen_at"],
                    row["again"],
                    () if row["status"] == Status.FILED else tuple(links_of(connection, row["id"], areas)),
                    len(row["proposal"] or ()),
                )
                for row in rows
            ]

    def below(self, roots: Collection[int]) -> list[Document]:
        """The documents that came of these files from outside, beside themselves."""
        query = SELECT_DOCUMENT.where(documents.c.root_id.in_(roots)).order_by(documents.c.id)
        with self._database.read() as connection:
            return [document_of(row) for row in connection.execute(query).mappings()]

    def unfinished(self, roots: Collection[int]) -> set[int]:
        """Those of these files from outside of which something inside still waits to be read."""
        waiting = documents.c.status.in_([status.value for status in WAITING])
        query = select(documents.c.root_id).where(documents.c.root_id.in_(roots), waiting).distinct()
        with self._database.read() as connection:
            return set(connection.execute(query).scalars())

    def split(self, id: int, segments: Sequence[Sequence[int]], user: str, areas: Areas) -> None:
        """Has a pile cut into documents of these pages; with none of them it stays one, or becomes one again.

        Raises NoSuchDocument, NotAPile."""
        with self._database.write() as connection:
            again = splitting.decide(connection, row_of(connection, id, areas), segments, user)
        for other in again:
            self._place(other)

    def decide_twins(self, id: int, other: int, user: str, areas: Areas, *, same: bool) -> int:
        """Whether two documents that look alike are the same; the id of the one that counts. Raises NoSuchDocument,
        NoTwins."""
        with self._database.write() as connection:
            for number in (id, other):
                row_of(connection, number, areas)
            belonging.decide(connection, id, other, same=same, user=user)
            return int(row_of(connection, id, ALL_AREAS)["joined_to"] or id)

    def separate(self, id: int, user: str, areas: Areas) -> None:
        """A copy that is none after all is a document of its own again. Raises NoSuchDocument, NoTwins."""
        with self._database.write() as connection:
            above = row_of(connection, id, areas)["joined_to"]
            if above is not None:
                row_of(connection, above, areas)
            belonging.separate(connection, id, user)
            look_for_twins(connection, id)
        self._place(id)

    def asked_about(self, ids: Collection[int], areas: Areas) -> set[int]:
        """Those of the documents about which it is asked whether they are the same as another."""
        with self._database.read() as connection:
            return belonging.asked_about(connection, ids, areas)
