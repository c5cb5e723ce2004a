"""The search page: what it finds, what it narrows, and what it says when there is nothing."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from tests.web_fixtures import Archive, archive, invoice
from web.asked import read


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive(tmp_path_factory.mktemp("search")) as made:
        for number in range(1, 31):
            said = {"number": f"2026/{number}", "date": f"2026-{1 + number % 12:02}-15", "supplier_name": "Rossi",
                    "gross_amount": f"{number}.50"}  # fmt: skip
            made.file(f"f{number}.pdf", invoice(said, text="viti e bulloni"), index=False)
        made.file("nota.pdf", invoice({"number": "NC1", "date": "2025-12-31"}, kind="credit_note", text="reso di viti"))
        yield made


@pytest.fixture(scope="module")
def anna(desk: Archive) -> FlaskClient:
    return desk.client()


def titles(page: str) -> int:
    return page.count('class="line-title"')


def test_hits_are_lit_in_the_snippet(anna: FlaskClient) -> None:
    page = anna.get("/search?q=reso").text
    assert titles(page) == 1
    assert "<mark>reso</mark>" in page
    assert "1 documento" in page


def test_the_box_keeps_what_was_asked(anna: FlaskClient) -> None:
    assert (
        'value="l&#39;&#34;ordine&#34; &lt;b&gt;"' in anna.get("/search", query_string={"q": """l'"ordine" <b>"""}).text
    )


def test_pages_follow_one_another(anna: FlaskClient) -> None:
    first = unescape(anna.get("/search?q=viti").text)
    assert titles(first) == 25
    assert "pagina 1 di 2" in first
    assert 'rel="next" href="/search?q=viti&page=2"' in first
    second = unescape(anna.get("/search?q=viti&page=2").text)
    assert titles(second) == 6
    assert 'rel="prev" href="/search?q=viti"' in second
    assert 'rel="next"' not in second


def test_the_newest_are_listed_when_nothing_is_asked(anna: FlaskClient) -> None:
    first = unescape(anna.get("/search").text)
    assert titles(first) == 25
    assert first.index("Nota di credito") < first.index("Rossi")
    assert 'rel="next" href="/search?before=7"' in first
    assert titles(anna.get("/search?before=7").text) == 6


@pytest.mark.parametrize(
    ("asked", "count", "chip", "without"),
    [
        ("q=viti&kind=credit_note", 1, "Nota di credito", "/search?q=viti"),
        ("kind=credit_note", 1, "Nota di credito", "/search"),
        ("q=viti&from=1/12/2026", 2, "dal 01/12/2026", "/search?q=viti"),
        ("q=viti&to=31-12-2025", 1, "fino al 31/12/2025", "/search?q=viti"),
        ("from=2025&to=2025", 1, "dal 01/01/2025", "/search?to=2025-12-31"),
        ("from=03/2026&to=marzo+2026", 3, "fino al 31/03/2026", "/search?from=2026-03-01"),
    ],
)
def test_filters_narrow_and_can_be_removed(anna: FlaskClient, asked: str, count: int, chip: str, without: str) -> None:
    page = unescape(anna.get(f"/search?{asked}").text)
    assert titles(page) == count
    assert f'<a class="chip" href="{without}">{chip}' in page


def test_a_date_that_is_none_is_said(anna: FlaskClient) -> None:
    page = anna.get("/search?q=viti&from=31/02/2026").text
    assert "Non è una data" in page
    assert 'value="31/02/2026"' in page
    assert titles(page) == 25


def test_nothing_found_says_what_to_try(anna: FlaskClient) -> None:
    page = anna.get("/search?q=introvabile&kind=invoice").text
    assert "Nessun risultato" in page
    assert "Togli un filtro" in page


def test_an_empty_archive_says_what_to_do(tmp_path_factory: pytest.TempPathFactory) -> None:
    with archive(tmp_path_factory.mktemp("empty")) as empty:
        client = empty.client()
        assert "L'archivio è vuoto" in unescape(client.get("/search").text)
        assert "Niente da controllare" in client.get("/search?state=to_review").text


def test_a_lost_index_is_said_and_the_newest_are_still_there(tmp_path_factory: pytest.TempPathFactory) -> None:
    with archive(tmp_path_factory.mktemp("lost")) as lost:
        paper = lost.file("fattura.pdf", invoice())
        lost.index.close()
        for file in sorted((lost.folder / "index").rglob("*"), reverse=True):
            file.rmdir() if file.is_dir() else file.unlink()
        client = lost.client()
        page = client.get("/search?q=bulloni")
        assert page.status_code == 200
        assert "indice" in page.text
        assert titles(client.get("/search").text) == 1
        assert client.get(f"/documents/{paper.id}?q=bulloni&at=1").status_code == 200


def test_previous_and_next_follow_the_search(anna: FlaskClient) -> None:
    page = unescape(anna.get("/search?q=viti&page=2").text)
    start = page.index("/documents/", page.index('class="line-title"'))
    address = page[start : page.index('"', start)]
    assert address.endswith("at=26")
    document = unescape(anna.get(address).text)
    assert "26 / 31" in document
    assert 'rel="prev"' in document and "&at=25" in document
    assert "page=2&at=27" in document
    assert 'href="/search?q=viti&page=2"' in document


@given(st.dictionaries(st.sampled_from(["q", "kind", "from", "to", "state", "page", "before"]), st.text(max_size=60)))
def test_every_address_is_understood_and_written_again(arguments: dict[str, str]) -> None:
    asked = read(arguments)
    assert read(asked.arguments()) == asked


ODD = ("page=0", "page=999999999", "page=-1", "page=x", "before=0", "before=99999999999999999999999", "q=" + "a" * 5000,
       "q=%00", "q=%22", "q=(", "q=tipo:", "kind=nonsense", "from=9999999", "to=0001", "at=1")  # fmt: skip


@pytest.mark.parametrize("asked", ODD)
def test_no_address_is_a_fault(anna: FlaskClient, asked: str) -> None:
    assert anna.get(f"/search?{asked}").status_code == 200
    assert anna.get(f"/documents/1?{asked}").status_code == 200
