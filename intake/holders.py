"""Archives and mails: opened in a worker, what they hold goes on as files of its own."""

from __future__ import annotations

import tempfile
from pathlib import Path

from intake import tasks
from intake.mail_task import MailTask
from intake.outcome import Outcome, Paper
from intake.read import run_whole
from intake.workers import Workers

ARCHIVES = frozenset({"application/zip", "application/x-7z-compressed", "application/x-tar", "application/gzip"})
MAILS = frozenset({"message/rfc822", "application/vnd.ms-outlook"})
HOLDERS = ARCHIVES | MAILS


def open_holder(paper: Paper, type: str, workers: Workers, seconds: float) -> Outcome:
    """The files in an archive; a mail as a document, with what is attached to it. Raises UnreadableFile."""
    if paper.room is None:
        with tempfile.TemporaryDirectory(prefix="room-") as room:
            return _open(paper, type, workers, seconds, Path(room))
    return _open(paper, type, workers, seconds, paper.room)


def _open(paper: Paper, type: str, workers: Workers, seconds: float, room: Path) -> Outcome:
    if type in ARCHIVES:
        return Outcome(type, (), run_whole(workers, seconds, tasks.unpack, paper.path, type, room))
    task = MailTask(paper.path, type, paper.derived, room, paper.hint, paper.kind, paper.firms)
    found = run_whole(workers, seconds, tasks.read_mail, task)
    return Outcome(type, (found.reading,), found.members)
