"""The folder that an index lives in: which sub-folder is the current one, of what version, and who may write.

    index/current.json      {"version": "...", "folder": "4f1c..."}; replaced in one step when a new index takes over
    index/4f1c.../          the current index; a new one is made beside it
    index/writer.lock       held while something is written
    index/rebuild.lock      held while a new index is made
    index/damaged           word left by a searcher, in whatever process, that met a damage
The locks are the system's (flock): they end with the process that holds them, whatever ends it.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import shutil
import time
import uuid
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from index.errors import IndexBusy, IndexMissing, IndexOutdated

_POLL_SECONDS = 0.02


class Stamp(NamedTuple):
    """Tells one state of `current.json` from another without reading it."""

    inode: int
    modified_ns: int
    size: int


@dataclass(frozen=True, slots=True)
class IndexFolder:
    path: Path
    version: str

    def stamp(self) -> Stamp:
        try:
            status = self._current.stat()
        except FileNotFoundError:
            raise IndexMissing from None
        return Stamp(status.st_ino, status.st_mtime_ns, status.st_size)

    def current(self) -> Path:
        """The folder of the index in use. Raises `IndexMissing` or `IndexOutdated`."""
        try:
            found = json.loads(self._current.read_text())
            version, name = str(found["version"]), str(found["folder"])
        except FileNotFoundError:
            raise IndexMissing from None
        except (ValueError, KeyError, TypeError, OSError):
            raise IndexOutdated from None
        if version != self.version or not name.isalnum():
            raise IndexOutdated
        if not (self.path / name).is_dir():
            raise IndexMissing
        return self.path / name

    def create(self) -> Path:
        """An empty folder for a new index, not yet the current one."""
        folder = self.path / uuid.uuid4().hex
        folder.mkdir(parents=True)
        return folder

    def switch_to(self, folder: Path) -> None:
        """Makes a folder the current one, for good; what is said of a damage is forgotten with the old."""
        staged = self.path / f"{folder.name}.staged"
        staged.write_text(json.dumps({"version": self.version, "folder": folder.name}))
        sync(staged)
        staged.replace(self._current)
        self._damaged.unlink(missing_ok=True)
        sync(self.path)

    def remove_others(self, keep: Path) -> None:
        """Removes what no longer is the index, or never became it. Searchers that have it open are not disturbed."""
        for other in self.path.iterdir():
            if other.is_dir() and other != keep:
                shutil.rmtree(other, ignore_errors=True)
            elif other.suffix == ".staged":
                other.unlink(missing_ok=True)

    def is_there(self) -> bool:
        return self._current.exists()

    def report_damage(self) -> None:
        with contextlib.suppress(OSError):
            self._damaged.touch()

    def is_reported_damaged(self) -> bool:
        return self._damaged.exists()

    def forget_damage(self) -> None:
        self._damaged.unlink(missing_ok=True)

    @contextlib.contextmanager
    def lock(self, name: str, timeout_seconds: float) -> Iterator[None]:
        """Raises `IndexBusy` where another holds the lock for longer than the time-out."""
        self.path.mkdir(parents=True, exist_ok=True)
        handle = os.open(self.path / f"{name}.lock", os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _acquire(handle, timeout_seconds)
            yield
            # Said outright: a process forked meanwhile has the handle too, and closing ours would not free the lock.
        finally:
            fcntl.flock(handle, fcntl.LOCK_UN)
            os.close(handle)

    @property
    def _current(self) -> Path:
        return self.path / "current.json"

    @property
    def _damaged(self) -> Path:
        return self.path / "damaged"


def _acquire(handle: int, timeout_seconds: float) -> None:
    deadline = time.monotonic() + timeout_seconds
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise IndexBusy from None
        time.sleep(_POLL_SECONDS)


def sync(path: Path) -> None:
    """Makes a file's content, or a folder's names, last through a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def checksum(path: Path) -> str:
    """Length and CRC of a file."""
    crc, length = 0, 0
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            crc, length = zlib.crc32(block, crc), length + len(block)
    return f"{length} {crc:08x}"
