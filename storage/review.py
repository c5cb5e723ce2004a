"""The documents that wait for a look, most urgent first, for each person."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, delete, exists, func, insert, select, update
from sqlalchemy.engine import RowMapping

from storage.counterparts import name_key
from storage.database import Database
from storage.document import Document, Status
from storage.rows import SELECT_DOCUMENT, Areas, document_of, row_of, within
from storage.schema import documents
from storage.schema_people import users
from storage.schema_review import review_marks

# What falls due within two weeks cannot wait; what fell due long ago (an old archive, taken in) is not urgent any more.
SOON = timedelta(days=14)
LONG_AGO = timedelta(days=60)
OPEN_FOR = timedelta(minutes=10)  # that long after it was opened, somebody is taken to be still at a document

_MINE, _NOBODYS, _ANOTHERS = 0, 1, 2
_theirs = review_marks.alias("theirs")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of the queue: a kind, a part of the counterpart's name, whose it is (0: nobody's)."""

    kind: str | None = None
    counterpart: str = ""
    assignee: int | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document in the queue. `due` is the nearer of its own due date and the assignment's; `open_by` names a
    colleague who has it open, `assigned_to` whose it is."""

    document: Document
    due: str | None
    is_due_soon: bool
    open_by: str | None
    assigned_to: str | None
    is_skipped: bool


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """`total` counts what `Wanted` asks for; the others the whole queue, by kind and by the assignee's id and name."""

    total: int
    by_kind: dict[str, int]
    by_assignee: tuple[tuple[int, str, int], ...]
    unassigned: int

    @property
    def whole(self) -> int:
        return sum(self.by_kind.values())


