"""Who is signed in, and which areas they may see."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from typing import cast

from flask import Flask, redirect, request, url_for
from flask_login import LoginManager, current_user
from werkzeug.wrappers import Response

from storage.kinds import KINDS, Area, Kind
from storage.users import User
from web.parts import parts

# what is shown to whoever has a link: its secret opens it
SHARED = frozenset({"shared.document", "shared.page", "shared.original", "shared.searchable"})
OPEN_TO_ALL = frozenset({"sign_in.sign_in", "account.preferences", "static"}) | SHARED


class Person:
    """A signed-in user, in the shape that Flask-Login wants.

    The session holds the id with a mark of the password's hash: a changed password ends every other session."""

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def __init__(self, user: User) -> None:
        self.user = user

    def get_id(self) -> str:
        return f"{self.user.id}.{_mark(self.user)}"


def _mark(user: User) -> str:
    return hashlib.sha256(user.password_hash.encode()).hexdigest()[:16]


def _load(session_id: str) -> Person | None:
    number, _, mark = session_id.partition(".")
    user = parts().store.users.get(int(number)) if number.isdecimal() else None
    return Person(user) if user and hmac.compare_digest(mark, _mark(user)) else None


def me() -> User:
    """The signed-in user. Only for pages behind the sign-in."""
    return cast(Person, current_user._get_current_object()).user


def signed_in() -> bool:
    return bool(current_user.is_authenticated)


def my_areas() -> frozenset[Area]:
    return me().areas


def my_kinds() -> Iterable[Kind]:
    areas = my_areas()
    return (kind for kind in KINDS.values() if kind.area in areas)


def _ask_to_sign_in() -> Response | None:
    """Every page is behind the sign-in unless it says otherwise: a forgotten mark closes a page, never opens it."""
    if request.endpoint is None or request.endpoint in OPEN_TO_ALL or signed_in():
        return None
    target = url_for("sign_in.sign_in", next=request.full_path.rstrip("?") if request.method == "GET" else None)
    if "HX-Request" in request.headers:
        return Response(status=401, headers={"HX-Redirect": url_for("sign_in.sign_in")})
    return redirect(target, 303)


def set_up(app: Flask) -> None:
    manager = LoginManager()
    manager.user_loader(_load)
    manager.init_app(app)
    app.before_request(_ask_to_sign_in)
