"""Who may come in, and what a stranger can do at the door."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.document import ALL_AREAS
from tests.web_fixtures import PASSWORD, Archive, archive, invoice, token
from web.config import WebConfig
from web.passwords import hash_password, is_password
from web.secret import secret_key
from web.security import trusted_names

WRONG = "un'altra password"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Archive]:
    with archive(tmp_path) as made:
        yield made


@pytest.mark.parametrize("address", ["/", "/documents/1", "/inbox", "/inbox/now", "/account", "/documents/1/original"])
def test_every_page_is_behind_the_sign_in(desk: Archive, address: str) -> None:
    answer = desk.client(None).get(address)
    assert answer.status_code == 303
    assert answer.location.startswith("/sign-in")


def test_no_page_was_forgotten(desk: Archive) -> None:
    """Whatever there is without arguments asks a stranger to sign in, but for what is meant to be open."""
    stranger = desk.client(None)
    open_pages = {"/sign-in", "/preferences"}
    for rule in desk.app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and not rule.arguments and rule.rule not in open_pages:
            closed = 401 if rule.rule.startswith("/api/") else 303  # programs are told, people are led
            assert stranger.get(rule.rule).status_code == closed, rule.rule


def test_sign_in_leads_to_where_one_was_going(desk: Archive) -> None:
    client = desk.client(None)
    page = client.get("/search?q=rossi&kind=invoice", follow_redirects=True).text
    assert 'name="next" value="/search?q=rossi&amp;kind=invoice"' in page
    sent = {"name": " Anna ", "password": PASSWORD, "next": "/search?q=rossi&kind=invoice", "csrf_token": token(client)}
    answer = client.post("/sign-in", data=sent)
    assert (answer.status_code, answer.location) == (303, "/search?q=rossi&kind=invoice")


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "javascript:alert(1)",
        "http:evil.example",
        "evil.example",
        "///evil.example",
        "",
    ],
)
def test_sign_in_never_leads_to_another_site(desk: Archive, target: str) -> None:
    client = desk.client(None)
    sent = {"name": "anna", "password": PASSWORD, "next": target, "csrf_token": token(client)}
    assert client.post("/sign-in", data=sent).location == "/"


@pytest.mark.parametrize(("name", "password"), [("anna", WRONG), ("nessuno", PASSWORD), ("", ""), ("anna", "")])
def test_a_wrong_name_and_a_wrong_password_look_the_same(desk: Archive, name: str, password: str) -> None:
    client = desk.client(None)
    answer = client.post("/sign-in", data={"name": name, "password": password, "csrf_token": token(client)})
    assert answer.status_code == 401
    assert "Nome e password non corrispondono." in answer.text


def test_guessing_is_stopped_and_others_are_not(desk: Archive) -> None:
    client = desk.client(None)
    mark = token(client)
    codes = [
        client.post("/sign-in", data={"name": "anna", "password": f"{WRONG}{n}", "csrf_token": mark}).status_code
        for n in range(7)
    ]
    assert codes == [401] * 5 + [429] * 2
    page = client.post("/sign-in", data={"name": "anna", "password": PASSWORD, "csrf_token": mark})
    assert page.status_code == 429
    assert "Troppi tentativi" in page.text
    assert desk.client("bruno").get("/").status_code == 200


def test_signing_in_rightly_is_not_counted(desk: Archive) -> None:
    for _ in range(8):
        desk.client("anna")


def test_the_session_cookie_is_kept_from_scripts_and_other_sites(desk: Archive) -> None:
    client = desk.client(None)
    sent = {"name": "anna", "password": PASSWORD, "csrf_token": token(client)}
    cookie = client.post("/sign-in", data=sent).headers["Set-Cookie"]
    assert cookie.startswith("faldone=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_what_comes_late_does_not_bring_back_an_old_session(desk: Archive) -> None:
    """Images answer while the next page is already loading: they must leave the cookie alone."""
    desk.file("fattura.pdf", invoice())
    client = desk.client()
    for address in ("/documents/1/thumb.webp", "/documents/1", "/", "/inbox", "/static/desk.js"):
        assert "Set-Cookie" not in client.get(address).headers


def test_signing_out_ends_it(desk: Archive) -> None:
    client = desk.client()
    assert client.post("/sign-out", data={"csrf_token": token(client, "/account")}).status_code == 303
    assert client.get("/").status_code == 303


def test_a_changed_password_ends_every_other_session(desk: Archive) -> None:
    here, elsewhere = desk.client(), desk.client()
    new = "cinque cani in cortile"
    sent = {"old": PASSWORD, "new": new, "again": new, "csrf_token": token(here, "/account")}
    assert here.post("/account/password", data=sent).status_code == 303
    assert here.get("/").status_code == 200
    assert elsewhere.get("/").status_code == 303
    user = desk.store.users.by_name("anna")
    assert user is not None and is_password(user.password_hash, new)


@pytest.mark.parametrize(
    ("old", "new", "again", "says"),
    [
        (WRONG, "abbastanza lunga", "abbastanza lunga", "Questa non è la tua password attuale."),
        (PASSWORD, "corta", "corta", "Almeno 10 caratteri"),
        (PASSWORD, "abbastanza lunga", "un po' diversa", "Le due non sono uguali."),
    ],
)
def test_a_password_is_not_changed_lightly(desk: Archive, old: str, new: str, again: str, says: str) -> None:
    client = desk.client()
    sent = {"old": old, "new": new, "again": again, "csrf_token": token(client, "/account")}
    answer = client.post("/account/password", data=sent)
    assert answer.status_code == 422
    assert says in answer.text.replace("&#39;", "'")


@pytest.mark.parametrize("address", ["/sign-out", "/account/password", "/inbox", "/preferences", "/documents/1"])
def test_forged_requests_are_refused(desk: Archive, address: str) -> None:
    answer = desk.client().post(address, data={"name": "x"})
    assert answer.status_code == 400
    assert "La pagina era scaduta" in answer.text


@pytest.mark.parametrize(
    ("host", "code"), [("rebound.example", 400), ("127.0.0.1:8010", 200), ("localhost:8010", 200), ("[::1]", 200)]
)
def test_only_known_host_names_are_answered(desk: Archive, host: str, code: int) -> None:
    assert desk.client(None).get("/sign-in", headers={"Host": host}).status_code == code


def test_host_names_follow_the_configuration(tmp_path: Path) -> None:
    def config(host: str, *names: str) -> WebConfig:
        return WebConfig(host, 8010, ("it",), tmp_path, tmp_path, names)

    assert "localhost" in trusted_names(config("127.0.0.1"))
    assert "localhost" in trusted_names(config("::1"))
    assert trusted_names(config("0.0.0.0")) == ()
    assert trusted_names(config("0.0.0.0", "archivio.ditta.it"))[0] == "archivio.ditta.it"


def test_the_secret_key_is_made_once_and_kept_private(tmp_path: Path) -> None:
    key = secret_key(tmp_path)
    file = tmp_path / "secret_key"
    assert len(key) >= 32
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.chmod(0o644)
    assert secret_key(tmp_path) == key
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.write_bytes(b"short")
    with pytest.raises(ValueError, match="damaged"):
        secret_key(tmp_path)


def test_a_session_of_another_key_is_nobody(desk: Archive, tmp_path: Path) -> None:
    client = desk.client()
    desk.app.secret_key = "another"
    assert client.get("/").status_code == 303


def test_passwords_are_kept_as_argon2id(desk: Archive) -> None:
    user = desk.store.users.by_name("anna")
    assert user is not None and user.areas == ALL_AREAS
    assert user.password_hash.startswith("$argon2id$")
    assert not is_password(user.password_hash, PASSWORD + " ")
    assert not is_password(None, PASSWORD)
    assert not is_password("nonsense", PASSWORD)
    assert hash_password("x") != hash_password("x")
