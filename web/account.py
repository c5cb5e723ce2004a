"""One's own account: password, language, light or dark."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from web import language, passwords
from web.pages import THEME_COOKIE, THEMES
from web.parts import parts
from web.people import begin_session, me, signed_in
from web.say import _
from web.sign_in import own_address

pages = Blueprint("account", __name__)
_A_YEAR = 365 * 24 * 3600


@pages.get("/account")
def account() -> str:
    return render_template("account.html", errors={})


@pages.post("/account/password")
def password() -> Response | tuple[str, int]:
    user = me()
    new = request.form.get("new", "")
    errors = _wrong(user.password_hash, request.form.get("old", ""), new, request.form.get("again", ""))
    if errors:
        return render_template("account.html", errors=errors), 422
    parts().store.users.set_password(user.id, passwords.hash_password(new))
    parts().store.sessions.end_all(user.id)
    begin_session(user)
    flash(_("The password is changed. Everywhere else you are signed out."))
    return redirect(url_for("account.account"), 303)


def _wrong(password_hash: str, old: str, new: str, again: str) -> dict[str, str]:
    if not passwords.is_password(password_hash, old):
        return {"old": _("This is not your present password.")}
    if not passwords.SHORTEST <= len(new) <= passwords.LONGEST:
        return {"new": _("At least %(count)s characters: a short sentence is easy to keep in mind.",
                         count=passwords.SHORTEST)}  # fmt: skip
    if new != again:
        return {"again": _("The two are not the same.")}
    return {}


@pages.post("/preferences")
def preferences() -> Response:
    """Kept in cookies, so that they hold before signing in too; the language also with the user, for other browsers."""
    response = redirect(own_address(request.form.get("next", "")), 303)
    wishes = {language.COOKIE: parts().config.languages, THEME_COOKIE: THEMES}
    for name, allowed in wishes.items():
        wish = request.form.get(name.removeprefix("faldone_"), "")
        if wish in allowed:
            response.set_cookie(name, wish, max_age=_A_YEAR, httponly=True, samesite="Lax", secure=request.is_secure)
            if name == language.COOKIE and signed_in():
                parts().store.users.set_language(me().id, wish)
    return response
