"""The section `sign_in`: what of it only makes sense together."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from storage.errors import Message
from web.config import SignIn, SignInService

_NEEDS_CLIENT = Message(
    "con issuer serve anche client_id: è il nome di Faldone presso il servizio.",
    "issuer needs client_id too: it is Faldone's name at the service.",
)
_NEEDS_ISSUER = Message(
    "senza issuer nessuno potrebbe più entrare: indicalo, o togli local: false.",
    "without issuer nobody could come in any more: give it, or remove local: false.",
)
_TWO_SECRETS = Message(
    "client_secret e client_secret_file insieme: togline uno.", "both client_secret and client_secret_file: remove one."
)
_NO_SECRET = Message(
    "il file non si può leggere ({why}): controlla nome e permessi.",
    "the file cannot be read ({why}): check its name and permissions.",
)
Wrong = list[tuple[str, Message]]


def read(values: Mapping[str, Any], folder: Path) -> tuple[SignIn, Wrong]:
    """The section, and what is wrong with it by key. The file of the secret counts from `folder`."""
    wrong: Wrong = []
    service = _service(values, folder, wrong) if values["sign_in.issuer"] else None
    if service is None and not values["sign_in.local"]:
        wrong.append(("sign_in.local", _NEEDS_ISSUER))
    idle, stay = values["sign_in.idle_minutes"], values["sign_in.stay_days"]
    return SignIn(idle, stay, values["sign_in.local"], service), wrong


def _service(values: Mapping[str, Any], folder: Path, wrong: Wrong) -> SignInService:
    if not values["sign_in.client_id"]:
        wrong.append(("sign_in.client_id", _NEEDS_CLIENT))
    return SignInService(
        issuer=values["sign_in.issuer"],
        client_id=values["sign_in.client_id"] or "",
        client_secret=_secret(values, folder, wrong),
        label=values["sign_in.label"] or "",
        name_claim=values["sign_in.name_claim"],
        groups_claim=values["sign_in.groups_claim"],
        roles=values["sign_in.roles"],
        areas=values["sign_in.areas"],
        default_role=values["sign_in.default_role"],
        creates_users=values["sign_in.create_users"],
    )


def _secret(values: Mapping[str, Any], folder: Path, wrong: Wrong) -> str:
    plain: str = values["sign_in.client_secret"] or ""
    file: Path | None = values["sign_in.client_secret_file"]
    if file is None:
        return plain
    if plain:
        wrong.append(("sign_in.client_secret", _TWO_SECRETS))
    try:
        return (folder / file).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        wrong.append(("sign_in.client_secret_file", _NO_SECRET.format(why=why)))
        return ""
