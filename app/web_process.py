"""The page in a process of its own: reading papers never slows it down, and it ends with the service."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess

from app.config import Config
from app.logs import log_to


def start(config: Config) -> BaseProcess:
    """The process, started; it is the caller's to end."""
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(config,), name="web")
    process.start()
    return process


def _serve(config: Config) -> None:
    from index.engines import open_index
    from storage.store import Store
    from web.app import create_app
    from web.serve import Server

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent says when to end
    threading.Thread(target=_end_with_parent, daemon=True).start()
    log_to(config.data_dir, "web")
    with Store.open(config.storage) as store:
        index = open_index(config.index)
        server = Server(create_app(config.web, store, index), config.web)
        signal.signal(signal.SIGTERM, lambda *_: server.stop())
        server.run()
        index.close()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)
