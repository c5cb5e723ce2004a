"""What a mail says and what is attached to it, from its bytes (.eml); certified mail (PEC) by what is certified."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from pathlib import Path

from intake.containers.errors import DamagedMail
from intake.containers.mail_text import text_of_html
from intake.containers.pec import Certified, certified_by
from intake.formats.p7m import is_signed, opened
from intake.media import decode
from intake.members import Collector, Member
from storage.links import Role

EML = "message/rfc822"
MSG = "application/vnd.ms-outlook"
MAILS = frozenset({EML, MSG})

_HEADS = b"received|return-path|from|to|subject|date|mime-version|message-id|delivered-to|x-[a-z-]+|content-type|sender"
_HEAD = re.compile(rb"(?:" + _HEADS + rb"):[ \t]", re.IGNORECASE)
_LINE = re.compile(rb"[^\r\n]*\r?\n")
_MOST_PARTS = 2_000
_DEEPEST = 20
_LONGEST_BODY = 500_000
_SMALL_PICTURE = 30_000  # bytes: a logo; a page that was photographed is larger
_NO_DOCUMENTS = frozenset({"smime.p7s", "daticert.xml", "postacert.eml", "winmail.dat"})
_NO_TYPES = frozenset({"application/pkcs7-signature", "application/x-pkcs7-signature", "text/calendar", "text/vcard"})


@dataclass(frozen=True, slots=True)
class Address:
    name: str
    address: str

    @property
    def shown(self) -> str:
        return f"{self.name} <{self.address}>" if self.name and self.address else self.name or self.address


@dataclass(frozen=True, slots=True)
class Mail:
    """`sent` is what the sender's program said, in its time zone; `certified` is set for certified mail."""

    sender: Address
    recipients: tuple[Address, ...]
    copies: tuple[Address, ...]
    subject: str
    sent: datetime | None
    body: str
    members: tuple[Member, ...] = ()
    certified: Certified | None = None


def mail_type(head: bytes) -> str | None:
    """EML where a file begins with the heads of a mail, so that a letter which says "From:" somewhere is none."""
    known, at = 0, len(head) - len(head.lstrip(b"\xef\xbb\xbf\r\n \t"))
    for _ in range(12):
        line = _LINE.match(head, at)
        if line is None or not line[0].strip():
            break
        if line[0][:1] not in b" \t":
            if not re.match(rb"[!-9;-~]+:", line[0]) and not (known == 0 and line[0].startswith(b"From ")):
                return None
            known += bool(_HEAD.match(line[0]))
        at = line.end()
    return EML if known >= 2 else None


def read_eml(data: bytes, folder: Path) -> Mail:
    """The mail, its attachments written to `folder`, which must exist. Raises DamagedMail, TooMuchInside."""
    return _read(data, Collector(folder), 0)


def _read(data: bytes, collector: Collector, depth: int) -> Mail:
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
    except (ValueError, LookupError, RecursionError) as error:
        raise DamagedMail from error
    parts = list(_parts(message, 0))
    inner = _certified_mail(parts, collector, depth)
    if inner is not None:
        return inner
    body, html = _body(parts)
    for part in parts:
        _attach(part, html, collector)
    senders = _addresses(message, "from")
    return Mail(
        senders[0] if senders else Address("", ""),
        tuple(_addresses(message, "to")),
        tuple(_addresses(message, "cc")),
        _head(message, "subject"),
        _sent(message),
        body[:_LONGEST_BODY],
        collector.kept(),
    )


def _certified_mail(parts: list[EmailMessage], collector: Collector, depth: int) -> Mail | None:
    """What was sent by certified mail lies inside the provider's own mail, with what the provider certifies."""
    told = next((part for part in parts if _file_name(part).lower() == "daticert.xml"), None)
    if told is None or depth >= 2:
        return None
    certified = certified_by(_content(told))
    if certified is None:
        return None
    sent = next((part for part in parts if _file_name(part).lower() == "postacert.eml"), None)
    if sent is not None and certified.is_message:
        return replace(_read(_content(sent), collector, depth + 1), certified=certified)
    body, _ = _body(parts)
    return Mail(
        Address("", certified.sender),
        tuple(Address("", recipient) for recipient in certified.recipients),
        (),
        certified.subject,
        certified.at,
        body[:_LONGEST_BODY],
        (),
        certified,
    )


