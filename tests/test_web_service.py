"""Signing in by an OpenID Connect service, against one that really runs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from storage.document import ALL_AREAS
from storage.kinds import Area
from storage.users import Role, User
from tests.oidc_provider import CLIENT, SECRET, Provider, provider
from tests.web_fixtures import PASSWORD, Archive, archive, token
from web.config import SignIn, SignInService

CARLA = {"sub": "carla-1", "preferred_username": "Carla Bò", "email": "carla@example.it", "email_verified": True}


@pytest.fixture
def idp() -> Iterator[Provider]:
    with provider() as made:
        made.person = dict(CARLA)
        yield made


@contextmanager
def desk_with(folder: Path, idp: Provider, *, local: bool = True, **options: Any) -> Iterator[Archive]:
    service = SignInService(idp.address, CLIENT, SECRET, **options)
    with archive(folder, sign_in=SignIn(local=local, service=service)) as desk:
        yield desk


def at_the_service(address: str) -> str:
    """A browser that follows a link to the service and is sent back: the address it is sent to."""
    parted = urlsplit(address)
    connection = HTTPConnection(parted.netloc, timeout=10)
    connection.request("GET", f"{parted.path}?{parted.query}")
    back = connection.getresponse().headers["Location"]
    connection.close()
    return str(back)


def signs_in(client: FlaskClient, target: str = "/inbox") -> TestResponse:
    away = client.get(f"/sign-in/service?next={target}")
    assert away.status_code == 302
    return client.get(at_the_service(away.location).removeprefix("http://localhost"))


def carla(desk: Archive) -> User | None:
    return desk.store.users.by_name("carla bò")


def test_whoever_the_service_knows_comes_in_as_a_new_user(tmp_path: Path, idp: Provider) -> None:
    with desk_with(tmp_path, idp, creates_users=True) as desk:
        client = desk.client(None)
        assert "/sign-in/service" in client.get("/sign-in").text
        answer = signs_in(client)
        assert (answer.status_code, answer.location) == (303, "/inbox")
        assert client.get("/inbox").status_code == 200
        user = carla(desk)
        assert user is not None
        assert (user.role, user.areas, user.email) == (Role.READER, frozenset({Area.GENERAL}), "carla@example.it")
        idp.person["preferred_username"] = "Another Name"  # the identifier decides, not the name
        signs_in(desk.client(None))
        assert desk.store.users.count() == 3
        no_password = desk.client(None)
        sent = {"name": "Carla Bò", "password": "", "csrf_token": token(no_password)}
        assert no_password.post("/sign-in", data=sent).status_code == 401


def test_what_is_asked_carries_state_nonce_and_challenge(tmp_path: Path, idp: Provider) -> None:
    with desk_with(tmp_path, idp) as desk:
        asked = parse_qs(urlsplit(desk.client(None).get("/sign-in/service").location).query)
        assert asked["code_challenge_method"] == ["S256"]
        assert asked["redirect_uri"] == ["http://localhost/sign-in/service/back"]
        assert all(len(asked[name][0]) > 15 for name in ("state", "nonce", "code_challenge"))


@pytest.mark.parametrize(
    "wrong",
    [{"nonce": "another"}, {"aud": "somebody else"}, {"iss": "https://evil.example"}, {"exp": 1_000_000_000}],
)
def test_a_token_that_was_not_made_for_this_is_refused(tmp_path: Path, idp: Provider, wrong: dict[str, Any]) -> None:
    idp.token = wrong
    with desk_with(tmp_path, idp, creates_users=True) as desk:
        client = desk.client(None)
        assert signs_in(client).status_code == 401
        assert client.get("/inbox").status_code == 303
        assert carla(desk) is None


def test_an_answer_that_nobody_asked_for_is_refused(tmp_path: Path, idp: Provider) -> None:
    with desk_with(tmp_path, idp, creates_users=True) as desk:
        back = at_the_service(desk.client(None).get("/sign-in/service").location).removeprefix("http://localhost")
        other = desk.client(None)
        assert other.get(back).status_code == 401
        assert other.get("/sign-in/service/back?error=access_denied").status_code == 401
        assert carla(desk) is None


def test_a_token_signed_by_somebody_else_is_refused(tmp_path: Path, idp: Provider) -> None:
    with desk_with(tmp_path, idp, creates_users=True) as desk, provider() as other:
        idp.signs_with = other.key
        assert signs_in(desk.client(None)).status_code == 401
        assert carla(desk) is None


def test_without_leave_to_make_users_an_administrator_adds_them(tmp_path: Path, idp: Provider) -> None:
    with desk_with(tmp_path, idp) as desk:
        answer = signs_in(desk.client(None))
        assert answer.status_code == 401
        assert "qui non hai un utente" in unescape(answer.text)
        added = desk.store.users.create("carla", "", [Area.HR], role=Role.HR, email="Carla@example.it")
        idp.person["email_verified"] = False
        assert signs_in(desk.client(None)).status_code == 401
        idp.person["email_verified"] = True
        assert signs_in(desk.client(None)).status_code == 303
        known = desk.store.users.get(added.id)
        assert known is not None and known.subject == f"{idp.address}#carla-1"
        assert (known.role, known.areas) == (Role.HR, frozenset({Area.HR}))
        idp.person["sub"] = "carla-2"  # the same address in other hands
        assert signs_in(desk.client(None)).status_code == 401


def test_groups_give_role_and_areas_at_every_sign_in(tmp_path: Path, idp: Provider) -> None:
    roles = {"paghe": Role.HR, "capi": Role.ADMINISTRATOR, "tutti": Role.READER}
    options: dict[str, Any] = {
        "roles": roles,
        "areas": {"direzione": frozenset({Area.ACCOUNTING})},
        "groups_claim": "access.groups",
    }
    with desk_with(tmp_path, idp, creates_users=True, **options) as desk:
        for groups, role, areas in (
            (["tutti", "paghe"], Role.HR, {Area.HR, Area.GENERAL}),
            (["capi"], Role.ADMINISTRATOR, ALL_AREAS),
            (["tutti", "direzione"], Role.READER, {Area.GENERAL, Area.ACCOUNTING}),
        ):
            idp.more = {"access": {"groups": groups}}  # told by userinfo alone
            assert signs_in(desk.client(None)).status_code == 303
            user = carla(desk)
            assert user is not None
            assert (user.role, user.areas) == (role, frozenset(areas))
        idp.more = {"access": {"groups": ["altri"]}}
        answer = signs_in(desk.client(None))
        assert (answer.status_code, "Nessuno dei tuoi gruppi" in answer.text) == (401, True)


def test_with_a_service_passwords_may_be_for_administrators_alone(tmp_path: Path, idp: Provider) -> None:
    with desk_with(tmp_path, idp, local=False) as desk:
        desk.client("anna")
        client = desk.client(None)
        sent = {"name": "bruno", "password": PASSWORD, "csrf_token": token(client)}
        answer = client.post("/sign-in", data=sent)
        assert answer.status_code == 401
        assert "solo gli amministratori" in answer.text


def test_a_service_that_does_not_answer_is_told(tmp_path: Path) -> None:
    gone = Provider("http://127.0.0.1:9")
    with desk_with(tmp_path, gone) as desk:
        answer = desk.client(None).get("/sign-in/service")
        assert answer.status_code == 502
        assert "non risponde" in answer.text


def test_where_none_is_configured_nothing_of_it_is_loaded() -> None:
    code = (
        "import sys, web.app; print([m for m in sys.modules if m.split('.')[0] in ('authlib', 'joserfc', 'requests')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
