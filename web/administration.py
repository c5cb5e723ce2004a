"""People, for administrators: who may sign in, as what, and what they see."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from storage.errors import FaldoneError
from storage.kinds import Area
from storage.users import NameTaken, Role, User
from web import passwords
from web.formats import in_words
from web.parts import parts
from web.people import me
from web.say import _

pages = Blueprint("administration", __name__, url_prefix="/admin")
_PAGE_LENGTH = 50
_LONGEST_NAME = 100
_LONGEST_EMAIL = 254
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in the form of a person, and what is wrong with it by input."""

    name: str
    email: str
    role: Role
    areas: frozenset[Area]
    errors: dict[str, str]


@pages.get("/people")
def people() -> str:
    words, after = request.args.get("q", "").strip()[:200], request.args.get("after", "")[:200]
    found = parts().store.users.listing(words, after=after, limit=_PAGE_LENGTH + 1)
    more = found[_PAGE_LENGTH - 1].name if len(found) > _PAGE_LENGTH else ""
    return render_template("people.html", people=found[:_PAGE_LENGTH], q=words, after=after, more=more)


@pages.get("/people/new")
def new() -> str:
    return _page(None, Filled("", "", Role.ACCOUNTING, Role.ACCOUNTING.usual_areas, {}))


@pages.post("/people/new")
def add() -> Response | str | tuple[str, int]:
    filled, password = _read(), passwords.generated()
    if filled.errors:
        return _page(None, filled), 422
    secret, email = passwords.hash_password(password), filled.email or None
    try:
        user = parts().store.users.create(filled.name, secret, filled.areas, role=filled.role, email=email)
    except FaldoneError as error:
        return _page(None, replace(filled, errors={"name": in_words(error.message)})), 422
    return render_template("password_once.html", user=user, password=password, is_new=True)


@pages.get("/people/<int:id>")
def person(id: int) -> str:
    user = _user(id)
    return _page(user, _of(user))


def _of(user: User) -> Filled:
    return Filled(user.name, user.email or "", user.role, user.areas, {})


def _mark(user: User) -> str:
    """Changes with all that the form shows, so that nobody overwrites what they have not seen."""
    seen = (user.name, user.email, user.role, sorted(user.areas), user.active)
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]


@pages.post("/people/<int:id>")
def change(id: int) -> Response | tuple[str, int]:
    user, filled = _user(id), _read()
    if request.form.get("seen") != _mark(user):
        flash(_("Somebody changed this person meanwhile: look again, then save."))
        return _page(user, _of(user)), 409
    if filled.errors:
        return _page(user, filled), 422
    wanted = replace(user, name=filled.name, email=filled.email or None, role=filled.role, areas=filled.areas)
    try:
        parts().store.users.change(wanted)
    except FaldoneError as error:
        where = "name" if error.code == NameTaken.code else "role"
        return _page(user, replace(filled, errors={where: in_words(error.message)})), 422
    flash(_("Saved. It counts from the next page that %(name)s opens.", name=filled.name))
    stays = wanted.admin or user.id != me().id
    return redirect(url_for("administration.people" if stays else "account.account"), 303)


@pages.post("/people/<int:id>/active")
def set_active(id: int) -> Response:
    """`on` or `off`; refused for the last administrator."""
    user, active = _user(id), request.form.get("active") == "on"
    parts().store.users.change(replace(user, active=active))
    if active:
        flash(_("%(name)s may sign in again.", name=user.name))
    else:
        flash(_("%(name)s is signed out everywhere and cannot sign in any more.", name=user.name))
    return redirect(url_for("administration.person", id=id), 303)


@pages.post("/people/<int:id>/password")
def reset_password(id: int) -> str:
    """A new one, shown this once; every session of the person ends."""
    user, password = _user(id), passwords.generated()
    parts().store.users.set_password(user.id, passwords.hash_password(password))
    parts().store.sessions.end_all(user.id)
    return render_template("password_once.html", user=user, password=password, is_new=False)


def _user(id: int) -> User:
    return parts().store.users.get(id) or abort(404)


def _read() -> Filled:
    """The form as it was sent; no area ticked means the usual ones of the role."""
    name, email = (" ".join(request.form.get(key, "").split()) for key in ("name", "email"))
    role = next((role for role in Role if role == request.form.get("role")), Role.READER)
    areas = frozenset(area for area in Area if area in request.form.getlist("areas"))
    errors = {}
    if not 0 < len(name) <= _LONGEST_NAME or not name.isprintable():
        errors["name"] = _("A name of at most %(count)s characters is needed.", count=_LONGEST_NAME)
    if email and (len(email) > _LONGEST_EMAIL or not _EMAIL.fullmatch(email)):
        errors["email"] = _("This is not an e-mail address.")
    return Filled(name, email, role, areas or role.usual_areas, errors)


def _page(user: User | None, filled: Filled) -> str:
    known = {"roles": list(Role), "areas": list(Area), "seen": _mark(user) if user else ""}
    is_me = user is not None and user.id == me().id
    return render_template("person.html", user=user, filled=filled, is_me=is_me, **known)
