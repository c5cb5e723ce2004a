"""What a file is, by its bytes. A name is a hint from a stranger and is never asked."""

from __future__ import annotations

import re
from pathlib import Path

from intake.errors import EmptyFile, UnknownType

PDF = "application/pdf"
TIFF = "image/tiff"
JPEG = "image/jpeg"
PNG = "image/png"
WEBP = "image/webp"
HEIC = "image/heic"
BMP = "image/bmp"
FATTURAPA = "application/xml"
NOTICE = "application/sdi-notice+xml"
P7M = "application/pkcs7-mime"
TEXT = "text/plain"

IMAGES = frozenset({TIFF, JPEG, PNG, WEBP, HEIC, BMP})

_HEAD_BYTES = 64 * 1024
_STARTS = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"II+\x00", TIFF),
    (b"MM\x00+", TIFF),
)
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_SIGNED_DATA = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"  # the object identifier of CMS signed data
_PEM = re.compile(rb"-----BEGIN (PKCS7|CMS)-----")
_INVOICE_ROOT = re.compile(r"<(?:[\w.-]+:)?(?:FatturaElettronica(?:Semplificata)?)[\s>]")
# Text to a machine, but no document to a person: programs, markup, formatted text.
_NOT_PLAIN = re.compile(r"\s*(?:%!PS|\{\\rtf|<!doctype|<\?|<html|<[A-Za-z][\w:.-]*[\s/>])", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def media_type(path: Path) -> str:
    """The media type of the file at `path`. Raises EmptyFile, UnknownType, OSError."""
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    return media_type_of(head)


def media_type_of(head: bytes) -> str:
    """The media type of a file that begins with `head` (64 KiB, or the whole file where it is shorter)."""
    if not head.strip(b"\x00 \t\r\n"):
        raise EmptyFile
    known = _by_signature(head) or _by_text(head)
    if known is None:
        raise UnknownType
    return known


def _by_signature(head: bytes) -> str | None:
    for start, media in _STARTS:
        if head.startswith(start):
            return media
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS and b"avif" not in head[8:64]:
        return HEIC
    if head[:2] == b"BM" and len(head) > 26 and int.from_bytes(head[14:18], "little") in (12, 40, 52, 56, 64, 108, 124):
        return BMP
    if b"%PDF-" in head[:1024]:
        return PDF
    if (head[0] == 0x30 and _SIGNED_DATA in head[:32]) or _PEM.match(head.lstrip()[:40]) or head[:3] == b"MII":
        return P7M
    return None


def _by_text(head: bytes) -> str | None:
    text = decode(head)
    if text is None:
        return None
    if _INVOICE_ROOT.search(text[:8192]) and text.lstrip().startswith("<"):
        return FATTURAPA
    return None if _NOT_PLAIN.match(text) else TEXT


def decode(data: bytes) -> str | None:
    """`data` as text: UTF-8, UTF-16 or Windows Latin-1, whichever it is; None where it is no text.

    The last character may be cut in half, as at the end of a file's head."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16", errors="replace")
        broken = text[:-1].count("�")
    else:
        text, broken = _decode_eight_bit(data)
    strange = len(_CONTROL.findall(text)) + broken
    return text.lstrip("\ufeff") if strange <= len(text) // 1000 else None


def _decode_eight_bit(data: bytes) -> tuple[str, int]:
    try:
        return data.decode("utf-8-sig"), 0
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.end == len(data):
            return data[: error.start].decode("utf-8-sig"), 0
    text = data.decode("cp1252", errors="replace")
    return text, text.count("�")
