"""Files read without being filed, and what is inside them read too."""

from __future__ import annotations

import logging
import tempfile
from dataclasses import dataclass
from pathlib import Path

from intake.firms import Company, KnownFirms
from intake.outcome import Outcome, Paper
from intake.pipeline import Limits, read_paper
from intake.workers import Workers, WorkersClosed
from storage.errors import FaldoneError, Message
from storage.inside import DEEPEST
from storage.reading import Reading

log = logging.getLogger(__name__)


class NotOpened(FaldoneError):
    """No such file, or none that we may read."""

    code = "cannot_open"
    message = Message(
        "Il file non si apre ({why}): controlla nome e permessi.",
        "The file cannot be opened ({why}): check its name and permissions.",
    )


class NoSuchFile(NotOpened):
    code = "not_found"
    message = Message(
        "Il file non c'è, o è una cartella: controlla il nome.",
        "There is no such file, or it is a folder: check its name.",
    )


class OurFault(FaldoneError):
    """Something in Faldone broke on this file."""

    code = "our_fault"
    message = Message(
        "Faldone ha un errore e non riesce a leggere questo file ({why}).",
        "Faldone has a fault and cannot read this file ({why}).",
    )


@dataclass(frozen=True, slots=True)
class Means:
    """What reading takes."""

    workers: Workers
    limits: Limits
    company: Company


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file as read. `readings` are the documents that it is itself, `inside` the files in it; `error` says why there
    is neither. `pages` are those of the pile that it was cut from."""

    name: str
    media_type: str = ""
    readings: tuple[Reading, ...] = ()
    inside: tuple[FileRead, ...] = ()
    error: FaldoneError | None = None
    pages: tuple[int, ...] = ()

    @property
    def failed(self) -> bool:
        return self.error is not None or any(file.failed for file in self.inside)


def read_file(path: Path, name: str, means: Means, depth: int = 0) -> FileRead:
    """Whatever is wrong with a file is no reason not to go on with the next. Raises WorkersClosed."""
    try:
        if not path.is_file():
            return FileRead(name, error=NoSuchFile())
        with tempfile.TemporaryDirectory(prefix="faldone-") as room:
            paper = Paper(path.absolute(), Path(name).name, firms=KnownFirms(means.company), room=Path(room))
            return _told(name, read_paper(paper, means.workers, means.limits), means, depth)
    except FaldoneError as error:
        return FileRead(name, error=error)
    except OSError as error:
        return FileRead(name, error=NotOpened(why=error.strerror or error))
    except WorkersClosed:
        raise
    except Exception as error:
        log.exception("%r cannot be read.", name)
        return FileRead(name, error=OurFault(why=type(error).__name__))


def _told(name: str, outcome: Outcome, means: Means, depth: int) -> FileRead:
    members = outcome.members if depth < DEEPEST else ()
    inside = [read_file(member.path, f"{name}/{member.name}", means, depth + 1) for member in members]
    cuts = [FileRead(name, "application/pdf", (cut.reading,), pages=cut.pages) for cut in outcome.cuts]
    return FileRead(name, outcome.media_type, outcome.readings, (*cuts, *inside))
