"""Mails as they travel (.eml): what begins like one, and its heads and parts."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime

from intake.containers.errors import DamagedMail
from intake.containers.letter import EML, LONGEST_HEAD, MOST_ADDRESSES, NOBODY, Address, Letter, Part, one_line
from intake.formats.p7m import is_signed, opened
from intake.members import TooMuchInside

_HEADS = b"received|return-path|from|to|subject|date|mime-version|message-id|delivered-to|x-[a-z-]+|content-type|sender"
_HEAD = re.compile(rb"(?:" + _HEADS + rb"):[ \t]", re.IGNORECASE)
_LINE = re.compile(rb"[^\r\n]*\r?\n")
_SIGNED = ("application/pkcs7-mime", "application/x-pkcs7-mime")
_MOST_PARTS = 2_000
_DEEPEST = 20
_LONGEST_ADDRESSES = 20_000


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


def letter_of_eml(data: bytes) -> Letter:
    """Raises DamagedMail."""
    message = parsed(data)
    senders = _addresses(message, "from")
    return Letter(
        senders[0] if senders else NOBODY,
        tuple(_addresses(message, "to")),
        tuple(_addresses(message, "cc")),
        one_line(_head(message, "subject")),
        _sent(message),
        tuple(parts_of(message)),
    )


def parsed(data: bytes) -> EmailMessage:
    """Raises DamagedMail, TooMuchInside."""
    count = 0

    def another(policy: email.policy.Policy = email.policy.default) -> EmailMessage:
        nonlocal count
        count += 1
        if count > _MOST_PARTS:
            raise TooMuchInside(reason=f"> {_MOST_PARTS} parti")
        return EmailMessage(policy)

    try:
        return email.message_from_bytes(data, _class=another, policy=email.policy.default)
    except (ValueError, LookupError, RecursionError) as error:
        raise DamagedMail from error


def parts_of(message: EmailMessage) -> Iterator[Part]:
    """The leaves, attached mails as a whole; a mail that is signed as a whole is opened. Raises DamagedMail."""
    waiting: list[tuple[EmailMessage, int]] = [(message, 0)]
    while waiting:
        item, deep = waiting.pop()
        if item.get_content_maintype() == "multipart" and deep < _DEEPEST:
            inner = [child for child in item.get_payload() if isinstance(child, EmailMessage)]
            waiting += [(child, deep + 1) for child in reversed(inner)]
            continue
        part = _part(item)
        signed = _signed_mail(part) if deep < _DEEPEST else None
        if signed is not None:
            waiting.append((signed, deep + 1))
        else:
            yield part


def _part(item: EmailMessage) -> Part:
    name, disposition = _file_name(item), _asked(item.get_content_disposition)
    return Part(
        item.get_content_type(),
        name,
        _content(item),
        _asked(item.get_content_charset),
        disposition == "attachment" or bool(name),
        disposition == "inline",
        one_line(str(item.get("content-id", ""))).strip(" <>"),
    )


def _signed_mail(part: Part) -> EmailMessage | None:
    """The mail inside an opaque S/MIME signature (smime.p7m), which has no file of its own."""
    if part.kind not in _SIGNED or part.name.lower() not in ("", "smime.p7m") or not is_signed(part.content):
        return None
    return parsed(opened(part.content).data)


def _content(item: EmailMessage) -> bytes:
    if item.get_content_type() == EML and isinstance(item.get_payload(), list):
        inner = item.get_payload()
        held = inner[0] if isinstance(inner, list) and inner else inner
        try:
            return held.as_bytes() if isinstance(held, EmailMessage) else b""
        except (RecursionError, ValueError, LookupError, AttributeError) as error:
            raise DamagedMail from error
    found = item.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _asked(question: object) -> str:
    """An answer of the library, which stumbles over some heads that strangers write."""
    try:
        return str(question() or "") if callable(question) else ""
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError):
        return ""


def _file_name(item: EmailMessage) -> str:
    return _asked(item.get_filename)[:LONGEST_HEAD]


def _head(message: EmailMessage, name: str) -> str:
    return _asked(lambda: message.get(name, ""))


def _addresses(message: EmailMessage, name: str) -> list[Address]:
    found = getaddresses([" ".join(_head(message, name)[:_LONGEST_ADDRESSES].split())])
    return [Address(who.strip(), address.strip()) for who, address in found[:MOST_ADDRESSES] if who or address]


def _sent(message: EmailMessage) -> datetime | None:
    try:
        return parsedate_to_datetime(one_line(_head(message, "date")))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
