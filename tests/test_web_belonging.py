"""Documents that belong together on their pages: what is asked, answered with one key, and told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from storage.document import ALL_AREAS, Document, Status
from storage.reading import SdiFacts, Segment
from tests.browsing import browser_page
from tests.web_fixtures import PASSWORD, Archive, archive, invoice, served, token


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Archive]:
    with archive(tmp_path) as found:
        yield found


def twins(office: Archive) -> tuple[Document, Document]:
    first, second = office.file("first.pdf", invoice()), office.file("second.pdf", invoice())
    return office.store.documents.get(first.id, ALL_AREAS), office.store.documents.get(second.id, ALL_AREAS)


@pytest.mark.parametrize(("language", "question"), [("it", "Lo stesso documento?"), ("en", "The same document?")])
def test_both_of_two_that_look_alike_ask_with_their_evidence(office: Archive, language: str, question: str) -> None:
    pair = twins(office)
    client = office.client(language=language)
    for one, other in (pair, pair[::-1]):
        page = client.get(f"/documents/{one.id}").text
        assert question in page
        assert f'href="/documents/{other.id}"' in page
        assert 'data-key="s"' in page


@pytest.mark.parametrize(("answer", "status"), [("same", Status.JOINED), ("different", Status.FILED)])
def test_the_answer_settles_it(office: Archive, answer: str, status: Status) -> None:
    first, second = twins(office)
    client = office.client()
    address = f"/documents/{second.id}"
    sent = {"csrf_token": token(client, address), "answer": answer}
    done = client.post(f"{address}/twins/{first.id}", data=sent)
    assert done.status_code == 303
    assert office.store.documents.get(second.id, ALL_AREAS).status is status
    assert "Lo stesso documento?" not in client.get(done.location).text
    assert client.post(f"{address}/twins/{first.id}", data=sent).status_code == 422


def test_what_was_made_one_by_mistake_is_two_again_and_stays_so(office: Archive) -> None:
    first, second = twins(office)
    client, address = office.client(), f"/documents/{second.id}"
    mark = token(client, address)
    client.post(f"{address}/twins/{first.id}", data={"csrf_token": mark, "answer": "same"})
    assert f'action="{address}/separate"' in client.get(address).text
    done = client.post(f"{address}/separate", data={"csrf_token": mark}, follow_redirects=True)
    assert "Sono di nuovo due documenti" in done.text and "li ha separati di nuovo" in done.text
    assert office.store.documents.get(second.id, ALL_AREAS).status is Status.FILED
    assert "Lo stesso documento?" not in done.text
    assert client.post(f"{address}/separate", data={"csrf_token": mark}).status_code == 422


def test_who_may_not_see_one_of_them_does_not_decide(office: Archive) -> None:
    first, second = twins(office)
    client = office.client()
    data = {"csrf_token": token(client, f"/documents/{second.id}"), "answer": "same"}
    assert client.post(f"/documents/{second.id}/twins/99999", data=data).status_code == 404
    assert office.store.documents.get(first.id, ALL_AREAS).status is not Status.JOINED


def test_a_pile_asks_and_takes_the_answer(office: Archive) -> None:
    proposal = (Segment((1, 2), "invoice", ("other_number",)), Segment((3,), "payslip", ("other_tax_code",)))
    document = office.file("pile.pdf", replace(invoice(), proposal=proposal, needs_review=True))
    client = office.client()
    page = client.get(f"/documents/{document.id}").text
    assert "Più documenti?" in page
    assert "pagine 1-2" in page
    assert "un altro numero" in page
    sent = {"csrf_token": token(client, f"/documents/{document.id}"), "answer": "whole"}
    assert client.post(f"/documents/{document.id}/split", data=sent).status_code == 303
    assert "Più documenti?" not in client.get(f"/documents/{document.id}").text


def test_a_rejected_invoice_is_loud(office: Archive) -> None:
    facts = SdiFacts("IT01234567890_0000A")
    document = office.file("a.xml", replace(invoice(), sdi=facts), media_type="application/xml")
    notice = replace(
        invoice(), kind="other", fields={}, lists={}, sdi=replace(facts, notice="NS", state="rejected", is_loud=True)
    )
    office.file("n.xml", notice, media_type="application/xml")
    page = office.client().get(f"/documents/{document.id}").text
    assert "SdI: scartata" in page
    assert "note-stop" in page


def test_one_key_answers(office: Archive) -> None:
    first, second = twins(office)
    with served(office) as address, browser_page(address) as page:
        page.goto("/sign-in")
        page.fill("[name=name]", "anna")
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url("**/")
        page.goto(f"/documents/{second.id}")
        page.keyboard.press("n")
        page.wait_for_selector("text=They stay two documents")
    assert office.store.documents.get(first.id, ALL_AREAS).status is Status.FILED
