"""A mail as it is printed: heads, what is certified, what is attached, then the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from intake.containers.letter import EML, Address
from intake.containers.mail import Mail, read_eml, read_letter
from intake.containers.outlook import letter_of_msg
from intake.containers.pec import Certified
from intake.formats.sheet import Font, Part, Sheet
from intake.formats.sheet_flow import LEFT, MAX_LETTERS, RIGHT, Flow
from intake.office.view import print_blocks
from storage.reading import Check, FieldValue, Source

_LABEL_WIDTH = 72.0
_SURE = 0.99


def read_mail(path: Path, media_type: str, folder: Path) -> Mail:
    """The mail in a file of one of `intake.containers.letter.MAILS`, its attachments written to `folder`.

    Raises DamagedMail, TooMuchInside."""
    return read_eml(path.read_bytes(), folder) if media_type == EML else read_letter(letter_of_msg(path), folder)


def view(mail: Mail) -> tuple[Sheet, ...]:
    """The mail on A4 sheets."""
    flow = Flow()
    _heads(flow, mail)
    flow.y += 6
    flow.stroke(LEFT, RIGHT, flow.y, 0.8, 0.3)
    flow.y += 10
    print_blocks(flow, mail.body)
    return flow.sheets(_footer(mail))


def _heads(flow: Flow, mail: Mail) -> None:
    flow.text([Part(mail.subject or "(senza oggetto)", font=Font.BOLD, size=13)])
    flow.y += 6
    heads = [
        ("Da", mail.sender.shown),
        ("A", _shown(mail.recipients)),
        ("Cc", _shown(mail.copies)),
        ("Data", _moment(mail.sent)),
        ("Allegati", ", ".join(member.name for member in mail.members)),
    ]
    for label, text in (*_certified(mail.certified), *heads):
        if text:
            top = flow.y
            flow.text([Part(label, size=8, grey=0.4)], LEFT, LEFT + _LABEL_WIDTH)
            flow.y = top
            flow.text([Part(text[:MAX_LETTERS], size=9)], LEFT + _LABEL_WIDTH, RIGHT)


def _certified(certified: Certified | None) -> list[tuple[str, str]]:
    """What the provider of a certified box says, in words."""
    if certified is None:
        return []
    told = (certified.words, _moment(certified.at), certified.provider)
    return [
        ("PEC", " · ".join(part for part in told if part)),
        ("Mittente PEC", certified.sender),
        ("Destinatari PEC", ", ".join(certified.recipients)),
        ("Consegnato a", certified.delivered_to),
        ("Motivo", certified.reason),
        ("Identificativo", certified.message_id),
    ]


def _shown(people: tuple[Address, ...]) -> str:
    return ", ".join(person.shown for person in people)


def _moment(at: datetime | None) -> str:
    return at.strftime("%d/%m/%Y %H:%M") if at else ""


def _footer(mail: Mail) -> Callable[[int, int], Sequence[Part]]:
    def footer(number: int, of: int) -> Sequence[Part]:
        return [Part(f"{mail.subject[:70]} · pagina {number} di {of}", size=6.5, grey=0.35)]

    return footer


def checks(mail: Mail) -> tuple[Check, ...]:
    """What is certified, as a check of the document: it fails where something did not arrive."""
    told = mail.certified
    if told is None:
        return ()
    said = (told.words, _moment(told.at), told.sender, told.delivered_to, told.reason)
    return (Check("certified_mail", not told.is_trouble, " · ".join(part for part in said if part)),)


def fields(mail: Mail) -> dict[str, FieldValue]:
    """What the heads say, for a mail that is a letter; the certified moment prevails over the sender's clock."""
    at = (mail.certified.at if mail.certified else None) or mail.sent
    said = (
        ("sender_name", mail.sender.name or mail.sender.address, "from"),
        ("recipient_name", next((one.name or one.address for one in mail.recipients), ""), "to"),
        ("date", at.date().isoformat() if at else "", "pec" if mail.certified else "date"),
        ("subject", mail.subject, "subject"),
    )
    return {name: FieldValue(text, _SURE, Source.TEXT, evidence=(f"mail:{head}",)) for name, text, head in said if text}
