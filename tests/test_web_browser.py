"""The page in a real browser: keys, the lit box, dropped files, and nothing that its policy refuses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from storage.document import ALL_AREAS, Document
from tests.waiting import eventually
from tests.web_fixtures import PASSWORD, Archive, archive, invoice, served

_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive(tmp_path_factory.mktemp("browser")) as made:
        yield made


@pytest.fixture(scope="module")
def address(desk: Archive) -> Iterator[str]:
    with served(desk) as url:
        yield url


@pytest.fixture(scope="module")
def papers(desk: Archive) -> list[Document]:
    first = [desk.file(f"f{n}.pdf", invoice({"number": f"N{n}", "supplier_name": "Rossi"})) for n in range(3)]
    long = invoice(pages=4)
    return [*first, desk.file("lunga.pdf", long)]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, address: str, papers: list[Document]) -> Iterator[Page]:
    """Signed in as anna; whatever the console complains about fails the test."""
    context = browser.new_context(base_url=address, locale="it-IT", viewport={"width": 1280, "height": 720})
    page = context.new_page()
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto("/sign-in")
    expect(page.locator("#name")).to_be_focused()
    page.keyboard.type("anna")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/")
    yield page
    context.close()
    assert complaints == []


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))


def test_search_and_open_without_the_mouse(page: Page) -> None:
    page.goto("/inbox")
    page.keyboard.press("/")
    assert focused(page) == "q"
    page.keyboard.type("rossi")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=rossi")
    expect(page.locator(".line")).to_have_count(3)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("ArrowDown")
    second = page.locator(".line").nth(1).locator("a")
    expect(second).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/*at=2")
    page.keyboard.press("j")
    page.wait_for_url("**/documents/*at=3")
    page.keyboard.press("k")
    page.wait_for_url("**/documents/*at=2")


def test_the_field_in_focus_is_lit_on_the_page(page: Page, papers: list[Document]) -> None:
    page.goto(f"/documents/{papers[3].id}")
    page.focus("#value-gross_amount")
    expect(page.locator("#box-gross_amount")).to_have_class("box-mark is-lit")
    page.keyboard.press("Shift+Tab")
    expect(page.locator("#box-vat_amount")).to_have_class("box-mark is-lit")
    expect(page.locator("#box-gross_amount")).to_have_class("box-mark")
    page.locator("#box-number").click()
    assert focused(page) == "value-number"


def test_the_box_is_scrolled_into_sight(page: Page, papers: list[Document]) -> None:
    page.goto(f"/documents/{papers[3].id}")
    frame = page.locator("[data-sheets]")
    frame.evaluate("frame => frame.scrollTo({top: frame.scrollHeight, behavior: 'instant'})")
    expect(page.locator("#box-number")).not_to_be_in_viewport()
    page.focus("#value-number")
    expect(page.locator("#box-number")).to_be_in_viewport()


def test_enter_saves_and_escape_takes_back(page: Page, desk: Archive, papers: list[Document]) -> None:
    page.goto(f"/documents/{papers[0].id}")
    number = page.locator("#value-number")
    number.fill("sbagliato")
    number.press("Escape")
    expect(number).to_have_value("N0")
    number.fill("N0/bis")
    number.press("Enter")
    expect(page.locator(".flash")).to_have_text("Salvato.")
    expect(number).to_have_value("N0/bis")
    assert desk.store.documents.get(papers[0].id, ALL_AREAS).number == "N0/bis"


def test_another_kind_brings_its_fields(page: Page, papers: list[Document]) -> None:
    page.goto(f"/documents/{papers[1].id}")
    expect(page.locator("[data-kind-button]")).to_be_hidden()
    page.select_option("#kind", "letter")
    expect(page.locator("#value-sender_name")).to_be_visible()
    expect(page.locator(".fields-state")).to_contain_text("Non ancora salvato")


def test_dropped_files_lie_in_the_inbox(page: Page, desk: Archive) -> None:
    page.goto("/inbox")
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          for (const name of ["trascinata.pdf", "l'altra è qui.pdf"]) data.items.add(new File(["bytes"], name));
          for (const kind of ["dragenter", "dragover", "drop"])
            document.body.dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));
        }"""
    )
    expect(page.locator(".sending .item-state").first).to_have_text("negli arrivi")
    expect(page.locator(".sending")).to_have_count(2)
    names = {path.name for path in desk.config.inbox.iterdir()}
    assert {"trascinata.pdf", "l'altra è qui.pdf"} <= names
    for name in ("trascinata.pdf", "l'altra è qui.pdf"):
        (desk.config.inbox / name).unlink()


def test_chosen_files_lie_in_the_inbox(page: Page, desk: Archive, tmp_path: Path) -> None:
    file = tmp_path / "scelta.pdf"
    file.write_bytes(b"bytes")
    page.goto("/inbox")
    page.set_input_files("#files", file)
    page.click("text=Consegna")
    expect(page.locator(".sending .item-state")).to_have_text("negli arrivi")
    eventually(lambda: (desk.config.inbox / "scelta.pdf").exists())
    (desk.config.inbox / "scelta.pdf").unlink()


def test_the_inbox_moves_by_itself(page: Page, desk: Archive) -> None:
    page.goto("/inbox")
    count = page.locator(".tally dd").last.inner_text()
    desk.file("appena arrivata.pdf", invoice({"number": "777", "supplier_name": "Appena Arrivata"}))
    expect(page.locator("#now")).to_contain_text("Appena Arrivata")
    assert page.locator(".tally dd").last.inner_text() == str(int(count) + 1)


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_page_is_wider_than_the_screen(page: Page, papers: list[Document], width: int, theme: str) -> None:
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 740})
    for path in ("/", "/search", "/search?q=rossi", f"/documents/{papers[3].id}", "/inbox", "/account"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_reading_needs_no_script(browser: Browser, address: str, papers: list[Document]) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False, locale="it-IT")
    page = context.new_page()
    page.goto("/sign-in?next=/search%3Fq%3Drossi")
    page.fill("#name", "anna")
    page.fill("#password", PASSWORD)
    page.click("button:has-text('Accedi')")
    page.click(".line-title a >> nth=0")
    expect(page.locator(".sheet img")).to_be_visible()
    expect(page.locator("[data-kind-button]")).to_be_visible()
    context.close()
