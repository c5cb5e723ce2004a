"""XML from strangers: any encoding that was meant, no DTD, no network, bounded size and depth.

lxml reads; what comes out is a tree of local names, because the namespaces of e-invoices in the wild are unreliable.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from intake.formats.errors import DamagedXml, NotAnInvoice, UnsafeXml, XmlTooLarge
from intake.formats.xml_node import Branch, Node

MAX_BYTES = 40_000_000
MAX_ELEMENTS = 300_000
MAX_DEPTH = 48
MAX_REPAIRS = 20_000
MAX_ATTRIBUTE = 400

_DECLARATION = re.compile(r"<\?xml\s[^>]{0,400}\?>\s*", re.IGNORECASE)
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([A-Za-z0-9._-]{1,40})""", re.IGNORECASE)
_ONE_BYTE = re.compile(r"(iso-?8859-?\d{1,2}|latin-?\d|windows-?125\d|cp(125\d|437|850|858)|mac-?roman)", re.IGNORECASE)
_UTF8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_NOT_ASCII = bytes(range(0x80, 0x100))
_ROOT = re.compile(r"<(?=\?xml\s|!--|[A-Za-z_][\w.-]*[\s:/>])")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LONE_AMPERSAND = re.compile(r"&(?!(?:[A-Za-z]{1,10}|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)")


@dataclass(frozen=True, slots=True)
class Parsed:
    """`repairs` says in short words what had to be put right before the file could be read, `text` is what was read."""

    root: Node
    repairs: tuple[str, ...]
    text: str


def parse(data: bytes) -> Parsed:
    """The tree of an XML file. Raises `XmlTooLarge`, `UnsafeXml`, `DamagedXml`, `NotAnInvoice` (no XML at all)."""
    if len(data) > MAX_BYTES:
        raise XmlTooLarge(reason=f"{len(data) // 1_000_000} MB")
    text, repairs = _text(data)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise UnsafeXml()
    begin = _ROOT.search(text)
    if begin is None:
        raise NotAnInvoice()
    if text[: begin.start()].strip("\ufeff\u200b \t\r\n"):
        repairs.append("text before the XML")
    text = text[begin.start() :].rstrip("\0 \t\r\n\x1a")
    # a declaration would contradict the text's new encoding; one after a comment is not well-formed anyway
    text = _DECLARATION.sub("", text, count=1)
    if _ILLEGAL.search(text):
        repairs.append("illegal characters")
        text = _ILLEGAL.sub("\ufffd", text)
    if text.count("<") > 3 * MAX_ELEMENTS:  # a tree of them would take longer and more room than the file
        raise XmlTooLarge(reason=f"> {MAX_ELEMENTS} elementi")
    try:
        return Parsed(_tree(text), tuple(repairs), text)
    except etree.XMLSyntaxError as error:
        return _mended(text, repairs, error)


def _mended(text: str, repairs: list[str], error: etree.XMLSyntaxError) -> Parsed:
    """A second try with the two faults of home-made XML put right: lone ampersands, text behind the end."""
    end = text.rfind(">") + 1
    mended = _LONE_AMPERSAND.sub("&amp;", text[:end])
    if mended == text:
        raise DamagedXml(reason=_reason(error))
    try:
        return Parsed(_tree(mended), (*repairs, _reason(error)), mended)
    except etree.XMLSyntaxError as second:
        raise DamagedXml(reason=_reason(second)) from second


def _reason(error: etree.XMLSyntaxError) -> str:
    return " ".join(str(error.msg or "XML").split())[:160]


def _text(data: bytes) -> tuple[str, list[str]]:
    """The characters that were meant, whatever the declaration says."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace"), []
    if data[:4] in (b"<\0?\0", b"\0<\0?"):
        return data.decode("utf-16-le" if data[0] else "utf-16-be", errors="replace"), []
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:4096])
    name = declared[1].decode("ascii") if declared else ""
    if _ONE_BYTE.fullmatch(name):
        try:
            return data.decode(name, errors="replace"), []
        except LookupError:
            pass
    return _mostly_utf8(data), [f"encoding {name or 'UTF-8'}"]


def _mostly_utf8(data: bytes) -> str:
    """UTF-8 where it is valid, Windows-1252 for the bytes that are not; all of it where those are the many."""
    rest = _UTF8_LETTER.sub(b"", data)
    wrong = len(rest) - len(rest.translate(None, _NOT_ASCII))
    if wrong > MAX_REPAIRS or len(rest) == len(data):
        return data.decode("cp1252", errors="replace")
    return data.decode("utf-8-sig", errors="windows-1252")


def _windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Decodes what is no UTF-8 as what Windows would have written."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error("windows-1252", _windows_1252)


def _local(name: str) -> str:
    return name.rpartition("}")[2].rpartition(":")[2]


class _Builder:
    """What lxml's parser tells, as branches; stops it at too much of anything."""

    def __init__(self) -> None:
        self.open: list[Branch] = [Branch("")]
        self.count = 0

    def start(self, tag: str | bytes, attributes: Mapping[str | bytes, str | bytes]) -> None:
        self.count += 1
        if self.count > MAX_ELEMENTS:
            raise XmlTooLarge(reason=f"> {MAX_ELEMENTS} elementi")
        if len(self.open) > MAX_DEPTH:
            raise XmlTooLarge(reason=f"> {MAX_DEPTH} livelli")
        assert isinstance(tag, str)
        named = tuple((_local(str(name)), str(value)[:MAX_ATTRIBUTE].strip()) for name, value in attributes.items())
        branch = Branch(_local(tag), named)
        self.open[-1].children.append(branch)
        self.open.append(branch)

    def end(self, tag: str | bytes) -> None:
        self.open.pop()

    def data(self, data: str | bytes) -> None:
        assert isinstance(data, str)
        self.open[-1].texts.append(data)

    def comment(self, text: str | bytes) -> None:
        """Comments are none of the text around them."""

    def close(self) -> Branch:
        return self.open[0]


def _tree(text: str) -> Node:
    builder = _Builder()
    parser = etree.XMLParser(
        target=builder, encoding="utf-8", resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
    )
    etree.fromstring(text.encode("utf-8"), parser)
    top = builder.open[0]
    if not top.children:
        raise NotAnInvoice()
    return top.children[0].frozen()
