"""An office file as a document: printed by LibreOffice where it is installed, by ourselves where not; in a worker."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from intake.media import PDF
from intake.office.libreoffice import convert_to_pdf
from intake.office.print_office import print_office
from intake.office.types import CSV, HTML, PRINTED
from intake.page_task import count_pages, show_page
from intake.printed import printed
from intake.readers.pdf_text import own_words
from storage.archive import SEARCHABLE
from storage.errors import UnreadableFile
from storage.files import write_file
from storage.reading import Page, Source, Word

_CONVERTING_SECONDS = 60.0
_MOST_PAGES = 300
_OURS = frozenset({HTML, CSV})  # LibreOffice would fetch what a page names elsewhere, and asks how to read a CSV
_TOO_NARROW = "###"  # what it prints in place of a figure in a column that is too narrow


def read_office(path: Path, media_type: str, name: str, derived: Path | None) -> tuple[Page, ...]:
    """The pages; their PDF and pictures go to the folder `derived`, if given. Raises UnreadableFile."""
    if media_type in _OURS:
        return printed(print_office(path, media_type), name, derived)
    with TemporaryDirectory(prefix="office-") as folder:
        made = convert_to_pdf(path, media_type, Path(folder), _CONVERTING_SECONDS)
        pages = _of_pdf(made, derived, media_type in PRINTED) if made else None
    return pages or printed(print_office(path, media_type), name, derived)


def _of_pdf(pdf: Path, derived: Path | None, choosy: bool) -> tuple[Page, ...] | None:
    """The pages of what LibreOffice printed; None where that is of no use, or `choosy` and there is better."""
    try:
        count = count_pages(pdf, PDF)
        if not 0 < count <= _MOST_PAGES:
            return None
        words = [own_words(pdf, number) for number in range(1, count + 1)]
        lacks = not any(words) or any(_TOO_NARROW in word.text for page in words for word in page)
        if choosy and lacks:
            return None
        if derived:
            derived.mkdir(parents=True, exist_ok=True)
            write_file(derived / SEARCHABLE, pdf.read_bytes())
        return tuple(_page(pdf, number, derived, found) for number, found in enumerate(words, start=1))
    except UnreadableFile:
        return None


def _page(pdf: Path, number: int, derived: Path | None, words: tuple[Word, ...]) -> Page:
    width, height = show_page(pdf, PDF, number, derived)
    return Page(number, width, height, Source.TEXT, 1.0, words)
