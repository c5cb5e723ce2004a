"""Signed e-invoices in every form in which they arrive: the same values come out, whatever the signature is worth."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest
from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID

from intake.formats.errors import DamagedSignature, NotAnInvoice
from intake.formats.fatturapa import looks_like_invoice, read_invoices
from intake.formats.p7m import opened
from tests.test_intake_fatturapa import sample

SAMPLE = "professional"
FAILING = {"signature_well_formed"}


@cache
def signed(content: bytes) -> bytes:
    """A CAdES-like envelope in DER, by a certificate that nobody vouches for and that has run out."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Luca Borsani")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2020, 1, 1, tzinfo=UTC) + timedelta(days=30))
        .sign(key, hashes.SHA256())
    )
    builder = pkcs7.PKCS7SignatureBuilder().set_data(content).add_signer(certificate, key, hashes.SHA256())
    return builder.sign(serialization.Encoding.DER, [pkcs7.PKCS7Options.Binary])


def in_chunks(content: bytes, size: int = 1000) -> bytes:
    """The envelope as streaming programs write it: no lengths, and the content cut into pieces."""
    pieces = (content[at : at + size] for at in range(0, len(content), size))
    chunks = b"".join(b"\x04\x82" + len(piece).to_bytes(2, "big") + piece for piece in pieces)
    data: bytes = cms.ContentType("data").dump()
    inner = b"\x30\x80" + data + b"\xa0\x80\x24\x80" + chunks + b"\0\0" * 3
    tail: bytes = cms.ContentInfo.load(signed(content))["content"]["signer_infos"].dump()
    digests = bytes.fromhex("310f300d06096086480165030402010500")
    signed_data = b"\x30\x80\x02\x01\x01" + digests + inner + tail + b"\0\0"
    kind: bytes = cms.ContentType("signed_data").dump()
    return b"\x30\x80" + kind + b"\xa0\x80" + signed_data + b"\0\0" * 2


def pem(der: bytes, label: str = "PKCS7") -> bytes:
    return b"-----BEGIN %b-----\n%b-----END %b-----\n" % (label.encode(), base64.encodebytes(der), label.encode())


XML = sample(SAMPLE)
FORMS = {
    "der": signed(XML),
    "ber in chunks": in_chunks(XML),
    "ber in small chunks": in_chunks(XML, 7),
    "base64 in one line": base64.b64encode(signed(XML)),
    "base64 with LF": base64.encodebytes(signed(XML)),
    "base64 with CRLF": base64.encodebytes(in_chunks(XML)).replace(b"\n", b"\r\n"),
    "base64 without padding": base64.b64encode(signed(XML)).rstrip(b"="),
    "base64 twice": base64.b64encode(base64.encodebytes(signed(XML))),
    "pem": pem(signed(XML)),
    "pem cms": pem(signed(XML), "CMS"),
    "s/mime": b"MIME-Version: 1.0\nContent-Type: application/pkcs7-mime;\n name=smime.p7m\n\n"
    + base64.encodebytes(signed(XML)),
    "signed twice": signed(signed(XML)),
    "base64 inside": signed(base64.encodebytes(signed(XML))),
    "plain XML named p7m": XML,
    "bytes behind the end": signed(XML) + b"\0" * 64,
    "certificates cut off": in_chunks(XML)[:-120],
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_invoice(form: str) -> None:
    plain = read_invoices(XML, "fattura.xml")[0]
    (invoice,) = read_invoices(FORMS[form], "IT07711200530_00A7.xml.p7m")
    assert invoice.fields == plain.fields
    assert invoice.lists == plain.lists
    assert invoice.checks == plain.checks
    assert looks_like_invoice(FORMS[form][:4096])


def test_a_wrong_length_is_got_over_and_told() -> None:
    """One byte more in a chunk, as an editor of text leaves it, and the whole of it turned into text besides."""
    longer = in_chunks(XML).replace(b"Direzione lavori", b"Direzione  lavori", 1)
    as_text = longer.decode("cp1252", errors="surrogateescape")
    mangled = "".join(c if ord(c) < 0xDC80 else chr(ord(c) - 0xDC00) for c in as_text).encode()
    plain = read_invoices(XML, "fattura.xml")[0]
    for damaged in (longer, mangled, base64.b64encode(mangled)):
        (invoice,) = read_invoices(damaged, "fattura.xml.p7m")
        assert invoice.fields == plain.fields
        assert {check.check for check in invoice.checks if not check.passed} == FAILING


@pytest.mark.parametrize(
    "data",
    [
        signed(XML)[: len(XML) // 2],
        in_chunks(XML)[: len(XML) // 2],
        b"\x30\x82\x10\x00" + cms.ContentType("signed_data").dump(),
        b"-----BEGIN PKCS7-----\nMIIGaaaa\n-----END PKCS7-----\n",
        b"niente",
    ],
)
def test_what_cannot_be_opened_says_what_to_do(data: bytes) -> None:
    with pytest.raises(DamagedSignature) as raised:
        read_invoices(data, "fattura.XML.P7M")
    assert raised.value.code == "damaged_signature"
    assert "Scaricalo di nuovo" in raised.value.message.it and "Download it again" in raised.value.message.en


def test_other_signed_files_are_no_invoice_but_can_be_opened() -> None:
    document = b"%PDF-1.7\n%%EOF\n"
    with pytest.raises(NotAnInvoice):
        read_invoices(signed(document), "contratto.pdf.p7m")
    inside = opened(signed(document))
    assert (inside.data, inside.layers, inside.damaged) == (document, 1, False)


def test_envelopes_without_end_are_given_up() -> None:
    data = XML
    for _ in range(12):
        data = signed(data)
    with pytest.raises(DamagedSignature):
        read_invoices(data, "fattura.xml.p7m")


def test_nested_pieces_are_walked_once() -> None:
    """Pieces within pieces, thousands deep, would cost a recursive reader its stack or the square of their number."""
    deep = b"\x30\x80" + cms.ContentType("signed_data").dump() + b"\xa0\x80\x30\x80\x02\x01\x01\x31\x00"
    deep += b"\x30\x80" + cms.ContentType("data").dump() + b"\xa0\x80" + b"\x24\x80" * 200_000
    with pytest.raises(DamagedSignature):
        read_invoices(deep, "fattura.xml.p7m")
