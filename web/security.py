"""What stands between a browser and the pages: host names, cookies, forged requests, guessed passwords, headers."""

from __future__ import annotations

import ipaddress
import socket
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, abort, request
from flask.sessions import SecureCookieSessionInterface
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_wtf.csrf import CSRFProtect
from werkzeug.wrappers import Response

from web.config import WebConfig
from web.people import asks_with_token
from web.secret import secret_key

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "no-store",
}
_LOOPBACK_NAMES = ("localhost", "127.0.0.1", "::1")


def set_up(app: Flask, config: WebConfig) -> None:
    app.config.update(
        SECRET_KEY=secret_key(config.data_dir),
        SESSION_COOKIE_NAME="faldone",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        # the longest that any cookie is good for: when a session ends is for the store to say (storage/sessions.py)
        PERMANENT_SESSION_LIFETIME=timedelta(days=max(1, config.sign_in.stay_days)),
        # an image that is late must not bring back the cookie of the page before it
        SESSION_REFRESH_EACH_REQUEST=False,
        MAX_CONTENT_LENGTH=config.max_megabytes * 1024 * 1024,
        MAX_FORM_MEMORY_SIZE=4 * 1024 * 1024,
        # a form left open over lunch is still good: the token lives as long as its session
        WTF_CSRF_TIME_LIMIT=None,
    )
    app.session_interface = _Cookies()
    names = trusted_names(config)

    def only_known_hosts() -> None:
        """A page on another site, its name pointed at this machine, must not read what is here."""
        if names and _without_port(request.host) not in names:
            abort(400)

    app.before_request(only_known_hosts)
    app.after_request(_add_headers)
    _refuse_forged(app)


def _refuse_forged(app: Flask) -> None:
    """Whoever asks with a token needs no mark: a browser sends no such header by itself."""
    app.config["WTF_CSRF_CHECK_DEFAULT"] = False
    guard = CSRFProtect(app)

    def protect() -> None:
        if asks_with_token():
            return
        if None in request.form:  # a part without a name, which no form of ours sends
            abort(400)
        guard.protect()

    app.before_request(protect)


class _Cookies(SecureCookieSessionInterface):
    """Over TLS, a cookie that is never sent in the clear."""

    def get_cookie_secure(self, app: Flask) -> bool:
        return request.is_secure


def trusted_names(config: WebConfig) -> tuple[str, ...]:
    """The host names to answer to; none: any."""
    if config.names:
        return (*(name.lower() for name in config.names), *_LOOPBACK_NAMES)
    return (*_LOOPBACK_NAMES, socket.gethostname().lower()) if _is_loopback(config.host) else ()


def _without_port(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _add_headers(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.add("Vary", "Cookie")
    return response


def limit_guessing(app: Flask) -> None:
    """Counts only what failed, so that an office behind one address may sign in at eight o'clock."""
    limiter = Limiter(get_remote_address, app=app, storage_uri="memory://", strategy="moving-window")

    def by_name() -> str:
        return f"{get_remote_address()} {request.form.get('name', '')[:100].casefold()}"

    def failed(response: Response) -> bool:
        return response.status_code != 303

    by_person = limiter.limit("5/minute;50/hour", key_func=by_name, methods=["POST"], deduct_when=failed)
    by_machine = limiter.limit("30/minute;300/hour", methods=["POST"], deduct_when=failed)
    for endpoint in ("sign_in.sign_in", "account.password"):
        limited: Any = by_machine(by_person(app.view_functions[endpoint]))
        app.view_functions[endpoint] = limited
