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


class Pair(NamedTuple):
    new: Likeness
    old: Likeness

    @property
    def is_read_from_pictures(self) -> bool:
        """Whether a sign may have been misread on either side."""
        return Source.OCR in (self.new.source, self.old.source)

    @property
    def haze(self) -> float:
        """0 where both read well, 1 where one can barely be read."""
        least = min(self.new.legible, self.old.legible)
        return min(1.0, max(0.0, (_CLEAR - least) / (_CLEAR - _BARELY)))

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
