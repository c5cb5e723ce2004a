"""Mails: what they say, what is attached to them, what a certified mail certifies."""

from __future__ import annotations

import io
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from intake.containers.eml import mail_type
from intake.containers.mail import Mail, read_eml
from intake.containers.mail_view import checks, fields, view
from intake.errors import IntakeError
from intake.formats.sheet import pages
from intake.members import TooMuchInside
from intake.office.html_content import read_html_text, text_of
from intake.understand import understand
from storage.links import Role

DATICERT = """<?xml version="1.0" encoding="UTF-8"?>
<postacert tipo="{kind}" errore="nessuno">
 <intestazione><mittente>fatture@pec.rossi.it</mittente>
  <destinatari tipo="certificato">amministrazione@pec.valbruna.it</destinatari>
  <risposte>fatture@pec.rossi.it</risposte><oggetto>Fattura 147/2026</oggetto></intestazione>
 <dati><gestore-emittente>Gestore PEC S.p.A.</gestore-emittente>
  <data zona="+0200"><giorno>31/03/2026</giorno><ora>18:05:09</ora></data>
  <identificativo>opec.1.2@pec.it</identificativo><msgid>&lt;1@rossi.it&gt;</msgid></dati>
</postacert>"""


def written(text: str = "In allegato la fattura.\nSaluti", html: str = "") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ufficio Fatture <fatture@rossi.it>"
    message["To"] = "Tessitura Valbruna <amministrazione@valbruna.it>, altro@valbruna.it"
    message["Subject"] = "Fattura n. 147/2026 – perché è qui"
    message["Date"] = "Tue, 31 Mar 2026 17:59:00 +0200"
    message["MIME-Version"] = "1.0"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def attached(message: EmailMessage, name: str, data: bytes, kind: str = "application/pdf") -> EmailMessage:
    main, _, sub = kind.partition("/")
    message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return message


def read(message: EmailMessage | bytes, folder: Path) -> Mail:
    data = message if isinstance(message, bytes) else message.as_bytes()
    assert mail_type(data) == "message/rfc822"
    return read_eml(data, folder)


def files(mail: Mail) -> dict[str, bytes]:
    assert all(member.role is Role.ATTACHMENT for member in mail.members)
    return {member.name: member.path.read_bytes() for member in mail.members}


def test_a_mail_says_who_wrote_what_to_whom_and_when(tmp_path: Path) -> None:
    mail = read(attached(written(), "fattura.pdf", b"%PDF-1.4 x"), tmp_path)
    assert (mail.sender.name, mail.sender.address) == ("Ufficio Fatture", "fatture@rossi.it")
    assert [one.address for one in mail.recipients] == ["amministrazione@valbruna.it", "altro@valbruna.it"]
    assert mail.subject == "Fattura n. 147/2026 – perché è qui"
    assert mail.sent is not None
    assert mail.sent.isoformat() == "2026-03-31T17:59:00+02:00"
    assert mail.text.strip() == "In allegato la fattura.\nSaluti"
    assert files(mail) == {"fattura.pdf": b"%PDF-1.4 x"}


def test_the_mail_is_printed_with_its_heads_and_its_text(tmp_path: Path) -> None:
    mail = read(attached(written(), "fattura.pdf", b"x"), tmp_path)
    (page,) = pages(view(mail))
    for text in ("Ufficio Fatture <fatture@rossi.it>", "31/03/2026 17:59", "fattura.pdf", "In allegato la fattura."):
        assert text in page.text
    found = {name: value.value for name, value in fields(mail).items()}
    assert found == {
        "sender_name": "Ufficio Fatture", "recipient_name": "Tessitura Valbruna", "date": "2026-03-31",
        "subject": mail.subject,
    }  # fmt: skip


def picture(width: int, height: int, form: str = "JPEG") -> bytes:
    out = io.BytesIO()
    Image.effect_noise((width, height), 90).save(out, form)
    return out.getvalue()


def test_logos_of_signatures_are_left_out_photographs_are_not(tmp_path: Path) -> None:
    message = written("", '<p>Ecco</p><img src="cid:logo"><img src="cid:photo">')
    for name, data in (("logo", picture(160, 60)), ("photo", picture(900, 1200)), ("broken", b"\xff\xd8" + bytes(900))):
        message.add_attachment(
            data, maintype="image", subtype="jpeg", cid=f"<{name}>", filename=f"{name}.jpg", disposition="inline"
        )
    attached(message, "timbro.jpg", picture(90, 90), "image/jpeg")
    assert list(files(read(message, tmp_path))) == ["photo.jpg", "timbro.jpg"]


def test_calendars_and_signatures_are_no_documents(tmp_path: Path) -> None:
    message = written()
    attached(message, "smime.p7s", b"x", "application/pkcs7-signature")
    attached(message, "invito.ics", b"x", "text/calendar")
    attached(message, "nota.txt", b"ciao", "text/plain")
    assert files(read(message, tmp_path)) == {"nota.txt": b"ciao"}


