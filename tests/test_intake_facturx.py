"""E-invoices inside PDFs: found, read, and checked against the page."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name
from reportlab.pdfgen.canvas import Canvas

from intake.formats.einvoice import read_any
from intake.formats.facturx import against_page, invoice_xml_in, joined, with_xml
from intake.media import PDF
from intake.page_task import PageTask, read_page
from intake.understand import understand
from storage.reading import Reading, Source
from tests.einvoicing import CII_INVOICE, UBL_INVOICE

GERMAN = (
    "Bei Spiel GmbH, Ecke 12, 12345 Stadthausen",
    "USt-IdNr.: DE136695976",
    "Rechnung",
    "Rechnungsnummer: RE-2026/507",
    "Rechnungsdatum: 31. März 2026",
    "Bestellnr. AB321",
    "400 Luftballon 0,79 316,00 EUR",
    "Nettobetrag: 316,00 EUR",
    "19% MwSt. 60,04 EUR",
    "Gesamtbetrag: 376,04 EUR",
    "Fällig am 30.04.2026",
    "IBAN DE88 2008 0000 0970 3757 00",
)


def printed(lines: tuple[str, ...]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    for number, line in enumerate(lines):
        canvas.drawString(60, 780 - 22 * number, line)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def made(path: Path, lines: tuple[str, ...], **attached: bytes) -> Path:
    """A PDF of one page with attachments, "_" for "." in their names."""
    with pikepdf.open(io.BytesIO(printed(lines))) as pdf:
        for name, content in attached.items():
            name = name.replace("_", ".")
            pdf.attachments[name] = AttachedFileSpec(pdf, content, filename=name)
        pdf.save(path)
    return path


def page_of(path: Path) -> Reading:
    return understand((read_page(PageTask(path, PDF, 1, ("ita",), None)),), None, "invoice")


def disagreements(reading: Reading) -> list[str]:
    return [check.detail for check in reading.checks if check.check == "page_agrees" and not check.passed]


def without(line: str) -> tuple[str, ...]:
    return tuple(text for text in GERMAN if not text.startswith(line))


def test_values_come_from_the_xml_and_places_from_the_page(tmp_path: Path) -> None:
    path = made(tmp_path / "a.pdf", GERMAN, **{"factur-x_xml": CII_INVOICE.encode()})
    reading = joined(path, page_of(path))
    assert (reading.kind, reading.kind_confidence, reading.needs_review) == ("invoice", 1.0, False)
    assert reading.pages[0].source is Source.TEXT
    gross = reading.fields["gross_amount"]
    assert (gross.value, gross.source, gross.page) == ("376.04", Source.XML, 1)
    assert gross.box is not None and gross.box.top > 0.2
    assert reading.fields["customer_name"].box is None
    assert [row["amount"] for row in reading.lists["lines"]] == ["316.00"]
    assert not disagreements(reading)
    assert any(check.check == "page_agrees" and check.passed for check in reading.checks)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("376,04", "367,04", "gross_amount: XML 376.04, page 367.04"),
        ("RE-2026/507", "RE-2026/705", "number: XML RE-2026/507, page RE-2026/705"),
        ("31. März 2026", "13. März 2026", "date: XML 2026-03-31, page 2026-03-13"),
        ("DE88 2008 0000 0970 3757 00", "DE89 3704 0044 0532 0130 00", "iban: XML DE88"),
        ("30.04.2026", "10.04.2026", "due_date: XML 2026-04-30, page 2026-04-10"),
    ],
)
def test_a_page_that_says_another_value_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    lines = tuple(line.replace(old, new) for line in GERMAN)
    path = made(tmp_path / "a.pdf", lines, **{"factur-x_xml": CII_INVOICE.encode()})
    reading = joined(path, page_of(path))
    assert any(detail.startswith(told) for detail in disagreements(reading)), disagreements(reading)
    assert reading.needs_review


@pytest.mark.parametrize(
    "lines",
    [
        tuple(line.replace("31. März 2026", "31/03/26").replace("30.04.2026", "30 aprile 2026") for line in GERMAN),
        tuple(line.replace("31. März 2026", "March 31st, 2026").replace("376,04", "376.04") for line in GERMAN),
        tuple(line.replace("31. März 2026", "2026-03-31").replace("DE136695976", "DE 136 695 976") for line in GERMAN),
        tuple(line.replace("31. März 2026", "31 mars 2026").replace("RE-2026/507", "RE 2026 / 507") for line in GERMAN),
        without("IBAN"),
        without("Fällig"),
        without("19%"),
    ],
)
def test_other_ways_of_writing_and_what_is_left_out_are_no_difference(tmp_path: Path, lines: tuple[str, ...]) -> None:
    path = made(tmp_path / "a.pdf", lines, **{"factur-x_xml": CII_INVOICE.encode()})
    assert not disagreements(joined(path, page_of(path)))


def test_thousands_are_found_in_every_form(tmp_path: Path) -> None:
    xml = CII_INVOICE.replace("376.04", "12376.04")
    for amount in ("12.376,04", "12,376.04", "12 376,04", "12'376.04", "12376,04"):
        path = made(tmp_path / "a.pdf", tuple(line.replace("376,04", amount) for line in GERMAN))
        assert not [c for c in against_page(read_any(xml.encode(), "x.xml")[0], page_of(path)) if not c.passed]


def test_a_page_without_text_says_nothing(tmp_path: Path) -> None:
    path = made(tmp_path / "a.pdf", GERMAN)
    empty = Reading("other", 0.0, "", (), {}, {}, (), True, 0.0)
    invoice = read_any(CII_INVOICE.encode(), "x.xml")[0]
    assert against_page(invoice, empty) == ()
    assert with_xml(empty, invoice).fields["number"].box is None
    assert invoice_xml_in(path) is None
    assert joined(path, empty) is empty


def test_the_newest_of_several_is_taken_and_orders_are_left(tmp_path: Path) -> None:
    old, new = CII_INVOICE.replace("RE-2026/507", "old").encode(), CII_INVOICE.encode()
    order = CII_INVOICE.replace("CrossIndustryInvoice", "SCRDMCCBDACIOMessageStructure").encode()
    names = {"ZUGFeRD-invoice_xml": old, "factur-x_xml": new, "order-x_xml": order, "z_txt": b"hello"}
    assert invoice_xml_in(made(tmp_path / "a.pdf", GERMAN, **names)) == ("factur-x.xml", new)
    assert invoice_xml_in(made(tmp_path / "b.pdf", GERMAN, **{"order-x_xml": order})) is None
    assert invoice_xml_in(made(tmp_path / "c.pdf", GERMAN, peppol_xml=UBL_INVOICE.encode())) is not None


def with_associated(path: Path, content: bytes, packed: bytes) -> Path:
    """A PDF whose attachment stands under /AF alone, without a name tree."""
    with pikepdf.open(io.BytesIO(printed(GERMAN))) as pdf:
        stream = pdf.make_stream(content)
        if packed:
            stream.write(packed, filter=Name.FlateDecode)
        specification = Dictionary(
            Type=Name.Filespec, UF=pikepdf.String("xrechnung.xml"), EF=Dictionary(F=pdf.make_indirect(stream))
        )
        pdf.Root.AF = Array([pdf.make_indirect(specification)])
        pdf.save(path)
    return path


def test_an_associated_file_is_found_too(tmp_path: Path) -> None:
    xml = CII_INVOICE.encode()
    assert invoice_xml_in(with_associated(tmp_path / "a.pdf", xml, b"")) == ("xrechnung.xml", xml)


def test_an_attachment_that_swells_is_left_alone(tmp_path: Path) -> None:
    squeezed = zlib.compress(b" " * 60_000_000)
    assert invoice_xml_in(with_associated(tmp_path / "a.pdf", b"", squeezed)) is None


def test_a_broken_invoice_leaves_the_page_and_says_why(tmp_path: Path) -> None:
    path = made(tmp_path / "a.pdf", GERMAN, **{"factur-x_xml": CII_INVOICE[:900].encode()})
    page = page_of(path)
    reading = joined(path, page)
    assert reading.fields == page.fields and reading.needs_review
    assert [check.passed for check in reading.checks if check.check == "embedded_invoice_readable"] == [False]


def test_a_broken_pdf_holds_nothing(tmp_path: Path) -> None:
    whole = made(tmp_path / "a.pdf", GERMAN, **{"factur-x_xml": CII_INVOICE.encode()}).read_bytes()
    for content in (b"%PDF-1.7\n", b"", whole[:400], whole[200:900]):
        path = tmp_path / "b.pdf"
        path.write_bytes(content)
        assert invoice_xml_in(path) is None


def test_odd_objects_in_place_of_attachments_hold_nothing(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(printed(GERMAN))) as pdf:
        loop = pdf.make_indirect(Dictionary())
        loop.Kids = Array([loop])
        pdf.Root.Names = Dictionary(EmbeddedFiles=loop)
        pdf.Root.AF = Array([1, Name.X, Dictionary(EF=3), Dictionary(EF=Dictionary(F=Array()))])
        pdf.save(tmp_path / "a.pdf")
    assert invoice_xml_in(tmp_path / "a.pdf") is None
