"""Files handed to the inbox, a few at a time, and followed until all that came of them is filed.

What is on the way is asked for together, and only so often: ten thousand files must not cost ten thousand times two
hundred rows. Nothing is remembered between two runs but what the store knows, so either may be broken off anywhere.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from app.became import became, known
from app.config import Config
from app.contract import name_of
from app.lock import is_running
from app.words import told
from intake.inbox_folder import is_ignored
from storage.archive import hash_of
from storage.document import ALL_AREAS, READABLE, Document, Status
from storage.errors import FaldoneError, Message
from storage.links import LinkKind
from storage.store import Store
from web.uploads import put, safe_file_name

MOST_ON_THE_WAY = 200  # in the inbox at once: more would only fill the disk twice
LOOKING_SECONDS = 0.3
_SAFE = (*READABLE, Status.OPENED, Status.JOINED)
_DONE = (*_SAFE, Status.SET_ASIDE)


class ServiceEnded(FaldoneError):
    """Nobody is there any more to file what was handed over."""

    code = "service_ended"
    message = Message(
        "Il servizio si è fermato prima della fine: ripeti il comando, riprende da dov'era.",
        "The service ended before all was filed: repeat the command, it goes on from there.",
    )


@dataclass(frozen=True, slots=True)
class Given:
    """A file with the sub-folder of the inbox it goes to; `is_side` for one of a pair of fronts and backs."""

    path: Path
    folder: Path
    is_side: bool = False


class Listener(Protocol):
    """Is told of each file once."""

    def became(self, name: str, document: Document, what: str) -> None: ...

    def came_out(self, name: str, document: Document, what: str) -> None:
        """Of a document inside the file `name`."""

    def was_known(self, name: str, what: str) -> None: ...

    def failed(self, name: str, why: str) -> None: ...

    def stayed(self, name: str, why: str) -> None:
        """Of a file that is safe, but could not be taken away from where it was."""


@dataclass(slots=True)
class _OnTheWay:
    """Files with the same bytes; their document is done once it is newer than `revision`."""

    sources: list[Path]
    revision: int


class _Hashed:
    """Hashes what is read: the file may change after it was looked at."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self.digest.update(data)
        return data


class Handover:
    """Copies files into the inbox, a few at a time, and follows what becomes of them by their hash."""

    def __init__(self, config: Config, store: Store, move: bool, listener: Listener) -> None:
        self._config = config
        self._store = store
        self._move = move
        self._listener = listener
        self._on_the_way: dict[str, _OnTheWay] = {}
        self._pause = threading.Event()

    def all(self, files: list[Given]) -> None:
        """Returns when every file and what was inside it is filed, or waits for the other side of its sheets.

        Raises ServiceEnded."""
        for given in files:
            if len(self._on_the_way) >= MOST_ON_THE_WAY:
                self._wait_for_at_most(MOST_ON_THE_WAY // 2)
            try:
                self._hand_over(given)
            except OSError as error:
                self._listener.failed(name_of(given.path), error.strerror or str(error))
        self._wait_for_at_most(0)

    def _hand_over(self, given: Given) -> None:
        source, inbox = given.path, self._config.inbox
        if is_ignored(safe_file_name(source.name).encode(), inbox.ignore):
            why = told("inbox.ignore esclude questo nome", "inbox.ignore leaves this name alone")
            self._listener.failed(name_of(source), why)
            return
        sha256 = hash_of(source)
        if sha256 in self._on_the_way:
            self._on_the_way[sha256].sources.append(source)
            return
        there = self._store.documents.by_hashes([sha256]).get(sha256)
        if there is not None and there.status in _SAFE and not (given.is_side and there.status in READABLE):
            self._listener.was_known(name_of(source), known(there))
            self._take_away(source, sha256)
            return
        if there is None or there.status in _DONE:
            sha256 = self._put(source, given.folder, sha256)
        revision = there.revision if there else 0
        self._on_the_way.setdefault(sha256, _OnTheWay([], revision)).sources.append(source)

    def _put(self, source: Path, folder: Path, sha256: str) -> str:
        """The hash of what is in the inbox now."""
        target = self._config.inbox.folder / folder
        if _is(target / safe_file_name(source.name), sha256):  # left there by a run that was broken off
            return sha256
        with source.open("rb") as file:
            content = _Hashed(file)
            put(content, source.name, target)
        return content.digest.hexdigest()

    def _wait_for_at_most(self, most: int) -> None:
        while len(self._on_the_way) > most:
            found = self._store.documents.by_hashes(list(self._on_the_way))
            done = [document for document in found.values() if self._is_read(document)]
            holding = self._store.bonds.unfinished([document.id for document in done])
            finished = [document for document in done if document.id not in holding]
            for document in finished:
                self._tell(document)
            halves = [document for document in found.values() if document.status is Status.HALF]
            if len(halves) == len(self._on_the_way) and self._all_wait(halves):
                for document in halves:
                    self._tell(document)
            elif not finished:
                if not is_running(self._config.data_dir):
                    raise ServiceEnded
                self._pause.wait(LOOKING_SECONDS)

    def _is_read(self, document: Document) -> bool:
        return document.status in _DONE and document.revision > self._on_the_way[document.sha256].revision

    def _all_wait(self, halves: list[Document]) -> bool:
        """Whether these wait for other sides that are not among what was handed over."""
        waiting = {half.document.id for half in self._store.double_sided.waiting(ALL_AREAS)}
        return all(document.id in waiting for document in halves)

    def _tell(self, document: Document) -> None:
        first, *same = self._on_the_way.pop(document.sha256).sources
        name = name_of(first)
        self._listener.became(name, document, became(document, self._store))
        for inside, what in self._inside(document):
            self._listener.came_out(name, inside, what)
        for source in same:
            self._listener.was_known(name_of(source), known(document))
        for source in (first, *same):
            self._take_away(source, document.sha256)

    def _inside(self, holder: Document) -> Iterator[tuple[Document, str]]:
        """Attachments, archives' members, the documents of a pile, and what came out of those."""
        below = self._store.bonds.below([holder.id])
        for document in below:
            yield document, became(document, self._store)
        if holder.status is Status.OPENED or below:
            new = {document.id for document in below}
            for link in self._store.documents.full(holder.id, ALL_AREAS).links:
                if link.kind is LinkKind.INSIDE and not link.is_above and link.other.id not in new:
                    yield link.other, known(link.other)

    def _take_away(self, source: Path, sha256: str) -> None:
        """The bytes are safe; a file that has others by now stays."""
        try:
            if self._move and hash_of(source) == sha256:
                source.unlink()
        except OSError as error:
            self._listener.stayed(name_of(source), error.strerror or str(error))


def _is(path: Path, sha256: str) -> bool:
    try:
        return hash_of(path) == sha256
    except OSError:
        return False
