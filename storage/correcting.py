"""What a person says of a document: values, tables, the kind; and the taking back of it. Each in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update
from sqlalchemy.engine import RowMapping

from storage.changes import add_event, set_columns
from storage.document import WAITING, EventKind, Status
from storage.errors import FaldoneError, InvalidValue, Message, StaleRevision
from storage.kinds import KINDS, Kind, ListField
from storage.packing import clean
from storage.reading import Row, Source
from storage.rows import BEFORE, current_lists, effective_fields, values_of
from storage.schema import events, field_values, list_values
from storage.schema_review import review_marks
from storage.table_changes import changed_rows
from storage.values import is_valid

MOST_ROWS = 2000
_NOT_VALID = Message("Questo valore non è valido per il campo.", "This value is not valid for the field.")
_NO_SUCH_FIELD = Message("Questo tipo di documento non ha il campo.", "This kind of document has no such field.")
_NO_SUCH_KIND = Message("Questo tipo di documento non esiste.", "There is no such kind of document.")
_NO_SUCH_LIST = Message("Questo tipo di documento non ha la tabella.", "This kind of document has no such table.")
_NO_SUCH_COLUMN = Message("La tabella non ha questa colonna.", "The table has no such column.")
_TOO_MANY = Message("Una tabella può avere al più 2000 righe.", "A table can have at most 2000 rows.")
# What a correction changes beside the values, to be put back when it is taken back.
_KEPT = ("status", "kind", "kind_confidence", "kind_by_user", "error_code", "error_it", "error_en")


class NothingToTakeBack(FaldoneError):
    """The document's last change is no confirmation, or somebody changed it since."""

    code = "nothing_to_take_back"
    message = Message(
        "Non c'è una conferma da annullare: nel frattempo il documento è cambiato.",
        "There is no confirmation to take back: the document was changed meanwhile.",
    )


def correct(
    connection: Connection,
    row: RowMapping,
    changes: Mapping[str, str | None],
    kind: str | None,
    user: str,
    lists: Mapping[str, Sequence[Row]],
) -> None:
    """A new revision in which a user's word prevails; one that waits to be read still waits. Raises InvalidValue."""
    declared = _checked(changes, lists, kind if kind is not None else row["kind"])
    id, revision = row["id"], row["revision"] + 1
    before = values_of(effective_fields(connection, id, declared.name))
    changed = {name: value for name, value in changes.items() if before.get(name) != value}
    tables_before = current_lists(connection, id, declared.name)
    tables = {
        name: kept
        for name, rows in lists.items()
        if (kept := [_cleaned(one) for one in rows if any(one.values())]) != list(tables_before.get(name, ()))
    }
    replaced = {
        "fields": _say(connection, field_values, id, revision, user, {n: _field(v) for n, v in changed.items()}),
        "lists": _say(connection, list_values, id, revision, user, {n: {"rows": r} for n, r in tables.items()}),
    }
    stays = (*WAITING, Status.JOINED)
    status = row["status"] if row["status"] in stays else Status.FILED.value
    no_error = {"error_code": None, "error_it": None, "error_en": None}
    set_columns(connection, id, status=status, revision=revision, content_revision=revision, **no_error)
    data: dict[str, Any] = {
        "fields": {name: [before.get(name), value] for name, value in changed.items()},
        BEFORE: {"revision": revision, "replaced": replaced} | {name: row[name] for name in _KEPT},
    }
    if tables:
        data["lists"] = {name: changed_rows(tables_before.get(name, ()), rows) for name, rows in tables.items()}
    if declared.name != row["kind"]:
        set_columns(connection, id, kind=declared.name, kind_confidence=1.0, kind_by_user=True)
        data["kind"] = [row["kind"], declared.name]
    add_event(connection, id, EventKind.CORRECTED, user, data)
    connection.execute(delete(review_marks).where(review_marks.c.document_id == id))


