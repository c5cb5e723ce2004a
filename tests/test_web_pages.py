"""What every page keeps to: headers, no script or style of its own, both languages, light and dark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.web_fixtures import Archive, archive, invoice, token
from web.security import CONTENT_SECURITY_POLICY

PAGES = ("/", "/search", "/search?q=bulloni", "/search?q=nulla&kind=invoice&from=2020", "/search?state=to_review",
         "/documents/1", "/inbox", "/inbox/now", "/account", "/nowhere", "/documents/999",
         "/documents/1/pages/99.webp")  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive(tmp_path_factory.mktemp("pages")) as made:
        made.file("fattura.pdf", invoice())
        made.file("dubbia.pdf", invoice({"number": "7"}, needs_review=True, confidence=0.5))
        yield made


@pytest.fixture(scope="module")
def anna(desk: Archive) -> FlaskClient:
    return desk.client()


class Checker(HTMLParser):
    """Collects what a strict policy would refuse, and links and labels that lead nowhere."""

    def __init__(self) -> None:
        super().__init__()
        self.refused: list[str] = []
        self.ids: list[str] = []
        self.wanted: list[str] = []
        self._script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._script = tag in ("script", "style")
        for name, value in attrs:
            if name == "style" or name.startswith("on") or (value or "").lower().startswith("javascript:"):
                self.refused.append(f"<{tag} {name}={value!r}>")
            if name in ("src", "href", "action") and (value or "").startswith(("http:", "https:", "//")):
                self.refused.append(f"<{tag} {name}={value!r}>")
            if name == "id" and value:
                self.ids.append(value)
            if name in ("for", "aria-describedby") and value:
                self.wanted.append(value)

    def handle_data(self, data: str) -> None:
        if self._script and data.strip():
            self.refused.append(f"inline: {data[:40]!r}")

    def handle_endtag(self, tag: str) -> None:
        self._script = False


def checked(page: str) -> Checker:
    checker = Checker()
    checker.feed(page)
    return checker


@pytest.mark.parametrize("address", [*PAGES, "/sign-in", "/static/desk.js", "/static/nothing.css"])
def test_headers_on_every_answer(desk: Archive, anna: FlaskClient, address: str) -> None:
    client = desk.client(None) if address == "/sign-in" else anna
    headers = client.get(address).headers
    assert headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    if not address.startswith("/static"):
        assert headers["Cache-Control"] == "no-store"


def test_the_policy_allows_nothing_inline() -> None:
    policy = dict(part.split(" ", 1) for part in CONTENT_SECURITY_POLICY.split("; "))
    assert policy["default-src"] == policy["object-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert "unsafe" not in CONTENT_SECURITY_POLICY


@pytest.mark.parametrize("address", PAGES)
def test_nothing_inline_and_nothing_from_elsewhere(anna: FlaskClient, address: str) -> None:
    checker = checked(anna.get(address).text)
    assert checker.refused == []
    assert len(checker.ids) == len(set(checker.ids))
    assert set(checker.wanted) <= set(checker.ids)


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("address", PAGES)
def test_every_page_in_both_languages(desk: Archive, anna: FlaskClient, address: str, language: str) -> None:
    anna.set_cookie("faldone_language", language)
    page = anna.get(address).text
    if "<html" in page:
        assert f'<html lang="{language}">' in page
        assert ("Cerca" in page) == (language == "it")
    anna.set_cookie("faldone_language", "it")


def test_dates_and_amounts_follow_the_language(desk: Archive) -> None:
    assert "1.285,27\xa0€" in desk.client(language="it").get("/search?q=bulloni").text
    assert "1,285.27\xa0€" in desk.client(language="en").get("/search?q=bulloni").text


def test_the_browser_is_asked_for_its_language(desk: Archive) -> None:
    client = desk.app.test_client()
    assert "Sign in" in client.get("/sign-in", headers={"Accept-Language": "en-GB,en;q=0.9"}).text
    assert "Accedi" in client.get("/sign-in", headers={"Accept-Language": "de,fr"}).text


def test_language_and_theme_are_kept(desk: Archive) -> None:
    client = desk.client()
    mark = token(client, "/account")
    answer = client.post("/preferences", data={"language": "en", "next": "/account", "csrf_token": mark})
    assert answer.location == "/account"
    client.post("/preferences", data={"theme": "dark", "next": "//evil.example", "csrf_token": mark})
    page = client.get("/account").text
    assert '<html lang="en" data-theme="dark">' in page
    client.post("/preferences", data={"language": "xx", "theme": "neon", "csrf_token": mark})
    assert client.get("/account").text.count('<html lang="en" data-theme="dark">') == 1


def test_static_files_are_kept_until_they_change(anna: FlaskClient) -> None:
    page = anna.get("/").text
    marked = re.findall(r'(?:href|src)="(/static/[^"]+v=[^"]+)"', page)
    assert len(marked) >= 4
    for address in marked:
        assert "immutable" in anna.get(address.replace("&amp;", "&")).headers["Cache-Control"]
    assert anna.get("/static/tokens.css").headers["Cache-Control"] == "no-cache"


def test_a_fault_of_ours_has_a_number_that_the_log_knows(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with archive(tmp_path) as broken:
        client = broken.client("anna", "en")

        def fail() -> str:
            raise RuntimeError("kaboom")

        broken.app.view_functions["search.search"] = fail
        answer = client.get("/search")
    assert answer.status_code == 500
    assert answer.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    number = re.search(r"this number: ([0-9a-f]{8})", answer.text)
    assert number and number[1] in caplog.text
    assert "kaboom" in caplog.text and "kaboom" not in answer.text


def test_the_vendored_files_carry_their_licences() -> None:
    static = Path(__file__).parents[1] / "web" / "static"
    assert "Zero-Clause BSD" in (static / "vendor" / "htmx-LICENSE").read_text()
    assert "SIL Open Font License" in (static / "fonts" / "LICENSE").read_text()


@pytest.mark.parametrize("address", ["/", "/search", "/documents/1", "/inbox"])
def test_pages_are_light(desk: Archive, anna: FlaskClient, address: str) -> None:
    """Everything but images, as it goes over the wire the first time."""
    page = anna.get(address)
    files = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text))
    assert len(page.data) + sum(len(anna.get(file.replace("&amp;", "&")).data) for file in files) < 150_000
