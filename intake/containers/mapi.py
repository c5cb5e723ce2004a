"""Properties of Outlook's messages, as they are numbered in .msg files and winmail.dat alike (MS-OXPROPS)."""

from __future__ import annotations

import codecs
import struct
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

MESSAGE_CLASS = 0x001A
SUBJECT = 0x0037
SUBMITTED = 0x0039
SENT_BY_NAME = 0x0042
SENT_BY_ADDRESS = 0x0065
HEADS = 0x007D
RECIPIENT_TYPE = 0x0C15
SENDER_NAME = 0x0C1A
SENDER_ADDRESS = 0x0C1F
DELIVERED = 0x0E06
BODY = 0x1000
RTF = 0x1009
HTML = 0x1013
NAME = 0x3001
ADDRESS = 0x3003
CREATED = 0x3007
ATTACHED = 0x3701
ATTACHED_SHORT_NAME = 0x3704
ATTACHED_NAME = 0x3707
ATTACHED_KIND = 0x370E
ATTACHED_ID = 0x3712
ATTACHED_FLAGS = 0x3714
ATTACHED_HIDDEN = 0x7FFE
SMTP_ADDRESS = 0x39FE
INTERNET_CODEPAGE = 0x3FDE
MESSAGE_CODEPAGE = 0x3FFD
SENDER_SMTP = 0x5D01

INTEGER, BOOLEAN, OBJECT, TEXT_8, TEXT, TIME, BINARY = 0x0003, 0x000B, 0x000D, 0x001E, 0x001F, 0x0040, 0x0102

_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)

Value = bytes | int | datetime
Properties = Mapping[int, "Value | str"]


def codec_of(codepage: object) -> str:
    """The name of a Windows code page, CP1252 where it is unknown."""
    name = {65001: "utf-8", 20127: "ascii", 28591: "latin-1", 28605: "iso8859-15", 1200: "utf-16-le"}.get(
        codepage if isinstance(codepage, int) else 0, f"cp{codepage}"
    )
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def text_of(kind: int, data: bytes, codec: str) -> str:
    found = data.decode("utf-16-le" if kind == TEXT else codec, errors="replace")
    return found.rstrip("\0")


def fixed_value(kind: int, data: bytes) -> Value | None:
    """A value of at most eight bytes; None for kinds that are of no use here."""
    if kind == INTEGER:
        return int(struct.unpack_from("<i", data)[0])
    if kind == BOOLEAN:
        return int(data[0] != 0)
    if kind == TIME:
        return _moment(struct.unpack_from("<Q", data)[0])
    return None


def _moment(ticks: int) -> datetime | None:
    """From 100 ns since 1601, in the time of this place."""
    try:
        return (_EPOCH + timedelta(microseconds=ticks // 10)).astimezone()
    except (OverflowError, ValueError, OSError):
        return None


def string(properties: Properties, *numbers: int) -> str:
    """The first of the properties that says something, as text."""
    return next((found for number in numbers if isinstance(found := properties.get(number), str) and found), "")


def data(properties: Properties, number: int) -> bytes:
    found = properties.get(number)
    return found if isinstance(found, bytes) else b""
