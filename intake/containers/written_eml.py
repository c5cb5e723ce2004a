"""A mail that was attached inside Outlook's own format, as a file of its own (.eml)."""

from __future__ import annotations

from email import policy
from email.encoders import encode_base64
from email.header import Header
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.utils import format_datetime, formataddr

from intake.containers.letter import Address, Letter, Part


def written(letter: Letter) -> bytes:
    """The mail with all its parts; heads and names in UTF-8."""
    mail = MIMEMultipart("mixed", policy=policy.compat32)
    heads = (("From", _people((letter.sender,))), ("To", _people(letter.recipients)), ("Cc", _people(letter.copies)))
    for name, text in (*heads, ("Subject", Header(letter.subject, "utf-8").encode())):
        if text:
            mail.add_header(name, text)
    if letter.sent is not None:
        mail["Date"] = format_datetime(letter.sent)
    for part in letter.parts:
        mail.attach(_mime(part))
    return mail.as_bytes()


def _people(people: tuple[Address, ...]) -> str:
    """Names encoded one by one; an address holds nothing but ASCII."""
    return ", ".join(
        formataddr((one.name, one.address.encode("ascii", errors="replace").decode())) for one in people if one.shown
    )


def _mime(part: Part) -> MIMEBase:
    main, _, sub = part.kind.partition("/")
    if not main.isalnum() or not sub.isascii() or main in ("multipart", "message"):
        main, sub = "application", "octet-stream"  # a mail inside is known by its bytes
    mime = MIMEBase(main, "".join(sub.split()) or "octet-stream", policy=policy.compat32)
    if part.charset:
        mime.set_param("charset", part.charset)
    mime.set_payload(part.content)
    encode_base64(mime)
    if part.attached:
        disposition = "inline" if part.shown else "attachment"
        mime.add_header("Content-Disposition", disposition, filename=("utf-8", "", part.name))
    if part.id:
        mime["Content-ID"] = f"<{part.id}>"
    return mime
