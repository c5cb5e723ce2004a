"""What a worker is told of a mail, and what it makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from intake.firms import KnownFirms
from intake.members import Member
from storage.reading import Reading


@dataclass(frozen=True, slots=True)
class MailRead:
    reading: Reading
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class MailTask:
    """A mail to be read: its pictures go to `derived`, its attachments to `room`; the rest as in `understand`."""

    path: Path
    media_type: str
    derived: Path | None
    room: Path
    hint: str | None
    kind: str | None
    firms: KnownFirms
