"""Whether somebody should look at a document before it counts as filed: the probability that all of it is right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log

from intake.classify import KindGuess
from intake.extract.result import Extraction
from intake.learned.additive import PAPERS, SILENCES, loaded
from intake.learned.traits import Trait, Traits, ramps
from storage.kinds import KINDS
from storage.reading import Check

SURE_KIND = 0.8
# What a failed check says of these is that some figure was misread; a failed sum of lines alone may be an unread line.
_GRAVE = frozenset(
    {"net_plus_vat_is_gross", "gross_minus_withholding_is_due", "gross_minus_deductions_is_net", "vat_lines_add_up"}
)
# Traits whose names begin so may only speak for a paper, or only against it, whatever was learned from.
RISING = ("kind sure", "least sure", "least complete", "passed")
FALLING = ("failed", "doubts", "losses", "weak:", "lost:", "doubtful words")
_NEVER = 1e-3
_DOUBTS = (0.0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.6, 1.0, 2.0)
_LEAST = (-1.0, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0)


@dataclass(frozen=True)
class Judged:
    """A paper as it is judged: `sure` has the probability of each value to be right, `complete` that of each field
    without a value to be none on the paper."""

    kind: KindGuess
    language: str
    sure: Mapping[str, float]
    complete: Mapping[str, float]
    checks: tuple[Check, ...]
    pages: Traits


def _odds(chance: float) -> float:
    held = min(max(chance, _NEVER), 1 - _NEVER)
    return log(held / (1 - held))


def _together(chances: Mapping[str, float], doubts: str, least: str, each: str) -> Iterator[Trait]:
    """All together are as likely right as the product says, were they wrong each by itself."""
    yield from ramps(doubts, -sum(log(max(chance, _NEVER)) for chance in chances.values()), _DOUBTS)
    yield from ramps(least, min((_odds(chance) for chance in chances.values()), default=_LEAST[-1]), _LEAST)
    yield from ((f"{each}:{name}", 1.0 - chance) for name, chance in chances.items())


def traits_of(paper: Judged) -> Traits:
    """The traits of a whole paper."""
    traits = {f"kind:{paper.kind.kind}": 1.0, f"language:{paper.language}": 1.0, **paper.pages}
    traits |= dict(ramps("kind sure", _odds(paper.kind.confidence), (0.0, 1.5, 3.0, 4.5, 6.0)))
    traits |= dict(_together(paper.sure, "doubts", "least sure", "weak"))
    traits |= dict(_together(paper.complete, "losses", "least complete", "lost"))
    both = {**paper.sure, **paper.complete}
    traits |= dict(ramps("doubts and losses", -sum(log(max(one, _NEVER)) for one in both.values()), _DOUBTS))
    return traits | {f"{'passed' if check.passed else 'failed'}:{check.check}": 1.0 for check in paper.checks}


def entirely_right(kind: KindGuess, found: Extraction, language: str) -> float:
    """The probability that the kind and every value are right and none is missing."""
    sure = {name: value.confidence for name, value in found.fields.items()}
    complete = {name: loaded(SILENCES).chance(traits) for name, traits in found.silences.items()}
    return loaded(PAPERS).chance(traits_of(Judged(kind, language, sure, complete, found.checks, found.pages)))


def asks_anyway(kind: KindGuess, found: Extraction) -> bool:
    """True for `other`, which nobody asked for, where the kind is in doubt, an essential field missing, a sum wrong."""
    if kind.kind == "other" or kind.confidence < SURE_KIND:
        return True
    if any(name not in found.fields for name in KINDS[kind.kind].essential):
        return True
    return any(check.check in _GRAVE and not check.passed for check in found.checks)


def needs_review(kind: KindGuess, found: Extraction, language: str) -> bool:
    """True where anything asks for a look whatever the rest says, or the whole is not likely enough to be right."""
    return asks_anyway(kind, found) or entirely_right(kind, found, language) < loaded(PAPERS).limit
