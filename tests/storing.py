"""What the tests of the store share: a store in a folder, files on their way into it, readings without a reader."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from pathlib import Path

from storage.config import StorageConfig
from storage.document import ALL_AREAS, Document
from storage.inbox import Recorded, Seen
from storage.reading import Box, Check, FieldValue, Page, Reading, Source, Word
from storage.store import Store

TEMPLATE = "{area}/{kind}/{year}/{counterpart}/{date} {kind} {number}"


class Killed(Exception):
    """The service ended here."""


class Step(IntEnum):
    """The steps of a file's way from the inbox into the archive."""

    STAGED = 1
    RECORDED = 2
    KEPT = 3
    REMOVED = 4
    FINISHED = 5


def open_store(folder: Path, template: str = TEMPLATE, *, hard_links: bool = False) -> Store:
    return Store.open(StorageConfig(f"sqlite:///{folder / 'faldone.db'}", folder, template, hard_links))


def seen_in(inbox: Path, name: bytes) -> Seen:
    stat = Path(inbox, name.decode("utf-8", "surrogateescape")).stat()
    return Seen(name, stat.st_size, stat.st_mtime_ns, stat.st_ino)


def take(store: Store, inbox: Path, name: bytes, killed_after: Step = Step.FINISHED) -> Recorded:
    """What the service does with a complete file in the inbox; raises Killed after any step but the last."""
    path, seen = Path(inbox, name.decode("utf-8", "surrogateescape")), seen_in(inbox, name)
    staged, sha256, size = store.archive.stage(path)
    if killed_after is Step.STAGED:
        raise Killed
    recorded = store.inbox.record(seen, staged, sha256, size, (seen.hint,) if seen.hint else ())
    if killed_after is Step.RECORDED:
        raise Killed
    _finish(store, inbox, recorded, killed_after)
    return recorded


def _finish(store: Store, inbox: Path, recorded: Recorded, killed_after: Step = Step.FINISHED) -> None:
    store.archive.keep_staged(recorded.staged, recorded.sha256)
    if killed_after is Step.KEPT:
        raise Killed
    path = Path(inbox, recorded.seen.path.decode("utf-8", "surrogateescape"))
    if path.exists() and seen_in(inbox, recorded.seen.path) == recorded.seen:
        path.unlink()
    if killed_after is Step.REMOVED:
        raise Killed
    store.inbox.finish(recorded)


def start_service(store: Store, inbox: Path) -> None:
    """What the service does when it starts: ends what was broken off, then takes what lies in the inbox."""
    unfinished = store.inbox.unfinished()
    for recorded in unfinished:
        _finish(store, inbox, recorded)
    store.archive.discard_staged(set())
    store.documents.release_claims()
    for path in sorted(inbox.iterdir()):
        take(store, inbox, path.name.encode("utf-8", "surrogateescape"))
    for id in store.documents.misplaced():
        store.documents.place(id)


def drop(store: Store, folder: Path, name: str, data: bytes = b"bytes") -> Document:
    """A file that has come all the way from the inbox, not read yet. `name` may have sub-folders."""
    path = folder / "inbox" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return store.documents.get(take(store, folder / "inbox", name.encode()).document, ALL_AREAS)


def filed(store: Store, folder: Path, name: str = "scan.pdf", data: bytes = b"bytes", /, **said: str) -> Document:
    """A document read and kept as an invoice with these values."""
    return store.documents.keep(drop(store, folder, name, data).id, reading(said), "application/pdf")


def value(text: str, confidence: float = 0.9, source: Source = Source.OCR) -> FieldValue:
    return FieldValue(text, confidence, source, 1, Box(0.1, 0.2, 0.3, 0.25), ("label:numero",))


def reading(fields: Mapping[str, str], kind: str = "invoice", *, needs_review: bool = False, pages: int = 1) -> Reading:
    words = (Word("Fattura", Box(0.1, 0.2, 0.2, 0.22), 0.97, 0), Word("n. 12", Box(0.25, 0.2, 0.3, 0.22), 0.5, 1))
    return Reading(
        kind,
        0.93,
        "it",
        tuple(
            Page(number, 2480, 3508, Source.OCR, 0.9, words, ({"step": "deskew", "degrees": 1.2},))
            for number in range(1, pages + 1)
        ),
        {name: value(text) for name, text in fields.items()},
        {"vat_lines": ({"rate": "22.00", "net_amount": "100.00"},)} if kind == "invoice" else {},
        (Check("net_plus_vat_is_gross", True, "100.00 + 22.00 = 122.00"),),
        needs_review,
        1.25,
        {"number": (value("13", 0.2),)} if kind == "invoice" else {},
    )


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path there."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
