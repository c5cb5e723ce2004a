"""What Outlook keeps as properties of a message, as parts of a mail: the text in its forms, what is attached."""

from __future__ import annotations

from collections.abc import Iterator

from intake.containers import mapi
from intake.containers.letter import Part, one_line
from intake.containers.mapi import Properties, data, string
from intake.containers.rtf_mail import html_in, unpacked
from intake.office.errors import DamagedOffice
from intake.office.markup import rtf_text

_SHOWN_IN_TEXT = 4  # of the flags of an attachment


def body_parts(properties: Properties) -> Iterator[Part]:
    """The text: plain, as HTML, or both; from the compressed RTF where that alone holds it."""
    plain, html = string(properties, mapi.BODY), string(properties, mapi.HTML)
    packed = data(properties, mapi.HTML)
    rtf = b"" if html or packed else unpacked(data(properties, mapi.RTF))
    html = html or html_in(rtf)
    if plain.strip():
        yield Part("text/plain", "", plain.encode("utf-8", errors="replace"), "utf-8")
    elif rtf and not html:
        yield Part("text/plain", "", _text(rtf).encode("utf-8", errors="replace"), "utf-8")
    if packed:
        yield Part("text/html", "", packed, mapi.codec_of(properties.get(mapi.INTERNET_CODEPAGE)))
    elif html:
        yield Part("text/html", "", html.encode("utf-8", errors="replace"), "utf-8")


def attached_part(properties: Properties) -> Part:
    flags = properties.get(mapi.ATTACHED_FLAGS, 0)
    is_shown = bool(properties.get(mapi.ATTACHED_HIDDEN)) or bool(isinstance(flags, int) and flags & _SHOWN_IN_TEXT)
    return Part(
        one_line(string(properties, mapi.ATTACHED_KIND)).lower() or "application/octet-stream",
        one_line(string(properties, mapi.ATTACHED_NAME, mapi.ATTACHED_SHORT_NAME, mapi.NAME)) or "allegato",
        data(properties, mapi.ATTACHED),
        attached=True,
        shown=is_shown,
        id=one_line(string(properties, mapi.ATTACHED_ID)).strip(" <>"),
    )


def _text(rtf: bytes) -> str:
    try:
        return rtf_text(rtf)
    except DamagedOffice:
        return ""
