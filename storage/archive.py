"""The archive's files: originals under their hash, what was derived from them, and the readable tree."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from uuid import uuid4

from storage.config import StorageConfig
from storage.errors import Message
from storage.files import clone_file, remove_empty_folders, sync_folder, write_file
from storage.tree import extension_of, safe_name

SEARCHABLE = "searchable.pdf"
_CHUNK = 1 << 20
_SHA256 = re.compile(r"[0-9a-f]{64}")
_DERIVED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,60}")


class Archive:
    """Knows paths and moves files; what belongs where is the database's business."""

    def __init__(self, config: StorageConfig) -> None:
        top = config.data_dir
        self.originals = top / "originals"
        self.staging = self.originals / ".staging"
        self._derived = top / "derived"
        self.tree = top / "archive"
        self.set_aside_folder = top / "set-aside"
        self._hard_links = config.hard_links
        self._work = self.originals / ".work"
        for folder in (self.staging, self._work, self._derived, self.tree, self.set_aside_folder):
            folder.mkdir(parents=True, exist_ok=True)

    def original(self, sha256: str) -> Path:
        """The untouched, read-only file. Raises ValueError for anything but a hash."""
        return self.originals / _fan_out(sha256)

    def derived(self, sha256: str, name: str, part: int = 1) -> Path:
        """A file made from an original: `1.webp`, `thumb.webp`, `searchable.pdf`; it may not exist (yet)."""
        if not _DERIVED.fullmatch(name):
            raise ValueError(name)
        return self.derived_folder(sha256, part) / name

    def derived_folder(self, sha256: str, part: int = 1) -> Path:
        """Where all that was made from an original, or from a further document in it, lies."""
        folder = self._derived / _fan_out(sha256)
        return folder if part == 1 else folder.with_name(f"{folder.name}-{part}")

    def hashes(self) -> Iterator[str]:
        """The hashes of all originals, by their files' names."""
        for path in sorted(self.originals.glob("[0-9a-f][0-9a-f]/*")):
            yield path.name

    def stage(self, source: Path) -> tuple[str, str, int]:
        """Copies a file beside the originals, synced: (name in staging, sha256, size). Raises OSError."""
        staged, digest, size = uuid4().hex, hashlib.sha256(), 0
        try:
            with source.open("rb") as there, (self.staging / staged).open("xb") as here:
                while chunk := there.read(_CHUNK):
                    digest.update(chunk)
                    here.write(chunk)
                    size += len(chunk)
                here.flush()
                os.fsync(here.fileno())
        except OSError:
            self.discard(staged)
            raise
        sync_folder(self.staging)
        return staged, digest.hexdigest(), size

    def keep_staged(self, staged: str, sha256: str) -> None:
        """Gives a staged copy its place under its hash; done again it does nothing, so a crash between is no harm.

        Raises FileNotFoundError where there is neither the copy nor the original: the file must not leave the inbox."""
        copy, place = self.staging / staged, self.original(sha256)
        if place.exists():
            copy.unlink(missing_ok=True)
        else:
            copy.chmod(0o444)
            place.parent.mkdir(exist_ok=True)
            copy.replace(place)
        sync_folder(place.parent)  # also when done again: a kill may have come before it
        sync_folder(self.originals)

    @contextmanager
    def workroom(self) -> Iterator[Path]:
        """An empty folder for what is taken out of a file, beside the originals; gone at the end of the `with`."""
        with TemporaryDirectory(dir=self._work) as folder:
            yield Path(folder)

    def clear_work(self) -> None:
        """Removes what a service that was killed left in its workrooms. Only for one that starts."""
        for folder in self._work.iterdir():
            shutil.rmtree(folder)

    def adopt(self, path: Path) -> tuple[str, int]:
        """Gives a file made in a workroom its place among the originals, synced: (sha256, size). Raises OSError."""
        sha256, size = hash_of(path), path.stat().st_size
        place = self.original(sha256)
        if not place.exists():
            with path.open("rb") as file:
                os.fsync(file.fileno())
            path.chmod(0o444)
            place.parent.mkdir(exist_ok=True)
            path.replace(place)
            sync_folder(place.parent)
            sync_folder(self.originals)
        return sha256, size

    def adopt_derived(self, sha256: str, folder: Path) -> None:
        """Puts pictures and a searchable PDF made in a workroom beside what there is of an original."""
        place = self.derived_folder(sha256)
        place.mkdir(parents=True, exist_ok=True)
        for file in folder.iterdir():
            file.replace(place / file.name)

    def holds(self, staged: str, sha256: str) -> bool:
        """Whether there is a staged copy or an original with these bytes."""
        return (self.staging / staged).exists() or self.original(sha256).exists()

    def discard(self, staged: str) -> None:
        """Removes a staged copy that is not wanted after all."""
        (self.staging / staged).unlink(missing_ok=True)

    def discard_staged(self, known: set[str]) -> None:
        """Removes staged copies that no record knows: their files are still in the inbox."""
        for copy in self.staging.iterdir():
            if copy.name not in known:
                copy.unlink()

    def is_in_tree(self, path: str) -> bool:
        return (self.tree / path).exists()

    def place(self, sha256: str, old: str | None, new: str) -> None:
        """Brings a document's file in the readable tree from `old` to `new`, whatever part of that was already done.

        Raises OSError: FileExistsError where somebody else's file has the new place."""
        target = self.tree / new
        source = target if old is None else self.tree / old
        if source == target or not source.exists():
            if not target.exists():
                clone_file(self.original(sha256), target, hard_link=self._hard_links)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and not target.samefile(source):
            raise FileExistsError(target)
        source.rename(target)  # keeps what somebody wrote into the tree's copy
        sync_folder(target.parent)
        remove_empty_folders(source.parent, self.tree)

    def withdraw(self, sha256: str, path: str) -> None:
        """Takes a document's file out of the readable tree, unless somebody wrote into it. Raises OSError."""
        file = self.tree / path
        if file.exists() and hash_of(file) == sha256:
            file.unlink()
            remove_empty_folders(file.parent, self.tree)

    def set_aside(self, sha256: str, file: str, why: Message) -> None:
        """A copy for people to find, with a note that says what is wrong and what to do. Raises OSError."""
        copy, note = self._aside(sha256, file)
        write_file(note, f"{file}\n\n{why.it}\n\n{why.en}\n".encode())
        if self.original(sha256).exists():
            clone_file(self.original(sha256), copy)

    def take_back(self, sha256: str, file: str) -> None:
        """Removes the copy and the note of a document that is no longer set aside."""
        for path in self._aside(sha256, file):
            path.unlink(missing_ok=True)

    def _aside(self, sha256: str, file: str) -> tuple[Path, Path]:
        extension = extension_of(file)
        name = f"{safe_name(file[: len(file) - len(extension)], 80)}-{sha256[:16]}{extension}"
        return self.set_aside_folder / name, self.set_aside_folder / f"{name}.txt"


def hash_of(path: Path) -> str:
    """The file's SHA-256. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _fan_out(sha256: str) -> PurePosixPath:
    if not _SHA256.fullmatch(sha256):
        raise ValueError(sha256)
    return PurePosixPath(sha256[:2], sha256)
