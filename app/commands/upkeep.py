"""`reindex` and `check`."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click
from rich.progress import Progress

from app import consistency
from app.config import Config
from app.words import helped, plain, summed_up, told, told_message
from index.engines import open_index
from index.indexer import Indexer
from storage.store import Store


@click.command(
    short_help=summed_up("ricostruisce l'indice di ricerca", "make the search index again"),
    help=helped(
        "Ricostruisce l'indice di ricerca dal database, anche mentre il servizio lavora.",
        "Make the search index again from the database; the service may go on meanwhile.",
    ),
)
@click.pass_obj
def reindex(configured: Callable[[], Config]) -> None:
    config = configured()
    index = open_index(config.index)
    with Store.open(config.storage) as store, Progress(transient=True) as progress:
        task = progress.add_task(told("Indicizzo", "Indexing"), total=None)
        number = Indexer(store, index).rebuild(lambda done, total: progress.update(task, completed=done, total=total))
    index.close()
    click.echo(told(f"Documenti indicizzati: {number}", f"Documents indexed: {number}"))


@click.command(
    short_help=summed_up("controlla file, database e indice", "check files, database and index"),
    help=helped(
        "Confronta i file con le loro impronte, e il database con archivio e indice; esce con 1 se qualcosa non va.",
        "Compare every file with its hash, the database with archive and index; exit with 1 where something is off.",
    ),
)
@click.pass_obj
def check(configured: Callable[[], Config]) -> None:
    config = configured()
    index = open_index(config.index)
    with Store.open(config.storage) as store, Progress(transient=True) as progress:
        total = sum(store.documents.counts().values())
        task = progress.add_task(told("Controllo", "Checking"), total=total)
        findings = list(consistency.check(store, index, lambda: progress.advance(task)))
    index.close()
    for finding in findings:
        click.echo(plain(told_message(finding)))
    if findings:
        sys.exit(1)
    click.echo(told(f"Tutto a posto: {total} documenti.", f"All is well: {total} documents."))
