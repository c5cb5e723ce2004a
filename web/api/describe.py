"""The API in OpenAPI 3.1, made from the declared kinds and fields."""

from __future__ import annotations

from typing import Any

from storage.document import Status
from storage.kinds import FIELDS, KINDS, Area
from web.api.asking import MOST, STATUSES

_TEXT: dict[str, Any] = {"type": "string"}
_MAYBE: dict[str, Any] = {"type": ["string", "null"]}
_TEXTS: dict[str, Any] = {"type": "array", "items": _TEXT}
_WHOLE: dict[str, Any] = {"type": "integer"}
_ERROR = {"$ref": "#/components/schemas/Error"}


def openapi() -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Faldone",
            "version": "1",
            "description": "Documents of a back office: found, read, corrected. Ask with a token of your account:"
            " `Authorization: Bearer faldone_api_...`.",
        },
        "servers": [{"url": "/api/v1"}],
        "security": [{"token": []}],
        "paths": _paths(),
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": _schemas(),
        },
    }


_CORRECTION = {"$ref": "#/components/schemas/Correction"}


def _paths() -> dict[str, Any]:
    id = {"name": "id", "in": "path", "required": True, "schema": {"type": "integer", "minimum": 1}}
    page = {"name": "number", "in": "path", "required": True, "schema": {"type": "integer", "minimum": 1}}
    return {
        "/status": {"get": _operation("How much there is of what", {"200": _json("Status")})},
        "/documents": {
            "get": _operation(
                "Documents, the newest or the best first",
                {"200": _json("Documents"), "422": _json("Error"), "503": _json("Error")},
                _filters(),
            )
        },
        "/documents/{id}": {
            "parameters": [id],
            "get": _operation("A document with all that is known of it", {"200": _json("Document"), **_GONE}),
            "patch": _operation(
                "Correct or confirm a document", _CORRECTED, body=_body("application/json", _CORRECTION)
            ),
        },
        "/documents/{id}/read-again": {
            "parameters": [id],
            "post": _operation("Have a document read again", {"202": _json("Summary"), "403": _json("Error"), **_GONE}),
        },
        "/documents/{id}/original": {"parameters": [id], "get": _operation("The file as it came", _FILE)},
        "/documents/{id}/searchable": {"parameters": [id], "get": _operation("The searchable PDF", _FILE)},
        "/documents/{id}/pages/{number}.webp": {
            "parameters": [id, page],
            "get": _operation("A page's picture", _FILE),
        },
        "/inbox": {
            "post": _operation(
                "Hand files in",
                {"201": _json("Taken"), "403": _json("Error"), "413": _json("Error"), "422": _json("Error")},
                body=_body("multipart/form-data", _UPLOAD),
            )
        },
    }


_UPLOAD = {
    "type": "object",
    "required": ["file"],
    "properties": {
        "file": {"type": "array", "minItems": 1, "items": {"type": "string", "format": "binary"}},
        "folder": {"type": "string", "enum": [area.value for area in Area]},
    },
}


def _filters() -> list[dict[str, Any]]:
    schemas: dict[str, tuple[str, dict[str, Any]]] = {
        "q": ("Words and fields as in the page's box", {**_TEXT, "maxLength": 500}),
        "kind": ("Only of this kind", {**_TEXT, "enum": list(KINDS)}),
        "status": ("Only in this state", {**_TEXT, "enum": list(STATUSES)}),
        "from": ("From this day, month or year", {**_TEXT, "examples": ["2026-03-01", "2026-03", "2026"]}),
        "to": ("To this day, month or year", dict(_TEXT)),
        "sha256": ("What came of a file that was handed in", {**_TEXT, "pattern": "^[0-9a-f]{64}$"}),
        "limit": ("How many at once", {"type": "integer", "minimum": 1, "maximum": MOST, "default": 25}),
        "cursor": ("`next_cursor` of the page before", {**_TEXT, "pattern": "^[bp][0-9]{1,9}$"}),
    }
    return [{"name": n, "in": "query", "description": text, "schema": schema} for n, (text, schema) in schemas.items()]


def _operation(
    summary: str, answers: dict[str, Any], parameters: list[dict[str, Any]] | None = None, body: Any = None
) -> dict[str, Any]:
    responses = {**answers, "400": _json("Error"), "401": _json("Error")}
    described: dict[str, Any] = {"summary": summary, "responses": responses}
    if parameters:
        described["parameters"] = parameters
    if body:
        described["requestBody"] = body
    return described


def _json(schema: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    return {"description": schema, "content": content}


def _body(media_type: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"required": True, "content": {media_type: {"schema": schema}}}


_GONE = {"404": _json("Error")}
_CORRECTED = {"200": _json("Document"), "403": _json("Error"), "409": _json("Error"), "422": _json("Error"), **_GONE}
_BYTES = {"*/*": {"schema": {"type": "string", "format": "binary"}}}
_FILE = {"200": {"description": "The file", "content": _BYTES}, **_GONE}


def _schemas() -> dict[str, Any]:
    fields = {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Value"}}
    more = {"fields": fields, "lists": {"type": "object"}, "checks": {"type": "array"}}
    counts = {"type": "object", "properties": {status.value: _WHOLE for status in Status}}
    listed = {"type": "array", "items": {"$ref": "#/components/schemas/Summary"}}
    total = {"type": ["integer", "null"]}
    return {
        "Error": _object({"error": _object({"code": _TEXT, "message": _TEXT, "field": _MAYBE}, "code message")}),
        "Status": _object({"documents": counts, "index_lag": _WHOLE, "user": _TEXT, "areas": _TEXTS}),
        "Value": _value(),
        "Summary": _summary(),
        "Document": {"allOf": [{"$ref": "#/components/schemas/Summary"}, _object(more)]},
        "Documents": _object({"documents": listed, "total": total, "next_cursor": _MAYBE}, "documents next_cursor"),
        "Correction": _correction(),
        "Taken": _object({"files": {"type": "array", "items": _object({"name": _TEXT, "sha256": _TEXT})}}),
    }


def _value() -> dict[str, Any]:
    return _object(
        {
            "value": _TEXT,
            "confidence": {"type": "number"},
            "source": _TEXT,
            "page": {"type": ["integer", "null"]},
            "box": {"type": ["array", "null"], "items": {"type": "number"}},
            "user": _MAYBE,
            "at": _TEXT,
        }
    )


def _summary() -> dict[str, Any]:
    return _object(
        dict.fromkeys(("id", "revision", "size", "page_count"), _WHOLE)
        | dict.fromkeys(("kind", "area", "status", "title", "file", "media_type", "sha256", "received_at"), _TEXT)
        | dict.fromkeys(("counterpart", "number", "date", "due_date", "amount", "currency"), _MAYBE)
        | dict.fromkeys(("archive_number", "state", "assigned_until"), _MAYBE)
        | {"tags": _TEXTS, "error": {"type": ["object", "null"]}, "links": {"type": "object"}}
    )


def _correction() -> dict[str, Any]:
    fields = {"type": "object", "properties": dict.fromkeys(FIELDS, _MAYBE), "additionalProperties": False}
    kind = {"type": "string", "enum": list(KINDS)}
    properties = {"revision": {"type": "integer", "minimum": 0}, "kind": kind, "fields": fields}
    return {"type": "object", "required": ["revision"], "additionalProperties": False, "properties": properties}


def _object(properties: dict[str, Any], required: str = "") -> dict[str, Any]:
    names = required.split() or list(properties)
    return {"type": "object", "properties": properties, "required": names if required else []}
