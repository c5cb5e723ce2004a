"""Who somebody is here whom the sign-in service vouches for, and what the groups there give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from storage.errors import FaldoneError, Message
from storage.kinds import Area
from storage.users import LastAdministrator, Role, User, Users
from web.config import SignInService

_LONGEST_NAME = 100


class NotLetIn(FaldoneError):
    """The service knows the person; nobody here does, or nothing is granted."""

    code = "not_let_in"
    message = Message(
        "Il servizio di accesso ti conosce, ma qui non hai un utente: chiedi a un amministratore di aggiungerti"
        " con il tuo indirizzo e-mail.",
        "The sign-in service knows you, but you have no account here: ask an administrator to add you with your"
        " e-mail address.",
    )


NO_GROUP = Message(
    "Nessuno dei tuoi gruppi può entrare qui: rivolgiti a un amministratore.",
    "None of your groups may come in here: ask an administrator.",
)
SWITCHED_OFF = Message(
    "Questo utente è disattivato. Rivolgiti a un amministratore.", "This account is switched off. Ask an administrator."
)


@dataclass(frozen=True, slots=True)
class Grant:
    role: Role
    areas: frozenset[Area]


def user_for(users: Users, service: SignInService, claims: Mapping[str, Any]) -> User:
    """The user, brought up to what the groups say; made where that is allowed. Raises NotLetIn, NameTaken."""
    subject = f"{claims['iss']}#{claims['sub']}"
    grant = _grant(service, claims)
    user = users.by_subject(subject) or _by_email(users, claims)
    if user is None:
        if not service.creates_users:
            raise NotLetIn
        email = str(claims.get("email") or "") or None
        return users.create(_name(service, claims), "", grant.areas, role=grant.role, email=email, subject=subject)
    if not user.active:
        raise NotLetIn(SWITCHED_OFF)
    wanted = replace(user, subject=subject)
    if service.roles:
        wanted = replace(wanted, role=grant.role, areas=grant.areas)
    return _changed(users, user, wanted)


def _by_email(users: Users, claims: Mapping[str, Any]) -> User | None:
    """Only by an address that the service has verified, and nobody whom it knows already by another identifier."""
    if claims.get("email_verified") is not True or not claims.get("email"):
        return None
    user = users.by_email(str(claims["email"]))
    return user if user is not None and user.subject is None else None


def _changed(users: Users, user: User, wanted: User) -> User:
    if wanted == user:
        return user
    try:
        users.change(wanted)
    except LastAdministrator:  # the groups would leave nobody who may let others in
        wanted = replace(wanted, role=user.role, areas=user.areas)
        users.change(wanted)
    return wanted


def _grant(service: SignInService, claims: Mapping[str, Any]) -> Grant:
    groups = groups_in(claims, service.groups_claim)
    roles = {service.roles[group] for group in groups if group in service.roles}
    role = next((role for role in Role if role in roles), service.default_role)
    if role is None:
        if service.roles:
            raise NotLetIn(NO_GROUP)
        role = Role.READER
    more = [service.areas[group] for group in groups if group in service.areas]
    return Grant(role, role.usual_areas.union(*more))


def groups_in(claims: Mapping[str, Any], path: str) -> tuple[str, ...]:
    """The groups that a claim lists; a claim may have points in its own name, else they lead deeper."""
    found: Any = claims.get(path)
    if found is None:
        found = claims
        for name in path.split("."):
            found = found.get(name) if isinstance(found, Mapping) else None
    groups = [found] if isinstance(found, str) else found if isinstance(found, list) else []
    return tuple(group for group in groups if isinstance(group, str))


def _name(service: SignInService, claims: Mapping[str, Any]) -> str:
    names = (claims.get(name) for name in (service.name_claim, "name", "email", "sub"))
    name = next(name for name in names if isinstance(name, str) and name.strip())
    printable = "".join(c if c.isprintable() else " " for c in name)
    return " ".join(printable.split())[:_LONGEST_NAME]
