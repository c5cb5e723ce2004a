"""What the tests of the inbox share: its configuration, the loop at work, somebody who may not do everything."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from app.settings import IGNORED
from intake.config import InboxConfig
from intake.inbox_loop import InboxLoop
from storage.document import ALL_AREAS, Document, EventKind
from storage.store import Store
from tests.waiting import eventually

SETTLE_SECONDS = 0.1
_NOBODY = 65534


def inbox_config(
    folder: Path,
    *,
    watch: Literal["auto", "native", "polling"] = "native",
    settle_seconds: float = SETTLE_SECONDS,
    ignore: tuple[str, ...] = IGNORED,
) -> InboxConfig:
    return InboxConfig(folder, watch, settle_seconds, ignore, 200)


@contextmanager
def emptied(config: InboxConfig, store: Store, accepted: Callable[[], None] = lambda: None) -> Iterator[InboxLoop]:
    """The inbox's loop at work, until the `with` ends."""
    loop, stop = InboxLoop(config, store, accepted), threading.Event()
    thread = threading.Thread(target=loop.run, args=(stop,))
    thread.start()
    try:
        yield loop
    finally:
        stop.set()
        loop.wake()
        thread.join()


def arrived(store: Store, file: str) -> Document:
    """The document of the file, once there is one."""
    return eventually(lambda: [document for name, document in documents(store).items() if name == file])[0]


def documents(store: Store) -> dict[str, Document]:
    """All documents by the names of their files."""
    return {document.file: document for document in store.documents.each()}


def events(store: Store, id: int) -> list[EventKind]:
    return [event.kind for event in store.documents.full(id, ALL_AREAS).events]


@contextmanager
def unprivileged() -> Iterator[Path]:
    """A folder of the user who runs the block: an ordinary one, since nothing is forbidden to root."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    root = os.getuid() == 0
    try:
        if root:
            os.chown(folder, _NOBODY, _NOBODY)
            os.setresuid(_NOBODY, _NOBODY, 0)
        yield folder
    finally:
        if root:
            os.setresuid(0, 0, 0)
        shutil.rmtree(folder, ignore_errors=True)
