"""Whether somebody should look at a document before it counts as filed: one rule, for every kind."""

from __future__ import annotations

from intake.classify import KindGuess
from intake.extract.result import Extraction
from storage.kinds import KINDS

SURE_KIND = 0.8
SURE_FIELD = 0.8
# Any other value that is given must at least be likelier right than not by a clear margin.
LIKELY_FIELD = 0.65
# What a failed check says of these is that some figure was misread; a failed sum of lines alone may be an unread line.
_GRAVE = frozenset(
    {"net_plus_vat_is_gross", "gross_minus_withholding_is_due", "gross_minus_deductions_is_net", "vat_lines_add_up"}
)


def needs_review(kind: KindGuess, found: Extraction) -> bool:
    """True where the kind, an essential field or a sum is in doubt, and for `other`, which nobody asked for."""
    declared = KINDS[kind.kind]
    if kind.kind == "other" or kind.confidence < SURE_KIND:
        return True
    if any(name not in found.fields or found.fields[name].confidence < SURE_FIELD for name in declared.essential):
        return True
    if any(value.confidence < LIKELY_FIELD for value in found.fields.values()):
        return True
    return any(check.check in _GRAVE and not check.passed for check in found.checks)
