"""Images and downloads: the right bytes, under the right name, and harmless whatever they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from tests.web_fixtures import Archive, archive, invoice, pdf


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Archive]:
    with archive(tmp_path) as made:
        yield made


@pytest.fixture
def anna(desk: Archive) -> FlaskClient:
    return desk.client()


def test_the_original_comes_back_as_it_was(desk: Archive, anna: FlaskClient) -> None:
    data = pdf()
    paper = desk.file("fattura.pdf", invoice(), data)
    answer = anna.get(f"/documents/{paper.id}/original")
    assert answer.data == data
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Content-Disposition"] == "attachment; filename=fattura.pdf"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "media_type", ["text/html", "image/svg+xml", "application/xml", "text/plain", "", "application/xhtml+xml"]
)
def test_nothing_that_a_browser_could_run(desk: Archive, anna: FlaskClient, media_type: str) -> None:
    data = b"<html><script>alert(1)</script></html>"
    paper = desk.file("pagina.html", invoice(), data, media_type or "application/octet-stream")
    answer = anna.get(f"/documents/{paper.id}/original")
    assert answer.mimetype == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "name",
    [
        "Fattura «Perché no?» n. 3.pdf",
        'con "virgolette" e ; punto.pdf',
        "日本語 €.pdf",
        "a" * 251 + ".pdf",
        "a\nb\r\nX: y.pdf",
    ],
)
def test_any_name_can_be_downloaded(desk: Archive, anna: FlaskClient, name: str) -> None:
    paper = desk.file(name, invoice(), name.encode())
    answer = anna.get(f"/documents/{paper.id}/original")
    assert answer.status_code == 200
    header = answer.headers["Content-Disposition"]
    assert "\n" not in header and "\r" not in header
    if "\n" not in name and not name.isascii():
        assert quote(name, safe="!#$&+^`|~") in header or quote(name) in header


def test_the_searchable_pdf_takes_the_original_s_name(desk: Archive, anna: FlaskClient) -> None:
    paper = desk.file("scansione.tif", invoice(), b"tiff")
    assert anna.get(f"/documents/{paper.id}/searchable").status_code == 404
    assert "/searchable" not in anna.get(f"/documents/{paper.id}").text
    desk.store.archive.derived(paper.sha256, "searchable.pdf").write_bytes(pdf())
    answer = anna.get(f"/documents/{paper.id}/searchable")
    assert answer.headers["Content-Disposition"] == "attachment; filename=scansione.pdf"
    assert "/searchable" in anna.get(f"/documents/{paper.id}").text


def test_images_are_asked_for_again_but_not_sent_again(desk: Archive, anna: FlaskClient) -> None:
    paper = desk.file("fattura.pdf", invoice())
    first = anna.get(f"/documents/{paper.id}/pages/1.webp")
    assert first.mimetype == "image/webp"
    assert first.headers["Cache-Control"] == "private, no-cache"
    again = anna.get(f"/documents/{paper.id}/pages/1.webp", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    "path", ["pages/0.webp", "pages/2.webp", "pages/-1.webp", "pages/..%2f..%2fsecret_key", "pages/1"]
)
def test_what_is_not_there_is_not_found(desk: Archive, anna: FlaskClient, path: str) -> None:
    paper = desk.file("fattura.pdf", invoice())
    assert anna.get(f"/documents/{paper.id}/{path}").status_code == 404


def test_a_document_without_images_shows_its_text(desk: Archive, anna: FlaskClient) -> None:
    paper = desk.file("IT01.xml", invoice(text="Fattura elettronica leggibile"), media_type="application/xml")
    page = anna.get(f"/documents/{paper.id}").text
    assert "Fattura elettronica leggibile</pre>" in page
    assert "<img" not in page


def test_boxes_are_drawn_where_the_fields_stand(desk: Archive, anna: FlaskClient) -> None:
    paper = desk.file("fattura.pdf", invoice({"number": "7"}))
    page = anna.get(f"/documents/{paper.id}").text
    assert 'viewBox="0 0 1000 1414"' in page
    assert 'data-field="number" x="96" y="137" width="408" height="43"' in page
