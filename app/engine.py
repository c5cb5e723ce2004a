"""The archive at work without its page: intake and indexer, for `run` and for commands that do the work themselves."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from app.config import Config
from app.known_firms import FirmsOnFile
from index.engines import open_index
from index.indexer import Indexer
from intake.process_workers import ProcessWorkers
from intake.service import Intake
from storage.store import Store


@contextmanager
def at_work(config: Config, store: Store) -> Iterator[Indexer]:
    """Empties the inbox, reads, indexes, until the `with` ends; then within seconds all of it has ended."""
    index = open_index(config.index)
    indexer = Indexer(store, index)
    stop = threading.Event()
    workers = ProcessWorkers(config.ocr.workers, config.ocr.page_memory_megabytes, folder=config.data_dir / "work")
    indexing = threading.Thread(target=indexer.run, args=(stop,), name="indexing")
    indexing.start()
    try:
        firms = FirmsOnFile(config.company, store)
        with Intake(config.inbox, config.ocr, store, workers, indexer.wake, firms):
            yield indexer
    finally:
        stop.set()
        indexer.wake()
        indexing.join()
        index.close()
