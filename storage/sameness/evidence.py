"""Evidence for and against two documents being the same one, weighed in natural logarithms of odds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from storage.reading import Source
from storage.sameness.traits import Likeness


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact of both documents, as their fields have it (percentages for facts of whole pages). `agrees` is None
    where it tells nothing: one lacks the value, or may have been misread."""

    field: str
    new: str | None
    old: str | None
    agrees: bool | None


class Weighed(NamedTuple):
    evidence: Evidence
    weight: float


_CLEAR, _BARELY = 0.93, 0.78  # mean confidence of words: of good scans, of bad faxes
_LOST = 0.4  # share of words with figures that are otherwise, of papers that can barely be read


class Pair(NamedTuple):
    """`dim` is 0 where both read well, 1 where one can barely be read, as the reader says; `haze` takes in that both
    read well where most words agree."""

    new: Likeness
    old: Likeness
    dim: float
    haze: float

    @property
    def is_read_from_pictures(self) -> bool:
        """Whether a sign may have been misread on either side."""
        return Source.OCR in (self.new.source, self.old.source)

    @property
    def documents(self) -> tuple[Likeness, Likeness]:
        return self.new, self.old

    @property
    def crossed(self) -> tuple[Likeness, Likeness]:
        return self.old, self.new

    @property
    def is_between_renditions(self) -> bool:
        """Whether one is an e-invoice, whose pages are printed by us, and the other is not."""
        return self.new.is_xml != self.old.is_xml

    def values(self, name: str) -> tuple[str | None, str | None]:
        return self.new.value(name), self.old.value(name)

    def sureness(self, name: str) -> float:
        return min(self.new.sureness(name), self.old.sureness(name))

    def against(self, name: str, weight: float) -> float:
        """A clear difference: it weighs as much as both values are sure and legible."""
        sure = self.sureness(name) * (1.0 - 0.7 * self.haze) if self.is_read_from_pictures else 1.0
        return -weight * (0.15 + 0.85 * sure)


def paired(new: Likeness, old: Likeness) -> Pair:
    dim = min(1.0, max(0.0, (_CLEAR - min(new.legible, old.legible)) / (_CLEAR - _BARELY)))
    least = min(len(new.marks), len(old.marks))
    if not least or new.is_xml != old.is_xml:
        return Pair(new, old, dim, dim)
    return Pair(new, old, dim, min(dim, (1.0 - len(new.marks & old.marks) / least) / _LOST))
