"""Fields of the papers of people at work: payslips, contracts, notices, certificates, requests, CVs, identity."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.extract.common import dated, period
from intake.extract.found import CellText, Found, cell_texts
from intake.extract.names import looks_like_person
from intake.extract.parties import EMPLOYER, best_names
from intake.extract.party_names import firms
from intake.extract.payslip_sums import payslip_sums
from intake.extract.people import employee_names
from intake.extract.result import Draft
from intake.extract.scoring import Scored, ranked
from intake.extract.texts import labelled_texts
from intake.extract.wanted import WANTED, Weights
from intake.words import folded
from storage.kinds import FieldType
from storage.values import BadValue, parse

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\w/.,])(?:(?:\+|00)\d{2}[ .-]?)?(?:3\d{2}|0\d{1,3})[ ./-]?\d{2,4}(?:[ .-]?\d{2,4}){1,3}(?![\w/])"
)
_HOURS = re.compile(
    r"(?<![\w.,/])(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:ore|ora|h|hours?)\b(?!\s*settiman)|\bore\s*:?\s*(?:n\.?\s*)?(\d{1,3}(?:[.,]\d{1,2})?)(?![\w:]|[.,]\d)",
    re.IGNORECASE,
)
_CARD = re.compile(
    r"(?<!\w)(?:C[A-Z]\s?\d{5}\s?[A-Z]{2}|[A-Z]{2}\s?\d{7}|80380\d{15}|[A-Z]\d[A-Z0-9]\d{6}[A-Z]|U1[A-Z0-9]{8})(?!\w)"
)
_PROTOCOL = re.compile(r"(?<![\w.,/-])\d{9,16}(?![\w/-]|[.,]\d)")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
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


def _all_text(draft: Draft) -> str:
    return "\n".join(row.text for sheet in draft.paper.sheets for row in sheet.rows)


def _folded_text(draft: Draft) -> str:
    return " ".join(folded(row.text) for sheet in draft.paper.sheets for row in sheet.rows)


def matches(draft: Draft, pattern: re.Pattern[str], quality: float = 1.0) -> list[Found]:
    """Everything on the pages that a pattern describes, its first group or all of it being the value."""
    found = []
    for sheet in draft.paper.sheets:
        for text in cell_texts(sheet):
            for match in pattern.finditer(text.text):
                found.append(_found(text, match, quality))
    return found


def _found(text: CellText, match: re.Match[str], quality: float) -> Found:
    value = next((group for group in match.groups() if group), match.group())
    first, last = text.words_at(*match.span())
    return Found(FieldType.TEXT, value.strip(), quality, text.cell, first, last)


def person(draft: Draft, *, large_print: bool = False, code: bool = True) -> None:
    """The employee's name and, where the kind has it, the tax code; each proves the other."""
    names = employee_names(draft.paper, large_print=large_print)
    draft.choose("employee_name", names, 0.35)
    if code:
        weights: Weights = {"tax_code": 0.6, "employee": 0.3, "employer": -0.3}
        codes = ranked(draft.paper, FieldType.TAX_CODE, weights)
        sure = [one.better_by(0.7, "check:check character") if one.found.quality > 0.8 else one for one in codes]
        draft.choose("employee_tax_code", sorted(sure, key=lambda s: -s.score), 0.15)


def employer(draft: Draft, name: str = "employer_name", weights: Weights = EMPLOYER) -> None:
    candidates = list(firms(draft.paper))
    draft.choose(name, best_names(draft.paper, weights, candidates, letterhead=True), 0.2)


def employer_code(draft: Draft) -> None:
    """The employer's eleven digits."""
    weights: Weights = {"tax_code": 0.7, "vat_id": 0.6, "employer": 0.4, "code": -0.3, "protocol": -0.5}
    codes = [s for s in ranked(draft.paper, FieldType.VAT_ID, weights) if s.found.quality > 0.8 or s.score > 0.1]
    sure = [one.better_by(0.5, "check:check digit") if one.found.quality > 0.8 else one for one in codes]
    sure.sort(key=lambda s: -s.score)
    if sure:
        draft.choose("employer_tax_code", sure, 0.3, text=sure[0].found.value.removeprefix("IT"))


def _choice(draft: Draft, name: str, table: Sequence[tuple[str, str]], text: str) -> None:
    """The value whose words stand on the page most often; at a draw, the first of the table."""
    counts = {value: len(re.findall(pattern, text)) for value, pattern in table}
    best = max(counts, key=lambda value: counts[value])
    if counts[best]:
        share = counts[best] / sum(counts.values())
        draft.computed(name, best, round(0.6 + 0.35 * share, 3), f"words:{best} {counts[best]}")


