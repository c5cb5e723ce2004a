"""documents that belong together: inside one another, copies, twins, notices; piles to be split; codes on pages"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _documents()
    op.add_column("pages", sa.Column("codes", sa.JSON(), nullable=False, server_default="[]"))
    _links()
    _likenesses()


def _documents() -> None:
    for column in (
        sa.Column("private", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("root_id", sa.Integer()),
        sa.Column("depth", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("archive_number", sa.String(length=20)),
        sa.Column("state", sa.String(length=20)),
        sa.Column("joined_to", sa.Integer()),
        sa.Column("notice", sa.String(length=2)),
        sa.Column("sdi_file", sa.Text()),
        sa.Column("proposal", sa.JSON()),
        sa.Column("decision", sa.JSON()),
    ):
        op.add_column("documents", column)
    op.create_index(op.f("ix_documents_root_id"), "documents", ["root_id"])
    op.create_index(op.f("ix_documents_sdi_file"), "documents", ["sdi_file"])
    op.create_index(op.f("uq_documents_archive_number"), "documents", ["archive_number"], unique=True)


def _links() -> None:
    op.create_table(
        "links",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["from_id"], ["documents.id"], name=op.f("fk_links_from_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["to_id"], ["documents.id"], name=op.f("fk_links_to_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_links")),
        sa.UniqueConstraint("from_id", "to_id", "kind", name=op.f("uq_links_from_id_to_id_kind")),
    )
    op.create_index(op.f("ix_links_to_id"), "links", ["to_id"])


def _likenesses() -> None:
    for name, key in (("likenesses", None), ("likeness_keys", sa.Column("key", sa.String(length=80), nullable=False))):
        columns = [key] if key is not None else [sa.Column("data", sa.JSON(), nullable=False)]
        primary = ["key", "document_id"] if key is not None else ["document_id"]
        op.create_table(
            name,
            *columns,
            sa.Column("document_id", sa.Integer(), nullable=False),
            sa.ForeignKeyConstraint(
                ["document_id"],
                ["documents.id"],
                name=op.f(f"fk_{name}_document_id"),
                ondelete="CASCADE",
            ),
            sa.PrimaryKeyConstraint(*primary, name=op.f(f"pk_{name}")),
        )
    op.create_index(op.f("ix_likeness_keys_document_id"), "likeness_keys", ["document_id"])
