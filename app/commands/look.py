"""`search`, `list` and `status`: looking at the archive from the terminal."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from app.config import Config
from app.lock import is_running
from app.words import helped, language, plain, summed_up, told
from index import typed_query
from index.engines import open_index
from index.search_index import Hit
from storage.document import ALL_AREAS, Document, Status
from storage.kinds import KINDS, OTHER
from storage.store import Store

_JSON = helped("Un oggetto JSON per riga.", "One JSON object a line.")


# A word that must not be there is typed with a minus: it is no option.
@click.command(
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
    short_help=summed_up("cerca nell'archivio", "find documents"),
    help=helped("Cerca nell'archivio.", "Find documents."),
)
@click.argument("query", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help=_JSON)
@click.option("--limit", default=25, type=click.IntRange(1, 1000), help=helped("Al più tanti.", "At most so many."))
@click.pass_obj
def search(configured: Callable[[], Config], query: tuple[str, ...], as_json: bool, limit: int) -> None:
    config = configured()
    index = open_index(config.index)
    typed = typed_query.read(" ".join(query), ALL_AREAS)
    for remark in typed.remarks:
        click.echo(told(remark.message.it, remark.message.en), err=True)
    asked = replace(typed.query, limit=limit, nearly=True)
    with Store.open(config.storage) as store:
        results = index.search(asked)
        found = store.documents.many([hit.id for hit in results.hits], ALL_AREAS)
    index.close()
    rows = [(hit, found[hit.id]) for hit in results.hits if hit.id in found]
    if as_json:
        for hit, document in rows:
            click.echo(json.dumps(_hit_object(hit, document), ensure_ascii=False))
    else:
        _print([document for _, document in rows])
        for typed_word, meant in results.near:
            click.echo(told(f"Cercato anche: {meant} ({typed_word})", f"Looked for too: {meant} ({typed_word})"))
        click.echo(told(f"Trovati: {results.total}", f"Found: {results.total}"))


def _hit_object(hit: Hit, document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "file": document.file,
        "kind": document.kind,
        "counterpart": document.counterpart,
        "date": document.date,
        "title": document.title,
        "score": round(hit.score, 4),
        "snippet": "".join(piece.text for piece in hit.snippet),
        "area": document.area.value,
    }


@click.command(
    "list",
    short_help=summed_up("elenca i documenti", "list the documents"),
    help=helped("Elenca tutti i documenti.", "List every document."),
)
@click.option("--json", "as_json", is_flag=True, help=_JSON)
@click.pass_obj
def list_documents(configured: Callable[[], Config], as_json: bool) -> None:
    with Store.open(configured().storage) as store:
        if as_json:
            for document in store.documents.each():
                click.echo(json.dumps(_document_object(document), ensure_ascii=False))
        else:
            _print(list(store.documents.each()))


def _document_object(document: Document) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": document.id,
        "file": document.file,
        "sha256": document.sha256,
        "kind": document.kind,
        "status": document.status.value,
        "revision": document.revision,
        "path": document.tree_path,
    }
    if document.error is not None:
        message = {"message": document.error.en, "message_it": document.error.it}
        row["error"] = {"code": document.error_code} | message
    return row


def _print(documents: list[Document]) -> None:
    table = Table(box=None, header_style="bold", pad_edge=False)
    headings = told("n.|data|tipo|controparte|importo|stato|file", "no.|date|kind|counterpart|amount|state|file")
    for heading in headings.split(" (")[0].split("|"):
        table.add_column(heading, justify="right" if heading in ("n.", "no.", "importo", "amount") else "left")
    lang = language() or "it"
    for document in documents:
        label = KINDS.get(document.kind, OTHER).label
        table.add_row(
            str(document.id),
            document.date or "",
            label.en if lang == "en" else label.it,
            plain(document.counterpart or ""),
            document.amount or "",
            document.status.value,
            plain(document.file),
        )
    Console(highlight=False, markup=False, emoji=False).print(table)


@click.command(
    short_help=summed_up("dice come va il lavoro", "tell how the work goes"),
    help=helped("Dice come va il lavoro.", "Tell how the work goes."),
)
@click.option("--json", "as_json", is_flag=True, help=helped("Un oggetto JSON.", "One JSON object."))
@click.pass_obj
def status(configured: Callable[[], Config], as_json: bool) -> None:
    config = configured()
    with Store.open(config.storage) as store:
        counts = store.documents.counts()
        figures: dict[str, Any] = {
            "waiting": counts[Status.RECEIVED] + counts[Status.HALF] + store.inbox.count_open(),
            "in_work": counts[Status.READING] + counts[Status.ACCEPTING],
            "filed": counts[Status.FILED],
            "to_review": counts[Status.TO_REVIEW],
            "set_aside": counts[Status.SET_ASIDE],
            "index_lag": store.documents.index_lag(),
            "running": is_running(config.data_dir),
            "workers": config.ocr.workers,
        }
    if as_json:
        click.echo(json.dumps(figures))
        return
    words = {
        "waiting": told("in attesa", "waiting"),
        "in_work": told("in lettura", "in work"),
        "filed": told("archiviati", "filed"),
        "to_review": told("da rivedere", "to review"),
        "set_aside": told("messi da parte", "set aside"),
        "index_lag": told("da indicizzare", "to be indexed"),
        "running": told("servizio attivo", "service running"),
        "workers": told("lettori", "readers"),
    }
    for name, figure in figures.items():
        shown = {True: told("sì", "yes"), False: told("no", "no")}[figure] if isinstance(figure, bool) else figure
        click.echo(f"{words[name]:>24}  {shown}")
