"""The tables of people: who may sign in and how, and what is theirs alone."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, false, true

from storage.schema import Moment, metadata

users = Table(
    "users",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(100), nullable=False),
    Column("name_key", Text, nullable=False, unique=True),  # the name however it is typed
    Column("password_hash", Text, nullable=False),
    Column("areas", JSON, nullable=False),
    Column("language", String(8)),
    Column("created_at", Moment, nullable=False),
    Column("role", String(20), nullable=False, default="accounting", server_default="accounting"),
    Column("active", Boolean, nullable=False, default=True, server_default=true()),
    Column("email", Text),
    Column("subject", Text),  # by which the sign-in service knows the person
    Index("uq_users_subject", "subject", unique=True),
)


def _owner() -> Column[int]:
    return Column("user_id", ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True)


sessions = Table(
    "sessions",
    metadata,
    Column("id", Integer, primary_key=True),
    _owner(),
    Column("key_hash", String(64), nullable=False, unique=True),
    Column("created_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("agent", Text, nullable=False),  # the browser, as it calls itself
    Column("address", String(64), nullable=False),
    Column("stays", Boolean, nullable=False, default=False, server_default=false()),  # asked to stay signed in
)

tokens = Table(
    "tokens",
    metadata,
    Column("id", Integer, primary_key=True),
    _owner(),
    Column("purpose", String(20), nullable=False),  # api, calendar
    Column("name", Text, nullable=False),
    Column("key_hash", String(64), nullable=False, unique=True),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment),
    Column("used_at", Moment),
)

saved_searches = Table(
    "saved_searches",
    metadata,
    Column("id", Integer, primary_key=True),
    _owner(),
    Column("name", Text, nullable=False),
    Column("asked", Text, nullable=False),  # the query of the search page's address
    Column("at", Moment, nullable=False),
)
