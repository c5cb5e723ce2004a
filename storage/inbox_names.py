"""What the inbox's sub-folders say of the files in them."""

from __future__ import annotations

import re

# A sign after the name makes a folder for one pair of files alone: others that are dropped meanwhile wait elsewhere.
DOUBLE_SIDED = "double-sided"
_TWO_SIDES = re.compile(r"(?:double-sided|fronte-retro)(?:\+.*)?", re.IGNORECASE)


def has_two_sides(folder: str) -> bool:
    """Whether files in it are the fronts, then the backs, of the same sheets."""
    return any(_TWO_SIDES.fullmatch(name) for name in folder.split("/"))


def is_for_one_pair(folder: str) -> bool:
    """Whether only two files are to come there."""
    return has_two_sides(folder) and "+" in folder


def hint_of(folder: str) -> str | None:
    """What a folder says of the papers: "hr" for "hr/double-sided" and for "double-sided/hr"; None for nothing."""
    return "/".join(name for name in folder.split("/") if not _TWO_SIDES.fullmatch(name)) or None
