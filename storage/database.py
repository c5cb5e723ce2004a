"""Opening the database: SQLite made safe for two processes, PostgreSQL as it comes; the schema brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from storage.errors import FaldoneError, Message
from storage.files import alone_in
from storage.migrations.upgrade import current_revision, newest_revision, upgrade

BUSY_MILLISECONDS = 30_000


class NewerDatabase(FaldoneError):
    """The schema is newer than this Faldone knows."""

    code = "newer_database"
    message = Message(
        "L'archivio è di una versione più nuova di Faldone (schema {found}, qui {known}): aggiorna Faldone.",
        "The database belongs to a newer version of Faldone (schema {found}, here {known}): update Faldone.",
    )


def sqlite_in(folder: Path) -> URL:
    """The database that needs no server; the folder's name may hold any character."""
    return URL.create("sqlite", database=str(folder / "faldone.db"))


def check_url(url: str) -> None:
    """Raises ValueError for what is no address of a database that Faldone can use."""
    try:
        parsed = make_url(url)
        parsed.get_dialect().import_dbapi()
    except (ArgumentError, ImportError) as error:
        raise ValueError(str(error)) from error
    if parsed.get_backend_name() not in ("sqlite", "postgresql"):
        raise ValueError(parsed.get_backend_name())
    if parsed.get_backend_name() == "sqlite" and parsed.database in (None, "", ":memory:"):
        raise ValueError("sqlite in memory")


def absolute_url(url: str, folder: Path) -> str:
    """The same address, with the path of an SQLite file counted from `folder`."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database is None or parsed.database.startswith("file:"):
        return url
    return parsed.set(database=str(folder / parsed.database)).render_as_string(hide_password=False)


class Database:
    """Hands out connections in a transaction: `read` sees one state of things, `write` is alone while it lasts."""

    def __init__(self, url: str | URL) -> None:
        parsed = make_url(url)
        self.sqlite = parsed.get_backend_name() == "sqlite"
        self.engine: Engine = create_engine(parsed)
        if not self.sqlite:
            _upgrade(self.engine)
            return
        event.listen(self.engine, "connect", _prepare_sqlite)
        event.listen(self.engine, "begin", _begin_sqlite)
        folder = Path(parsed.database or "").parent
        folder.mkdir(parents=True, exist_ok=True)
        with alone_in(folder):  # the change to WAL does not wait for others as transactions do: it fails
            _upgrade(self.engine)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        with self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        with self.engine.connect().execution_options(faldone_write=True) as connection, connection.begin():
            yield connection

    def close(self) -> None:
        self.engine.dispose()


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun by _begin_sqlite, not guessed by the driver
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # a file leaves the inbox only after its record is on the disk
    connection.execute("PRAGMA foreign_keys = ON")


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads first and writes later fails at once when another wrote in between: so say it first.
    write = connection.get_execution_options().get("faldone_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _upgrade(engine: Engine) -> None:
    found, known = current_revision(engine), newest_revision()
    if found is not None and found > known:
        raise NewerDatabase(found=found, known=known)
    if found != known:
        upgrade(engine)