def _field(value: str | None) -> dict[str, Any]:
    return {"value": value, "confidence": 1.0, "source": Source.USER.value, "evidence": []}


def _cleaned(row: Row) -> dict[str, str]:
    return {column: clean(value) for column, value in row.items() if value}


def _say(
    connection: Connection, table: Table, id: int, revision: int, user: str, said: Mapping[str, Mapping[str, Any]]
) -> list[int]:
    """Puts a user's word in the place of an earlier one; the ids of those that count no longer."""
    if not said:
        return []
    earlier = _by_user(table, id) & table.c.name.in_(said)
    replaced = list(connection.execute(select(table.c.id).where(earlier)).scalars())
    connection.execute(update(table).where(earlier).values(current=False))
    common = {"document_id": id, "revision": revision, "user": user, "at": datetime.now(UTC), "current": True}
    connection.execute(insert(table), [{**common, "name": name, **columns} for name, columns in said.items()])
    return replaced


def _by_user(table: Table, id: int) -> Any:
    return (table.c.document_id == id) & table.c.user.is_not(None) & table.c.current


def _checked(changes: Mapping[str, str | None], lists: Mapping[str, Sequence[Row]], kind: str) -> Kind:
    declared = KINDS.get(kind)
    if declared is None:
        raise InvalidValue("kind", _NO_SUCH_KIND)
    for name, value in changes.items():
        field = declared.field(name)
        if field is None:
            raise InvalidValue(name, _NO_SUCH_FIELD)
        if value is not None and not is_valid(field.type, value, field.choices):
            raise InvalidValue(name, _NOT_VALID)
    for name, rows in lists.items():
        table = declared.list_field(name)
        if table is None:
            raise InvalidValue(name, _NO_SUCH_LIST)
        _check_rows(table, rows)
    return declared


def _check_rows(table: ListField, rows: Sequence[Row]) -> None:
    """Errors are named by table, row (from 1) and column: "vat_lines.2.rate"."""
    if len(rows) > MOST_ROWS:
        raise InvalidValue(table.name, _TOO_MANY)
    columns = {column.name: column for column in table.columns}
    for number, row in enumerate(rows, start=1):
        for name, value in row.items():
            place = f"{table.name}.{number}.{name}"
            if name not in columns:
                raise InvalidValue(place, _NO_SUCH_COLUMN)
            if value and not is_valid(columns[name].type, value, columns[name].choices):
                raise InvalidValue(place, _NOT_VALID)


def take_back(connection: Connection, row: RowMapping, user: str) -> None:
    """The document as it was before the last confirmation, in a new revision. Raises NothingToTakeBack."""
    id, revision = row["id"], row["content_revision"]
    last = connection.execute(
        select(events)
        .where(events.c.document_id == id, events.c.kind == EventKind.CORRECTED.value)
        .order_by(events.c.id.desc())
        .limit(1)
    ).mappings().one_or_none()  # fmt: skip
    before = dict(last["data"].get(BEFORE) or {}) if last else {}
    if last is None or before.get("revision") != revision:
        raise NothingToTakeBack
    for table, name in ((field_values, "fields"), (list_values, "lists")):
        said = (table.c.document_id == id) & (table.c.revision == revision) & table.c.user.is_not(None)
        connection.execute(update(table).where(said).values(current=False))
        earlier = table.c.document_id == id, table.c.id.in_(before["replaced"][name])
        connection.execute(update(table).where(*earlier).values(current=True))
    further = row["revision"] + 1
    kept = {name: before[name] for name in _KEPT}
    set_columns(connection, id, revision=further, content_revision=further, **kept)
    told = {name: value for name, value in last["data"].items() if name != BEFORE}
    add_event(connection, id, EventKind.TAKEN_BACK, user, {"by": last["user"], **told})


def check_revision(row: RowMapping, revision: int) -> None:
    """A note or a tag put on it since makes nobody's look at a document stale. Raises StaleRevision."""
    if not row["content_revision"] <= revision <= row["revision"]:
        raise StaleRevision
