"""PDF pages: counted, judged, read by their own text, pictured."""

from __future__ import annotations

import io
import random
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from intake.errors import DamagedFile, EncryptedPdf, IntakeError, TruncatedFile
from intake.media import PDF
from intake.page_task import PageTask, read_page
from intake.picture import Picture
from intake.readers.pdf_pages import facts_of, open_page, page_count, reading_dpi, render
from intake.readers.pdf_text import own_words
from intake.readers.text_layer import believable, seen_words
from storage.reading import Source, Word
from tests.paper import Print, invoice, invoice_pdf, photograph, scanned_pdf, typeset


def _find(words: tuple[Word, ...], text: str) -> Word:
    return next(word for word in words if word.text == text)


def test_own_words_stand_where_they_are_printed(tmp_path: Path) -> None:
    words = own_words(invoice_pdf(tmp_path / "a.pdf"), 1)
    total = _find(words, "1.285,27")
    assert total.box.left == pytest.approx(160 / 210, abs=0.003)
    assert total.box.bottom == pytest.approx(216 / 297, abs=0.006)
    assert total.confidence == 1.0
    row = [word.text for word in words if word.line == total.line]
    assert row == ["Totale", "documento", "1.285,27"]


def test_signs_that_the_built_in_fonts_give_no_width_are_words_too(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFont("Helvetica", 10)
    canvas.drawString(50, 700, "Totale € 122,00")
    canvas.drawString(50, 680, "• Netto")
    canvas.save()
    words = own_words(tmp_path / "a.pdf", 1)
    assert [word.text for word in words] == ["Totale", "€", "122,00", "•", "Netto"]
    assert all(word.box.width > 0 for word in words)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("media", [(0, 0, 596, 842), (-20, 15, 560, 850)])
@pytest.mark.parametrize("crop", [None, (30, 50, 500, 800)])
def test_words_agree_with_the_picture_of_the_page(
    rotation: int, media: tuple[int, ...], crop: tuple[int, ...] | None, tmp_path: Path
) -> None:
    """Ink is where the box says it is, however the page is turned and cropped."""
    data = typeset([Print(60, 80, "ORVIETO", 30, bold=True)])
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.pages[0].rotate(rotation, relative=False)
        pdf.pages[0].mediabox = pikepdf.Array(media)
        if crop:
            pdf.pages[0].cropbox = pikepdf.Array(crop)
        pdf.save(tmp_path / "a.pdf")
    word = _joined(own_words(tmp_path / "a.pdf", 1))
    with open_page(tmp_path / "a.pdf", 1) as page:
        picture = render(page, 72, grey=True)
    ink = picture.pixels < 128
    box = word.box
    rows = slice(int(box.top * picture.height) - 1, int(box.bottom * picture.height) + 2)
    columns = slice(int(box.left * picture.width) - 1, int(box.right * picture.width) + 2)
    assert ink.sum() > 100
    assert ink[rows, columns].sum() == ink.sum()
    assert box.width * box.height < 0.06


def _joined(words: tuple[Word, ...]) -> Word:
    """Letters of a line that does not run from left to right may come one by one."""
    box = words[0].box
    for word in words[1:]:
        box = box.union(word.box)
    return words[0]._replace(box=box)


def test_a_scan_is_read_at_its_own_resolution(tmp_path: Path) -> None:
    path = scanned_pdf(tmp_path / "a.pdf", [photograph(typeset(invoice()), dpi=200)])
    with open_page(path, 1) as page:
        facts = facts_of(page)
        picture = render(page, reading_dpi(facts))
    assert not believable(facts)
    assert picture.dpi == 200
    assert picture.width == pytest.approx(1654, abs=2)


def test_pages_with_and_without_text_are_told_apart(tmp_path: Path) -> None:
    scan = scanned_pdf(tmp_path / "scan.pdf", [photograph(typeset(invoice()), dpi=72)])
    with pikepdf.open(invoice_pdf(tmp_path / "own.pdf")) as pdf, pikepdf.open(scan) as other:
        pdf.pages.extend(other.pages)
        pdf.save(tmp_path / "both.pdf")
    assert page_count(tmp_path / "both.pdf") == 2
    judged = []
    for number in (1, 2):
        with open_page(tmp_path / "both.pdf", number) as page:
            judged.append(believable(facts_of(page)))
    assert judged == [True, False]


def test_text_under_a_picture_or_without_colour_is_hidden(tmp_path: Path) -> None:
    under, glass = io.BytesIO(), io.BytesIO()
    for buffer, hide in ((under, "picture"), (glass, "glass")):
        canvas = Canvas(buffer, pagesize=(595, 842))
        if hide == "glass":
            canvas.setFillAlpha(0)
        for line in range(30):
            canvas.drawString(60, 780 - 20 * line, "Testo che un altro programma ha riconosciuto")
        if hide == "picture":
            canvas.drawInlineImage(Image.new("L", (595, 842), 250), 0, 0, 595, 842)
        canvas.save()
    for name, buffer in (("under.pdf", under), ("glass.pdf", glass)):
        (tmp_path / name).write_bytes(buffer.getvalue())
        with open_page(tmp_path / name, 1) as page:
            assert facts_of(page).hidden


def test_what_was_filled_into_a_form_is_read(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    canvas.drawString(60, 780, "Codice fiscale del lavoratore, come comunicato al centro per l'impiego:")
    canvas.acroForm.textfield(value="RSSMRA80A01H501U", x=60, y=740, width=200, height=16, fontSize=10)
    canvas.save()
    (tmp_path / "a.pdf").write_bytes(buffer.getvalue())
    page = read_page(PageTask(tmp_path / "a.pdf", PDF, 1, ("ita",), None))
    assert page.source is Source.TEXT
    value = _find(page.words, "RSSMRA80A01H501U")
    assert value.box.left == pytest.approx(60 / 595, abs=0.02)
    assert value.box.middle[1] == pytest.approx(1 - 748 / 842, abs=0.02)


def test_white_words_are_not_what_the_page_says(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    canvas.drawString(60, 780, "Fattura n. 12 del 3 marzo 2026, totale 1.285,27")
    canvas.setFillGray(1)
    canvas.drawString(60, 740, "nascosto")
    canvas.save()
    (tmp_path / "a.pdf").write_bytes(buffer.getvalue())
    words = own_words(tmp_path / "a.pdf", 1)
    with open_page(tmp_path / "a.pdf", 1) as page:
        shown = render(page, 150)
    seen = seen_words(words, shown)
    assert seen is not None
    assert [word.text for word in words if word not in seen] == ["nascosto"]
    blank = Picture(np.full_like(shown.pixels, 255), shown.dpi)
    assert seen_words(words, blank) is None


def test_a_page_as_large_as_a_house_is_pictured_small(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(typeset([Print(20, 20, "piano")], paper_mm=(5000, 5000)))
    with open_page(tmp_path / "a.pdf", 1) as page:
        picture = render(page, 300)
    assert picture.width * picture.height <= 40_100_000


def test_passwords_are_asked_of_the_sender(tmp_path: Path) -> None:
    with pikepdf.open(invoice_pdf(tmp_path / "a.pdf")) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(user="segreto", owner="segreto"))
        pdf.save(tmp_path / "printable.pdf", encryption=pikepdf.Encryption(user="", owner="segreto"))
    with pytest.raises(EncryptedPdf) as caught:
        page_count(tmp_path / "locked.pdf")
    assert "password" in caught.value.message.it
    assert page_count(tmp_path / "printable.pdf") == 1


@pytest.mark.parametrize("linearize", [False, True])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_pdf_cut_short_is_truncated(share: float, linearize: bool, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(typeset(*[invoice()] * 3))) as pdf:
        pdf.save(tmp_path / "a.pdf", linearize=linearize)
    data = (tmp_path / "a.pdf").read_bytes()
    (tmp_path / "a.pdf").write_bytes(data[: int(len(data) * share)])
    with pytest.raises(TruncatedFile):
        page_count(tmp_path / "a.pdf")


def test_a_pdf_that_was_changed_later_is_whole(tmp_path: Path) -> None:
    data = typeset(invoice()) + b"\n% a note after the end\n"
    (tmp_path / "a.pdf").write_bytes(data)
    assert page_count(tmp_path / "a.pdf") == 1


def test_no_pdf_behind_the_name_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\nnothing here\nstartxref\n9\n%%EOF")
    with pytest.raises(DamagedFile):
        page_count(tmp_path / "a.pdf")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**32), st.integers(1, 60))
def test_broken_bytes_give_pages_or_our_errors(tmp_path: Path, seed: int, wounds: int) -> None:
    chance = random.Random(seed)
    data = bytearray(typeset(invoice()))
    for _ in range(wounds):
        data[chance.randrange(len(data))] = chance.randrange(256)
    (tmp_path / "a.pdf").write_bytes(bytes(data))
    try:
        for number in range(1, page_count(tmp_path / "a.pdf") + 1):
            with open_page(tmp_path / "a.pdf", number) as page:
                facts_of(page)
                render(page, 30)
    except IntakeError as error:
        assert error.message.it
