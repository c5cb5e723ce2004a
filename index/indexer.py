"""Keeps the index up with the store, and makes it again.

The store is the truth: it knows of every document which revision the index has. That mark is written after the index
has the document for good, so that whatever ends the service in between, a document is indexed once too often rather
than never; in the index it replaces itself.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Protocol

from index.errors import IndexBusy, IndexUnusable
from index.search_index import IndexDocument, SearchIndex
from storage.document import ALL_AREAS, READABLE, Document, FullDocument, Status
from storage.errors import NoSuchDocument
from storage.kinds import Area

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]  # documents done, documents in all

_OUT_OF_SIGHT = (Status.OPENED, Status.JOINED)
_MOST_GROWN = 10  # times the batch, while there is a backlog anyway
_POLL_SECONDS = 0.2  # other processes file and correct too, and cannot wake us
_IDLE_SECONDS = 10.0  # of silence, before upkeep
_PAUSE_SECONDS = 5.0  # after a failure that is not the index's own
_RETRY_SECONDS = 300.0  # a document that cannot be indexed is tried again


class IndexedDocuments(Protocol):
    """What the indexer needs of `storage.documents.Documents`."""

    def each(self) -> Iterator[Document]: ...

    def full(self, id: int, areas: frozenset[Area]) -> FullDocument: ...

    def counts(self) -> dict[Status, int]: ...

    def unindexed(self, limit: int) -> list[int]: ...

    def mark_indexed(self, revisions: Mapping[int, int]) -> None: ...

    def forget_index(self) -> None: ...


class IndexedStore(Protocol):
    """What the indexer needs of `storage.store.Store`."""

    @property
    def documents(self) -> IndexedDocuments: ...


def index_document(full: FullDocument) -> IndexDocument:
    document = full.document
    return IndexDocument(
        document.id,
        document.revision,
        document.kind,
        document.area,
        document.counterpart,
        document.number,
        document.date,
        document.amount,
        document.title,
        document.file,
        _text(full),
        document.language,
        {name: field.value.value for name, field in full.fields.items()},
        document.tags,
        document.status.value,
        document.currency,
        document.received_at,
        document.assignee_id,
        document.page_count,
    )


def _text(full: FullDocument) -> str:
    """The pages' words, what stands in bar codes and labels on them, and what people noted."""
    codes = [code.text for page in full.pages for code in page.codes]
    notes = [note.text for note in full.notes]
    return "\n\n".join((full.text, *codes, *notes, full.document.archive_number or ""))


