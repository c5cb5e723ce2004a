"""The fronts of a pile and its backs, scanned from the last sheet to the first, as one PDF: sheet by sheet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pikepdf

from intake.errors import DamagedFile
from intake.media import PDF
from intake.page_task import PageTask, picture_of
from intake.pdf_pictures import add_picture_page
from intake.picture import grey
from intake.piles.blank import is_blank
from intake.piles.codes import codes_on
from intake.sides_task import Side


def interleave(fronts: Side, backs: Side, target: Path) -> None:
    """Writes front, back, front, back to `target`, blank backs left out; the same bytes every time.

    The backs are as many as the fronts or one fewer: then the last sheet has none. Raises UnreadableFile."""
    try:
        with ExitStack() as stack, pikepdf.new() as both:
            whole = {side.path: stack.enter_context(pikepdf.open(side.path))
                     for side in (fronts, backs) if side.media_type == PDF}  # fmt: skip
            for side, number in _in_order(fronts, backs):
                if side is backs and _is_blank(side, number):
                    continue
                if side.path in whole:
                    both.pages.append(whole[side.path].pages[number - 1])
                else:
                    add_picture_page(both, side.path, number)
            both.save(target, deterministic_id=True)
    except (pikepdf.PdfError, IndexError, RuntimeError) as error:
        raise DamagedFile from error


def _in_order(fronts: Side, backs: Side) -> Iterator[tuple[Side, int]]:
    """The back that was scanned last is the first sheet's."""
    for sheet in range(1, fronts.pages + 1):
        yield fronts, sheet
        if sheet <= backs.pages:
            yield backs, backs.pages + 1 - sheet


def _is_blank(side: Side, number: int) -> bool:
    picture = picture_of(PageTask(side.path, side.media_type, number, (), None))
    return not codes_on(picture) and is_blank(grey(picture).pixels)
