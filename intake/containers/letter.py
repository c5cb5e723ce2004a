"""A mail taken apart, whichever program wrote it: its heads and its parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

EML = "message/rfc822"
MSG = "application/vnd.ms-outlook"
MAILS = frozenset({EML, MSG})
MOST_ADDRESSES = 200
LONGEST_HEAD = 1000


@dataclass(frozen=True, slots=True)
class Address:
    name: str
    address: str

    @property
    def shown(self) -> str:
        return f"{self.name} <{self.address}>" if self.name and self.address else self.name or self.address


@dataclass(frozen=True, slots=True)
class Part:
    """`kind` is the media type that the mail says, in small letters; `name` a stranger's, empty where there is none.
    `attached` is what the mail calls an attachment; `shown` what it wants to be seen inside the text; `id` is what
    its HTML calls it (cid:)."""

    kind: str
    name: str
    content: bytes
    charset: str = ""
    attached: bool = False
    shown: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """`sent` is what the sender's program said, in its time zone."""

    sender: Address
    recipients: tuple[Address, ...]
    copies: tuple[Address, ...]
    subject: str
    sent: datetime | None
    parts: tuple[Part, ...]


NOBODY = Address("", "")


def one_line(text: str) -> str:
    """A head as one line of at most `LONGEST_HEAD` letters."""
    return " ".join(text[: 4 * LONGEST_HEAD].split())[:LONGEST_HEAD]
