"""Links by which somebody without an account may see one document, for some days."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, insert, select, update

from storage import changes
from storage.database import Database
from storage.document import Document, EventKind
from storage.errors import FaldoneError, Message
from storage.kinds import Area
from storage.rows import SELECT_DOCUMENT, Areas, document_of, row_of
from storage.schema import documents
from storage.schema_desk import shares

MOST_DAYS = 90


class StaffStaysInside(FaldoneError):
    """A paper of the staff is shown to nobody without an account."""

    code = "staff_stays_inside"
    message = Message(
        "I documenti del personale non si condividono con un link: scaricalo e consegnalo tu.",
        "Papers of the staff are not shared by a link: download it and hand it over yourself.",
    )


@dataclass(frozen=True, slots=True)
class Share:
    """`opened` counts how often it was looked at."""

    id: int
    user: str
    created_at: datetime
    expires_at: datetime
    opened: int


class Shares:
    """The links' secrets are kept as hashes: they are told once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, id: int, days: int, user: str, areas: Areas) -> str:
        """The secret of a new link. Raises NoSuchDocument, StaffStaysInside."""
        now, secret = datetime.now(UTC), secrets.token_urlsafe(24)
        with self._database.write() as connection:
            row = row_of(connection, id, areas)
            if row["area"] == Area.HR:
                raise StaffStaysInside
            connection.execute(delete(shares).where(shares.c.expires_at < now))
            values = {
                "document_id": id,
                "key_hash": _hash(secret),
                "user": user,
                "created_at": now,
                "expires_at": now + timedelta(days=max(1, min(days, MOST_DAYS))),
                "opened": 0,
            }
            connection.execute(insert(shares).values(values))
            changes.add_event(connection, id, EventKind.SHARED, user, {"days": days})
        return secret

    def of(self, id: int) -> list[Share]:
        """The links to a document that still work, newest first. Only for somebody who may see it."""
        query = select(shares).where(shares.c.document_id == id, shares.c.expires_at > datetime.now(UTC))
        with self._database.read() as connection:
            rows = connection.execute(query.order_by(shares.c.id.desc())).mappings()
            return [Share(row["id"], row["user"], row["created_at"], row["expires_at"], row["opened"]) for row in rows]

    def end(self, id: int, share: int, user: str, areas: Areas) -> None:
        with self._database.write() as connection:
            row_of(connection, id, areas)
            ended = delete(shares).where(shares.c.id == share, shares.c.document_id == id)
            if connection.execute(ended).rowcount:
                changes.add_event(connection, id, EventKind.SHARE_ENDED, user)

    def document(self, secret: str, *, count: bool = False) -> Document | None:
        """The document that a link leads to, while it works and the document is none of the staff's. With `count` it
        counts as looked at."""
        found = shares.c.key_hash == _hash(secret)
        query = (
            SELECT_DOCUMENT.join(shares, shares.c.document_id == documents.c.id)
            .where(found, shares.c.expires_at > datetime.now(UTC), documents.c.area != Area.HR.value)
        )  # fmt: skip
        with self._database.read() as connection:
            row = connection.execute(query).mappings().one_or_none()
        if row is not None and count:
            with self._database.write() as connection:
                connection.execute(update(shares).where(found).values(opened=shares.c.opened + 1))
        return document_of(row) if row is not None else None


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
