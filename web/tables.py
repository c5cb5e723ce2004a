"""A document's tables (lines, VAT, instalments) as they are edited, and what a person made of them.

Cells are sent column by column, `row.<table>.<column>` once for each row; `was.row.<table>` is the table that the form
was filled from. Rows that are empty altogether do not count.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from storage.document import EventKind, FullDocument
from storage.kinds import Field, FieldType, Kind, ListField
from storage.reading import Row
from storage.values import BadValue, parse
from web.formats import in_words, shown
from web.history import row_in_words
from web.say import _
from web.sums import Sum, sums

Rows = Sequence[Row]
FIGURES = (FieldType.AMOUNT, FieldType.HOURS, FieldType.INT)


@dataclass(frozen=True, slots=True)
class Cell:
    """`value` is canonical, empty where the text is none of its column's type."""

    column: Field
    text: str
    value: str
    error: str = ""

    @property
    def is_figure(self) -> bool:
        return self.column.type in FIGURES


@dataclass(frozen=True, slots=True)
class Table:
    """`was` is the table that the form was filled from, as it is sent back; `meanwhile` what others made of it."""

    declared: ListField
    rows: tuple[tuple[Cell, ...], ...]
    was: str
    sums: tuple[Sum, ...] = ()
    meanwhile: tuple[str, ...] = ()
    error: str = ""

    @property
    def blank(self) -> tuple[Cell, ...]:
        return tuple(Cell(column, "", "") for column in self.declared.columns)

    @property
    def has_errors(self) -> bool:
        return bool(self.error) or any(cell.error for row in self.rows for cell in row)

    @property
    def values(self) -> tuple[Row, ...]:
        """The rows that are not empty, canonical."""
        rows = ({cell.column.name: cell.value for cell in row if cell.value} for row in self.rows)
        return tuple(row for row in rows if row)

    def sum_of(self, column: str) -> Sum | None:
        return next((one for one in self.sums if one.column == column), None)


@dataclass(frozen=True, slots=True)
class TypedTables:
    """`changes` are whole tables, of those that the person changed."""

    tables: tuple[Table, ...]
    changes: Mapping[str, Sequence[Row]]


def tables(kind: Kind, full: FullDocument, values: Mapping[str, str]) -> tuple[Table, ...]:
    """As they are kept; `values` are those of the document's fields, for the sums."""
    return tuple(_kept(declared, full.lists.get(declared.name, ()), values) for declared in kind.lists)


def _kept(declared: ListField, rows: Iterable[Row], values: Mapping[str, str]) -> Table:
    kept = tuple(rows)
    cells = tuple(tuple(_cell(column, row.get(column.name, "")) for column in declared.columns) for row in kept)
    return Table(declared, cells, _packed(kept), sums(declared.name, kept, values))


def _cell(column: Field, value: str) -> Cell:
    return Cell(column, shown(column, value) if value else "", value)


def typed(kind: Kind, full: FullDocument, sent: MultiDict[str, str], values: Mapping[str, str]) -> TypedTables:
    """What was sent, against what is kept now; a table that was not sent, or not touched, is shown as it is kept."""
    made: list[Table] = []
    changes: dict[str, Sequence[Row]] = {}
    for plain in tables(kind, full, values):
        table = _sent(plain, full, sent, values)
        made.append(table)
        if table is not plain and _packed(table.values) != plain.was:
            changes[plain.declared.name] = table.values
    return TypedTables(tuple(made), changes)


def _sent(plain: Table, full: FullDocument, sent: MultiDict[str, str], values: Mapping[str, str]) -> Table:
    declared, name = plain.declared, plain.declared.name
    was = sent.get(f"was.row.{name}")
    if was is None:
        return plain
    columns = [sent.getlist(f"row.{name}.{column.name}") for column in declared.columns]
    before = _unpacked(was)
    texts = [row for row in zip(*columns, strict=False) if any(text.strip() for text in row)]
    rows = tuple(_row(declared, row, before[at] if at < len(before) else {}) for at, row in enumerate(texts))
    table = Table(declared, rows, plain.was)
    meanwhile = _meanwhile(name, full) if was != plain.was else ()
    if not table.has_errors and _packed(table.values) == was:  # nobody touched it here: what is kept now is shown
        return Table(declared, plain.rows, plain.was, plain.sums, meanwhile)
    return Table(declared, rows, plain.was, sums(name, table.values, values), meanwhile)


def _row(declared: ListField, texts: Sequence[str], before: Row) -> tuple[Cell, ...]:
    return tuple(
        _typed_cell(column, text, before.get(column.name, ""))
        for column, text in zip(declared.columns, texts, strict=True)
    )


def _typed_cell(column: Field, text: str, before: str) -> Cell:
    if not text.strip():
        return Cell(column, "", "")
    if before and text.strip() == shown(column, before):  # read, perhaps, as what its type cannot hold
        return Cell(column, text, before)
    try:
        return Cell(column, text, parse(column.type, text, column.choices))
    except BadValue as error:
        return Cell(column, text, "", in_words(error.message))


def _meanwhile(name: str, full: FullDocument) -> tuple[str, ...]:
    """What somebody else made of the table, from the history."""
    for event in reversed(full.events):
        lists = event.data.get("lists")
        if event.kind in (EventKind.CORRECTED, EventKind.TAKEN_BACK) and isinstance(lists, dict) and name in lists:
            who = _("Meanwhile changed by %(who)s:", who=event.user or "Faldone")
            empty = _("empty")
            rows = (f"{row_in_words(was) or empty} → {row_in_words(now) or empty}" for was, now in lists[name])
            return (who, *rows)
    return (_("Meanwhile read again: the rows are others now."),)


def _packed(rows: Iterable[Row]) -> str:
    kept = [{name: value for name, value in row.items() if value} for row in rows]
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _unpacked(packed: str) -> list[dict[str, str]]:
    try:
        rows = json.loads(packed)
    except ValueError:
        return []
    plain = rows if isinstance(rows, list) else []
    return [{str(k): str(v) for k, v in row.items()} if isinstance(row, dict) else {} for row in plain]
