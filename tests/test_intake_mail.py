"""Mails: what they say, what is attached to them, what a certified mail certifies."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.containers.mail import Mail, mail_type, read_eml
from intake.containers.mail_text import text_of_html
from intake.containers.mail_view import fields, view
from intake.errors import IntakeError
from intake.formats.sheet import pages
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
    assert mail.body == "In allegato la fattura.\nSaluti"
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


def test_logos_of_signatures_are_left_out_photographs_are_not(tmp_path: Path) -> None:
    message = written("", '<p>Ecco</p><img src="cid:logo"><img src="cid:photo">')
    for name, size in (("logo", 900), ("photo", 200_000)):
        message.add_attachment(
            b"\xff\xd8" + bytes(size), maintype="image", subtype="jpeg", cid=f"<{name}>", filename=f"{name}.jpg",
            disposition="inline",
        )  # fmt: skip
    assert list(files(read(message, tmp_path))) == ["photo.jpg"]


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


def test_a_letter_that_speaks_of_mail_is_none() -> None:
    assert mail_type(b"Gentile signora,\nFrom: Milano\nSubject: nulla\n\ntesto") is None
    assert mail_type(b"From: qui\n\nSolo una riga") is None
    assert mail_type(b"Data: 31/03/2026\nOggetto: sollecito\n\ntesto") is None


def test_html_is_read_as_people_see_it() -> None:
    source = (
        "<html><head><style>p{color:red}</style></head><body><p>Totale&nbsp;ordine</p><script>alert(1)</script>"
        "<table><tr><td>Imponibile</td><td>100,00</td></tr><tr><td>IVA</td><td>22,00</td></tr></table>"
        '<div style="display:none">nascosto</div></body></html>'
    )
    text = text_of_html(source)
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
    assert mail.body == "perchè"
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
