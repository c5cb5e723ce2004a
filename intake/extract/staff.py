"""What the papers of people at work share: the employee, the employer, texts of a known form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.extract.acquaintance import same_name
from intake.extract.common import period
from intake.extract.found import CellText, Found, cell_texts
from intake.extract.parties import EMPLOYER, best_names, with_ours
from intake.extract.party_names import all_names
from intake.extract.people import employee_names
from intake.extract.result import Draft
from intake.extract.scoring import Scored, ranked
from intake.extract.texts import labelled_texts
from intake.extract.wanted import Weights
from intake.words import folded, plain
from storage.kinds import FieldType
from storage.values import BadValue, parse

_HOURS = re.compile(
    r"(?<![\w.,/])(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:ore|ora|h|hours?)\b(?!\s*settiman)|\bore\s*:?\s*(?:n\.?\s*)?(\d{1,3}(?:[.,]\d{1,2})?)(?![\w:]|[.,]\d)",
    re.IGNORECASE,
)

# What is left of a year's leave is not what is asked for.
BALANCES = re.compile(r"\b(?:saldo|residu[oei]|maturat[oei]|godut[oei]|spettant[ei]|disponibil[ei]|giacenza)\b")
_PROTOCOL = re.compile(r"(?<![\w.,/-])\d{9,16}(?![\w/-]|[.,]\d)")

_OFFICES = re.compile(
    r"(?:ministero|agenzia|inps|inail|istituto nazionale|centro per l.impiego|regione|provincia|comune|repubblica|asl"
    r"|ats|ausl|azienda sanitaria|tribunale|ufficio|anpal|servizio sanitario|studio medico|ispettorato|prefettura"
    r"|questura)\b"
)

_LEVEL = re.compile(
    r"(?:\d{1,2} ?[°ºaª^]? ?(?:livello|liv\.?|super|S)?|[A-Z]{1,2}\d?S?|[A-Z]\d|\d[A-Z]{1,2}"
    r"|[IVX]+ ?(?:livello|liv\.?)?|Quadro|Dirigente|Q|(?:Impiegat[oa]|Operai[oa]) \d[A-Z]?)(?!\w)",
    re.IGNORECASE,
)

_WHOLE = 0.25


def all_text(draft: Draft) -> str:
    return "\n".join(row.text for sheet in draft.paper.sheets for row in sheet.rows)


def folded_text(draft: Draft) -> str:
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
    """The firm by its label or as whose paper it is; ours, where it stands on the page. A name without a legal form
    must be announced or be the letterhead."""
    paper, person = draft.paper, draft.fields.get("employee_name")
    names = all_names(paper, people=False)
    known = [found for found in names if person is None or not same_name(found.value, person.value)]
    ranked_names = best_names(paper, weights, known, letterhead=True, firms=draft.firms)
    judged = [_rather_an_office(one) for one in with_ours((ranked_names, []), draft.firms)[0]]
    draft.choose(name, sorted(judged, key=lambda s: -s.score), 0.2)


def _rather_an_office(one: Scored) -> Scored:
    """Who certifies, or to whom a notice goes, is an employer only where a label says so."""
    return one.better_by(-0.6, "word:an office") if _OFFICES.match(plain(one.found.value)) else one


def employer_code(draft: Draft) -> None:
    """The employer's eleven digits."""
    weights: Weights = {"tax_code": 0.7, "vat_id": 0.6, "employer": 0.4, "code": -0.3, "protocol": -0.5}
    codes = [s for s in ranked(draft.paper, FieldType.VAT_ID, weights) if s.found.quality > 0.8 or s.score > 0.1]
    sure = [one.better_by(0.5, "check:check digit") if one.found.quality > 0.8 else one for one in codes]
    sure.sort(key=lambda s: -s.score)
    if sure:
        draft.choose("employer_tax_code", sure, 0.3, text=sure[0].found.value.removeprefix("IT"))


def most_named(draft: Draft, name: str, table: Sequence[tuple[str, str]], text: str) -> None:
    """The value whose words stand on the page most often; at a draw, the first of the table."""
    counts = {value: len(re.findall(pattern, text)) for value, pattern in table}
    best = max(counts, key=lambda value: counts[value])
    if counts[best]:
        share = counts[best] / sum(counts.values())
        draft.computed(name, best, round(0.6 + 0.35 * share, 3), f"words:{best} {counts[best]}")


def level(draft: Draft) -> None:
    short = [one for one in labelled_texts(draft.paper, "level") if one.found.value]
    cut = [_level_text(one) for one in short]
    draft.choose("level", [one for one in cut if one is not None], 0.55)


def _level_text(one: Scored) -> Scored | None:
    """A level is short; what follows it (a contract's name, a qualification) is not part of it."""
    match = _LEVEL.match(one.found.value.removeprefix("Livello ").removeprefix("livello "))
    if match is None or not match.group().strip():
        return None
    found = one.found
    # Where nothing else follows, "Liv. 3" in the middle of a line is a level too.
    whole = _WHOLE if match.group().strip() == one.found.value.strip() else 0.0
    return Scored(
        Found(found.type, match.group().strip(), found.quality, found.cell, found.first, found.last),
        one.score + whole,
        one.evidence,
    )


def times(draft: Draft, kind: str, least: float = 0.35) -> None:
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


def hours(draft: Draft) -> None:
    """A number of hours: before or behind the word, or announced by a label."""
    values = [*labelled_texts(draft.paper, "hours"), *(Scored(f, 0.7, ("word:ore",)) for f in matches(draft, _HOURS))]
    parsed: list[Scored] = []
    for one in values:
        number = re.match(r"(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:ore|ora|h|hours?)?\s*(?=\W|$|\b)", one.found.value)
        if (
            number is None
            or BALANCES.search(one.found.cell.text.lower())
            or re.match(r"\d+\s*[:/%]|\d+[.,]?\d*\s*(?:giorn|gg|mes|min)", one.found.value)
        ):
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
