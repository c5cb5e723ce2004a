"""Putting an uploaded file into the inbox: whole or not at all, under a name that harms nobody."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import unicodedata
from pathlib import Path
from typing import Protocol

_MOST_OCTETS = 240  # of the 255 a name may have: room for a number
_TAKEN_FOR_TEMPORARY = re.compile(r"(\.part|\.tmp|\.crdownload|^thumbs\.db|^desktop\.ini)$", re.IGNORECASE)
_CHUNK = 1 << 20


def safe_file_name(name: str) -> str:
    """The name as the person knows it, without a path, control characters, or what the inbox takes for temporary."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    printable = "".join(c if c.isprintable() else " " for c in last)
    plain = " ".join(printable.encode("utf-8", "replace").decode().split()).lstrip(".~$ ") or "file"
    if _TAKEN_FOR_TEMPORARY.search(plain):
        plain += "_"
    return _shortened(plain)


def _shortened(name: str) -> str:
    stem, point, ending = name.rpartition(".")
    if not point or len(ending.encode()) > 20:
        stem, ending = name, ""
    else:
        ending = f".{ending}"
    while len((stem + ending).encode()) > _MOST_OCTETS:
        stem = stem[:-1]
    return stem + ending


class Source(Protocol):
    """Where the bytes come from."""

    def read(self, size: int = -1, /) -> bytes: ...


def put(source: Source, name: str, folder: Path) -> str:
    """Writes `source` into `folder`; gives the name it got there. Raises OSError, and leaves nothing behind then.

    The inbox leaves names that begin with a point or end in `.part`, so that it never meets half a file."""
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f".{secrets.token_hex(8)}.part"
    try:
        with part.open("xb") as file:
            shutil.copyfileobj(source, file, _CHUNK)
            file.flush()
            os.fsync(file.fileno())
        taken = _named(part, folder, safe_file_name(name))
    finally:
        part.unlink(missing_ok=True)
    _sync(folder)
    return taken


def _named(part: Path, folder: Path, name: str) -> str:
    stem, ending = Path(name).stem, Path(name).suffix
    number = 1
    while True:
        wanted = name if number == 1 else f"{stem} ({number}){ending}"
        if _gave(part, folder / wanted):
            return wanted
        number += 1


def _gave(part: Path, target: Path) -> bool:
    """Whether the file has the name now: a link never replaces what is there, not even in a race."""
    try:
        target.hardlink_to(part)
    except FileExistsError:
        return False
    except OSError:
        # some network shares have no links
        if target.exists():
            return False
        part.rename(target)
    return True


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:
        return  # some network shares cannot sync a folder
    finally:
        os.close(handle)
