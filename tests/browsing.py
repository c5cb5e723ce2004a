"""A real Chromium of the system, without a window and without connections of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OPTIONS = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)


def chromium() -> str:
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    assert found, f"none of {', '.join(NAMES)} is installed: ./faldone test installs it"
    return found


@contextmanager
def browser_page(address: str, locale: str = "en-GB") -> Iterator[Page]:
    """A page of a fresh browser whose relative addresses start at `address`. Errors of its scripts fail the test."""
    # Chromium's sandbox cannot be set up by root; what is shown here is our own.
    options = [*OPTIONS, "--no-sandbox"] if os.geteuid() == 0 else [*OPTIONS]
    problems: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=options)
        try:
            page = browser.new_context(base_url=address, locale=locale).new_page()
            page.set_default_timeout(15_000)
            page.on("pageerror", lambda error: problems.append(str(error)))
            page.on("console", lambda said: problems.append(said.text) if "Content Security" in said.text else None)
            yield page
        finally:
            browser.close()
    assert not problems, problems
