"""Sentences in the language of whoever asks. What is said in the code is English; `translations/` has the Italian.

`python -m web.translate` brings the translations up to the code."""

from __future__ import annotations

import flask_babel


def _(text: str, **values: object) -> str:
    return str(flask_babel.gettext(text, **values))


def ngettext(one: str, several: str, num: int, **values: object) -> str:
    return str(flask_babel.ngettext(one, several, num, **values))
