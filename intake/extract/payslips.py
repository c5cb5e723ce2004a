"""Fields of payslips."""

from __future__ import annotations

from intake.extract.levels import level
from intake.extract.payslip_sums import payslip_sums
from intake.extract.result import Draft
from intake.extract.scoring import ranked
from intake.extract.staff import employer, employer_code, person
from intake.extract.wanted import WANTED
from storage.kinds import FieldType


def payslip(draft: Draft, kind: str) -> None:
    person(draft)
    employer(draft)
    employer_code(draft)
    wanted = WANTED[kind]
    months = ranked(
        draft.paper,
        FieldType.MONTH,
        wanted["period"],
        lambda _, f: (0.5 * max(0.0, 0.6 - f.place.top), "place:high on the page"),
    )
    inside = [
        m
        for m in months
        if not any(
            f.type is FieldType.DATE and f.first <= m.found.first and f.last >= m.found.last
            for f in draft.paper.found_in(m.found.cell)
        )
    ]
    draft.choose("period", inside, 0.2)
    draft.choose("hire_date", ranked(draft.paper, FieldType.DATE, wanted["hire_date"]), 0.4)
    sums = payslip_sums(draft.paper, wanted)
    for name, one in sums.chosen.items():
        draft.choose(name, [one], 0.3, text=one.found.value.lstrip("-"))
    draft.checks.extend(sums.checks)
    level(draft)
