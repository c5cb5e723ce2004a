"""The content of a CMS SignedData, read straight from its BER encoding.

Only the way to the content is walked, once and without recursion: certificates and signatures behind it may be odd,
cut off or hostile (a general ASN.1 decoder copies and recurses at every level of nesting), and are never needed.
"""

from __future__ import annotations

from typing import NamedTuple

SEQUENCE, OCTET_STRING, OCTET_STRING_IN_PARTS, OID, EXPLICIT_0 = 0x30, 0x04, 0x24, 0x06, 0xA0
SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
MAX_DEPTH = 16


class BadEncoding(ValueError):
    """The bytes are not the encoding that they should be."""


class Header(NamedTuple):
    """`end` is where the content ends, None where an end mark closes it."""

    tag: int
    start: int
    end: int | None


def header_at(data: bytes, at: int) -> Header:
    """The header of the element that begins at `at`. Raises `BadEncoding` at the end of the data or for a long tag."""
    if at + 2 > len(data) or data[at] & 0x1F == 0x1F:
        raise BadEncoding(f"no element at {at}")
    tag, first = data[at], data[at + 1]
    if first < 0x80:
        return Header(tag, at + 2, at + 2 + first)
    if first == 0x80:
        return Header(tag, at + 2, None)
    count = first & 0x7F
    if count > 8:
        raise BadEncoding(f"no length at {at}")
    start = at + 2 + count
    return Header(tag, start, start + int.from_bytes(data[at + 2 : start], "big"))


def after(data: bytes, header: Header) -> int:
    """Where the element ends, its end mark included."""
    if header.end is not None:
        return header.end
    at, open_marks = header.start, 1
    while open_marks:
        if data[at : at + 2] == b"\0\0":
            open_marks, at = open_marks - 1, at + 2
            continue
        inner = header_at(data, at)
        if inner.end is None:
            open_marks, at = open_marks + 1, inner.start
        else:
            at = inner.end
    return at


def _expect(data: bytes, at: int, tag: int) -> Header:
    header = header_at(data, at)
    if header.tag != tag:
        raise BadEncoding(f"tag {header.tag:#x} at {at}, not {tag:#x}")
    return header


def _joined(data: bytes, header: Header) -> bytes:
    """All primitive octet strings inside one that was sent in parts, in order."""
    parts: list[bytes] = []
    ends: list[int | None] = [header.end]
    at = header.start
    while ends:
        if ends[-1] is None and data[at : at + 2] == b"\0\0":
            ends.pop()
            at += 2
        elif ends[-1] is not None and at >= ends[-1]:
            ends.pop()
        else:
            inner = header_at(data, at)
            at = inner.start
            if inner.tag == OCTET_STRING_IN_PARTS and len(ends) < MAX_DEPTH:
                ends.append(inner.end)
            elif inner.tag == OCTET_STRING and inner.end is not None and inner.end <= len(data):
                parts.append(data[at : inner.end])
                at = inner.end
            else:
                raise BadEncoding(f"tag {inner.tag:#x} at {at} inside an octet string")
    return b"".join(parts)


def signed_content(data: bytes) -> bytes:
    """What a CMS SignedData (DER or BER) carries. Raises `BadEncoding`, also where the content is detached."""
    content_info = _expect(data, 0, SEQUENCE)
    kind = _expect(data, content_info.start, OID)
    if kind.end is None or data[kind.start : kind.end] != SIGNED_DATA:
        raise BadEncoding("no SignedData")
    signed = _expect(data, _expect(data, kind.end, EXPLICIT_0).start, SEQUENCE)
    version = header_at(data, signed.start)
    digests = header_at(data, after(data, version))
    inner = _expect(data, after(data, digests), SEQUENCE)
    inner_kind = _expect(data, inner.start, OID)
    wrapped = _expect(data, after(data, inner_kind), EXPLICIT_0)
    content = header_at(data, wrapped.start)
    if content.tag == OCTET_STRING_IN_PARTS:
        return _joined(data, content)
    # PKCS#7 before CMS let any type stand here; its bytes are then the content
    if content.end is None or content.end > len(data):
        raise BadEncoding("content cut off")
    return data[content.start : content.end]
