"""What somebody without an account sees who was given a link: one document, and nothing else."""

from __future__ import annotations

from flask import Blueprint, abort, render_template
from werkzeug.wrappers import Response

from storage.archive import SEARCHABLE
from storage.document import Document
from web import files
from web.parts import parts

pages = Blueprint("shared", __name__, url_prefix="/s")


@pages.get("/<secret>")
def document(secret: str) -> str | tuple[str, int]:
    found = parts().store.shares.document(secret, count=True)
    if found is None:
        return render_template("shared_gone.html"), 404
    numbers = [n for n in range(1, found.page_count + 1) if files.has_derived(found, files.page_image(n))]
    return render_template(
        "shared.html",
        document=found,
        secret=secret,
        pages=numbers,
        has_searchable=files.has_derived(found, SEARCHABLE),
    )


@pages.get("/<secret>/pages/<int:number>.webp")
def page(secret: str, number: int) -> Response:
    return files.image(_found(secret), files.page_image(number))


@pages.get("/<secret>/original")
def original(secret: str) -> Response:
    return files.original_of(_found(secret))


@pages.get("/<secret>/searchable")
def searchable(secret: str) -> Response:
    return files.searchable_of(_found(secret))


def _found(secret: str) -> Document:
    found = parts().store.shares.document(secret)
    if found is None:
        abort(404)
    return found
