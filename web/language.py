"""Italian and English: which of them a person reads, and how the templates say things in it."""

from __future__ import annotations

from pathlib import Path

from flask import Flask, g, has_request_context, request
from flask_babel import Babel

from web.config import WebConfig
from web.parts import parts
from web.people import me, signed_in

COOKIE = "faldone_language"
TRANSLATIONS = Path(__file__).parent / "translations"
NAMES = {"it": "Italiano", "en": "English"}


def language() -> str:
    """What the account says, else what was chosen in this browser, else what the browser asks for."""
    if not has_request_context():
        return "it"
    if "language" not in g:
        g.language = _language()
    return str(g.language)


def _language() -> str:
    offered = parts().config.languages
    wishes = (me().language if signed_in() else None, request.cookies.get(COOKIE))
    chosen = next((wish for wish in wishes if wish in offered), None)
    return chosen or request.accept_languages.best_match(offered) or offered[0]


def set_up(app: Flask, config: WebConfig) -> None:
    # British English: a date's day comes first in both languages, as on the documents
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(TRANSLATIONS)
    app.config["BABEL_DEFAULT_LOCALE"] = "en_GB"
    Babel(app, locale_selector=_locale)


def _locale() -> str:
    return "it" if language() == "it" else "en_GB"
