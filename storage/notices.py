"""What SDI says of an e-invoice finds its invoice, whichever of the two comes first."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select
from sqlalchemy.engine import RowMapping

from storage import changes
from storage.document import READABLE, EventKind, Status
from storage.inside import link
from storage.links import LinkKind
from storage.reading import SdiFacts
from storage.rows import SELECT_DOCUMENT
from storage.schema import documents

# A later word prevails over an earlier one, whatever order they came in.
_ORDER = ("delivered", "undeliverable", "sent", "terms_expired", "accepted", "refused", "rejected")


def attach(connection: Connection, row: RowMapping, sdi: SdiFacts) -> None:
    """Binds a notice to its invoices, or an invoice to the notices that came before it."""
    others = select(documents).where(documents.c.sdi_file == sdi.file, documents.c.id != row["id"])
    if sdi.notice:
        invoices = connection.execute(others.where(documents.c.notice.is_(None))).mappings().all()
        if invoices:
            _bind(connection, invoices, row, sdi)
        return
    for notice in connection.execute(others.where(documents.c.notice.is_not(None))).mappings().all():
        facts = SdiFacts(sdi.file, notice["notice"], notice["state"] or "", notice["state"] in _LOUD)
        _bind(connection, [_row(connection, row["id"])], notice, facts)


_LOUD = frozenset({"rejected", "refused"})


def _bind(connection: Connection, invoices: Sequence[RowMapping], notice: RowMapping, sdi: SdiFacts) -> None:
    """The notice is to be found at its invoice from now on, and the invoice says what SDI made of it."""
    for invoice in invoices:
        link(connection, LinkKind.NOTICE, invoice["id"], notice["id"], {"notice": sdi.notice, "state": sdi.state})
        data = {"document": notice["id"], "notice": sdi.notice, "state": sdi.state}
        changes.add_event(connection, invoice["id"], EventKind.GOT_NOTICE, None, data)
        values: dict[str, object] = {"sdi_file": sdi.file}
        if _rank(sdi.state) > _rank(invoice["state"] or ""):
            values["state"] = sdi.state
        if sdi.is_loud and invoice["status"] in READABLE:
            values["status"] = Status.TO_REVIEW.value
        changes.set_columns(connection, invoice["id"], **values)
    joined = {"status": Status.JOINED.value, "joined_to": invoices[0]["id"], "revision": notice["revision"] + 1}
    changes.set_columns(connection, notice["id"], **joined)


def _rank(state: str) -> int:
    return _ORDER.index(state) if state in _ORDER else -1


def _row(connection: Connection, id: int) -> RowMapping:
    return connection.execute(SELECT_DOCUMENT.where(documents.c.id == id)).mappings().one()
