"""The `read` contract: what was read of a file, as the JSON object of docs/commands.md."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.reading_files import FileRead
from storage.errors import FaldoneError
from storage.reading import Check, Code, FieldValue, Page, Reading


def file_object(read: FileRead) -> dict[str, Any]:
    """The first document of a file as the file itself; the further ones, and what is inside, under `documents`."""
    if read.error is not None:
        return error_object(read.name, read.error)
    told: dict[str, Any] = {"file": read.name, "media_type": read.media_type}
    if read.readings:
        told = reading_object(read.name, read.readings[0])
    if read.pages:
        told["cut_from_pages"] = list(read.pages)
    others = [reading_object(read.name, reading) for reading in read.readings[1:]]
    others += [file_object(file) for file in read.inside]
    return told | ({"documents": others} if others else {})


def reading_object(file: str, reading: Reading) -> dict[str, Any]:
    return {
        "file": file,
        "kind": reading.kind,
        "kind_confidence": round(reading.kind_confidence, 4),
        "language": reading.language,
        "pages": [_page(page) for page in reading.pages],
        "fields": {name: _value(value) for name, value in reading.fields.items()},
        "lists": {name: [dict(row) for row in rows] for name, rows in reading.lists.items()},
        "checks": [_check(check) for check in reading.checks],
        "needs_review": reading.needs_review,
        "seconds": round(reading.seconds, 2),
    } | ({"split_proposed": [list(segment.pages) for segment in reading.proposal]} if reading.proposal else {})


def _check(check: Check) -> dict[str, Any]:
    details = {"detail": check.detail, "detail_it": check.detail_it}
    return {"check": check.check, "passed": check.passed} | {name: text for name, text in details.items() if text}


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
    } | ({"codes": [_code(code) for code in page.codes]} if page.codes else {})


def _code(code: Code) -> dict[str, Any]:
    return {"format": code.format, "text": code.text, "box": [round(x, 5) for x in code.box]}


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
