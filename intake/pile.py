"""Whether a scan is a pile, and what is done about it: cut where that is sure or decided, else proposed."""

from __future__ import annotations

from dataclasses import dataclass

from intake import tasks
from intake.media import PDF, TIFF
from intake.outcome import Cut, Paper
from intake.pile_task import PileTask
from intake.read import run_whole
from intake.workers import Workers
from storage.reading import Page, Segment


@dataclass(frozen=True, slots=True)
class Pile:
    """`cuts` are the documents that the scan was cut into, `proposal` those that it might be; both empty for one."""

    cuts: tuple[Cut, ...] = ()
    proposal: tuple[Segment, ...] = ()


def split_pile(
    paper: Paper, type: str, pages: tuple[Page, ...], workers: Workers, seconds: float, at_blanks: bool
) -> Pile:
    """A person's decision prevails over what the pages look like; with `at_blanks` blank pages divide.

    Raises UnreadableFile, WorkersClosed."""
    if len(pages) < 2 or type not in (PDF, TIFF) or paper.room is None or paper.kind is not None:
        return Pile()
    segments = paper.decision
    if segments is None:
        plan = run_whole(workers, seconds + len(pages), tasks.plan_pile, pages, paper.hint, paper.firms, at_blanks)
        if not plan.is_several:
            return Pile()
        if not plan.is_sure:
            return Pile(proposal=plan.segments)
        segments = tuple(segment.pages for segment in plan.segments)
    if not segments:
        return Pile()
    task = PileTask(paper.path, type, pages, segments, paper.derived, paper.room, paper.hint, paper.firms)
    return Pile(cuts=run_whole(workers, seconds + len(pages), tasks.cut_pile, task))
