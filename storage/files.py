"""Writing files so that a power cut leaves either the old or the new, never half of one."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

_FICLONE = 0x40049409  # linux/fs.h: share the blocks of another file, copy on write


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Lets one process at a time go on; a process that dies lets the next one go."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def write_file(path: Path, data: bytes) -> None:
    """Written beside its place, synced, then renamed into it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{uuid4().hex}.tmp")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(path.parent)


def clone_file(source: Path, target: Path, *, hard_link: bool = False) -> None:
    """Puts a copy of `source` at `target`: sharing its blocks where the file system can, else byte by byte.

    A hard link is the same file under two names, so it is made only when asked for."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{uuid4().hex}.tmp")
    try:
        if hard_link:
            with contextlib.suppress(OSError):
                os.link(source, beside)
        if not beside.exists():
            _copy(source, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(target.parent)


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as there, target.open("wb") as here:
        try:
            fcntl.ioctl(here.fileno(), _FICLONE, there.fileno())
        except OSError:
            shutil.copyfileobj(there, here, 1 << 20)
        os.fchmod(here.fileno(), 0o644)
        here.flush()
        os.fsync(here.fileno())


def remove_empty_folders(folder: Path, top: Path) -> None:
    """Removes `folder` and what became empty above it, below `top`."""
    while folder != top and top in folder.parents:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
