"""Tags: the words that people file by. A document's own list is the truth; the tables are for picking and counting."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from storage.counterparts import name_key
from storage.schema_desk import document_tags, tags


def keep(connection: Connection, id: int, names: Iterable[str]) -> list[str]:
    """Brings the tables up to a document's list of tags. A tag is known by its name however it is written; the first
    way of writing it stays. Returns the tags as they are written."""
    wanted = {key: name for name in names if (key := name_key(name))}
    kept = select(document_tags.c.key).where(document_tags.c.document_id == id)
    before = set(connection.execute(kept).scalars())
    if gone := before - set(wanted):
        connection.execute(
            delete(document_tags).where(document_tags.c.document_id == id, document_tags.c.key.in_(gone))
        )
    if new := sorted(set(wanted) - before):
        known = set(connection.execute(select(tags.c.key).where(tags.c.key.in_(new))).scalars())
        if unknown := [{"key": key, "name": wanted[key]} for key in new if key not in known]:
            connection.execute(insert(tags), unknown)
        connection.execute(insert(document_tags), [{"key": key, "document_id": id} for key in new])
    written = select(tags.c.key, tags.c.name).where(tags.c.key.in_(sorted(wanted)))
    found: dict[str, str] = dict(map(tuple, connection.execute(written)))
    return [found[key] for key in wanted]
