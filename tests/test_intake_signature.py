"""Who signed a file, and whether the signature fits its bytes."""

from __future__ import annotations

import base64
import datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from intake.formats.einvoice import read_any
from intake.formats.signature import signatures

XML = (Path(__file__).parent / "samples" / "fatturapa" / "professional.xml").read_bytes()
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
KEYS: dict[str, Key] = {
    "rsa": rsa.generate_private_key(public_exponent=65537, key_size=2048),
    "ec": ec.generate_private_key(ec.SECP256R1()),
}
FROM, TO = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC), datetime.datetime(2099, 1, 1, tzinfo=datetime.UTC)


def signed(key: Key, data: bytes = XML) -> bytes:
    """The file signed by Anna Verdi, as DER."""
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.GIVEN_NAME, "Anna"),
            x509.NameAttribute(NameOID.SURNAME, "Verdi"),
            x509.NameAttribute(NameOID.COMMON_NAME, "Verdi Anna"),
            x509.NameAttribute(NameOID.SERIAL_NUMBER, "TINIT-VRDNNA85M41H501D"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Rossi Impianti S.r.l."),
        ]
    )
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(77).not_valid_before(FROM).not_valid_after(TO)
    certificate = builder.sign(key, hashes.SHA256())
    made = pkcs7.PKCS7SignatureBuilder().set_data(data).add_signer(certificate, key, hashes.SHA256())
    return made.sign(serialization.Encoding.DER, [pkcs7.PKCS7Options.Binary])


@pytest.mark.parametrize("key", KEYS)
def test_who_signed_with_what_and_that_the_bytes_are_those(key: str) -> None:
    (found,) = signatures(signed(KEYS[key]))
    assert (found.signer, found.tax_code) == ("Anna Verdi", "VRDNNA85M41H501D")
    assert (found.organisation, found.issuer) == ("Rossi Impianti S.r.l.", "Rossi Impianti S.r.l.")
    assert (found.valid_from, found.valid_to) == (FROM, TO)
    assert found.was_valid is True
    assert found.matches is True


@pytest.mark.parametrize("key", KEYS)
def test_bytes_that_were_changed_after_signing_are_told(key: str) -> None:
    data = signed(KEYS[key])
    at = data.index(b"<Numero>") + len(b"<Numero>")
    changed = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
    (found,) = signatures(changed)
    assert found.matches is False
    (invoice, *_) = read_any(changed, "a.xml.p7m")
    assert ("signature_matches", False) in [(check.check, check.passed) for check in invoice.checks]
    assert "NON corrisponde" in "".join(page.text for page in invoice.pages)


def test_a_signature_of_another_key_does_not_fit() -> None:
    data = bytearray(signed(KEYS["rsa"]))
    data[-10] ^= 0xFF
    (found,) = signatures(bytes(data))
    assert found.matches is False


def test_every_form_of_envelope_and_signatures_of_signatures() -> None:
    data = signed(KEYS["rsa"])
    assert len(signatures(base64.encodebytes(data))) == 1
    assert len(signatures(signed(KEYS["ec"], data))) == 2
    assert signatures(XML) == ()


def test_the_readable_invoice_says_who_signed() -> None:
    (invoice, *_) = read_any(signed(KEYS["rsa"]), "a.xml.p7m")
    text = "\n".join(page.text for page in invoice.pages)
    assert "Anna Verdi, VRDNNA85M41H501D" in text
    assert "il contenuto corrisponde alla firma" in text
    assert ("signature_matches", True) in [(check.check, check.passed) for check in invoice.checks]


@given(st.integers(0, 3000), st.binary(min_size=1, max_size=20))
def test_no_damage_raises(at: int, noise: bytes) -> None:
    data = signed(KEYS["ec"], b"<a/>" * 50)
    signatures(data[: at % len(data)] + noise + data[at % len(data) + len(noise) :])
