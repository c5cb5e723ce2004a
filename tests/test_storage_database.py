"""The database: one schema however it came to be, several processes at once."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import TypeVar

import pytest
import sqlalchemy
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy.engine.interfaces import ReflectedIndex
from sqlalchemy.schema import CreateIndex, CreateTable

from storage.database import Database, NewerDatabase
from storage.document import ALL_AREAS, Status
from storage.inbox import Seen
from storage.migrations.upgrade import VERSIONS, newest_revision
from storage.schema import metadata
from storage.users import Role
from tests.storing import drop, filed, files_below, open_store, reading

SPAWN = multiprocessing.get_context("spawn")
DEADLINE = 30.0


def url(folder: Path) -> str:
    return f"sqlite:///{folder / 'faldone.db'}"


def schema_of(engine: sqlalchemy.Engine) -> dict[str, object]:
    """Tables, columns, keys and indexes, in no order."""
    look = sqlalchemy.inspect(engine)
    return {
        table: {
            "columns": {c["name"]: (repr(c["type"]), c["nullable"]) for c in look.get_columns(table)},
            "key": look.get_pk_constraint(table),
            "indexes": {(i["name"], *i["column_names"], _where(i)) for i in look.get_indexes(table)},
            "unique": sorted(map(repr, look.get_unique_constraints(table))),
            "foreign": sorted(map(repr, look.get_foreign_keys(table))),
        }
        for table in look.get_table_names()
        if table != "alembic_version"
    }


def _where(index: ReflectedIndex) -> str:
    return str(index.get("dialect_options", {}).get("sqlite_where"))


def test_migrations_and_declaration_are_one_schema(tmp_path: Path) -> None:
    migrated = Database(url(tmp_path))
    declared = sqlalchemy.create_engine("sqlite://")
    metadata.create_all(declared)
    assert schema_of(migrated.engine) == schema_of(declared)
    with migrated.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == [], "write a migration: a change of schema.py is not in versions/"
    migrated.close()
    declared.dispose()


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        document = filed(store, tmp_path, number="12")
    with open_store(tmp_path) as store:
        assert store.documents.get(document.id, ALL_AREAS) == document


def test_a_path_may_hold_anything(tmp_path: Path) -> None:
    folder = tmp_path / "50% à b"
    with open_store(folder) as store:
        drop(store, folder, "a.pdf")
    assert (folder / "faldone.db").exists()


def test_what_was_filed_by_an_older_faldone_is_sorted_summed_and_picked_as_what_is_new(tmp_path: Path) -> None:
    older = sqlalchemy.create_engine(url(tmp_path))
    config = Config()
    config.set_main_option("script_location", str(VERSIONS.parent))
    with older.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        for statement in _OLDER:
            connection.exec_driver_sql(statement)
    older.dispose()
    with open_store(tmp_path) as store:
        document = store.documents.get(1, ALL_AREAS)
        assert (document.due_date, document.tags) == ("2026-04-30", ("Urgénte",))
        admin = store.users.by_name("admin")
        assert admin is not None and admin.role is Role.ADMINISTRATOR
    looked = sqlalchemy.create_engine(url(tmp_path))
    with looked.connect() as connection:
        kept = connection.exec_driver_sql("SELECT cents, counterpart_key FROM documents").all()
        tagged = connection.exec_driver_sql("SELECT t.name, d.document_id FROM document_tags d JOIN tags t USING (key)")
        assert (kept, tagged.all()) == ([(128527, "societa a")], [("Urgénte", 1)])
    looked.dispose()


_OLDER = (
    "INSERT INTO users VALUES (1, 'admin', 'admin', 'x', '[\"hr\"]', 1, NULL, '2026-01-01')",
    "INSERT INTO originals VALUES ('00', 1, 'application/pdf', '2026-01-01')",
    "INSERT INTO documents (id, sha256, part, file, kind, kind_confidence, kind_by_user, area, language, status,"
    " attempts, revision, indexed_revision, received_at, title, counterpart, amount, tags, page_count) VALUES"
    " (1, '00', 1, 'a.pdf', 'invoice', 1, 0, 'accounting', 'it', 'filed', 0, 1, 1, '2026-01-01', 'a', 'Società  A',"
    " '1285.27', '[\"Urgénte\"]', 1)",
    "INSERT INTO field_values (document_id, revision, name, value, confidence, source, evidence, at, current)"
    " VALUES (1, 1, 'due_date', '2026-04-30', 1, 'ocr', '[]', '2026-01-01', 1)",
)


def test_a_database_of_a_newer_faldone_is_refused_with_the_remedy(tmp_path: Path) -> None:
    database = Database(url(tmp_path))
    with database.write() as connection:
        connection.execute(sqlalchemy.text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(NewerDatabase) as refused:
        Database(url(tmp_path))
    assert "9999" in refused.value.message.it
    assert newest_revision() in refused.value.message.en


def test_a_folder_that_an_administrator_opened_stays_open(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    open_store(folder).close()
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.chmod(0o750)
    open_store(folder).close()
    assert folder.stat().st_mode & 0o777 == 0o750


def test_the_schema_can_be_said_to_postgresql() -> None:
    dialect = sqlalchemy.make_url("postgresql+psycopg://").get_dialect()()
    for table in metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=dialect))
    (to_index,) = (i for t in metadata.tables.values() for i in t.indexes if i.name == "ix_documents_to_index")
    assert "WHERE revision > indexed_revision" in str(CreateIndex(to_index).compile(dialect=dialect))


def test_a_reader_sees_one_state_while_another_writes(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        document = filed(store, tmp_path, number="12")
        database = Database(url(tmp_path))
        with database.read() as connection:
            count = sqlalchemy.text("SELECT revision FROM documents")
            assert connection.execute(count).scalar_one() == document.revision
            store.documents.correct(document.id, document.revision, {"number": "13"}, "anna", areas=ALL_AREAS)
            assert connection.execute(count).scalar_one() == document.revision
        database.close()


def test_a_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        drop(store, tmp_path, "a.pdf")
    database = Database(url(tmp_path))
    with pytest.raises(KeyError), database.write() as connection:
        connection.execute(sqlalchemy.text("DELETE FROM events"))
        raise KeyError
    with database.read() as connection:
        assert connection.execute(sqlalchemy.text("SELECT count(*) FROM events")).scalar_one() == 1
    database.close()


_BARRIERS: list[Barrier] = []


def _remember(barrier: Barrier) -> None:
    _BARRIERS.append(barrier)


def _open_together(folder: Path, name: str) -> str:
    _BARRIERS[0].wait(DEADLINE)
    with open_store(folder) as store:
        store.users.create(name, "hash", [])
    return name


def _write_much(folder: Path, name: str) -> int:
    with open_store(folder) as store:
        _BARRIERS[0].wait(DEADLINE)
        for number in range(10):
            document = drop(store, folder / name, f"{number}.pdf", f"{name}{number}".encode())
            document = store.documents.keep(document.id, reading({"number": "1"}), "application/pdf")
            store.documents.correct(document.id, document.revision, {"number": "2"}, name, areas=ALL_AREAS)
            store.inbox.waiting([Seen(name.encode(), number, 0, 0)])
    return number


def _claim_all(folder: Path, name: str) -> list[int]:
    claimed = []
    with open_store(folder) as store:
        _BARRIERS[0].wait(DEADLINE)
        while work := store.documents.claim():
            claimed.append(work.document.id)
    return claimed


T = TypeVar("T")


def in_two_processes(task: Callable[[Path, str], T], folder: Path) -> list[T]:
    """What each of two processes answers that do the task at the same moment."""
    with SPAWN.Pool(2, _remember, (SPAWN.Barrier(2),)) as pool:
        return pool.starmap_async(task, [(folder, "a"), (folder, "b")], chunksize=1).get(DEADLINE)


def test_two_processes_open_an_empty_folder_at_once(tmp_path: Path) -> None:
    assert in_two_processes(_open_together, tmp_path / "data") == ["a", "b"]
    with open_store(tmp_path / "data") as store:
        assert store.users.count() == 2


def test_two_processes_write_at_once(tmp_path: Path) -> None:
    in_two_processes(_write_much, tmp_path)
    with open_store(tmp_path) as store:
        counts = store.documents.counts()
        assert counts[Status.FILED] + counts[Status.TO_REVIEW] == 20  # they look alike: it asks about most
        paths = {d.tree_path for d in store.documents.each()}
        assert set(files_below(tmp_path / "archive")) == paths
        assert len(paths) == 20
        assert store.documents.misplaced() == []


def test_two_processes_share_the_work_without_doing_any_twice(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        ids = [drop(store, tmp_path, f"{n}.pdf", bytes([n])).id for n in range(20)]
    one, other = in_two_processes(_claim_all, tmp_path)
    assert sorted(one + other) == ids
