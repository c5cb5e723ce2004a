"""Files found inside other files: attachments, archives' members, the documents of a pile of paper.

What a stranger's file calls its members is never used as a path: each is written under a number of ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from intake.errors import IntakeError
from storage.errors import Message
from storage.links import Role

MAX_MEMBERS = 5_000
MAX_BYTES = 1_000_000_000  # of all members together, unpacked
LONGEST_NAME = 400


class TooMuchInside(IntakeError):
    code = "too_much_inside"
    message = Message(
        "Il file ne contiene troppi, o troppo grandi ({reason}). Estraili tu e trascina solo quelli che servono.",
        "The file holds too many others, or too large ones ({reason}). Unpack it and drop only those you need.",
    )


@dataclass(frozen=True, slots=True)
class Member:
    """`path` is where its bytes lie, in the folder that was given for it; `name` what the file around it calls it,
    with the folders it lay in ("2026/fatture/12.pdf"); `part` which of the documents in that file it belongs to."""

    path: Path
    name: str
    role: Role
    part: int = 1


class Collector:
    """Writes members into `folder`, which must exist, and refuses what is too much. One for each file taken apart."""

    def __init__(self, folder: Path, max_members: int = MAX_MEMBERS, max_bytes: int = MAX_BYTES) -> None:
        self._folder = folder
        self._max_members = max_members
        self._left = max_bytes
        self.max_bytes = max_bytes
        self._number = 0
        self.members: list[Member] = []

    def add(self, name: str, chunks: Iterable[bytes], role: Role, part: int = 1) -> Member:
        """The file whose bytes come in `chunks`. Raises TooMuchInside, before more is written than is allowed."""
        if self._number >= self._max_members:
            raise TooMuchInside(reason=f"> {self._max_members} file")
        path = self._folder / f"{self._number + 1:05}"
        with path.open("wb") as file:
            for chunk in chunks:
                self._left -= len(chunk)
                if self._left < 0:
                    raise TooMuchInside(reason=f"> {self.max_bytes // 1_000_000} MB")
                file.write(chunk)
        self._number += 1
        member = Member(path, tidy_name(name), role, part)
        self.members.append(member)
        return member

    def drop(self, member: Member) -> None:
        """Takes back a member that is of no use as a file of its own; it still counts."""
        self.members.remove(member)
        member.path.unlink()

    def drop_after(self, count: int) -> None:
        """Takes back all but the first `count` members."""
        for member in self.members[count:]:
            self.drop(member)

    def kept(self) -> tuple[Member, ...]:
        return tuple(self.members)


def tidy_name(name: str) -> str:
    """A member's name as one line for people: slashes forward, nothing that cannot be printed, no way up."""
    printable = "".join(character if character.isprintable() else " " for character in name.replace("\\", "/"))
    parts = [part.strip() for part in printable.split("/")]
    return "/".join(part for part in parts if part not in ("", ".", ".."))[-LONGEST_NAME:] or "?"
