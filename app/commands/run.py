"""`run`, `demo` and `test`."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click

from app import service
from app.config import CHECKOUT, Config
from app.words import helped, summed_up, told

SAMPLES = CHECKOUT / "app" / "samples"


@click.command(
    short_help=summed_up("avvia tutto", "start everything"),
    help=helped(
        "Avvia tutto: cartella in arrivo, lettura, indice e pagina web. Ctrl-C per fermare.",
        "Start everything: the inbox, the readers, the index and the web page. Ctrl-C ends it.",
    ),
)
@click.pass_obj
def run(configured: Callable[[], Config]) -> None:
    service.run(configured())


@click.command(
    short_help=summed_up("prova con documenti inventati", "try it on invented documents"),
    help=helped(
        "Come run, su una cartella di prova con una dozzina di documenti inventati; alla fine viene cancellata.",
        "Like run, on a throw-away folder with a dozen invented documents.",
    ),
)
@click.pass_obj
def demo(configured: Callable[[], Config]) -> None:
    folder = Path(tempfile.mkdtemp(prefix="faldone-demo-"))
    try:
        config = _moved(configured(), folder)
        shutil.copytree(SAMPLES, config.inbox.folder, ignore=shutil.ignore_patterns("*.json", "*.py", "*.md"))
        click.echo(told("Dati di prova in", "Demonstration data in") + f" {folder}")
        service.run(config)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _moved(config: Config, folder: Path) -> Config:
    """The same configuration with all its data in another folder, and a port that is free."""
    inbox = folder / "inbox"
    return Config(
        folder,
        replace(config.storage, data_dir=folder, url=None),
        replace(config.index, folder=folder / "index"),
        replace(config.inbox, folder=inbox),
        config.ocr,
        replace(config.web, data_dir=folder, inbox=inbox, port=_free_port(config.web.host, config.web.port)),
        config.company,
    )


def _free_port(host: str, wanted: int) -> int:
    for port in (wanted, 0):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind((host, port))
            except OSError:
                continue
            return int(trial.getsockname()[1])
    return wanted


@click.command(
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
    short_help=summed_up("esegue i test di Faldone", "run Faldone's tests"),
    help=helped("Esegue tutti i test di Faldone.", "Run Faldone's whole test suite."),
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[PYTEST ARGUMENTS]...")
def test(arguments: tuple[str, ...]) -> None:
    # The launcher installs what the tests need first.
    os.execv(CHECKOUT / "faldone", ["faldone", "test", *arguments])
