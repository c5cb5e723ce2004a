"""`add`: existing files are handed to the inbox; safe to interrupt and to run again."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from app.config import Config
from app.contract import name_of
from app.engine import at_work
from app.handover import Given, Handover
from app.lock import AlreadyRunning, ServiceLock
from app.logs import log_to
from app.words import helped, plain, summed_up, told
from intake.inbox_folder import DEEPEST, is_ignored
from storage.document import Document, Status
from storage.errors import FaldoneError, Message
from storage.inbox_names import DOUBLE_SIDED
from storage.store import Store


class OwnFiles(FaldoneError):
    """A file or folder that Faldone itself keeps."""

    code = "own_files"
    message = Message(
        "{path} è già di Faldone: indica file che stanno altrove.",
        "{path} is Faldone's own: name files from elsewhere.",
    )


class _Report:
    """Says what became of each file, counts, and tells what went wrong once more at the end."""

    def __init__(self, progress: Progress, total: int, *, quiet: bool) -> None:
        self._progress = progress
        self._task = progress.add_task(told("Consegno", "Adding"), total=total)
        self._quiet = quiet
        self._filed = self._to_review = self._failed = self._known = self._opened = self._halves = 0
        self._problems: list[str] = []

    def became(self, name: str, document: Document, what: str) -> None:
        self._count(name, document, what)
        self._progress.advance(self._task)

    def came_out(self, name: str, document: Document, what: str) -> None:
        self._count(f"{name} › {document.file}", document, what)

    def was_known(self, name: str, what: str) -> None:
        self._known += 1
        self._say(name, what)
        self._progress.advance(self._task)

    def failed(self, name: str, why: str) -> None:
        self._failed += 1
        self.stayed(name, why)
        self._progress.advance(self._task)

    def stayed(self, name: str, why: str) -> None:
        self._problems.append(f"{plain(name)}: {why}")

    def _count(self, name: str, document: Document, what: str) -> None:
        if document.status is Status.SET_ASIDE:
            self._failed += 1
            self.stayed(name, what)
            return
        if document.status is Status.TO_REVIEW:
            self._to_review += 1
        elif document.status is Status.OPENED:
            self._opened += 1
        elif document.status is Status.HALF:
            self._halves += 1
        else:
            self._filed += 1
        self._say(name, what)

    def _say(self, name: str, what: str) -> None:
        if not self._quiet:
            self._progress.console.print(f"{plain(name)}: {what}", soft_wrap=True)

    def end(self) -> bool:
        """The problems and the sum; whether there were none."""
        for problem in self._problems:
            click.echo(problem, err=True)
        figures = (self._filed, self._to_review, self._failed, self._known)
        parts = [
            told(
                "Archiviati: {}; da rivedere: {}; non letti: {}; già presenti: {}".format(*figures),
                "Filed: {}; to review: {}; failed: {}; there already: {}".format(*figures),
            )
        ]
        if self._opened:
            parts.append(told(f"aperti: {self._opened}", f"opened up: {self._opened}"))
        if self._halves:
            parts.append(told(f"in attesa dei retri: {self._halves}", f"waiting for their backs: {self._halves}"))
        click.echo("; ".join(parts))
        return not self._failed


@click.command(
    short_help=summed_up("archivia file già esistenti", "file what exists already"),
    help=helped(
        "Consegna file o cartelle già esistenti e dice che cosa è diventato ognuno; i file già archiviati vengono"
        " saltati. Interrotto, si ripete: riprende da dov'era.",
        "Hand existing files or folders over to be filed, and tell what became of each; those that are filed already"
        " are skipped. Broken off, it is repeated: it goes on from there.",
    ),
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option(
    "--double-sided",
    "pairs",
    nargs=2,
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FRONTS BACKS",
    help=helped(
        "Due scansioni degli stessi fogli: i fronti e, dall'ultimo al primo, i retri.",
        "Two scans of the same sheets: the fronts and, from the last to the first, the backs.",
    ),
)
@click.option(
    "--move",
    is_flag=True,
    help=helped("Toglie i file da dove sono, quando sono al sicuro.", "Take the files away once they are safe."),
)
@click.option(
    "--quiet", is_flag=True, help=helped("Dice solo i problemi e la somma.", "Tell only the problems and the sum.")
)
@click.pass_obj
def add(
    configured: Callable[[], Config],
    paths: tuple[Path, ...],
    pairs: tuple[tuple[Path, Path], ...],
    move: bool,
    quiet: bool,
) -> None:
    if not paths and not pairs:
        raise click.UsageError(told("Manca il nome di un file o di una cartella.", "Name a file or a folder."))
    config = configured()
    files = [*_files(paths, config), *_sides(pairs, config)]
    with ExitStack() as stack:
        stack.enter_context(store := Store.open(config.storage))
        try:  # with no service to do the work it is done here
            stack.enter_context(ServiceLock(config.data_dir))
            log_to(config.data_dir)
            stack.enter_context(at_work(config, store))
        except AlreadyRunning:
            pass
        console = Console(highlight=False, markup=False, emoji=False)
        progress = stack.enter_context(Progress(console=console, transient=True))
        report = _Report(progress, len(files), quiet=quiet)
        try:
            Handover(config, store, move, report).all(files)
        except KeyboardInterrupt:
            again = "Interrotto: ripeti il comando, riprende da dov'era.", "Broken off: repeat the command to go on."
            progress.console.print(told(*again), soft_wrap=True)
            raise
    if not report.end():
        sys.exit(1)


def _sides(pairs: tuple[tuple[Path, Path], ...], config: Config) -> Iterator[Given]:
    """Each pair in a folder of its own: what others drop meanwhile cannot come between. Raises OwnFiles."""
    for pair in pairs:
        folder = Path(f"{DOUBLE_SIDED}+{secrets.token_hex(4)}")
        for path in pair:
            _refuse_if_ours(path.resolve(), path, config)
            yield Given(path, folder, is_side=True)


def _is_ours(path: Path, config: Config) -> bool:
    return any(path.is_relative_to(folder) for folder in (config.data_dir, config.inbox.folder))


def _refuse_if_ours(place: Path, path: Path, config: Config) -> None:
    if _is_ours(place, config):
        raise OwnFiles(path=name_of(path))


def _files(paths: tuple[Path, ...], config: Config) -> Iterator[Given]:
    """Each file with the sub-folder of the inbox it goes to: a folder given is one of the inbox.

    Raises OwnFiles: what Faldone keeps must not be taken for papers, and with `--move` be gone."""
    ignore = config.inbox.ignore
    for path in paths:
        top = path.resolve()
        _refuse_if_ours(top, path, config)
        if path.is_file():
            yield Given(path, Path())
            continue
        named = Path() if is_ignored(os.fsencode(top.name), ignore) else Path(top.name)
        for folder, folders, names in os.walk(top):
            below = Path(named, *Path(folder).relative_to(top).parts[: DEEPEST - 1])
            folders[:] = sorted(
                name
                for name in folders
                if not is_ignored(os.fsencode(name), ignore) and not _is_ours(Path(folder, name), config)
            )
            for name in sorted(names):
                file = Path(folder, name)
                if not is_ignored(os.fsencode(name), ignore) and file.is_file() and not file.is_symlink():
                    yield Given(file, below)
