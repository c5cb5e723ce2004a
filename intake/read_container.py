"""Archives opened, mails read: what a worker does with files that hold others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp

from intake.containers import archives, mail_view
from intake.mail_task import MailRead, MailTask
from intake.members import Member
from intake.printed import printed
from intake.understand import understand


def unpack(path: Path, media_type: str, room: Path) -> tuple[Member, ...]:
    """The files in an archive. Raises UnreadableFile."""
    return archives.unpack(path, media_type, _try_in(room))


def read_mail(task: MailTask) -> MailRead:
    """The mail as a document, and what is attached to it. Raises UnreadableFile."""
    mail = mail_view.read_mail(task.path, task.media_type, _try_in(task.room))
    drawn = printed(mail_view.view(mail), mail.subject, task.derived)
    reading = understand(drawn, task.hint, task.kind, task.firms)
    if reading.kind in ("letter", "complaint", "other"):
        reading = replace(reading, fields={**reading.fields, **mail_view.fields(mail)})
    found = mail_view.checks(mail)
    if found:
        doubtful = not all(check.passed for check in found)
        reading = replace(reading, checks=(*reading.checks, *found), needs_review=reading.needs_review or doubtful)
    return MailRead(reading, mail.members)


def _try_in(room: Path) -> Path:
    """A folder for this try alone: a worker that was killed in the one before has left files behind."""
    return Path(mkdtemp(dir=room))
