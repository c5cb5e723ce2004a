"""Office files: what they say, printed so that it reads as it stood; nothing in them is run or fetched."""

from __future__ import annotations

import datetime
import io
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import IntakeError
from intake.formats.sheet import pages
from intake.identify import identify
from intake.office import types
from intake.office.errors import DamagedOffice, OfficeTooLarge, OldOffice, UnsafeOffice
from intake.office.libreoffice import convert_to_pdf
from intake.office.print_office import print_office
from intake.read_office import read_office
from intake.understand import understand
from tests.paper import Print, invoice, typeset

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
LINES = [
    "Ferramenta Bianchi S.r.l.", "Partita IVA 07643520567", "Spett.le Comune di Orvieto", "Fattura n. 147/2026",
    "Data 31/03/2026", "Imponibile 1.053,50", "IVA 22% 231,77", "Totale documento 1.285,27",
]  # fmt: skip


def packed(files: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return out.getvalue()


def docx(body: str) -> bytes:
    kinds = f'<Types><Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    return packed({"[Content_Types].xml": kinds, "word/document.xml": document})


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def odt(body: str, kind: str = "text") -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
    )
    inside = f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
    content = f"<office:document-content {spaces}>{inside}</office:document-content>"
    mimetype = "application/vnd.oasis.opendocument." + kind
    return packed({"mimetype": mimetype, "content.xml": content})


def xlsx() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Ordine n.", "ODA-77", None, "Data", datetime.date(2026, 3, 31)])
    sheet.append(["Descrizione", "Quantità", "Prezzo", "Importo"])
    sheet.append(["Viti zincate", 25, 1234.5, 30862.5])
    sheet["C3"].number_format = sheet["D3"].number_format = "#,##0.00"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def printed(folder: Path, data: bytes, expected: str) -> str:
    path = folder / "file"
    path.write_bytes(data)
    assert identify(path) == expected
    return "\n".join(page.text for page in pages(print_office(path, expected)))


def rtf(lines: list[str]) -> bytes:
    return ("{\\rtf1\\ansi " + "\\par ".join(lines) + "}").encode("cp1252")


FILES = {
    types.DOCX: docx("".join(map(paragraph, LINES))),
    types.ODT: odt("".join(f"<text:p>{line}</text:p>" for line in LINES)),
    types.RTF: rtf(LINES),
    types.HTML: (
        "<!doctype html><html><body>" + "".join(f"<p>{line}</p>" for line in LINES) + "</body></html>"
    ).encode(),
}


@pytest.mark.parametrize("kind", FILES)
def test_an_invoice_written_in_an_office_is_read_as_one(tmp_path: Path, kind: str) -> None:
    text = printed(tmp_path, FILES[kind], kind)
    assert [line for line in LINES if line not in text] == []
    reading = understand(pages(print_office(tmp_path / "file", kind)), None, None)
    assert reading.kind == "invoice"
    assert reading.fields["number"].value == "147/2026"
    assert reading.fields["gross_amount"].value == "1285.27"


def test_cells_of_a_row_stand_on_one_line_as_people_write_them(tmp_path: Path) -> None:
    text = printed(tmp_path, xlsx(), types.XLSX)
    assert "Ordine n. ODA-77" in text
    assert "31/03/2026" in text
    assert "Viti zincate 25 1.234,50 30.862,50" in text


def test_a_table_in_text_form(tmp_path: Path) -> None:
    data = "Codice;Descrizione;Importo\nA1;Viti;10,00\nB2;Perché no;20,50\n".encode("cp1252")
    text = printed(tmp_path, data, types.CSV)
    assert "B2 Perché no 20,50" in text


def test_a_letter_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "lettera.txt"
    path.write_text("Gentile signora, le scrivo\nper dirle, come promesso, che\nnon verrò, purtroppo.\n")
    assert identify(path) == "text/plain"


def test_what_was_struck_out_or_hidden_is_not_printed(tmp_path: Path) -> None:
    body = (
        paragraph("resta")
        + "<w:p><w:del><w:r><w:delText>tolto</w:delText></w:r></w:del><w:ins><w:r><w:t>messo</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>nascosto</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc>" + paragraph("Totale") + "</w:tc><w:tc>" + paragraph("122,00") + "</w:tc></w:tr></w:tbl>"
    )
    text = printed(tmp_path, docx(body), types.DOCX)
    assert "resta" in text
    assert "messo" in text
    assert "Totale 122,00" in text
    assert "tolto" not in text
    assert "nascosto" not in text


def test_a_spreadsheet_that_repeats_itself_a_million_times_ends(tmp_path: Path) -> None:
    row = (
        '<table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell table:number-columns-repeated="16384"/>'
        "</table:table-row>"
    )
    cell = '<table:table-cell office:value-type="string"><text:p>unica</text:p></table:table-cell>'
    body = f'<table:table table:name="a"><table:table-row>{cell}</table:table-row>{row}</table:table>'
    assert "unica" in printed(tmp_path, odt(body, "spreadsheet"), types.ODS)


