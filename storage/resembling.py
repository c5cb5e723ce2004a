"""Looks, in the transaction that keeps a document, whether the archive holds it already in another shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.engine import RowMapping

from storage import belonging
from storage.document import ALL_AREAS, READABLE, FullDocument
from storage.reading import Source
from storage.rows import SELECT_DOCUMENT, full_document, row_of
from storage.sameness.judge import Same, Verdict, differences, judge
from storage.sameness.keys import keys_of
from storage.sameness.traits import Likeness, likeness_of, unpacked
from storage.schema import documents, likeness_keys, likenesses

MOST_COMPARED = 40  # of those that share most


def look_for_twins(connection: Connection, id: int, picture: bytes = b"") -> None:
    """Joins an e-invoice and its copy where they certainly are the same, and asks about what may be the same: the same
    paper once more may be a second debt, and only a person says that it is none.

    `picture` is the print of its first page; without it the one that is kept counts."""
    row = row_of(connection, id, ALL_AREAS)
    if row["status"] not in READABLE:
        return
    full = full_document(connection, row, ALL_AREAS)
    likeness = _likeness(connection, full, picture)
    _keep(connection, id, likeness)
    known = belonging.known_pairs(connection, id)
    for other, old in _candidates(connection, id, likeness):
        if other["id"] in known:
            continue
        verdict = judge(likeness, old)
        if verdict.same is Same.CERTAIN and Source.XML in (likeness.source, old.source):
            _join(connection, row, other, (likeness, old), verdict)
            return
        if verdict.same is not Same.NO:
            newer_counts = likeness.source is Source.XML and old.source is not Source.XML
            data = _told(connection, row, other, verdict) | {"newer_counts": newer_counts}
            belonging.suspect(connection, other, row, data)


def _likeness(connection: Connection, full: FullDocument, picture: bytes) -> Likeness:
    if not picture:
        before = connection.execute(select(likenesses.c.data).where(likenesses.c.document_id == full.document.id))
        kept = before.scalar_one_or_none()
        picture = unpacked(kept).picture_print if kept is not None else b""
    fields = {name: stored.value for name, stored in full.fields.items()}
    return likeness_of(full.document.kind, fields, full.pages, picture or None)


def _keep(connection: Connection, id: int, likeness: Likeness) -> None:
    for table in (likenesses, likeness_keys):
        connection.execute(delete(table).where(table.c.document_id == id))
    connection.execute(insert(likenesses).values(document_id=id, data=likeness.packed()))
    if keys := keys_of(likeness):
        connection.execute(insert(likeness_keys), [{"key": key, "document_id": id} for key in sorted(keys)])


def _candidates(connection: Connection, id: int, likeness: Likeness) -> Iterator[tuple[RowMapping, Likeness]]:
    shared = (
        select(likeness_keys.c.document_id, func.count().label("matches"))
        .where(likeness_keys.c.key.in_(sorted(keys_of(likeness))), likeness_keys.c.document_id != id)
        .group_by(likeness_keys.c.document_id)
        .subquery()
    )
    query = (
        SELECT_DOCUMENT.add_columns(likenesses.c.data.label("likeness"))
        .join(shared, shared.c.document_id == documents.c.id)
        .join(likenesses, likenesses.c.document_id == documents.c.id)
        .where(documents.c.status.in_([status.value for status in READABLE]))
        .order_by(shared.c.matches.desc(), documents.c.id)
        .limit(MOST_COMPARED)
    )
    for row in connection.execute(query).mappings().all():
        yield row, unpacked(row["likeness"])


def _join(
    connection: Connection, new: RowMapping, old: RowMapping, pair: tuple[Likeness, Likeness], verdict: Verdict
) -> None:
    """The XML counts; of two alike, the one that was there."""
    new_counts = pair[0].source is Source.XML and pair[1].source is not Source.XML
    above, below = (new, old) if new_counts else (old, new)
    belonging.join(connection, above, below, _told(connection, above, below, verdict), None)


def _told(connection: Connection, above: RowMapping, below: RowMapping, verdict: Verdict) -> dict[str, Any]:
    """What the bond says of the two."""
    values = []
    for row in (above, below):
        full = full_document(connection, row, ALL_AREAS)
        values.append({name: stored.value.value for name, stored in full.fields.items()})
    return {
        "probability": verdict.probability,
        "evidence": [[told.field, told.new, told.old, told.agrees] for told in verdict.evidence],
        "differences": {name: list(pair) for name, pair in differences(*values).items()},
    }
