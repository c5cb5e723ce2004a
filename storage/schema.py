"""The tables. What was read, learned and corrected stands side by side: `field_values` and `list_values` only grow."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
    text,
)

LARGEST_ID = 2**31 - 1  # of an Integer column, in any dialect

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """An instant: aware in Python, UTC in the database whatever its dialect."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC).replace(tzinfo=None) if value is not None else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value is not None else None


originals = Table(
    "originals",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("media_type", String(100), nullable=False, default=""),
    Column("received_at", Moment, nullable=False),
)

_TO_INDEX = text("revision > indexed_revision")

documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sha256", ForeignKey("originals.sha256"), nullable=False),
    Column("part", Integer, nullable=False, default=1),  # several documents may come out of one original
    Column("file", Text, nullable=False),
    Column("hint", Text),
    Column("kind", String(40), nullable=False, default="other"),
    Column("kind_confidence", Float, nullable=False, default=0.0),
    Column("kind_by_user", Boolean, nullable=False, default=False),
    Column("area", String(20), nullable=False),
    Column("language", String(8), nullable=False, default=""),
    Column("status", String(20), nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("revision", Integer, nullable=False, default=0),
    Column("content_revision", Integer, nullable=False, default=0, server_default="0"),  # of what it says
    Column("indexed_revision", Integer, nullable=False, default=0),
    Column("received_at", Moment, nullable=False),
    Column("title", Text, nullable=False),
    Column("counterpart", Text),
    Column("date", String(10)),
    Column("number", Text),
    Column("amount", String(24)),
    Column("currency", String(3)),
    Column("tags", JSON, nullable=False),
    Column("tree_path", Text),
    Column("tree_key", Text, unique=True),  # folded: Windows shares know no case
    Column("placed_path", Text, index=True),  # where the file really lies; follows tree_path
    Column("page_count", Integer, nullable=False, default=0),
    Column("error_code", String(40)),
    Column("error_it", Text),
    Column("error_en", Text),
    Column("private", Boolean, nullable=False, default=False, server_default=false()),  # it holds papers of HR
    Column("root_id", Integer, index=True),  # the one that came from outside, of what came out of it
    Column("depth", Integer, nullable=False, default=0, server_default="0"),  # files that it lay in
    Column("archive_number", String(20)),
    Column("state", String(20)),  # what SDI said of an e-invoice
    Column("joined_to", Integer),  # the document that it is a copy of, or a notice about
    Column("notice", String(2)),  # which notice of SDI it is
    Column("sdi_file", Text, index=True),  # the name by which SDI speaks of an e-invoice, folded
    Column("proposal", JSON),  # how a pile may be split
    Column("decision", JSON),  # how a person wants it split; "whole" for not at all
    Column("counterpart_key", Text),  # folded: for pickers and facets
    Column("cents", BigInteger),  # the amount, for sums and sorting
    Column("due_date", String(10)),
    Column("assignee_id", Integer, index=True),
    Column("assigned_due", String(10)),
    UniqueConstraint("sha256", "part"),
    Index("uq_documents_archive_number", "archive_number", unique=True),
    Index(None, "status", "id"),
    Index(None, "kind", "date"),
    Index(None, "date"),
    Index(None, "status", "due_date", "id"),
    Index(None, "counterpart_key", "area", "status"),
    Index(  # holds all that the order of what waits for a look is made of
        "ix_documents_queue",
        "status",
        "due_date",
        "assigned_due",
        "assignee_id",
        "received_at",
        "cents",
        "area",
        "kind",
        "counterpart_key",
        "id",
    ),
    Index("ix_documents_to_index", "id", sqlite_where=_TO_INDEX, postgresql_where=_TO_INDEX),
)


def _document_column(**options: Any) -> Column[int]:
    return Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, **options)


pages = Table(
    "pages",
    metadata,
    _document_column(primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("source", String(10), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("preparation", JSON, nullable=False),
    Column("words", LargeBinary, nullable=False),  # see storage.packing
    Column("codes", JSON, nullable=False, default=list, server_default="[]"),  # bar codes and QR codes
)

readings = Table(
    "readings",
    metadata,
    _document_column(primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("kind_confidence", Float, nullable=False),
    Column("needs_review", Boolean, nullable=False),
    Column("checks", JSON, nullable=False),
    Column("candidates", JSON, nullable=False),
)

field_values = Table(
    "field_values",
    metadata,
    Column("id", Integer, primary_key=True),
    _document_column(),
    Column("revision", Integer, nullable=False),
    Column("name", String(40), nullable=False),
    Column("value", Text),  # null: a user says that the document carries no such value
    Column("confidence", Float, nullable=False),
    Column("source", String(10), nullable=False),
    Column("page", Integer),
    Column("box", JSON),
    Column("evidence", JSON, nullable=False),
    Column("user", Text),
    Column("at", Moment, nullable=False),
    Column("current", Boolean, nullable=False),  # of the last reading, or of the last correction
    Index(None, "document_id", "current"),
)

list_values = Table(
    "list_values",
    metadata,
    Column("id", Integer, primary_key=True),
    _document_column(),
    Column("revision", Integer, nullable=False),
    Column("name", String(40), nullable=False),
    Column("rows", JSON, nullable=False),
    Column("user", Text),
    Column("at", Moment, nullable=False),
    Column("current", Boolean, nullable=False),
    Index(None, "document_id", "current"),
)

events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True),
    _document_column(),
    Column("at", Moment, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("user", Text),
    Column("data", JSON, nullable=False),
    Index(None, "document_id"),
)

links = Table(
    "links",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(10), nullable=False),  # see storage.links
    Column("from_id", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    Column("to_id", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("data", JSON, nullable=False),
    Column("at", Moment, nullable=False),
    UniqueConstraint("from_id", "to_id", "kind"),
)

likenesses = Table(
    "likenesses",
    metadata,
    _document_column(primary_key=True),
    Column("data", JSON, nullable=False),  # see storage.sameness
)

likeness_keys = Table(
    "likeness_keys",
    metadata,
    Column("key", String(80), primary_key=True),
    _document_column(primary_key=True),
    Index(None, "document_id"),
)

inbox_items = Table(
    "inbox_items",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("path", LargeBinary, nullable=False),  # names are arbitrary bytes; relative to the inbox
    Column("size", BigInteger, nullable=False),
    Column("modified_ns", BigInteger, nullable=False),
    Column("inode", BigInteger, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("state", String(20), nullable=False),
    Column("staged", String(40)),  # the copy's name while the original is on its way
    Column("document_id", ForeignKey("documents.id", ondelete="SET NULL")),
    Column("note_it", Text),
    Column("note_en", Text),
    Index(None, "path"),
    Index(None, "state"),
)