def test_an_attached_mail_stays_a_mail(tmp_path: Path) -> None:
    message = written()
    message.add_attachment(attached(written("dentro"), "a.pdf", b"x"), filename="inoltrato.eml")
    (found,) = files(read(message, tmp_path)).items()
    assert found[0] == "inoltrato.eml"
    assert mail_type(found[1]) == "message/rfc822"
    assert b"dentro" in found[1]


def certified(kind: str, inner: EmailMessage | None) -> EmailMessage:
    message = EmailMessage()
    message["From"] = '"Per conto di: fatture@pec.rossi.it" <posta-certificata@pec.it>'
    message["To"] = "amministrazione@pec.valbruna.it"
    message["Subject"] = "POSTA CERTIFICATA: Fattura 147/2026"
    message["Date"] = "Tue, 31 Mar 2026 18:05:09 +0200"
    message.set_content("Messaggio di posta certificata\nIl giorno 31/03/2026...")
    message.add_attachment(
        DATICERT.format(kind=kind).encode(), maintype="application", subtype="xml", filename="daticert.xml"
    )
    if inner is not None:
        message.add_attachment(inner, filename="postacert.eml")
    return message


def test_of_certified_mail_the_message_inside_counts_and_the_certified_time(tmp_path: Path) -> None:
    mail = read(certified("posta-certificata", attached(written(), "fattura.pdf", b"x")), tmp_path)
    assert mail.sender.address == "fatture@rossi.it"
    assert list(files(mail)) == ["fattura.pdf"]
    assert mail.certified is not None
    assert mail.certified.sender == "fatture@pec.rossi.it"
    assert mail.certified.at is not None
    assert mail.certified.at.isoformat() == "2026-03-31T18:05:09+02:00"
    assert fields(mail)["date"].evidence == ("mail:pec",)
    text = pages(view(mail))[0].text
    assert "Messaggio di posta certificata" in text
    assert "31/03/2026 18:05" in text
    assert "Gestore PEC S.p.A." in text


@pytest.mark.parametrize("kind", ["accettazione", "avvenuta-consegna", "errore-consegna"])
def test_a_receipt_says_what_was_certified_and_holds_nothing_else(tmp_path: Path, kind: str) -> None:
    mail = read(certified(kind, attached(written(), "fattura.pdf", b"x")), tmp_path)
    assert mail.members == ()
    assert mail.subject == "Fattura 147/2026"
    assert [one.address for one in mail.recipients] == ["amministrazione@pec.valbruna.it"]


def test_a_receipt_tells_in_words_what_it_certifies(tmp_path: Path) -> None:
    data = DATICERT.format(kind="errore-consegna").replace(
        "</dati>",
        '<ricevuta tipo="breve"/><consegna>x@pec.it</consegna><errore-esteso>Casella piena</errore-esteso></dati>',
    )
    message = attached(written("Avviso di mancata consegna"), "daticert.xml", data.encode(), "application/xml")
    mail = read(message, tmp_path)
    text = pages(view(mail))[0].text
    for words in ("Avviso di mancata consegna (breve)", "31/03/2026 18:05", "x@pec.it", "Casella piena", "1@rossi.it"):
        assert words in text
    (check,) = checks(mail)
    assert (check.check, check.passed) == ("certified_mail", False)


