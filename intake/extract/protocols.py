"""Numbers under which an office keeps a paper: a notice's code of sixteen digits, a certificate's of nine."""

from __future__ import annotations

import re
from dataclasses import replace

from intake.extract.found import Found
from intake.extract.result import Draft
from intake.extract.scoring import Scored, score
from intake.extract.staff import matches
from intake.extract.texts import labelled_texts
from storage.kinds import FieldType

_PROTOCOL = re.compile(
    r"(?:n(?:r|um)?[.°º]*\s*|:\s*)*(?P<number>(?:\d{2,}|[A-Z]{1,5}[-/._]?\d)[\w]*(?:[/._-]\w+)*)", re.I
)
_USUAL = {"hiring_notice": 16, "sick_note": 9}
_FEWEST = 6
_ELSE = {"code": -1.0, "phone": -1.0, "vat_id": -1.0, "tax_code": -1.0, "iban": -1.0, "customer": -0.2}


def protocol(draft: Draft, kind: str) -> None:
    usual = _USUAL[kind]
    told = [one for one in map(_number, labelled_texts(draft.paper, "protocol")) if one is not None]
    told = [one.better_by(0.3, "form:usual length") if len(one.found.value) == usual else one for one in told]
    own = [one for one in told if not _is_another(draft, one.found)]
    draft.choose("protocol_number", sorted(own, key=lambda s: -s.score), 0.4)
    if "protocol_number" not in draft.fields:
        bare = matches(draft, re.compile(rf"(?<![\w.,/-])\d{{{usual}}}(?![\w/-]|[.,]\d)"))
        free = [Scored(f, 0.5, ("form:digits",)) for f in bare if not _is_another(draft, f)]
        draft.choose("protocol_number", [f for f in free if score(draft.paper, f.found, _ELSE).score >= 0.0], 0.4)


def _number(one: Scored) -> Scored | None:
    match = _PROTOCOL.match(one.found.value)
    if match is None or sum(c.isdigit() for c in match["number"]) < _FEWEST:
        return None
    return replace(one, found=replace(one.found, value=match["number"]))


def _is_another(draft: Draft, found: Found) -> bool:
    """Whether the same words are a date or an identifier that proves itself."""
    known = {FieldType.VAT_ID, FieldType.TAX_CODE, FieldType.IBAN}
    return any(
        other.quality > 0.8 and other.value.removeprefix("IT") == found.value
        for other in draft.paper.found
        if other.type in known
    ) or any(
        other.type is FieldType.DATE and other.first <= found.first <= other.last
        for other in draft.paper.found_in(found.cell)
    )
