"""A file to be read, and what it turned out to be: its documents, and the files that were inside."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from intake.firms import NOBODY, KnownFirms
from intake.members import Member
from storage.reading import Check, Reading


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to be read. `name` is the one it was dropped under, `hint` the inbox sub-folder, `kind` what a user said
    it is; `derived` is the folder for page images and the searchable PDF, `room` that for what is taken out of it, None
    where nobody wants them. `firms` are ours and earlier counterparts; `decision` is how a user wants a pile split."""

    path: Path
    name: str
    hint: str | None = None
    kind: str | None = None
    derived: Path | None = None
    firms: KnownFirms = NOBODY
    room: Path | None = None
    decision: tuple[tuple[int, ...], ...] | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """A document cut out of a pile: its own PDF at `path`, its pictures in the folder `derived`, the pages of the pile
    that it was, and what was read of them there."""

    path: Path
    derived: Path
    pages: tuple[int, ...]
    reading: Reading


@dataclass(frozen=True, slots=True)
class Outcome:
    """`readings` are the documents that the file itself is, none for one that only holds others. Paths lie in the
    paper's workroom, and are gone with it."""

    media_type: str
    readings: tuple[Reading, ...]
    members: tuple[Member, ...] = ()
    cuts: tuple[Cut, ...] = ()

    def doubted(self, check: Check) -> Outcome:
        """The same, with a check that failed: somebody must look at every document in it."""

        def doubt(reading: Reading) -> Reading:
            return replace(reading, checks=(*reading.checks, check), needs_review=True)

        cuts = tuple(replace(cut, reading=doubt(cut.reading)) for cut in self.cuts)
        return replace(self, readings=tuple(map(doubt, self.readings)), cuts=cuts)

    def taking(self, seconds: float) -> Outcome:
        """The same, with the time that all of it took told by the first reading."""
        if not self.readings:
            return self
        first, *further = self.readings
        return replace(self, readings=(replace(first, seconds=seconds), *further))
