"""A document's files: page images, the original as it came, the searchable PDF."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, abort, send_file
from werkzeug.wrappers import Response

from storage.archive import SEARCHABLE
from storage.document import Document
from web.parts import parts
from web.people import my_areas

pages = Blueprint("files", __name__)
THUMBNAIL = "thumb.webp"


# Whatever the original is, a browser must neither run it nor let it reach this site.
_NO_RIGHTS = "default-src 'none'; sandbox"
_DAMPED = {"Content-Security-Policy": _NO_RIGHTS, "Cache-Control": "private, no-cache"}


def has_derived(document: Document, name: str) -> bool:
    return parts().store.archive.derived(document.sha256, name, document.part).is_file()


def page_image(number: int) -> str:
    return f"{number}.webp"


@pages.get("/documents/<int:id>/pages/<int:number>.webp")
def page(id: int, number: int) -> Response:
    return image(parts().store.documents.get(id, my_areas()), page_image(number))


@pages.get("/documents/<int:id>/thumb.webp")
def thumbnail(id: int) -> Response:
    return image(parts().store.documents.get(id, my_areas()), THUMBNAIL)


@pages.get("/documents/<int:id>/original")
def original(id: int) -> Response:
    return original_of(parts().store.documents.get(id, my_areas()))


def original_of(document: Document) -> Response:
    path = parts().store.archive.original(document.sha256)
    # the type it was found to be is said only of what a browser can do no harm with
    harmless = document.media_type == "application/pdf" or (
        document.media_type.startswith("image/") and "svg" not in document.media_type
    )
    return _download(path, document.media_type if harmless else "application/octet-stream", document.file)


@pages.get("/documents/<int:id>/searchable")
def searchable(id: int) -> Response:
    return searchable_of(parts().store.documents.get(id, my_areas()))


def searchable_of(document: Document) -> Response:
    path = parts().store.archive.derived(document.sha256, SEARCHABLE, document.part)
    return _download(path, "application/pdf", f"{Path(document.file).stem}.pdf")


def image(document: Document, name: str) -> Response:
    """Kept by the browser, which asks each time whether it may still show it."""
    path = parts().store.archive.derived(document.sha256, name, document.part)
    if not path.is_file():
        abort(404)
    response = send_file(
        path.absolute(), "image/webp", etag=f"{document.sha256[:16]}-{document.part}-{name}", max_age=None
    )
    response.headers.update(_DAMPED)
    return response


def _download(path: Path, media_type: str, name: str) -> Response:
    if not path.is_file():
        abort(404)
    response = send_file(path.absolute(), media_type, as_attachment=True, download_name=_one_line(name), etag=False)
    response.headers.update(_DAMPED)
    return response


def _one_line(name: str) -> str:
    """A name that a header can carry; names are arbitrary, and may hold halves of surrogate pairs."""
    printable = "".join(c if c.isprintable() else "_" for c in name)
    return printable.encode("utf-8", "replace").decode() or "document"
