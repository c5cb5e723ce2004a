"""What every page works with, kept on the application and reached from a request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app

from index.search_index import SearchIndex
from storage.store import Store
from web.config import WebConfig

_KEY = "faldone"


@dataclass(frozen=True, slots=True)
class Parts:
    """`saved` is called after a document was changed, so that whoever keeps the index need not wait for its round."""

    config: WebConfig
    store: Store
    index: SearchIndex
    saved: Callable[[], None]


def keep(app: Flask, parts: Parts) -> None:
    app.extensions[_KEY] = parts


def parts() -> Parts:
    return cast(Parts, current_app.extensions[_KEY])
