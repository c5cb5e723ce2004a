"""What came out of a file: its further parts and the files inside it, as documents of their own.

Each function works in the transaction of whoever keeps the document that they came out of.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.engine import RowMapping

from storage import changes
from storage.document import EventKind, Status
from storage.kinds import Area
from storage.links import Inside, LinkKind
from storage.reading import Reading
from storage.rows import SELECT_DOCUMENT
from storage.schema import documents, links, originals
from storage.summary import area_of

DEEPEST = 6  # files in one another
MOST_OF_ONE = 10_000  # documents that came of one file from outside


def keep_further(connection: Connection, row: RowMapping, readings: Sequence[Reading]) -> list[int]:
    """The second and later documents of one original; those that are there already are kept as newly read."""
    kept = []
    for part, reading in enumerate(readings, start=row["part"] + 1):
        id = _part(connection, row, part)
        changes.keep_reading(connection, _row(connection, id), reading)
        kept.append(id)
    return kept


def _part(connection: Connection, row: RowMapping, part: int) -> int:
    query = select(documents.c.id).where(documents.c.sha256 == row["sha256"], documents.c.part == part)
    known = connection.execute(query).scalar_one_or_none()
    if known is not None:
        return int(known)
    return _new(connection, row, {"sha256": row["sha256"], "part": part, "file": row["file"], "depth": row["depth"]})


def take_out(connection: Connection, row: RowMapping, inside: Sequence[Inside]) -> dict[int, bytes]:
    """The files inside a document's file as documents; one that is known already is only linked.

    Returns those that were read in it and are to be summarised, each with the print of its first page; the others
    wait to be read."""
    read: dict[int, bytes] = {}
    for item in inside:
        known = connection.execute(
            SELECT_DOCUMENT.where(documents.c.sha256 == item.sha256, documents.c.part == 1)
        ).mappings().one_or_none()  # fmt: skip
        if known is not None and known["id"] == row["id"]:
            continue  # a file that holds itself
        id = known["id"] if known is not None else _new_inside(connection, row, item)
        link(connection, LinkKind.INSIDE, row["id"], id, dict(item.bond))
        if known is None and item.reading is not None:
            changes.keep_reading(connection, _row(connection, id), item.reading)
            read[id] = item.reading.picture_print
        if known is not None:
            _welcome_back(connection, row, known)
    return read


def _welcome_back(connection: Connection, row: RowMapping, known: RowMapping) -> None:
    """A document that was there before its container came: the container is as private as it is.

    One that had been joined to its pile again comes out of it again."""
    changes.add_event(connection, known["id"], EventKind.DROPPED_AGAIN, None, {"file": row["file"]})
    if known["area"] == Area.HR:
        make_private_above(connection, known["id"])
    if known["status"] == Status.SET_ASIDE or known["joined_to"] == row["id"]:
        changes.set_columns(connection, known["id"], status=Status.RECEIVED.value, attempts=0, joined_to=None)


def _new_inside(connection: Connection, row: RowMapping, item: Inside) -> int:
    now = datetime.now(UTC)
    if connection.execute(select(originals.c.sha256).where(originals.c.sha256 == item.sha256)).first() is None:
        values = {"sha256": item.sha256, "size": item.size, "media_type": item.media_type, "received_at": now}
        connection.execute(insert(originals).values(values))
    return _new(connection, row, {"sha256": item.sha256, "file": item.file, "depth": row["depth"] + 1})


def _new(connection: Connection, row: RowMapping, values: dict[str, Any]) -> int:
    """A document that came out of the one in `row`."""
    common = {
        "hint": row["hint"],
        "tags": row["tags"],
        "area": area_of("other", row["hint"]).value,
        "status": Status.RECEIVED.value,
        "received_at": datetime.now(UTC),
        "title": values["file"],
        "root_id": row["root_id"] or row["id"],
    }
    id = int(connection.execute(insert(documents).values(common | values).returning(documents.c.id)).scalar_one())
    changes.add_event(connection, id, EventKind.CAME_FROM, None, {"document": row["id"], "file": row["file"]})
    return id


def link(connection: Connection, kind: LinkKind, above: int, below: int, data: dict[str, Any]) -> None:
    """Binds two documents, or says anew what is known of their bond."""
    where = (links.c.from_id == above, links.c.to_id == below, links.c.kind == kind.value)
    if connection.execute(update(links).where(*where).values(data=data)).rowcount == 0:
        row = {"kind": kind.value, "from_id": above, "to_id": below, "data": data, "at": datetime.now(UTC)}
        connection.execute(insert(links).values(row))


def make_private_above(connection: Connection, id: int) -> None:
    """What holds a paper of HR is as private as the paper: its original would show it."""
    beneath = [id]
    while beneath:
        query = (
            select(documents.c.id)
            .join(links, links.c.from_id == documents.c.id)
            .where(links.c.to_id == beneath.pop(), links.c.kind == LinkKind.INSIDE.value)
            .where(documents.c.private.is_(False))
        )
        for holder in connection.execute(query).scalars().all():
            values = {"private": True, "area": Area.HR.value, "revision": documents.c.revision + 1}
            changes.set_columns(connection, holder, **values)
            beneath.append(holder)


def came_of(connection: Connection, root: int) -> int:
    """How many documents came of a file from outside so far."""
    return connection.execute(
        select(func.count()).select_from(documents).where(documents.c.root_id == root)
    ).scalar_one()


def _row(connection: Connection, id: int) -> RowMapping:
    return connection.execute(SELECT_DOCUMENT.where(documents.c.id == id)).mappings().one()
