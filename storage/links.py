"""How documents belong together."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a document is to the one it came out of."""

    MEMBER = "member"  # of an archive
    ATTACHMENT = "attachment"  # of a mail or an e-invoice
    PAGES = "pages"  # of a pile of paper
