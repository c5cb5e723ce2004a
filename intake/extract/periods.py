"""The time that a paper is about: its first and its last day, chosen together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from intake.extract.found import Found
from intake.extract.paper import Paper
from intake.extract.result import Draft
from intake.extract.scoring import Scored, ranked, score
from intake.extract.spans import Span, spans
from intake.extract.wanted import WANTED, Weights
from intake.words import plain
from storage.kinds import FieldType

# Papers of whole months and years: "Estratto conto gennaio 2026". Others are about days.
_OF_MONTHS = frozenset({"bank_statement", "expense_report", "evaluation"})
_HIGH = 0.4
_JOINED = re.compile(r"\W*(?:(?:fino |sino )?(?:al?|all|e|to|until|bis|au|compreso|incluso)(?: (?:il|giorno))?)?\W*")
_BESIDE, _NEAR, _TOGETHER = 0.9, 0.5, 0.2
_PAIRED = 0.6
_MANY = 12
_LABELLED = {"days": 0.8, "month": 0.35, "months": 0.4, "year": 0.3}
_LEAST_SPAN = 0.55


@dataclass(frozen=True)
class _Pair:
    score: float
    start: Scored
    end: Scored


def _between(a: Found, b: Found) -> float:
    """How plainly two dates are written as from and to."""
    if a.cell is b.cell:
        words = a.cell.words[a.last + 1 : b.first]
        between = plain(" ".join(word.text for word in words))
        if words and _JOINED.fullmatch(between):
            return _BESIDE
        return 0.0 if not words or b.first < a.last else _NEAR if b.first - a.last <= 6 else 0.0
    beside = a.cell.row == b.cell.row and a.cell.column < b.cell.column < a.cell.column + 3
    return _TOGETHER if beside and a.cell.page == b.cell.page else 0.0


def _follows(a: Scored, b: Scored) -> bool:
    return a.found.cell is b.found.cell and a.found.first < b.found.first and _between(a.found, b.found) == _BESIDE


def _of_dates(starts: list[Scored], ends: list[Scored], least: float, *, one_day: bool) -> Iterator[_Pair]:
    for a in starts:
        for b in ends:
            if b.found.value < a.found.value or a.found is b.found or (a.found.value == b.found.value and not one_day):
                continue
            follows = _between(a.found, b.found)
            if (a.score > least or follows) and (b.score > least or follows):
                start, end = (x.better_by(follows / 2, "place:a pair of dates") if follows else x for x in (a, b))
                if follows >= _NEAR:  # the label tells of both
                    end = end.better_by(max(0.0, _PAIRED - end.score), "place:behind its start")
                yield _Pair(a.score + b.score + follows, start, end)


def _ends_of(span: Span, paper: Paper, weights: Weights) -> _Pair:
    one = score(paper, span.found, weights)
    high = span.found.cell.page == paper.sheets[0].page and span.found.place.top < _HIGH
    large = span.found.cell.height > 1.15 * paper.sheet(span.found.cell.page).line_height
    total = one.score + _LABELLED[span.unit] + 0.2 * high + 0.15 * large
    value = replace(span.found, value=span.end.isoformat())
    why = (*one.evidence, f"form:{span.unit}")
    return _Pair(2 * total, Scored(span.found, total, why), Scored(value, total, why))


def _of_spans(paper: Paper, kind: str, weights: Weights) -> list[_Pair]:
    units = set(_LABELLED) if kind in _OF_MONTHS else {"days"}
    pairs = [_ends_of(span, paper, weights) for span in spans(paper) if span.unit in units]
    return [pair for pair in pairs if pair.start.score > _LEAST_SPAN]


def period(
    draft: Draft, kind: str, names: tuple[str, str] = ("period_start", "period_end"), least: float = 0.35
) -> None:
    """The start and the end of a time chosen together: the end is not before the start, often right behind it."""
    wanted, paper = WANTED[kind], draft.paper
    starts = [s for s in ranked(paper, FieldType.DATE, wanted[names[0]]) if s.score > -0.4][:_MANY]
    told = ranked(paper, FieldType.DATE, wanted[names[1]])
    ends = [s for n, s in enumerate(told) if (n < _MANY and s.score > -0.4) or any(_follows(a, s) for a in starts)]
    pairs = list(_of_dates([s for s in starts if s.score > -0.2], ends, least, one_day=kind not in _OF_MONTHS))
    good = [pair for pair in pairs if pair.score > 0.7] + _of_spans(paper, kind, wanted[names[0]])
    if good:
        best = max(good, key=lambda pair: pair.score)
        draft.choose(names[0], [best.start, *starts], 0.1)
        draft.choose(names[1], [best.end, *ends], 0.1)
        return
    _one_of_both(draft, names, (starts, ends), least)


def _one_of_both(draft: Draft, names: tuple[str, str], found: tuple[list[Scored], list[Scored]], least: float) -> None:
    """Where one date alone is told, what is said louder: "al 31/12/2025" ends a time that began before."""
    starts, ends = found
    first = starts[0] if starts else None
    as_end = max((e.score for e in ends if first is not None and e.found is first.found), default=-1.0)
    if first is not None and as_end > first.score:
        starts = [s for s in starts if s.found.value != first.found.value]
    start = draft.choose(names[0], [s for s in starts if s.score > -0.2], least)
    rest = [e for e in ends if start is None or (e.found is not start.found and e.found.value >= start.found.value)]
    draft.choose(names[1], rest, least + 0.1)
