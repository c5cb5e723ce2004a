"""What reading is told of firms: whose archive it is, from the configuration; whom it dealt with, from the store."""

from __future__ import annotations

import time
from threading import Lock

from intake.firms import Company, Firm, KnownFirms
from storage.store import Store

# Enough for the firms that an office hears from, little enough to go along with every document (about 100 KB).
NEWEST_DOCUMENTS = 2000
SNAPSHOT_SECONDS = 600


class FirmsOnFile:
    """A snapshot, taken again after a while: looking through the store takes some tens of milliseconds."""

    def __init__(self, company: Company, store: Store) -> None:
        self._company = company
        self._store = store
        self._lock = Lock()
        self._taken_at = float("-inf")
        self._known = KnownFirms(company)

    def __call__(self) -> KnownFirms:
        with self._lock:
            if time.monotonic() - self._taken_at > SNAPSHOT_SECONDS:
                self._known = KnownFirms(self._company, self._others())
                self._taken_at = time.monotonic()
            return self._known

    def _others(self) -> tuple[Firm, ...]:
        company = self._company
        return tuple(
            Firm(one.name, one.vat_id)
            for one in self._store.documents.counterparts(NEWEST_DOCUMENTS)
            if one.name not in company.names and one.vat_id not in company.vat_ids
        )