def _parts(message: EmailMessage, depth: int) -> Iterator[EmailMessage]:
    """The leaves, attached mails as a whole; a mail that is signed as a whole is opened."""
    if depth > _DEEPEST:
        return
    waiting: list[tuple[EmailMessage, int]] = [(message, depth)]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part, deep = waiting.pop(0)
        if part.get_content_maintype() == "multipart" and deep < _DEEPEST:
            inner = [item for item in part.get_payload() if isinstance(item, EmailMessage)]
            waiting[:0] = [(item, deep + 1) for item in inner]
        elif (signed := _signed_mail(part)) is not None:
            waiting.insert(0, (signed, deep + 1))
        else:
            yield part


def _signed_mail(part: EmailMessage) -> EmailMessage | None:
    """The mail inside an opaque S/MIME signature (smime.p7m), which has no file of its own."""
    if part.get_content_type() not in ("application/pkcs7-mime", "application/x-pkcs7-mime"):
        return None
    name, data = _file_name(part).lower(), _content(part)
    if name not in ("", "smime.p7m") or not is_signed(data):
        return None
    return email.message_from_bytes(opened(data).data, policy=email.policy.default)


def _body(parts: list[EmailMessage]) -> tuple[str, str]:
    """The text for people, and the HTML it came with; what is plain is preferred where it says something."""
    texts = [part for part in parts if not _is_attached(part)]
    plain = "\n\n".join(_text(part) for part in texts if part.get_content_type() == "text/plain").strip()
    html = "\n".join(_text(part) for part in texts if part.get_content_type() == "text/html")
    return plain or text_of_html(html[:_LONGEST_BODY]), html


def _is_attached(part: EmailMessage) -> bool:
    return part.get_content_disposition() == "attachment" or bool(_file_name(part))


def _attach(part: EmailMessage, html: str, collector: Collector) -> None:
    kind, name = part.get_content_type(), _file_name(part)
    if kind in _NO_TYPES or name.lower() in _NO_DOCUMENTS:
        return
    if not _is_attached(part) and (kind.startswith("text/") or kind == "message/delivery-status"):
        return
    content = _content(part)
    if not content or _is_ornament(part, content, html):
        return
    collector.add(name or _nameless(kind), iter((content,)), Role.ATTACHMENT)


def _is_ornament(part: EmailMessage, content: bytes, html: str) -> bool:
    """A signature's logo: a small picture that the text shows inside itself."""
    if part.get_content_maintype() != "image":
        return False
    shown = part.get("content-id", "").strip(" <>")
    is_inside = part.get_content_disposition() == "inline" or bool(shown and f"cid:{shown}" in html)
    return is_inside and len(content) < _SMALL_PICTURE


def _nameless(kind: str) -> str:
    return "messaggio.eml" if kind == EML else f"allegato.{kind.rpartition('/')[2][:10]}"


def _content(part: EmailMessage) -> bytes:
    if part.get_content_type() == EML and isinstance(part.get_payload(), list):
        inner = part.get_payload()
        held = inner[0] if isinstance(inner, list) and inner else inner
        return held.as_bytes() if isinstance(held, EmailMessage) else b""
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _text(part: EmailMessage) -> str:
    data = _content(part)
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(data + b"\n") or data.decode("cp1252", errors="replace")


def _file_name(part: EmailMessage) -> str:
    try:
        return part.get_filename() or ""
    except (ValueError, LookupError, AttributeError):
        return ""


def _head(message: EmailMessage, name: str) -> str:
    """A head's text on one line; the library stumbles over some that strangers write."""
    try:
        return " ".join(str(message.get(name, "")).split())[:1000]
    except (ValueError, LookupError, AttributeError, TypeError, IndexError):
        return ""


def _addresses(message: EmailMessage, name: str) -> list[Address]:
    found = getaddresses([_head(message, name)])
    return [Address(who.strip(), address.strip()) for who, address in found[:200] if who or address]


def _sent(message: EmailMessage) -> datetime | None:
    try:
        return parsedate_to_datetime(_head(message, "date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
