"""What extraction gives back, and how a scored value becomes a field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from intake.extract.confidence import Chosen, Context, against, confidence, traits_of
from intake.extract.legibility import legibility
from intake.extract.paper import Paper
from intake.extract.scoring import Scored
from intake.extract.silence import Silence, silences
from intake.firms import NOBODY, KnownFirms
from intake.learned.traits import Traits
from storage.reading import Check, FieldValue, Row, Source

_CANDIDATES = 4
_LEAST = 0.3
_DOUBTFUL = 0.4
_CLEAR = 0.8


@dataclass(frozen=True, slots=True)
class Extraction:
    """`candidates` keeps, per field, the values not chosen, best first. `traits` are those of each value given,
    `silences` those of each field without one, `pages` tell how the whole reads."""

    fields: Mapping[str, FieldValue]
    lists: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    checks: tuple[Check, ...] = ()
    candidates: Mapping[str, tuple[FieldValue, ...]] = field(default_factory=dict)
    traits: Mapping[str, Traits] = field(default_factory=dict)
    silences: Mapping[str, Traits] = field(default_factory=dict)
    pages: Traits = field(default_factory=dict)


class Draft:
    """Fields of one document on their way: the best value of each, and the ones that were not chosen.

    How sure they are is told in the end, when all that was found is known."""

    def __init__(self, paper: Paper, firms: KnownFirms = NOBODY) -> None:
        self.paper = paper
        self.firms = firms
        self.fields: dict[str, FieldValue] = {}
        self.candidates: dict[str, tuple[FieldValue, ...]] = {}
        self.lists: dict[str, tuple[Row, ...]] = {}
        self.checks: list[Check] = []
        self._chosen: dict[str, Chosen] = {}
        self._others: dict[str, tuple[Scored, ...]] = {}
        self._doubted: set[str] = set()

    def value(self, one: Scored, text: str | None = None) -> FieldValue:
        """The value with its place and its evidence; not yet with its confidence."""
        found = one.found
        return FieldValue(
            text if text is not None else found.value,
            0.0,
            self.paper.sources[found.cell.page],
            found.cell.page,
            found.box,
            one.evidence,
        )

    def choose(
        self, name: str, ranked: Sequence[Scored], least: float = _LEAST, text: str | None = None
    ) -> Scored | None:
        """Takes the first of `ranked` for a field if it scores at least `least`; the next ones stay as candidates."""
        best = ranked[0] if ranked else None
        others = [one for one in ranked[1:30] if best is None or one.found.value != best.found.value]
        unique = {one.found.value: one for one in reversed(others)}
        rest = sorted(unique.values(), key=lambda s: -s.score)[:_CANDIDATES]
        if best is None or best.score < least:
            self._keep(name, ([best, *rest] if best else [])[:_CANDIDATES])
            return None
        self._keep(name, [one for one in rest if one.score > 0])
        self.fields[name] = self.value(best, text)
        self._chosen[name] = Chosen(best, rest[0] if rest else None)
        return best

    def _keep(self, name: str, others: Sequence[Scored]) -> None:
        self.candidates[name] = tuple(self.value(one) for one in others)
        self._others[name] = tuple(others)

    def computed(self, name: str, value: str, sureness: float, *evidence: str) -> None:
        self.fields[name] = FieldValue(value, sureness, Source.COMPUTED, evidence=evidence)
        self._chosen[name] = Chosen(None, None, sureness)

    def doubt(self, name: str, why: str) -> None:
        """Keeps a value but says that it is not sure."""
        value = self.fields[name]
        self.fields[name] = replace(value, evidence=(*value.evidence, why))
        self._doubted.add(name)

    def extraction(self, kind: str) -> Extraction:
        """All that was found, each value with the probability that it is right."""
        context = Context(kind, legibility(self.paper), self.fields, self.checks)
        told = {name: traits_of(self.paper, name, self._chosen[name], context) for name in self.fields}
        sure = {name: self._sure(name, traits) for name, traits in told.items()}
        fields = {name: _told(value, sure[name], told[name]) for name, value in self.fields.items()}
        others = {name: self._rated(name, values, sure, context) for name, values in self.candidates.items() if values}
        best = {name: ones[0].score for name, ones in self._others.items() if ones}
        missing = silences(Silence(self.paper, kind, self.fields, best, context.pages))
        return Extraction(fields, self.lists, tuple(self.checks), others, told, missing, context.pages)

    def _sure(self, name: str, traits: Traits) -> float:
        chance = confidence(self._chosen[name], traits)
        return min(chance, _DOUBTFUL) if name in self._doubted else chance

    def _rated(
        self, name: str, values: Sequence[FieldValue], sure: Mapping[str, float], context: Context
    ) -> tuple[FieldValue, ...]:
        """Candidates as sure as they are by themselves, but no surer than what was chosen leaves."""
        left = 1.0 - sure.get(name, 0.5)
        best = self._chosen[name].best if name in self.fields else None
        apart = replace(context, fields={}, checks=())
        rated = []
        for one, value in zip(self._others[name], values, strict=True):
            as_chosen = Chosen(one, best)
            chance = confidence(as_chosen, traits_of(self.paper, name, as_chosen, apart))
            rated.append(replace(value, confidence=round(min(left, chance), 3)))
        return tuple(rated)


def _told(value: FieldValue, sure: float, traits: Traits) -> FieldValue:
    """The value with its confidence; where it is low, with what speaks most against it."""
    if sure >= _CLEAR:
        return replace(value, confidence=sure)
    return replace(value, confidence=sure, evidence=(*value.evidence, *against(traits)[:1]))
