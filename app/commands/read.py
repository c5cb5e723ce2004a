"""`read`: files are read and told, not filed."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from app.config import Config
from app.contract import file_object, name_of
from app.reading_files import FileRead, Means, read_file
from app.words import helped, language, plain, summed_up, told, told_message
from intake.pipeline import Limits
from intake.process_workers import ProcessWorkers
from storage.kinds import FIELDS, KINDS
from storage.reading import Reading
from storage.values import show


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
    for result in _results(configured(), files):
        failed |= result.failed
        if as_json:
            click.echo(json.dumps(file_object(result), ensure_ascii=False))
        else:
            _print(result)
    if failed:
        sys.exit(1)


def _results(config: Config, files: tuple[Path, ...]) -> Iterator[FileRead]:
    """In the order given; a few files are read at once."""
    limits = Limits(config.inbox.max_megabytes, config.ocr, config.inbox.split_at_blank_pages)
    with tempfile.TemporaryDirectory(prefix="faldone-") as folder:
        workers = ProcessWorkers(config.ocr.workers, config.ocr.page_memory_megabytes, folder=Path(folder) / "work")
        means = Means(workers, limits, config.company)
        with ThreadPoolExecutor(workers.size + 1) as pool:
            try:
                yield from pool.map(lambda file: read_file(file, name_of(file), means), files)
            finally:  # before the pool's threads are waited for: whoever breaks off does not want the rest
                workers.close()


def _print(result: FileRead) -> None:
    console = Console(highlight=False, markup=False, emoji=False)
    pages = f" (p. {', '.join(map(str, result.pages))})" if result.pages else ""
    console.print(f"\n{plain(result.name)}{pages}", style="bold")
    if result.error is not None:
        console.print(told_message(result.error.message), style="red")
    for reading in result.readings:
        _print_reading(console, reading)
    if result.inside:
        count = len(result.inside)
        console.print(told(f"Contiene {count} documenti:", f"It holds {count} documents:"))
    for file in result.inside:
        _print(file)


def _print_reading(console: Console, result: Reading) -> None:
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
            detail = check.detail_it if lang == "it" and check.detail_it else check.detail
            console.print(f"✗ {check.check} {plain(detail)}", style="yellow")
