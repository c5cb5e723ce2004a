"""One's own account: password, language, light or dark, where one is signed in, which programs come in as oneself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from storage.tokens import LONGEST_NAME, Purpose
from web import agents, language, passwords
from web.pages import THEME_COOKIE, THEMES
from web.parts import parts
from web.people import begin_session, idle, me, my_session, signed_in
from web.say import _
from web.sign_in import own_address

pages = Blueprint("account", __name__)
_A_YEAR = 365 * 24 * 3600
_MOST_SESSIONS = 20
_MOST_TOKENS = 50
TOKEN_DAYS = (30, 90, 365)
CALENDAR_FEED = "calendar.feed"  # the page that answers at a calendar's address, with the argument `key`


@pages.get("/account")
def account() -> str:
    return _page()


def _page(errors: dict[str, str] | None = None, **shown_once: str) -> str:
    """`token` and `calendar` are keys that were just made: they are shown in this answer and never again."""
    store, user, here = parts().store, me(), my_session()
    going_on = store.sessions.of(user.id, idle())
    more: dict[str, Any] = {
        "sessions": [(session, agents.in_words(session.agent)) for session in going_on[:_MOST_SESSIONS]],
        "other_sessions": len(going_on) - 1,
        "here": here.id if here else 0,
        "tokens": store.tokens.of(user.id, Purpose.API),
        "calendars": store.tokens.of(user.id, Purpose.CALENDAR),
        "has_calendar": CALENDAR_FEED in current_app.view_functions,
        "has_password": bool(user.password_hash),
        "now": datetime.now(UTC),
        "token_days": TOKEN_DAYS,
    }
    return render_template(
        "account.html", errors=errors or {}, once={"token": "", "calendar": "", **shown_once}, **more
    )


@pages.post("/account/password")
def password() -> Response | tuple[str, int]:
    user = me()
    new = request.form.get("new", "")
    errors = _wrong(user.password_hash, request.form.get("old", ""), new, request.form.get("again", ""))
    if errors:
        return _page(errors), 422
    parts().store.users.set_password(user.id, passwords.hash_password(new))
    parts().store.sessions.end_all(user.id)
    here = my_session()
    begin_session(user, stays=here is not None and here.stays)
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


@pages.post("/account/sessions/<int:id>/end")
def end_session(id: int) -> Response:
    parts().store.sessions.end(me().id, id)
    flash(_("That browser is signed out."))
    return redirect(url_for("account.account", _anchor="sessions"), 303)


@pages.post("/account/sessions/end")
def end_other_sessions() -> Response:
    here = my_session()
    parts().store.sessions.end_all(me().id, but=here.id if here else None)
    flash(_("Everywhere else you are signed out."))
    return redirect(url_for("account.account", _anchor="sessions"), 303)


@pages.post("/account/tokens")
def make_token() -> str | tuple[str, int]:
    tokens, name = parts().store.tokens, " ".join(request.form.get("name", "").split())
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
        return _page({"token_name": _("Name it after what will use it, as in 'accountant's program'.")}), 422
    if len(tokens.of(me().id, Purpose.API)) >= _MOST_TOKENS:
        return _page({"token_name": _("These are enough: take one away first.")}), 422
    days = next((days for days in TOKEN_DAYS if str(days) == request.form.get("days")), None)
    until = datetime.now(UTC) + timedelta(days=days) if days else None
    _token, key = tokens.create(me().id, Purpose.API, name, expires_at=until)
    return _page(token=key)


@pages.post("/account/tokens/<int:id>/revoke")
def revoke_token(id: int) -> Response:
    parts().store.tokens.revoke(me().id, id)
    flash(_("Taken away: what used it is refused from now on."))
    return redirect(url_for("account.account", _anchor="tokens"), 303)


@pages.post("/account/calendar")
def make_calendar() -> Response | str:
    """`end`, or a new secret address; the one before is good no more."""
    tokens, user = parts().store.tokens, me()
    tokens.revoke_all(user.id, Purpose.CALENDAR)
    if request.form.get("action") == "end":
        flash(_("The address is good no more."))
        return redirect(url_for("account.account", _anchor="calendar"), 303)
    _token, key = tokens.create(user.id, Purpose.CALENDAR, "")
    return _page(calendar=url_for(CALENDAR_FEED, key=key, _external=True))


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
