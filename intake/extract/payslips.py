"""Fields of payslips."""

from __future__ import annotations

from dataclasses import replace

from intake.extract.levels import level
from intake.extract.payslip_sums import payslip_sums
from intake.extract.result import Draft
from intake.extract.scoring import Scored, distinct, ranked, score
from intake.extract.spans import spans
from intake.extract.staff import employer, employer_code, person
from intake.extract.wanted import WANTED, Weights
from storage.kinds import FieldType

# Of so many days at least is a month's pay, where a stretch of days is told: "dal 01/01/2026 al 31/01/2026".
_DAYS = 27
_LARGE = 1.15


def month(draft: Draft, weights: Weights) -> None:
    """The month that is paid: told by a label, in a headline or high on the page, or by its first and last day."""
    paper = draft.paper
    found: list[Scored] = []
    for span in spans(paper):
        whole = span.unit == "days" and span.start.month == span.end.month and (span.end - span.start).days >= _DAYS
        if span.unit != "month" and not whole:
            continue
        value = replace(span.found, type=FieldType.MONTH, value=f"{span.start:%Y-%m}")
        large = value.cell.height > _LARGE * paper.sheet(value.cell.page).line_height
        bonus = 0.4 * max(0.0, 0.5 - value.place.top) + 0.2 * large
        found.append(score(paper, value, weights).better_by(bonus, "place:high on the page"))
    draft.choose("period", distinct(found), 0.12)


def payslip(draft: Draft, kind: str) -> None:
    person(draft)
    employer(draft)
    employer_code(draft)
    wanted = WANTED[kind]
    month(draft, wanted["period"])
    draft.choose("hire_date", ranked(draft.paper, FieldType.DATE, wanted["hire_date"]), 0.4)
    sums = payslip_sums(draft.paper, wanted)
    for name, one in sums.chosen.items():
        draft.choose(name, [one], 0.3, text=one.found.value.lstrip("-"))
    draft.checks.extend(sums.checks)
    level(draft)
