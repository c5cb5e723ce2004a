"""Double-sided paper from a scanner that sees one side: two files, the fronts and then the backs of the same sheets.

half       a file of such a pair, in its place among the originals, waits for its turn
paired     the two that waited longest in one folder are bound, fronts -> backs; the fronts are claimed to be read
opened     what was made of both, sheet by sheet, is a document of its own that came out of either

One pair of a folder at a time: a file that turns out to belong to none must not shift those that came after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, ScalarSelect, delete, exists, func, or_, select
from sqlalchemy.engine import RowMapping

from storage import changes
from storage.database import Database
from storage.document import ALL_AREAS, Document, EventKind, Status
from storage.errors import FaldoneError, Message
from storage.inbox_names import is_for_one_pair
from storage.inside import link, take_out
from storage.links import Inside, LinkKind
from storage.rows import SELECT_DOCUMENT, Areas, document_of, row_of, within
from storage.schema import documents, events, links


class BacksMissing(FaldoneError):
    """A remark: the fronts were filed without backs."""

    code = "backs_missing"
    message = Message(
        "I retri non sono arrivati in tempo: è archiviato come scansione di una sola facciata. Se i retri ci sono,"
        " rimetti nella cartella prima i fronti, poi i retri.",
        "The backs did not come in time: it is filed as a one-sided scan. If there are backs, drop the fronts again,"
        " then the backs.",
    )


class LastBackMissing(FaldoneError):
    """A remark: one back fewer than fronts."""

    code = "last_back_missing"
    message = Message(
        "C'è un retro in meno: l'ultimo foglio è stato messo senza retro. Guarda se le pagine si seguono; se due fogli"
        " sono passati insieme, scansiona di nuovo la pila.",
        "There is one back fewer: the last sheet was taken to have none. See whether the pages follow each other; if"
        " two sheets went through at once, scan the pile again.",
    )


REMARKS = frozenset({BacksMissing.code, LastBackMissing.code})


@dataclass(frozen=True, slots=True)
class Half:
    """A file that waits for the other side of its sheets, since when."""

    document: Document
    since: datetime


@dataclass(frozen=True, slots=True)
class Sides:
    """The two files of a pair; `by_themselves` in a folder where no other file will come."""

    fronts: Document
    backs: Document
    by_themselves: bool = False


class DoubleSided:
    """The halves that wait, as others see them and decide about them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self, areas: Areas) -> list[Half]:
        """Those that wait for their other side, longest first."""
        with self._database.read() as connection:
            return [Half(document_of(row), row["since"]) for row in _alone(connection, areas)]

    def file_alone(self, id: int, user: str, areas: Areas) -> None:
        """Nobody waits for the other side any more; nothing where it came meanwhile. Raises NoSuchDocument."""
        with self._database.write() as connection:
            row_of(connection, id, areas)
            if any(row["id"] == id for row in _alone(connection, areas)):
                changes.set_columns(connection, id, status=Status.RECEIVED.value, attempts=0)
                changes.add_event(connection, id, EventKind.FILED_ALONE, user)

    def give_up(self, before: datetime) -> int:
        """Those that have waited since before then are filed as they are, with a remark; how many."""
        with self._database.read() as connection:  # asked often: no lock for nothing
            if not any(row["since"] < before for row in _alone(connection, ALL_AREAS)):
                return 0
        with self._database.write() as connection:
            late = [row for row in _alone(connection, ALL_AREAS) if row["since"] < before]
            for row in late:
                said = {"status": Status.RECEIVED.value, "attempts": 0, **_said(BacksMissing)}
                changes.set_columns(connection, row["id"], **said)
                changes.add_event(connection, row["id"], EventKind.BACKS_MISSING, None)
        return len(late)

    def is_none(self, id: int) -> None:
        """It turned out to be no scan: filed as what it is; its partner waits for another."""
        with self._database.write() as connection:
            part(connection, id)
            changes.set_columns(connection, id, status=Status.RECEIVED.value, attempts=0)


def wait(connection: Connection, id: int, pile: str) -> None:
    """A file of the folder `pile` has its place: it waits for the other side, or is the other side of one that does."""
    connection.execute(delete(links).where(links.c.kind == LinkKind.SIDES.value, _has_end(id)))
    changes.set_columns(connection, id, status=Status.HALF.value, attempts=0)
    changes.add_event(connection, id, EventKind.WAITS_FOR_BACKS, None, {"pile": pile})
    _pair(connection, pile)


