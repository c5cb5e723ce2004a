"""Several documents from one file: the invoices of one XML, what is attached to them, what somebody signed."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from intake.config import OcrConfig
from intake.formats.einvoice import read_any
from intake.identify import identify
from intake.process_workers import ProcessWorkers
from intake.service import Intake
from storage.document import ALL_AREAS, Document, EventKind, FullDocument, Status
from storage.kinds import Area
from storage.links import LinkKind
from storage.store import Store
from tests.inboxing import inbox_config
from tests.paper import Print, invoice, typeset
from tests.storing import open_store
from tests.waiting import eventually

SAMPLES = Path(__file__).parent / "samples" / "fatturapa"
_OCR = OcrConfig(languages=("ita",), workers=1, page_timeout_seconds=60, page_memory_megabytes=1024)
_WAITING = (Status.ACCEPTING, Status.RECEIVED, Status.READING)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as store:
        yield store


def after_reading(store: Store, folder: Path, *names: str) -> list[Document]:
    """All documents, once everything in the inbox and in its files was read."""
    inbox = folder / "inbox"
    workers = ProcessWorkers(1, 1024, folder=folder / "work")
    with Intake(inbox_config(inbox), _OCR, store, workers, lambda: None):
        eventually(
            lambda: (
                len(list(store.documents.each())) >= len(names)
                and not any(document.status in _WAITING for document in store.documents.each())
            ),
            timeout=60,
            message=lambda: str([(document.file, document.status.value) for document in store.documents.each()]),
        )
    return list(store.documents.each())


def put(folder: Path, name: str, data: bytes) -> str:
    path = folder / "inbox" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return name


def full(store: Store, document: Document) -> FullDocument:
    return store.documents.full(document.id, ALL_AREAS)


def lines(*texts: str) -> bytes:
    """A page of lines, as a PDF."""
    return typeset([Print(20, 30 + 8 * number, text) for number, text in enumerate(texts)])


def with_attachment(xml: bytes, name: str, content: bytes) -> bytes:
    attached = (
        f"<Allegati><NomeAttachment>{name}</NomeAttachment>"
        f"<Attachment>{base64.b64encode(content).decode()}</Attachment></Allegati></FatturaElettronicaBody>"
    )
    return xml.replace(b"</FatturaElettronicaBody>", attached.encode(), 1)


def test_each_invoice_of_a_file_is_a_document_with_pages_of_its_own(store: Store, tmp_path: Path) -> None:
    name = put(tmp_path, "IT01234567890_0000A.xml", (SAMPLES / "several_invoices.xml").read_bytes())
    found = after_reading(store, tmp_path, name)
    assert len(found) > 1
    assert len({document.number for document in found}) == len(found)
    assert [document.part for document in found] == list(range(1, len(found) + 1))
    assert len({document.tree_path for document in found}) == len(found)
    for document in found:
        assert store.archive.derived(document.sha256, "1.webp", document.part).is_file()
        assert (store.archive.tree / str(document.tree_path)).is_file()
    drawings = {store.archive.derived(d.sha256, "searchable.pdf", d.part).read_bytes() for d in found}
    assert len(drawings) == len(found)


def test_reading_a_file_of_several_again_makes_none_of_them_twice(store: Store, tmp_path: Path) -> None:
    name = put(tmp_path, "a.xml", (SAMPLES / "several_invoices.xml").read_bytes())
    before = after_reading(store, tmp_path, name)
    store.documents.read_again(before[0].id, "anna", ALL_AREAS)
    store.documents.read_again(before[-1].id, "anna", ALL_AREAS)
    after = after_reading(store, tmp_path, name)
    assert [(d.id, d.number, d.part) for d in after] == [(d.id, d.number, d.part) for d in before]


def test_a_file_attached_to_an_invoice_is_a_document_linked_to_it(store: Store, tmp_path: Path) -> None:
    note = lines("Rossi Impianti S.r.l.", "Relazione sui lavori eseguiti nel mese di marzo")
    xml = with_attachment((SAMPLES / "professional.xml").read_bytes(), "relazione lavori.pdf", note)
    found = {document.file: document for document in after_reading(store, tmp_path, put(tmp_path, "a.xml", xml))}
    attached = found["relazione lavori.pdf"]
    assert attached.media_type == "application/pdf"
    (link,) = full(store, found["a.xml"]).links
    assert (link.kind, link.other.id, link.is_above) == (LinkKind.INSIDE, attached.id, False)
    (back,) = full(store, attached).links
    assert (back.other.id, back.is_above, back.data["role"]) == (found["a.xml"].id, True, "attachment")
    assert store.archive.original(attached.sha256).read_bytes() == note
    assert EventKind.CAME_FROM in [event.kind for event in full(store, attached).events]


def test_a_private_attachment_makes_the_invoice_that_holds_it_private(store: Store, tmp_path: Path) -> None:
    slip = lines(
        "CEDOLINO PAGA  Marzo 2026",
        "Azienda: Rossi Impianti S.r.l.",
        "Dipendente: BIANCHI LUCA   Codice fiscale BNCLCU80A01F205X",
        "Livello 4   Data assunzione 01/03/2019",
        "Totale competenze 2.100,00",
        "Totale trattenute 600,00",
        "NETTO IN BUSTA 1.500,00",
    )
    xml = with_attachment((SAMPLES / "professional.xml").read_bytes(), "cedolino.pdf", slip)
    found = {document.file: document for document in after_reading(store, tmp_path, put(tmp_path, "a.xml", xml))}
    assert found["cedolino.pdf"].area is Area.HR
    assert found["a.xml"].area is Area.HR
    store.documents.read_again(found["a.xml"].id, "anna", ALL_AREAS)
    after_reading(store, tmp_path, "a.xml")
    assert store.documents.get(found["a.xml"].id, ALL_AREAS).area is Area.HR


def test_what_is_attached_to_two_files_is_one_document_with_two_links(store: Store, tmp_path: Path) -> None:
    note = typeset(invoice())
    names = [
        put(tmp_path, f"{sample}.xml", with_attachment((SAMPLES / f"{sample}.xml").read_bytes(), "f.pdf", note))
        for sample in ("professional", "flat_rate")
    ]
    found = after_reading(store, tmp_path, *names)
    attached = [document for document in found if document.file == "f.pdf"]
    assert len(found) == 3
    assert len(attached) == 1
    assert len([link for link in full(store, attached[0]).links if link.kind is LinkKind.INSIDE]) == 2


def mail_with(*files: tuple[str, bytes]) -> bytes:
    message = EmailMessage()
    message["From"] = "Officine Brambilla <info@brambilla.it>"
    message["To"] = "Tessitura Valbruna <amministrazione@valbruna.it>"
    message["Subject"] = "Invio documenti del mese"
    message["Date"] = "Tue, 31 Mar 2026 17:59:00 +0200"
    message["MIME-Version"] = "1.0"
    message.set_content("Buongiorno,\n\nin allegato i documenti del mese di marzo.\n\nCordiali saluti")
    for name, data in files:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def test_a_mail_in_an_archive_becomes_a_letter_and_its_attachments(store: Store, tmp_path: Path) -> None:
    mail = mail_with(("fattura.pdf", typeset(invoice())), ("IT01234567890_0000A.xml", _xml("professional")))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("marzo/mail.eml", mail)
    found = {d.file: d for d in after_reading(store, tmp_path, put(tmp_path, "carte.zip", out.getvalue()))}
    assert {name: document.status for name, document in found.items() if name == "carte.zip"} == {
        "carte.zip": Status.OPENED
    }
    assert set(found) >= {"carte.zip", "mail.eml", "fattura.pdf", "IT01234567890_0000A.xml"}
    letter = full(store, found["mail.eml"])
    assert letter.document.kind == "letter"
    assert letter.fields["subject"].value.value == "Invio documenti del mese"
    assert {link.other.file for link in letter.links if not link.is_above} == {"fattura.pdf", "IT01234567890_0000A.xml"}
    assert store.archive.derived(letter.document.sha256, "searchable.pdf").is_file()
    assert found["fattura.pdf"].kind == "invoice"


def test_the_xml_and_the_pdf_of_an_invoice_become_one_document(store: Store, tmp_path: Path) -> None:
    sample = _xml("professional")
    (read,) = read_any(sample, "a.xml")
    found = after_reading(store, tmp_path, put(tmp_path, "a.xml", sample), put(tmp_path, "copia.pdf", read.pdf))
    states = {document.file: document.status for document in found}
    assert states["copia.pdf"] is Status.JOINED
    assert states["a.xml"] is not Status.JOINED


def test_what_cannot_be_opened_is_set_aside_with_the_reason(store: Store, tmp_path: Path) -> None:
    (document,) = after_reading(store, tmp_path, put(tmp_path, "cut.zip", b"PK\x03\x04" + bytes(50)))
    assert (document.status, document.error_code) == (Status.SET_ASIDE, "damaged_archive")


def test_a_signature_in_chunks_written_as_base64_is_known_by_its_bytes(tmp_path: Path) -> None:
    signed = b"0\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0\x80" + bytes(300)
    for name, data in (("der", signed), ("base64", base64.encodebytes(signed)), ("one line", base64.b64encode(signed))):
        (tmp_path / name).write_bytes(data)
        assert identify(tmp_path / name) == "application/pkcs7-mime"


NOTICE = """<?xml version="1.0"?><ns2:RicevutaScarto xmlns:ns2="urn:x"><IdentificativoSdI>1</IdentificativoSdI>
<NomeFile>IT01234567890_0000A.xml.p7m</NomeFile><DataOraRicezione>2026-03-31T12:00:00</DataOraRicezione>
<ListaErrori><Errore><Codice>00400</Codice><Descrizione>Natura assente</Descrizione></Errore></ListaErrori>
</ns2:RicevutaScarto>"""


def test_a_rejection_is_found_at_its_invoice_which_then_wants_a_look(store: Store, tmp_path: Path) -> None:
    put(tmp_path, "IT01234567890_0000A_NS_001.xml", NOTICE.encode())
    invoice_file = put(tmp_path, "IT01234567890_0000A.xml", _xml("flat_rate"))
    found = {d.file: d for d in after_reading(store, tmp_path, invoice_file, "IT01234567890_0000A_NS_001.xml")}
    rejected = found[invoice_file]
    assert (rejected.state, rejected.status) == ("rejected", Status.TO_REVIEW)
    assert found["IT01234567890_0000A_NS_001.xml"].status is Status.JOINED


def _xml(sample: str) -> bytes:
    return (SAMPLES / f"{sample}.xml").read_bytes()
