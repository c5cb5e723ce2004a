"""What the page is told from outside."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from storage.kinds import Area
from storage.users import Role


@dataclass(frozen=True, slots=True)
class SignInService:
    """An OpenID Connect provider. `roles` and `areas` are by the group that the claim `groups_claim` names; where
    `roles` is empty, what the administrator set in the page stays. `default_role` is for who is in none of the groups:
    None keeps them out. `creates_users`: whoever the service knows and we do not becomes a user."""

    issuer: str
    client_id: str
    client_secret: str
    label: str = ""
    name_claim: str = "preferred_username"
    groups_claim: str = "groups"
    roles: dict[str, Role] = field(default_factory=dict)
    areas: dict[str, frozenset[Area]] = field(default_factory=dict)
    default_role: Role | None = None
    creates_users: bool = False


@dataclass(frozen=True, slots=True)
class SignIn:
    """A session ends after `idle_minutes` without a request, one that was asked to stay after `stay_days` (0: not on
    offer). Without `local`, only administrators may come in by password; all others by the `service`."""

    idle_minutes: int = 720
    stay_days: int = 30
    local: bool = True
    service: SignInService | None = None


@dataclass(frozen=True, slots=True)
class WebConfig:
    """`languages` are those on offer, the first one for who asks for none of them; `data_dir` holds the secret key.

    `names` are the host names under which browsers may ask; empty: the machine's own on a loopback address, any
    elsewhere. `max_megabytes` bounds one upload. `proxy` is the address of the reverse proxy whose word is believed on
    who asks and by which scheme; empty: nobody's."""

    host: str
    port: int
    languages: tuple[str, ...]
    data_dir: Path
    inbox: Path
    names: tuple[str, ...] = ()
    max_megabytes: int = 200
    sign_in: SignIn = SignIn()
    proxy: str = ""
