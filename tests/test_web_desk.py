"""Tags, notes, whose a document is, what it refers to, links that show it: done on its page, told in its history."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from flask.testing import FlaskClient

from storage.document import ALL_AREAS, Document
from storage.kinds import Area
from storage.users import Role
from tests.web_fixtures import PASSWORD, Archive, archive, invoice, payslip, token
from web.passwords import hash_password


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive(tmp_path_factory.mktemp("desk")) as made:
        made.store.users.create("carla", hash_password(PASSWORD), [Area.HR], role=Role.HR)
        yield made


@pytest.fixture
def paper(desk: Archive, request: pytest.FixtureRequest) -> Document:
    name = request.node.name
    return desk.file(f"{name}.pdf", invoice({"number": name, "supplier_name": f"Ditta {name}"}))


@pytest.fixture(scope="module")
def anna(desk: Archive) -> FlaskClient:
    return desk.client()


def send(client: FlaskClient, address: str, **data: object) -> tuple[int, str]:
    answer = client.post(address, data={**data, "csrf_token": token(client, "/account")}, follow_redirects=True)
    return answer.status_code, unescape(answer.text)


def found(client: FlaskClient, **asked: str) -> int:
    return client.get("/search", query_string=asked).text.count('class="line-title"')


def test_a_tag_is_put_on_found_and_taken_off(desk: Archive, anna: FlaskClient, paper: Document) -> None:
    _, page = send(anna, f"/documents/{paper.id}/tags", add="Urgente, da  pagare")
    assert ">Urgente</a>" in page and ">da pagare</a>" in page
    assert found(anna, q='tag:"da pagare"') == 1
    send(anna, f"/documents/{paper.id}/tags", add="URGENTE")
    assert desk.store.documents.get(paper.id, ALL_AREAS).tags == ("Urgente", "da pagare")
    _, page = send(anna, f"/documents/{paper.id}/tags", remove="urgente")
    assert "ha cambiato le etichette: −«Urgente»" in page
    assert desk.store.documents.get(paper.id, ALL_AREAS).tags == ("da pagare",)
    assert found(anna, q="tag:urgente") == 0


def test_too_long_a_tag_is_refused_in_words(anna: FlaskClient, paper: Document) -> None:
    status, page = send(anna, f"/documents/{paper.id}/tags", add="x" * 61)
    assert status == 422 and "60 caratteri" in page


def test_a_note_is_shown_found_and_taken_away(desk: Archive, anna: FlaskClient, paper: Document) -> None:
    _, page = send(anna, f"/documents/{paper.id}/notes", text="Chiamare <b>lunedì</b> per lo sconto pattuito")
    assert "Chiamare <b>lunedì" in page  # unescaped by us: it stands there as text
    assert found(anna, q="sconto pattuito") == 1
    note = desk.store.documents.full(paper.id, ALL_AREAS).notes[0]
    assert note.user == "anna"
    _, page = send(anna, f"/documents/{paper.id}/notes/{note.id}/drop")
    assert not desk.store.documents.full(paper.id, ALL_AREAS).notes
    assert "ha tolto la nota" in page
    assert send(anna, f"/documents/{paper.id}/notes", text="  ")[0] == 422


def test_a_document_is_handed_to_a_colleague_who_may_see_it(desk: Archive, anna: FlaskClient, paper: Document) -> None:
    bruno, carla = (desk.store.users.by_name(name) for name in ("bruno", "carla"))
    assert bruno and carla
    _, page = send(anna, f"/documents/{paper.id}/assign", to=bruno.id, due="31/12/2026")
    assert "lo ha affidato a bruno, entro il 31/12/2026" in page
    assert f"Ditta {paper.number}" in desk.client("bruno").get("/").text.split('id="mine"')[1].split("</section>")[0]
    assert send(anna, f"/documents/{paper.id}/assign", to=carla.id)[0] == 422
    assert send(anna, f"/documents/{paper.id}/assign", to=bruno.id, due="31/02/2026")[0] == 422
    _, page = send(anna, f"/documents/{paper.id}/assign", to="")
    assert "lo ha tolto a chi lo aveva" in page
    assert desk.store.documents.get(paper.id, ALL_AREAS).assigned_due is None


def test_documents_are_tied_by_what_the_list_offers(desk: Archive, anna: FlaskClient, paper: Document) -> None:
    order = desk.file("ordine.pdf", invoice({"number": "OR-77", "supplier_name": "Zeta Ordini"}))
    offered = re.findall(r'value="([^"]+)"', unescape(anna.get("/pick/documents?other=zeta").text))
    assert offered == [f"{order.id}: Fattura OR-77 · Zeta Ordini"]
    _, page = send(anna, f"/documents/{paper.id}/ties", other=offered[0], what="order")
    assert re.search(r'Zeta Ordini</a> <span class="quiet">ordine</span>', page)
    assert "fa riferimento a questo" in unescape(anna.get(f"/documents/{order.id}").text)
    _, page = send(anna, f"/documents/{paper.id}/ties/{order.id}/drop")
    assert "Zeta Ordini</a>" not in page
    for wrong in ("", "nulla", str(paper.id)):
        assert send(anna, f"/documents/{paper.id}/ties", other=wrong)[0] == 422
    assert send(anna, f"/documents/{paper.id}/ties", other="99999")[0] == 404


def test_none_of_it_makes_a_correction_stale(desk: Archive, anna: FlaskClient, paper: Document) -> None:
    seen = desk.store.documents.get(paper.id, ALL_AREAS).revision
    send(anna, f"/documents/{paper.id}/notes", text="annotato nel frattempo")
    desk.store.documents.correct(paper.id, seen, {"number": "nuovo"}, "bruno", areas=ALL_AREAS)
    assert desk.store.documents.get(paper.id, ALL_AREAS).number == "nuovo"


def test_a_link_shows_one_document_to_who_has_it(desk: Archive, anna: FlaskClient, paper: Document) -> None:
    _, page = send(anna, f"/documents/{paper.id}/shares", days=7)
    found = re.search(r"(/s/[\w-]+)", page)
    assert found
    stranger = desk.client(None)
    shown = stranger.get(found[1])
    assert f"Ditta {paper.number}" in shown.text and "Cerca" not in shown.text
    assert stranger.get(f"{found[1]}/pages/1.webp").status_code == 200
    assert stranger.get(f"{found[1]}/original").status_code == 200
    assert stranger.get(f"/documents/{paper.id}").status_code == 303
    share = desk.store.shares.of(paper.id)[0]
    assert (share.opened, share.user) == (1, "anna")
    assert timedelta(days=6) < share.expires_at - datetime.now(UTC) <= timedelta(days=7)
    send(anna, f"/documents/{paper.id}/shares/{share.id}/end")
    gone = stranger.get(found[1])
    assert gone.status_code == 404 and "scaduto" in gone.text
    assert stranger.get(f"{found[1]}/original").status_code == 404


def test_papers_of_the_staff_are_not_shared(desk: Archive, anna: FlaskClient) -> None:
    slip = desk.file("cedolino.pdf", payslip())
    assert "/shares" not in anna.get(f"/documents/{slip.id}").text
    status, page = send(anna, f"/documents/{slip.id}/shares", days=7)
    assert status == 422 and "personale" in page
    assert not desk.store.shares.of(slip.id)


def test_what_is_offered_stands_in_the_areas_of_who_asks(desk: Archive, anna: FlaskClient) -> None:
    slip = desk.file("cedolino 2.pdf", payslip(), b"2")
    send(anna, f"/documents/{slip.id}/tags", add="Segretissimo")
    for client, is_offered in ((anna, True), (desk.client("bruno"), False)):
        assert ("Segretissimo" in client.get("/pick/tags?add=segr").text) is is_offered
        assert ("Giulia Verdi" in client.get("/pick/counterparts?q=verdi").text) is is_offered
        assert ("Giulia" in client.get("/pick/documents?other=riservata").text) is is_offered
    assert send(desk.client("bruno"), f"/documents/{slip.id}/notes", text="x")[0] == 404
