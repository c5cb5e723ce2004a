"""What went wrong, as a page in the person's language."""

from __future__ import annotations

import logging
import secrets

from flask import Flask, Response, jsonify, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from index.errors import IndexUnusable
from storage.errors import FaldoneError, InvalidValue, NoSuchDocument, StaleRevision
from web.formats import in_words
from web.say import _

log = logging.getLogger(__name__)

Answer = tuple[str | Response, int]
_CODES: dict[type[FaldoneError], int] = {StaleRevision: 409, IndexUnusable: 503}


def set_up(app: Flask) -> None:
    app.register_error_handler(NoSuchDocument, _no_such_document)
    app.register_error_handler(FaldoneError, _refused)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _ours)


def _no_such_document(error: NoSuchDocument) -> Answer:
    if asks_for_data():
        return _data(404, error.code, error.message.en)
    return _page(404, _("There is no such document"), _("It may have been removed, or be in an area you cannot see."))


def _refused(error: FaldoneError) -> Answer:
    if asks_for_data():
        code = _CODES.get(type(error), 422)
        return _data(code, error.code, error.message.en, error.field if isinstance(error, InvalidValue) else None)
    return _page(422, _("That did not work"), in_words(error.message))


def _http(error: HTTPException) -> Answer | HTTPException:
    code = error.code or 500
    if code < 400:
        return error
    if asks_for_data():
        return _data(code, error.name.lower().replace(" ", "_"), error.description or error.name)
    if isinstance(error, CSRFError):
        log.info("refused a form at %s: %s", request.path, error.description)
        return _page(400, _("The page had expired"), _("Go back, load the page again and repeat what you did."))
    title, text = _words(code)
    return _page(code, title, text)


def _words(code: int) -> tuple[str, str]:
    known = {
        400: (
            _("The request was not understood"),
            _("Go back and try again; if it keeps happening, tell who looks after Faldone."),
        ),
        403: (_("Not for this account"), _("Your account may not do this. Ask who looks after Faldone.")),
        404: (_("There is nothing here"), _("The address may be mistyped, or what was here was moved.")),
        405: (_("Not possible this way"), _("Go back and use the buttons on the page.")),
        413: (
            _("Too large"),
            _("What you sent is larger than this archive takes. Split it, or send fewer files at once."),
        ),
        429: (_("Too many attempts"), _("Wait a minute, then try again.")),
    }
    return known.get(code, (_("That did not work"), _("Go back and try again.")))


def _ours(error: Exception) -> Answer:
    """Our own fault: the person gets a number to quote, the log the traceback under that number."""
    number = secrets.token_hex(4)
    log.error("error %s at %s %s", number, request.method, request.path, exc_info=error)
    if asks_for_data():
        return _data(500, "our_fault", f"A fault of ours; the log knows it as {number}.")
    text = _("Nothing was saved. Try again; if it happens again, tell who looks after Faldone this number: %(number)s.",
             number=number)  # fmt: skip
    return _page(500, _("A fault of ours"), text)


def _page(code: int, title: str, text: str) -> tuple[str, int]:
    return render_template("error.html", code=code, title=title, text=text), code


def asks_for_data() -> bool:
    """Whether a program asks, which wants no page."""
    return request.path.startswith("/api/")


def _data(status: int, code: str, message: str, field: str | None = None) -> Answer:
    return jsonify(error={"code": code, "message": message, "field": field}), status
