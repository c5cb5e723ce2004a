"""The documents: found, looked at, corrected; what the inbox and the archive are like; files handed in."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, jsonify, request
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from storage.document import Status
from storage.errors import InvalidValue, Message, StaleRevision
from storage.kinds import FIELDS
from storage.values import BadValue, parse
from web import files, uploads
from web.api import asking, describe, present
from web.parts import parts
from web.people import me, my_areas

pages = Blueprint("api", __name__, url_prefix="/api/v1")

_NO_BODY = Message(
    'Manda un oggetto JSON come {{"revision": 3, "fields": {{"number": "12"}}}}.',
    'Send a JSON object such as {{"revision": 3, "fields": {{"number": "12"}}}}.',
).format()  # fmt: skip
_NO_FILE = Message("Manda almeno un file nel campo `file`.", "Send at least one file in the field `file`.")
_NO_FOLDER = Message("Questa cartella non è tra le tue.", "This folder is none of yours.")
_LISTED = (Status.FILED, Status.TO_REVIEW)


@pages.get("/openapi.json")
def openapi() -> Response:
    return jsonify(describe.openapi())


@pages.get("/status")
def status() -> Response:
    """How much there is of what, in the areas of who asks, and how far the index is behind."""
    store, areas = parts().store, my_areas()
    counts = store.documents.counts(areas)
    return jsonify(
        documents={state.value: counts.get(state, 0) for state in Status},
        index_lag=store.documents.index_lag(),
        areas=sorted(area.value for area in areas),
        user=me().name,
    )


@pages.get("/documents")
def listed() -> Response:
    asked, store = asking.read(request.args, my_areas()), parts().store
    if sha256 := request.args.get("sha256"):
        known = store.documents.by_hashes([sha256[:64]])
        found = store.documents.many([document.id for document in known.values()], my_areas())
        return jsonify(documents=[present.summary(document) for document in found.values()], next_cursor=None)
    if asked.is_search:
        results = parts().index.search(asked.query)
        known_ids = store.documents.many([hit.id for hit in results.hits], my_areas())
        shown = [known_ids[hit.id] for hit in results.hits if hit.id in known_ids]
        more, total = asked.page * asked.limit < results.total, results.total
        if asked.status:
            shown = [document for document in shown if document.status == asked.status]
    else:
        status = (Status(asked.status),) if asked.status else _LISTED
        page = store.documents.listing(
            my_areas(), status=status, kind=asked.kind, before_id=asked.before, limit=asked.limit + 1
        )
        shown, more, total = page[: asked.limit], len(page) > asked.limit, None
    cursor = asking.next_cursor(asked, shown[-1].id if shown else None, more)
    return jsonify(documents=[present.summary(document) for document in shown], total=total, next_cursor=cursor)


@pages.get("/documents/<int:id>")
def one(id: int) -> Response:
    return jsonify(present.whole(parts().store.documents.full(id, my_areas())))


@pages.patch("/documents/<int:id>")
def correct(id: int) -> Response:
    """Values may be written as people write them; null says that the document carries none."""
    sent = request.get_json(silent=True)
    if not isinstance(sent, dict) or not set(sent) <= {"revision", "fields", "kind"}:
        raise InvalidValue("body", _NO_BODY)
    revision, kind = sent.get("revision"), sent.get("kind")
    if isinstance(revision, bool) or not isinstance(revision, int) or not isinstance(kind, str | None):
        raise InvalidValue("body", _NO_BODY)
    store = parts().store
    store.documents.get(id, my_areas())
    if not 0 <= revision < 2**31:
        raise StaleRevision
    changes = _values(sent.get("fields", {}))
    store.documents.correct(id, revision, changes, me().name, areas=my_areas(), kind=kind)
    parts().saved()
    return one(id)


def _values(fields: object) -> dict[str, str | None]:
    if not isinstance(fields, Mapping):
        raise InvalidValue("fields", _NO_BODY)
    return {str(name): _canonical(str(name), value) for name, value in fields.items()}


def _canonical(name: str, value: object) -> str | None:
    field = FIELDS.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InvalidValue(name, _NO_BODY)
    if field is None:
        return value  # the store says that there is no such field
    try:
        return parse(field.type, value, field.choices)
    except BadValue as error:
        raise InvalidValue(name, error.message) from error


@pages.post("/documents/<int:id>/read-again")
def read_again(id: int) -> tuple[Response, int]:
    parts().store.documents.read_again(id, me().name, my_areas())
    return jsonify(present.summary(parts().store.documents.get(id, my_areas()))), 202


@pages.get("/documents/<int:id>/original")
def original(id: int) -> Response:
    return files.original_of(parts().store.documents.get(id, my_areas()))


@pages.get("/documents/<int:id>/searchable")
def searchable(id: int) -> Response:
    return files.searchable_of(parts().store.documents.get(id, my_areas()))


@pages.get("/documents/<int:id>/pages/<int:number>.webp")
def page(id: int, number: int) -> Response:
    return files.image(parts().store.documents.get(id, my_areas()), files.page_image(number))


@pages.post("/inbox")
def hand_in() -> tuple[Response, int]:
    """The files' SHA-256 tell which documents they became (`GET /documents?sha256=`)."""
    sent = [file for file in request.files.getlist("file") if file.filename]
    if not sent:
        raise InvalidValue("file", _NO_FILE)
    folder = request.form.get("folder", "")
    if folder and folder not in {area.value for area in my_areas()}:
        raise InvalidValue("folder", _NO_FOLDER)
    target = parts().config.inbox / folder if folder else parts().config.inbox
    return jsonify(files=[_put(file, target) for file in sent]), 201


def _put(file: FileStorage, target: Any) -> dict[str, str]:
    sha256 = hashlib.file_digest(file.stream, "sha256").hexdigest()  # type: ignore[arg-type]
    file.stream.seek(0)
    return {"name": uploads.put(file.stream, file.filename or "", target), "sha256": sha256}
