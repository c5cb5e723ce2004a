"""Taking a file out of the inbox so that a kill at any point leaves it as exactly one document.

    stage     the bytes are copied beside the originals, hashed, synced
    record    one transaction: the document, where the copy lies, and which file it was
    place     the copy gets its place under its hash
    remove    the file leaves the inbox, if it is still the same
    finish    the document may be read

Before `record` nothing is known and the file is still there; after it, `recover` finishes what was broken off.
"""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from pathlib import Path

from storage.inbox import Recorded, Seen
from storage.store import Store

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Accepted:
    """`left_inbox` is false for a file that nobody lets us remove."""

    document: int
    left_inbox: bool


def accept(folder: Path, seen: Seen, store: Store) -> Accepted | None:
    """The file as a document; None where it changed or went away meanwhile. Raises OSError (disk full, no rights)."""
    path = folder / os.fsdecode(seen.path)
    try:
        staged, sha256, size = store.archive.stage(path)
    except FileNotFoundError:
        return None
    try:
        unchanged = size == seen.size and is_same(path, seen)
    except OSError:
        store.archive.discard(staged)
        raise
    if not unchanged:
        store.archive.discard(staged)
        return None
    tags = tuple(seen.hint.split("/")) if seen.hint else ()
    recorded = store.inbox.record(seen, staged, sha256, size, tags)
    return Accepted(recorded.document, finish(folder, recorded, store))


def finish(folder: Path, recorded: Recorded, store: Store) -> bool:
    """The steps after `record`, which may be done again; whether the file is out of the inbox."""
    store.archive.keep_staged(recorded.staged, recorded.sha256)
    left = remove(folder, recorded.seen)
    store.inbox.finish(recorded, left_inbox=left)
    return left


def recover(folder: Path, store: Store) -> None:
    """Finishes what an earlier run of the service recorded but could not bring to its end."""
    unfinished = store.inbox.unfinished()
    for recorded in unfinished:
        try:
            finish(folder, recorded, store)
        except OSError:  # the others must not wait for it
            log.exception("Document %d is recorded, but its original cannot be put away.", recorded.document)
    store.archive.discard_staged({recorded.staged for recorded in unfinished})


def remove(folder: Path, seen: Seen) -> bool:
    """Whether the file is out of the inbox. A file that took its name since then is another one, and stays."""
    path = folder / os.fsdecode(seen.path)
    try:
        if is_same(path, seen):
            path.unlink()
    except FileNotFoundError:
        return True
    except OSError as error:
        log.error("%r is filed, but cannot be removed from the inbox: %s", os.fsdecode(seen.path), error)
        return False
    return True


def is_same(path: Path, seen: Seen) -> bool:
    """Raises OSError where that cannot be known: the share is away, somebody closed the folder to us."""
    try:
        status = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return (status.st_size, status.st_mtime_ns, status.st_ino) == (seen.size, seen.modified_ns, seen.inode)
