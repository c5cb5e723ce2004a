"""Keys that programs show instead of a person: for the API, and in the secret address of a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import and_, delete, insert, select, update
from sqlalchemy.engine import RowMapping

from storage.database import Database
from storage.keys import hash_of, is_worth_writing, new_key, now
from storage.packing import clean
from storage.schema_people import tokens
from storage.users import User, active_user

LONGEST_NAME = 100


class Purpose(StrEnum):
    """What a token is good for; it is good for nothing else."""

    API = "api"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Token:
    """What is known of a token; the key itself is nowhere. Instants are UTC; `expires_at` None: never."""

    id: int
    user_id: int
    purpose: Purpose
    name: str
    created_at: datetime
    expires_at: datetime | None
    used_at: datetime | None


class Tokens:
    """Whoever shows a token may do and see what its user may at that moment."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(
        self, user_id: int, purpose: Purpose, name: str, *, expires_at: datetime | None = None
    ) -> tuple[Token, str]:
        """The token, and the key that is not to be had again."""
        key = new_key(f"faldone_{purpose}_")
        row = {
            "user_id": user_id,
            "purpose": purpose.value,
            "name": clean(name).strip()[:LONGEST_NAME],
            "key_hash": hash_of(key),
            "created_at": now(),
            "expires_at": expires_at,
        }
        with self._database.write() as connection:
            made = connection.execute(insert(tokens).values(row).returning(tokens)).mappings().one()
        return _token(made), key

    def user_of(self, key: str, purpose: Purpose) -> User | None:
        """Whose key it is; None for an unknown, expired or revoked one, one for another purpose, and where the user may
        no longer sign in. That it was used is written down at most once a minute."""
        asked = select(tokens).where(tokens.c.key_hash == hash_of(key), tokens.c.purpose == purpose.value)
        moment = now()
        with self._database.read() as connection:
            row = connection.execute(asked).mappings().one_or_none()
            token = _token(row) if row is not None else None
            if token is None or (token.expires_at is not None and token.expires_at <= moment):
                return None
            user = active_user(connection, token.user_id)
        if user is not None and is_worth_writing(token.used_at, moment):
            with self._database.write() as connection:
                connection.execute(update(tokens).where(tokens.c.id == token.id).values(used_at=moment))
        return user

    def of(self, user_id: int, purpose: Purpose) -> list[Token]:
        """The user's tokens, expired ones too, the newest first."""
        wanted = and_(tokens.c.user_id == user_id, tokens.c.purpose == purpose.value)
        with self._database.read() as connection:
            rows = connection.execute(select(tokens).where(wanted).order_by(tokens.c.id.desc())).mappings().all()
        return [_token(row) for row in rows]

    def revoke(self, user_id: int, id: int) -> None:
        """Takes a token of this user away; of no other's."""
        self._delete(tokens.c.user_id == user_id, tokens.c.id == id)

    def revoke_all(self, user_id: int, purpose: Purpose) -> None:
        self._delete(tokens.c.user_id == user_id, tokens.c.purpose == purpose.value)

    def _delete(self, *conditions: Any) -> None:
        with self._database.write() as connection:
            connection.execute(delete(tokens).where(*conditions))


def _token(row: RowMapping) -> Token:
    return Token(
        row["id"],
        row["user_id"],
        Purpose(row["purpose"]),
        row["name"],
        row["created_at"],
        row["expires_at"],
        row["used_at"],
    )
