"""People in the page: added, changed, switched off; one's own sessions and tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from storage.kinds import Area
from storage.tokens import Purpose
from storage.users import Role, User
from tests.web_fixtures import PASSWORD, Archive, archive, attribute, token
from web.agents import in_words

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Archive]:
    with archive(tmp_path) as made:
        yield made


@pytest.fixture
def anna(desk: Archive) -> FlaskClient:
    return desk.client("anna")


def user(desk: Archive, name: str) -> User:
    found = desk.store.users.by_name(name)
    assert found is not None
    return found


def send(client: FlaskClient, address: str, **sent: str) -> tuple[int, str]:
    answer = client.post(address, data={"csrf_token": token(client, "/account"), **sent})
    return answer.status_code, unescape(answer.text)


def seen(client: FlaskClient, id: int) -> str:
    page = client.get(f"/admin/people/{id}").text
    return next(attribute(tag, "value") or "" for tag in re.findall(r"<input[^>]*>", page) if 'name="seen"' in tag)


def signs_in(desk: Archive, name: str, password: str) -> bool:
    client = desk.app.test_client()
    sent = {"name": name, "password": password, "csrf_token": token(client)}
    return client.post("/sign-in", data=sent).status_code == 303


def test_a_person_is_added_with_a_password_that_is_shown_once(desk: Archive, anna: FlaskClient) -> None:
    code, page = send(anna, "/admin/people/new", name=" Carla  Bò ", email="c@example.it", role="hr")
    shown = re.search(r"<code data-password>([^<]+)</code>", page)
    assert code == 200 and shown
    carla = user(desk, "carla bò")
    assert (carla.role, carla.areas, carla.email) == (Role.HR, frozenset({Area.HR, Area.GENERAL}), "c@example.it")
    assert signs_in(desk, "Carla Bò", shown[1])
    assert shown[1] not in anna.get(f"/admin/people/{carla.id}").text
    assert "Carla Bò" in anna.get("/admin/people?q=carla").text


@pytest.mark.parametrize(
    ("sent", "says"),
    [({"name": ""}, "Serve un nome"), ({"name": "BRUNO"}, "C'è già un utente con il nome «BRUNO»"),
     ({"name": "x", "email": "so"}, "Questo non è un indirizzo"), ({"name": "x" * 101}, "Serve un nome")],
)  # fmt: skip
def test_what_cannot_be_is_told(desk: Archive, anna: FlaskClient, sent: dict[str, str], says: str) -> None:
    code, page = send(anna, "/admin/people/new", **sent)
    assert code == 422
    assert says in page
    assert desk.store.users.count() == 2


def test_role_and_areas_are_changed(desk: Archive, anna: FlaskClient) -> None:
    bruno = user(desk, "bruno")
    sent = {"name": "Bruno N.", "role": "reader", "areas": "hr"}
    mark = seen(anna, bruno.id)
    assert send(anna, f"/admin/people/{bruno.id}", seen=mark, **sent)[0] == 303
    changed = user(desk, "bruno n.")
    assert (changed.id, changed.role, changed.areas) == (bruno.id, Role.READER, frozenset({Area.HR}))
    code, page = send(anna, f"/admin/people/{bruno.id}", seen=mark, **sent)  # seen before the change
    assert code == 409
    assert "qualcuno ha modificato questa persona" in page


def test_who_is_switched_off_is_out_at_once_and_may_come_back(desk: Archive, anna: FlaskClient) -> None:
    bruno, id = desk.client("bruno"), user(desk, "bruno").id
    assert send(anna, f"/admin/people/{id}/active", active="off")[0] == 303
    assert bruno.get("/inbox").status_code == 303
    code, page = send(desk.app.test_client(), "/sign-in", name="bruno", password=PASSWORD)
    assert code == 401
    assert "Questo utente è disattivato" in page
    assert "disattivato" in anna.get("/admin/people").text
    send(anna, f"/admin/people/{id}/active", active="on")
    assert signs_in(desk, "bruno", PASSWORD)


def test_a_new_password_ends_every_session(desk: Archive, anna: FlaskClient) -> None:
    bruno = desk.client("bruno")
    _, page = send(anna, f"/admin/people/{user(desk, 'bruno').id}/password")
    shown = re.search(r"<code data-password>([^<]+)</code>", page)
    assert shown
    assert bruno.get("/inbox").status_code == 303
    assert not signs_in(desk, "bruno", PASSWORD)
    assert signs_in(desk, "bruno", shown[1])


def test_the_last_administrator_stays(desk: Archive, anna: FlaskClient) -> None:
    id = user(desk, "anna").id
    code, page = send(anna, f"/admin/people/{id}", name="anna", role="hr", seen=seen(anna, id))
    assert code == 422
    assert "unico amministratore attivo" in page
    assert send(anna, f"/admin/people/{id}/active", active="off")[0] == 422
    assert user(desk, "anna").admin


def test_a_list_of_many_goes_by_pages(desk: Archive, anna: FlaskClient) -> None:
    for number in range(60):
        desk.store.users.create(f"persona {number:02}", "", [])
    first = anna.get("/admin/people").text
    more = re.search(r'rel="next" href="([^"]+)"', first)
    assert more
    second = anna.get(unescape(more[1])).text
    assert ("persona 00" in first, "persona 59" in first) == (True, False)
    assert ("persona 00" in second, "persona 59" in second) == (False, True)
    assert "Nessuno si chiama così" in anna.get("/admin/people?q=zzz").text


def test_a_session_is_seen_and_ended_from_another_browser(desk: Archive, anna: FlaskClient) -> None:
    other = desk.app.test_client()
    other.environ_base["HTTP_USER_AGENT"] = FIREFOX
    sent = {"name": "anna", "password": PASSWORD, "csrf_token": token(other)}
    assert other.post("/sign-in", data=sent).status_code == 303
    page = anna.get("/account").text
    assert "Firefox su Linux" in page
    (ended,) = re.findall(r'action="(/account/sessions/\d+/end)"', page)
    bruno = desk.client("bruno")
    send(bruno, ended)  # not his
    assert other.get("/inbox").status_code == 200
    send(anna, ended)
    assert other.get("/inbox").status_code == 303
    third = desk.client("anna")
    send(anna, "/account/sessions/end")
    assert third.get("/inbox").status_code == 303
    assert anna.get("/inbox").status_code == 200


def test_staying_signed_in_outlives_the_browser(desk: Archive) -> None:
    cookies = {}
    for stay in ("", "yes"):
        client = desk.app.test_client()
        sent = {"name": "anna", "password": PASSWORD, "stay": stay, "csrf_token": token(client)}
        cookies[stay] = client.post("/sign-in", data=sent).headers["Set-Cookie"]
    assert "Expires" not in cookies[""]
    assert "Expires" in cookies["yes"]


def test_a_cookie_travels_over_tls_alone_where_there_is_tls(desk: Archive) -> None:
    client = desk.app.test_client()
    sent = {"name": "anna", "password": PASSWORD, "csrf_token": token(client)}
    answer = client.post("/sign-in", data=sent, base_url="https://localhost", headers={"Referer": "https://localhost/"})
    assert all("Secure" in cookie for cookie in answer.headers.getlist("Set-Cookie"))


def test_a_token_is_shown_once_and_taken_away(desk: Archive, anna: FlaskClient) -> None:
    assert send(anna, "/account/tokens", name="")[0] == 422
    _, page = send(anna, "/account/tokens", name="gestionale", days="90")
    shown = re.search(r"data-secret>([^<]+)<", page)
    assert shown
    assert desk.store.tokens.user_of(shown[1], Purpose.API) == user(desk, "anna")
    page = anna.get("/account").text
    assert "gestionale" in page
    assert shown[1] not in page
    (revoke,) = re.findall(r'action="(/account/tokens/\d+/revoke)"', page)
    send(desk.client("bruno"), revoke)
    assert desk.store.tokens.user_of(shown[1], Purpose.API) is not None
    send(anna, revoke)
    assert desk.store.tokens.user_of(shown[1], Purpose.API) is None


def test_a_calendars_address_is_offered_where_there_is_a_feed(tmp_path: Path) -> None:
    with archive(tmp_path) as desk:
        if "calendar.feed" not in desk.app.view_functions:
            desk.app.add_url_rule("/calendar/<key>.ics", "calendar.feed", lambda key: key)
        anna = desk.client("anna")
        keys = []
        for _ in range(2):
            _, page = send(anna, "/account/calendar", action="make")
            shown = re.search(r"data-secret>([^<]+)<", page)
            assert shown
            keys.append(re.search(r"faldone_calendar_[\w-]+", shown[1]))
        first, second = (key[0] if key else "" for key in keys)
        assert desk.store.tokens.user_of(first, Purpose.CALENDAR) is None  # the newer one replaced it
        assert desk.store.tokens.user_of(second, Purpose.CALENDAR) == user(desk, "anna")
        send(anna, "/account/calendar", action="end")
        assert desk.store.tokens.user_of(second, Purpose.CALENDAR) is None


def test_the_language_goes_with_the_person(desk: Archive, anna: FlaskClient) -> None:
    send(anna, "/preferences", language="en")
    assert "Where you are signed in" in desk.client("anna", language="it").get("/account").text


@pytest.mark.parametrize(
    ("agent", "says"),
    [(FIREFOX, "Firefox on Linux"), ("curl/8.5", "curl"), ("", "unknown browser"),
     ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18 Mobile Safari/604",
      "Safari on iPhone"),
     ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/140 Safari/537 Edg/140", "Edge on Windows")],
)  # fmt: skip
def test_a_browser_in_words(desk: Archive, agent: str, says: str) -> None:
    with desk.app.test_request_context(headers={"Cookie": "faldone_language=en"}):
        assert in_words(agent) == says
