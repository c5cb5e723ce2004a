"""The only door to py7zr: members are unpacked into memory of ours, never to a path that the archive names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import py7zr
from py7zr.io import Py7zIO, WriterFactory

from intake.containers.errors import DamagedArchive, EncryptedArchive
from intake.members import TooMuchInside


class _Buffer(Py7zIO):
    """What one member holds; refuses to grow beyond what all of them may."""

    def __init__(self, shelf: _Shelf) -> None:
        self._shelf = shelf
        self.content = BytesIO()

    def write(self, s: bytes | bytearray) -> int:
        self._shelf.left -= len(s)
        if self._shelf.left < 0:
            raise TooMuchInside(reason="7z")
        return self.content.write(s)

    def read(self, size: int | None = None) -> bytes:
        return self.content.read(-1 if size is None else size)

    def seek(self, offset: int, whence: int = 0) -> int:
        return self.content.seek(offset, whence)

    def flush(self) -> None:
        """Nothing waits to be written."""

    def size(self) -> int:
        return len(self.content.getbuffer())


class _Shelf(WriterFactory):
    def __init__(self, most: int) -> None:
        self.left = most
        self.buffers: dict[str, _Buffer] = {}

    def create(self, filename: str) -> Py7zIO:
        self.buffers[filename] = _Buffer(self)
        return self.buffers[filename]


MOST_IN_MEMORY = 300_000_000


def entries(path: Path, most_members: int, most_bytes: int) -> Iterator[tuple[str, Callable[[], Iterator[bytes]]]]:
    """Name and content of each file. Raises EncryptedArchive, DamagedArchive, TooMuchInside."""
    try:
        with py7zr.SevenZipFile(path) as archive:
            if archive.needs_password():
                raise EncryptedArchive
            files = [entry for entry in archive.list() if not entry.is_directory]
            size = sum(entry.uncompressed for entry in files)
            most = min(most_bytes, MOST_IN_MEMORY)
            if len(files) > most_members or size > most:
                raise TooMuchInside(reason=f"{len(files)} file, {size // 1_000_000} MB")
            shelf = _Shelf(most)
            archive.extract(targets=[entry.filename for entry in files], factory=shelf)
    except (EncryptedArchive, TooMuchInside):
        raise
    except py7zr.exceptions.PasswordRequired as error:
        raise EncryptedArchive from error
    except MemoryError:
        raise
    except Exception as error:  # a parser in Python, fed by strangers: it may raise anything
        raise DamagedArchive from error
    for name in sorted(shelf.buffers):
        yield name, lambda name=name: iter((shelf.buffers[name].content.getvalue(),))  # type: ignore[misc]
