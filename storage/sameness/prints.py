"""Prints of a text and of a picture: few bytes that tell how much two of them are alike."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Iterable

SLOTS = 64
_EMPTY = 0xFFFFFFFF
_FORM = f">{SLOTS}I"


def text_print(words: Iterable[str]) -> bytes:
    """The least hash in each of 64 slots (one-permutation minhash, Li, Owen, Zhang 2012) of the words, the second of a
    word apart from the first; 256 bytes, empty where there are no words."""
    slots = [_EMPTY] * SLOTS
    seen: Counter[str] = Counter()
    for word in words:
        seen[word] += 1
        code = zlib.crc32(f"{word} {seen[word]}".encode())
        slot = code % SLOTS
        slots[slot] = min(slots[slot], code)
    return struct.pack(_FORM, *slots) if seen else b""


def text_likeness(one: bytes, other: bytes) -> float | None:
    """About the share of words that both texts have (Jaccard's), None where a text has none."""
    if not one or not other:
        return None
    slots = zip(struct.unpack(_FORM, one), struct.unpack(_FORM, other), strict=True)
    same = [bool(a == b) for a, b in slots if a != _EMPTY or b != _EMPTY]
    return sum(same) / len(same)


def bands(text: bytes, rows: int) -> list[str]:
    """Hashes of `rows` slots each: near-identical texts share some."""
    step = rows * 4
    return [f"{zlib.crc32(text[at : at + step]):08x}" for at in range(0, len(text), step)]


def picture_likeness(one: bytes, other: bytes) -> float | None:
    """1 for the same picture, about 0 for pictures that have nothing in common; None where there is none."""
    if not one or len(one) != len(other):
        return None
    apart = (int.from_bytes(one, "big") ^ int.from_bytes(other, "big")).bit_count()
    return max(0.0, 1 - 2 * apart / (8 * len(one)))
