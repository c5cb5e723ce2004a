"""The page's application, put together."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from index.search_index import SearchIndex
from storage.store import Store
from web import (
    account,
    administration,
    belonging,
    desk,
    documents,
    errors,
    files,
    inbox,
    language,
    pages,
    people,
    pick,
    rights,
    search,
    security,
    shared,
    sign_in,
    start,
)
from web.api import documents as api
from web.config import WebConfig
from web.parts import Parts, keep


def _nothing() -> None:
    return None


def create_app(config: WebConfig, store: Store, index: SearchIndex, *, saved: Callable[[], None] = _nothing) -> Flask:
    """A WSGI application over an open store and index, which stay the caller's to close."""
    app = Flask("web", root_path=None)
    keep(app, Parts(config, store, index, saved))

    security.set_up(app, config)
    people.set_up(app)
    rights.set_up(app)
    language.set_up(app, config)
    pages.set_up(app)
    errors.set_up(app)

    app.register_blueprint(sign_in.pages)
    app.register_blueprint(start.pages)
    app.register_blueprint(search.pages)
    app.register_blueprint(documents.pages)
    app.register_blueprint(belonging.pages)
    app.register_blueprint(desk.pages)
    app.register_blueprint(pick.pages)
    app.register_blueprint(shared.pages)
    app.register_blueprint(api.pages)
    app.register_blueprint(files.pages)
    app.register_blueprint(inbox.pages)
    app.register_blueprint(account.pages)
    app.register_blueprint(administration.pages)
    if config.sign_in.service is not None:
        from web import service  # only here: it costs memory

        service.set_up(app, config.sign_in.service)

    security.limit_guessing(app)
    return app
