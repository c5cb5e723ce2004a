"""`read`: files are read and told, not filed."""

from __future__ import annotations

import json
import logging
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from app.config import Config
from app.contract import error_object, name_of, reading_object
from app.words import helped, language, plain, summed_up, told_message
from intake.firms import Company, KnownFirms
from intake.pipeline import Limits, Paper, read_paper
from intake.process_workers import ProcessWorkers
from intake.workers import Workers, WorkersClosed
from storage.errors import FaldoneError, Message
from storage.kinds import FIELDS, KINDS
from storage.reading import Reading
from storage.values import show

log = logging.getLogger(__name__)


class NotOpened(FaldoneError):
    """No such file, or none that we may read."""

    code = "cannot_open"
    message = Message(
        "Il file non si apre ({why}): controlla nome e permessi.",
        "The file cannot be opened ({why}): check its name and permissions.",
    )


class NoSuchFile(NotOpened):
    code = "not_found"
    message = Message(
        "Il file non c'è, o è una cartella: controlla il nome.",
        "There is no such file, or it is a folder: check its name.",
    )


class OurFault(FaldoneError):
    """Something in Faldone broke on this file."""

    code = "our_fault"
    message = Message(
        "Faldone ha un errore e non riesce a leggere questo file ({why}).",
        "Faldone has a fault and cannot read this file ({why}).",
    )


Result = tuple[Path, Reading | FaldoneError]


@click.command(
    short_help=summed_up("legge file senza archiviarli", "read files without filing them"),
    help=helped(
        "Legge dei file e mostra che cosa contengono, senza archiviarli.",
        "Read files and show what is in them, without filing anything.",
    ),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=helped("Un oggetto JSON per riga.", "One JSON object a line."))
@click.pass_obj
def read(configured: Callable[[], Config], files: tuple[Path, ...], as_json: bool) -> None:
    failed = False
    for file, result in _results(configured(), files):
        failed |= isinstance(result, FaldoneError)
        if as_json:
            name = name_of(file)
            told = error_object(name, result) if isinstance(result, FaldoneError) else reading_object(name, result)
            click.echo(json.dumps(told, ensure_ascii=False))
        else:
            _print(file, result)
    if failed:
        sys.exit(1)


def _results(config: Config, files: tuple[Path, ...]) -> Iterator[Result]:
    """In the order given; a few files are read at once."""
    limits = Limits(config.inbox.max_megabytes, config.ocr)
    with tempfile.TemporaryDirectory(prefix="faldone-") as folder:
        workers = ProcessWorkers(config.ocr.workers, config.ocr.page_memory_megabytes, folder=Path(folder) / "work")
        with ThreadPoolExecutor(workers.size + 1) as pool:
            try:
                yield from pool.map(lambda file: (file, _read(file, workers, limits, config.company)), files)
            finally:  # before the pool's threads are waited for: whoever breaks off does not want the rest
                workers.close()


def _read(file: Path, workers: Workers, limits: Limits, company: Company) -> Reading | FaldoneError:
    """What one file gives; whatever is wrong with it is no reason not to go on with the next."""
    try:
        if not file.is_file():
            return NoSuchFile()
        return read_paper(Paper(file.absolute(), file.name, firms=KnownFirms(company)), workers, limits)[0]
    except FaldoneError as error:
        return error
    except OSError as error:
        return NotOpened(why=error.strerror or error)
    except WorkersClosed:
        raise
    except Exception as error:
        log.exception("%r cannot be read.", file)
        return OurFault(why=type(error).__name__)


def _print(file: Path, result: Reading | FaldoneError) -> None:
    console = Console(highlight=False, markup=False, emoji=False)
    console.print(f"\n{plain(name_of(file))}", style="bold")
    if isinstance(result, FaldoneError):
        console.print(told_message(result.message), style="red")
        return
    lang = language() or "it"
    kind = KINDS[result.kind]
    pages = len(result.pages)
    console.print(f"{getattr(kind.label, lang)} ({result.kind_confidence:.0%}) · {pages} p. · {result.seconds:.1f} s")
    table = Table(box=None, show_header=False, pad_edge=False)
    for name, value in result.fields.items():
        field = FIELDS[name]
        shown = show(field.type, value.value, lang, field.choices)
        table.add_row(getattr(field.label, lang), plain(shown), f"{value.confidence:.0%}", value.source.value)
    for name, rows in result.lists.items():
        declared = kind.list_field(name)
        table.add_row(getattr(declared.label, lang) if declared else name, str(len(rows)), "", "")
    console.print(table)
    for check in result.checks:
        if not check.passed:
            console.print(f"✗ {check.check} {plain(check.detail)}", style="yellow")
