"""Fields of contracts of employment, notices, requests, sick notes and letters that end work."""

from __future__ import annotations

import re

from intake.extract.common import dated
from intake.extract.result import Draft
from intake.extract.scoring import ranked
from intake.extract.staff import (
    BALANCES,
    all_text,
    employer,
    employer_code,
    folded_text,
    hours,
    level,
    most_named,
    person,
    protocol,
    times,
)
from intake.extract.wanted import WANTED
from intake.words import folded
from storage.kinds import FieldType

_CONTRACT_TYPES = (
    ("internship", r"tirocin|stage|internship"),
    ("apprenticeship", r"apprendistat|apprendista|apprenticeship"),
    ("permanent", r"tempo indeterminato|indeterminat|permanent|unbefristet|senza termine"),
    ("fixed_term", r"tempo determinato|a termine|determinato|fixed term|befristet|data di scadenza|scadenza contratto"),
)

_REASONS = (
    ("agreement", r"consensual|accordo di risoluzione|comune accordo|di mutuo|mutuo consenso"),
    ("resignation", r"dimission|dimett|rassegn|recedere|mio rapporto|resign|recesso dal lavoratore"),
    ("dismissal", r"licenzi|giusta causa|giustificato motivo|soppressione|comporto|dismiss|risolv|recesso|cessera"),
)

_LEAVE_TYPES = (
    ("law_104", r"\b104\b"),
    ("parental", r"parental|maternit|paternit"),
    ("unpaid", r"non retribuit|senza retribuzione|aspettativa"),
    ("holiday", r"\bferie\b|holiday|vacation|urlaub"),
    ("paid_leave", r"\brol\b|permess|ex festivita|retribuit|paid leave|riduzione orario"),
    ("other", r"lutto|matrimoni|studio|donazione|visita|congedo"),
)

_CHECKED = re.compile(r"(?:\[\s*[xX✓✔]\s*\]|[☑☒✓✔⊠■]|\([xX]\)|(?<!\w)[xX](?=\s+[A-Za-z]))\s*([^\[\]☐☑☒□\t()]{3,40})")


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
        0.3,
    )
    level(draft)


def hiring_notice(draft: Draft, kind: str) -> None:
    person(draft)
    employer(draft)
    employer_code(draft)
    dated(draft, kind)
    times(draft, kind)
    protocol(draft)


def termination_letter(draft: Draft, kind: str) -> None:
    person(draft, code=False)
    employer(draft)
    issued = dated(draft, kind)
    ends = ranked(draft.paper, FieldType.DATE, WANTED[kind]["end_date"])
    fitting = [e for e in ends if issued is None or e.found.value > issued.found.value]
    draft.choose("end_date", [e.better_by(0.2, "order:after the letter") for e in fitting], 0.25)
    most_named(draft, "reason", _REASONS, folded_text(draft))


def leave_request(draft: Draft, kind: str) -> None:
    person(draft, code=False)
    dated(draft, kind)
    times(draft, kind, 0.3)
    marked = " ".join(folded(m) for m in _CHECKED.findall(all_text(draft)))
    if any(re.search(p, marked) for _, p in _LEAVE_TYPES):
        most_named(draft, "leave_type", _LEAVE_TYPES, marked)
    else:
        _leave_in_words(draft)
    hours(draft)


def _leave_in_words(draft: Draft) -> None:
    """Without a ticked box, what the text asks for: a special leave is named once, "permesso" and balances often."""
    rows = [row.text for sheet in draft.paper.sheets for row in sheet.rows]
    text = " ".join(folded(row) for row in rows if not BALANCES.search(row.lower()))
    special = [(value, p) for value, p in _LEAVE_TYPES[:3] if re.search(p, text)]
    if len(special) == 1:
        draft.computed("leave_type", special[0][0], 0.8, f"words:{special[0][0]}")
    else:
        most_named(draft, "leave_type", _LEAVE_TYPES, text or folded_text(draft))


def sick_note(draft: Draft, kind: str) -> None:
    person(draft)
    dated(draft, kind)
    times(draft, kind, 0.3)
    protocol(draft)
