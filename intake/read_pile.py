"""A scan of several pages: one document, or a pile of them; in a worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from intake.firms import KnownFirms
from intake.outcome import Cut
from intake.pile_task import PileTask
from intake.piles.cut import cut, take_pictures
from intake.piles.splitting import MOST_PAGES, Plan, mark_of, split
from intake.searchable_pdf import write_searchable_pdf
from intake.understand import understand
from storage.archive import SEARCHABLE
from storage.reading import Page, Reading, Source


def plan(pages: tuple[Page, ...], hint: str | None, firms: KnownFirms, at_blanks: bool = False) -> Plan:
    """How the pages fall into documents."""
    ask = 1 < len(pages) <= MOST_PAGES
    alone = [_alone(page, hint, firms) if ask and not mark_of(page) else None for page in pages]
    return split(pages, alone, at_blanks=at_blanks)


def _alone(page: Page, hint: str | None, firms: KnownFirms) -> Reading | None:
    return understand((replace(page, number=1),), hint, None, firms) if len(page.words) > 10 else None


def cut_pile(task: PileTask) -> tuple[Cut, ...]:
    """The documents of a pile, each read as the pages that it is. Raises UnreadableFile."""
    return tuple(_cut(task, number, pages) for number, pages in enumerate(task.segments, start=1))


def _cut(task: PileTask, number: int, numbers: Sequence[int]) -> Cut:
    target = task.room / f"{task.path.name[:8]}-{number:03}.pdf"
    cut(task.path, task.media_type, numbers, target)
    by_number = {page.number: page for page in task.pages}
    pages = tuple(replace(by_number[old], number=new) for new, old in enumerate(numbers, start=1))
    derived = task.room / f"derived-{number}"
    derived.mkdir(exist_ok=True)
    if task.derived:
        take_pictures(task.derived, numbers, derived)
        if any(page.source is Source.OCR for page in pages):
            write_searchable_pdf(target, "application/pdf", pages, derived / SEARCHABLE)
    return Cut(target, derived, tuple(numbers), understand(pages, task.hint, None, task.firms))
