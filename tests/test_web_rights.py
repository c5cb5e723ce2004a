"""What each role may do: decided at the door of every address, whatever its page forgot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.routing import IntegerConverter, Rule

from storage.document import ALL_AREAS, Status
from storage.kinds import Area
from storage.tokens import Purpose
from storage.users import Role
from tests.web_fixtures import PASSWORD, Archive, archive, inputs, invoice, payslip, pdf, token
from web.passwords import hash_password
from web.rights import ADMINISTRATION, ONES_OWN, OPEN_TO_ALL, SERVICE, Right, asked_for

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
REFUSED = {303, 401}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Archive]:
    """lia reads everything and changes nothing."""
    with archive(tmp_path) as made:
        made.store.users.create("lia", hash_password(PASSWORD), ALL_AREAS, role=Role.READER)
        yield made


def address_of(desk: Archive, rule: Rule) -> str:
    values = {name: 1 if isinstance(kind, IntegerConverter) else "x" for name, kind in rule._converters.items()}
    return desk.app.url_map.bind("localhost").build(rule.endpoint, values)


def answers(client: FlaskClient, address: str, method: str) -> int:
    mark = token(client, "/sign-in") if "/sign-in" in address else token(client, "/account")
    return client.open(address, method=method, headers={"X-CSRFToken": mark}).status_code


def test_every_address_is_behind_a_right(desk: Archive) -> None:
    """All that there are, with every method: whoever has less than the right is refused before the page is asked."""
    holders = {Right.NONE: desk.client(None), Right.SEE: desk.client("lia"), Right.CHANGE: desk.client("bruno")}
    marks = {held: token(client, "/account") for held, client in holders.items()}
    seen = set()
    for rule in desk.app.url_map.iter_rules():
        for method in sorted(set(METHODS) & (rule.methods or set())):
            right = asked_for(rule.endpoint, rule.rule, method)
            seen.add(right)
            for held, client in holders.items():
                if held < right:
                    sent = {"X-CSRFToken": marks[held]}
                    code = client.open(address_of(desk, rule), method=method, headers=sent).status_code
                    assert code in (REFUSED if held is Right.NONE else {403}), (held.name, method, rule.rule)
    assert {Right.NONE, Right.SEE, Right.CHANGE} <= seen


def test_a_forgotten_mark_closes(desk: Archive) -> None:
    for rule in ("/forgotten", "/admin/forgotten", "/api/v1/forgotten"):
        desk.app.add_url_rule(rule, rule.replace("/", "_"), lambda: "in", methods=["GET", "POST"])
    stranger, lia, bruno, anna = (desk.client(name) for name in (None, "lia", "bruno", "anna"))
    people = (stranger, lia, bruno, anna)
    assert [answers(one, "/forgotten", "GET") for one in people] == [303, 200, 200, 200]
    assert [answers(one, "/forgotten", "POST") for one in people] == [303, 403, 200, 200]
    assert [answers(one, "/admin/forgotten", "GET") for one in people] == [303, 403, 403, 200]
    assert [answers(one, "/api/v1/forgotten", "GET") for one in people] == [401, 200, 200, 200]


def test_what_is_open_is_there(desk: Archive) -> None:
    """A name that no page has any more would be an exception in waiting."""
    endpoints = {rule.endpoint for rule in desk.app.url_map.iter_rules()}
    assert endpoints >= (OPEN_TO_ALL | ONES_OWN) - SERVICE
    opened = {rule.rule for rule in desk.app.url_map.iter_rules() if rule.endpoint in OPEN_TO_ALL}
    assert not [rule for rule in opened if rule.startswith(ADMINISTRATION)]


def test_a_reader_sees_and_changes_nothing(desk: Archive) -> None:
    document = desk.file("fattura.pdf", invoice(needs_review=True))
    lia = desk.client("lia")
    page = lia.get(f"/documents/{document.id}").text
    assert "Officine Bianchi" in page
    mark = token(lia, "/account")
    changed = {**inputs(page), "value.number": "999", "action": "save", "csrf_token": mark}
    assert lia.post(f"/documents/{document.id}", data=changed).status_code == 403
    assert lia.post(f"/documents/{document.id}/read-again", data={"csrf_token": mark}).status_code == 403
    assert lia.post("/inbox", data={"csrf_token": mark, "files": (pdf(), "a.pdf")}).status_code == 403
    kept = desk.store.documents.get(document.id, ALL_AREAS)
    assert (kept.revision, kept.status) == (document.revision, Status.TO_REVIEW)
    assert not list((desk.folder / "inbox").glob("a.pdf"))


@pytest.mark.parametrize("address", ["/", "/search", "/search?q=fattura", "/inbox", "/documents/1"])
def test_a_reader_is_shown_no_button_that_changes(desk: Archive, address: str) -> None:
    desk.file("fattura.pdf", invoice(needs_review=True))
    page = desk.client("lia").get(address).text
    assert "button-main" not in page
    assert page.count('method="post"') == ('action="/documents/1"' in page)  # the form there has no way to be sent


def test_areas_count_from_the_next_page(desk: Archive) -> None:
    hidden = desk.file("hr/cedolino.pdf", payslip())
    bruno, user = desk.client("bruno"), desk.store.users.by_name("bruno")
    assert user is not None
    assert bruno.get(f"/documents/{hidden.id}").status_code == 404
    desk.store.users.change(replace(user, areas=frozenset({Area.HR}), role=Role.READER))
    assert bruno.get(f"/documents/{hidden.id}").status_code == 200
    assert "Giulia Verdi" in bruno.get("/search?q=riservata").text
    mark = token(bruno, "/account")
    assert bruno.post(f"/documents/{hidden.id}/read-again", data={"csrf_token": mark}).status_code == 403


def test_a_token_opens_the_interface_for_programs_and_no_page(desk: Archive) -> None:
    desk.app.add_url_rule("/api/v1/forgotten", "forgotten", lambda: "in", methods=["GET"])
    user = desk.store.users.by_name("bruno")
    assert user is not None
    _, key = desk.store.tokens.create(user.id, Purpose.API, "script")
    _, calendar = desk.store.tokens.create(user.id, Purpose.CALENDAR, "")
    program = desk.app.test_client()

    def asks(address: str, key: str) -> int:
        return program.get(address, headers={"Authorization": f"Bearer {key}"}).status_code

    assert asks("/api/v1/forgotten", key) == 200
    assert asks("/api/v1/forgotten", calendar) == 401
    assert asks("/api/v1/forgotten", "nonsense") == 401
    assert asks("/inbox", key) == 303
    signed_in = desk.client("anna")
    assert signed_in.get("/api/v1/forgotten", headers={"Authorization": "Bearer wrong"}).status_code == 401
