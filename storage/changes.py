"""What can be done to a document, each in one transaction: kept, set aside, opened, placed in the tree."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.engine import RowMapping

from storage import tags, tree
from storage.counterparts import name_key
from storage.document import EventKind, Status
from storage.errors import FaldoneError
from storage.kinds import Area
from storage.packing import clean, pack_checks, pack_codes, pack_proposal, pack_value, pack_words
from storage.places import free_path
from storage.reading import Page, Reading
from storage.rows import effective_fields, values_of
from storage.schema import documents, events, field_values, list_values, pages, readings
from storage.summary import summarise


def add_event(
    connection: Connection, id: int, kind: EventKind, user: str | None, data: Mapping[str, Any] | None = None
) -> None:
    row = {"document_id": id, "at": datetime.now(UTC), "kind": kind.value, "user": user, "data": dict(data or {})}
    connection.execute(insert(events).values(row))


def set_columns(connection: Connection, id: int, **values: Any) -> None:
    connection.execute(update(documents).where(documents.c.id == id).values(values))


def keep_reading(connection: Connection, row: RowMapping, reading: Reading) -> None:
    """A new revision with what was read; what users said stays. The kind that a user gave stays too."""
    id, revision, now = row["id"], row["revision"] + 1, datetime.now(UTC)
    connection.execute(delete(pages).where(pages.c.document_id == id))
    if reading.pages:
        connection.execute(insert(pages), [_page_row(id, page) for page in reading.pages])
    _replace_read_values(connection, id, revision, now, reading)
    connection.execute(
        insert(readings).values(
            document_id=id,
            revision=revision,
            at=now,
            seconds=reading.seconds,
            kind=reading.kind,
            kind_confidence=reading.kind_confidence,
            needs_review=reading.needs_review,
            checks=pack_checks(reading.checks),
            candidates={name: [pack_value(v) for v in values] for name, values in reading.candidates.items()},
        )
    )
    status = Status.TO_REVIEW if reading.needs_review else Status.FILED
    if row["joined_to"] is not None:
        status = Status.JOINED
    kind = row["kind"] if row["kind_by_user"] else reading.kind
    set_columns(
        connection,
        id,
        kind=kind,
        kind_confidence=1.0 if row["kind_by_user"] else reading.kind_confidence,
        language=reading.language,
        status=status.value,
        attempts=0,
        revision=revision,
        content_revision=revision,
        page_count=len(reading.pages),
        error_code=None,
        error_it=None,
        error_en=None,
        proposal=pack_proposal(reading.proposal) if row["decision"] is None else None,
        **_labels(connection, row, reading),
    )
    event = EventKind.TO_REVIEW if reading.needs_review else EventKind.FILED
    add_event(connection, id, event, None, {"kind": kind, "seconds": round(reading.seconds, 2)})


def _labels(connection: Connection, row: RowMapping, reading: Reading) -> dict[str, Any]:
    """What names the document beside its fields: the label stuck on the paper, and the file by which SDI knows it."""
    labels: dict[str, Any] = {}
    if reading.sdi is not None:
        labels = {"sdi_file": reading.sdi.file, "notice": reading.sdi.notice or None}
        if reading.sdi.notice:
            labels["state"] = reading.sdi.state or None
    number = reading.archive_number
    if number is not None and row["archive_number"] is None:
        taken = select(documents.c.id).where(documents.c.archive_number == number, documents.c.id != row["id"])
        if connection.execute(taken.limit(1)).first() is None:
            labels["archive_number"] = number
    return labels


def _page_row(id: int, page: Page) -> dict[str, Any]:
    return {
        "document_id": id,
        "number": page.number,
        "width": page.width,
        "height": page.height,
        "source": page.source.value,
        "confidence": page.confidence,
        "preparation": [dict(step) for step in page.preparation],
        "words": pack_words(page.words),
        "codes": pack_codes(page.codes),
    }


def _replace_read_values(connection: Connection, id: int, revision: int, now: datetime, reading: Reading) -> None:
    for table in (field_values, list_values):
        connection.execute(
            update(table)
            .where(table.c.document_id == id, table.c.current, table.c.user.is_(None))
            .values(current=False)
        )
    common = {"document_id": id, "revision": revision, "at": now, "current": True}
    for name, value in reading.fields.items():
        connection.execute(insert(field_values).values(**common, name=name, **pack_value(value)))
    for name, rows in reading.lists.items():
        cleaned = [{column: clean(value) for column, value in row.items()} for row in rows]
        connection.execute(insert(list_values).values(**common, name=name, rows=cleaned))


def set_aside(connection: Connection, row: RowMapping, error: FaldoneError) -> Status:
    """A document of which something is known already keeps its place and asks for a look; a new one is set aside."""
    status = Status.SET_ASIDE if row["tree_path"] is None else Status.TO_REVIEW
    set_columns(
        connection,
        row["id"],
        status=status.value,
        attempts=0,
        revision=row["revision"] + 1,
        error_code=error.code,
        error_it=error.message.it,
        error_en=error.message.en,
    )
    add_event(connection, row["id"], EventKind.SET_ASIDE, None, {"code": error.code})
    return status


def summarise_again(connection: Connection, id: int, template: str, tree_folder: Path) -> None:
    """Brings the columns that stand for the document, and its place in the tree, up to its values."""
    row = connection.execute(select(documents).where(documents.c.id == id)).mappings().one()
    values = values_of(effective_fields(connection, id, row["kind"]))
    summary = summarise(row["kind"], values, row["hint"], row["file"])
    wanted = tree.render(template, row["kind"], summary, row["file"])
    path = free_path(connection, row, wanted, tree.extension_of(row["file"]), tree_folder)
    set_columns(
        connection,
        id,
        area=(Area.HR if row["private"] else summary.area).value,
        title=summary.title,
        counterpart=summary.counterpart,
        date=summary.date,
        number=summary.number,
        amount=summary.amount,
        currency=summary.currency,
        counterpart_key=name_key(summary.counterpart) if summary.counterpart else None,
        cents=_cents(summary.amount),
        due_date=summary.due_date,
        tree_path=str(path),
        tree_key=tree.folded(path),
    )
    tags.keep(connection, id, row["tags"])
    if row["tree_path"] not in (None, str(path)):
        add_event(connection, id, EventKind.MOVED, None, {"path": [row["tree_path"], str(path)]})


def _cents(amount: str | None) -> int | None:
    cents = int(Decimal(amount).scaleb(2)) if amount else None
    return cents if cents is not None and abs(cents) < 2**62 else None


def open_up(connection: Connection, row: RowMapping, count: int) -> None:
    """The file held `count` others and nothing else: it has no place of its own in the tree, nor in lists."""
    revision = row["revision"] + 1
    nowhere = {"tree_path": None, "tree_key": None, "proposal": None}
    no_error = {"error_code": None, "error_it": None, "error_en": None}
    status = Status.OPENED.value
    set_columns(connection, row["id"], status=status, attempts=0, revision=revision, **nowhere, **no_error)
    add_event(connection, row["id"], EventKind.OPENED, None, {"count": count})
