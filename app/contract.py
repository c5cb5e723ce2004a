"""The `read` contract: what was read of a file, as the JSON object of docs/commands.md."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from storage.errors import FaldoneError
from storage.reading import FieldValue, Page, Reading


def reading_object(file: str, reading: Reading) -> dict[str, Any]:
    return {
        "file": file,
        "kind": reading.kind,
        "kind_confidence": round(reading.kind_confidence, 4),
        "language": reading.language,
        "pages": [_page(page) for page in reading.pages],
        "fields": {name: _value(value) for name, value in reading.fields.items()},
        "lists": {name: [dict(row) for row in rows] for name, rows in reading.lists.items()},
        "checks": [
            {"check": c.check, "passed": c.passed} | ({"detail": c.detail} if c.detail else {}) for c in reading.checks
        ],
        "needs_review": reading.needs_review,
        "seconds": round(reading.seconds, 2),
    }


def error_object(file: str, error: FaldoneError) -> dict[str, Any]:
    message = {"code": error.code, "message": error.message.en, "message_it": error.message.it}
    return {"file": file, "error": message}


def _page(page: Page) -> dict[str, Any]:
    return {
        "number": page.number,
        "width": page.width,
        "height": page.height,
        "source": page.source.value,
        "confidence": round(page.confidence, 4),
        "preparation": [dict(step) for step in page.preparation],
        "text": page.text,
    }


def _value(value: FieldValue) -> dict[str, Any]:
    found: dict[str, Any] = {
        "value": value.value,
        "confidence": round(value.confidence, 4),
        "source": value.source.value,
        "evidence": list(value.evidence),
    }
    if value.page is not None:
        found["page"] = value.page
    if value.box is not None:
        found["box"] = [round(x, 5) for x in value.box]
    return found


def name_of(path: Path) -> str:
    """A path as JSON can hold it: names are arbitrary bytes."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
