"""What extraction gives back, and how a scored value becomes a field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from intake.extract.confidence import confidence
from intake.extract.paper import Paper
from intake.extract.scoring import Scored
from intake.firms import NOBODY, KnownFirms
from storage.reading import Check, FieldValue, Row, Source

_CANDIDATES = 4
_LEAST = 0.3
_DOUBTFUL = 0.4


@dataclass(frozen=True, slots=True)
class Extraction:
    """`candidates` keeps, per field, the values not chosen, best first."""

    fields: Mapping[str, FieldValue]
    lists: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    checks: tuple[Check, ...] = ()
    candidates: Mapping[str, tuple[FieldValue, ...]] = field(default_factory=dict)


class Draft:
    """Fields of one document on their way: the best value of each, and the ones that were not chosen."""

    def __init__(self, paper: Paper, firms: KnownFirms = NOBODY) -> None:
        self.paper = paper
        self.firms = firms
        self.fields: dict[str, FieldValue] = {}
        self.candidates: dict[str, tuple[FieldValue, ...]] = {}
        self.lists: dict[str, tuple[Row, ...]] = {}
        self.checks: list[Check] = []

    def value(self, one: Scored, text: str | None = None) -> FieldValue:
        found = one.found
        reader = found.reader_confidence
        return FieldValue(
            text if text is not None else found.value,
            confidence(found.type, one.score, reader, found.quality),
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
            self.candidates[name] = tuple(self.value(one) for one in ([best, *rest] if best else [])[:_CANDIDATES])
            return None
        self.candidates[name] = tuple(self.value(one) for one in rest if one.score > 0)
        self.fields[name] = self.value(best, text)
        return best

    def computed(self, name: str, value: str, sureness: float, *evidence: str) -> None:
        self.fields[name] = FieldValue(value, sureness, Source.COMPUTED, evidence=evidence)

    def doubt(self, name: str, why: str) -> None:
        """Keeps a value but says that it is not sure."""
        value = self.fields[name]
        self.fields[name] = replace(value, confidence=min(value.confidence, _DOUBTFUL), evidence=(*value.evidence, why))

    def extraction(self) -> Extraction:
        kept = {name: values for name, values in self.candidates.items() if values}
        return Extraction(self.fields, self.lists, tuple(self.checks), kept)
