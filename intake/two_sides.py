"""Two scans of the same sheets, fronts and backs, made one document: what the service does with a pair.

A file that turns out to be no half of this pair leaves it, with its reason; the other one waits again.
"""

from __future__ import annotations

from pathlib import Path

from intake import tasks
from intake.errors import FileTooLarge, IntakeError
from intake.media import IMAGES, PDF
from intake.pipeline import Limits
from intake.read import run_whole
from intake.sides_task import Side
from intake.workers import Workers
from storage.document import Document
from storage.errors import Message, UnreadableFile
from storage.links import Inside, Role
from storage.sides import LastBackMissing, Sides
from storage.store import Store


class SidesDoNotFit(IntakeError):
    code = "sides_do_not_fit"
    message = Message(
        "Questi fronti hanno {fronts} pagine, ma il file arrivato dopo, {file}, ne ha {backs}: non sono le due facciate"
        " degli stessi fogli. Scansiona di nuovo tutta la pila (togli allo scanner «salta pagine bianche»; due fogli"
        " possono essere passati insieme) e rimetti nella cartella prima i fronti, poi i retri. Se invece è una"
        " scansione di una sola facciata, premi «Riprova».",
        "These fronts have {fronts} pages, but the file that came after them, {file}, has {backs}: they are not the two"
        " sides of the same sheets. Scan the whole pile again (switch off the scanner's 'skip blank pages'; two sheets"
        " may have gone through at once) and drop first the fronts, then the backs. If this is a one-sided scan, press"
        " 'Try again'.",
    )


class _Unfit(Exception):
    """A file that is no half of the pair; `why` is None for one that is no scan at all."""

    def __init__(self, document: Document, why: UnreadableFile | None) -> None:
        super().__init__()
        self.document = document
        self.why = why


def put_together(pair: Sides, store: Store, workers: Workers, limits: Limits) -> None:
    """The pair as a document that waits to be read, or apart again. Raises WorkersClosed."""
    try:
        _put_together(pair, store, workers, limits)
    except _Unfit as unfit:
        _leave(unfit.document, unfit.why, store)
        if pair.by_themselves:  # nothing else will come
            other = pair.backs if unfit.document is pair.fronts else pair.fronts
            _leave(other, unfit.why if isinstance(unfit.why, SidesDoNotFit) else None, store)


def _leave(document: Document, why: UnreadableFile | None, store: Store) -> None:
    if why is None:
        store.double_sided.is_none(document.id)
    else:
        store.documents.set_aside(document.id, why)


def _put_together(pair: Sides, store: Store, workers: Workers, limits: Limits) -> None:
    fronts, backs = (_side(document, store, workers, limits) for document in (pair.fronts, pair.backs))
    if fronts.pages - backs.pages not in (0, 1):
        file = pair.backs.file
        raise _Unfit(pair.fronts, SidesDoNotFit(fronts=fronts.pages, backs=backs.pages, file=file))
    seconds = limits.ocr.page_timeout_seconds + fronts.pages
    with store.archive.workroom() as room:
        target = room / "sheets.pdf"
        try:
            run_whole(workers, seconds, tasks.interleave, fronts, backs, target)
        except UnreadableFile as error:
            raise _Unfit(pair.fronts, error) from error
        name = f"{Path(pair.fronts.file).stem}.pdf"
        made = Inside(*store.archive.adopt(target), name, Role.SHEETS, media_type=PDF)
    remark = LastBackMissing if backs.pages < fronts.pages else None
    store.documents.put_together(pair, (fronts.media_type, backs.media_type), made, remark)


def _side(document: Document, store: Store, workers: Workers, limits: Limits) -> Side:
    """Raises _Unfit."""
    path, seconds = store.archive.original(document.sha256), limits.ocr.page_timeout_seconds
    try:
        megabytes = path.stat().st_size / 1_000_000
        if megabytes > limits.megabytes:
            raise FileTooLarge(megabytes=round(megabytes), limit=limits.megabytes)
        type = run_whole(workers, seconds, tasks.identify, path)
        if type != PDF and type not in IMAGES:
            raise _Unfit(document, None)
        return Side(path, type, run_whole(workers, seconds, tasks.count_pages, path, type))
    except UnreadableFile as error:
        raise _Unfit(document, error) from error
