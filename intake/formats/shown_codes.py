"""The codes of every e-invoice in words, for whoever shows one: FatturaPA's and the European ones never collide."""

from __future__ import annotations

from intake.formats import codes
from intake.formats.european import codes as european

DOCUMENT_TYPES = {**european.DOCUMENT_TYPES, **codes.DOCUMENT_TYPES}
NATURES = {**european.VAT_CATEGORIES, **codes.NATURES}
PAYMENT_METHODS = {**european.PAYMENT_MEANS, **codes.PAYMENT_METHODS}