def test_declarations_and_bombs_are_refused(tmp_path: Path) -> None:
    kinds = f'<Types><Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
    bomb = '<!DOCTYPE a [<!ENTITY b "x">]><w:document ' + W + "/>"
    path = tmp_path / "a.docx"
    path.write_bytes(packed({"[Content_Types].xml": kinds, "word/document.xml": bomb}))
    with pytest.raises(UnsafeOffice):
        print_office(path, types.DOCX)
    path.write_bytes(packed({"[Content_Types].xml": kinds, "word/document.xml": bytes(201_000_000)}))
    with pytest.raises(OfficeTooLarge):
        print_office(path, types.DOCX)
    path.write_bytes(packed({"[Content_Types].xml": kinds}))
    with pytest.raises(DamagedOffice):
        print_office(path, types.DOCX)


def test_old_formats_say_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(b"x")
    with pytest.raises(OldOffice, match="LibreOffice"):
        print_office(tmp_path / "a.doc", types.DOC)


def program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in for LibreOffice, found first on the path."""
    path = folder / "bin" / "soffice"
    path.parent.mkdir()
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{path.parent}:{os.environ['PATH']}")


def test_where_libreoffice_is_installed_it_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "made.pdf").write_bytes(typeset(invoice(number="999/2026")))
    program(tmp_path, f"cp {tmp_path}/made.pdf document.pdf", monkeypatch)
    source = tmp_path / "a.docx"
    source.write_bytes(FILES[types.DOCX])
    (page,) = read_office(source, types.DOCX, "a.docx", tmp_path / "derived")
    assert "999/2026" in page.text
    assert (tmp_path / "derived" / "searchable.pdf").is_file()


def test_figures_that_libreoffice_has_no_room_for_are_printed_by_ourselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "made.pdf").write_bytes(typeset([Print(20, 30, "Ordine n. ODA-77 Data ###")]))
    program(tmp_path, f"cp {tmp_path}/made.pdf document.pdf", monkeypatch)
    source = tmp_path / "a.xlsx"
    source.write_bytes(xlsx())
    assert "31/03/2026" in read_office(source, types.XLSX, "a.xlsx", None)[0].text


def test_a_page_of_the_web_is_never_given_to_a_program_that_fetches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, f"touch {tmp_path}/was-run", monkeypatch)
    source = tmp_path / "a.html"
    source.write_bytes(FILES[types.HTML])
    assert "147/2026" in read_office(source, types.HTML, "a.html", None)[0].text
    assert not (tmp_path / "was-run").exists()


@pytest.mark.parametrize("script", ["exit 1", "sleep 60", "true"])
def test_where_it_fails_or_hangs_the_file_is_printed_without_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    program(tmp_path, script, monkeypatch)
    source = tmp_path / "a.docx"
    source.write_bytes(FILES[types.DOCX])
    assert convert_to_pdf(source, types.DOCX, tmp_path, 0.5) is None


@given(st.sampled_from(sorted(FILES)), st.binary(max_size=200), st.integers(0, 2000))
def test_any_damage_gives_pages_or_a_clear_error(
    tmp_path_factory: pytest.TempPathFactory, kind: str, noise: bytes, at: int
) -> None:
    data = FILES[kind]
    path = tmp_path_factory.mktemp("any") / "file"
    path.write_bytes(data[: at % len(data)] + noise + data[at % len(data) + len(noise) :])
    try:
        print_office(path, kind)
    except IntakeError as error:
        assert error.message.it


def test_a_cell_far_below_costs_no_more_than_what_is_said(tmp_path: Path) -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active["A1"], book.active["XFD1048576"], book.active["B190000"] = "Inizio", "lontano", "in fondo"
    book.save(out)
    assert "in fondo" in printed(tmp_path, out.getvalue(), types.XLSX)


def test_a_sheet_without_end_is_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    with zipfile.ZipFile(out) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rows = "".join(f"<row><c><v>{number * 7919 % 999_983}</v></c></row>" for number in range(800_000))
    parts["xl/worksheets/sheet1.xml"] = f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'
    with pytest.raises(OfficeTooLarge):
        printed(tmp_path, packed(parts), types.XLSX)


def test_tables_and_numbers_that_have_no_end_are_bounded(tmp_path: Path) -> None:
    wide = b"<!doctype html><html><body><table><tr>" + b"<td>a" * 100_000 + b"</table><p>dopo la tabella"
    assert "dopo la tabella" in printed(tmp_path, wide, types.HTML)
    with pytest.raises(DamagedOffice):
        printed(tmp_path, b"{\\rtf1 \\bin" + b"9" * 2_000_000 + b" ciao}", types.RTF)