def payslip(draft: Draft, kind: str) -> None:
    person(draft)
    employer(draft)
    employer_code(draft)
    wanted = WANTED[kind]
    months = ranked(
        draft.paper,
        FieldType.MONTH,
        wanted["period"],
        lambda _, f: (0.4 * max(0.0, 0.5 - f.place.top), "place:high on the page"),
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


def level(draft: Draft) -> None:
    short = [one for one in labelled_texts(draft.paper, "level") if one.found.value]
    cut = [_level_text(one) for one in short]
    draft.choose("level", [one for one in cut if one is not None], 0.55)


_LEVEL = re.compile(
    r"(?:\d{1,2} ?[°ºaª^]? ?(?:livello|liv\.?|super|S)?|[A-Z]{1,2}\d?S?|[A-Z]\d|\d[A-Z]{1,2}"
    r"|[IVX]+ ?(?:livello|liv\.?)?|Quadro|Q|(?:Impiegat[oa]|Operai[oa]) \d[A-Z]?)(?!\w)",
    re.IGNORECASE,
)


def _level_text(one: Scored) -> Scored | None:
    """A level is short; what follows it (a contract's name, a qualification) is not part of it."""
    match = _LEVEL.match(one.found.value.removeprefix("Livello ").removeprefix("livello "))
    if match is None or not match.group().strip():
        return None
    found = one.found
    return Scored(
        Found(found.type, match.group().strip(), found.quality, found.cell, found.first, found.last),
        one.score,
        one.evidence,
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
    _choice(draft, "contract_type", _CONTRACT_TYPES, _folded_text(draft))
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
    _times(draft, kind)
    protocol(draft)


def _times(draft: Draft, kind: str, least: float = 0.35) -> None:
    period(draft, kind, ("start_date", "end_date"), least)


def protocol(draft: Draft) -> None:
    labelled = [one for one in labelled_texts(draft.paper, "protocol") if _PROTOCOL.match(one.found.value)]
    cut = [
        Scored(
            Found(o.found.type, _first_digits(o.found.value), 1.0, o.found.cell, o.found.first, o.found.first),
            o.score + 0.3,
            o.evidence,
        )
        for o in labelled
    ]
    draft.choose("protocol_number", cut, 0.4)
    if "protocol_number" not in draft.fields:
        identifiers = {f.value.removeprefix("IT") for f in draft.paper.found if f.quality > 0.8}
        bare = [Scored(f, 0.5, ("form:digits",)) for f in matches(draft, _PROTOCOL) if f.value not in identifiers]
        draft.choose("protocol_number", bare, 0.4)


def _first_digits(text: str) -> str:
    match = _PROTOCOL.match(text)
    return match.group() if match else text


def termination_letter(draft: Draft, kind: str) -> None:
    person(draft, code=False)
    employer(draft)
    issued = dated(draft, kind)
    ends = ranked(draft.paper, FieldType.DATE, WANTED[kind]["end_date"])
    fitting = [e for e in ends if issued is None or e.found.value > issued.found.value]
    draft.choose("end_date", [e.better_by(0.2, "order:after the letter") for e in fitting], 0.25)
    _choice(draft, "reason", _REASONS, _folded_text(draft))


def leave_request(draft: Draft, kind: str) -> None:
    person(draft, code=False)
    dated(draft, kind)
    _times(draft, kind, 0.3)
    marked = " ".join(folded(m) for m in _CHECKED.findall(_all_text(draft)))
    _choice(
        draft,
        "leave_type",
        _LEAVE_TYPES,
        marked if any(re.search(p, marked) for _, p in _LEAVE_TYPES) else _folded_text(draft),
    )
    hours(draft)


def hours(draft: Draft) -> None:
    """A number of hours: before or behind the word, or announced by a label."""
    values = [*labelled_texts(draft.paper, "hours"), *(Scored(f, 0.7, ("word:ore",)) for f in matches(draft, _HOURS))]
    parsed: list[Scored] = []
    for one in values:
        number = re.match(r"(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:ore|ora|h|hours?)?\s*(?=\W|$|\b)", one.found.value)
        if number is None or re.match(r"\d+\s*[:/%]|\d+[.,]?\d*\s*(?:giorn|gg|mes|min)", one.found.value):
            continue
        try:
            value = parse(FieldType.HOURS, number[1])
        except BadValue:
            continue
        found = one.found
        parsed.append(
            Scored(Found(FieldType.HOURS, value, 1.0, found.cell, found.first, found.last), one.score, one.evidence)
        )
    draft.choose("hours", sorted(parsed, key=lambda s: -s.score), 0.5)


def sick_note(draft: Draft, kind: str) -> None:
    person(draft)
    dated(draft, kind)
    _times(draft, kind, 0.3)
    protocol(draft)


def tax_certificate(draft: Draft, kind: str) -> None:
    person(draft)
    employer(draft)
    employer_code(draft)
    years = [(f, "cu" in folded(f.cell.text).split() or "unica" in folded(f.cell.text)) for f in matches(draft, _YEAR)]
    named = [Scored(f, 1.0 + 0.5 * max(0.0, 0.5 - f.place.top), ("label:CU",)) for f, called in years if called]
    draft.choose("year", sorted(named, key=lambda s: -s.score), 0.3)


def training_certificate(draft: Draft, kind: str) -> None:
    person(draft, large_print=True)
    issued = dated(draft, kind)
    valid = ranked(draft.paper, FieldType.DATE, WANTED[kind]["valid_until"])
    draft.choose("valid_until", [v for v in valid if issued is None or v.found.value > issued.found.value], 0.4)
    course(draft)
    hours(draft)
    employer(draft, "issuer", {"issuer": 1.0, "employer": 0.4})


def course(draft: Draft) -> None:
    """What the word for a course announces, or what stands between quotation marks."""
    quoted = [
        Scored(f, 1.3, ("form:quoted",)) for f in matches(draft, re.compile(r"[«“\"]\s*([^«»“”\"]{6,90})\s*[»”\"]"))
    ]
    announced = [one for one in labelled_texts(draft.paper, "course") if len(one.found.value) > 6]
    unnamed = [
        one
        for one in announced
        if not re.match(r"(?:di formazione|della durata|del|ha|e con|dal|in data)\b", one.found.value.lower())
    ]
    draft.choose("course", [*quoted, *unnamed], 0.4)


def evaluation(draft: Draft, kind: str) -> None:
    person(draft, code=False)
    employer(draft)
    period(draft, kind)
    used = {draft.fields[n].value for n in ("period_start", "period_end") if n in draft.fields}
    dates = ranked(draft.paper, FieldType.DATE, WANTED[kind]["date"])
    draft.choose("date", [d for d in dates if d.found.value not in used], 0.25)
    scores = [one for one in labelled_texts(draft.paper, "score") if len(one.found.value) < 40 and one.found.value]
    draft.choose("score", scores, 0.5)


def cv(draft: Draft, kind: str) -> None:
    names = [*_headline_person(draft), *employee_names(draft.paper, large_print=True)]
    draft.choose("employee_name", sorted(names, key=lambda s: -s.score), 0.3)
    mails = [Scored(f, 1.3, ("form:e-mail",)) for f in matches(draft, _EMAIL)]
    draft.choose("email", mails, 0.3, text=mails[0].found.value.rstrip(".").lower() if mails else None)
    phones = [
        Scored(f, 1.0 + 0.3 * (f.value.lstrip("+0").startswith(("39", "3"))), ("form:phone",))
        for f in matches(draft, _PHONE)
    ]
    draft.choose(
        "phone",
        [p for p in sorted(phones, key=lambda s: -s.score) if sum(c.isdigit() for c in p.found.value) >= 8],
        0.3,
    )


def _headline_person(draft: Draft) -> list[Scored]:
    """A name in large print, on one line or on two under each other."""
    sheet = draft.paper.sheets[0]
    found: list[Scored] = []
    for block in draft.paper.blocks:
        large = [c for c in block.cells if c.page == sheet.page and c.height > 1.2 * sheet.line_height]
        words = tuple(word for cell in large for word in cell.words)
        texts = [word.text for word in words]
        if 2 <= len(words) <= 5 and looks_like_person(texts):
            size = large[0].height / sheet.line_height
            cell = large[0]
            value = Found(FieldType.TEXT, " ".join(texts).strip(",;"), 1.0, cell, 0, len(cell.words) - 1)
            found.append(Scored(value, min(1.2, 0.2 + 0.4 * size), ("print:large",)))
    return sorted(found, key=lambda s: -s.score)


def identity_document(draft: Draft, kind: str) -> None:
    person(draft)
    dates = ranked(draft.paper, FieldType.DATE, WANTED[kind]["valid_until"])
    latest = max((d.found.value for d in dates), default="")
    draft.choose(
        "valid_until",
        sorted(
            (d.better_by(0.4, "order:latest date") if d.found.value == latest else d for d in dates),
            key=lambda s: -s.score,
        ),
        0.4,
    )
    cards = [Scored(f, 1.3, ("form:document number",)) for f in matches(draft, _CARD)]
    named = [
        one
        for one in labelled_texts(draft.paper, "document_number")
        if re.fullmatch(r"[A-Z0-9 ]{6,22}", one.found.value) and any(c.isdigit() for c in one.found.value)
    ]
    draft.choose("document_number", [*cards, *named], 0.4)
    if "document_number" in draft.fields and cards:
        draft.choose("document_number", cards, 0.4, text=cards[0].found.value.replace(" ", ""))
