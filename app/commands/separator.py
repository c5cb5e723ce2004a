"""`separator`: sheets to put between the documents of a pile."""

from __future__ import annotations

from pathlib import Path

import click

from app.words import helped, plain, summed_up, told


@click.command(
    short_help=summed_up("fogli separatori da stampare", "separator sheets to print"),
    help=helped(
        "Scrive un PDF di fogli separatori: uno davanti a ogni documento, e la pila si scansiona in una volta.",
        "Write a PDF of separator sheets: one before each document, and the pile is scanned in one go.",
    ),
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), default=Path("foglio-separatore.pdf"))
@click.option(
    "--count",
    type=click.IntRange(1, 500),
    default=1,
    metavar="N",
    help=helped("Quanti fogli; si riusano.", "How many sheets; they are used again."),
)
def separator(file: Path, count: int) -> None:
    from intake.piles.separator import separator_pdf  # here: no other command needs what it needs

    file.write_bytes(separator_pdf(count))
    click.echo(told(f"Scritto {plain(str(file))}: stampalo.", f"Written {plain(str(file))}: print it."))
