"""Whether a name or a number on a paper is that of a firm that is known: ours, or an earlier counterpart's.

A misread name or number is taken for a known one only where little differs: a number in one digit that its check
digit betrays, a name in one letter of six.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from intake.extract.found import Found
from intake.extract.names import LEGAL_FORMS
from intake.firms import Firm, KnownFirms
from intake.words import folded
from storage.kinds import FieldType

_ALIKE = 84.0
_SPOILT = 0.5
_MENDED = 0.9


def core(name: str) -> str:
    """A name without its legal form, comparable."""
    words = [word for word in folded(name).split() if word not in LEGAL_FORMS]
    return " ".join(words) or folded(name)


def same_name(name: str, other: str) -> bool:
    return fuzz.ratio(core(name), core(other)) >= _ALIKE


def is_ours(found: Found, firms: KnownFirms) -> bool:
    """Whether a name, VAT id or tax code is one of our own."""
    company = firms.company
    if found.type is FieldType.TEXT:
        return any(same_name(found.value, name) for name in company.names)
    return found.value in company.vat_ids or found.value.removeprefix("IT") in company.tax_codes


def known_name(found: Found, firms: KnownFirms) -> Firm | None:
    """The earlier counterpart with the nearest name, where it is near enough."""
    names = [core(firm.name) for firm in firms.others]
    best = process.extractOne(core(found.value), names, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return firms.others[best[2]] if best is not None else None


def mended(identifiers: Sequence[Found], firms: KnownFirms) -> list[Found]:
    """VAT ids, those whose check digit fails taken for the known one that differs in a single digit."""
    known = [*firms.company.vat_ids, *(firm.vat_id for firm in firms.others if firm.vat_id)]
    return [_mended(found, known) if found.quality < _SPOILT else found for found in identifiers]


def _mended(found: Found, known: Iterable[str]) -> Found:
    near = {number for number in known if Levenshtein.distance(number, found.value, score_cutoff=1) <= 1}
    if found.type is not FieldType.VAT_ID or len(near) != 1:
        return found
    return replace(found, value=near.pop(), quality=_MENDED, note="a known firm's number, one digit misread")
