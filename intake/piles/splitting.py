"""Which pages of a scan are one document: pages -> segments, with the reasons, and how sure they are.

A page is weighed beside the document before it (see `evidence`): a separator sheet, another employee's payslip, a page
numbered 1 again, another letterhead, number, kind. Only what leaves no doubt splits without asking.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from intake.piles.evidence import weigh
from intake.piles.seen import Seen
from storage.reading import Page, Reading, Segment

MOST_PAGES = 1000  # that are understood one by one


@dataclass(frozen=True, slots=True)
class Plan:
    """`segments` leave out separator sheets and blank pages. `is_sure` says that they may be cut without asking."""

    segments: tuple[Segment, ...]
    is_sure: bool

    @property
    def is_several(self) -> bool:
        return len(self.segments) > 1


@dataclass(frozen=True, slots=True)
class _Document:
    """On its way: `pages` grow."""

    pages: list[Seen]
    reasons: tuple[str, ...]

    @property
    def segment(self) -> Segment:
        first = self.pages[0].alone
        numbers = tuple(seen.page.number for seen in self.pages)
        return Segment(numbers, first.kind if first else "other", self.reasons)


def mark_of(page: Page) -> str:
    """`blank` or `separator` for a page that belongs to no document, else empty."""
    marks = (str(step["step"]) for step in page.preparation)
    return next((mark for mark in marks if mark in ("blank", "separator")), "")


def split(pages: Sequence[Page], alone: Sequence[Reading | None], *, at_blanks: bool = False) -> Plan:
    """`alone` is what each page says by itself, None for those that say nothing or were not asked. `at_blanks` says
    that a blank page divides documents as a separator sheet does.

    Who puts separators between documents has said where they begin: only what is sure splits further."""
    dividers = ("separator", "blank") if at_blanks else ("separator",)
    marks = [mark_of(page) for page in pages]
    is_divided = "separator" in marks
    documents: list[_Document] = []
    sure, divider = True, ""
    for page, mark, reading in zip(pages, marks, alone, strict=True):
        if mark:
            divider = mark if mark in dividers and divider != "separator" else divider
            continue
        seen = Seen(page, reading)
        if not documents:
            documents.append(_Document([seen], ()))
        elif divider:
            documents.append(_Document([seen], (divider,)))
        else:
            beginning = weigh(documents[-1].pages, seen)
            if beginning.is_sure or (beginning.is_likely and not is_divided):
                documents.append(_Document([seen], beginning.reasons))
                sure &= beginning.is_sure
            else:
                documents[-1].pages.append(seen)
                sure &= is_divided or not beginning.is_possible
        divider = ""
    return Plan(tuple(document.segment for document in documents), sure and bool(documents))
