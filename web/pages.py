"""What every template has at hand, and static files that a browser may keep for good."""

from __future__ import annotations

import hashlib
from pathlib import Path

import flask
from flask import Flask, request, url_for
from jinja2 import StrictUndefined
from werkzeug.wrappers import Response

from storage.document import Status
from web import formats, words
from web.language import NAMES, language
from web.parts import parts
from web.people import me, signed_in
from web.rights import may_administer, may_change

STATIC = Path(__file__).parent / "static"
THEME_COOKIE = "faldone_theme"
THEMES = ("auto", "light", "dark")


def set_up(app: Flask) -> None:
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        static_file=_addresses(app),
        formats=formats,
        words=words,
        language=language,
        language_names=NAMES,
        config_languages=lambda: parts().config.languages,
        theme=theme,
        signed_in=signed_in,
        me=me,
        may_change=may_change,
        may_administer=may_administer,
        waiting_for_a_look=_waiting_for_a_look,
    )
    app.after_request(_keep_static_files)


def _addresses(app: Flask) -> object:
    marks: dict[str, str] = {}

    def static_file(name: str) -> str:
        """The address of a static file with a mark of its content, so that a browser keeps it until it changes."""
        if name not in marks or app.debug:
            marks[name] = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
        return url_for("static", filename=name, v=marks[name])

    return static_file


def _keep_static_files(response: Response) -> Response:
    if request.endpoint == "static" and response.status_code in (200, 304):
        keep = "public, max-age=31536000, immutable" if "v" in request.args else "no-cache"
        response.headers["Cache-Control"] = keep
    return response


def theme() -> str:
    wish = request.cookies.get(THEME_COOKIE, "")
    return wish if wish in THEMES else "auto"


def _waiting_for_a_look() -> int:
    """How many documents wait for a look, for the mark beside the inbox's name."""
    if "to_look_at" not in flask.g:
        flask.g.to_look_at = parts().store.documents.counts(me().areas).get(Status.TO_REVIEW, 0)
    return int(flask.g.to_look_at)
