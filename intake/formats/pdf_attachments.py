"""The files attached to a PDF, by its tree of names and as associated files, within bounds."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

MAX_ATTACHMENTS = 40
MAX_BYTES = 20_000_000  # of one attachment, unpacked

log = logging.getLogger(__name__)


def attachments(path: Path) -> list[tuple[str, bytes]]:
    """(name, content) of each, once; empty where the PDF cannot be opened."""
    try:
        with pikepdf.open(path) as pdf:
            return list(_found(pdf))
    except MemoryError:
        raise
    except Exception as error:  # objects of a stranger's choice where others are expected: it may raise anything
        log.info("No attachments in %s: %s", path.name, error)
        return []


def _found(pdf: Pdf) -> Iterator[tuple[str, bytes]]:
    seen = set()
    for name, specification in islice(_specifications(pdf), MAX_ATTACHMENTS):
        stream = _stream_of(specification)
        if stream is None:
            continue
        content = _unpacked(stream)
        if content and (name, content) not in seen:
            seen.add((name, content))
            yield name, content


def _specifications(pdf: Pdf) -> Iterator[tuple[str, Object]]:
    named = pdf.Root.get("/Names", Dictionary()).get("/EmbeddedFiles") if "/Names" in pdf.Root else None
    if isinstance(named, Dictionary):
        for key, specification in pikepdf.NameTree(named).items():
            yield _name_of(specification) or str(key), specification
    associated = pdf.Root.get("/AF")
    for specification in associated if isinstance(associated, Array) else ():
        yield _name_of(specification), specification


def _name_of(specification: Object) -> str:
    if not isinstance(specification, Dictionary):
        return ""
    name = specification.get("/UF", specification.get("/F"))
    return str(name).replace("\\", "/").rpartition("/")[2] if isinstance(name, pikepdf.String) else ""


def _stream_of(specification: Object) -> Stream | None:
    files = specification.get("/EF") if isinstance(specification, Dictionary) else None
    if not isinstance(files, Dictionary):
        return None
    stream = files.get("/F", files.get("/UF"))
    return stream if isinstance(stream, Stream) else None


def _unpacked(stream: Stream) -> bytes:
    """The content, at most `MAX_BYTES`; empty where there is more, or it is packed in another way than PDFs do it."""
    filters = stream.get("/Filter", Array())
    names = [str(item) for item in filters] if isinstance(filters, Array) else [str(filters)]
    content = stream.read_raw_bytes()
    for name in names:
        if name != str(Name.FlateDecode) or "/DecodeParms" in stream:
            return b""
        try:
            content = zlib.decompressobj().decompress(content, MAX_BYTES + 1)
        except zlib.error:
            return b""
    return content if len(content) <= MAX_BYTES else b""
