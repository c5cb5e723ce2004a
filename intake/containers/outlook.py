"""The only door to python-oxmsg: mails as Outlook saves them (.msg)."""

from __future__ import annotations

from pathlib import Path

from oxmsg import Message

from intake.containers.errors import DamagedMail
from intake.containers.mail import Address, Mail
from intake.containers.mail_text import text_of_html
from intake.members import Collector, TooMuchInside
from storage.links import Role

OLE_HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LONGEST_BODY = 500_000
_MOST_RECIPIENTS = 200
_SMALL_PICTURE = 30_000


def read_msg(path: Path, folder: Path) -> Mail:
    """The mail, its attachments written to `folder`, which must exist. Raises DamagedMail, TooMuchInside."""
    try:
        message = Message.load(str(path))
        collector = Collector(folder)
        html = message.html_body or ""
        for attachment in message.attachments:
            content, name = attachment.file_bytes or b"", attachment.file_name or "allegato"
            is_logo = (
                (attachment.mime_type or "").startswith("image/") and "cid:" in html and len(content) < _SMALL_PICTURE
            )
            if content and not is_logo:
                collector.add(name, iter((content,)), Role.ATTACHMENT)
        sender = _address(message.sender or "")
        recipients = [Address(one.name or "", one.email_address or "") for one in message.recipients]
        return Mail(
            sender,
            tuple(recipients[:_MOST_RECIPIENTS]),
            (),
            " ".join((message.subject or "").split())[:1000],
            message.sent_date,
            (message.body or text_of_html(html))[:_LONGEST_BODY],
            collector.kept(),
        )
    except (TooMuchInside, MemoryError):
        raise
    except Exception as error:  # a parser in Python, fed by strangers: it may raise anything
        raise DamagedMail from error


def is_msg(path: Path) -> bool:
    """Whether an OLE file holds a mail."""
    try:
        Message.load(str(path)).message_class  # noqa: B018 - reading it is the test
    except Exception:  # whatever a library meant for whole mails raises on other files
        return False
    return True


def _address(text: str) -> Address:
    name, _, rest = text.partition("<")
    return Address(name.strip(' "'), rest.strip("> ")) if rest else Address("", text.strip())
