"""What an archive looks like at a glance: what falls due, what is on somebody's desk, how much each month brought."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, case, func, select

from storage.database import Database
from storage.document import READABLE, Document
from storage.rows import SELECT_DOCUMENT, Areas, document_of, within
from storage.schema import documents

_SUMMED = {"invoice": 1, "credit_note": -1}  # a credit note takes back what an invoice asked
_CURRENCY = "EUR"


@dataclass(frozen=True, slots=True)
class Due:
    """Documents that fall due, the first `shown` of `count`, the soonest first."""

    shown: tuple[Document, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Month:
    """`month` is "2026-03"; `cents` are the invoices' totals less those of the credit notes, euros only."""

    month: str
    documents: int
    cents: int


class Overview:
    """Only looks; every question costs an index and what it answers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def due(self, areas: Areas, first: date, last: date, limit: int) -> Due:
        """What is to be paid or done between two days, both included."""
        between = documents.c.due_date.between(first.isoformat(), last.isoformat())
        return self._listed(and_(_READABLE, between, within(areas)), documents.c.due_date, limit)

    def assigned(self, areas: Areas, user: int, limit: int) -> Due:
        """What lies on a person's desk, what is due first before the rest."""
        mine = and_(documents.c.assignee_id == user, _READABLE, within(areas))
        return self._listed(mine, func.coalesce(documents.c.assigned_due, "9999"), limit)

    def _listed(self, condition: ColumnElement[bool], order: ColumnElement[str], limit: int) -> Due:
        with self._database.read() as connection:
            rows = connection.execute(SELECT_DOCUMENT.where(condition).order_by(order, documents.c.id).limit(limit))
            shown = tuple(document_of(row) for row in rows.mappings())
            count = select(func.count()).select_from(documents).where(condition)
            return Due(shown, connection.execute(count).scalar_one() if len(shown) == limit else len(shown))

    def months(self, areas: Areas, first: str, last: str) -> dict[str, Month]:
        """By month of the documents' own dates, `first` and `last` included; months without documents are left out."""
        month = func.substr(documents.c.date, 1, 7)
        signs = [(documents.c.kind == kind, documents.c.cents * sign) for kind, sign in _SUMMED.items()]
        cents = func.coalesce(func.sum(case((documents.c.currency == _CURRENCY, case(*signs, else_=0)), else_=0)), 0)
        query = (
            select(month, func.count(), cents)
            .where(documents.c.date >= first, documents.c.date < f"{last}~", _READABLE, within(areas))
            .group_by(month)
        )
        with self._database.read() as connection:
            return {name: Month(name, count, int(total)) for name, count, total in connection.execute(query)}


_READABLE = documents.c.status.in_([status.value for status in READABLE])
