"""Signatures in words: lines of the readable invoice, and what is checked of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from intake.formats.signature import Signature
from storage.reading import Check

_MATCHES = {
    True: "il contenuto corrisponde alla firma",
    False: "il contenuto NON corrisponde alla firma: il file è stato cambiato dopo la firma",
    None: "la corrispondenza con il contenuto non si può verificare qui",
}


def told(found: Sequence[Signature]) -> tuple[tuple[str, str], ...]:
    """(label, text), for people."""
    return tuple(line for signature in found for line in _lines(signature))


def _lines(signature: Signature) -> Iterator[tuple[str, str]]:
    who = [signature.signer, signature.tax_code, signature.organisation]
    yield "Firmata da", ", ".join(part for part in who if part) or "?"
    if signature.signed_at:
        yield "Firmata il", _moment(signature.signed_at)
    dates = [f"{word} {_day(at)}" for word, at in (("dal", signature.valid_from), ("al", signature.valid_to)) if at]
    expired = ", non in vigore alla firma" if signature.was_valid is False else ""
    yield "Certificato", " ".join(part for part in (signature.issuer, *dates) if part) + expired
    yield "Contenuto", _MATCHES[signature.matches]


def checked(found: Sequence[Signature]) -> Iterator[Check]:
    """One check for each signature that can be verified here."""
    for signature in found:
        if signature.matches is not None:
            yield Check("signature_matches", signature.matches, signature.signer)


def _day(at: datetime) -> str:
    return f"{at.astimezone():%d/%m/%Y}"


def _moment(at: datetime) -> str:
    return f"{at.astimezone():%d/%m/%Y %H:%M}"
