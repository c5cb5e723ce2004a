"""The inbox page: what it shows of the way, and files handed in through it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from storage.document import ALL_AREAS, Status
from storage.errors import FaldoneError, Message
from storage.inbox import Seen
from tests.storing import drop
from tests.web_fixtures import Archive, archive, invoice, token
from web.uploads import put, safe_file_name


class Locked(FaldoneError):
    code = "encrypted_pdf"
    message = Message("Protetto da password: toglila.", "Protected by a password: remove it.")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Archive]:
    with archive(tmp_path) as made:
        yield made


@pytest.fixture
def anna(desk: Archive) -> FlaskClient:
    return desk.client()


def hand_in(client: FlaskClient, *files: tuple[bytes, str], folder: str = "", accept: str = "text/html") -> int:
    sent = {
        "csrf_token": token(client, "/inbox"),
        "folder": folder,
        "files": [(io.BytesIO(data), name) for data, name in files],
    }
    return client.post("/inbox", data=sent, headers={"Accept": accept}).status_code


def lying_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_uploaded_files_lie_in_the_inbox(desk: Archive, anna: FlaskClient) -> None:
    assert hand_in(anna, (b"one", "prima.pdf"), (b"two", "seconda.pdf")) == 303
    assert lying_in(desk.config.inbox) == {"prima.pdf": b"one", "seconda.pdf": b"two"}
    assert "2 file sono negli arrivi." in anna.get("/inbox").text


def test_scripts_are_answered_in_json(desk: Archive, anna: FlaskClient) -> None:
    assert hand_in(anna, (b"one", "prima.pdf"), accept="application/json") == 201
    assert hand_in(anna, accept="application/json") == 422
    assert hand_in(anna) == 303
    assert "Non è stato scelto nessun file." in anna.get("/inbox").text


def test_a_hint_is_a_folder_among_those_one_may_see(desk: Archive, anna: FlaskClient) -> None:
    hand_in(anna, (b"1", "a.pdf"), folder="hr")
    hand_in(anna, (b"2", "b.pdf"), folder="../archive")
    hand_in(desk.client("bruno"), (b"3", "c.pdf"), folder="hr")
    assert lying_in(desk.config.inbox) == {"hr/a.pdf": b"1", "b.pdf": b"2", "c.pdf": b"3"}


def test_no_file_takes_another_s_place(desk: Archive, anna: FlaskClient) -> None:
    for data in (b"1", b"2", b"3"):
        hand_in(anna, (data, "bolla.pdf"))
    assert lying_in(desk.config.inbox) == {"bolla.pdf": b"1", "bolla (2).pdf": b"2", "bolla (3).pdf": b"3"}


@pytest.mark.parametrize(
    ("name", "becomes"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\x.pdf", "x.pdf"),
        ("..", "file"),
        ("", "file"),
        ("   ", "file"),
        (".nascosto", "nascosto"),
        ("~$bozza.docx", "bozza.docx"),
        ("a\nb\tc\x00d.pdf", "a b c d.pdf"),
        ('con "virgolette" e l\'apostrofo.pdf', 'con "virgolette" e l\'apostrofo.pdf'),
        ("mezzo.part", "mezzo.part_"),
        ("Thumbs.db", "Thumbs.db_"),
        ("perche\u0301.pdf", "perché.pdf"),
        ("half\ud800.pdf", "half .pdf"),
        ("a" * 300 + ".pdf", "a" * 236 + ".pdf"),
        ("è" * 255 + ".pdf", "è" * 118 + ".pdf"),
        ("x." + "y" * 300, "x." + "y" * 238),
    ],
)
def test_names_are_made_harmless(name: str, becomes: str) -> None:
    assert safe_file_name(name) == becomes


@given(st.text(max_size=400))
def test_every_name_is_one_that_the_inbox_takes(name: str) -> None:
    safe = safe_file_name(name)
    assert safe.isprintable() and safe == safe.strip()
    assert not re.search(r"[/\\]", safe)
    assert not safe.startswith((".", "~")) and not safe.lower().endswith((".part", ".tmp"))
    assert 0 < len(safe.encode()) <= 240


@pytest.mark.parametrize("name", ["../../fuori.pdf", 'a"b.pdf', "x" * 255, "riga%0Anuova.pdf"])
def test_hostile_names_stay_in_the_inbox(desk: Archive, anna: FlaskClient, name: str) -> None:
    before = {path for path in desk.folder.rglob("*") if path.is_file() and desk.config.inbox not in path.parents}
    assert hand_in(anna, (b"x", name)) == 303
    after = {path for path in desk.folder.rglob("*") if path.is_file() and desk.config.inbox not in path.parents}
    assert {path for path in after - before if "faldone.db" not in path.name} == set()
    assert len(lying_in(desk.config.inbox)) == 1


def test_what_is_too_large_is_refused_and_nothing_lies_there(desk: Archive, anna: FlaskClient) -> None:
    assert hand_in(anna, (b"x" * 1_100_000, "grande.pdf")) == 413
    assert not desk.config.inbox.exists() or lying_in(desk.config.inbox) == {}


def test_a_broken_upload_leaves_nothing(tmp_path: Path) -> None:
    class Broken(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise OSError("the line went dead")

    with pytest.raises(OSError, match="dead"):
        put(Broken(), "x.pdf", tmp_path / "inbox")
    assert lying_in(tmp_path) == {}


def test_the_page_shows_the_way(desk: Archive, anna: FlaskClient) -> None:
    desk.file("archiviata.pdf", invoice())
    drop(desk.store, desk.folder, "in coda.pdf", b"1")
    aside = drop(desk.store, desk.folder, "chiusa.pdf", b"2")
    desk.store.documents.set_aside(aside.id, Locked())
    why = Message("Aperto altrove.", "Open elsewhere.")
    desk.store.inbox.waiting([Seen(b"si copia.pdf", 9, 1, 1)], [(Seen(b"bloccata.pdf", 9, 1, 2), why)])
    page = unescape(anna.get("/inbox").text)
    for words in ("in coda.pdf", "in attesa di lettura", "chiusa.pdf", "Protetto da password: toglila.",
                  "si copia.pdf", "in attesa che sia completo", "Aperto altrove.", "Officine Bianchi"):  # fmt: skip
        assert words in page
    english = desk.client(language="en").get("/inbox").text
    assert "Protected by a password: remove it." in english
    assert "Invoice 2026/0147 · Officine Bianchi S.r.l." in english


def test_what_was_set_aside_can_be_tried_again(desk: Archive, anna: FlaskClient) -> None:
    aside = drop(desk.store, desk.folder, "chiusa.pdf", b"2")
    desk.store.documents.set_aside(aside.id, Locked())
    assert "Protetto da password" in anna.get(f"/documents/{aside.id}").text
    sent = {"csrf_token": token(anna, "/inbox"), "back": "inbox"}
    answer = anna.post(f"/documents/{aside.id}/read-again", data=sent)
    assert answer.location == "/inbox"
    assert desk.store.documents.get(aside.id, ALL_AREAS).status is Status.RECEIVED


def test_the_moving_part_comes_only_when_something_moved(desk: Archive, anna: FlaskClient) -> None:
    first = anna.get("/inbox/now")
    found = re.search(r'hx-get="([^"]+)"', first.text)
    assert found
    address = unescape(found[1])
    assert anna.get(address).status_code == 204
    drop(desk.store, desk.folder, "nuova.pdf", b"1")
    assert "nuova.pdf" in anna.get(address).text


def test_the_moving_part_of_a_signed_out_page_leads_to_the_door(desk: Archive) -> None:
    answer = desk.client(None).get("/inbox/now", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (401, "/sign-in")


def test_each_file_says_what_became_of_it(desk: Archive, anna: FlaskClient) -> None:
    first = desk.file("prima.pdf", invoice())
    assert first.tree_path is not None
    assert first.tree_path in unescape(anna.get("/inbox").text)
    second = desk.file("seconda.pdf", invoice())
    page = unescape(anna.get("/inbox").text)
    assert f"forse lo stesso di Fattura 2026/0147 · Officine Bianchi S.r.l. (#{first.id})" in page
    desk.store.bonds.decide_twins(second.id, first.id, "anna", ALL_AREAS, same=True)
    assert f"copia di Fattura 2026/0147 · Officine Bianchi S.r.l. (#{first.id})" in unescape(anna.get("/inbox").text)
    assert "era già presente" not in page
    drop(desk.store, desk.folder, "di nuovo.pdf", b"prima.pdf")
    assert "era già presente: non archiviato due volte" in anna.get("/inbox").text


def test_fronts_that_wait_for_their_backs_are_shown_and_can_be_filed_alone(desk: Archive, anna: FlaskClient) -> None:
    half = drop(desk.store, desk.folder, "double-sided/fronti.pdf", b"1")
    page = anna.get("/inbox").text
    assert re.search(r"fronti\.pdf</a></span>\s*<span class=\"item-state\">attende i retri dalle \d\d:\d\d<", page)
    assert "Attende l'altra facciata dei suoi fogli" in anna.get(f"/documents/{half.id}").text
    sent = {"csrf_token": token(anna, "/inbox")}
    assert anna.post(f"/inbox/alone/{half.id}", data=sent).status_code == 303
    assert desk.store.documents.get(half.id, ALL_AREAS).status is Status.RECEIVED
    assert "attende i retri" not in anna.get("/inbox").text


def test_fronts_of_another_area_are_neither_shown_nor_filed(desk: Archive) -> None:
    half = drop(desk.store, desk.folder, "double-sided/hr/cedolini.pdf", b"1")
    bruno = desk.client("bruno")
    assert "cedolini.pdf" not in bruno.get("/inbox").text
    assert bruno.post(f"/inbox/alone/{half.id}", data={"csrf_token": token(bruno, "/inbox")}).status_code == 404
    assert desk.store.documents.get(half.id, ALL_AREAS).status is Status.HALF
