"""The readable invoice: its words, where the values stand, its PDF and its pictures."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pytest
from PIL import Image

from intake.formats.fatturapa import EInvoice, read_invoices
from intake.media import PDF
from intake.page_task import show_page
from storage.reading import Box, Page, Source
from tests.test_intake_fatturapa import NAMES, read, sample

SHOWN = {
    "2026-02-28": "28/02/2026",
    "2026-03-31": "31/03/2026",
    "433.33": "433,33",
    "83.33": "83,33",
    "516.66": "516,66",
}


def text_in(page: Page, box: Box) -> str:
    """The words whose middle lies in the box."""
    return " ".join(
        word.text
        for word in page.words
        if box.left <= word.box.middle[0] <= box.right and box.top <= word.box.middle[1] <= box.bottom
    )


def test_every_field_points_at_the_words_of_its_value() -> None:
    (invoice,) = read("two_rates_instalments")
    for field in invoice.fields.values():
        assert field.page is not None and field.box is not None
        assert text_in(invoice.pages[field.page - 1], field.box) == SHOWN.get(field.value, field.value)


@pytest.mark.parametrize("name", NAMES)
def test_all_that_is_read_is_shown(name: str) -> None:
    for invoice in read(name):
        assert all(field.box is not None for field in invoice.fields.values())


def test_the_text_reads_as_people_know_it() -> None:
    (invoice,) = read("two_rates_instalments")
    text = "\n".join(page.text for page in invoice.pages)
    in_order = [
        "Officine Meccaniche Brambilla S.r.l.",
        "P. IVA IT04128770148",
        "REA MI-1998877 Cap. soc. 50.000,00",
        "Ristorante La Pergola di Conti & C. S.n.c.",
        "Fattura differita n. 2026/0147 del 28/02/2026",
        "Tipo documento TD24 Fattura differita di cui all'art. 21, comma 4, lett. a) Valuta EUR",
        "Guarnizione in gomma nitrilica Ø 120 3,00 PZ 82,61 22% 247,83",
        "Cod. INT GN-120",
        "Manutenzione impianto - sconto 10+5 1,00 NR 100,00 −10% 22% 85,50",
        "22% Esigibilità immediata 333,33 73,33",
        "TOTALE DOCUMENTO 516,66",
        "NETTO A PAGARE 516,66",
        "Pagamento Pagamento a rate: RIBA",
        "MP12 RIBA IBAN IT91G0306909400100000012345 31/03/2026 258,33",
        "Ordine d'acquisto OA-4797 20/01/2026 riga 1 CUP J31B26000120005\nCIG Z1A2B3C4D5",
        "DDT 88/26 10/02/2026 riga 1",
        "Fornitura di febbraio come da ordine.",
        "bolla88.pdf PDF DDT firmato",
    ]
    places = [text.find(words) for words in in_order]
    assert -1 not in places, in_order[places.index(-1)]
    assert places == sorted(places)


def test_a_credit_note_turned_positive_says_so() -> None:
    (invoice,) = read("credit_note_negative")
    assert "Nel file XML gli importi sono negativi" in invoice.pages[0].text
    assert "TOTALE DOCUMENTO 122,00" in invoice.pages[0].text


def test_codes_are_shown_in_words() -> None:
    text = read("professional")[0].pages[0].text
    for words in (
        "TC04 Cassa ingegneri e architetti",
        "RT01 Ritenuta d'acconto persone fisiche",
        "N1 Escluse ex art. 15",
        "MP05 Bonifico",
        "RF01 Ordinario",
    ):
        assert words in text


def long_invoice(lines: int) -> EInvoice:
    text = sample("reverse_charge").decode()
    begin, end = text.index("      <DettaglioLinee>"), text.index("      <DatiRiepilogo>")
    row = text[begin:end]
    return read_invoices((text[:begin] + row * lines + text[end:]).encode(), "lunga.xml")[0]


def test_long_invoices_go_on_over_several_sheets() -> None:
    invoice = long_invoice(60)
    assert len(invoice.pages) > 2
    assert all(page.lines[0][0].text == "Descrizione" for page in invoice.pages[1:-1])
    assert f"pagina 2 di {len(invoice.pages)}" in invoice.pages[1].text
    assert sum(page.text.count("Rottami ferrosi") for page in invoice.pages) == 60
    assert all(
        0 <= word.box.left < word.box.right <= 1 and 0 <= word.box.top < word.box.bottom <= 1
        for page in invoice.pages
        for word in page.words
    )


def test_words_never_overlap() -> None:
    for name in NAMES:
        for page in (page for invoice in read(name) for page in invoice.pages):
            for line in page.lines:
                ordered = sorted(line, key=lambda word: word.box.left)
                assert all(before.box.right <= after.box.left + 1e-4 for before, after in pairwise(ordered))


def test_the_pdf_holds_the_words_where_the_pages_have_them() -> None:
    (invoice,) = read("professional")
    assert invoice.pdf == invoice.pdf
    with pdfplumber.open(io.BytesIO(invoice.pdf)) as document:
        assert len(document.pages) == len(invoice.pages)
        for page, drawn in zip(invoice.pages, document.pages, strict=True):
            words = drawn.extract_words(use_text_flow=True)
            assert [word["text"] for word in words] == [word.text for word in page.words]
            for have, want in zip(words, page.words, strict=True):
                assert have["x0"] / float(drawn.width) == pytest.approx(want.box.left, abs=0.002)
                assert have["bottom"] / float(drawn.height) == pytest.approx(want.box.bottom, abs=0.004)


def test_pictures_of_the_pdf_have_the_size_that_the_pages_say(tmp_path: Path) -> None:
    (invoice,) = read("two_rates_instalments")
    drawn = tmp_path / "drawn.pdf"
    drawn.write_bytes(invoice.pdf)
    for page in invoice.pages:
        show_page(drawn, PDF, page.number, tmp_path)
        with Image.open(tmp_path / f"{page.number}.webp") as picture:
            assert picture.size == (page.width, page.height)
        assert page.source is Source.XML and page.confidence == 1


def test_there_is_ink_where_the_fields_are(tmp_path: Path) -> None:
    (invoice,) = read("two_rates_instalments")
    drawn = tmp_path / "drawn.pdf"
    drawn.write_bytes(invoice.pdf)
    show_page(drawn, PDF, 1, tmp_path)
    with Image.open(tmp_path / "1.webp") as picture:
        grey = picture.convert("L")
    for field in invoice.fields.values():
        if field.page == 1 and field.box:
            left, top, right, bottom = field.box
            sizes = (left * grey.width, top * grey.height, right * grey.width, bottom * grey.height)
            assert min(grey.crop(sizes).tobytes()) < 100
