"""What a file is, by its bytes."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from intake import media
from intake.errors import EmptyFile, UnknownType
from tests.paper import invoice, typeset

_INVOICE = '<p:FatturaElettronica versione="FPR12" xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd">'
_SIGNED = bytes.fromhex("3082100006092a864886f70d010702a0821000")


def _picture(name: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (64, 64), "white").save(buffer, name)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (typeset(invoice()), media.PDF),
        (b"\r\njunk before\n" + typeset(invoice()), media.PDF),
        (_picture("TIFF"), media.TIFF),
        (_picture("JPEG"), media.JPEG),
        (_picture("PNG"), media.PNG),
        (_picture("WEBP"), media.WEBP),
        (_picture("HEIF"), media.HEIC),
        (_picture("BMP"), media.BMP),
        (f'<?xml version="1.0"?>{_INVOICE}'.encode(), media.FATTURAPA),
        (f'﻿<?xml version="1.0"?>\n{_INVOICE}'.encode(), media.FATTURAPA),
        (f'<?xml version="1.0" encoding="utf-16"?>{_INVOICE}'.encode("utf-16"), media.FATTURAPA),
        (_SIGNED + b"\x00" * 50, media.P7M),
        (b"-----BEGIN PKCS7-----\nMIIC", media.P7M),
        ("Gentile cliente, è così.\n".encode(), media.TEXT),
        ("Perché no? Costa 5 €".encode("cp1252"), media.TEXT),
        ("Perché no?".encode("utf-16"), media.TEXT),
        (b"BMW consegna la settimana prossima, salvo imprevisti.", media.TEXT),
    ],
)
def test_the_bytes_tell(data: bytes, expected: str, tmp_path: Path) -> None:
    file = tmp_path / "called.exe"
    file.write_bytes(data)
    assert media.media_type(file) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04" + bytes(range(256)),
        b"MZ\x90\x00" + bytes(range(256)),
        b"<!DOCTYPE html><html><body>Fattura</body></html>",
        b'<?xml version="1.0"?><Invoice><ID>1</ID></Invoice>',
        b"{\\rtf1\\ansi Fattura}",
        b"%!PS-Adobe-3.0\nshowpage",
    ],
)
def test_what_cannot_be_read_is_unknown(data: bytes) -> None:
    with pytest.raises(UnknownType) as caught:
        media.media_type_of(data)
    assert "PDF" in caught.value.message.it
    assert "PDF" in caught.value.message.en


@pytest.mark.parametrize("data", [b"", b"\x00" * 500, b" \n\r\n "])
def test_nothing_is_an_empty_file(data: bytes) -> None:
    with pytest.raises(EmptyFile):
        media.media_type_of(data)


def test_a_character_cut_in_half_at_the_end_of_the_head_is_still_text() -> None:
    assert media.decode("perché".encode()[:-1]) == "perch"


@given(st.binary(max_size=300))
def test_any_bytes_are_something_or_refused(data: bytes) -> None:
    with contextlib.suppress(EmptyFile, UnknownType):
        assert "/" in media.media_type_of(data)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_utf_8_text_comes_back_as_it_was(text: str) -> None:
    assert media.decode(("a" + text).encode()) == "a" + text
