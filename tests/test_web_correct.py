"""Correcting a document: what was typed is kept, what changed is said, nothing is overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from storage.document import ALL_AREAS, Document, Status
from tests.web_fixtures import Archive, archive, inputs, invoice


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Archive]:
    with archive(tmp_path) as made:
        yield made


@pytest.fixture
def anna(desk: Archive) -> FlaskClient:
    return desk.client()


@pytest.fixture
def paper(desk: Archive) -> Document:
    return desk.file("fattura.pdf", invoice(needs_review=True))


def send(client: FlaskClient, id: int, *, action: str = "save", **typed: str) -> TestResponse:
    """What a browser sends when the page was loaded, these inputs were typed into, and the button was pressed."""
    return post(client, id, inputs(client.get(f"/documents/{id}").text), action=action, **typed)


def post(client: FlaskClient, id: int, form: dict[str, str], *, action: str = "save", **typed: str) -> TestResponse:
    changed = {name if name == "kind" else f"value.{name}": value for name, value in typed.items()}
    return client.post(f"/documents/{id}", data={**form, **changed, "action": action})


def values(desk: Archive, id: int) -> dict[str, str]:
    return {name: field.value.value for name, field in desk.store.documents.full(id, ALL_AREAS).fields.items()}


def test_a_corrected_value_is_kept_and_found(desk: Archive, anna: FlaskClient, paper: Document) -> None:
    answer = send(anna, paper.id, supplier_name="Carpenteria Zanetti", gross_amount="1.290,00 €", date="1/4/26")
    assert answer.status_code == 303
    assert answer.location == f"/documents/{paper.id}"
    kept = values(desk, paper.id)
    assert (kept["supplier_name"], kept["gross_amount"], kept["date"]) == (
        "Carpenteria Zanetti", "1290.00", "2026-04-01")  # fmt: skip
    assert desk.store.documents.get(paper.id, ALL_AREAS).status is Status.FILED
    page = anna.get("/search?q=zanetti").text
    assert "Carpenteria Zanetti" in page
    assert "1.290,00\xa0€" in page


def test_what_was_not_touched_is_not_a_correction(desk: Archive, anna: FlaskClient, paper: Document) -> None:
    assert send(anna, paper.id).status_code == 303
    full = desk.store.documents.full(paper.id, ALL_AREAS)
    assert all(field.user is None for field in full.fields.values())
    assert full.document.status is Status.FILED
    assert "ha guardato e confermato" in anna.get(f"/documents/{paper.id}").text


def test_the_same_value_written_otherwise_is_not_a_correction(
    desk: Archive, anna: FlaskClient, paper: Document
) -> None:
    assert send(anna, paper.id, gross_amount="€ 1285,27", date="31-3-2026").status_code == 303
    assert all(field.user is None for field in desk.store.documents.full(paper.id, ALL_AREAS).fields.values())


def test_a_form_shown_in_one_language_may_come_back_in_another(
    desk: Archive, anna: FlaskClient, paper: Document
) -> None:
    form = inputs(anna.get(f"/documents/{paper.id}").text)
    anna.set_cookie("faldone_language", "en")
    assert post(anna, paper.id, form, number="148").status_code == 303
    full = desk.store.documents.full(paper.id, ALL_AREAS)
    assert [name for name, field in full.fields.items() if field.user] == ["number"]


def test_an_emptied_field_is_removed(desk: Archive, anna: FlaskClient, paper: Document) -> None:
    assert send(anna, paper.id, vat_amount=" ").status_code == 303
    assert "vat_amount" not in values(desk, paper.id)


@pytest.mark.parametrize(
    ("language", "says"),
    [("it", "Non è un importo: scrivi ad esempio 1.285,27."), ("en", "Not an amount: write for example 1,285.27.")],
)
def test_what_cannot_be_read_is_said_at_its_field(desk: Archive, paper: Document, language: str, says: str) -> None:
    client = desk.client(language=language)
    answer = send(client, paper.id, gross_amount="milleduecento", number="148", iban="IT00 0000")
    assert answer.status_code == 422
    page = unescape(answer.text)
    assert says in page
    assert "IBAN" in page
    sent_back = inputs(answer.text)
    assert sent_back["value.gross_amount"] == "milleduecento"
    assert sent_back["value.number"] == "148"
    assert values(desk, paper.id)["number"] == "2026/0147"


def test_a_stale_form_shows_what_changed_and_keeps_what_was_typed(
    desk: Archive, anna: FlaskClient, paper: Document
) -> None:
    form = inputs(anna.get(f"/documents/{paper.id}").text)
    bruno = desk.client("bruno")
    assert send(bruno, paper.id, gross_amount="1.290,00", number="200").status_code == 303

    answer = post(anna, paper.id, form, gross_amount="1.300,00", supplier_name="Zanetti")
    assert answer.status_code == 409
    page = unescape(answer.text)
    assert "Nel frattempo il documento è cambiato" in page
    assert "Cambiato nel frattempo da bruno: era 1.285,27, ora è 1.290,00." in page
    assert values(desk, paper.id)["gross_amount"] == "1290.00"

    again = inputs(answer.text)
    assert (again["value.gross_amount"], again["value.supplier_name"]) == ("1.300,00", "Zanetti")
    assert again["value.number"] == "200"
    assert post(anna, paper.id, again).status_code == 303
    kept = values(desk, paper.id)
    assert (kept["gross_amount"], kept["supplier_name"], kept["number"]) == ("1300.00", "Zanetti", "200")


@pytest.mark.parametrize("revision", ["", "x", "-1", "0", "99999999999999999999", "٣"])
def test_a_revision_that_is_none_is_stale(anna: FlaskClient, paper: Document, revision: str) -> None:
    form = inputs(anna.get(f"/documents/{paper.id}").text)
    assert post(anna, paper.id, {**form, "revision": revision}).status_code == 409


def test_another_kind_shows_its_fields_before_anything_is_saved(
    desk: Archive, anna: FlaskClient, paper: Document
) -> None:
    answer = send(anna, paper.id, action="kind", kind="letter", date="1/4/2026")
    assert answer.status_code == 200
    form = inputs(answer.text)
    assert {"value.sender_name", "value.subject", "value.date"} <= set(form)
    assert "value.gross_amount" not in form
    assert form["value.date"] == "1/4/2026"
    assert desk.store.documents.get(paper.id, ALL_AREAS).kind == "invoice"

    assert post(anna, paper.id, form, sender_name="Comune di Prato", subject="Avviso").status_code == 303
    document = desk.store.documents.get(paper.id, ALL_AREAS)
    assert (document.kind, document.counterpart, document.date) == ("letter", "Comune di Prato", "2026-04-01")
    history = unescape(anna.get(f"/documents/{paper.id}").text)
    assert "<del>Fattura</del> → <ins>Lettera</ins>" in history


def test_choices_are_chosen_not_typed(desk: Archive, anna: FlaskClient) -> None:
    said = {"employee_name": "Verdi", "start_date": "2026-05-01", "contract_type": "fixed_term"}
    contract = desk.file("assunzione.pdf", invoice(said, kind="employment_contract"))
    page = anna.get(f"/documents/{contract.id}").text
    assert '<option value="fixed_term" selected>tempo determinato</option>' in page
    assert send(anna, contract.id, contract_type="permanent").status_code == 303
    assert values(desk, contract.id)["contract_type"] == "permanent"
    assert send(anna, contract.id, contract_type="for_ever").status_code == 422


def test_a_correction_is_told_in_words(desk: Archive, anna: FlaskClient, paper: Document) -> None:
    send(anna, paper.id, gross_amount="1.290,00", due_date="30/4/2026")
    page = unescape(anna.get(f"/documents/{paper.id}").text)
    assert "Totale: <del>1.285,27</del> → <ins>1.290,00</ins>" in page
    assert "Scadenza: <i>vuoto</i> → <ins>30/04/2026</ins>" in page
    assert "da anna; letto in origine come 1.285,27" in page


def test_doubt_is_shown_until_somebody_has_looked(desk: Archive, anna: FlaskClient) -> None:
    paper = desk.file("dubbia.pdf", invoice({"number": "7", "gross_amount": "10.00"}, confidence=0.55))
    before = unescape(anna.get(f"/documents/{paper.id}").text)
    assert "sicuro al 55\xa0%" in before
    assert "manca" in before
    assert "Il tipo è un'ipotesi" in before
    send(anna, paper.id)
    after = anna.get(f"/documents/{paper.id}").text
    assert "is-doubt" not in after
    assert "box-doubt" not in after
    assert "Nessun dubbio" in after


def test_hostile_values_are_only_text(desk: Archive, anna: FlaskClient) -> None:
    nasty = "\"><script>alert(1)</script>' onfocus=alert(1) \u202e{{7*7}}"
    paper = desk.file("<img src=x onerror=alert(1)>.pdf", invoice({"supplier_name": nasty}, text=nasty))
    for address in (f"/documents/{paper.id}", "/", "/search?q=alert", "/inbox"):
        page = anna.get(address).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "49" not in page.split("{{7*7}}")[0][-20:]


def test_read_again_hands_the_document_back(desk: Archive, anna: FlaskClient, paper: Document) -> None:
    form = inputs(anna.get(f"/documents/{paper.id}").text)
    answer = anna.post(f"/documents/{paper.id}/read-again", data={"csrf_token": form["csrf_token"]})
    assert answer.status_code == 303
    assert desk.store.documents.get(paper.id, ALL_AREAS).status is Status.RECEIVED
    page = anna.get(f"/documents/{paper.id}").text
    assert "data-fields" not in page
    assert "È in lettura." in page


def test_the_search_stays_in_the_address(desk: Archive, anna: FlaskClient, paper: Document) -> None:
    other = desk.file("altra.pdf", invoice({"number": "8", "supplier_name": "Altra"}))
    page = unescape(anna.get(f"/documents/{paper.id}?q=bulloni&at=1").text)
    assert f'action="/documents/{paper.id}?q=bulloni&at=1"' in page
    assert 'href="/search?q=bulloni"' in page
    assert f'rel="next" href="/documents/{other.id}?q=bulloni&at=2"' in page or "1 / 2" in page