class Indexer:
    """`run` is for one thread of one process; the other methods may be called beside it, from other processes too."""

    def __init__(self, store: IndexedStore, index: SearchIndex, batch: int = 200) -> None:
        """`batch` is the number of documents of a commit."""
        self._batch = batch
        self._documents = store.documents
        self._index = index
        self._awake = threading.Event()
        self._failed: dict[int, float] = {}  # documents that cannot be indexed, and when to try them again
        self._busy_until = time.monotonic()

    def wake(self) -> None:
        """Says that there is something to index, so that `run` does not find it only at its next look."""
        self._awake.set()

    def catch_up(self, stop: threading.Event | None = None) -> int:
        """Indexes what the index does not know as it is, a commit for each batch; how many documents that were."""
        total, size = 0, self._batch
        while not (stop and stop.is_set()):
            now = time.monotonic()
            self._failed = {id: until for id, until in self._failed.items() if until > now}
            behind = self._documents.unindexed(size + len(self._failed))
            ids = [id for id in behind if id not in self._failed][:size]
            if not ids:
                break
            total += self._put(ids)
            if len(ids) == size:
                size = min(size * 2, self._batch * _MOST_GROWN)
        return total

    def reconcile(self) -> None:
        """Corrects what store and index disagree on although the marks are right: one of them was put back from a
        copy. Raises IndexUnusable."""
        indexed = dict(self._index.revisions())
        differing: list[int] = []
        for document in self._documents.each():
            if document.status is Status.SET_ASIDE or document.status in _OUT_OF_SIGHT:
                continue
            revision = indexed.pop(document.id, None)
            if document.status in READABLE and revision != document.revision:
                differing.append(document.id)
        if indexed:
            log.warning("%d documents are in the index that should not be: removed", len(indexed))
            self._index.remove(indexed)
        for batch in _batches(differing, self._batch):
            self._put(batch)

    def heal(self) -> None:
        """Puts an empty index in the place of one that is missing, damaged or outdated; `catch_up` then fills it."""
        # In this order: the marks must never speak of an index that is gone.
        self._documents.forget_index()
        self._index.reset()

    def rebuild(self, progress: Progress = lambda done, total: None) -> int:
        """Makes a new index from the store while the old one answers, and puts it in its place; how many documents.

        Documents filed or corrected meanwhile are in both."""
        counts = self._documents.counts()
        expected = sum(counts[status] for status in READABLE)
        known: dict[int, int] = {}
        replacement = self._index.replacement()
        try:
            readable = (document.id for document in self._documents.each() if document.status in READABLE)
            for batch in _batches(readable, self._batch):
                documents = self._read(batch)
                replacement.add(documents)
                known.update((document.id, document.revision) for document in documents)
                progress(len(known), max(expected, len(known)))
                self._catch_up_old()
            replacement.take_over(lambda: self._changed_since(known))
        finally:
            replacement.close()
        self._mark(known)
        return len(known)

    def run(self, stop: threading.Event) -> None:
        """Until `stop` is set: indexes what comes, heals the index, does its upkeep when nothing comes. Never raises:
        what fails is logged and tried again."""
        once: list[Callable[[], object]] = [self._index.check, lambda: self.catch_up(stop), self.reconcile]
        pause = 0.0
        threading.Thread(target=self._upkeep, args=(stop,), name="index upkeep", daemon=True).start()
        while not stop.is_set():
            if not once or pause:
                self._awake.wait(pause or _POLL_SECONDS)
            self._awake.clear()
            try:
                if once:
                    self._healing(once[0])
                    once.pop(0)
                else:
                    self._healing(lambda: self._look(stop))
                pause = 0.0
            except IndexBusy as problem:
                log.info("%s", problem)
            except Exception:
                log.exception("indexing failed; it will be tried again")
                pause = _PAUSE_SECONDS

    def _look(self, stop: threading.Event) -> None:
        if self._index.is_suspect():
            self._index.check()
        if self.catch_up(stop):
            self._busy_until = time.monotonic()

    def _upkeep(self, stop: threading.Event) -> None:
        """Beside `run`, since it can take long."""
        while not stop.wait(_IDLE_SECONDS):
            try:
                while time.monotonic() - self._busy_until > _IDLE_SECONDS and not stop.is_set() and self._index.tidy():
                    log.debug("merged segments of the index")
            except (IndexUnusable, IndexBusy) as problem:
                log.debug("no upkeep now: %s", problem)
            except Exception:
                log.exception("the upkeep of the index failed; it will be tried again")

    def _healing(self, work: Callable[[], object]) -> None:
        try:
            work()
        except IndexUnusable as problem:
            log.warning("%s", problem)
            self.heal()
            work()

    def _put(self, ids: list[int]) -> int:
        """A document that makes the others fail is left out of them."""
        gone: dict[int, int] = {}
        try:
            documents = self._read(ids, gone)
            self._index.update(documents)
            if gone:
                self._index.remove(gone)
        except (IndexUnusable, IndexBusy, OSError):
            raise
        except Exception:
            if len(ids) > 1:
                return sum(self._put([id]) for id in ids)
            log.exception("document %d cannot be indexed", ids[0])
            documents = []
        marks = {document.id: document.revision for document in documents} | gone
        self._documents.mark_indexed(marks)
        later = time.monotonic() + _RETRY_SECONDS
        self._failed.update((id, later) for id in set(ids).difference(marks))
        return len(documents)

    def _read(self, ids: Collection[int], gone: dict[int, int] | None = None) -> list[IndexDocument]:
        """Those that belong into the index; the revisions of the others go to `gone`."""
        found: list[IndexDocument] = []
        for id in ids:
            try:
                full = self._documents.full(id, ALL_AREAS)
            except NoSuchDocument:
                continue
            if full.document.status in _OUT_OF_SIGHT and gone is not None:
                gone[id] = full.document.revision
            else:
                found.append(index_document(full))
        return found

    def _catch_up_old(self) -> None:
        try:
            self.catch_up()
        except (IndexUnusable, IndexBusy):
            log.debug("there is no index to keep up while a new one is made")

    def _changed_since(self, known: dict[int, int]) -> list[IndexDocument]:
        changed = [d.id for d in self._documents.each() if d.status in READABLE and known.get(d.id) != d.revision]
        documents = self._read(changed)
        known.update((document.id, document.revision) for document in documents)
        return documents

    def _mark(self, known: Mapping[int, int]) -> None:
        """Marks what the marks are missing of a new index."""
        while True:
            marks = {id: known[id] for id in self._documents.unindexed(self._batch) if id in known}
            if not marks:
                return
            self._documents.mark_indexed(marks)
            if not set(marks).isdisjoint(self._documents.unindexed(self._batch)):
                return  # changed meanwhile: catch_up's business


def _batches(ids: Iterable[int], size: int) -> Iterator[list[int]]:
    rest = iter(ids)
    while batch := list(islice(rest, size)):
        yield batch
