"""What people do with the documents that wait for a look, beside looking: leave them for later, have them open."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Table

from storage.schema import Moment, metadata

review_marks = Table(
    "review_marks",
    metadata,
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("user_id", ForeignKey("users.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("opened_at", Moment),
    Column("skipped_at", Moment),
)