def sides_of(connection: Connection, id: int) -> Sides | None:
    """The pair that a document is a half of."""
    query = select(links.c.from_id, links.c.to_id).where(links.c.kind == LinkKind.SIDES.value)
    bound = connection.execute(query.where(_has_end(id)).limit(1)).first()
    if bound is None:
        return None
    fronts, backs = (document_of(row_of(connection, each, ALL_AREAS)) for each in bound)
    return Sides(fronts, backs, is_for_one_pair(_pile_of(connection, fronts.id)))


def put_together(
    connection: Connection, fronts: RowMapping, backs: RowMapping, made: Inside, remark: type[FaldoneError] | None
) -> None:
    """What was made of both is a document; the two only held it."""
    known = _id_of(connection, made.sha256)
    take_out(connection, fronts, [made])
    id = _id_of(connection, made.sha256)
    if id is not None and id not in (fronts["id"], backs["id"]):
        link(connection, LinkKind.INSIDE, backs["id"], id, dict(made.bond))
        if known is None:
            data = {"fronts": fronts["file"], "backs": backs["file"]}
            changes.add_event(connection, id, EventKind.PUT_TOGETHER, None, data)
            if remark is not None:
                changes.set_columns(connection, id, **_said(remark))
    for row in (fronts, backs):
        changes.open_up(connection, row, 1)
    _pair(connection, _pile_of(connection, fronts["id"]))


def part(connection: Connection, id: int) -> None:
    """A half that cannot be used leaves its pair; the other half waits again, in its old place."""
    bound = sides_of(connection, id)
    if bound is None:
        return
    other = bound.backs if bound.fronts.id == id else bound.fronts
    if other.status is Status.OPENED:  # they were put together earlier
        return
    connection.execute(delete(links).where(links.c.kind == LinkKind.SIDES.value, _has_end(id)))
    changes.set_columns(connection, other.id, status=Status.HALF.value, attempts=0)
    _pair(connection, _pile_of(connection, other.id))


def _pair(connection: Connection, pile: str) -> None:
    """Binds the two that wait longest, unless a pair of the folder is still being put together."""
    halves = [row for row in _halves(connection, ALL_AREAS) if row["data"].get("pile") == pile]
    if len(halves) < 2 or any(row["is_bound"] for row in halves):
        return
    fronts, backs = halves[:2]
    link(connection, LinkKind.SIDES, fronts["id"], backs["id"], {})
    changes.set_columns(connection, fronts["id"], status=Status.RECEIVED.value, attempts=0)


def _alone(connection: Connection, areas: Areas) -> Iterator[RowMapping]:
    return (row for row in _halves(connection, areas) if not row["is_bound"])


def _halves(connection: Connection, areas: Areas) -> list[RowMapping]:
    """Files that are halves, in the order they came."""
    bound = exists().where(links.c.kind == LinkKind.SIDES.value, _has_end(documents.c.id))
    query = (
        SELECT_DOCUMENT.join(events, events.c.id == _last_arrival(documents.c.id))
        .add_columns(events.c.at.label("since"), events.c.data, bound.label("is_bound"))
        .where(documents.c.status == Status.HALF.value, within(areas))
        .order_by(events.c.id)
    )
    return list(connection.execute(query).mappings())


def _last_arrival(id: ColumnElement[int]) -> ScalarSelect[int]:
    """The event of a document's coming into the folder, the last time."""
    came = events.alias()
    query = select(func.max(came.c.id)).where(came.c.document_id == id)
    return query.where(came.c.kind == EventKind.WAITS_FOR_BACKS.value).correlate(documents).scalar_subquery()


def _pile_of(connection: Connection, id: int) -> str:
    """The folder that a half lay in."""
    query = select(events.c.data).where(events.c.document_id == id, events.c.kind == EventKind.WAITS_FOR_BACKS.value)
    return str(connection.execute(query.order_by(events.c.id.desc()).limit(1)).scalar_one()["pile"])


def _has_end(id: ColumnElement[int] | int) -> ColumnElement[bool]:
    return or_(links.c.from_id == id, links.c.to_id == id)


def _id_of(connection: Connection, sha256: str) -> int | None:
    query = select(documents.c.id).where(documents.c.sha256 == sha256, documents.c.part == 1)
    return connection.execute(query).scalar_one_or_none()


def _said(remark: type[FaldoneError]) -> dict[str, str]:
    return {"error_code": remark.code, "error_it": remark.message.it, "error_en": remark.message.en}
