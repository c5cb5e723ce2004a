"""Alembic's entry: runs the migrations on the connection that `upgrade` hands over."""

from __future__ import annotations

from alembic import context

from storage import schema_desk, schema_people, schema_review
from storage.schema import metadata

# with them, all tables of these modules
_DECLARED = (
    schema_desk.tags,
    schema_people.users,
    schema_review.review_marks,
)

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
