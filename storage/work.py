"""A document on its way to be read, and the end of trying."""

from __future__ import annotations

from dataclasses import dataclass

from storage import sides
from storage.document import Document
from storage.errors import FaldoneError, Message

MOST_ATTEMPTS = 10  # readers are processes that may die; only a power cut or a kill brings the service down


class ReadingKeepsFailing(FaldoneError):
    """The service went down several times while it read this file."""

    code = "reading_keeps_failing"
    message = Message(
        "La lettura di questo file si è interrotta più volte. Prova a salvarlo di nuovo come PDF e rimettilo nella"
        " cartella, oppure premi «Riprova».",
        "Reading this file broke off several times. Save it again as a PDF and drop it again, or press 'Try again'.",
    )


@dataclass(frozen=True, slots=True)
class Work:
    """A document to be read; `kind` is set where a user said what it is. `decision` is how a user wants a pile split:
    the pages of each document in it, () for not at all, None where nobody said. `depth` counts the files that it lay
    in, `root` is the document of the outermost. `sides` are to be put together, where it is one of them."""

    document: Document
    kind: str | None
    decision: tuple[tuple[int, ...], ...] | None = None
    depth: int = 0
    root: int = 0
    sides: sides.Sides | None = None
