"""The tables of what people do with documents beside correcting them, and of whom they tell of it."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, true

from storage.schema import Moment, metadata


def _document() -> Column[int]:
    return Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False)


# `documents.tags` is the truth of a document's tags; these two are for picking, counting and filtering by them.
tags = Table(
    "tags",
    metadata,
    Column("key", Text, primary_key=True),  # the name folded
    Column("name", Text, nullable=False),
)

document_tags = Table(
    "document_tags",
    metadata,
    Column("key", ForeignKey("tags.key", ondelete="CASCADE"), primary_key=True),
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Index(None, "document_id"),
)

notes = Table(
    "notes",
    metadata,
    Column("id", Integer, primary_key=True),
    _document(),
    Column("user", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("text", Text, nullable=False),
    Index(None, "document_id"),
)

shares = Table(
    "shares",
    metadata,
    Column("id", Integer, primary_key=True),
    _document(),
    Column("key_hash", String(64), nullable=False, unique=True),
    Column("user", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("opened", Integer, nullable=False, default=0),
    Index(None, "document_id"),
)

# Pages of documents laid in another order, turned, cut or put together: carried out by intake.
arrangements = Table(
    "arrangements",
    metadata,
    Column("id", Integer, primary_key=True),
    _document(),
    Column("user", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("state", String(20), nullable=False, index=True),  # waiting, done, failed
    Column("sheets", JSON, nullable=False),  # the new documents, each a list of [document, page, degrees]
    Column("error_it", Text),
    Column("error_en", Text),
    Index(None, "document_id"),
)

webhooks = Table(
    "webhooks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("url", Text, nullable=False),
    Column("secret", Text, nullable=False),
    Column("events", JSON, nullable=False),
    Column("areas", JSON, nullable=False),
    Column("active", Boolean, nullable=False, default=True, server_default=true()),
    Column("user", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("last_event", Integer, nullable=False),  # the last of `events` that was looked at for it
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("webhook_id", ForeignKey("webhooks.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("event_id", Integer, nullable=False),
    Column("body", JSON, nullable=False),
    Column("state", String(20), nullable=False),  # waiting, done, given_up
    Column("attempts", Integer, nullable=False),
    Column("next_at", Moment, nullable=False),
    Column("answer", Text),
    Index(None, "state", "next_at"),
)
