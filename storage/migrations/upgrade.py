"""Bringing a database up to the newest schema. Alembic is imported only when there is something to do."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sqlalchemy import Engine, inspect, text

VERSIONS = Path(__file__).parent / "versions"


def current_revision(engine: Engine) -> str | None:
    """The schema's revision in this database, None for an empty one."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


@cache
def newest_revision() -> str:
    """The last revision in `versions/`: files are named by number."""
    return max(path.name for path in VERSIONS.glob("[0-9]*.py")).partition("_")[0]


def upgrade(engine: Engine) -> None:
    """Applies what is missing, all or nothing; two processes that start together wait for each other."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(VERSIONS.parent).replace("%", "%%"))
    with engine.connect().execution_options(faldone_write=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
