"""The content of a signed file (.p7m) in every form met: DER, BER in chunks, base64, PEM, S/MIME, nested, unsigned.

The signature is neither needed nor checked here; the file as it came stays the original.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass

from intake.formats.ber import BadEncoding, signed_content
from intake.formats.errors import DamagedSignature, XmlTooLarge

MAX_BYTES = 64_000_000
MAX_NESTING = 8

_ARMOUR = re.compile(rb"-----(?:BEGIN|END) [A-Z0-9 ]{1,40}-----")
_MIME_HEAD = re.compile(rb"\A(?:[A-Za-z-]{2,40}:[^\n]{0,400}\r?\n(?:[ \t][^\n]{0,400}\r?\n){0,20}){1,20}\r?\n")
_ROOTS = rb"(?:FatturaElettronica(?:Semplificata)?|CrossIndustry(?:Invoice|Document)|Invoice|CreditNote)"
_FIRST_TAG = re.compile(rb"(?:\xef\xbb\xbf)?<(?:\?xml\s|(?:[\w.-]{1,40}:)?" + _ROOTS + rb")")
_LAST_TAG = re.compile(rb"</(?:[\w.-]{1,40}:)?" + _ROOTS + rb"\s{0,40}>")
_CHUNK_HEADER = re.compile(rb"\x04(?:\x81.|\x82..|\x83...|\x84....|[\x00-\x7f])", re.DOTALL)
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_BLANKS = b"\xef\xbb\xbf \t\r\n\0"
_BASE64 = re.compile(rb"[A-Za-z0-9+/\-_]+={0,2}")
# CMS SignedData, also where a program took a byte of it for the end of a line
_SIGNED_DATA = re.compile(rb"\A0[\x80-\x88].{0,8}?\x06\x09\x2a\x86\x48\x86\xf7\r\n?\x01\x07\x02", re.DOTALL)
# '0' and the length byte 0x80..0x84, as they look once binary was saved as if it were text
_BINARY_AS_TEXT = re.compile(rb"\A0(?:\xc2[\x80-\x84]|\xe2\x82\xac|\xe2\x80[\x9a\x9e]|\xc6\x92)")


@dataclass(frozen=True, slots=True)
class Opened:
    """What is inside. `layers` counts the envelopes and text encodings taken off, `damaged` says that an envelope was
    not in order, so that its content was cut out by its own beginning and end."""

    data: bytes
    layers: int = 0
    damaged: bool = False


def opened(data: bytes) -> Opened:
    """The innermost content of `data`: itself where it is signed in no form known here.

    Raises `DamagedSignature` where a signature begins but its content cannot be reached, `XmlTooLarge` beyond
    `MAX_BYTES`."""
    inner = Opened(data)
    for layers in range(MAX_NESTING):
        if len(inner.data) > MAX_BYTES:
            raise XmlTooLarge(reason=f"{len(inner.data) // 1_000_000} MB")
        found = _one_layer(inner.data)
        if found is None:
            return inner
        inner = Opened(found.data, layers + 1, inner.damaged or found.damaged)
    raise DamagedSignature()


def layers(data: bytes) -> Iterator[bytes]:
    """The signed envelopes of `data`, in binary, the outermost first. Raises `DamagedSignature`, `XmlTooLarge`."""
    for _ in range(MAX_NESTING):
        if _begins_as_der(data):
            yield _binary_again(data)
        found = _one_layer(data)
        if found is None or len(found.data) > MAX_BYTES:
            return
        data = found.data


def is_signed(data: bytes) -> bool:
    """Whether `data`, which may be cut off, begins like a signed file in one of the forms taken apart here."""
    inner: bytes | None = data
    for _ in range(MAX_NESTING):
        if inner is None or _begins_as_der(inner):
            return inner is not None
        inner = _from_base64(inner.strip(_BLANKS))
    return False


def _begins_as_der(data: bytes) -> bool:
    return data[:1] == b"0" and _SIGNED_DATA.match(_binary_again(data[:64])) is not None


def _one_layer(data: bytes) -> Opened | None:
    """The data with one layer of signature or text encoding taken off, None where there is none."""
    if _begins_as_der(data):
        return _signed(_binary_again(data))
    text = data.strip(_BLANKS)
    if not text or text[:1] == b"<":
        return None
    binary = _from_base64(text)
    return None if binary is None else Opened(binary)


def _signed(data: bytes) -> Opened:
    try:
        return Opened(signed_content(data))
    except BadEncoding:
        return Opened(_cut_out(data), damaged=True)


def _cut_out(data: bytes) -> bytes:
    """The e-invoice inside an envelope whose lengths are wrong, for it says itself where it begins and ends.

    No XML holds the byte 4: where it stands, the header of a further chunk does."""
    begin = _FIRST_TAG.search(data)
    whole = _CHUNK_HEADER.sub(b"", data[begin.start() :]) if begin else b""
    ends = [found.end() for found in _LAST_TAG.finditer(whole)]
    xml = whole[: ends[-1]] if ends else b""
    if not xml or _CONTROL.search(xml):
        raise DamagedSignature()
    return xml


def _from_base64(text: bytes) -> bytes | None:
    """The bytes behind base64, PEM or S/MIME; None where the text is none of them, or holds nothing signed."""
    head = _MIME_HEAD.match(text)
    body = _ARMOUR.sub(b"", text[head.end() :] if head else text)
    packed = b"".join(body.split())
    if len(packed) < 16 or not _BASE64.fullmatch(packed):
        return None
    packed = packed.rstrip(b"=").replace(b"-", b"+").replace(b"_", b"/")
    packed = packed[: len(packed) - 1] if len(packed) % 4 == 1 else packed
    try:
        binary = base64.b64decode(packed + b"=" * (-len(packed) % 4))
    except binascii.Error:
        return None
    return binary if _begins_as_der(binary) or binary.lstrip(_BLANKS)[:1] in (b"<", b"M") else None


def _binary_again(data: bytes) -> bytes:
    """Undoes a program that read the binary as Windows text and wrote it as UTF-8."""
    if not _BINARY_AS_TEXT.match(data):
        return data
    text = data.decode("utf-8", errors="replace")
    return b"".join(_windows_byte(character) for character in text)


def _windows_byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        # the five codes that Windows leaves undefined pass through as themselves
        return bytes([ord(character)]) if ord(character) < 0x100 else b"?"
