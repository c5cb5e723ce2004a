"""Signing in and out."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask_login import logout_user
from werkzeug.wrappers import Response

from storage.users import User
from web import passwords
from web.parts import parts
from web.people import begin_session, end_my_session, signed_in
from web.say import _

pages = Blueprint("sign_in", __name__)


@pages.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> Response | str | tuple[str, int]:
    target = own_address(request.values.get("next", ""))
    if request.method == "GET":
        return redirect(target, 303) if signed_in() else form(target)
    name, password = request.form.get("name", "").strip(), request.form.get("password", "")
    user = parts().store.users.by_name(name) if 0 < len(name) <= 200 else None
    if not passwords.is_password(user.password_hash if user else None, password) or user is None:
        return form(target, name, _("Name and password do not match.")), 401
    if refusal := _refusal(user):
        return form(target, name, refusal), 401
    end_my_session()
    _begin(user, password)
    return redirect(target, 303)


def _refusal(user: User) -> str:
    """Why somebody who knows the password may not come in; it is told to nobody else."""
    if not user.active:
        return _("This account is switched off. Ask an administrator.")
    if not parts().config.sign_in.local and not user.admin:
        return _("Only administrators sign in with a password here. Use the other way in.")
    return ""


def _begin(user: User, password: str) -> None:
    users = parts().store.users
    if passwords.is_outdated(user.password_hash):
        users.set_password(user.id, passwords.hash_password(password))
    begin_session(user, stays=bool(request.form.get("stay")) and parts().config.sign_in.stay_days > 0)


def form(target: str, name: str = "", error: str = "") -> str:
    wanted = parts().config.sign_in
    service = wanted.service.label or urlsplit(wanted.service.issuer).hostname if wanted.service else ""
    return render_template("sign_in.html", target=target, name=name, error=error, wanted=wanted, service=service)


@pages.post("/sign-out")
def sign_out() -> Response:
    end_my_session()
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
