"""Where people are signed in: a row for each browser, so that each can be ended from anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, delete, insert, or_, select, update
from sqlalchemy.engine import RowMapping

from storage.database import Database
from storage.keys import hash_of, is_worth_writing, new_key, now
from storage.packing import clean
from storage.schema_people import sessions
from storage.users import User, active_user

_LONGEST_AGENT = 300
_LONGEST_ADDRESS = 64


@dataclass(frozen=True, slots=True)
class Idle:
    """How long a session lasts that nobody uses: one of an ordinary sign-in, and one that was asked to stay."""

    usual: timedelta
    staying: timedelta

    def of(self, session: Session) -> timedelta:
        return self.staying if session.stays else self.usual


@dataclass(frozen=True, slots=True)
class Session:
    """`agent` is the browser as it calls itself, `address` where it last asked from. Instants are UTC."""

    id: int
    user_id: int
    created_at: datetime
    seen_at: datetime
    agent: str
    address: str
    stays: bool


class Sessions:
    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, user_id: int, agent: str, address: str, *, stays: bool = False) -> str:
        """A new session; its key, which only the browser keeps."""
        key, moment = new_key(), now()
        row = {
            "user_id": user_id,
            "key_hash": hash_of(key),
            "created_at": moment,
            "seen_at": moment,
            "agent": clean(agent)[:_LONGEST_AGENT],
            "address": clean(address)[:_LONGEST_ADDRESS],
            "stays": stays,
        }
        with self._database.write() as connection:
            connection.execute(insert(sessions).values(row))
        return key

    def find(self, key: str, idle: Idle, address: str = "") -> tuple[Session, User] | None:
        """The session of a key and whose it is; None where it ended, lay idle, or its user may no longer sign in. That
        it was seen is written down at most once a minute."""
        moment = now()
        with self._database.read() as connection:
            row = (
                connection.execute(select(sessions).where(sessions.c.key_hash == hash_of(key))).mappings().one_or_none()
            )
            session = _session(row) if row is not None else None
            if session is None or moment - session.seen_at > idle.of(session):
                return None
            user = active_user(connection, session.user_id)
        if user is None:
            return None
        if is_worth_writing(session.seen_at, moment):
            seen = {"seen_at": moment, "address": clean(address)[:_LONGEST_ADDRESS] or session.address}
            with self._database.write() as connection:
                connection.execute(update(sessions).where(sessions.c.id == session.id).values(seen))
        return session, user

    def of(self, user_id: int, idle: Idle) -> list[Session]:
        """Those that go on, the last seen first."""
        asked = select(sessions).where(sessions.c.user_id == user_id, ~_is_over(idle))
        with self._database.read() as connection:
            rows = connection.execute(asked.order_by(sessions.c.seen_at.desc(), sessions.c.id.desc())).mappings().all()
        return [_session(row) for row in rows]

    def end(self, user_id: int, id: int) -> None:
        """Ends a session of this user; of no other's."""
        self._delete(sessions.c.user_id == user_id, sessions.c.id == id)

    def end_key(self, key: str) -> None:
        self._delete(sessions.c.key_hash == hash_of(key))

    def end_all(self, user_id: int, *, but: int | None = None) -> None:
        """Ends all of a user's sessions, but the one with the id `but`."""
        self._delete(sessions.c.user_id == user_id, sessions.c.id != (but or 0))

    def forget_idle(self, idle: Idle) -> None:
        """Removes everybody's sessions that are over."""
        self._delete(_is_over(idle))

    def _delete(self, *conditions: Any) -> None:
        with self._database.write() as connection:
            connection.execute(delete(sessions).where(*conditions))


def _is_over(idle: Idle) -> Any:
    moment = now()
    return or_(
        and_(~sessions.c.stays, sessions.c.seen_at < moment - idle.usual),
        and_(sessions.c.stays, sessions.c.seen_at < moment - idle.staying),
    )


def _session(row: RowMapping) -> Session:
    return Session(
        row["id"], row["user_id"], row["created_at"], row["seen_at"], row["agent"], row["address"], row["stays"]
    )
