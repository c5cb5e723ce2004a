"""The documents: found, read, kept, corrected. Each method is one transaction; files follow after it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select, update
from sqlalchemy.engine import RowMapping

from storage import changes, correcting, notices, sides, splitting
from storage.archive import Archive
from storage.counterparts import Counterpart, counterparts
from storage.database import Database
from storage.document import ALL_AREAS, READABLE, WAITING, Document, EventKind, FullDocument, Status
from storage.errors import FaldoneError, InvalidValue, Message
from storage.inside import keep_further, make_private_above, take_out
from storage.kinds import Area
from storage.links import Inside
from storage.reading import Page, Reading, Row
from storage.resembling import look_for_twins
from storage.rows import SELECT_DOCUMENT, Areas, document_of, full_document, page_of, row_of, within
from storage.schema import LARGEST_ID, documents, originals
from storage.summary import area_of
from storage.work import MOST_ATTEMPTS, ReadingKeepsFailing, Work

log = logging.getLogger(__name__)
_CLOSED_AREA = Message(
    "Non puoi spostare un documento in un'area che non vedi.",
    "You cannot move a document into an area that you may not see.",
)


class Documents:
    """The documents' tables and, through the archive, their files."""

    def __init__(self, database: Database, archive: Archive, path_template: str) -> None:
        self._database = database
        self._archive = archive
        self._template = path_template

    # looking

    def get(self, id: int, areas: Areas) -> Document:
        """Raises NoSuchDocument, also for one in an area that is not among `areas`."""
        with self._database.read() as connection:
            return document_of(row_of(connection, id, areas))

    def full(self, id: int, areas: Areas, *, with_words: bool = True) -> FullDocument:
        """Without words the pages have none, which spares most of the time that a long document costs.

        Raises NoSuchDocument."""
        with self._database.read() as connection:
            return full_document(connection, row_of(connection, id, areas), areas, with_words=with_words)

    def page(self, id: int, number: int, areas: Areas) -> Page:
        """A page with its words. Raises NoSuchDocument, also where there is no such page."""
        with self._database.read() as connection:
            return page_of(connection, row_of(connection, id, areas)["id"], number)

    def many(self, ids: Collection[int], areas: Areas) -> dict[int, Document]:
        possible = [id for id in ids if 0 < id <= LARGEST_ID]
        query = SELECT_DOCUMENT.where(documents.c.id.in_(possible), within(areas))
        with self._database.read() as connection:
            return {row["id"]: document_of(row) for row in connection.execute(query).mappings()}

    def by_hashes(self, hashes: Collection[str]) -> dict[str, Document]:
        """The documents that came of originals with these SHA-256; the first part of one that became several."""
        query = SELECT_DOCUMENT.where(documents.c.sha256.in_(hashes), documents.c.part == 1)
        with self._database.read() as connection:
            return {row["sha256"]: document_of(row) for row in connection.execute(query).mappings()}

    def listing(
        self,
        areas: Areas,
        *,
        status: Collection[Status] = (),
        kind: str | None = None,
        before_id: int | None = None,
        after_id: int | None = None,
        limit: int = 50,
    ) -> list[Document]:
        """Newest first; the next page begins before the last one's id, the previous one ends after the first's."""
        order = documents.c.id.desc() if after_id is None else documents.c.id.asc()
        query = SELECT_DOCUMENT.where(within(areas)).order_by(order).limit(limit)
        if status:
            query = query.where(documents.c.status.in_([s.value for s in status]))
        if kind is not None:
            query = query.where(documents.c.kind == kind)
        if before_id is not None:
            query = query.where(documents.c.id < max(0, min(before_id, LARGEST_ID)))
        if after_id is not None:
            query = query.where(documents.c.id > max(0, min(after_id, LARGEST_ID)))
        with self._database.read() as connection:
            found = [document_of(row) for row in connection.execute(query).mappings()]
        return found if after_id is None else found[::-1]

    def each(self) -> Iterator[Document]:
        """Every document, oldest first, without holding a transaction open."""
        last = 0
        while True:
            query = SELECT_DOCUMENT.where(documents.c.id > last).order_by(documents.c.id).limit(500)
            with self._database.read() as connection:
                batch = [document_of(row) for row in connection.execute(query).mappings()]
            if not batch:
                return
            yield from batch
            last = batch[-1].id

    def counterparts(self, newest: int) -> tuple[Counterpart, ...]:
        """The firms of the `newest` filed documents, each once, the last seen first."""
        with self._database.read() as connection:
            return counterparts(connection, newest)

    def counts(self, areas: Areas = ALL_AREAS) -> dict[Status, int]:
        query = select(documents.c.status, func.count()).where(within(areas)).group_by(documents.c.status)
        with self._database.read() as connection:
            found = {Status(status): number for status, number in connection.execute(query)}
        return {status: found.get(status, 0) for status in Status}

    # reading

    def claim(self) -> Work | None:
        """The oldest document that waits to be read, now being read by the caller.

        One whose reading brought the service down too often is set aside instead of tried for ever."""
        while True:
            with self._database.write() as connection:
                query = SELECT_DOCUMENT.where(documents.c.status == Status.RECEIVED.value)
                row = connection.execute(query.order_by(documents.c.id).limit(1)).mappings().one_or_none()
                if row is None:
                    return None
                if row["attempts"] < MOST_ATTEMPTS:
                    changes.set_columns(
                        connection, row["id"], status=Status.READING.value, attempts=row["attempts"] + 1
                    )
                    document = replace(document_of(row), status=Status.READING)
                    kind = row["kind"] if row["kind_by_user"] else None
                    return Work(
                        document,
                        kind,
                        splitting.decided(row),
                        row["depth"],
                        row["root_id"] or row["id"],
                        sides.sides_of(connection, row["id"]),
                    )
            self.set_aside(row["id"], ReadingKeepsFailing())

    def release_claims(self) -> None:
        """What was being read when the service ended waits again. Only for a service that starts."""
        self._release(documents.c.status == Status.READING.value)

    def release(self, id: int) -> None:
        """Hands a claimed document back, unread, without counting it as an attempt."""
        self._release(documents.c.id == id, attempts=documents.c.attempts - 1)

    def _release(self, condition: ColumnElement[bool], **values: Any) -> None:
        with self._database.write() as connection:
            connection.execute(
                update(documents)
                .where(condition, documents.c.status == Status.READING.value)
                .values(status=Status.RECEIVED.value, **values)
            )

    def keep(
        self,
        id: int,
        reading: Reading,
        media_type: str,
        *,
        further: Sequence[Reading] = (),
        inside: Sequence[Inside] = (),
    ) -> Document:
        """Stores what was read and files the document; with it the further documents of the same original, and the
        files that were inside, to be read in their turn."""

        def change(connection: Connection, row: RowMapping) -> dict[int, bytes]:
            changes.keep_reading(connection, row, reading)
            if reading.sdi is not None and reading.sdi.file:
                notices.attach(connection, row_of(connection, id, ALL_AREAS), reading.sdi)
            _set_media_type(connection, row, media_type)
            parts = keep_further(connection, row, further)
            read = {id: reading.picture_print} | dict.fromkeys(parts, b"")
            for part, holder in enumerate([id, *parts], start=row["part"]):
                own = [item for item in inside if item.part == part]
                read |= take_out(connection, row_of(connection, holder, ALL_AREAS), own)
            return read

        return self._change(id, ALL_AREAS, change)

    def open_up(self, id: int, media_type: str, inside: Sequence[Inside]) -> Document:
        """Stores that a file only held others, which are documents of their own from now on."""

        def change(connection: Connection, row: RowMapping) -> dict[int, bytes]:
            _set_media_type(connection, row, media_type)
            read = take_out(connection, row, inside)
            changes.open_up(connection, row, len(inside))
            return read

        return self._change(id, ALL_AREAS, change)

    def put_together(
        self, pair: sides.Sides, types: tuple[str, str], made: Inside, remark: type[FaldoneError] | None
    ) -> None:
        """Stores what was made of the two sides of a pile, to be read in its turn; `types` are theirs."""

        def change(connection: Connection, fronts: RowMapping) -> dict[int, bytes]:
            backs = row_of(connection, pair.backs.id, ALL_AREAS)
            for row, type in zip((fronts, backs), types, strict=True):
                _set_media_type(connection, row, type)
            sides.put_together(connection, fronts, backs, made, remark)
            return {backs["id"]: b""}

        self._change(pair.fronts.id, ALL_AREAS, change)

    def set_aside(self, id: int, error: FaldoneError) -> None:
        """Puts a copy of what cannot be read where people find it, and records why.

        In this order: killed between, the document is read again, and its copy is replaced or taken back."""
        with self._database.read() as connection:
            row = row_of(connection, id, ALL_AREAS)
        if row["tree_path"] is None:
            try:
                self._archive.set_aside(row["sha256"], row["file"], error.message)
            except OSError:
                log.exception("Document %d is set aside, but there is no copy of it.", id)
        with self._database.write() as connection:
            changes.set_aside(connection, row_of(connection, id, ALL_AREAS), error)
            sides.part(connection, id)

    def read_again(self, id: int, user: str | None, areas: Areas) -> None:
        """Puts a document back to be read; what users said of it stays. Raises NoSuchDocument."""
        with self._database.write() as connection:
            row = row_of(connection, id, areas)
            if row["status"] in WAITING:
                return
            changes.set_columns(connection, id, status=Status.RECEIVED.value, attempts=0)
            changes.add_event(connection, id, EventKind.READ_AGAIN, user)

    # correcting

    def correct(
        self,
        id: int,
        revision: int,
        corrections: Mapping[str, str | None],
        user: str,
        *,
        areas: Areas,
        kind: str | None = None,
        lists: Mapping[str, Sequence[Row]] | None = None,
    ) -> Document:
        """Canonical values by field; None says that the document carries none. `lists` are whole tables of canonical
        values; empty rows are dropped. The document is filed, or goes on waiting where it is still to be read.

        Raises StaleRevision, InvalidValue, NoSuchDocument."""

        def change(connection: Connection, row: RowMapping) -> dict[int, bytes]:
            correcting.check_revision(row, revision)
            if kind is not None and area_of(kind, row["hint"]) not in areas:
                raise InvalidValue("kind", _CLOSED_AREA)
            correcting.correct(connection, row, corrections, kind, user, lists or {})
            return {}

        return self._change(id, areas, change)

    def take_back(self, id: int, revision: int, user: str, areas: Areas) -> Document:
        """The document as it was before the correction that made `revision`, in a new one.

        Raises StaleRevision, NothingToTakeBack, NoSuchDocument."""

        def change(connection: Connection, row: RowMapping) -> dict[int, bytes]:
            correcting.check_revision(row, revision)
            correcting.take_back(connection, row, user)
            return {}

        return self._change(id, areas, change)

    def _change(self, id: int, areas: Areas, change: Callable[[Connection, RowMapping], dict[int, bytes]]) -> Document:
        """`change` returns the other documents whose summary it touched, each with the print of its first page."""
        with self._database.write() as connection:
            before = row_of(connection, id, areas)
            touched = {id: b""} | change(connection, before)
            for each, picture in touched.items():
                self._summarise(connection, each)
                look_for_twins(connection, each, picture)
                row = row_of(connection, each, ALL_AREAS)
                self._archive.take_back(row["sha256"], row["file"])
            changed = document_of(row_of(connection, id, ALL_AREAS))
        for each in touched:
            self.place(each)
        return changed

    def _summarise(self, connection: Connection, id: int) -> None:
        row = row_of(connection, id, ALL_AREAS)
        if row["status"] != Status.OPENED:
            changes.summarise_again(connection, id, self._template, self._archive.tree)
            row = row_of(connection, id, ALL_AREAS)
        if row["area"] == Area.HR:
            make_private_above(connection, id)

    # the readable tree

    def place(self, id: int) -> None:
        """Brings the document's file in the readable tree to where its record says.

        Where that cannot be (a full disk, a share that is away), the document stays among the misplaced."""
        try:
            self._place(id)
        except OSError:
            log.exception("The readable tree does not follow document %d; it will at the next start.", id)

    def _place(self, id: int) -> None:
        with self._database.read() as connection:
            row = row_of(connection, id, ALL_AREAS)
        path = row["tree_path"]
        if path == row["placed_path"] and (path is None or self._archive.is_in_tree(path)):
            return
        with self._database.write() as connection:  # alone: two who move one file would leave two
            row = row_of(connection, id, ALL_AREAS)
            if row["status"] == Status.ACCEPTING:  # its original has no place yet
                return
            if row["tree_path"] is None:
                self._archive.withdraw(row["sha256"], row["placed_path"])
                changes.set_columns(connection, id, placed_path=None)
                return
            try:
                self._archive.place(row["sha256"], row["placed_path"], row["tree_path"])
            except FileExistsError:
                row = self._elsewhere(connection, id)
                self._archive.place(row["sha256"], row["placed_path"], row["tree_path"])
            changes.set_columns(connection, id, placed_path=row["tree_path"])

    def _elsewhere(self, connection: Connection, id: int) -> RowMapping:
        """Somebody put a file where the document's was to go: it gets another number."""
        changes.set_columns(connection, id, tree_key=None)
        changes.summarise_again(connection, id, self._template, self._archive.tree)
        return row_of(connection, id, ALL_AREAS)

    def misplaced(self) -> list[int]:
        """Documents whose file is not yet where their record says: a move was broken off."""
        query = select(documents.c.id).where(documents.c.tree_path.is_distinct_from(documents.c.placed_path))
        with self._database.read() as connection:
            return list(connection.execute(query).scalars())

    # the index

    def unindexed(self, limit: int) -> list[int]:
        query = select(documents.c.id).where(_TO_INDEX).order_by(documents.c.id).limit(limit)
        with self._database.read() as connection:
            return list(connection.execute(query).scalars())

    def index_lag(self) -> int:
        """How many documents the index does not know as they are."""
        with self._database.read() as connection:
            return connection.execute(select(func.count()).select_from(documents).where(_TO_INDEX)).scalar_one()

    def mark_indexed(self, revisions: Mapping[int, int]) -> None:
        """`revisions` are those that the index holds now, by document."""
        with self._database.write() as connection:
            for id, revision in revisions.items():
                changes.set_columns(connection, id, indexed_revision=revision)

    def forget_index(self) -> None:
        """Every document is to be indexed anew."""
        with self._database.write() as connection:
            connection.execute(update(documents).values(indexed_revision=0))


_IS_READABLE = documents.c.status.in_([status.value for status in READABLE])
_LEFT = documents.c.status.in_([Status.OPENED.value, Status.JOINED.value]) & (documents.c.indexed_revision > 0)
_TO_INDEX = (documents.c.revision > documents.c.indexed_revision) & (_IS_READABLE | _LEFT)


def _set_media_type(connection: Connection, row: RowMapping, media_type: str) -> None:
    connection.execute(update(originals).where(originals.c.sha256 == row["sha256"]).values(media_type=media_type))
