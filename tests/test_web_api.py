"""The API: what programs find, correct and hand in; nothing that its description allows makes it fail."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from schemathesis.core.result import Ok

from storage.document import ALL_AREAS
from storage.tokens import Purpose
from tests.web_fixtures import Archive, archive, invoice, payslip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive(tmp_path_factory.mktemp("api")) as made:
        for number in range(1, 8):
            said = {"number": f"2026/{number}", "date": f"2026-{number:02}-15", "supplier_name": "Rossi"}
            made.file(f"f{number}.pdf", invoice(said, text="viti e bulloni"), index=False)
        made.file("cedolino.pdf", payslip())
        yield made


def key(desk: Archive, name: str, purpose: Purpose = Purpose.API) -> str:
    user = desk.store.users.by_name(name)
    assert user is not None
    return desk.store.tokens.create(user.id, purpose, "prova")[1]


class Program:
    """Asks with a token, and nothing else."""

    def __init__(self, desk: Archive, secret: str) -> None:
        self.client: FlaskClient = desk.app.test_client()
        self.headers = {"Authorization": f"Bearer {secret}"}

    def ask(self, method: str, path: str, **more: Any) -> tuple[int, Any]:
        answer = self.client.open(f"/api/v1{path}", method=method, headers=self.headers, **more)
        return answer.status_code, answer.get_json(silent=True)


@pytest.fixture(scope="module")
def anna(desk: Archive) -> Program:
    return Program(desk, key(desk, "anna"))


@pytest.fixture(scope="module")
def bruno(desk: Archive) -> Program:
    return Program(desk, key(desk, "bruno"))


def ids(answer: Any) -> list[int]:
    return [document["id"] for document in answer["documents"]]


@pytest.mark.parametrize("asked", ["", "q=viti", "from=2026-01&to=2026"])
def test_pages_follow_one_another_to_the_end_and_nothing_comes_twice(anna: Program, asked: str) -> None:
    found: list[int] = []
    cursor = ""
    while True:
        status, answer = anna.ask("GET", f"/documents?limit=3&{asked}{cursor}")
        assert status == 200
        found += ids(answer)
        if answer["next_cursor"] is None:
            break
        cursor = f"&cursor={answer['next_cursor']}"
    assert len(found) == len(set(found)) == (8 if not asked or "from" in asked else 7)


WRONG = ("kind=nonsense", "from=31/02/2026", "limit=0", "limit=1000", "cursor=x", "cursor=p2", "q=viti&cursor=b2")


@pytest.mark.parametrize("asked", WRONG)
def test_what_is_asked_wrongly_is_told(anna: Program, asked: str) -> None:
    status, answer = anna.ask("GET", f"/documents?{asked}")
    assert (status, answer["error"]["code"]) == (422, "invalid_value")
    assert answer["error"]["field"]


def test_filters_narrow(anna: Program) -> None:
    assert len(ids(anna.ask("GET", "/documents?kind=payslip")[1])) == 1
    assert len(ids(anna.ask("GET", "/documents?from=2026-03-15&to=2026-03")[1])) == 1
    assert len(ids(anna.ask("GET", "/documents?q=numero:2026/4")[1])) == 1


def test_a_document_is_corrected_by_the_revision_that_was_seen(anna: Program) -> None:
    id = ids(anna.ask("GET", "/documents?q=numero:2026/2")[1])[0]
    seen = anna.ask("GET", f"/documents/{id}")[1]
    assert seen["fields"]["number"]["value"] == "2026/2"
    assert seen["pages"][0]["text"] == "viti e bulloni"
    typed = {"gross_amount": "1.285,27", "date": "15/2/26", "supplier_name": None}
    status, changed = anna.ask("PATCH", f"/documents/{id}", json={"revision": seen["revision"], "fields": typed})
    assert status == 200
    now = {name: changed["fields"].get(name, {}).get("value") for name in typed}
    assert now == {"gross_amount": "1285.27", "date": "2026-02-15", "supplier_name": None}
    assert changed["fields"]["gross_amount"]["user"] == "anna"
    assert anna.ask("PATCH", f"/documents/{id}", json={"revision": seen["revision"], "fields": typed})[0] == 409
    wrong: tuple[object, ...] = ({"date": "31/02/2026"}, {"nonsense": "x"}, {"number": 5}, [])
    for fields in wrong:
        again = {"revision": changed["revision"], "fields": fields}
        assert anna.ask("PATCH", f"/documents/{id}", json=again)[0] == 422
    bodies: tuple[object, ...] = ([], {"fields": {}}, {"revision": True}, {"revision": 1, "more": 2}, "x")
    for body in bodies:
        assert anna.ask("PATCH", f"/documents/{id}", json=body)[0] == 422
    assert anna.ask("PATCH", f"/documents/{id}", json={"revision": 10**40})[0] == 409


def test_files_are_had(desk: Archive, anna: Program) -> None:
    id = ids(anna.ask("GET", "/documents?limit=1")[1])[0]
    assert anna.ask("GET", f"/documents/{id}/original")[0] == 200
    assert anna.ask("GET", f"/documents/{id}/pages/1.webp")[0] == 200
    for path in ("pages/99.webp", "searchable"):
        status, answer = anna.ask("GET", f"/documents/{id}/{path}")
        assert (status, answer["error"]["code"]) == (404, "not_found")


def test_a_file_is_handed_in_and_known_by_its_hash(desk: Archive, anna: Program) -> None:
    status, answer = anna.ask("POST", "/inbox", data={"file": (io.BytesIO(b"f1.pdf"), "../x.pdf"), "folder": "hr"})
    assert status == 201
    taken = answer["files"][0]
    assert (desk.config.inbox / "hr" / taken["name"]).read_bytes() == b"f1.pdf"
    found = anna.ask("GET", f"/documents?sha256={taken['sha256']}")[1]
    assert [document["file"] for document in found["documents"]] == ["f1.pdf"]
    assert anna.ask("POST", "/inbox", data={"folder": "hr"})[0] == 422
    assert anna.ask("POST", "/inbox", data={"file": (io.BytesIO(b"x"), "x.pdf"), "folder": "../etc"})[0] == 422
    assert anna.ask("POST", "/inbox", data={"file": (io.BytesIO(b"x" * 2_000_000), "x.pdf")})[0] == 413


def test_areas_hold(desk: Archive, bruno: Program) -> None:
    slip = next(d for d in desk.store.documents.listing(ALL_AREAS, kind="payslip"))
    assert bruno.ask("GET", f"/documents/{slip.id}")[0] == 404
    assert bruno.ask("PATCH", f"/documents/{slip.id}", json={"revision": 1, "fields": {}})[0] == 404
    assert bruno.ask("GET", f"/documents/{slip.id}/original")[0] == 404
    assert not ids(bruno.ask("GET", f"/documents?sha256={slip.sha256}")[1])
    assert not ids(bruno.ask("GET", "/documents?kind=payslip")[1])
    assert bruno.ask("GET", "/status")[1]["areas"] == ["accounting", "general"]
    assert bruno.ask("POST", "/inbox", data={"file": (io.BytesIO(b"x"), "x.pdf"), "folder": "hr"})[0] == 422


def test_only_a_good_key_opens_it(desk: Archive, anna: Program) -> None:
    for secret in ("", "nonsense", key(desk, "anna", Purpose.CALENDAR)):
        status, answer = Program(desk, secret).ask("GET", "/status")
        assert (status, answer["error"]["code"]) == (401, "unauthorized")
    client = desk.client("anna")
    assert client.get("/api/v1/status").status_code == 200  # the page may ask too
    assert client.patch("/api/v1/documents/1", json={"revision": 1}).status_code == 400  # but not without its mark


def test_the_description_is_served_and_names_every_address(desk: Archive, anna: Program) -> None:
    described = anna.ask("GET", "/openapi.json")[1]
    own = {rule.rule for rule in desk.app.url_map.iter_rules() if rule.rule.startswith("/api/v1")}
    plain = {rule.removeprefix("/api/v1").replace("<int:", "{").replace(">", "}") for rule in own}
    assert set(described["paths"]) == plain - {"/openapi.json"}


CALM = settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def test_nothing_that_the_description_allows_makes_it_fail(desk: Archive, anna: Program) -> None:
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", desk.app, headers=anna.headers)
    operations = [result.ok() for result in schema.get_all_operations() if isinstance(result, Ok)]
    assert len(operations) == 9
    for operation in operations:

        @CALM
        @given(case=operation.as_strategy())
        def ask(case: Any) -> None:
            answer = case.call(headers=anna.headers)
            assert answer.status_code < 500, (case.method, case.path, answer.text)

        ask()
