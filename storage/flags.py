"""What one process asks of another through the store: a command line that finds the service running leaves a note."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import delete, insert, select

from storage.database import Database
from storage.schema import service_flags


class Flags:
    """Named notes, each there or not."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, name: str) -> None:
        with self._database.write() as connection:
            connection.execute(delete(service_flags).where(service_flags.c.name == name))
            connection.execute(insert(service_flags).values(name=name, at=datetime.now(UTC)))

    def is_set(self, name: str) -> bool:
        with self._database.read() as connection:
            return (
                connection.execute(select(service_flags.c.name).where(service_flags.c.name == name)).first() is not None
            )

    def take(self, name: str) -> bool:
        """True, once, where the note was left."""
        if not self.is_set(name):
            return False
        with self._database.write() as connection:
            return connection.execute(delete(service_flags).where(service_flags.c.name == name)).rowcount > 0
