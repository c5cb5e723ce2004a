"""What the tests of the page share: a store and an index that hold something, people, and a browser's manners.

Everything goes in by the doors that the service uses: the inbox's record, the reading that is kept, the indexer."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from PIL import Image, ImageDraw

from index.config import IndexConfig
from index.engines import open_index
from index.indexer import Indexer
from index.search_index import SearchIndex
from storage.document import ALL_AREAS, Document
from storage.kinds import Area
from storage.reading import Box, Check, FieldValue, Page, Reading, Row, Source, Word
from storage.store import Store
from storage.users import Role
from tests.storing import drop, open_store
from web.app import create_app
from web.config import SignIn, WebConfig
from web.passwords import hash_password
from web.serve import Server

PASSWORD = "quattro gatti in archivio"
PAPER = (1000, 1414)
SIGN_IN = SignIn()
NO_HR = frozenset({Area.ACCOUNTING, Area.GENERAL})


@dataclass(frozen=True)
class Archive:
    """A small archive and the page over it."""

    folder: Path
    store: Store
    index: SearchIndex
    indexer: Indexer
    app: Flask
    config: WebConfig

    def client(self, name: str | None = "anna", language: str = "it") -> FlaskClient:
        """A browser, signed in as `name` where one is given."""
        client = self.app.test_client()
        client.set_cookie("faldone_language", language)
        if name is not None:
            answer = client.post("/sign-in", data={"name": name, "password": PASSWORD, "csrf_token": token(client)})
            assert answer.status_code == 303, answer.text
        return client

    def file(
        self, name: str, reading: Reading, data: bytes = b"", media_type: str = "application/pdf", index: bool = True
    ) -> Document:
        """A document that was dropped, read, kept and indexed, with its page images where it is not XML."""
        dropped = drop(self.store, self.folder, name, data or name.encode())
        if media_type != "application/xml":
            draw_pages(self.store, dropped, reading)
        document = self.store.documents.keep(dropped.id, reading, media_type)
        if index:
            self.indexer.catch_up()
        return document


@contextmanager
def archive(
    folder: Path, languages: tuple[str, ...] = ("it", "en"), max_megabytes: int = 1, sign_in: SignIn = SIGN_IN
) -> Iterator[Archive]:
    """anna may see everything, bruno no papers of the staff."""
    with open_store(folder) as store:
        index = open_index(IndexConfig("whoosh", folder / "index"))
        indexer = Indexer(store, index)
        indexer.heal()
        secret = hash_password(PASSWORD)
        store.users.create("anna", secret, ALL_AREAS, role=Role.ADMINISTRATOR)
        store.users.create("bruno", secret, NO_HR)
        config = WebConfig(
            "127.0.0.1", 0, languages, folder, folder / "inbox", max_megabytes=max_megabytes, sign_in=sign_in
        )
        app = create_app(config, store, index, saved=lambda: _catch_up(indexer))
        try:
            yield Archive(folder, store, index, indexer, app, config)
        finally:
            index.close()


def _catch_up(indexer: Indexer) -> None:
    indexer.catch_up()


def token(client: FlaskClient, address: str = "/sign-in") -> str:
    """The mark against forged requests, as the page at `address` carries it."""
    page = client.get(address, follow_redirects=True).text
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found, page[:500]
    return found[1]


def inputs(page: str) -> dict[str, str]:
    """The correction form as a browser would send it back untouched."""
    form = page[page.index("data-fields") : page.index("</form>", page.index("data-fields"))]
    sent = {
        name: value
        for tag in re.findall(r"<input[^>]*>", form)
        if (name := attribute(tag, "name")) and (value := attribute(tag, "value")) is not None
    }
    for select in re.findall(r"<select.*?</select>", form, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', select)
        sent[attribute(select, "name") or ""] = chosen[1] if chosen else ""
    return sent


def attribute(tag: str, name: str) -> str | None:
    found = re.search(rf'\s{name}="([^"]*)"', tag)
    return unescape(found[1]) if found else None


def invoice(
    fields: Mapping[str, str] | None = None,
    *,
    kind: str = "invoice",
    text: str = "Fattura per bulloni zincati e consulenza",
    needs_review: bool = False,
    confidence: float = 0.97,
    pages: int = 1,
    lists: Mapping[str, tuple[Row, ...]] | None = None,
) -> Reading:
    """A reading with a box for each field, one under the other."""
    said = INVOICE if fields is None else fields
    values = {
        name: FieldValue(value, confidence, Source.OCR, 1, Box(0.1, 0.1 + 0.04 * row, 0.5, 0.125 + 0.04 * row))
        for row, (name, value) in enumerate(said.items())
    }
    words = tuple(
        Word(word, Box(0.1 + 0.08 * at, 0.05, 0.17 + 0.08 * at, 0.07), 0.95, 0) for at, word in enumerate(text.split())
    )
    sheets = tuple(
        Page(number, *PAPER, Source.OCR, 0.95, words if number == 1 else words[:1]) for number in range(1, pages + 1)
    )
    checks = (Check("net_plus_vat_is_gross", confidence > 0.9, "1053.50 + 231.77, 1285.27"),)
    return Reading(kind, confidence, "it", sheets, values, lists or {}, checks, needs_review, 1.2)


INVOICE = {
    "number": "2026/0147",
    "date": "2026-03-31",
    "supplier_name": "Officine Bianchi S.r.l.",
    "supplier_vat_id": "IT07643520567",
    "net_amount": "1053.50",
    "vat_amount": "231.77",
    "gross_amount": "1285.27",
}
PAYSLIP = {"employee_name": "Giulia Verdi", "period": "2026-02", "net_pay": "1612.40"}


def payslip() -> Reading:
    return replace(invoice(PAYSLIP, kind="payslip", text="Busta paga febbraio riservata"), checks=())


def draw_pages(store: Store, document: Document, reading: Reading) -> None:
    """Page images in which each field's value stands where its box is."""
    for page in reading.pages:
        image = Image.new("RGB", PAPER, "white")
        pen = ImageDraw.Draw(image)
        pen.text((100, 60), " ".join(word.text for word in page.words), "black", font_size=18)
        for value in reading.fields.values():
            if value.page == page.number and value.box:
                pen.text((value.box.left * PAPER[0], value.box.top * PAPER[1]), value.value, "black", font_size=26)
        place = store.archive.derived(document.sha256, f"{page.number}.webp")
        place.parent.mkdir(parents=True, exist_ok=True)
        image.save(place)
        if page.number == 1:
            image.resize((212, 300)).save(place.with_name("thumb.webp"))


def pdf() -> bytes:
    made = io.BytesIO()
    Image.new("L", (60, 80), 255).save(made, "PDF")
    return made.getvalue()


@contextmanager
def served(archive: Archive) -> Iterator[str]:
    """The page on a real port; its address."""
    server = Server(archive.app, archive.config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.stop()
        thread.join(10)
        assert not thread.is_alive()
