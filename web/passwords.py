"""Passwords: argon2id, with the parameters that OWASP's password storage sheet gives (19 MiB, two passes)."""

from __future__ import annotations

import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 10, 1000

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_NOBODYS = _hasher.hash(secrets.token_urlsafe())


def hash_password(password: str) -> str:
    return _hasher.hash(password)


def generated() -> str:
    """64 random bits in four groups: easy to read out, hard to guess."""
    return "-".join(secrets.token_hex(2) for _ in range(4))


def is_password(password_hash: str | None, password: str) -> bool:
    """Takes as long for a user who does not exist (None), so that names cannot be found out by the clock."""
    try:
        return _hasher.verify(password_hash or _NOBODYS, password[:LONGEST]) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(password_hash: str) -> bool:
    return _hasher.check_needs_rehash(password_hash)
