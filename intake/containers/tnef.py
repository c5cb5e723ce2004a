"""What Outlook packs into a part of its own called winmail.dat (MS-OXTNEF): attachments, and the formatted text."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import replace

from intake.containers import mapi
from intake.containers.letter import EML, NOBODY, Letter, Part
from intake.containers.mapi import Properties
from intake.containers.mapi_parts import attached_part, body_parts
from intake.containers.written_eml import written

_SIGNATURE = b"\x78\x9f\x3e\x22"
_BODY, _MESSAGE = 0x0002800C, 0x00069003
_BEGINS, _TITLE, _DATA, _FURTHER = 0x00069002, 0x00018010, 0x0006800F, 0x00069005
_DEEPEST = 5
_MOST_ATTRIBUTES = 20_000
_MOST_VALUES = 10_000
_FIXED_SIZES = {
    0x0002: 4,
    0x0003: 4,
    0x0004: 4,
    0x0005: 8,
    0x0006: 8,
    0x0007: 8,
    0x000A: 4,
    0x000B: 4,
    0x0014: 8,
    0x0040: 8,
}
_GUID, _SIZED = 0x0048, frozenset({mapi.OBJECT, mapi.TEXT_8, mapi.TEXT, mapi.BINARY})
_MANY = 0x1000
_INTERFACE = 16  # bytes before an object's own


def unwrapped(part: Part, depth: int = 0) -> Iterator[Part]:
    """What is inside where the part is such a file, the part itself where not."""
    if not part.content.startswith(_SIGNATURE) or depth > _DEEPEST:
        yield part
        return
    yield from _parts(part.content, depth)


def _parts(data: bytes, depth: int) -> Iterator[Part]:
    """As far as the file is in order."""
    current: dict[int, mapi.Value | str] | None = None
    for attribute, content in _attributes(data):
        if attribute == _BEGINS:
            if current:
                yield from _attached(current, depth)
            current = {}
        elif attribute == _MESSAGE:
            yield from body_parts(_properties(content))
        elif attribute == _BODY:
            yield Part("text/plain", "", content.rstrip(b"\0"))
        elif current is not None and attribute == _TITLE:
            current[mapi.ATTACHED_SHORT_NAME] = mapi.text_of(mapi.TEXT_8, content, "cp1252")
        elif current is not None and attribute == _DATA:
            current[mapi.ATTACHED] = content
        elif current is not None and attribute == _FURTHER:
            current |= {number: value for number, value in _properties(content).items() if number not in current}
    if current:
        yield from _attached(current, depth)


def _attached(properties: Properties, depth: int) -> Iterator[Part]:
    """An attachment; a mail among them is such a file again."""
    part = attached_part(properties)
    inner = part.content[_INTERFACE:]
    if not inner.startswith(_SIGNATURE):
        yield part
    elif depth < _DEEPEST:
        subject = part.name.removesuffix(".msg")
        letter = Letter(NOBODY, (), (), subject, None, tuple(_parts(inner, depth + 1)))
        yield replace(part, kind=EML, name=f"{subject}.eml", content=written(letter))


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 6
    for _ in range(_MOST_ATTRIBUTES):
        if at + 9 > len(data):
            return
        attribute, length = struct.unpack_from("<II", data, at + 1)
        content = data[at + 9 : at + 9 + length]
        if len(content) < length:
            return
        yield attribute, content
        at += 11 + length


def _properties(data: bytes) -> dict[int, mapi.Value | str]:
    """As far as they are in order."""
    found: dict[int, mapi.Value | str] = {}
    try:
        for number, kind, content in _values(data):
            value = mapi.fixed_value(kind, content.ljust(8, b"\0"))
            if kind in (mapi.TEXT, mapi.TEXT_8):
                found[number] = mapi.text_of(kind, content, "cp1252")
            elif kind in (mapi.BINARY, mapi.OBJECT):
                found[number] = content
            elif value is not None:
                found[number] = value
    except (struct.error, IndexError):
        pass
    return found


def _values(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Number, kind and content of each property; of those with several values the last. Raises struct.error."""
    (count,) = struct.unpack_from("<I", data)
    at = 4
    for _ in range(min(count, _MOST_VALUES)):
        kind, number = struct.unpack_from("<HH", data, at)
        at += 4
        if number >= 0x8000:
            at = _behind_name(data, at)
        values, single = 1, kind & ~_MANY
        if kind & _MANY or single in _SIZED:
            (values,) = struct.unpack_from("<I", data, at)
            at += 4
        for _ in range(min(values, _MOST_VALUES)):
            at, content = _value(data, at, single)
            yield number, single, content


def _value(data: bytes, at: int, kind: int) -> tuple[int, bytes]:
    if kind in _SIZED:
        (length,) = struct.unpack_from("<I", data, at)
        at += 4
        return at + length + -length % 4, data[at : at + length]
    length = 16 if kind == _GUID else _FIXED_SIZES[kind] if kind in _FIXED_SIZES else _unknown()
    return at + length, data[at : at + length]


def _unknown() -> int:
    raise struct.error("a kind of property that is not known")


def _behind_name(data: bytes, at: int) -> int:
    """Behind the set and the name or number that some properties carry with them."""
    (named,) = struct.unpack_from("<I", data, at + 16)
    if not named:
        return at + 24
    (length,) = struct.unpack_from("<I", data, at + 20)
    return int(at + 24 + length + -length % 4)
