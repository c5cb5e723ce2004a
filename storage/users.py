"""Who may sign in, and which areas they may see."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select, update
from sqlalchemy.engine import RowMapping
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.errors import FaldoneError, Message
from storage.kinds import Area
from storage.packing import clean
from storage.schema import LARGEST_ID
from storage.schema_people import sessions, tokens, users

_MOST_WORDS = 8


class NameTaken(FaldoneError):
    """Another user has this name already, perhaps in other letters."""

    code = "name_taken"
    message = Message(
        "C'è già un utente con il nome «{name}»: scegline un altro.",
        "There is a user named '{name}' already: choose another name.",
    )


class LastAdministrator(FaldoneError):
    """Without an administrator nobody could let anybody in any more."""

    code = "last_administrator"
    message = Message(
        "«{name}» è l'unico amministratore attivo: prima nominane un altro.",
        "'{name}' is the only active administrator: make somebody else one first.",
    )


class Role(StrEnum):
    """What a person may do; which documents they may see is told by their areas."""

    ADMINISTRATOR = "administrator"  # everything, users too
    ACCOUNTING = "accounting"
    HR = "hr"
    READER = "reader"  # sees, and changes nothing

    @property
    def usual_areas(self) -> frozenset[Area]:
        """What a new person of this role sees, until an administrator says otherwise."""
        return _USUAL_AREAS[self]


_USUAL_AREAS = {
    Role.ADMINISTRATOR: frozenset(Area),
    Role.ACCOUNTING: frozenset({Area.ACCOUNTING, Area.GENERAL}),
    Role.HR: frozenset({Area.HR, Area.GENERAL}),
    Role.READER: frozenset({Area.GENERAL}),
}


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
    """The users' table. Passwords come and go as hashes: hashing is the web's business. A user is never removed, only
    deactivated: documents assigned to them and what they did stay theirs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, id: int) -> User | None:
        return self._one(users.c.id == id) if 0 < id <= LARGEST_ID else None

    def by_name(self, name: str) -> User | None:
        return self._one(users.c.name_key == _key(name))

    def by_subject(self, subject: str) -> User | None:
        """By the identifier of the sign-in service."""
        return self._one(users.c.subject == clean(subject))

    def by_email(self, email: str) -> User | None:
        """None also where several people share the address: then it tells nobody apart."""
        with self._database.read() as connection:
            asked = select(users).where(func.lower(users.c.email) == clean(email).strip().lower()).limit(2)
            rows = connection.execute(asked).mappings().all()
        return _user(rows[0]) if len(rows) == 1 else None

    def count(self) -> int:
        with self._database.read() as connection:
            return connection.execute(select(func.count()).select_from(users)).scalar_one()

    def colleagues(self, area: Area) -> list[User]:
        """Those who may sign in and see an area, by name."""
        query = select(users).where(users.c.active).order_by(users.c.name_key)
        with self._database.read() as connection:
            found = [_user(row) for row in connection.execute(query).mappings()]
        return [user for user in found if area in user.areas]

    def listing(self, words: str = "", *, after: str = "", limit: int = 50, active: bool | None = None) -> list[User]:
        """By name, those that come `after` a name; `words` stand anywhere in name or e-mail."""
        asked = select(users).where(users.c.name_key > _key(after)) if after else select(users)
        for word in _key(words).split()[:_MOST_WORDS]:
            asked = asked.where(
                or_(users.c.name_key.contains(word, autoescape=True), users.c.email.icontains(word, autoescape=True))
            )
        if active is not None:
            asked = asked.where(users.c.active == active)
        with self._database.read() as connection:
            rows = connection.execute(asked.order_by(users.c.name_key).limit(limit)).mappings().all()
        return [_user(row) for row in rows]

    def create(
        self,
        name: str,
        password_hash: str,
        areas: Iterable[Area],
        *,
        role: Role = Role.ACCOUNTING,
        email: str | None = None,
        subject: str | None = None,
    ) -> User:
        """Without a password (an empty hash) only the sign-in service lets the person in. Raises NameTaken."""
        row = {
            "name": clean(name).strip(),
            "name_key": _key(name),
            "password_hash": password_hash,
            "areas": sorted(areas),
            "role": role.value,
            "email": email,
            "subject": subject,
            "created_at": datetime.now(UTC),
        }
        try:
            with self._database.write() as connection:
                made = connection.execute(insert(users).values(row).returning(users)).mappings().one()
        except IntegrityError as error:
            raise NameTaken(name=row["name"]) from error
        return _user(made)

    def change(self, user: User) -> None:
        """Keeps name, role, areas, e-mail, subject and whether the user is active; ends the sessions and tokens of who
        is not. Raises NameTaken, LastAdministrator."""
        row = {
            "name": clean(user.name).strip(),
            "name_key": _key(user.name),
            "areas": sorted(user.areas),
            "role": user.role.value,
            "active": user.active,
            "email": user.email,
            "subject": user.subject,
        }
        others = select(users.c.id).where(
            users.c.id != user.id, users.c.active, users.c.role == Role.ADMINISTRATOR.value
        )
        try:
            with self._database.write() as connection:
                before = active_user(connection, user.id)
                loses = before is not None and before.admin and not (user.admin and user.active)
                if loses and connection.execute(others.limit(1)).first() is None:
                    raise LastAdministrator(name=user.name)
                connection.execute(update(users).where(users.c.id == user.id).values(row))
                if not user.active:
                    connection.execute(delete(sessions).where(sessions.c.user_id == user.id))
                    connection.execute(delete(tokens).where(tokens.c.user_id == user.id))
        except IntegrityError as error:
            raise NameTaken(name=row["name"]) from error

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


def active_user(connection: Connection, id: int) -> User | None:
    """The user where they may sign in."""
    row = connection.execute(select(users).where(users.c.id == id, users.c.active)).mappings().one_or_none()
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
