"""Fields of contracts of employment, notices, requests, sick notes and letters that end work."""

from __future__ import annotations

import re

from intake.extract.common import dated
from intake.extract.hours import hours, hours_by_the_clock
from intake.extract.leave import leave_type
from intake.extract.leaving import reason
from intake.extract.levels import level
from intake.extract.protocols import protocol
from intake.extract.result import Draft
from intake.extract.scoring import Scored, ranked
from intake.extract.staff import employer, employer_code, folded_text, most_named, person, times
from intake.extract.wanted import WANTED
from storage.kinds import FieldType

_CONTRACT_TYPES = (
    ("internship", r"tirocin|stage|internship"),
    ("apprenticeship", r"apprendistat|apprendista|apprenticeship"),
    ("permanent", r"tempo indeterminato|indeterminat|permanent|unbefristet|senza termine"),
    ("fixed_term", r"tempo determinato|a termine|determinato|fixed term|befristet|data di scadenza|scadenza contratto"),
)


def employment_contract(draft: Draft, kind: str) -> None:
    person(draft)
    employer(draft)
    issued = dated(draft, kind)
    wanted = WANTED[kind]
    starts = ranked(draft.paper, FieldType.DATE, wanted["start_date"])
    start = draft.choose(
        "start_date", [s for s in starts if s.found is not (issued.found if issued else None)] or starts, 0.3
    )
    most_named(draft, "contract_type", _CONTRACT_TYPES, folded_text(draft))
    kind_of = draft.fields.get("contract_type")
    ends = [
        e
        for e in ranked(draft.paper, FieldType.DATE, wanted["end_date"])
        if start is None or e.found.value > start.found.value
    ]
    draft.choose("end_date", ends, 0.5 if kind_of is not None and kind_of.value == "permanent" else 0.35)
    large = [f for f in draft.paper.found if f.type is FieldType.AMOUNT and float(f.value) >= 3000]
    draft.choose(
        "gross_salary",
        ranked(draft.paper, FieldType.AMOUNT, wanted["gross_salary"], lambda _, f: (0.3, "size:a year's pay"), large),
        0.5,
    )
    level(draft)


def hiring_notice(draft: Draft, kind: str) -> None:
    person(draft)
    employer(draft)
    employer_code(draft)
    dated(draft, kind)
    times(draft, kind)
    protocol(draft, kind)


def termination_letter(draft: Draft, kind: str) -> None:
    person(draft, code=False)
    employer(draft)
    issued = dated(draft, kind)
    ends = ranked(draft.paper, FieldType.DATE, WANTED[kind]["end_date"])
    fitting = [e for e in ends if issued is None or e.found.value > issued.found.value]
    told = [_last_day(e.better_by(0.2, "order:after the letter")) for e in fitting]
    draft.choose("end_date", sorted(told, key=lambda s: -s.score), 0.25)
    reason(draft)


_LAST = re.compile(r"label:\S* ?(?:ultim|last|letzte|dernier)")


def _last_day(one: Scored) -> Scored:
    """The last day of work is named as such; work may also be said to end from the day after."""
    return one.better_by(0.5, "word:last day") if any(_LAST.match(why) for why in one.evidence) else one


def leave_request(draft: Draft, kind: str) -> None:
    person(draft, code=False)
    dated(draft, kind)
    times(draft, kind, 0.3)
    leave_type(draft)
    hours(draft)
    hours_by_the_clock(draft)


def sick_note(draft: Draft, kind: str) -> None:
    person(draft)
    dated(draft, kind)
    times(draft, kind, 0.3)
    protocol(draft, kind)
