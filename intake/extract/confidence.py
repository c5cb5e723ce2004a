"""How likely a value is right: its traits, in words, weighed as generated papers taught (`intake.learned`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from intake.extract.paper import Paper
from intake.extract.scoring import Scored
from intake.extract.surroundings import around, as_name, comparable, elsewhere, same_as_others
from intake.learned.additive import VALUES, loaded
from intake.learned.traits import Trait, Traits, ramps
from storage.kinds import FIELDS, FieldType
from storage.reading import Check, FieldValue

# Traits whose names begin so may only speak for a value, or only against it, whatever was learned from.
RISING = ("score", "margin", "reader", "quality", "sureness", "passed", "checked reader")
FALLING = ("failed", "doubtful words")
_CHECKED = frozenset({FieldType.VAT_ID, FieldType.TAX_CODE, FieldType.IBAN})
_WELL_FORMED = 0.4
_UNCHECKED = 0.3
_CONTRADICTED = 0.6

_SCORE = (0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 2.5)
_MARGIN = (0.0, 0.1, 0.25, 0.5, 0.75, 1.0, 1.5)
_READER = (0.3, 0.6, 0.8, 0.9, 0.96)
_QUALITY = (0.4, 0.7, 0.9, 1.0)
_SURENESS = (0.5, 0.7, 0.85, 0.95)
_TIMES = (1, 2, 3, 5)
_RIVALS = (0, 1, 3, 7, 15, 30)
_LONG = (1, 2, 4, 7, 12)

# The fields whose figures a check compares.
CHECKED_FIELDS = {
    "net_plus_vat_is_gross": ("net_amount", "vat_amount", "gross_amount"),
    "gross_minus_withholding_is_due": ("gross_amount", "withholding_amount", "amount_due"),
    "gross_minus_deductions_is_net": ("gross_pay", "deductions", "net_pay"),
    "vat_lines_add_up": ("net_amount", "vat_amount", "gross_amount"),
    "lines_add_up": ("net_amount", "gross_amount"),
}


@dataclass(frozen=True)
class Chosen:
    """What was taken for a field, the best of another value beside it, and for a computed value its sureness."""

    best: Scored | None
    rival: Scored | None = None
    sureness: float = 0.0


def _declared(kind: str, name: str) -> Iterator[Trait]:
    yield f"field:{name}", 1.0
    yield f"type:{FIELDS[name].type}", 1.0
    yield f"field:{name} of {kind}", 1.0


def _from_checks(name: str, checks: Sequence[Check]) -> Iterator[Trait]:
    for check in checks:
        if name in CHECKED_FIELDS.get(check.check, ()):
            said = "passed" if check.passed else "failed"
            yield f"{said}:{check.check}", 1.0
            yield f"{said}:{check.check} for {name}", 1.0


def _kind_of_evidence(why: str) -> str:
    """Evidence without its figures and phrases: "label (below)", "check:vat is % of net", "place:letterhead"."""
    told, _, rest = why.partition(":")
    if told == "label":
        return f"label ({rest.rpartition('(')[2]}"
    return f"{told}:{re.sub(r'[0-9.,]+', '', rest)}" if told in ("check", "place", "order", "known", "form") else told


def _from_evidence(name: str, evidence: Sequence[str]) -> Iterator[Trait]:
    labelled = [why for why in evidence if why.startswith("label:")]
    yield (f"first {_kind_of_evidence(labelled[0])}" if labelled else "no label"), 1.0
    if not labelled:
        yield f"no label for {name}", 1.0
    if len(labelled) > 1:
        yield "several labels", 1.0
    yield from {_kind_of_evidence(why): 1.0 for why in evidence if not why.startswith("label:")}.items()
    yield from ((f"phrase:{why[6:].rpartition(' (')[0]}", 1.0) for why in labelled[:1])


def _of_text(paper: Paper, one: Scored, text: str) -> Iterator[Trait]:
    """How a text is made: where it ends tells whether it was cut right."""
    found, words = one.found, text.split()
    yield from ramps("words", len(words), _LONG)
    inside = [label for label in paper.labels_in(found.cell) if found.first <= label.first <= found.last]
    marks = {
        "text:digits": any(c.isdigit() for c in text),
        "text:no digits": not any(c.isdigit() for c in text),
        "text:a colon inside": ":" in text,
        "text:a label inside": bool(inside),
        "text:small letters first": text[:1].islower(),
        "text:capitals": text.isupper(),
        "text:all of its cell": found.first == 0 and found.last >= len(found.cell.words) - 1,
        "text:ends oddly": not text[-1:].isalnum() and text[-1:] not in ".)",
    }
    yield from ((name, 1.0) for name, is_so in marks.items() if is_so)


def _times(paper: Paper, one: Scored) -> int:
    found = one.found
    if found.type is not FieldType.TEXT:
        return sum(other.type is found.type and other.value == found.value for other in paper.found)
    wanted = comparable(found.value)
    return sum(wanted in comparable(cell.text) for sheet in paper.sheets for cell in sheet.cells) if wanted else 0


def _as_printed(paper: Paper, name: str, chosen: Chosen, one: Scored) -> Iterator[Trait]:
    found = one.found
    own = FIELDS[name].type
    yield from ramps("score", one.score, _SCORE)
    yield from ramps(f"score of {own}", one.score, _SCORE)
    yield from ramps(f"score of {name}", one.score, (0.0, 0.5, 1.0, 1.5))
    margin = one.score - chosen.rival.score if chosen.rival is not None else _MARGIN[-1]
    yield from ramps("margin", margin, _MARGIN)
    yield from ramps(f"margin of {name}", margin, (0.0, 0.3, 0.8))
    if chosen.rival is None:
        yield "no other value", 1.0
    checked = found.type in _CHECKED and found.quality > _WELL_FORMED
    yield from ramps("checked reader" if checked else "reader", found.reader_confidence, _READER)
    yield from ramps("quality", found.quality, _QUALITY)
    yield from ramps("stands often", _times(paper, one), _TIMES)
    if found.type is not FieldType.TEXT:
        rivals = {other.value for other in paper.found if other.type is found.type} - {found.value}
        yield from ramps(f"other values of {found.type}", len(rivals), _RIVALS)
    else:
        yield from _of_text(paper, one, found.value)
        yield from elsewhere(paper, name, found)
    if name.endswith("_name"):
        yield from as_name(name, found.value)
    yield from around(paper, name, found)
    yield ("first page" if found.cell.page == paper.sheets[0].page else "later page"), 1.0
    yield from ramps("low on the page", found.place.top, (0.0, 0.33, 0.66, 1.0))


@dataclass(frozen=True)
class Context:
    """What all values of a paper share: how its pages read, the other values given, the checks."""

    kind: str
    pages: Traits
    fields: Mapping[str, FieldValue]
    checks: Sequence[Check]


def traits_of(paper: Paper, name: str, chosen: Chosen, context: Context) -> Traits:
    """The traits of the value taken for a field."""
    traits = dict(context.pages) | dict(_declared(context.kind, name))
    traits |= dict(_from_checks(name, context.checks))
    if name in context.fields:
        traits |= dict(same_as_others(name, context.fields[name].value, context.fields))
    if chosen.best is None:
        computed = {"computed": 1.0, f"computed {name}": 1.0}
        return traits | computed | dict(ramps(f"sureness of {name}", chosen.sureness, _SURENESS))
    traits |= dict(_from_evidence(name, chosen.best.evidence))
    return traits | dict(_as_printed(paper, name, chosen, chosen.best))


def confidence(chosen: Chosen, traits: Traits) -> float:
    """The probability that a value is right. Where a check digit fails, none gets more than 0.3; none that was computed
    against what is printed more than 0.6."""
    chance = loaded(VALUES).chance(traits)
    if chosen.best is None and any(name.startswith("failed:") for name in traits):
        chance = min(chance, _CONTRADICTED)
    if chosen.best is not None and chosen.best.found.quality < _WELL_FORMED:
        chance = min(chance, _UNCHECKED)
    return round(chance, 3)


def against(traits: Traits) -> list[str]:
    """What speaks against a value, strongest first; what kind of value it is speaks in no words of evidence."""
    told = loaded(VALUES).against(traits)
    return [f"against:{name}" for name in told if not name.startswith(("field:", "type:")) and traits[name] > 0.5]
