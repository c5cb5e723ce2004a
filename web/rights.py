"""Which right each address asks for. What is not named here is closed to whoever only reads, and to strangers."""

from __future__ import annotations

from enum import IntEnum

from flask import Flask, abort, redirect, request, url_for
from werkzeug.wrappers import Response

from web.people import me, signed_in

# what is shown to whoever has a link: its secret opens it
SHARED = frozenset({"shared.document", "shared.page", "shared.original", "shared.searchable"})
SERVICE = frozenset({"service.away", "service.back"})  # where one is configured
OPEN_TO_ALL = frozenset({"sign_in.sign_in", "account.preferences", "static"}) | SHARED | SERVICE
# what a reader may send too: it changes nothing but what is the person's own
ONES_OWN = frozenset(
    {
        "account.password",
        "account.end_session",
        "account.end_other_sessions",
        "account.make_token",
        "account.revoke_token",
        "account.make_calendar",
        "sign_in.sign_out",
    }
)
ADMINISTRATION = "/admin"
PROGRAMS = "/api/"
_ONLY_LOOKING = frozenset({"GET", "HEAD", "OPTIONS"})


class Right(IntEnum):
    """Each holds those before it."""

    NONE = 0
    SEE = 1
    CHANGE = 2
    ADMINISTER = 3


def asked_for(endpoint: str, rule: str, method: str) -> Right:
    """The right that a request must have: whoever forgets to name an address here closes it, and opens nothing."""
    if rule.startswith(ADMINISTRATION):
        return Right.ADMINISTER
    if endpoint in OPEN_TO_ALL:
        return Right.NONE
    return Right.SEE if method in _ONLY_LOOKING or endpoint in ONES_OWN else Right.CHANGE


def held() -> Right:
    """By whoever asks."""
    if not signed_in():
        return Right.NONE
    if me().admin:
        return Right.ADMINISTER
    return Right.CHANGE if me().may_change else Right.SEE


def may_change() -> bool:
    return held() >= Right.CHANGE


def may_administer() -> bool:
    return held() >= Right.ADMINISTER


def _guard() -> Response | None:
    """Before every page: what it asks for is decided here alone, not in the page."""
    if request.endpoint is None or request.url_rule is None:
        return None
    asked = asked_for(request.endpoint, request.url_rule.rule, request.method)
    if asked is Right.NONE or held() >= asked:
        return None
    return _ask_to_sign_in() if held() is Right.NONE else abort(403)


def _ask_to_sign_in() -> Response:
    if request.path.startswith(PROGRAMS):
        abort(401)
    if "HX-Request" in request.headers:
        return Response(status=401, headers={"HX-Redirect": url_for("sign_in.sign_in")})
    target = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("sign_in.sign_in", next=target), 303)


def set_up(app: Flask) -> None:
    app.before_request(_guard)
