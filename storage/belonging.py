"""Two documents that are one: joined by themselves where that is certain, by a person's word where it is not.

Each function works in the transaction of whoever keeps, corrects or decides.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, or_, select, update
from sqlalchemy.engine import RowMapping

from storage import changes
from storage.document import EventKind, Status
from storage.errors import FaldoneError, Message
from storage.inside import link
from storage.links import LinkKind
from storage.rows import SELECT_DOCUMENT
from storage.schema import documents, links, readings

SUSPECTED, DIFFERENT = "suspected", "different"


class NoTwins(FaldoneError):
    """Nobody asks (any more) whether these two are the same."""

    code = "no_twins"
    message = Message(
        "Su questi due documenti è già stato deciso: ricarica la pagina.",
        "It was decided already about these two documents: load the page again.",
    )


def join(connection: Connection, above: RowMapping, below: RowMapping, data: dict[str, Any], user: str | None) -> None:
    """`below` becomes another rendition of `above`, and leaves the lists; what was joined to it comes along."""
    link(connection, LinkKind.COPY, above["id"], below["id"], data)
    moved = select(documents.c.id, links.c.data).join(links, links.c.to_id == documents.c.id)
    further = connection.execute(moved.where(links.c.from_id == below["id"], links.c.kind == LinkKind.COPY.value)).all()
    for row in further:
        link(connection, LinkKind.COPY, above["id"], row.id, row.data)
    connection.execute(delete(links).where(links.c.from_id == below["id"], links.c.kind == LinkKind.COPY.value))
    ids = [below["id"], *(row.id for row in further)]
    joined = update(documents).where(documents.c.id.in_(ids))
    values = {"status": Status.JOINED.value, "joined_to": above["id"], "revision": documents.c.revision + 1}
    connection.execute(joined.values(values))
    _forget_questions(connection, below["id"])
    changes.add_event(connection, below["id"], EventKind.JOINED, user, {"document": above["id"]})
    changes.add_event(
        connection, above["id"], EventKind.GOT_COPY, user, {"document": below["id"], "file": below["file"]}
    )


def _forget_questions(connection: Connection, id: int) -> None:
    """Whether a copy is the same as a third document is a question about the one that counts."""
    for row in _questions(connection, id):
        connection.execute(delete(links).where(links.c.id == row["id"]))
        other = row["to_id"] if row["from_id"] == id else row["from_id"]
        settle(connection, other)


def suspect(connection: Connection, older: RowMapping, newer: RowMapping, data: dict[str, Any]) -> None:
    """Both warn; the newer one waits for somebody to look at it. Neither is revised: what people say of them holds."""
    link(connection, LinkKind.TWIN, older["id"], newer["id"], {**data, "state": SUSPECTED})
    for row, other in ((older, newer), (newer, older)):
        changes.add_event(connection, row["id"], EventKind.LOOKS_LIKE, None, {"document": other["id"]})
    changes.set_columns(connection, newer["id"], status=Status.TO_REVIEW.value)


def decide(connection: Connection, id: int, other: int, *, same: bool, user: str) -> None:
    """A person's word on two that look alike: the older one counts, unless the newer is the e-invoice itself.

    Raises NoTwins."""
    asked = next((row for row in _questions(connection, id) if other in (row["from_id"], row["to_id"])), None)
    if asked is None:
        raise NoTwins
    rows = {number: _row(connection, number) for number in (asked["from_id"], asked["to_id"])}
    older, newer = rows[asked["from_id"]], rows[asked["to_id"]]
    if same:
        newer_counts = bool(asked["data"].get("newer_counts"))
        above, below = (newer, older) if newer_counts else (older, newer)
        connection.execute(delete(links).where(links.c.id == asked["id"]))
        join(connection, above, below, asked["data"], user)
        settle(connection, above["id"])
        return
    data = {**asked["data"], "state": DIFFERENT}
    connection.execute(update(links).where(links.c.id == asked["id"]).values(data=data))
    for row, twin in ((older, newer), (newer, older)):
        changes.add_event(connection, row["id"], EventKind.DIFFERENT, user, {"document": twin["id"]})
        settle(connection, row["id"])


def settle(connection: Connection, id: int) -> None:
    """A document that waited only for this question is as sure again as its reading was."""
    row = _row(connection, id)
    if row["status"] != Status.TO_REVIEW or _questions(connection, id) or row["error_code"] or row["proposal"]:
        return
    query = select(readings.c.needs_review).where(readings.c.document_id == id).order_by(readings.c.revision.desc())
    if not connection.execute(query.limit(1)).scalar_one_or_none():
        changes.set_columns(connection, id, status=Status.FILED.value)


def _questions(connection: Connection, id: int) -> list[RowMapping]:
    """The bonds with twins on which nobody has decided."""
    query = select(links).where(links.c.kind == LinkKind.TWIN.value, or_(links.c.from_id == id, links.c.to_id == id))
    return [row for row in connection.execute(query).mappings() if row["data"].get("state") == SUSPECTED]


def known_pairs(connection: Connection, id: int) -> set[int]:
    """The documents whose bond with this one is known: nothing is to be asked about them again."""
    kinds = [LinkKind.TWIN.value, LinkKind.COPY.value, LinkKind.NOTICE.value]
    query = select(links.c.from_id, links.c.to_id)
    found = connection.execute(
        query.where(links.c.kind.in_(kinds), or_(links.c.from_id == id, links.c.to_id == id))
    )  # fmt: skip
    return {other for pair in found for other in pair} - {id}


def _row(connection: Connection, id: int) -> RowMapping:
    return connection.execute(SELECT_DOCUMENT.where(documents.c.id == id)).mappings().one()
