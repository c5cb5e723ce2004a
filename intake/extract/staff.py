"""What the papers of people at work share: the employee, the employer, texts of a known form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.extract.acquaintance import same_name
from intake.extract.found import CellText, Found, cell_texts
from intake.extract.parties import EMPLOYER, best_names, with_ours
from intake.extract.party_names import all_names
from intake.extract.people import employee_names
from intake.extract.periods import period
from intake.extract.result import Draft
from intake.extract.scoring import Scored, ranked
from intake.extract.wanted import Weights
from intake.words import folded, plain
from storage.kinds import FieldType

# What is left of a year's leave is not what is asked for.
BALANCES = re.compile(r"\b(?:saldo|residu[oei]|maturat[oei]|godut[oei]|spettant[ei]|disponibil[ei]|giacenza)\b")

_OFFICES = re.compile(
    r"(?:ministero|agenzia|inps|inail|istituto nazionale|centro per l.impiego|regione|provincia|comune|repubblica|asl"
    r"|ats|ausl|azienda sanitaria|tribunale|ufficio|anpal|servizio sanitario|studio medico|ispettorato|prefettura"
    r"|questura)\b"
)


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


def times(draft: Draft, kind: str, least: float = 0.35) -> None:
    period(draft, kind, ("start_date", "end_date"), least)
