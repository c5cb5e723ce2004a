"""How well a value fits a field: the labels that govern it, its place, its quality. The evidence is kept in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from intake.extract.found import Found
from intake.extract.paper import Governor, Paper
from intake.extract.wanted import Weights
from intake.words import plain
from storage.kinds import FieldType

_PLACE_BEFORE_DATE = re.compile(
    r"[A-ZÀ-Ý][\w'’. –-]{2,28}(?:\([A-Z]{2}\))?(?:,|\.| l[iìí']| addì| l[iì]')+\s*(?:l[iìí]'?|addì)?,?\s*$"
)


@dataclass(frozen=True)
class Scored:
    """`score` around 1 means a field's own label right before a well-formed value; below 0.3 it means little."""

    found: Found
    score: float
    evidence: tuple[str, ...]

    def better_by(self, bonus: float, why: str) -> Scored:
        return Scored(self.found, self.score + bonus, (*self.evidence, why))


def _contribution(governor: Governor, weights: Weights) -> tuple[float, str]:
    """The strongest thing that one label says of the field; its clearest meaning counts."""
    known = [(weights[role], role) for role in governor.label.roles if role in weights]
    if not known:
        return 0.0, ""
    weight, _ = max(known, key=lambda entry: (abs(entry[0]), entry[0]))
    return weight * governor.strength, f"label:{governor.label.phrase} ({governor.relation})"


def score(paper: Paper, value: Found, weights: Weights, governors: Sequence[Governor] | None = None) -> Scored:
    """Sum of what the governing labels say, the strongest counting most, times the value's quality. `governors`: only
    these of them."""
    told = [
        _contribution(governor, weights) for governor in (paper.governors(value) if governors is None else governors)
    ]
    told = sorted((entry for entry in told if entry[0]), key=lambda entry: -abs(entry[0]))
    total = sum(amount * (1.0 if rank == 0 else 0.5) for rank, (amount, _) in enumerate(told[:3]))
    evidence = tuple(why for amount, why in told if amount > 0)
    quality = value.quality
    scored = Scored(value, min(total, 1.6) * quality if total > 0 else total, evidence)
    return (
        scored if not value.note or quality == 1.0 else Scored(value, scored.score, (*evidence, f"form:{value.note}"))
    )


Prior = Callable[[Paper, Found], tuple[float, str]]


def ranked(
    paper: Paper, type: FieldType, weights: Weights, prior: Prior | None = None, found: Iterable[Found] | None = None
) -> list[Scored]:
    """All values of a type, best first."""
    values = [value for value in (paper.found if found is None else found) if value.type is type]
    scored = []
    for value in values:
        one = score(paper, value, weights)
        if prior is not None:
            bonus, why = prior(paper, value)
            one = one.better_by(bonus, why) if bonus else one
        scored.append(one)
    return sorted(scored, key=lambda s: -s.score)


def document_date_prior(paper: Paper, value: Found) -> tuple[float, str]:
    """A paper's own date stands high on its first page, often after a place: "Milano, lì 3 marzo 2026"."""
    if value.cell.page != paper.sheets[0].page:
        return -0.2, "place:later page"
    before = " ".join(word.text for word in value.cell.words[: value.first])
    if _PLACE_BEFORE_DATE.fullmatch(before + " ") or _PLACE_BEFORE_DATE.fullmatch(before):
        return 0.6, "place:after a town"
    alone = value.first == 0 and value.last == len(value.cell.words) - 1
    high = max(0.0, 0.5 - value.place.top)
    return 0.5 * high + (0.15 if alone else 0.0), "place:high on the page"


def low_on_the_page(paper: Paper, value: Found) -> tuple[float, str]:
    """Totals stand low."""
    last = value.cell.page == paper.sheets[-1].page
    return (0.15 * value.place.top if last else 0.0), "place:low on the page"


def distinct(scored: Sequence[Scored]) -> list[Scored]:
    """The best of each value, in order; the same value standing twice speaks a little for it."""
    best: dict[str, Scored] = {}
    for one in scored:
        if one.found.value not in best:
            best[one.found.value] = one
        elif one.score > 0.3:
            first = best[one.found.value]
            if not any(why.startswith("again") for why in first.evidence):
                best[one.found.value] = first.better_by(0.1, "again:stands twice")
    return sorted(best.values(), key=lambda s: -s.score)


def folded_before(value: Found) -> str:
    return plain(" ".join(word.text for word in value.cell.words[: value.first]))
