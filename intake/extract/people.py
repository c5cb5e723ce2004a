"""The person a paper is about. A tax code spells its owner's name: where both are there, they prove each other."""

from __future__ import annotations

from intake.extract.found import Found
from intake.extract.names import (
    given_name_code,
    looks_like_firm,
    name_text,
    surname_code,
    words_that_spell,
)
from intake.extract.paper import Paper
from intake.extract.party_names import persons
from intake.extract.scoring import Scored, score
from intake.extract.texts import labelled_texts
from intake.extract.wanted import Weights
from storage.kinds import FieldType

_EMPLOYEE: Weights = {
    "employee": 1.0,
    "surname": 0.4,
    "employer": -0.4,
    "customer": -0.1,
    "given_name": 0.3,
    "ship_to": -0.5,
}
_PROVEN = 1.3


def person_codes(paper: Paper) -> list[Found]:
    """Tax codes of people, the surest first."""
    codes = [value for value in paper.found if value.type is FieldType.TAX_CODE]
    return sorted(codes, key=lambda code: -code.quality)


def proven_by(paper: Paper, code: str) -> Scored | None:
    """The name on the page that spells the tax code, in one place or as surname and given name in two boxes."""
    best: Scored | None = None
    for sheet in paper.sheets[:2]:
        for cell in sheet.cells:
            for run in words_that_spell(code, cell.words):
                first = next(i for i, word in enumerate(cell.words) if word is run[0])
                value = Found(FieldType.TEXT, name_text(run), 1.0, cell, first, first + len(run) - 1)
                governed = score(paper, value, _EMPLOYEE).score
                one = Scored(value, _PROVEN + 0.1 * governed, ("check:spells the tax code",))
                if best is None or one.score > best.score + 0.05:
                    best = one
    return best or _in_two_boxes(paper, code)


def _in_two_boxes(paper: Paper, code: str) -> Scored | None:
    surnames = [s for s in labelled_texts(paper, "surname") if surname_code(s.found.value) == code[:3]]
    given = [s for s in labelled_texts(paper, "given_name") if given_name_code(s.found.value) == code[3:6]]
    if not surnames or not given:
        return None
    one = surnames[0].found
    value = Found(FieldType.TEXT, f"{one.value} {given[0].found.value}", 1.0, one.cell, one.first, one.last)
    return Scored(value, _PROVEN, ("check:spells the tax code",))


def _two_boxes(paper: Paper) -> list[Scored]:
    surnames, given = labelled_texts(paper, "surname"), labelled_texts(paper, "given_name")
    pairs = [
        (s, g)
        for s in surnames[:3]
        for g in given[:3]
        if s.found.cell is not g.found.cell
        and max(len(s.found.words), len(g.found.words)) <= 3
        and not any(c.isdigit() for c in s.found.value + g.found.value)
    ]
    return [
        Scored(
            Found(FieldType.TEXT, f"{s.found.value} {g.found.value}", 1.0, s.found.cell, s.found.first, s.found.last),
            0.5 + 0.5 * s.score,
            (*s.evidence, *g.evidence),
        )
        for s, g in pairs[:1]
    ]


def employee_names(paper: Paper, *, large_print: bool = False) -> list[Scored]:
    """Names of the person the paper is about, best first. `large_print`: the name may be a headline, as of a CV."""
    proven = [one for code in person_codes(paper)[:2] if (one := proven_by(paper, code.value)) is not None]
    scored: list[Scored] = []
    for value in persons(paper):
        one = score(paper, value, _EMPLOYEE)
        bonus = 0.0
        if large_print:
            ratio = value.cell.height / paper.sheet(value.cell.page).line_height
            alone = value.first == 0 and value.last == len(value.cell.words) - 1
            bonus = min(0.5, max(0.0, ratio - 1.1)) + 0.15 * alone + 0.2 * max(0.0, 0.5 - value.place.top)
        if not looks_like_firm(value.cell.text):
            scored.append(Scored(value, one.score + bonus, (*one.evidence, *(("print:large",) if bonus > 0.3 else ()))))
    return sorted([*proven, *_two_boxes(paper), *scored], key=lambda s: -s.score)
