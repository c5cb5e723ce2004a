"""Secrets that a browser or a program shows to be let in: made here, kept only as their hash."""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime, timedelta

SEEN_AGAIN = timedelta(minutes=1)  # what was seen or used is written down at most so often
_BYTES = 32
_LONGEST = 200


def new_key(prefix: str = "") -> str:
    """256 random bits, fit for an address; the prefix lets people (and scanners of leaked secrets) see what it is."""
    return prefix + secrets.token_urlsafe(_BYTES)


def hash_of(key: str) -> str:
    """Without salt and quick: nobody guesses 256 random bits, and the hash is what is looked up."""
    return hashlib.sha256(key[:_LONGEST].encode("utf-8", "replace")).hexdigest()


def is_worth_writing(last: datetime | None, now: datetime) -> bool:
    return last is None or now - last >= SEEN_AGAIN


def now() -> datetime:
    return datetime.now(UTC)
