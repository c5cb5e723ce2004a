"""Documents as the API gives them: canonical values, names of FIELDS as everywhere else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import url_for

from storage.archive import SEARCHABLE
from storage.document import Document, FullDocument, StoredField
from storage.reading import FieldValue
from web import files


def summary(document: Document) -> dict[str, Any]:
    """A document in a list."""
    return {
        "id": document.id,
        "revision": document.revision,
        "kind": document.kind,
        "area": document.area.value,
        "status": document.status.value,
        "title": document.title,
        "counterpart": document.counterpart,
        "number": document.number,
        "date": document.date,
        "due_date": document.due_date,
        "amount": document.amount,
        "currency": document.currency,
        "tags": list(document.tags),
        "file": document.file,
        "media_type": document.media_type,
        "size": document.size,
        "sha256": document.sha256,
        "received_at": document.received_at.isoformat(),
        "page_count": document.page_count,
        "archive_number": document.archive_number,
        "state": document.state,
        "assigned_until": document.assigned_due,
        "error": {"code": document.error_code, "message": document.error.en} if document.error else None,
        "links": _links(document),
    }


def whole(full: FullDocument) -> dict[str, Any]:
    """A document with all that is known of it."""
    return summary(full.document) | {
        "kind_confidence": round(full.document.kind_confidence, 4),
        "language": full.document.language,
        "fields": {name: _stored(field) for name, field in full.fields.items()},
        "lists": {name: [dict(row) for row in rows] for name, rows in full.lists.items()},
        "candidates": {name: [_value(value) for value in values] for name, values in full.candidates.items()},
        "checks": [{"check": c.check, "passed": c.passed, "detail": c.detail} for c in full.checks],
        "notes": [{"user": n.user, "at": n.at.isoformat(), "text": n.text} for n in full.notes],
        "related": [{"id": b.other.id, "bond": b.kind.value, "is_above": b.is_above} for b in full.links],
        "pages": [
            {"number": p.number, "width": p.width, "height": p.height, "source": p.source.value, "text": p.text}
            for p in full.pages
        ],
    }


def _links(document: Document) -> Mapping[str, str | None]:
    has_searchable = files.has_derived(document, SEARCHABLE)
    return {
        "self": url_for("api.one", id=document.id),
        "original": url_for("api.original", id=document.id),
        "searchable": url_for("api.searchable", id=document.id) if has_searchable else None,
        "page": url_for("documents.document", id=document.id),
    }


def _stored(field: StoredField) -> dict[str, Any]:
    return _value(field.value) | {"user": field.user, "at": field.at.isoformat()}


def _value(value: FieldValue) -> dict[str, Any]:
    return {
        "value": value.value,
        "confidence": round(value.confidence, 4),
        "source": value.source.value,
        "page": value.page,
        "box": [round(edge, 5) for edge in value.box] if value.box else None,
    }
