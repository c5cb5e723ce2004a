"""`./faldone run`: intake, indexer and page together, until somebody ends it."""

from __future__ import annotations

import logging
import signal
import socket
import threading
import time
from collections import deque
from multiprocessing.process import BaseProcess

import click

from app import web_process
from app.config import Config
from app.engine import at_work
from app.lock import ServiceLock
from app.logs import log_to
from app.words import told
from storage.document import ALL_AREAS
from storage.errors import FaldoneError, Message
from storage.store import Store
from storage.users import Role
from web.passwords import generated, hash_password

log = logging.getLogger(__name__)

LOOKING_SECONDS = 0.5
ENDING_SECONDS = 5
MOST_RESTARTS = 5  # of the page
RESTARTS_SECONDS = 120


class PageKeepsEnding(FaldoneError):
    """The process of the page ends again and again."""

    code = "page_keeps_ending"
    message = Message(
        "La pagina web continua a interrompersi: il motivo è in {log}.",
        "The web page keeps ending: the reason is in {log}.",
    )


class PortTaken(FaldoneError):
    """Another program listens where the page should."""

    code = "port_taken"
    message = Message(
        "La porta {port} di {host} non si può usare ({why}). Scegline un'altra in config.yaml (web.port).",
        "Port {port} of {host} cannot be used ({why}). Choose another in config.yaml (web.port).",
    )


def run(config: Config) -> None:
    """Returns when SIGINT or SIGTERM came and everything has ended. Raises FaldoneError where it cannot start."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with ServiceLock(config.data_dir):
        _check_port(config.web.host, config.web.port)
        log_to(config.data_dir)
        with Store.open(config.storage) as store:
            config.inbox.folder.mkdir(parents=True, exist_ok=True)
            _announce(config, store)
            with at_work(config, store):
                _mind_page(config, stop)
    click.echo(told("Faldone è fermo.", "Faldone has ended."))


def _mind_page(config: Config, stop: threading.Event) -> None:
    """Keeps the page up until the service is to end."""
    page = web_process.start(config)
    ended: deque[float] = deque(maxlen=MOST_RESTARTS)
    try:
        while not stop.wait(LOOKING_SECONDS):
            if not page.is_alive():
                log.error("The page ended with exit code %s.", page.exitcode)
                if len(ended) == MOST_RESTARTS and time.monotonic() - ended[0] < RESTARTS_SECONDS:
                    raise PageKeepsEnding(log=config.data_dir / "log" / "web.log")
                ended.append(time.monotonic())
                page = web_process.start(config)
    finally:
        _end(page)


def _end(page: BaseProcess) -> None:
    page.terminate()
    page.join(ENDING_SECONDS)
    if page.is_alive():
        page.kill()
        page.join()


def _check_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            raise PortTaken(host=host, port=port, why=error.strerror or str(error)) from error


def _announce(config: Config, store: Store) -> None:
    host = f"[{config.web.host}]" if ":" in config.web.host else config.web.host
    click.echo(told("Faldone è pronto.", "Faldone is ready."))
    click.echo(f"  inbox: {config.inbox.folder}")
    click.echo(f"  web:   http://{host}:{config.web.port}/")
    if store.users.count() == 0:
        password = generated()
        store.users.create("admin", hash_password(password), ALL_AREAS, role=Role.ADMINISTRATOR)
        click.echo(told("Per entrare la prima volta:", "To sign in the first time:"))
        click.echo("  user: admin")
        click.echo(f"  password: {password}")
        click.echo(told("Cambia la password dopo il primo accesso.", "Change the password after signing in."))
    click.echo(told("Ctrl-C per fermarlo.", "Ctrl-C ends it."))
