"""Values of a reading as they lie in the database: JSON, and compressed JSON for the words of a page."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Mapping
from typing import Any

from storage.reading import Box, Check, Code, FieldValue, Segment, Source, Word

DIGITS = 5  # of a page's width or height: a twentieth of a pixel at 300 dpi
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Text as every database and every page can hold it; files carry other things too."""
    return _LONE_SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text).replace("\0", "")


def pack_words(words: tuple[Word, ...]) -> bytes:
    """About 12 bytes a word."""
    rows = [[clean(w.text), *(round(x, DIGITS) for x in w.box), round(w.confidence, 3), w.line] for w in words]
    return zlib.compress(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode())


def unpack_words(packed: bytes) -> tuple[Word, ...]:
    rows = json.loads(zlib.decompress(packed))
    return tuple(Word(text, Box(*box), confidence, line) for text, *box, confidence, line in rows)


def pack_value(value: FieldValue) -> dict[str, Any]:
    return {
        "value": clean(value.value),
        "confidence": round(value.confidence, 4),
        "source": value.source.value,
        "page": value.page,
        "box": [round(x, DIGITS) for x in value.box] if value.box else None,
        "evidence": [clean(word) for word in value.evidence],
    }


def unpack_value(row: Mapping[str, Any]) -> FieldValue:
    box = row["box"]
    return FieldValue(
        row["value"],
        row["confidence"],
        Source(row["source"]),
        row["page"],
        Box(*box) if box else None,
        tuple(row["evidence"]),
    )


def pack_checks(checks: tuple[Check, ...]) -> list[list[Any]]:
    return [[clean(c.check), c.passed, clean(c.detail), clean(c.detail_it)] for c in checks]


def unpack_checks(rows: list[list[Any]]) -> tuple[Check, ...]:
    return tuple(Check(*row) for row in rows)


def pack_codes(codes: tuple[Code, ...]) -> list[list[Any]]:
    return [[code.format, clean(code.text), [round(x, DIGITS) for x in code.box]] for code in codes]


def unpack_codes(rows: list[list[Any]]) -> tuple[Code, ...]:
    return tuple(Code(format, text, Box(*box)) for format, text, box in rows)


def pack_proposal(proposal: tuple[Segment, ...]) -> list[list[Any]] | None:
    return [[list(s.pages), s.kind, list(s.reasons)] for s in proposal] or None


def unpack_proposal(rows: list[list[Any]] | None) -> tuple[Segment, ...]:
    return tuple(Segment(tuple(pages), kind, tuple(reasons)) for pages, kind, reasons in rows or ())
