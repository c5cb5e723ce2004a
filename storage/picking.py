"""What is offered while somebody types: tags and counterparts that begin with it first, then those that hold it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, exists, func, select

from storage.counterparts import name_key
from storage.database import Database
from storage.document import READABLE
from storage.rows import Areas, within
from storage.schema import documents
from storage.schema_desk import document_tags, tags

_READABLE = documents.c.status.in_([status.value for status in READABLE])


@dataclass(frozen=True, slots=True)
class Offered:
    """`count` says how many documents have it, where that was counted."""

    name: str
    count: int | None = None


class Picking:
    """Offers only what stands on documents in the areas of who asks."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def tags(self, typed: str, areas: Areas, limit: int = 12) -> list[Offered]:
        def offered(connection: Connection, condition: ColumnElement[bool]) -> list[Offered]:
            seen = exists().where(
                document_tags.c.key == tags.c.key, documents.c.id == document_tags.c.document_id, within(areas)
            )
            query = select(tags.c.name).where(condition, seen).order_by(tags.c.key).limit(limit)
            return [Offered(name) for name in connection.execute(query).scalars()]

        return self._both(typed, tags.c.key, offered, limit)

    def counterparts(self, typed: str, areas: Areas, limit: int = 12) -> list[Offered]:
        """Those with the most documents first."""
        count = func.count()

        def offered(connection: Connection, condition: ColumnElement[bool]) -> list[Offered]:
            query = (
                select(func.max(documents.c.counterpart), count)
                .where(condition, within(areas), _READABLE)
                .group_by(documents.c.counterpart_key)
                .order_by(count.desc(), documents.c.counterpart_key)
                .limit(limit)
            )
            return [Offered(name, found) for name, found in connection.execute(query)]

        return self._both(typed, documents.c.counterpart_key, offered, limit)

    def _both(
        self,
        typed: str,
        column: ColumnElement[str] | ColumnElement[str | None],
        offered: Callable[[Connection, ColumnElement[bool]], list[Offered]],
        limit: int,
    ) -> list[Offered]:
        key = name_key(typed)
        with self._database.read() as connection:
            first = offered(connection, column.between(key, f"{key}\U0010ffff"))
            if len(first) >= limit or not key:
                return first
            known = {one.name for one in first}
            more = offered(connection, column.contains(key, autoescape=True))
            return [*first, *(one for one in more if one.name not in known)][:limit]
