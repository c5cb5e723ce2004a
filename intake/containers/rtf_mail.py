"""The formatted text of Outlook's mails: compressed RTF (MS-OXRTFCP), often with the HTML in it (MS-OXRTFEX)."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, replace

from intake.containers.mapi import codec_of

LONGEST = 8_000_000  # bytes, unpacked

_COMPRESSED, _PLAIN = b"LZFu", b"MELA"
# what the dictionary holds before the first byte (MS-OXRTFCP 2.1.2.1)
_BEGINNING = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
    b"MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n"
    b"\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_WINDOW = 4096

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|(?P<bytes>(?:\\'[0-9a-fA-F]{2})+)|\\(?P<sign>[^a-zA-Z'])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)"
)
_CODEPAGE = re.compile(r"\\ansicpg(\d{1,5})")
_SILENT = frozenset({"fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "listtable"})
_WORDS = {
    "par": "\r\n", "line": "\r\n", "tab": "\t", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "endash": "–", "emdash": "—",
}  # fmt: skip
_SIGNS = {"~": "&nbsp;", "_": "-", "{": "{", "}": "}", "\\": "\\", "-": "", "\n": "\r\n", "\r": "\r\n"}


def unpacked(data: bytes) -> bytes:
    """The RTF; as far as it goes where the data breaks off, empty where it is packed in no way known."""
    if len(data) < 16:
        return b""
    size, kind = struct.unpack_from("<I", data, 4)[0], data[8:12]
    if kind == _PLAIN:
        return data[16 : 16 + min(size, LONGEST)]
    return _inflated(data, min(size, LONGEST)) if kind == _COMPRESSED else b""


def _inflated(data: bytes, size: int) -> bytes:
    window = bytearray(_BEGINNING.ljust(_WINDOW, b"\0"))
    write, at, out = len(_BEGINNING), 16, bytearray()
    while at < len(data) and len(out) < size:
        control = data[at]
        at += 1
        for bit in range(8):
            if at >= len(data):
                break
            if control >> bit & 1:
                word = int.from_bytes(data[at : at + 2], "big")
                at += 2
                read, length = word >> 4, (word & 0xF) + 2
                if read == write % _WINDOW:
                    return bytes(out[:size])
            else:
                read, length = -1, 1
            for step in range(length):
                byte = data[at] if read < 0 else window[(read + step) % _WINDOW]
                window[write % _WINDOW] = byte
                write += 1
                out.append(byte)
            at += read < 0
    return bytes(out[:size])


def html_in(rtf: bytes) -> str:
    """The HTML that was put into the RTF, empty where it holds none."""
    text = rtf.decode("latin-1")
    if "\\fromhtml" not in text[:4000]:
        return ""
    found = _CODEPAGE.search(text[:4000])
    return "".join(_Unwrapping(codec_of(int(found[1]) if found else 1252)).pieces(text))


@dataclass(frozen=True, slots=True)
class _Group:
    """`silent` is nothing of the page, `marked` a tag of it, `rtf_only` what only RTF needs."""

    silent: bool = False
    marked: bool = False
    rtf_only: bool = False
    skipped: int = 1  # letters that stand behind a character by its number, for old programs


class _Unwrapping:
    def __init__(self, codec: str) -> None:
        self._codec = codec
        self._group = _Group()
        self._around: list[_Group] = []
        self._starred = False
        self._skip = 0

    def pieces(self, text: str) -> list[str]:
        out: list[str] = []
        for token in _TOKEN.finditer(text):
            said = self._token(token)
            if said and not self._group.silent and (self._group.marked or not self._group.rtf_only):
                out.append(said)
        return out

    def _token(self, token: re.Match[str]) -> str:
        if brace := token["brace"]:
            self._brace(brace)
            return ""
        if word := token["word"]:
            return self._word(word, token["number"])
        if sign := token["sign"]:
            self._starred = sign == "*"
            return _SIGNS.get(sign, "")
        self._starred = False
        if packed := token["bytes"]:
            data = bytes.fromhex(packed.replace("\\'", ""))
            data, self._skip = data[self._skip :], max(0, self._skip - len(data))
            return data.decode(self._codec, errors="replace")
        text = token["text"]
        text, self._skip = text[self._skip :], max(0, self._skip - len(text))
        return str(text)

    def _brace(self, brace: str) -> None:
        self._starred, self._skip = False, 0
        if brace == "{":
            self._around.append(self._group)
        elif self._around:
            self._group = self._around.pop()

    def _word(self, word: str, number: str | None) -> str:
        starred, self._starred = self._starred, False
        if starred:
            self._group = replace(self._group, marked=word == "htmltag", silent=word != "htmltag")
        elif word in _SILENT:
            self._group = replace(self._group, silent=True)
        elif word == "htmlrtf":
            self._group = replace(self._group, rtf_only=number != "0")
        elif word == "uc" and number:
            self._group = replace(self._group, skipped=max(0, min(int(number), 8)))
        elif word == "u" and number:
            self._skip = self._group.skipped
            code = int(number) & 0xFFFF
            return "" if 0xD800 <= code < 0xE000 else chr(code)
        return _WORDS.get(word, "")
