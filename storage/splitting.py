"""A pile of paper and what a person decided about it: cut into documents, or left whole."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select
from sqlalchemy.engine import RowMapping

from storage import changes
from storage.document import EventKind, Status
from storage.errors import FaldoneError, Message
from storage.links import LinkKind, Role
from storage.schema import documents, links, readings


class NotAPile(FaldoneError):
    """The pages named are not those of the document."""

    code = "not_a_pile"
    message = Message(
        "Questo documento non si può dividere così: ricarica la pagina e riprova.",
        "This document cannot be split like that: load the page again and retry.",
    )


Decision = tuple[tuple[int, ...], ...]


def decided(row: RowMapping) -> Decision | None:
    """What was decided about the pile; () for leaving it whole, None where nobody said."""
    return None if row["decision"] is None else tuple(tuple(pages) for pages in row["decision"])


def decide(connection: Connection, row: RowMapping, segments: Sequence[Sequence[int]], user: str) -> list[int]:
    """Records the decision; the documents whose place in the tree changed. Raises NotAPile."""
    pages = [page for segment in segments for page in segment]
    if len(set(pages)) != len(pages) or any(not segment for segment in segments):
        raise NotAPile
    if segments and (row["status"] not in (Status.FILED, Status.TO_REVIEW) or not set(pages) <= _pages(row)):
        raise NotAPile
    was_cut = row["status"] == Status.OPENED
    changes.set_columns(connection, row["id"], decision=[list(segment) for segment in segments], proposal=None)
    if segments or was_cut:
        changes.set_columns(connection, row["id"], status=Status.RECEIVED.value, attempts=0)
        changes.add_event(connection, row["id"], EventKind.READ_AGAIN, user)
    else:
        _leave_whole(connection, row, user)
    return _join_again(connection, row["id"]) if was_cut else []


def _pages(row: RowMapping) -> set[int]:
    return set(range(1, row["page_count"] + 1))


def _leave_whole(connection: Connection, row: RowMapping, user: str) -> None:
    """Only the question was asked: with its answer the document is as sure as its reading was."""
    query = select(readings.c.needs_review).where(readings.c.document_id == row["id"])
    asks = connection.execute(query.order_by(readings.c.revision.desc()).limit(1)).scalar_one_or_none()
    status = Status.TO_REVIEW if asks or row["error_code"] else Status.FILED
    if row["status"] == Status.TO_REVIEW:
        changes.set_columns(connection, row["id"], status=status.value, revision=row["revision"] + 1)
    changes.add_event(connection, row["id"], EventKind.KEPT_WHOLE, user)


def _join_again(connection: Connection, pile: int) -> list[int]:
    """The documents that had been cut out of a pile are part of it again."""
    query = (
        select(documents.c.id, documents.c.revision, links.c.data)
        .join(links, links.c.to_id == documents.c.id)
        .where(links.c.from_id == pile, links.c.kind == LinkKind.INSIDE.value)
    )
    cut = [row for row in connection.execute(query).all() if row.data.get("role") == Role.PAGES]
    for row in cut:
        nowhere = {"tree_path": None, "tree_key": None}
        status = Status.JOINED.value
        changes.set_columns(connection, row.id, status=status, joined_to=pile, revision=row.revision + 1, **nowhere)
        changes.add_event(connection, row.id, EventKind.JOINED, None, {"document": pile})
    return [row.id for row in cut]
