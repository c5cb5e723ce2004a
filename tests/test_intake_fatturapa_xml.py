"""E-invoices as they come: encodings, namespaces, faults of form, and what is no e-invoice at all."""

from __future__ import annotations

import codecs

import pytest

from intake.formats.errors import DamagedXml, NotAnInvoice, UnsafeXml, XmlTooLarge
from intake.formats.fatturapa import EInvoice, read_invoices
from storage.errors import UnreadableFile
from tests.test_intake_fatturapa import read, sample

PLAIN = sample("several_invoices").decode()


def first(data: bytes) -> EInvoice:
    return read_invoices(data, "fattura.xml")[0]


def failed(invoice: EInvoice) -> set[str]:
    return {check.check for check in invoice.checks if not check.passed}


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF8 + PLAIN.encode(),
        PLAIN.replace("UTF-8", "UTF-16").encode("utf-16"),
        PLAIN.encode("utf-16-le"),
        PLAIN.encode("utf-16-be"),
        PLAIN.replace("UTF-8", "utf-16").encode(),
        PLAIN.replace("UTF-8", "x-unknown").encode(),
        PLAIN.replace('<?xml version="1.0" encoding="UTF-8"?>', "").encode(),
        b"\r\n \t" + PLAIN.encode(),
        PLAIN.encode() + b"\0\0\r\n",
        PLAIN.replace("p:", "ns2:").replace(":p=", ":ns2=").encode(),
        PLAIN.replace("p:", "").replace(" xmlns:p=", " xmlns=").encode(),
        PLAIN.replace("fatture/v1.2", "fatture/v1.2 ").encode(),
        PLAIN.replace(' xmlns:p="http', ' xmlns:ds="http://www.w3.org/2000/09/xmldsig#&quot;" xmlns:p="http').encode(),
        PLAIN.replace(' xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"', "").encode(),
        PLAIN.replace("</p:F", "<ds:Signature xmlns:ds='urn:x'><ds:Object>x</ds:Object></ds:Signature></p:F").encode(),
        PLAIN.replace("<Numero>81<", "<Numero> 8<!-- a comment -->1\n<").encode(),
        PLAIN.replace("<Numero>81<", "<Numero><![CDATA[81]]><").encode(),
    ],
)
def test_form_makes_no_difference(data: bytes) -> None:
    plain = read("several_invoices")[0]
    invoice = first(data)
    assert invoice.fields == plain.fields
    assert invoice.lists == plain.lists
    assert failed(invoice) <= {"schema_valid"}  # some of these are not as the schema wants them, and read all the same


@pytest.mark.parametrize(("encoding", "declared"), [("cp1252", "windows-1252"), ("iso-8859-15", "ISO-8859-15")])
def test_declared_encodings_are_believed(encoding: str, declared: str) -> None:
    text = PLAIN.replace("UTF-8", declared).replace("Officine Meccaniche", "Caffè € Così")
    invoice = first(text.encode(encoding))
    assert invoice.fields["supplier_name"].value == "Caffè € Così Brambilla S.r.l."
    assert failed(invoice) <= {"schema_valid"}  # some of these are not as the schema wants them, and read all the same


def test_windows_bytes_in_utf8_are_put_right_where_they_stand() -> None:
    data = PLAIN.replace("Officine", "Così").encode().replace(b"La Pergola", "Perché".encode("cp1252"))
    invoice = first(data)
    assert invoice.fields["supplier_name"].value == "Così Meccaniche Brambilla S.r.l."
    assert invoice.fields["customer_name"].value == "Ristorante Perché di Conti & C. S.n.c."
    assert failed(invoice) == {"xml_well_formed"}


@pytest.mark.parametrize("fault", ["Conti & C.", "Conti &C. srl"])
def test_lone_ampersands_are_read_and_told(fault: str) -> None:
    invoice = first(PLAIN.replace("Conti &amp; C.", fault).encode())
    assert fault in invoice.fields["customer_name"].value
    assert failed(invoice) == {"xml_well_formed"}


def test_characters_that_xml_forbids_are_marked() -> None:
    invoice = first(PLAIN.replace("Canone", "Can\x0bone").encode())
    assert invoice.lists["lines"][0]["description"] == "Can\ufffdone agosto"
    assert failed(invoice) == {"xml_well_formed", "schema_valid"}


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", NotAnInvoice),
        (b"   \n", NotAnInvoice),
        (b"Fattura n. 12 del 3 marzo", NotAnInvoice),
        (b"<html><body>FatturaElettronica</body></html>", NotAnInvoice),
        (b"<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'/>", NotAnInvoice),
        (b"<FatturaElettronica><FatturaElettronicaHeader/></FatturaElettronica>", NotAnInvoice),
        (b"<p:RicevutaConsegna xmlns:p='urn:x'><NomeFile>IT01_1.xml</NomeFile></p:RicevutaConsegna>", NotAnInvoice),
        (PLAIN.encode()[:-30], DamagedXml),
        (PLAIN.encode()[:900], DamagedXml),
        (PLAIN.replace("</Numero>", "</Numera>", 1).encode(), DamagedXml),
        (b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + PLAIN[39:].encode(), UnsafeXml),
        (b"<FatturaElettronica>" + b"<a>" * 60 + b"</a>" * 60 + b"</FatturaElettronica>", XmlTooLarge),
        (b"<FatturaElettronica>" + b"<a/>" * 300_001 + b"</FatturaElettronica>", XmlTooLarge),
        (b"<FatturaElettronica>" + b" " * 40_000_000 + b"</FatturaElettronica>", XmlTooLarge),
    ],
)
def test_what_is_no_invoice_says_why_in_two_languages(data: bytes, error: type[UnreadableFile]) -> None:
    with pytest.raises(error) as raised:
        first(data)
    message = raised.value.message
    assert type(raised.value) is error
    assert message.it and message.en and "{" not in message.it + message.en


def test_entities_cannot_multiply() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE b [<!ENTITY e0 "x">{levels}]><FatturaElettronica>&e11;</FatturaElettronica>'
    with pytest.raises(UnsafeXml):
        first(bomb.encode())
