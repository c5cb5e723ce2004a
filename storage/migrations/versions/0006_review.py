"""the queue of what waits for a look: its order in one index; what a person left for later or has open"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "review_marks",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=True),
        sa.Column("skipped_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_review_marks_document_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_review_marks_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document_id", "user_id", name=op.f("pk_review_marks")),
    )
    op.create_index(op.f("ix_review_marks_user_id"), "review_marks", ["user_id"])
    op.create_index(
        "ix_documents_queue",
        "documents",
        "status due_date assigned_due assignee_id received_at cents area kind counterpart_key id".split(),
    )
