"""`add`: existing files are handed to the inbox; safe to interrupt and to run again."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import click
from rich.progress import Progress

from app.config import Config
from app.contract import name_of
from app.engine import at_work
from app.lock import AlreadyRunning, ServiceLock
from app.words import helped, told, told_message
from intake.inbox_folder import is_ignored
from storage.archive import hash_of
from storage.document import Document, Status
from storage.store import Store
from web.uploads import put

MOST_ON_THE_WAY = 200  # in the inbox at once: more would only fill the disk twice
LOOKING_SECONDS = 0.3
_DONE = (Status.FILED, Status.TO_REVIEW, Status.SET_ASIDE)


@dataclass(slots=True)
class _Tally:
    filed: int = 0
    to_review: int = 0
    failed: int = 0
    known: int = 0
    problems: list[str] = field(default_factory=list)

    def count(self, source: Path, document: Document) -> None:
        if document.status is Status.SET_ASIDE:
            self.fail(source, told_message(document.error) if document.error else document.status.value)
        elif document.status is Status.TO_REVIEW:
            self.to_review += 1
        else:
            self.filed += 1

    def fail(self, source: Path, why: str) -> None:
        self.failed += 1
        self.problems.append(f"{name_of(source)}: {why}")


@click.command(
    help=helped(
        "Consegna file o cartelle già esistenti; i file già archiviati vengono saltati.",
        "Hand existing files or folders over to be filed; those that are filed already are skipped.",
    )
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
    files = list(_files(paths, config.inbox.ignore))
    with ExitStack() as stack:
        stack.enter_context(store := Store.open(config.storage))
        try:  # with no service to do the work it is done here
            stack.enter_context(ServiceLock(config.data_dir))
            stack.enter_context(at_work(config, store))
        except AlreadyRunning:
            pass
        progress = stack.enter_context(Progress(transient=True))
        task = progress.add_task(told("Consegno", "Adding"), total=len(files))
        tally = _Handover(config.inbox.folder, store, move, lambda: progress.advance(task)).all(files)
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
    )
    if tally.failed:
        sys.exit(1)


def _files(paths: tuple[Path, ...], ignore: tuple[str, ...]) -> Iterator[tuple[Path, Path]]:
    """Each file with the sub-folder of the inbox it goes to: a folder given is one of the inbox."""
    for path in paths:
        if path.is_file():
            yield path, Path()
            continue
        top = path.resolve()
        for folder, folders, names in os.walk(top):
            folders[:] = sorted(name for name in folders if not is_ignored(os.fsencode(name), ignore))
            for name in sorted(names):
                file = Path(folder, name)
                if not is_ignored(os.fsencode(name), ignore) and file.is_file() and not file.is_symlink():
                    yield file, Path(top.name, file.parent.relative_to(top))


class _Handover:
    """Copies files into the inbox, a few at a time, and follows what becomes of them by their hash."""

    def __init__(self, inbox: Path, store: Store, move: bool, advance: Callable[[], None]) -> None:
        self._inbox = inbox
        self._store = store
        self._move = move
        self._advance = advance
        self._on_the_way: dict[str, Path] = {}
        self._tally = _Tally()

    def all(self, files: list[tuple[Path, Path]]) -> _Tally:
        for source, folder in files:
            self._wait_for_less_than(MOST_ON_THE_WAY)
            try:
                self._hand_over(source, folder)
            except OSError as error:
                self._tally.fail(source, str(error))
                self._advance()
        self._wait_for_less_than(1)
        return self._tally

    def _hand_over(self, source: Path, folder: Path) -> None:
        sha256 = hash_of(source)
        known = self._store.documents.by_hashes([sha256]).get(sha256)
        filed_already = known is not None and known.status is not Status.SET_ASIDE
        if filed_already or sha256 in self._on_the_way:
            self._tally.known += 1
            self._finish(source, moved=filed_already)
            return
        with source.open("rb") as content:
            put(content, source.name, self._inbox / folder)
        self._on_the_way[sha256] = source

    def _wait_for_less_than(self, most: int) -> None:
        pause = threading.Event()
        while len(self._on_the_way) >= most:
            found = self._store.documents.by_hashes(list(self._on_the_way))
            done = {sha256: document for sha256, document in found.items() if document.status in _DONE}
            for sha256, document in done.items():
                source = self._on_the_way.pop(sha256)
                self._tally.count(source, document)
                self._finish(source, moved=True)
            if not done:
                pause.wait(LOOKING_SECONDS)

    def _finish(self, source: Path, *, moved: bool) -> None:
        if self._move and moved:
            source.unlink(missing_ok=True)
        self._advance()
