"""`add`: existing files are handed to the inbox; safe to interrupt and to run again."""

from __future__ import annotations

import hashlib
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import click
from rich.progress import Progress

from app.config import Config
from app.contract import name_of
from app.engine import at_work
from app.lock import AlreadyRunning, ServiceLock, is_running
from app.logs import log_to
from app.words import helped, plain, summed_up, told, told_message
from intake.inbox_folder import DEEPEST, is_ignored
from storage.archive import hash_of
from storage.document import READABLE, WAITING, Document, Status
from storage.errors import FaldoneError, Message
from storage.store import Store
from web.uploads import put, safe_file_name

MOST_ON_THE_WAY = 200  # in the inbox at once: more would only fill the disk twice
LOOKING_SECONDS = 0.3
_SAFE = (*READABLE, Status.OPENED, Status.JOINED)
_DONE = (*_SAFE, Status.SET_ASIDE)


class OwnFiles(FaldoneError):
    """A file or folder that Faldone itself keeps."""

    code = "own_files"
    message = Message(
        "{path} è già di Faldone: indica file che stanno altrove.",
        "{path} is Faldone's own: name files from elsewhere.",
    )


class ServiceEnded(FaldoneError):
    """Nobody is there any more to file what was handed over."""

    code = "service_ended"
    message = Message(
        "Il servizio si è fermato prima della fine: ripeti il comando, riprende da dov'era.",
        "The service ended before all was filed: repeat the command, it goes on from there.",
    )


@dataclass(slots=True)
class _Tally:
    """`known` counts files that were there already, `opened` those that only held others."""

    filed: int = 0
    to_review: int = 0
    failed: int = 0
    known: int = 0
    opened: int = 0
    problems: list[str] = field(default_factory=list)

    def count(self, name: str, document: Document) -> None:
        if document.status is Status.SET_ASIDE:
            self.fail(name, told_message(document.error) if document.error else document.status.value)
        elif document.status is Status.TO_REVIEW:
            self.to_review += 1
        elif document.status is Status.OPENED:
            self.opened += 1
        else:
            self.filed += 1

    def fail(self, name: str, why: str) -> None:
        self.failed += 1
        self.problems.append(f"{plain(name)}: {why}")


