"""Database rows made into values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select, true
from sqlalchemy.engine import RowMapping

from storage.document import ALL_AREAS, Document, Event, EventKind, FullDocument, Link, Note, Status, StoredField
from storage.errors import Message, NoSuchDocument
from storage.kinds import KINDS, OTHER, Area
from storage.links import LinkKind
from storage.packing import unpack_checks, unpack_codes, unpack_proposal, unpack_value, unpack_words
from storage.reading import Page, Row, Source
from storage.schema import LARGEST_ID, documents, events, field_values, links, list_values, originals, pages, readings
from storage.schema_desk import notes

Areas = frozenset[Area]
BEFORE = "before"  # in a correction's event: what it takes to take it back, which nobody else is told
SELECT_DOCUMENT: Select[Any] = select(documents, originals.c.size, originals.c.media_type).join(originals)


def within(areas: Areas) -> ColumnElement[bool]:
    return true() if areas == ALL_AREAS else documents.c.area.in_(sorted(areas))


def row_of(connection: Connection, id: int, areas: Areas) -> RowMapping:
    if not 0 < id <= LARGEST_ID:
        raise NoSuchDocument
    row = connection.execute(SELECT_DOCUMENT.where(documents.c.id == id, within(areas))).mappings().one_or_none()
    if row is None:
        raise NoSuchDocument
    return row


def document_of(row: RowMapping) -> Document:
    error = Message(row["error_it"], row["error_en"]) if row["error_code"] else None
    plain = (
        "id sha256 file media_type size kind kind_confidence language revision received_at title counterpart date"
        " number amount currency hint tree_path page_count error_code part archive_number state"
        " due_date assignee_id assigned_due"
    )
    return Document(
        **{name: row[name] for name in plain.split()},
        area=Area(row["area"]),
        status=Status(row["status"]),
        tags=tuple(row["tags"]),
        error=error,
    )


def effective_fields(connection: Connection, id: int, kind: str) -> dict[str, StoredField]:
    """The values that count now, in the order the kind declares them: a user's word over what was read."""
    read: dict[str, StoredField] = {}
    said: dict[str, StoredField | None] = {}
    query = select(field_values).where(field_values.c.document_id == id, field_values.c.current)
    for row in connection.execute(query.order_by(field_values.c.id)).mappings():
        if row["user"] is None:
            read[row["name"]] = StoredField(row["name"], unpack_value(dict(row)), None, row["at"])
        else:
            removed = row["value"] is None
            said[row["name"]] = (
                None if removed else StoredField(row["name"], unpack_value(dict(row)), row["user"], row["at"])
            )
    return {
        field.name: chosen
        for field in KINDS.get(kind, OTHER).fields
        if (chosen := _prevailing(field.name, read, said)) is not None
    }


def _prevailing(
    name: str, read: Mapping[str, StoredField], said: Mapping[str, StoredField | None]
) -> StoredField | None:
    if name not in said:
        return read.get(name)
    given, found = said[name], read.get(name)
    if given is None:
        return None
    if found is not None and found.value.value == given.value.value:
        confirmed = replace(given.value, page=found.value.page, box=found.value.box)
        return StoredField(name, confirmed, given.user, given.at)
    return StoredField(name, given.value, given.user, given.at, found.value if found else None)


def values_of(fields: Mapping[str, StoredField]) -> dict[str, str]:
    return {name: field.value.value for name, field in fields.items()}


def full_document(
    connection: Connection, row: RowMapping, areas: frozenset[Area], *, with_words: bool = True
) -> FullDocument:
    """Documents that it belongs together with are told as far as they lie in `areas`."""
    document = document_of(row)
    reading = (
        connection.execute(
            select(readings).where(readings.c.document_id == document.id).order_by(readings.c.revision.desc()).limit(1)
        )
        .mappings()
        .one_or_none()
    )
    return FullDocument(
        document,
        _pages(connection, document.id, with_words),
        effective_fields(connection, document.id, document.kind),
        current_lists(connection, document.id, document.kind),
        unpack_checks(reading["checks"]) if reading else (),
        {name: tuple(map(unpack_value, rows)) for name, rows in reading["candidates"].items()} if reading else {},
        _events(connection, document.id),
        tuple(links_of(connection, document.id, areas)),
        unpack_proposal(row["proposal"]),
        _notes(connection, document.id),
    )


def links_of(connection: Connection, id: int, areas: frozenset[Area]) -> Iterable[Link]:
    """What a document belongs together with, as far as it lies in `areas`."""
    for mine, theirs, is_above in ((links.c.to_id, links.c.from_id, True), (links.c.from_id, links.c.to_id, False)):
        query = (
            SELECT_DOCUMENT.add_columns(links.c.kind.label("bond"), links.c.data.label("bond_data"))
            .join(links, theirs == documents.c.id)
            .where(mine == id, documents.c.area.in_(sorted(areas)))
            .order_by(links.c.id)
        )
        for row in connection.execute(query).mappings():
            yield Link(LinkKind(row["bond"]), document_of(row), is_above, row["bond_data"])


def _pages(connection: Connection, id: int, with_words: bool) -> tuple[Page, ...]:
    columns = [column for column in pages.c if with_words or column is not pages.c.words]
    query = select(*columns).where(pages.c.document_id == id).order_by(pages.c.number)
    return tuple(map(_page, connection.execute(query).mappings()))


def page_of(connection: Connection, id: int, number: int) -> Page:
    """Raises NoSuchDocument where there is no such page."""
    possible = 0 < number <= LARGEST_ID
    query = select(pages).where(pages.c.document_id == id, pages.c.number == (number if possible else 0))
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise NoSuchDocument
    return _page(row)


def _page(row: RowMapping) -> Page:
    return Page(
        row["number"],
        row["width"],
        row["height"],
        Source(row["source"]),
        row["confidence"],
        unpack_words(row["words"]) if "words" in row else (),
        tuple(row["preparation"]),
        unpack_codes(row["codes"]),
    )


def current_lists(connection: Connection, id: int, kind: str) -> dict[str, tuple[Row, ...]]:
    """A list that a user gave prevails over the one that was read."""
    query = select(list_values).where(list_values.c.document_id == id, list_values.c.current)
    rows: Iterable[RowMapping] = connection.execute(query.order_by(list_values.c.id)).mappings()
    found = {row["name"]: tuple(row["rows"]) for row in sorted(rows, key=lambda row: row["user"] is not None)}
    return {field.name: found[field.name] for field in KINDS.get(kind, OTHER).lists if field.name in found}


def _events(connection: Connection, id: int) -> tuple[Event, ...]:
    query = select(events).where(events.c.document_id == id).order_by(events.c.id)
    return tuple(
        Event(row["at"], EventKind(row["kind"]), row["user"], {k: v for k, v in row["data"].items() if k != BEFORE})
        for row in connection.execute(query).mappings()
    )


def _notes(connection: Connection, id: int) -> tuple[Note, ...]:
    query = select(notes).where(notes.c.document_id == id).order_by(notes.c.id)
    return tuple(Note(row["id"], row["user"], row["at"], row["text"]) for row in connection.execute(query).mappings())
