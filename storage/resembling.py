"""Looks, in the transaction that keeps a document, whether the archive holds it already in another shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection, Subquery, delete, func, insert, select
from sqlalchemy.engine import RowMapping

from storage import belonging
from storage.document import ALL_AREAS, READABLE, FullDocument, Status
from storage.links import LinkKind
from storage.reading import Source
from storage.rows import full_document, row_of
from storage.sameness.judge import Same, Verdict, judge
from storage.sameness.keys import COMMON, MOST_COMPARED, keys_of
from storage.sameness.traits import Likeness, likeness_of, unpacked
from storage.schema import documents, likeness_keys, likenesses, links


class _Twin(NamedTuple):
    """A document that may be the same, and what speaks for it in whichever of its renditions is most alike."""

    row: RowMapping
    likeness: Likeness
    verdict: Verdict


def look_for_twins(connection: Connection, id: int, picture: bytes = b"") -> None:
    """Joins an e-invoice and its copy where they certainly are the same, and asks about what may be the same: the same
    paper once more may be a second debt, and only a person says that it is none. What was asked before is weighed anew.

    `picture` is the print of its first page; without it the one that is kept counts."""
    row = row_of(connection, id, ALL_AREAS)
    if row["status"] not in READABLE:
        return
    likeness = _likeness(connection, full_document(connection, row, ALL_AREAS), picture)
    _keep(connection, id, likeness)
    _weigh_again(connection, id, likeness)
    for twin in _twins(connection, id, likeness):
        older, newer = sorted((row, twin.row), key=lambda one: one["id"])
        newer_counts = _newer_counts(connection, older, newer)
        if _is_joined_unasked(row, likeness, twin):
            above, below = (newer, older) if newer_counts else (older, newer)
            belonging.join(connection, above, below, _told(twin.verdict), None)
            if below["id"] == id:
                return
        else:
            belonging.suspect(connection, older, newer, _told(twin.verdict) | {"newer_counts": newer_counts})
    belonging.wait_for_answers(connection, id)


def _is_joined_unasked(row: RowMapping, likeness: Likeness, twin: _Twin) -> bool:
    """Papers of different areas are seen by different people: somebody who sees both decides."""
    is_xml = Source.XML in (likeness.source, twin.likeness.source)
    return is_xml and twin.verdict.same is Same.CERTAIN and row["area"] == twin.row["area"]


def _newer_counts(connection: Connection, older: RowMapping, newer: RowMapping) -> bool:
    """The XML counts; of two alike the one that was there, unless SDI rejected it and the newer was sent instead."""
    kept = _kept(connection, [older["id"], newer["id"]])
    is_xml = [row["id"] in kept and kept[row["id"]].is_xml for row in (older, newer)]
    if all(is_xml):
        return bool(older["state"] == "rejected" != newer["state"])
    return is_xml[1]


def _likeness(connection: Connection, full: FullDocument, picture: bytes) -> Likeness:
    if not picture:
        kept = _kept(connection, [full.document.id])
        picture = kept[full.document.id].picture_print if kept else b""
    fields = {name: stored.value for name, stored in full.fields.items()}
    return likeness_of(full.document.kind, fields, full.pages, picture or None)


def _kept(connection: Connection, ids: Iterable[int]) -> dict[int, Likeness]:
    query = select(likenesses.c.document_id, likenesses.c.data).where(likenesses.c.document_id.in_(list(ids)))
    return {id: unpacked(data) for id, data in connection.execute(query)}


def _keep(connection: Connection, id: int, likeness: Likeness) -> None:
    for table in (likenesses, likeness_keys):
        connection.execute(delete(table).where(table.c.document_id == id))
    connection.execute(insert(likenesses).values(document_id=id, data=likeness.packed()))
    if keys := keys_of(likeness):
        connection.execute(insert(likeness_keys), [{"key": key, "document_id": id} for key in sorted(keys)])


def _weigh_again(connection: Connection, id: int, likeness: Likeness) -> None:
    """A correction or a better reading may answer what was asked, or change what speaks for it."""
    for question in belonging.questions(connection, id):
        is_newer = question["to_id"] == id
        other = question["from_id"] if is_newer else question["to_id"]
        copies = select(links.c.to_id).where(links.c.from_id == other, links.c.kind == LinkKind.COPY.value)
        found = _kept(connection, [other, *connection.execute(copies).scalars()])
        verdicts = [judge(likeness, old) if is_newer else judge(old, likeness) for old in found.values()]
        if verdicts:
            verdict = max(verdicts, key=lambda one: one.probability)
            told = None if verdict.same is Same.NO else _told(verdict)
            belonging.ask_otherwise(connection, question, told)


def _twins(connection: Connection, id: int, likeness: Likeness) -> list[_Twin]:
    """Those that may be the same and with whom nothing is settled or asked yet; what is certain first."""
    known = belonging.known_pairs(connection, id) | {id}
    best: dict[int, _Twin] = {}
    for row, old in _candidates(connection, id):
        twin = _Twin(row, old, judge(likeness, old) if row["id"] < id else judge(old, likeness))
        if row["id"] in known or twin.verdict.same is Same.NO:
            continue
        before = best.setdefault(row["id"], twin)
        if twin.verdict.probability > before.verdict.probability:
            best[row["id"]] = twin
    return sorted(best.values(), key=lambda twin: twin.verdict.same is not Same.CERTAIN)


def _candidates(connection: Connection, id: int) -> Iterator[tuple[RowMapping, Likeness]]:
    """Documents that share rare keys, each with what it is like; a copy stands for the document that counts."""
    shared = _sharing(id)
    query = (
        select(documents.c.id, documents.c.status, likenesses.c.data, links.c.from_id)
        .join(shared, shared.c.document_id == documents.c.id)
        .join(likenesses, likenesses.c.document_id == documents.c.id)
        .outerjoin(links, (links.c.to_id == documents.c.id) & (links.c.kind == LinkKind.COPY.value))
        .where(documents.c.status.in_([*map(str, READABLE), Status.JOINED.value]))
        .order_by(shared.c.matches.desc(), documents.c.id)
        .limit(MOST_COMPARED)
    )
    for found in connection.execute(query).all():
        counts = found.from_id if found.status == Status.JOINED else found.id
        if counts is not None:
            row = row_of(connection, counts, ALL_AREAS)
            if row["status"] in READABLE:
                yield row, unpacked(found.data)


def _sharing(id: int) -> Subquery:
    """The documents that share keys with this one, and how many. A key of one more than COMMON is known as such by
    looking at as many of them, not at the ten thousand that may have it."""
    own, others = likeness_keys.alias("own"), likeness_keys.alias("others")
    one_too_many = select(others.c.document_id).where(others.c.key == own.c.key).offset(COMMON).limit(1).correlate(own)
    rare = select(own.c.key).where(own.c.document_id == id, one_too_many.scalar_subquery().is_(None))
    return (
        select(likeness_keys.c.document_id, func.count().label("matches"))
        .where(likeness_keys.c.key.in_(rare), likeness_keys.c.document_id != id)
        .group_by(likeness_keys.c.document_id)
        .subquery()
    )


def _told(verdict: Verdict) -> dict[str, Any]:
    """What the bond says of the two, the newer one first."""
    return {
        "probability": verdict.probability,
        "evidence": [[told.field, told.new, told.old, told.agrees] for told in verdict.evidence],
    }
