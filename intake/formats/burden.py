"""Which failed checks of an e-invoice are a reason for somebody to look at it."""

from __future__ import annotations

from collections.abc import Sequence

from storage.reading import Check

# the schema's objections are told and not asked about: whatever value is missing or unclear by them fails a check of
# its own, and what is left (an order of elements, a missing decimal) changes nothing that an office could do
TOLD_ONLY = frozenset({"schema_valid"})
# beside pages that show the same invoice, what its own pages would be looked at for is told only, too
TOLD_BESIDE_PAGES = TOLD_ONLY | {"codes_known", "line_is_quantity_times_price"}


def asks_for_a_look(checks: Sequence[Check], has_pages_of_its_own: bool = False) -> bool:
    """`has_pages_of_its_own` says that the invoice came inside a PDF."""
    told = TOLD_BESIDE_PAGES if has_pages_of_its_own else TOLD_ONLY
    return any(not check.passed and check.check not in told for check in checks)
