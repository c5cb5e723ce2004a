"""What has no pages of its own, printed: sheets as pages of words, with their PDF and pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from intake.formats.sheet import Sheet, pages
from intake.formats.sheet_pdf import pdf
from intake.media import PDF
from intake.page_task import show_page
from storage.archive import SEARCHABLE
from storage.files import write_file
from storage.reading import Page, Source


def printed(
    sheets: Sequence[Sheet], title: str, derived: Path | None, source: Source = Source.TEXT
) -> tuple[Page, ...]:
    """The pages; their PDF and pictures go to the folder `derived`, if given."""
    drawn = tuple(replace(page, source=source) for page in pages(sheets))
    if derived:
        derived.mkdir(parents=True, exist_ok=True)
        target = derived / SEARCHABLE
        write_file(target, pdf(sheets, title, ""))
        for page in drawn:
            show_page(target, PDF, page.number, derived)
    return drawn