@click.command(
    short_help=summed_up("archivia file già esistenti", "file what exists already"),
    help=helped(
        "Consegna file o cartelle già esistenti; i file già archiviati vengono saltati.",
        "Hand existing files or folders over to be filed; those that are filed already are skipped.",
    ),
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option(
    "--move",
    is_flag=True,
    help=helped("Toglie i file da dove sono, quando sono al sicuro.", "Take the files away once they are safe."),
)
@click.pass_obj
def add(configured: Callable[[], Config], paths: tuple[Path, ...], move: bool) -> None:
    config = configured()
    files = list(_files(paths, config))
    with ExitStack() as stack:
        stack.enter_context(store := Store.open(config.storage))
        try:  # with no service to do the work it is done here
            stack.enter_context(ServiceLock(config.data_dir))
            log_to(config.data_dir)
            stack.enter_context(at_work(config, store))
        except AlreadyRunning:
            pass
        progress = stack.enter_context(Progress(transient=True))
        task = progress.add_task(told("Consegno", "Adding"), total=len(files))
        tally = _Handover(config, store, move, lambda: progress.advance(task)).all(files)
    _summarise(tally)


def _summarise(tally: _Tally) -> None:
    for problem in tally.problems:
        click.echo(problem, err=True)
    figures = (tally.filed, tally.to_review, tally.failed, tally.known)
    click.echo(
        told(
            "Archiviati: {}; da rivedere: {}; non letti: {}; già presenti: {}".format(*figures),
            "Filed: {}; to review: {}; failed: {}; there already: {}".format(*figures),
        )
        + (told(f"; aperti: {tally.opened}", f"; opened up: {tally.opened}") if tally.opened else "")
    )
    if tally.failed:
        sys.exit(1)


def _files(paths: tuple[Path, ...], config: Config) -> Iterator[tuple[Path, Path]]:
    """Each file with the sub-folder of the inbox it goes to: a folder given is one of the inbox.

    Raises OwnFiles: what Faldone keeps must not be taken for papers, and with `--move` be gone."""
    ours, ignore = (config.data_dir, config.inbox.folder), config.inbox.ignore

    def is_ours(path: Path) -> bool:
        return any(path.is_relative_to(folder) for folder in ours)

    for path in paths:
        top = path.resolve()
        if is_ours(top):
            raise OwnFiles(path=name_of(path))
        if path.is_file():
            yield path, Path()
            continue
        named = Path() if is_ignored(os.fsencode(top.name), ignore) else Path(top.name)
        for folder, folders, names in os.walk(top):
            below = Path(named, *Path(folder).relative_to(top).parts[: DEEPEST - 1])
            folders[:] = sorted(
                name
                for name in folders
                if not is_ignored(os.fsencode(name), ignore) and not is_ours(Path(folder, name))
            )
            for name in sorted(names):
                file = Path(folder, name)
                if not is_ignored(os.fsencode(name), ignore) and file.is_file() and not file.is_symlink():
                    yield file, below


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


def _is(path: Path, sha256: str) -> bool:
    try:
        return hash_of(path) == sha256
    except OSError:
        return False


def _batches(ids: list[int]) -> Iterator[list[int]]:
    """As many at a time as a statement takes."""
    for start in range(0, len(ids), MOST_ON_THE_WAY):
        yield ids[start : start + MOST_ON_THE_WAY]


class _Handover:
    """Copies files into the inbox, a few at a time, and follows what becomes of them by their hash."""

    def __init__(self, config: Config, store: Store, move: bool, advance: Callable[[], None]) -> None:
        self._config = config
        self._store = store
        self._move = move
        self._advance = advance
        self._on_the_way: dict[str, _OnTheWay] = {}
        self._taken: dict[int, Path] = {}
        self._tally = _Tally()

    def all(self, files: list[tuple[Path, Path]]) -> _Tally:
        for source, folder in files:
            self._wait_for_less_than(MOST_ON_THE_WAY)
            try:
                self._hand_over(source, folder)
            except OSError as error:
                self._fail(source, error.strerror or str(error))
        self._wait_for_less_than(1)
        self._wait_for_what_was_inside()
        return self._tally

    def _hand_over(self, source: Path, folder: Path) -> None:
        inbox = self._config.inbox
        if is_ignored(safe_file_name(source.name).encode(), inbox.ignore):
            self._fail(source, told("inbox.ignore esclude questo nome", "inbox.ignore leaves this name alone"))
            return
        sha256 = hash_of(source)
        known = self._store.documents.by_hashes([sha256]).get(sha256)
        if sha256 in self._on_the_way:
            self._on_the_way[sha256].sources.append(source)
        elif known is not None and known.status in _SAFE:
            self._tally.known += 1
            self._finish(source, sha256)
        else:
            if known is None or known.status is Status.SET_ASIDE:
                sha256 = self._put(source, folder, sha256)
            self._on_the_way[sha256] = _OnTheWay([source], known.revision if known else 0)

    def _put(self, source: Path, folder: Path, sha256: str) -> str:
        """The hash of what is in the inbox now."""
        target = self._config.inbox.folder / folder
        if _is(target / safe_file_name(source.name), sha256):  # left there by a run that was broken off
            return sha256
        with source.open("rb") as file:
            content = _Hashed(file)
            put(content, source.name, target)
        return content.digest.hexdigest()

    def _wait_for_less_than(self, most: int) -> None:
        pause = threading.Event()
        while len(self._on_the_way) >= most:
            found = self._store.documents.by_hashes(list(self._on_the_way))
            done = [
                document
                for sha256, document in found.items()
                if document.status in _DONE and document.revision > self._on_the_way[sha256].revision
            ]
            for document in done:
                first, *same = self._on_the_way.pop(document.sha256).sources
                self._taken[document.id] = first
                self._tally.count(name_of(first), document)
                self._tally.known += len(same)
                for source in (first, *same):
                    self._finish(source, document.sha256)
            if not done:
                self._rest(pause)

    def _wait_for_what_was_inside(self) -> None:
        """Attachments, archives' members, the documents of a pile: what came out of the files, and out of that."""
        pause = threading.Event()
        for roots in _batches(list(self._taken)):
            while any(document.status in WAITING for document in self._store.bonds.below(roots)):
                self._rest(pause)
            for document in self._store.bonds.below(roots):
                self._tally.count(document.file, document)

    def _rest(self, pause: threading.Event) -> None:
        if not is_running(self._config.data_dir):
            raise ServiceEnded
        pause.wait(LOOKING_SECONDS)

    def _fail(self, source: Path, why: str) -> None:
        self._tally.fail(name_of(source), why)
        self._advance()

    def _finish(self, source: Path, sha256: str) -> None:
        """The bytes are safe; a file that has others by now stays."""
        try:
            if self._move and hash_of(source) == sha256:
                source.unlink()
        except OSError as error:
            self._tally.problems.append(f"{plain(name_of(source))}: {error.strerror or error}")
        self._advance()
