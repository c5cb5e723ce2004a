"""What SDI says of an invoice: read, printed, and found at its invoice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import IntakeError
from intake.formats.sdi_names import invoice_of_notice, sdi_name
from intake.formats.sdi_notice import Notice, is_notice_xml, read_notice
from intake.formats.sdi_notice_view import view
from intake.formats.sheet import pages

NAME = "IT01234567890_0000A"
PRIVATE = "http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fattura/messaggi/v1.0"
PUBLIC = "http://www.fatturapa.gov.it/sdi/messaggi/v1.0"
ERRORS = (
    "<ListaErrori><Errore><Codice>00400</Codice><Descrizione>Natura non presente</Descrizione></Errore></ListaErrori>"
)
OUTCOME = (
    "<EsitoCommittente><RiferimentoFattura><NumeroFattura>147</NumeroFattura><AnnoFattura>2026</AnnoFattura>"
    "</RiferimentoFattura><Esito>{}</Esito></EsitoCommittente>"
)


def written(root: str, inside: str = "", space: str = PRIVATE, prefix: str = "ns3:") -> bytes:
    declared = f'xmlns{":" + prefix[:-1] if prefix else ""}="{space}"'
    return (
        f'<?xml version="1.0"?><{prefix}{root} {declared} versione="1.0"><IdentificativoSdI>111</IdentificativoSdI>'
        f"<NomeFile>{NAME}.xml.p7m</NomeFile><DataOraRicezione>2026-03-31T12:00:00.000+02:00</DataOraRicezione>"
        f"{inside}<MessageId>123</MessageId></{prefix}{root}>"
    ).encode()


def read(root: str, inside: str = "", **more: str) -> Notice:
    data = written(root, inside, **more)
    assert is_notice_xml(data.decode())
    return read_notice(data, "notifica.xml")


@pytest.mark.parametrize(
    ("root", "inside", "code", "state", "loud"),
    [
        ("RicevutaConsegna", "", "RC", "delivered", False),
        ("NotificaScarto", ERRORS, "NS", "rejected", True),
        ("RicevutaScarto", ERRORS, "NS", "rejected", True),
        ("NotificaMancataConsegna", "", "MC", "undeliverable", False),
        ("RicevutaImpossibilitaRecapito", "", "MC", "undeliverable", False),
        ("NotificaEsito", OUTCOME.format("EC01"), "NE", "accepted", False),
        ("NotificaEsito", OUTCOME.format("EC02"), "NE", "refused", True),
        ("NotificaDecorrenzaTermini", "", "DT", "terms_expired", False),
        ("AttestazioneTrasmissioneFattura", "", "AT", "sent", False),
        ("NotificaEsitoCommittente", "<Esito>EC02</Esito>", "EC", "refused", True),
        ("ScartoEsitoCommittente", "<Scarto>EN00</Scarto>", "SE", "", True),
        ("MetadatiInvioFile", "<CodiceDestinatario>ABC1234</CodiceDestinatario>", "MT", "", False),
        ("FileMetadati", "", "MT", "", False),
    ],
)
@pytest.mark.parametrize(("space", "prefix"), [(PRIVATE, "ns3:"), (PUBLIC, "types:"), (PUBLIC, "")])
def test_every_notice_says_what_it_makes_of_which_invoice(
    root: str, inside: str, code: str, state: str, loud: bool, space: str, prefix: str
) -> None:
    notice = read(root, inside, space=space, prefix=prefix)
    assert (notice.code, notice.state, notice.is_loud) == (code, state, loud)
    assert (notice.invoice_file, notice.sdi_id, notice.day) == (NAME, "111", "2026-03-31")
    assert notice.title in pages(view(notice))[0].text


def test_a_rejection_says_why_and_what_to_do() -> None:
    text = pages(view(read("RicevutaScarto", ERRORS)))[0].text
    assert "00400" in text
    assert "Natura non presente" in text
    assert "NON risulta emessa" in text


def test_a_notice_that_names_no_file_has_its_own_name() -> None:
    data = written("ScartoEsitoCommittente").replace(f"<NomeFile>{NAME}.xml.p7m</NomeFile>".encode(), b"")
    assert read_notice(data, f"{NAME.lower()}_SE_001.xml").invoice_file == NAME


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("IT01234567890_0000A.xml", NAME),
        ("it01234567890_0000a.XML.P7M", "IT01234567890_0000A"),
        ("IT01234567890_0000A (2).xml", NAME),
        ("cartella/IT01234567890_0000A.xml.p7m", NAME),
        ("DE123456789_x1.xml", "DE123456789_X1"),
        ("IT0123_1.xml", ""),
        ("fattura.xml", ""),
        ("IT01234567890_0000A_RC_001.xml", ""),
    ],
)
def test_the_name_that_sdi_knows(file: str, name: str) -> None:
    assert sdi_name(file) == name


def test_the_name_of_a_notice_holds_that_of_its_invoice() -> None:
    assert invoice_of_notice(f"{NAME}_RC_001.xml") == NAME
    assert invoice_of_notice(f"{NAME}.xml") == ""


@given(st.binary(max_size=200))
def test_any_bytes_give_a_notice_or_a_clear_error(rest: bytes) -> None:
    try:
        view(read_notice(b"<RicevutaConsegna>" + rest + b"</RicevutaConsegna>", "x.xml"))
    except IntakeError as error:
        assert error.message.it
