"""which revision last changed what a document says: a note or a tag makes no correction stale"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("documents", sa.Column("content_revision", sa.Integer(), nullable=False, server_default="0"))
    op.execute("UPDATE documents SET content_revision = revision")
