"""The search that a document was opened from stays in its address, also after something was done to it."""

from __future__ import annotations

from typing import Any

from flask import request

_KEPT = ("q", "kind", "from", "to", "state", "page", "at")


def context() -> dict[str, Any]:
    return {name: request.args[name] for name in _KEPT if request.args.get(name)}
