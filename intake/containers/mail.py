"""What a mail says and what is attached to it; certified mail (PEC) by what is certified."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from intake.containers import pec, tnef
from intake.containers.eml import letter_of_eml
from intake.containers.letter import EML, Address, Letter, Part
from intake.containers.ornament import is_ornament
from intake.media import decode
from intake.members import Collector, Member
from intake.office.content import Block, plain
from intake.office.html_content import read_html_text, text_of
from storage.links import Role

_LONGEST_BODY = 500_000
_HTML_SAYS_IT_TOO = 0.5  # of the letters of the plain text
_NO_DOCUMENTS = frozenset({"smime.p7s", "daticert.xml", "postacert.eml"})
_NO_TYPES = frozenset({
    "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature", "text/calendar",
    "application/ics", "text/vcard", "text/x-vcard", "text/directory", "message/delivery-status",
})  # fmt: skip
_NO_ENDINGS = (".ics", ".vcf")
_MOST_ENVELOPES = 2


@dataclass(frozen=True, slots=True)
class Mail:
    """`sent` is what the sender's program said, in its time zone; `certified` is set for certified mail."""

    sender: Address
    recipients: tuple[Address, ...]
    copies: tuple[Address, ...]
    subject: str
    sent: datetime | None
    body: tuple[Block, ...]
    members: tuple[Member, ...] = ()
    certified: pec.Certified | None = None

    @property
    def text(self) -> str:
        return text_of(self.body)


def read_eml(data: bytes, folder: Path) -> Mail:
    """The mail, its attachments written to `folder`, which must exist. Raises DamagedMail, TooMuchInside."""
    return read_letter(letter_of_eml(data), folder)


def read_letter(letter: Letter, folder: Path) -> Mail:
    """The same of a mail that was taken apart already."""
    return _read(letter, Collector(folder), 0)


def _read(letter: Letter, collector: Collector, depth: int) -> Mail:
    parts = [inner for part in letter.parts for inner in tnef.unwrapped(part)]
    certified = _certified(parts, letter, depth)
    sent = _named(parts, "postacert.eml")
    if certified is not None and sent is not None and certified.is_message:
        return replace(_read(letter_of_eml(sent.content), collector, depth + 1), certified=certified)
    body, html = _body(parts)
    if certified is None or certified.is_message:
        for part in parts:
            _attach(part, html, collector)
    mail = Mail(
        letter.sender, letter.recipients, letter.copies, letter.subject, letter.sent, body, collector.kept(), certified
    )
    return mail if certified is None else _as_certified(mail, certified)


def _certified(parts: list[Part], letter: Letter, depth: int) -> pec.Certified | None:
    """What the provider of a certified mail box says about what it brings."""
    told = _named(parts, "daticert.xml")
    if depth >= _MOST_ENVELOPES:
        return None
    if told is not None:
        return pec.certified_by(told.content)
    return pec.anomaly(letter.subject, letter.sent) if _named(parts, "postacert.eml") else None


def _as_certified(mail: Mail, certified: pec.Certified) -> Mail:
    return replace(
        mail,
        sender=Address("", certified.sender) if certified.sender else mail.sender,
        recipients=tuple(Address("", one) for one in certified.recipients) or mail.recipients,
        copies=(),
        subject=certified.subject or mail.subject,
        sent=certified.at or mail.sent,
    )


def _named(parts: list[Part], name: str) -> Part | None:
    return next((part for part in parts if part.name.lower() == name), None)


def _body(parts: list[Part]) -> tuple[tuple[Block, ...], str]:
    """What people see of the text, and the HTML it came with; the plain text where that says more."""
    texts = [part for part in parts if not part.attached]
    written = "\n\n".join(_text(part) for part in texts if part.kind == "text/plain").strip()[:_LONGEST_BODY]
    html = "\n".join(_text(part) for part in texts if part.kind == "text/html")
    blocks = read_html_text(html).blocks if html else ()
    if blocks and len(text_of(blocks)) >= _HTML_SAYS_IT_TOO * len(written):
        return blocks, html
    return tuple(_paragraphs(written)), html


def _paragraphs(text: str) -> Iterator[Block]:
    for piece in text.expandtabs(4).replace("\r\n", "\n").split("\n\n"):
        if piece.strip():
            yield plain(piece.strip("\n"))
        yield plain("")


def _attach(part: Part, html: str, collector: Collector) -> None:
    name = part.name.lower()
    if part.kind in _NO_TYPES or name in _NO_DOCUMENTS or name.endswith(_NO_ENDINGS):
        return
    if not part.content or (not part.attached and part.kind.startswith("text/")):
        return
    if part.kind.startswith("image/") and _is_shown(part, html) and is_ornament(part.content):
        return
    collector.add(part.name or _nameless(part.kind), iter((part.content,)), Role.ATTACHMENT)


def _is_shown(part: Part, html: str) -> bool:
    """Whether the picture stands inside the text."""
    return part.shown or bool(part.id and f"cid:{part.id}" in html)


def _nameless(kind: str) -> str:
    return "messaggio.eml" if kind == EML else f"allegato.{kind.rpartition('/')[2][:10]}"


def _text(part: Part) -> str:
    try:
        return part.content.decode(part.charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(part.content + b"\n") or part.content.decode("cp1252", errors="replace")
