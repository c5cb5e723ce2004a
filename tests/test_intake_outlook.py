"""Outlook's own files: .msg with its texts, people and attachments, and what winmail.dat packs."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from intake.containers.eml import mail_type
from intake.containers.letter import MSG
from intake.containers.mail import Mail
from intake.containers.mail_view import read_mail, view
from intake.errors import IntakeError
from intake.formats.sheet import pages
from intake.identify import identify
from tests.outlooking import BINARY, TEXT, Outlook, attach, attach_mail, letter, msg, packed_rtf, winmail

HTML = "<html><body><h1>Fattura</h1><table><tr><td>Imponibile</td><td>100,00 €</td></tr></table></body></html>"
ENCAPSULATED = (
    rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \fbidis \deff0{\fonttbl{\f0\fswiss Arial;}}{\colortbl\red0\green0\blue0;}"
    rb"{\*\htmltag64 <html>}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Perch\'e9 no\u8364 ?: "
    rb"{\*\htmltag84 <b>}\htmlrtf {\b\htmlrtf0 100,00{\*\htmltag92 </b>}\htmlrtf }\htmlrtf0 {\*\htmltag72 </p>}"
    rb"{\*\mhtmltag64 nascosto}\htmlrtf \par }\htmlrtf0 {\*\htmltag58 </html>}}"
)


def read(made: Outlook | bytes, folder: Path) -> Mail:
    path = folder / "mail"
    path.write_bytes(made if isinstance(made, bytes) else msg(made))
    kind = identify(path)
    room = folder / "room"
    room.mkdir(exist_ok=True)
    return read_mail(path, kind, room)


def files(mail: Mail) -> dict[str, bytes]:
    return {member.name: member.path.read_bytes() for member in mail.members}


def picture(width: int, height: int, form: str = "PNG", camera: str = "") -> bytes:
    out, exif = io.BytesIO(), Image.Exif()
    if camera:
        exif[271] = camera
    Image.effect_noise((width, height), 90).convert("RGB").save(out, form, exif=exif)
    return out.getvalue()


def test_a_mail_of_outlook_says_who_wrote_what_to_whom_and_when(tmp_path: Path) -> None:
    made = attach(
        letter(plain="In allegato la fattura.\r\n\r\nSaluti"), "fattura n. 147.pdf", b"%PDF-1.4" + bytes(9000)
    )
    mail = read(made, tmp_path)
    assert identify(tmp_path / "mail") == MSG
    assert mail.sender.shown == "Ufficio Fatture <fatture@rossi.it>"
    assert [one.shown for one in mail.recipients] == [
        "Tessitura Valbruna <amministrazione@valbruna.it>", "altro@valbruna.it",
    ]  # fmt: skip
    assert [one.address for one in mail.copies] == ["direzione@valbruna.it"]
    assert mail.subject == "Fattura 147/2026 – marzo"
    assert mail.sent == datetime(2026, 3, 31, 15, 59, tzinfo=UTC)
    assert "In allegato la fattura." in mail.text
    assert files(mail) == {"fattura n. 147.pdf": b"%PDF-1.4" + bytes(9000)}
    assert "fattura n. 147.pdf" in pages(view(mail))[0].text


def test_the_heads_it_travelled_with_tell_the_senders_own_time(tmp_path: Path) -> None:
    made = letter(plain="x")
    made.values[(0x007D, TEXT)] = "Received: from a\r\nDate: Tue, 31 Mar 2026 17:58:00 +0200\r\n\r\n"
    sent = read(made, tmp_path).sent
    assert sent is not None
    assert sent.isoformat() == "2026-03-31T17:58:00+02:00"


def test_a_text_that_is_html_alone(tmp_path: Path) -> None:
    mail = read(letter(html=HTML.encode()), tmp_path)
    assert "Imponibile    100,00 €" in mail.text


@pytest.mark.parametrize("compressed", [True, False])
def test_html_that_lies_in_compressed_rtf(tmp_path: Path, compressed: bool) -> None:
    mail = read(letter(rtf=packed_rtf(ENCAPSULATED, compressed)), tmp_path)
    assert mail.text == "Perché no€: 100,00"


def test_a_text_that_is_rtf_alone(tmp_path: Path) -> None:
    rtf = rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}\f0 Perch\'e9 no\par Totale 122,00\par}"
    text = read(letter(rtf=packed_rtf(rtf)), tmp_path).text
    assert "Perché no" in text
    assert "Totale 122,00" in text


def test_a_mail_attached_to_a_mail_stands_for_itself(tmp_path: Path) -> None:
    deepest = attach(letter("La più interna", plain="in fondo"), "c.pdf", b"%PDF-1.4 c")
    inner = attach_mail(attach(letter("Quella di prima", html=HTML.encode()), "b.pdf", b"%PDF-1.4 b"), "x", deepest)
    (found,) = files(read(attach_mail(letter(plain="inoltro"), "Quella di prima", inner), tmp_path)).items()
    assert found[0] == "Quella di prima.eml"
    assert mail_type(found[1])
    again = read(found[1], tmp_path)
    assert again.subject == "Quella di prima"
    assert again.sender.shown == "Ufficio Fatture <fatture@rossi.it>"
    assert again.sent == datetime(2026, 3, 31, 15, 59, tzinfo=UTC)
    assert "Imponibile    100,00 €" in again.text
    inside = files(again)
    assert inside["b.pdf"] == b"%PDF-1.4 b"
    assert files(read(inside["x.eml"], tmp_path)) == {"c.pdf": b"%PDF-1.4 c"}


def test_logos_in_the_text_are_left_out_and_photographs_are_not(tmp_path: Path) -> None:
    made = letter(
        html=b'<p>Ecco</p><img src="cid:logo"><img src="cid:banner"><img src="cid:photo"><img src="cid:till">'
    )
    attach(made, "logo.png", picture(200, 80), "image/png", "logo")
    attach(made, "banner.png", picture(900, 200), "image/png", "banner")
    attach(made, "IMG_2041.jpg", picture(800, 1100, "JPEG"), "image/jpeg", "photo")
    attach(made, "piccola.jpg", picture(180, 240, "JPEG", "Apple"), "image/jpeg", "till")
    attach(made, "timbro.png", picture(100, 100), "image/png")
    assert list(files(read(made, tmp_path))) == ["IMG_2041.jpg", "piccola.jpg", "timbro.png"]


def signed(text: str) -> bytes:
    inside = EmailMessage()
    inside.set_content(text)
    inside.add_attachment(b"%PDF-1.4 s", maintype="application", subtype="pdf", filename="firmato.pdf")
    parts = (
        inside.as_bytes() + b"\r\n--s\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nx\r\n--s--"
    )
    return b'Content-Type: multipart/signed; boundary="s"\r\n\r\n--s\r\n' + parts


def test_a_signed_mail_lies_whole_in_its_only_attachment(tmp_path: Path) -> None:
    made = letter()
    made.values[(0x001A, TEXT)] = "IPM.Note.SMIME.MultipartSigned"
    mail = read(attach(made, "smime.p7m", signed("firmato e spedito"), "multipart/signed"), tmp_path)
    assert mail.text.strip() == "firmato e spedito"
    assert files(mail) == {"firmato.pdf": b"%PDF-1.4 s"}


def with_winmail(data: bytes) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Rossi <a@b.it>", "c@d.it", "Fattura"
    message.set_content("vedi allegato")
    message.add_attachment(data, maintype="application", subtype="ms-tnef", filename="winmail.dat")
    return message.as_bytes()


def test_what_outlook_packed_into_winmail_comes_out(tmp_path: Path) -> None:
    packed = {"Fattura marzo – copia.pdf": b"%PDF-1.4 a", "elenco.xlsx": b"PK" + bytes(999)}
    mail = read(with_winmail(winmail("testo", packed, packed_rtf(ENCAPSULATED))), tmp_path)
    assert files(mail) == packed
    assert "Perché no" in mail.text


def test_winmail_that_breaks_off_gives_what_is_whole(tmp_path: Path) -> None:
    whole = winmail("testo", {"a.pdf": b"%PDF-1.4 a", "b.pdf": b"%PDF-1.4 b" * 100})
    assert "a.pdf" in files(read(with_winmail(whole[:-300]), tmp_path))


def test_an_ole_file_that_is_no_mail_is_not_taken_for_one(tmp_path: Path) -> None:
    made = letter()
    made.values[(0x3701, BINARY)] = b"x" * 5000
    path = tmp_path / "mail"
    path.write_bytes(msg(made)[:1024])
    with pytest.raises(IntakeError):
        identify(path)


WHOLE = msg(attach(letter(rtf=packed_rtf(ENCAPSULATED)), "a.pdf", b"%PDF-1.4" * 700))


@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=8))
def test_any_damage_gives_a_mail_or_a_clear_error(
    tmp_path_factory: pytest.TempPathFactory, at: int, junk: bytes
) -> None:
    try:
        read(WHOLE[:at] + junk + WHOLE[at + len(junk) :], tmp_path_factory.mktemp("msg"))
    except IntakeError as error:
        assert error.message.it


@given(st.integers(6, 400), st.binary(max_size=12))
def test_any_winmail_gives_a_mail(tmp_path_factory: pytest.TempPathFactory, at: int, junk: bytes) -> None:
    whole = winmail("testo", {"a.pdf": b"%PDF-1.4 a"}, packed_rtf(ENCAPSULATED))
    read(with_winmail(whole[:at] + junk + whole[at + len(junk) :]), tmp_path_factory.mktemp("tnef"))
