"""Signing in and out."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Blueprint, g, redirect, render_template, request, session, url_for
from flask_login import login_user, logout_user
from flask_wtf.csrf import generate_csrf
from werkzeug.wrappers import Response

from storage.users import User
from web import passwords
from web.parts import parts
from web.people import Person, signed_in
from web.say import _

pages = Blueprint("sign_in", __name__)


@pages.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> Response | str | tuple[str, int]:
    target = own_address(request.values.get("next", ""))
    if request.method == "GET":
        return redirect(target, 303) if signed_in() else _form(target)
    name, password = request.form.get("name", "").strip(), request.form.get("password", "")
    user = parts().store.users.by_name(name) if 0 < len(name) <= 200 else None
    if not passwords.is_password(user.password_hash if user else None, password) or user is None:
        return _form(target, name, _("Name and password do not match.")), 401
    _begin(user, password)
    return redirect(target, 303)


def _begin(user: User, password: str) -> None:
    users = parts().store.users
    if passwords.is_outdated(user.password_hash):
        users.set_password(user.id, passwords.hash_password(password))
        user = users.get(user.id) or user
    begin_session(user)


def begin_session(user: User) -> None:
    """A new session, with nothing of the one before. The mark against forged requests is made here, so that pages
    loaded at the same time share one."""
    session.clear()
    session.permanent = True
    login_user(Person(user))
    g.pop("csrf_token", None)
    generate_csrf()


def _form(target: str, name: str = "", error: str = "") -> str:
    return render_template("sign_in.html", target=target, name=name, error=error)


@pages.post("/sign-out")
def sign_out() -> Response:
    logout_user()
    session.clear()
    return redirect(url_for("sign_in.sign_in"), 303)


def own_address(target: str) -> str:
    """`target` where it is a path of this very site, else the start page. Browsers read `\\` as `/`, drop tabs and
    newlines, and take `//host` for another site."""
    parted = urlsplit(target)
    is_ours = (
        target.startswith("/") and not target.startswith(("//", "/\\")) and not parted.scheme and not parted.netloc
    )
    return target if is_ours and target.isprintable() and "\\" not in target else url_for("start.start")
