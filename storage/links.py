"""How documents belong together.

inside    from what held it to what it held: an archive's member, a mail's attachment, pages cut out of a pile
copy      from the document that counts to another rendition of it: the scan of an e-invoice, the same paper again
twin      from the older to the newer of two that may be the same; a person says whether they are
notice    from an e-invoice to what SDI said of it
tie       from a document to its order, delivery note, ... as a person says
sides     from the fronts of double-sided sheets to their backs
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.reading import Reading


class LinkKind(StrEnum):
    INSIDE = "inside"
    COPY = "copy"
    TWIN = "twin"
    NOTICE = "notice"
    TIE = "tie"
    SIDES = "sides"


class Tie(StrEnum):
    """What the one that is tied to a document is to it."""

    ORDER = "order"
    DELIVERY = "delivery"
    INVOICE = "invoice"
    REMINDER = "reminder"
    CONTRACT = "contract"
    OTHER = "other"


class Role(StrEnum):
    """What a document is to the one it came out of."""

    MEMBER = "member"  # of an archive
    ATTACHMENT = "attachment"  # of a mail or an e-invoice
    PAGES = "pages"  # of a pile of paper
    SHEETS = "sheets"  # put together from their fronts and their backs


@dataclass(frozen=True, slots=True)
class Inside:
    """A file found in a document's file, its bytes already under their hash.

    `pages` are those of the pile that it was cut from; with `reading` it was read there and is not read again. `part`
    is the document of the file that it belongs to."""

    sha256: str
    size: int
    name: str
    role: Role
    pages: tuple[int, ...] = ()
    reading: Reading | None = None
    media_type: str = ""
    part: int = 1

    @property
    def file(self) -> str:
        """Its own name, without the folders it lay in."""
        return self.name.rsplit("/", 1)[-1] or "?"

    @property
    def bond(self) -> Mapping[str, object]:
        """What the link says of it."""
        said: dict[str, object] = {"role": self.role.value, "name": self.name}
        return said | ({"pages": list(self.pages)} if self.pages else {})
