"""The page on a port, until told to stop."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable
from types import FrameType

import waitress
from flask import Flask
from waitress import wasyncore
from waitress.channel import HTTPChannel

from web.config import WebConfig

_THREADS = 8
_LAST_ANSWERS_SECONDS = 5.0
_ROUND_SECONDS = 1.0
_FORWARDED = "x-forwarded-for x-forwarded-host x-forwarded-proto"


class Server:
    """Binds at once (OSError if the port is taken); `run` serves until `stop` is called from anywhere."""

    def __init__(self, app: Flask, config: WebConfig) -> None:
        self._sockets: dict[int, object] = {}
        self._stopping = threading.Event()
        self._server = waitress.create_server(
            app,
            map=self._sockets,
            host=config.host,
            port=config.port,
            threads=_THREADS,
            ident=None,
            # what is too large is refused by the page, in the person's language: so it must get as far as the page
            max_request_body_size=4 * config.max_megabytes * 1024 * 1024,
            clear_untrusted_proxy_headers=True,
            trusted_proxy=config.proxy or None,
            trusted_proxy_headers=_FORWARDED if config.proxy else "",
        )

    @property
    def port(self) -> int:
        """The one that was bound, also where 0 was asked for."""
        several = getattr(self._server, "effective_listen", None)
        return int(several[0][1] if several else self._server.effective_port)

    def run(self) -> None:
        """Returns after `stop`, when the requests in hand are answered, or at most a few seconds later."""
        while not self._stopping.is_set():
            wasyncore.loop(timeout=_ROUND_SECONDS, map=self._sockets, count=1)
        deadline = time.monotonic() + _LAST_ANSWERS_SECONDS
        while self._is_answering() and time.monotonic() < deadline:
            wasyncore.loop(timeout=0.05, map=self._sockets, count=1)
        self._server.task_dispatcher.shutdown(cancel_pending=True, timeout=1)
        wasyncore.close_all(self._sockets)

    def stop(self) -> None:
        """May be called from a signal handler or another thread; `run` notices within a second."""
        self._stopping.set()

    def _is_answering(self) -> bool:
        channels = [channel for channel in list(self._sockets.values()) if isinstance(channel, HTTPChannel)]
        return any(channel.requests or channel.total_outbufs_len for channel in channels)


def serve(app: Flask, config: WebConfig, ready: Callable[[int], None] = lambda port: None) -> None:
    """Serves in the main thread until SIGTERM or SIGINT; `ready` is called with the port that was bound."""
    server = Server(app, config)

    def stop(_number: int, _frame: FrameType | None) -> None:
        server.stop()

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        ready(server.port)
        server.run()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
