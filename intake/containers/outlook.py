"""Mails as Outlook saves them (.msg, MS-OXMSG): an OLE file of properties, read through olefile."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import olefile

from intake.containers import mapi
from intake.containers.eml import parsed, parts_of
from intake.containers.errors import DamagedMail
from intake.containers.letter import EML, MOST_ADDRESSES, Address, Letter, Part, one_line
from intake.containers.mapi import Properties, data, string
from intake.containers.mapi_parts import attached_part, body_parts
from intake.containers.written_eml import written
from intake.errors import IntakeError

OLE_HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_PROPERTIES = "__properties_version1.0"
_HEADERS = {"": 32, "__attach": 8, "__recip_": 8, "__substg": 24}  # bytes before the first property, by the storage
_VALUE = "__substg1.0_"
_EMBEDDED = f"{_VALUE}{mapi.ATTACHED:04X}{mapi.OBJECT:04X}"
_SIGNED_CLASS = "IPM.NOTE.SMIME"
_DEEPEST = 5
_MOST_ATTACHED = 2_000
_TO, _COPY = 1, 2

Place = tuple[str, ...]


def letter_of_msg(path: Path) -> Letter:
    """Raises DamagedMail."""
    try:
        with olefile.OleFileIO(str(path)) as ole:
            return _Message(ole, (), 0).letter()
    except (IntakeError, MemoryError):
        raise
    except Exception as error:  # a parser in Python, fed by strangers: it may raise anything
        raise DamagedMail from error


def is_msg(path: Path) -> bool:
    """Whether an OLE file holds a mail."""
    try:
        with olefile.OleFileIO(str(path)) as ole:
            return bool(ole.exists(_PROPERTIES))
    except Exception:  # whatever a library meant for tools of analysis raises on a damaged file
        return False


class _Message:
    """The message in the storage at `place`; those attached to it lie further in."""

    def __init__(self, ole: olefile.OleFileIO, place: Place, depth: int) -> None:
        self._ole = ole
        self._place = place
        self._depth = depth
        self._codec = "cp1252"
        entries = [tuple(entry) for entry in ole.listdir(streams=True, storages=True)]
        self._inside = sorted(entry for entry in entries if entry[: len(place)] == place)
        self._own = self._properties(place)

    def letter(self) -> Letter:
        heads = parsed(string(self._own, mapi.HEADS).encode("utf-8", errors="replace"))
        people = [(self._properties(place), place) for place in self._storages("__recip_")]
        sent = _date(str(heads.get("date", "")))
        own = (self._own.get(mapi.SUBMITTED), self._own.get(mapi.DELIVERED), self._own.get(mapi.CREATED))
        return Letter(
            self._sender(),
            tuple(_person(one) for one, _ in people if one.get(mapi.RECIPIENT_TYPE, _TO) == _TO)[:MOST_ADDRESSES],
            tuple(_person(one) for one, _ in people if one.get(mapi.RECIPIENT_TYPE) == _COPY)[:MOST_ADDRESSES],
            one_line(string(self._own, mapi.SUBJECT)),
            sent or next((at for at in own if isinstance(at, datetime)), None),
            tuple(self._parts()),
        )

    def _sender(self) -> Address:
        name = string(self._own, mapi.SENT_BY_NAME, mapi.SENDER_NAME)
        numbers = (mapi.SENDER_SMTP, mapi.SENT_BY_ADDRESS, mapi.SENDER_ADDRESS)
        found = [string(self._own, number) for number in numbers]
        return _address(name, next((one for one in found if "@" in one), ""))

    def _parts(self) -> Iterator[Part]:
        yield from body_parts(self._own)
        is_signed = string(self._own, mapi.MESSAGE_CLASS).upper().startswith(_SIGNED_CLASS)
        for place in self._storages("__attach")[:_MOST_ATTACHED]:
            properties = self._properties(place)
            if (*place, _EMBEDDED) in self._inside:
                yield from self._embedded(place, properties)
            elif is_signed and string(properties, mapi.ATTACHED_KIND).lower() == "multipart/signed":
                yield from parts_of(parsed(data(properties, mapi.ATTACHED)))  # all of the mail as it travelled
            else:
                yield attached_part(properties)

    def _embedded(self, place: Place, properties: Properties) -> Iterator[Part]:
        """A mail attached to this one, as a mail that stands for itself."""
        if self._depth < _DEEPEST and (*place, _EMBEDDED, _PROPERTIES) in self._inside:
            letter = _Message(self._ole, (*place, _EMBEDDED), self._depth + 1).letter()
            name = string(properties, mapi.ATTACHED_NAME, mapi.NAME) or letter.subject or "messaggio"
            yield Part(EML, f"{name.removesuffix('.msg')}.eml", written(letter), attached=True)

    def _storages(self, begin: str) -> list[Place]:
        inside = (entry for entry in self._inside if len(entry) == len(self._place) + 1)
        return [entry for entry in inside if entry[-1].startswith(begin)]

    def _properties(self, place: Place) -> Properties:
        found: dict[int, mapi.Value | str] = dict(self._fixed(place))
        codepage = found.get(mapi.MESSAGE_CODEPAGE) or found.get(mapi.INTERNET_CODEPAGE)
        if codepage is not None:
            self._codec = mapi.codec_of(codepage)
        for entry in self._inside:
            if entry[:-1] != place or not entry[-1].startswith(_VALUE) or len(entry[-1]) != len(_VALUE) + 8:
                continue
            number, kind = int(entry[-1][12:16], 16), int(entry[-1][16:], 16)
            if kind in (mapi.TEXT, mapi.TEXT_8):
                found.setdefault(number, mapi.text_of(kind, self._read(entry), self._codec))
            elif kind == mapi.BINARY:
                found[number] = self._read(entry)
        return found

    def _fixed(self, place: Place) -> Iterator[tuple[int, mapi.Value]]:
        if (*place, _PROPERTIES) not in self._inside:
            return
        stream = self._read((*place, _PROPERTIES))
        begin = _HEADERS[place[-1][:8] if place else ""]
        for at in range(begin, len(stream) - 15, 16):
            kind, number = struct.unpack_from("<HH", stream, at)
            value = mapi.fixed_value(kind, stream[at + 8 : at + 16])
            if value is not None:
                yield number, value

    def _read(self, entry: Place) -> bytes:
        content: bytes = self._ole.openstream(list(entry)).read()
        return content


def _person(properties: Properties) -> Address:
    found = [string(properties, number) for number in (mapi.SMTP_ADDRESS, mapi.ADDRESS)]
    return _address(string(properties, mapi.NAME), next((one for one in found if "@" in one), ""))


def _address(name: str, address: str) -> Address:
    name = one_line(name).strip("'\" ")
    return Address("" if name == address else name, one_line(address))


def _date(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(one_line(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
