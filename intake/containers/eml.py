"""Mails as they travel (.eml): what begins like one, and its heads and parts."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage
from email.policy import EmailPolicy, Policy
from email.utils import getaddresses, parsedate_to_datetime
from typing import cast

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
_LONGEST_ADDRESSES = 10_000
_MOST_HEADS = 20_000  # of all parts together


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
    policy, parts = _bounded_heads(), _Allowance(_MOST_PARTS, "parti")

    def part(policy: Policy = policy) -> EmailMessage:
        parts.take()
        return EmailMessage(policy)

    try:
        return email.message_from_bytes(data, _class=part, policy=policy)
    except (ValueError, LookupError, RecursionError) as error:
        raise DamagedMail from error


class _Allowance:
    def __init__(self, most: int, of_what: str) -> None:
        self._most, self._left, self._of_what = most, most, of_what

    def take(self) -> None:
        """One more. Raises TooMuchInside."""
        self._left -= 1
        if self._left < 0:
            raise TooMuchInside(reason=f"> {self._most} {self._of_what}")


def _bounded_heads() -> Policy[EmailMessage]:
    """The library's rules, which take the square of a head's length to read it, for heads of a bearable length."""
    heads = _Allowance(_MOST_HEADS, "intestazioni")

    class Bounded(EmailPolicy):
        def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
            heads.take()
            name, value = super().header_source_parse(_beginning(sourcelines))
            return name, value

    return cast("Policy[EmailMessage]", Bounded())


def _beginning(lines: list[str]) -> list[str]:
    """The lines of a head, no more letters than are read of one."""
    left, kept = _LONGEST_ADDRESSES, []
    for line in lines:
        kept.append(line[:left])
        left -= len(line)
        if left <= 0:
            break
    return kept


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
