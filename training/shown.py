"""Generated papers as extraction sees them: each value's traits and whether it is right, each paper's likewise."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial

from benchmarks.truth import Truth, follows, same
from intake.classify import KindGuess, classify
from intake.extract.extraction import extract
from intake.extract.result import Extraction
from intake.language import language_of
from intake.learned.additive import Additive
from intake.learned.traits import Traits
from intake.review import Judged, asks_anyway, traits_of
from storage.reading import Check, Page
from training.generate import sample

_TODAY = date(2026, 12, 31)


@dataclass(frozen=True)
class Value:
    """`counts` is False where a value that is not printed follows from others: neither right nor wrong."""

    name: str
    traits: Traits
    right: bool
    counts: bool


@dataclass(frozen=True)
class Gap:
    """A field without a value; `right` where the paper has none either."""

    name: str
    traits: Traits
    right: bool


@dataclass(frozen=True)
class Shown:
    kind: KindGuess
    language: str
    values: tuple[Value, ...]
    gaps: tuple[Gap, ...]
    checks: tuple[Check, ...]
    pages: Traits
    right: bool
    asks_anyway: bool

    def traits(self, values: Additive, gaps: Additive) -> Traits:
        """The whole paper's, with the confidence that the two models give."""
        sure = {value.name: round(values.chance(value.traits), 3) for value in self.values}
        complete = {gap.name: gaps.chance(gap.traits) for gap in self.gaps}
        return traits_of(Judged(self.kind, self.language, sure, complete, self.checks, self.pages))


def judged(pages: tuple[Page, ...], truth: Truth) -> Shown:
    """A paper read with the code as it is, held against what stands on it."""
    guess = classify(pages)
    found = extract(guess.kind, pages, _TODAY)
    values = tuple(_value(name, found, truth) for name in found.fields)
    gaps = tuple(Gap(name, traits, name not in truth.fields) for name, traits in found.silences.items())
    complete = guess.kind == truth.kind and not truth.fields.keys() - found.fields.keys()
    right = complete and all(value.right or not value.counts for value in values)
    return Shown(guess, language_of(pages), values, gaps, found.checks, found.pages, right, asks_anyway(guess, found))


def _value(name: str, found: Extraction, truth: Truth) -> Value:
    wanted, got = truth.fields.get(name), found.fields[name].value
    right = wanted is not None and same(name, got, wanted)
    return Value(name, found.traits[name], right, wanted is not None or not follows(truth, name, got))


def shown(seed: int, number: int) -> Shown:
    paper = sample(seed, number)
    lists = {name: [*rows] for name, rows in paper.lists.items()}
    truth = Truth("", paper.kind, paper.fields, lists, "", paper.layout, paper.level)
    return judged(paper.pages, truth)


def drawn(seed: int, count: int, processes: int) -> list[Shown]:
    with ProcessPoolExecutor(processes) as pool:
        return list(pool.map(partial(shown, seed), range(count), chunksize=25))
