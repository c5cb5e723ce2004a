"""What an index depends on besides its engine: one that was made otherwise is built again."""

from __future__ import annotations

import hashlib

import Stemmer

from index.language import tokens
from storage.kinds import FIELDS, KINDS, Area

_SAMPLE = "Perché dell'Acqua S.p.A. paga 1.285,27 € il 31/03/2026 per la fattura n. 2026/0147 a IT07643520567: payments"


def index_version(*engine: object) -> str:
    """Changes with what the engine says of itself, with the declared kinds and fields, and with how words are read."""
    analysed = [list(tokens(_SAMPLE, language)) for language in ("it", "en", "")]
    parts = (*engine, Stemmer.version(), list(KINDS), list(Area), list(FIELDS), analysed)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
