"""Who may sign in, and which areas they may see."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.engine import RowMapping
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.errors import FaldoneError, Message
from storage.kinds import Area
from storage.packing import clean
from storage.schema import LARGEST_ID
from storage.schema_people import users


class NameTaken(FaldoneError):
    """Another user has this name already, perhaps in other letters."""

    code = "name_taken"
    message = Message(
        "C'è già un utente con il nome «{name}»: scegline un altro.",
        "There is a user named '{name}' already: choose another name.",
    )


class Role(StrEnum):
    """What a person may do; which documents they may see is told by their areas."""

    ADMINISTRATOR = "administrator"  # everything, users too
    ACCOUNTING = "accounting"
    HR = "hr"
    READER = "reader"  # sees, and changes nothing


@dataclass(frozen=True, slots=True)
class User:
    """A person. `language` is None until chosen; who is not `active` may not sign in."""

    id: int
    name: str
    password_hash: str
    areas: frozenset[Area]
    role: Role
    language: str | None
    active: bool = True
    email: str | None = None
    subject: str | None = None

    @property
    def admin(self) -> bool:
        return self.role is Role.ADMINISTRATOR

    @property
    def may_change(self) -> bool:
        return self.role is not Role.READER


class Users:
    """The users' table. Passwords come and go as hashes: hashing is the web's business."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, id: int) -> User | None:
        return self._one(users.c.id == id) if 0 < id <= LARGEST_ID else None

    def by_name(self, name: str) -> User | None:
        return self._one(users.c.name_key == _key(name))

    def count(self) -> int:
        with self._database.read() as connection:
            return connection.execute(select(func.count()).select_from(users)).scalar_one()

    def create(self, name: str, password_hash: str, areas: Iterable[Area], *, role: Role = Role.ACCOUNTING) -> User:
        """Raises NameTaken."""
        row = {
            "name": clean(name).strip(),
            "name_key": _key(name),
            "password_hash": password_hash,
            "areas": sorted(areas),
            "role": role.value,
            "created_at": datetime.now(UTC),
        }
        try:
            with self._database.write() as connection:
                made = connection.execute(insert(users).values(row).returning(users)).mappings().one()
        except IntegrityError as error:
            raise NameTaken(name=row["name"]) from error
        return _user(made)

    def set_password(self, id: int, password_hash: str) -> None:
        self._set(id, password_hash=password_hash)

    def set_language(self, id: int, language: str) -> None:
        self._set(id, language=language)

    def _set(self, id: int, **values: Any) -> None:
        with self._database.write() as connection:
            connection.execute(update(users).where(users.c.id == id).values(values))

    def _one(self, condition: Any) -> User | None:
        with self._database.read() as connection:
            row = connection.execute(select(users).where(condition)).mappings().one_or_none()
        return _user(row) if row is not None else None


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", clean(name).strip().casefold())


def _user(row: RowMapping) -> User:
    areas = frozenset(Area(name) for name in row["areas"])
    return User(
        row["id"],
        row["name"],
        row["password_hash"],
        areas,
        Role(row["role"]),
        row["language"],
        row["active"],
        row["email"],
        row["subject"],
    )
