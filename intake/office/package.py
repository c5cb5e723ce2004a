"""The ZIP file that DOCX, XLSX, ODT and ODS are: looked over before anything in it is unpacked."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from intake.office.errors import DamagedOffice, EncryptedOffice, OfficeTooLarge, UnsafeOffice

MAX_BYTES = 200_000_000  # of all members together, unpacked
MAX_PART = 60_000_000  # of one part that is read as a tree
MAX_TAGS = 2_500_000  # opening and closing, of one part
MAX_RATIO = 300  # unpacked to packed, of members above a megabyte
MAX_DIRECTORY = 2_000_000  # bytes of the table of contents: some twenty thousand members

_CHUNK = 1 << 16
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, struct.error)


class Package:
    """An open office file. To be closed: `with Package(path) as package`.

    Raises DamagedOffice, EncryptedOffice, OfficeTooLarge."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            length = directory_bytes(file)
            if length is None:
                raise DamagedOffice(reason="ZIP")
            if length > MAX_DIRECTORY:
                raise OfficeTooLarge(reason="troppi file al suo interno")
        try:
            self._zip = zipfile.ZipFile(path)
        except _DAMAGES as error:
            raise DamagedOffice(reason="ZIP") from error
        try:
            _look_over(self._zip.infolist())
        except BaseException:
            self._zip.close()
            raise
        self.names = frozenset(self._zip.namelist())

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def xml(self, name: str) -> etree._Element | None:
        """The root of a part, None where there is none. Raises DamagedOffice, UnsafeOffice, OfficeTooLarge."""
        if name not in self.names:
            return None
        if self._zip.getinfo(name).file_size > MAX_PART:
            raise OfficeTooLarge(reason=f"> {MAX_PART // 1_000_000} MB")
        return tree(b"".join(self.chunks(name)), name)

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a part that is there. Raises DamagedOffice."""
        try:
            with self._zip.open(name) as part:
                while chunk := part.read(_CHUNK):
                    yield chunk
        except (*_DAMAGES, RuntimeError) as error:
            raise DamagedOffice(reason=name[:80]) from error


def tree(data: bytes, name: str) -> etree._Element:
    """XML from a stranger as a tree. Raises DamagedOffice, UnsafeOffice, OfficeTooLarge."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UnsafeOffice()
    if data.count(b"<") > MAX_TAGS:
        raise OfficeTooLarge(reason=f"> {MAX_TAGS // 2} elementi")
    parser = etree.XMLParser(
        remove_comments=True, remove_pis=True, resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
    )
    try:
        root = etree.fromstring(data.strip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedOffice(reason=name[:80]) from error
    # a declaration in an encoding whose bytes do not show it
    if root is None or str(getattr(root.getroottree().docinfo, "doctype", "")):
        raise UnsafeOffice()
    return root


def _look_over(members: list[zipfile.ZipInfo]) -> None:
    """A member is never unpacked further than the size it declares, so the declared sizes bound what comes."""
    if sum(member.file_size for member in members) > MAX_BYTES:
        raise OfficeTooLarge(reason=f"> {MAX_BYTES // 1_000_000} MB")
    for member in members:
        if member.flag_bits & 0x1:
            raise EncryptedOffice()
        if member.compress_type not in _METHODS:  # neither OOXML nor ODF knows another, and zipfile bounds no other
            raise DamagedOffice(reason="ZIP")
        if member.file_size > 1_000_000 and member.file_size > MAX_RATIO * max(1, member.compress_size):
            raise OfficeTooLarge(reason=f"{member.file_size // 1_000_000} MB in {member.compress_size // 1000} kB")


def directory_bytes(file: BinaryIO) -> int | None:
    """How long the table of contents says it is, None where there is none; zipfile reads all of it before anything can
    be asked."""
    size = file.seek(0, 2)
    file.seek(max(0, size - 0x10000 - 64))
    tail = file.read()
    end = tail.rfind(b"PK\x05\x06")
    if end < 0 or end + 22 > len(tail):
        return None
    length: int = struct.unpack_from("<I", tail, end + 12)[0]
    if end >= 76 and tail[end - 20 : end - 16] == b"PK\x06\x07" and tail[end - 76 : end - 72] == b"PK\x06\x06":
        long_length: int = struct.unpack_from("<Q", tail, end - 36)[0]
        return max(length if length != 0xFFFFFFFF else 0, long_length)
    return length
