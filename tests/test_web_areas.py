"""Papers of the staff do not exist for who lacks the area: in no page, image, download, count or name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from storage.document import Document, Status
from storage.errors import FaldoneError
from storage.inbox import Seen
from storage.kinds import Area
from tests.storing import drop
from tests.web_fixtures import NO_HR, Archive, archive, inputs, invoice, payslip, token

SECRETS = ("Giulia", "Verdi", "cedolino", "riservat", "1.612,40")


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive(tmp_path_factory.mktemp("areas")) as made:
        made.file("fattura.pdf", invoice())
        yield made


@pytest.fixture
def hidden(desk: Archive) -> Document:
    return desk.file("hr/cedolino.pdf", payslip())


@pytest.fixture
def bruno(desk: Archive) -> FlaskClient:
    return desk.client("bruno")


def test_who_has_the_area_sees_it(desk: Archive, hidden: Document) -> None:
    anna = desk.client("anna")
    assert "Giulia Verdi" in anna.get("/").text
    assert "Giulia Verdi" in anna.get("/search?q=riservata").text
    assert anna.get(f"/documents/{hidden.id}/thumb.webp").status_code == 200


@pytest.mark.parametrize(
    "address", ["/", "/search", "/search?q=riservata", "/search?q=giulia+OR+fattura", "/search?kind=payslip",
                "/search?q=tipo:payslip", "/search?q=area:hr", "/search?q=file:cedolino", "/search?state=to_review",
                "/inbox", "/inbox/now", "/documents/1", "/account"],
)  # fmt: skip
def test_no_page_speaks_of_it(hidden: Document, bruno: FlaskClient, address: str) -> None:
    page = bruno.get(address).text
    shown = page.replace('value="riservata"', "").replace("<title>riservata", "").replace("giulia OR fattura", "")
    shown = shown.replace("file:cedolino", "")
    assert not [word for word in SECRETS if word in shown]


@pytest.mark.parametrize("file", ["", "/thumb.webp", "/pages/1.webp", "/original", "/searchable"])
def test_it_looks_as_if_it_were_not_there(hidden: Document, bruno: FlaskClient, file: str) -> None:
    there = bruno.get(f"/documents/{hidden.id}{file}")
    nowhere = bruno.get(f"/documents/999{file}")
    assert there.status_code == nowhere.status_code == 404
    assert there.text == nowhere.text


def test_it_cannot_be_changed(desk: Archive, hidden: Document, bruno: FlaskClient) -> None:
    mark = token(bruno, "/account")
    sent = {"csrf_token": mark, "revision": str(hidden.revision), "kind": "letter", "value.subject": "x"}
    assert bruno.post(f"/documents/{hidden.id}", data=sent).status_code == 404
    assert bruno.post(f"/documents/{hidden.id}/read-again", data={"csrf_token": mark}).status_code == 404
    assert desk.store.documents.get(hidden.id, frozenset(Area)).revision == hidden.revision


def test_it_is_not_counted(desk: Archive, bruno: FlaskClient) -> None:
    before = bruno.get("/inbox/now").text, bruno.get("/search?q=fattura+OR+riservata").text
    desk.file("hr/cedolino2.pdf", payslip())
    looked = desk.file("hr/cedolino3.pdf", invoice({"employee_name": "Giulia"}, kind="payslip", needs_review=True))
    assert looked.status is Status.TO_REVIEW
    after = bruno.get("/inbox/now").text, bruno.get("/search?q=fattura+OR+riservata").text
    assert _without_marks(before[0]) == _without_marks(after[0])
    assert before[1] == after[1]


def _without_marks(page: str) -> str:
    return "\n".join(line for line in page.splitlines() if "csrf_token" not in line)


def test_neighbours_skip_it(desk: Archive, hidden: Document, bruno: FlaskClient) -> None:
    last = desk.file("ultima.pdf", invoice({"number": "9", "supplier_name": "Ultima"}))
    assert 'rel="next" href="/documents/1"' in bruno.get(f"/documents/{last.id}").text
    assert f'rel="prev" href="/documents/{last.id}"' in bruno.get("/documents/1").text


def test_waiting_files_in_a_folder_of_the_staff_are_not_named(desk: Archive, bruno: FlaskClient) -> None:
    desk.store.inbox.waiting([Seen(b"hr/cedolino nuovo.pdf", 1, 1, 1), Seen(b"bolla.pdf", 1, 1, 2)])
    page = bruno.get("/inbox").text
    assert "bolla.pdf" in page
    assert "cedolino" not in page
    assert "cedolino nuovo.pdf" in desk.client("anna").get("/inbox").text


def test_set_aside_papers_of_the_staff_are_not_named(desk: Archive, bruno: FlaskClient) -> None:
    document = drop(desk.store, desk.folder, "hr/cedolino rotto.pdf", b"broken")
    desk.store.documents.set_aside(document.id, FaldoneError())
    assert "cedolino" not in bruno.get("/inbox").text
    assert "cedolino rotto.pdf" in desk.client("anna").get("/inbox").text


def test_nobody_can_move_a_document_out_of_their_own_sight(desk: Archive, bruno: FlaskClient) -> None:
    page = bruno.get("/documents/1").text
    assert "payslip" not in page
    bruno.post("/documents/1", data={**inputs(page), "kind": "payslip", "action": "save"})
    assert desk.store.documents.get(1, NO_HR).kind == "invoice"
