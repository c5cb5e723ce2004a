"""Who is signed in, and which areas they may see."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import cast

from flask import Flask, g, request, session
from flask_login import LoginManager, current_user, login_user
from flask_wtf.csrf import generate_csrf
from werkzeug.wrappers import Request

from storage.kinds import KINDS, Area, Kind
from storage.sessions import Idle, Session
from storage.tokens import Purpose
from storage.users import User
from web.parts import parts

_BEARER = "bearer"


class Person:
    """Whoever asks, in the shape that Flask-Login wants. `key` is the browser's, `session` what the store knows of it;
    both are missing where a program asks with a token."""

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def __init__(self, user: User, key: str = "", session: Session | None = None) -> None:
        self.user = user
        self.session = session
        self._key = key

    def get_id(self) -> str:
        return self._key


def idle() -> Idle:
    wanted = parts().config.sign_in
    return Idle(timedelta(minutes=wanted.idle_minutes), timedelta(days=wanted.stay_days))


def _by_session(key: str) -> Person | None:
    if asks_with_token():
        return None  # a token counts alone: a cookie that is sent along lends it nothing
    found = parts().store.sessions.find(key, idle(), request.remote_addr or "")
    return Person(found[1], key, found[0]) if found else None


def asks_with_token() -> bool:
    """Whether a program asks, which needs no mark against forged requests: a browser sends no such header by itself."""
    return request.authorization is not None and request.authorization.type == _BEARER


def _by_token(asking: Request) -> Person | None:
    """Tokens are for programs: they open `/api/` and no page."""
    if not asks_with_token() or not asking.path.startswith("/api/") or asking.authorization is None:
        return None
    user = parts().store.tokens.user_of(asking.authorization.token or "", Purpose.API)
    return Person(user) if user else None


def begin_session(user: User, *, stays: bool = False) -> None:
    """A new session, with nothing of the one before. The mark against forged requests is made here, so that pages
    loaded at the same time share one."""
    store = parts().store
    session.clear()
    session.permanent = stays  # else the cookie ends with the browser
    store.sessions.forget_idle(idle())
    key = store.sessions.begin(user.id, request.user_agent.string, request.remote_addr or "", stays=stays)
    login_user(Person(user, key))
    g.pop("csrf_token", None)
    generate_csrf()


def _person() -> Person:
    return cast(Person, current_user._get_current_object())


def me() -> User:
    """The signed-in user. Only for pages behind the sign-in."""
    return _person().user


def my_session() -> Session | None:
    return _person().session


def end_my_session() -> None:
    if signed_in():
        parts().store.sessions.end_key(_person().get_id())


def signed_in() -> bool:
    return bool(current_user.is_authenticated)


def my_areas() -> frozenset[Area]:
    return me().areas


def my_kinds() -> Iterable[Kind]:
    areas = my_areas()
    return (kind for kind in KINDS.values() if kind.area in areas)


def set_up(app: Flask) -> None:
    manager = LoginManager()
    manager.user_loader(_by_session)
    manager.request_loader(_by_token)
    manager.init_app(app)