class ReviewQueue:
    """`user` is the id of the person who asks: what they skipped comes last, what is assigned to them first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def first(
        self,
        user: int,
        areas: Areas,
        wanted: Wanted | None = None,
        *,
        besides: Collection[int] = (),
        offset: int = 0,
        limit: int = 1,
        now: datetime | None = None,
    ) -> list[Waiting]:
        """In the order in which they should be looked at, without those `besides`."""
        at = now or datetime.now(UTC)
        query = (
            select(documents.c.id)
            .outerjoin(review_marks, _of(user))
            .where(*_asked(areas, wanted), documents.c.id.not_in(list(besides)))
            .order_by(*_order(user, at))
        )
        with self._database.read() as connection:
            ids = list(connection.execute(query.offset(offset).limit(limit)).scalars())
            rows = connection.execute(_described(ids, user, at)).mappings()
            found = {row["id"]: _waiting(row, at.date()) for row in rows}
        return [found[id] for id in ids]

    def counts(self, areas: Areas, wanted: Wanted | None = None) -> QueueCounts:
        kinds = select(documents.c.kind, func.count()).where(*_asked(areas, None)).group_by(documents.c.kind)
        people = select(documents.c.assignee_id, func.count()).where(*_asked(areas, None))
        total = select(func.count()).select_from(documents).where(*_asked(areas, wanted))
        with self._database.read() as connection:
            by_kind: dict[str, int] = dict(map(tuple, connection.execute(kinds)))
            by_person: dict[int | None, int] = dict(
                map(tuple, connection.execute(people.group_by(documents.c.assignee_id)))
            )
            names = select(users.c.id, users.c.name).where(users.c.id.in_([id for id in by_person if id]))
            named = [(id, name, by_person[id]) for id, name in connection.execute(names.order_by(users.c.name_key))]
            count = connection.execute(total).scalar_one()
        return QueueCounts(count, by_kind, tuple(named), by_person.get(None, 0))

    def open(self, id: int, user: int, areas: Areas) -> tuple[Document, str | None]:
        """Says that a person has the document open; it as it is now, and the name of a colleague who has it open too.

        Raises NoSuchDocument."""
        now = datetime.now(UTC)
        with self._database.write() as connection:
            document = document_of(row_of(connection, id, areas))
            self._mark(connection, id, user, opened_at=now)
            others = select(users.c.name).join(_theirs, _theirs.c.user_id == users.c.id)
            other = connection.execute(others.where(_open_now(now, user), _theirs.c.document_id == id).limit(1))
            return document, other.scalar()

    def close(self, user: int) -> None:
        """The person left the desk: what they had open may be taken by others."""
        with self._database.write() as connection:
            mine = review_marks.c.user_id == user
            connection.execute(delete(review_marks).where(mine, review_marks.c.skipped_at.is_(None)))
            connection.execute(update(review_marks).where(mine).values(opened_at=None))

    def skip(self, id: int, user: int, areas: Areas) -> None:
        """For this person it comes back at the end of the queue. Raises NoSuchDocument."""
        with self._database.write() as connection:
            row_of(connection, id, areas)
            self._mark(connection, id, user, skipped_at=datetime.now(UTC), opened_at=None)

    def _mark(self, connection: Connection, id: int, user: int, **values: Any) -> None:
        here = and_(review_marks.c.document_id == id, review_marks.c.user_id == user)
        if connection.execute(update(review_marks).where(here).values(values)).rowcount == 0:
            connection.execute(insert(review_marks).values(document_id=id, user_id=user, **values))


def _asked(areas: Areas, wanted: Wanted | None) -> list[ColumnElement[bool]]:
    conditions = [documents.c.status == Status.TO_REVIEW.value, within(areas)]
    if wanted is None:
        return conditions
    if wanted.kind:
        conditions.append(documents.c.kind == wanted.kind)
    if key := name_key(wanted.counterpart):
        conditions.append(documents.c.counterpart_key.contains(key, autoescape=True))
    if wanted.assignee is not None:
        someone = documents.c.assignee_id == wanted.assignee
        conditions.append(someone if wanted.assignee else documents.c.assignee_id.is_(None))
    return conditions


def _due() -> ColumnElement[str | None]:
    nearer = documents.c.assigned_due < documents.c.due_date
    return case((nearer, documents.c.assigned_due), else_=func.coalesce(documents.c.due_date, documents.c.assigned_due))


def _order(user: int, now: datetime) -> list[ColumnElement[Any]]:
    """Skipped ones and those that a colleague has open last; mine first; due soon, oldest, largest amount."""
    due, today = _due(), now.date()
    soon = due.between((today - LONG_AGO).isoformat(), (today + SOON).isoformat())
    opened = exists().where(_theirs.c.document_id == documents.c.id, _open_now(now, user))
    whose = case(
        (documents.c.assignee_id == user, _MINE), (documents.c.assignee_id.is_(None), _NOBODYS), else_=_ANOTHERS
    )
    return [
        case((review_marks.c.skipped_at.is_not(None), 2), (opened.correlate(documents), 1), else_=0),
        review_marks.c.skipped_at,
        whose,
        case((soon, 0), else_=1),
        case((soon, due)),
        func.date(documents.c.received_at),
        func.coalesce(documents.c.cents, 0).desc(),
        documents.c.id,
    ]


def _open_now(now: datetime, user: int) -> ColumnElement[bool]:
    return and_(_theirs.c.user_id != user, _theirs.c.opened_at > now - OPEN_FOR)


def _described(ids: list[int], user: int, now: datetime) -> Select[Any]:
    opened = (
        select(users.c.name)
        .join(_theirs, _theirs.c.user_id == users.c.id)
        .where(_theirs.c.document_id == documents.c.id, _open_now(now, user))
        .limit(1)
    )
    assigned = select(users.c.name).where(users.c.id == documents.c.assignee_id)
    return (
        SELECT_DOCUMENT.add_columns(
            _due().label("due"),
            opened.correlate(documents).scalar_subquery().label("open_by"),
            assigned.correlate(documents).scalar_subquery().label("assigned_to"),
            review_marks.c.skipped_at,
        )
        .outerjoin(review_marks, _of(user))
        .where(documents.c.id.in_(ids))
    )


def _of(user: int) -> ColumnElement[bool]:
    return and_(review_marks.c.document_id == documents.c.id, review_marks.c.user_id == user)


def _waiting(row: RowMapping, today: date) -> Waiting:
    due = row["due"]
    is_soon = bool(due) and (today - LONG_AGO).isoformat() <= due <= (today + SOON).isoformat()
    is_skipped = row["skipped_at"] is not None
    return Waiting(document_of(row), due, is_soon, row["open_by"], row["assigned_to"], is_skipped)
