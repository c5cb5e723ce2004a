"""Two documents that are one: joined by themselves where that is certain, by a person's word where it is not.

Each function works in the transaction of whoever keeps, corrects or decides.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, or_, select, tuple_, update
from sqlalchemy.engine import RowMapping

from storage import changes, tags
from storage.document import EventKind, Status
from storage.errors import FaldoneError, Message
from storage.inside import link, make_private_above
from storage.kinds import Area
from storage.links import LinkKind
from storage.rows import SELECT_DOCUMENT, Areas, effective_fields, values_of, within
from storage.sameness.judge import differences
from storage.schema import documents, events, links, readings

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
    link(
        connection,
        LinkKind.COPY,
        above["id"],
        below["id"],
        {**data, "differences": _differing(connection, above, below)},
    )
    moved = select(documents.c.id, links.c.data).join(links, links.c.to_id == documents.c.id)
    further = connection.execute(moved.where(links.c.from_id == below["id"], links.c.kind == LinkKind.COPY.value)).all()
    for row in further:
        link(connection, LinkKind.COPY, above["id"], row.id, row.data)
    connection.execute(delete(links).where(links.c.from_id == below["id"], links.c.kind == LinkKind.COPY.value))
    ids = [below["id"], *(row.id for row in further)]
    joined = update(documents).where(documents.c.id.in_(ids))
    values = {"status": Status.JOINED.value, "joined_to": above["id"], "revision": documents.c.revision + 1}
    connection.execute(joined.values(values))
    for question in questions(connection, below["id"]):
        withdraw(connection, question)
    _as_private_as_its_copy(connection, above, below)
    _with_the_tags_of(connection, above, below)
    changes.add_event(connection, below["id"], EventKind.JOINED, user, {"document": above["id"]})
    changes.add_event(
        connection, above["id"], EventKind.GOT_COPY, user, {"document": below["id"], "file": below["file"]}
    )


def _differing(connection: Connection, above: RowMapping, below: RowMapping) -> dict[str, tuple[str, str]]:
    """What the two say otherwise, as it was when they became one."""
    both = (values_of(effective_fields(connection, row["id"], row["kind"])) for row in (above, below))
    return differences(*both)


def _as_private_as_its_copy(connection: Connection, above: RowMapping, below: RowMapping) -> None:
    if below["area"] == Area.HR != above["area"]:
        values = {"private": True, "area": Area.HR.value, "revision": documents.c.revision + 1}
        changes.set_columns(connection, above["id"], **values)
        make_private_above(connection, above["id"])


def _with_the_tags_of(connection: Connection, above: RowMapping, below: RowMapping) -> None:
    """What people filed a paper by must still find it."""
    both = list(dict.fromkeys([*above["tags"], *below["tags"]]))
    if both != above["tags"]:
        changes.set_columns(connection, above["id"], tags=both, revision=documents.c.revision + 1)
        tags.keep(connection, above["id"], both)


def separate(connection: Connection, id: int, user: str) -> None:
    """Two that had been made one are two again, and stay so: the copy goes back to the lists. Raises NoTwins."""
    query = select(links).where(links.c.kind == LinkKind.COPY.value, links.c.to_id == id)
    bond = connection.execute(query).mappings().one_or_none()
    if bond is None or _row(connection, id)["status"] != Status.JOINED:
        raise NoTwins
    above = bond["from_id"]
    older, newer = sorted((id, above))
    connection.execute(delete(links).where(links.c.id == bond["id"]))
    link(connection, LinkKind.TWIN, older, newer, {**bond["data"], "state": DIFFERENT, "newer_counts": above == newer})
    values = {"status": Status.TO_REVIEW.value, "joined_to": None, "revision": documents.c.revision + 1}
    changes.set_columns(connection, id, **values)
    settle(connection, id)
    for number, other in ((id, above), (above, id)):
        changes.add_event(connection, number, EventKind.SEPARATED, user, {"document": other})


def suspect(connection: Connection, older: RowMapping, newer: RowMapping, data: dict[str, Any]) -> None:
    """Both warn, and one waits for somebody to look at it. Neither is revised: what people say of them holds."""
    link(connection, LinkKind.TWIN, older["id"], newer["id"], {**data, "state": SUSPECTED})
    for row in (older, newer):
        wait_for_answers(connection, row["id"])
    if older["area"] != newer["area"]:
        return  # the history is read by people who may not know of the other
    for row, other in ((older, newer), (newer, older)):
        changes.add_event(connection, row["id"], EventKind.LOOKS_LIKE, None, {"document": other["id"]})


def wait_for_answers(connection: Connection, id: int) -> None:
    """A document that may be a second debt is not filed before somebody said that it is none, whatever is read or
    corrected meanwhile."""
    row = _row(connection, id)
    if row["status"] == Status.FILED and any(_waits(connection, row, one) for one in questions(connection, id)):
        changes.set_columns(connection, id, status=Status.TO_REVIEW.value)


def _waits(connection: Connection, row: RowMapping, question: RowMapping) -> bool:
    """The newer one; but a paper of HR before one that people see who do not know of the other and cannot answer."""
    other = _row(connection, question["from_id"] if question["to_id"] == row["id"] else question["to_id"])
    if Area.HR in (row["area"], other["area"]) and row["area"] != other["area"]:
        return bool(row["area"] == Area.HR)
    return bool(question["to_id"] == row["id"])


def ask_otherwise(connection: Connection, question: RowMapping, told: dict[str, Any] | None) -> None:
    """What speaks for it has changed; None where nothing is to be asked any more."""
    if told is None:
        withdraw(connection, question)
    else:
        data = {**question["data"], **told}
        connection.execute(update(links).where(links.c.id == question["id"]).values(data=data))


def withdraw(connection: Connection, question: RowMapping) -> None:
    connection.execute(delete(links).where(links.c.id == question["id"]))
    for id in (question["from_id"], question["to_id"]):
        settle(connection, id)


def decide(connection: Connection, id: int, other: int, *, same: bool, user: str) -> None:
    """A person's word on two that look alike: the older one counts, unless the newer is the e-invoice itself. Who said
    that they are not the same may say later that they are.

    Raises NoTwins."""
    asked = _twin_bond(connection, id, other)
    if asked is None or not (same or asked["data"].get("state") == SUSPECTED):
        raise NoTwins
    rows = {number: _row(connection, number) for number in (asked["from_id"], asked["to_id"])}
    if any(row["status"] == Status.JOINED for row in rows.values()):
        raise NoTwins
    older, newer = rows[asked["from_id"]], rows[asked["to_id"]]
    if same:
        above, below = (newer, older) if asked["data"].get("newer_counts") else (older, newer)
        connection.execute(delete(links).where(links.c.id == asked["id"]))
        join(connection, above, below, {"probability": asked["data"].get("probability")}, user)
        settle(connection, above["id"])
        return
    data = {**asked["data"], "state": DIFFERENT}
    connection.execute(update(links).where(links.c.id == asked["id"]).values(data=data))
    for row, twin in ((older, newer), (newer, older)):
        changes.add_event(connection, row["id"], EventKind.DIFFERENT, user, {"document": twin["id"]})
        settle(connection, row["id"])


def settle(connection: Connection, id: int) -> None:
    """A document that waited only for this question is as sure again as its reading was, or as who corrected it."""
    row = _row(connection, id)
    if row["status"] != Status.TO_REVIEW or row["error_code"] or row["proposal"]:
        return
    if any(_waits(connection, row, one) for one in questions(connection, id)):
        return
    query = select(readings.c.needs_review, readings.c.at).where(readings.c.document_id == id)
    read = connection.execute(query.order_by(readings.c.revision.desc()).limit(1)).one_or_none()
    if read is None or not read.needs_review or _was_corrected(connection, id, read.at):
        changes.set_columns(connection, id, status=Status.FILED.value)


def _was_corrected(connection: Connection, id: int, since: datetime) -> bool:
    query = select(events.c.id).where(
        events.c.document_id == id, events.c.kind == EventKind.CORRECTED.value, events.c.at >= since
    )
    return connection.execute(query.limit(1)).first() is not None


def _twin_bond(connection: Connection, id: int, other: int) -> RowMapping | None:
    older, newer = sorted((id, other))
    pairs = ((older, newer), (newer, older))
    query = select(links).where(links.c.kind == LinkKind.TWIN.value, tuple_(links.c.from_id, links.c.to_id).in_(pairs))
    return connection.execute(query).mappings().first()


def questions(connection: Connection, id: int) -> list[RowMapping]:
    """The bonds with twins on which nobody has decided."""
    query = select(links).where(links.c.kind == LinkKind.TWIN.value, or_(links.c.from_id == id, links.c.to_id == id))
    return [row for row in connection.execute(query).mappings() if row["data"].get("state") == SUSPECTED]


def asked_about(connection: Connection, ids: Collection[int], areas: Areas) -> set[int]:
    """Those of the documents that may be the same as another one which lies in `areas` too."""
    found: set[int] = set()
    for mine, theirs in ((links.c.from_id, links.c.to_id), (links.c.to_id, links.c.from_id)):
        query = (
            select(mine.label("id"), links.c.data)
            .join(documents, documents.c.id == theirs)
            .where(links.c.kind == LinkKind.TWIN.value, mine.in_(list(ids)), within(areas))
        )
        found.update(row.id for row in connection.execute(query) if row.data.get("state") == SUSPECTED)
    return found


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
