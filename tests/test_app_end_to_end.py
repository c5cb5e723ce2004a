"""The main job as a new user does it: start, drop scans, find them by a word inside, correct one, find it corrected."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from storage.document import READABLE
from tests.browsing import browser_page
from tests.running import SAMPLES, Service, service
from tests.waiting import eventually

SCAN = "fattura ferramenta febbraio.pdf"
LETTER = "lettera aumento listino.pdf"
EINVOICE = "IT02845160247_00K3F.xml"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service that has read a scan, a letter and an e-invoice, the first of them from a folder for accounting."""
    with service(tmp_path_factory.mktemp("service")) as made:
        (made.inbox / "fornitori").mkdir()
        shutil.copy(SAMPLES / SCAN, made.inbox / "fornitori" / SCAN)
        shutil.copy(SAMPLES / LETTER, made.inbox / LETTER)
        shutil.copy(SAMPLES / EINVOICE, made.inbox / EINVOICE)
        eventually(
            lambda: len(readable(made)) == 3 and made.is_at_rest(), 90, lambda: f"{made.statuses()}\n{made.output}"
        )
        yield made


@pytest.fixture
def page(running: Service) -> Iterator[Page]:
    with browser_page(running.address) as page:
        sign_in(page, running.password())
        yield page


def readable(running: Service) -> list[str]:
    return sorted(file for file, status in running.statuses().items() if status in READABLE)


def sign_in(page: Page, password: str) -> None:
    page.goto("/")
    page.get_by_label("Name").fill("admin")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("searchbox")).to_be_visible()


def look_for(page: Page, words: str) -> None:
    page.get_by_role("searchbox").first.fill(words)
    page.get_by_role("searchbox").first.press("Enter")
    page.wait_for_url(re.compile(r"[?&]q="))


def results(page: Page) -> list[str]:
    return page.locator("[data-results] > li").all_inner_texts()


def test_what_was_dropped_left_the_inbox_and_stands_in_the_archive(running: Service) -> None:
    rows = {row["file"]: row for row in running.documents()}
    assert set(rows) == {SCAN, LETTER, EINVOICE}
    assert not [path for path in running.inbox.rglob("*") if path.is_file()]
    for row in rows.values():
        original = running.data / "originals" / row["sha256"][:2] / row["sha256"]
        assert original.read_bytes() == (SAMPLES / row["file"]).read_bytes()
        assert not original.stat().st_mode & 0o222
        assert (running.data / "archive" / row["path"]).read_bytes() == original.read_bytes()
    assert rows[EINVOICE]["path"].startswith("Contabilità/Fattura/2026/Ferramenta Montegalda")


def test_a_scan_is_found_by_a_word_inside_and_by_its_corrected_value(running: Service, page: Page) -> None:
    look_for(page, "premiscelato")
    assert len(results(page)) == 1
    expect(page.locator("[data-results] mark").first).to_have_text(re.compile("premiscelato", re.IGNORECASE))
    page.locator("[data-results] a").first.click()

    supplier = page.get_by_role("textbox", name="Supplier", exact=True)
    supplier.fill("Bullonerie Astichello S.r.l.")
    page.get_by_role("button", name=re.compile("^(Save|Confirm)$")).click()
    expect(page.get_by_role("textbox", name="Supplier", exact=True)).to_have_value("Bullonerie Astichello S.r.l.")
    expect(page.get_by_text("by admin").first).to_be_visible()

    def found() -> bool:
        look_for(page, "astichello")
        return len(results(page)) == 1

    eventually(found, 5, "the corrected value is not found")
    row = next(row for row in running.documents() if row["file"] == SCAN)
    assert row["status"] == "filed"
    assert row["revision"] >= 2
    assert "Bullonerie Astichello" in row["path"]
    assert (running.data / "archive" / row["path"]).is_file()


def test_the_page_image_the_original_and_the_searchable_pdf_are_there(running: Service, page: Page) -> None:
    look_for(page, "listino")
    page.locator("[data-results] a").first.click()
    image = page.locator("img").first
    expect(image).to_be_visible()
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 500
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("Original", re.IGNORECASE)).first.click()
    assert download.value.path().read_bytes() == (SAMPLES / LETTER).read_bytes()


def test_search_on_the_command_line_finds_the_same(running: Service) -> None:
    done = running.run("search", "cinghia trapezoidale", "--json")
    assert done.returncode == 0, done.stderr
    assert f'"file": "{EINVOICE}"' in done.stdout
    assert running.run("check").returncode == 0


def test_an_empty_file_is_set_aside_with_its_reason(running: Service) -> None:
    (running.inbox / "vuoto.pdf").write_bytes(b"")

    def set_aside() -> list[Path]:
        return sorted((running.data / "set-aside").glob("vuoto*"))

    eventually(lambda: len(set_aside()) == 2, 20, lambda: f"{set_aside()}")
    copy, reason = set_aside()
    assert copy.read_bytes() == b""
    assert reason.name == f"{copy.name}.txt"
    said = reason.read_text("utf-8")
    assert "Il file è vuoto" in said
    assert "The file is empty" in said
    row = next(row for row in running.documents() if row["file"] == "vuoto.pdf")
    assert row["status"] == "set_aside"
    assert row["error"]["code"] == "empty_file"


def test_sigterm_ends_everything_in_time_and_the_next_start_goes_on(tmp_path: Path) -> None:
    with service(tmp_path) as running:
        password = running.password()
        for name in (SCAN, LETTER):
            shutil.copy(SAMPLES / name, running.inbox / name)
        eventually(running.statuses, 20, "nothing is taken from the inbox")
        assert running.terminate() == 0, running.output
        eventually(lambda: not running.processes(), 3, lambda: f"still there: {running.processes()}")

        running.start()
        running.wait_until_up()
        assert running.password() == password
        eventually(lambda: readable(running) == sorted((SCAN, LETTER)), 90, lambda: f"{running.statuses()}")
