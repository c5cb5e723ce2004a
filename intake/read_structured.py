"""Files that say what they are: e-invoices, and whatever else somebody signed."""

from __future__ import annotations

from intake import tasks
from intake.formats.errors import NotAnInvoice
from intake.media import FATTURAPA, NOTICE, P7M
from intake.members import Member
from intake.outcome import Outcome, Paper
from intake.read import run_whole
from intake.workers import Workers
from storage.reading import Reading

STRUCTURED = frozenset({FATTURAPA, P7M, NOTICE})


def read_structured(paper: Paper, type: str, workers: Workers, seconds: float) -> Outcome:
    """What SDI says, or the e-invoices of a file; of a signed file that is none, the file that was signed.

    Raises UnreadableFile."""
    if type == NOTICE:
        task = (paper.path, paper.name, paper.derived)
        return Outcome(type, (run_whole(workers, seconds, tasks.read_notice, *task),))
    try:
        return _einvoices(paper, type, workers, seconds)
    except NotAnInvoice:
        if type != P7M or paper.room is None:
            raise
    member = run_whole(workers, seconds, tasks.take_out_signed, paper.path, paper.name, paper.room)
    return Outcome(type, (), (member,))


def _einvoices(paper: Paper, type: str, workers: Workers, seconds: float) -> Outcome:
    """A few at a time: one file may hold thousands, and each is drawn."""
    readings: list[Reading] = []
    members: list[Member] = []
    while True:
        task = (paper.path, paper.name, paper.derived, paper.room, len(readings) + 1)
        found = run_whole(workers, seconds, tasks.read_einvoices, *task)
        readings += found.readings
        members += found.members
        if len(readings) >= found.of:
            return Outcome(type, tuple(readings), tuple(members))
