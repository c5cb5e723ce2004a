"""Alembic's entry: runs the migrations on the connection that `upgrade` hands over."""

from __future__ import annotations

from alembic import context

from storage import schema_desk, schema_people
from storage.schema import metadata

_DECLARED = (schema_desk.tags, schema_people.users)  # with them, all tables of these modules

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
