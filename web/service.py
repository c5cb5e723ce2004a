"""Signing in by an OpenID Connect service: authorization code with PKCE, state and nonce, all checked by Authlib.

Imported only where a service is configured: it costs memory."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any, cast

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.flask_client import OAuth
from flask import Blueprint, Flask, current_app, redirect, request, session, url_for
from joserfc.errors import JoseError
from werkzeug.wrappers import Response

from storage.errors import FaldoneError
from web import granted
from web.config import SignInService
from web.formats import in_words
from web.parts import parts
from web.people import begin_session, end_my_session
from web.say import _
from web.sign_in import form, own_address

log = logging.getLogger(__name__)
pages = Blueprint("service", __name__, url_prefix="/sign-in/service")

_TIMEOUT_SECONDS = 10
_KEY = "faldone_sign_in_service"
_NEXT = "next"
# what befalls a talk with somebody else's server: refused, unreachable (requests raises OSError), not what was promised
_TROUBLE = (AuthlibBaseError, JoseError, OSError, ValueError, KeyError, RuntimeError)


def set_up(app: Flask, service: SignInService) -> None:
    options = {
        "scope": "openid profile email",
        "code_challenge_method": "S256",
        "default_timeout": _TIMEOUT_SECONDS,
        "token_endpoint_auth_method": "client_secret_basic" if service.client_secret else "none",
    }
    app.extensions[_KEY] = OAuth(app).register(
        "service",
        client_id=service.client_id,
        client_secret=service.client_secret or None,
        server_metadata_url=f"{service.issuer}/.well-known/openid-configuration",
        client_kwargs=options,
    )
    app.register_blueprint(pages)


@pages.get("")
def away() -> Response | tuple[str, int]:
    target = own_address(request.args.get("next", ""))
    try:
        answer = cast(Response, _client().authorize_redirect(url_for("service.back", _external=True)))
    except _TROUBLE as error:
        log.warning("the sign-in service does not answer: %s", error)
        return form(target, error=_("The sign-in service does not answer. Try again in a minute.")), 502
    session[_NEXT] = target
    return answer


@pages.get("/back")
def back() -> Response | tuple[str, int]:
    target = own_address(str(session.get(_NEXT, "")))
    try:
        claims = _claims()
    except _TROUBLE as error:
        log.warning("signing in by the service failed: %s", error)
        return form(target, error=_("The sign-in service did not let you in. Try again from here.")), 401
    try:
        user = granted.user_for(parts().store.users, _service(), claims)
    except FaldoneError as error:
        return form(target, error=in_words(error.message)), 401
    end_my_session()
    begin_session(user)
    return redirect(target, 303)


def _claims() -> Mapping[str, Any]:
    """What the service says of the person: the checked ID token, and what only its other page tells."""
    client = _client()
    token = client.authorize_access_token()
    claims = dict(token["userinfo"])
    if str(claims["iss"]).rstrip("/") != _service().issuer:
        raise ValueError(f"{claims['iss']} is another issuer")
    if "userinfo_endpoint" in client.load_server_metadata():
        more = dict(client.userinfo(token=token))
        if more.get("sub") != claims["sub"]:
            raise ValueError("the service tells of somebody else")
        claims = more | claims
    return claims


def _client() -> Any:
    return current_app.extensions[_KEY]


def _service() -> SignInService:
    service = parts().config.sign_in.service
    assert service is not None
    return service