def test_ordinary_mail_in_a_certified_box_is_opened_and_said_not_to_be_certified(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["To"] = "posta-certificata@pec.it", "amministrazione@pec.valbruna.it"
    message["Subject"] = "ANOMALIA MESSAGGIO: Fattura"
    message.set_content("Errore nel messaggio")
    message.add_attachment(attached(written(), "fattura.pdf", b"x"), filename="postacert.eml")
    mail = read(message, tmp_path)
    assert mail.sender.address == "fatture@rossi.it"
    assert list(files(mail)) == ["fattura.pdf"]
    assert "non certificato" in pages(view(mail))[0].text
    assert [check.passed for check in checks(mail)] == [False]


INVOICE = """<html><head><style>.anteprima{display:none}</style></head><body>
<div class="anteprima">La tua fattura è pronta</div><img src="https://traccia.example/p.gif" width=1 height=1>
<table width="600"><tr><td width="20">&nbsp;</td><td>
<h2>Ferramenta Bianchi S.r.l.</h2><p>Via Roma 1, 36015 Schio<br>Partita IVA 07643520567</p>
<p>Spett.le Comune di Orvieto</p><p><b>Fattura n. 147/2026</b> del 31/03/2026</p>
<table border="1"><tr><th>Descrizione</th><th>Q.tà</th><th>Prezzo</th><th>Importo</th></tr>
<tr><td>Viti zincate</td><td>10</td><td>5,35</td><td>53,50</td></tr>
<tr><td>Trapano</td><td>2</td><td>500,00</td><td>1.000,00</td></tr></table>
<table><tr><td>Imponibile</td><td align="right">1.053,50</td></tr><tr><td>IVA 22%</td><td>231,77</td></tr>
<tr><td>Totale documento</td><td>1.285,27</td></tr></table>
<ul><li>Pagamento: bonifico</li><li>Scadenza: 30/04/2026</li></ul></td><td></td></tr></table></body></html>"""


def test_an_invoice_written_as_html_is_read_as_one(tmp_path: Path) -> None:
    drawn = pages(view(read(written("Il tuo programma non mostra HTML", INVOICE), tmp_path)))
    lines = drawn[0].text.splitlines()
    for line in ("Viti zincate 10 5,35 53,50", "Trapano 2 500,00 1.000,00", "Totale documento 1.285,27"):
        assert line in lines
    assert "• Scadenza: 30/04/2026" in lines
    assert "è pronta" not in drawn[0].text
    reading = understand(drawn, None, None)
    assert reading.kind == "invoice"
    found = {name: value.value for name, value in reading.fields.items()}
    assert {"number": "147/2026", "gross_amount": "1285.27", "net_amount": "1053.50", "date": "2026-03-31"}.items() <= (
        found.items()
    )


def test_the_plain_text_counts_where_the_html_says_next_to_nothing(tmp_path: Path) -> None:
    mail = read(written("Gentile cliente, ecco la fattura di marzo.", "<p>&nbsp;</p><img src='cid:x'>"), tmp_path)
    assert mail.text.strip() == "Gentile cliente, ecco la fattura di marzo."


def test_a_letter_that_speaks_of_mail_is_none() -> None:
    assert mail_type(b"Gentile signora,\nFrom: Milano\nSubject: nulla\n\ntesto") is None
    assert mail_type(b"From: qui\n\nSolo una riga") is None
    assert mail_type(b"Data: 31/03/2026\nOggetto: sollecito\n\ntesto") is None


def test_more_parts_than_any_mail_has_are_refused(tmp_path: Path) -> None:
    heads = b"From: a@b.it\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    with pytest.raises(TooMuchInside):
        read(heads + b"--b\r\n\r\nx\r\n" * 3000, tmp_path)


def test_heads_without_end_are_bounded(tmp_path: Path) -> None:
    people = ",\r\n ".join(['"x (y" <a@b.it>'] * 20_000)
    words = " ".join(["=?utf-8?q?=41?="] * 20_000)
    heads = f"From: {'(' * 20_000}a@b.it\r\nTo: {people}\r\nSubject: {words}\r\nMIME-Version: 1.0\r\n"
    mail = read(heads.encode() + b"\r\nciao\r\n", tmp_path)
    assert mail.text.strip() == "ciao"
    with pytest.raises(TooMuchInside):
        read(b"From: a@b.it\r\nSubject: x\r\n" + b"X: a\r\n" * 30_000 + b"\r\nciao", tmp_path)


def test_html_is_read_as_people_see_it() -> None:
    source = (
        "<html><head><style>p{color:red}</style></head><body><p>Totale&nbsp;ordine</p><script>alert(1)</script>"
        "<table><tr><td>Imponibile</td><td>100,00</td></tr><tr><td>IVA</td><td>22,00</td></tr></table>"
        '<div style="display:none">nascosto</div></body></html>'
    )
    text = text_of(read_html_text(source).blocks)
    assert "Totale ordine" in text
    assert [line.split() for line in text.splitlines() if "100" in line] == [["Imponibile", "100,00"]]
    assert "alert" not in text
    assert "nascosto" not in text
    assert "color" not in text


def test_unknown_alphabets_and_broken_heads_are_read_as_far_as_they_go(tmp_path: Path) -> None:
    data = (
        b"From: =?x-unknown?Q?caff=E8?= <a@b.it>\r\nTo: undisclosed-recipients:;\r\nSubject: =?utf-8?B?!!!\r\n"
        b"Date: ieri\r\nContent-Type: text/plain; charset=x-klingon\r\n\r\nperch\xe8"
    )
    mail = read(data, tmp_path)
    assert mail.text.strip() == "perchè"
    assert mail.sent is None
    assert mail.sender.address == "a@b.it"


def test_parts_without_end_are_bounded(tmp_path: Path) -> None:
    nested = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(400)
    )  # fmt: skip
    mail = read(b"From: a@b.it\r\nSubject: x\r\nMIME-Version: 1.0\r\n" + nested + b"\r\nx", tmp_path)
    assert mail.members == ()


@given(st.binary(max_size=400))
def test_any_bytes_give_a_mail_or_a_clear_error(tmp_path_factory: pytest.TempPathFactory, rest: bytes) -> None:
    try:
        view(read_eml(b"From: a@b.it\nSubject: x\n" + rest, tmp_path_factory.mktemp("mail")))
    except IntakeError as error:
        assert error.message.it
