"""Firms that filed documents were from or to, for recognising them on the next one."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from sqlalchemy import Connection, select

from storage.document import Status
from storage.schema import documents, field_values

_SIDES = (("supplier_name", "supplier_vat_id"), ("customer_name", "customer_vat_id"))
_NAMES = [name for side in _SIDES for name in side]


class Counterpart(NamedTuple):
    """`vat_id` canonical, None where the document had none."""

    name: str
    vat_id: str | None


def name_key(name: str) -> str:
    """A name however it is written: without case, accents and needless blanks."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    return " ".join("".join(c for c in folded if not unicodedata.combining(c)).split())


def counterparts(connection: Connection, newest: int) -> tuple[Counterpart, ...]:
    """The firms of the `newest` filed documents, each once, the last seen first; a user's word prevails."""
    filed = select(documents.c.id).where(documents.c.status == Status.FILED).order_by(documents.c.id.desc())
    values = field_values.c
    query = (
        select(values.document_id, values.name, values.value)
        .where(values.document_id.in_(filed.limit(newest)), values.current, values.name.in_(_NAMES))
        .order_by(values.document_id.desc(), values.user.is_not(None), values.id)
    )
    told: dict[int, dict[str, str | None]] = {}
    for id, name, value in connection.execute(query):
        told.setdefault(id, {})[name] = value
    found = (
        Counterpart(name, fields.get(number))
        for fields in told.values()
        for title, number in _SIDES
        if (name := fields.get(title)) is not None
    )
    return tuple(dict.fromkeys(found))
