"""Intake at work: one thread empties the inbox, a few read what was accepted; pages are read by the workers."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from types import TracebackType

from intake.config import InboxConfig, OcrConfig
from intake.firms import KnownFirms
from intake.inbox_loop import InboxLoop
from intake.outcome import Paper
from intake.pipeline import Limits, read_paper
from intake.take_in import take_in
from intake.two_sides import put_together
from intake.workers import Workers, WorkersClosed
from storage.errors import FaldoneError, Message, UnreadableFile
from storage.reading import Check
from storage.sides import REMARKS, Sides
from storage.store import Store
from storage.work import Work

log = logging.getLogger(__name__)

LOOKING_SECONDS = 0.5  # another process may have asked for a document to be read again


class OurFault(FaldoneError):
    """Something in Faldone broke on this file; the traceback is in the log."""

    code = "our_fault"
    message = Message(
        "Faldone ha un errore e non riesce a leggere questo file. Il file è al sicuro; segnala il numero del documento"
        " a chi cura Faldone.",
        "Faldone has a fault and cannot read this file. The file is safe; report the document's number to whoever"
        " looks after Faldone.",
    )


class Bell:
    """Wakes everybody who waits; whoever looked before it rang does not miss it."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self.rung = 0

    def ring(self) -> None:
        with self._condition:
            self.rung += 1
            self._condition.notify_all()

    def wait(self, heard: int, seconds: float) -> None:
        """Returns when it rang since `heard`, or after so many seconds."""
        with self._condition:
            self._condition.wait_for(lambda: self.rung != heard, seconds)


class Intake:
    """Started by `with`; at the end work in hand is handed back, to be done at the next start."""

    def __init__(
        self,
        inbox: InboxConfig,
        ocr: OcrConfig,
        store: Store,
        workers: Workers,
        filed: Callable[[], None],
        firms: Callable[[], KnownFirms] = KnownFirms,
    ) -> None:
        """`firms` is asked before each document for those that are known."""
        self._store = store
        self._workers = workers
        self._limits = Limits(inbox.max_megabytes, ocr, inbox.split_at_blank_pages)
        self._filed = filed
        self._firms = firms
        self._stop = threading.Event()
        self._bell = Bell()
        self._loop = InboxLoop(inbox, store, accepted=self._bell.ring)
        self._threads = [threading.Thread(target=self._loop.run, args=(self._stop,), name="inbox")]
        # One more than pages are read at once: while one stores what it read, the workers have something to do.
        self._threads += [threading.Thread(target=self._read_all, name=f"reading-{n}") for n in range(workers.size + 1)]

    def __enter__(self) -> Intake:
        self._store.documents.release_claims()
        self._store.archive.clear_work()
        self._finish_moves()
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stop.set()
        self._loop.wake()
        self._bell.ring()
        self._workers.close()
        for thread in self._threads:
            thread.join()

    def _finish_moves(self) -> None:
        """Brings files to their places in the readable tree whose move was broken off."""
        for id in self._store.documents.misplaced():
            try:
                self._store.documents.place(id)
            except OSError:
                log.exception("The readable tree does not follow document %d; it will at the next start.", id)

    def _read_all(self) -> None:
        while not self._stop.is_set():
            heard = self._bell.rung
            try:
                work = self._store.documents.claim()
                if work is not None:
                    self._read(work)
                    continue
            except Exception:  # the disk is full, the database is away: the thread must outlive it
                log.exception("A document could not be taken up or put down.")
            self._bell.wait(heard, LOOKING_SECONDS)

    def _read(self, work: Work) -> None:
        """Whatever happens, the document leaves the state of being read."""
        document, documents = work.document, self._store.documents
        try:
            seconds = self._read_and_keep(work)
        except WorkersClosed:
            documents.release(document.id)
        except UnreadableFile as error:
            log.warning("Document %d is set aside: %s", document.id, error)
            documents.set_aside(document.id, error)
        except Exception:
            log.exception("Document %d cannot be read.", document.id)
            documents.set_aside(document.id, OurFault())
        else:
            log.info("Document %d: read in %.2f s", document.id, seconds)
        self._filed()

    def _read_and_keep(self, work: Work) -> float:
        """How long the reading took. Raises UnreadableFile, WorkersClosed."""
        if work.sides is not None:
            return self._put_together(work.sides)
        document, archive = work.document, self._store.archive
        with archive.workroom() as room:
            paper = Paper(
                archive.original(document.sha256),
                document.file,
                document.hint,
                work.kind,
                archive.derived_folder(document.sha256),
                self._firms(),
                room,
                work.decision,
            )
            outcome = read_paper(paper, self._workers, self._limits)
            if document.error_code in REMARKS:
                outcome = outcome.doubted(Check(document.error_code, False))
            take_in(work, outcome, self._store)
        if len(outcome.readings) + len(outcome.members) + len(outcome.cuts) > 1:
            self._bell.ring()  # there is more to read
        return sum(reading.seconds for reading in outcome.readings)

    def _put_together(self, sides: Sides) -> float:
        """How long it took. Raises WorkersClosed."""
        started = time.monotonic()
        put_together(sides, self._store, self._workers, self._limits)
        self._bell.ring()  # what was made of them is to be read, or they are apart again
        return time.monotonic() - started
