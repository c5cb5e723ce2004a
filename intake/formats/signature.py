"""Who signed a file, and whether the signature fits its bytes. The only door to asn1crypto and cryptography.

Nothing here is needed to read a file: what cannot be understood is left out, and nothing raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import new as new_hash
from typing import Any

from asn1crypto import cms, x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils
from cryptography.hazmat.primitives.serialization import load_der_public_key

from intake.formats.p7m import layers

_MOST = 10
_TAX_CODE = re.compile(r"(?:TINIT-|IT:|VATIT-)?([A-Z0-9]{11,16})\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signature:
    """`matches` says whether the bytes are those that were signed, None where that cannot be told. The certificate is
    not asked of anybody: whether it was revoked is not known here."""

    signer: str
    tax_code: str
    organisation: str
    issuer: str
    valid_from: datetime | None
    valid_to: datetime | None
    signed_at: datetime | None
    matches: bool | None

    @property
    def was_valid(self) -> bool | None:
        """Whether the certificate was in force when it was used; None where one of the dates is not known."""
        if self.signed_at is None or self.valid_from is None or self.valid_to is None:
            return None
        return self.valid_from <= self.signed_at <= self.valid_to


def signatures(data: bytes) -> tuple[Signature, ...]:
    """The signatures of a .p7m in any form, the outermost first."""
    found: list[Signature] = []
    try:
        for envelope in layers(data):
            found += _of_envelope(envelope)
    except Exception:  # a stranger's certificates may hold anything, and the file is read all the same
        return tuple(found[:_MOST])
    return tuple(found[:_MOST])


def _of_envelope(envelope: bytes) -> Iterator[Signature]:
    content = cms.ContentInfo.load(envelope)["content"]
    inner = content["encap_content_info"]["content"]
    signed = inner.native if inner is not None else None
    certificates = [one.chosen for one in content["certificates"] if isinstance(one.chosen, x509.Certificate)]
    for signer in content["signer_infos"]:
        certificate = _certificate(signer, certificates)
        yield _signature(signer, certificate, signed if isinstance(signed, bytes) else None)


def _certificate(signer: Any, certificates: list[Any]) -> Any:
    chosen = signer["sid"].chosen
    if isinstance(chosen, cms.IssuerAndSerialNumber):
        serial = chosen["serial_number"].native
        return next((one for one in certificates if one.serial_number == serial), None)
    return next((one for one in certificates if one.key_identifier == chosen.native), None)


def _signature(signer: Any, certificate: Any, content: bytes | None) -> Signature:
    attributes = {one["type"].native: one["values"] for one in signer["signed_attrs"]} if signer["signed_attrs"] else {}
    subject = certificate.subject.native if certificate is not None else {}
    issuer = certificate.issuer.native if certificate is not None else {}
    validity = certificate["tbs_certificate"]["validity"] if certificate is not None else None
    code = _TAX_CODE.fullmatch(str(subject.get("serial_number", "")))
    at = attributes["signing_time"][0].native if "signing_time" in attributes else None
    return Signature(
        _name(subject),
        code[1].upper() if code else "",
        str(subject.get("organization_name", "")),
        str(issuer.get("organization_name", "") or issuer.get("common_name", "")),
        validity["not_before"].native if validity is not None else None,
        validity["not_after"].native if validity is not None else None,
        at,
        _matches(signer, certificate, attributes, content),
    )


def _name(subject: Any) -> str:
    whole = " ".join(str(subject[key]) for key in ("given_name", "surname") if subject.get(key))
    return whole or str(subject.get("common_name", ""))


def _matches(signer: Any, certificate: Any, attributes: dict[str, Any], content: bytes | None) -> bool | None:
    """Whether the content has the digest that was signed, and the signature is that of the certificate's key."""
    if certificate is None or content is None:
        return None
    name = signer["digest_algorithm"]["algorithm"].native
    try:
        if "message_digest" in attributes:
            digest = new_hash(name, content).digest()
            if attributes["message_digest"][0].native != digest:
                return False
            message = signer["signed_attrs"].untag().dump(force=True)
        else:
            message = content
        return _verified(signer, certificate, name, new_hash(name, message).digest())
    except (ValueError, TypeError, KeyError, NotImplementedError):
        return None


def _verified(signer: Any, certificate: Any, name: str, digest: bytes) -> bool | None:
    key = load_der_public_key(certificate.public_key.dump())
    algorithm = utils.Prehashed(getattr(hashes, name.upper())())
    value = signer["signature"].native
    try:
        if isinstance(key, rsa.RSAPublicKey):
            if "pss" in signer["signature_algorithm"]["algorithm"].native:
                return None
            key.verify(value, digest, padding.PKCS1v15(), algorithm)
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(value, digest, ec.ECDSA(algorithm))
        else:
            return None
    except InvalidSignature:
        return False
    return True
