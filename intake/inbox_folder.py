"""The inbox as it lies on the disk: which files are in it, and which of them are complete."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import signal
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from intake.config import InboxConfig
from storage.errors import Message
from storage.inbox import Seen

DEEPEST = 64  # sub-folders in one another

NOT_READABLE = Message(
    "Faldone non può leggere questo file: controlla i permessi.",
    "Faldone may not read this file: check its permissions.",
)
NOT_REMOVABLE = Message(
    "Faldone non può togliere i file da questa cartella: controlla i permessi.",
    "Faldone may not remove files from this folder: check its permissions.",
)
STILL_OPEN = Message(
    "Un programma lo sta ancora scrivendo: verrà preso quando finisce.",
    "A program is still writing it: it is taken when that ends.",
)


def files_in(config: InboxConfig) -> list[Seen]:
    """Every file that is not to be left alone, sub-folders too; links and devices are never followed.

    In the order they are to be taken: the two sides of a pile as they were scanned. Raises OSError where the inbox
    itself cannot be listed."""
    return sorted(_walk(os.fsencode(config.folder), b"", config.ignore, DEEPEST), key=_turn)


def _turn(seen: Seen) -> tuple[str, int]:
    """Of one pile the file that was written first comes first; others stay as they are."""
    return (seen.pile, seen.modified_ns) if seen.pile is not None else ("", 0)


def _walk(folder: bytes, inside: bytes, ignore: tuple[str, ...], depth: int) -> Iterator[Seen]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if is_ignored(entry.name, ignore):
                continue
            try:
                status = entry.stat(follow_symlinks=False)
            except OSError:
                continue  # gone already, or nothing for us
            path = inside + entry.name
            if stat.S_ISREG(status.st_mode):
                yield Seen(path, status.st_size, status.st_mtime_ns, status.st_ino)
            elif stat.S_ISDIR(status.st_mode) and depth:
                with contextlib.suppress(OSError):
                    yield from _walk(entry.path, path + b"/", ignore, depth - 1)


def is_ignored(name: bytes, patterns: tuple[str, ...]) -> bool:
    """Names that begin with a dot, and those that the configuration lists, upper or lower case."""
    text = os.fsdecode(name).casefold()
    return text.startswith(".") or any(fnmatchcase(text, pattern.casefold()) for pattern in patterns)


def why_not_takeable(folder: Path, seen: Seen) -> Message | None:
    """What keeps a complete file from being taken; None where nothing does."""
    path = folder / os.fsdecode(seen.path)
    if not os.access(path.parent, os.W_OK | os.X_OK):
        return NOT_REMOVABLE
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except FileNotFoundError:
        return None
    except OSError:
        return NOT_READABLE
    try:
        return STILL_OPEN if _is_being_written(descriptor) else None
    finally:
        os.close(descriptor)


def _is_being_written(descriptor: int) -> bool:
    """Whether a program of this machine has the file open for writing: the kernel gives no read lease then.

    Where leases are not to be had (a network share, another owner's file) size and time must do."""
    try:
        # A program that opens the file while we hold the lease makes the kernel tell us: by a signal that ends a
        # process which does not handle it, unless another is asked for. This one is ignored where nobody handles it.
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except OSError as error:
        return error.errno == errno.EAGAIN
    fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    return False


@dataclass(slots=True)
class Settling:
    """Remembers since when each file has not changed; times are of one monotonic clock, in seconds."""

    seconds: float
    _since: dict[Seen, float] = field(default_factory=dict)

    def settled(self, files: list[Seen], now: float) -> list[Seen]:
        """Those of the files now there that have not changed for long enough, in their order."""
        self._since = {seen: self._since.get(seen, now) for seen in files}
        return [seen for seen, since in self._since.items() if now - since >= self.seconds]
