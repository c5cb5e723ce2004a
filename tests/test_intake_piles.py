"""Piles of paper: codes on pages, blank pages, separator sheets, several documents in one scan."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageDraw

from intake.config import OcrConfig
from intake.picture import Picture
from intake.piles.blank import is_blank
from intake.piles.codes import codes_on, qr_picture
from intake.piles.cut import cut
from intake.piles.separator import is_separator, separator_pdf
from intake.process_workers import ProcessWorkers
from intake.service import Intake
from storage.document import ALL_AREAS, Document, Status
from storage.kinds import Area
from storage.links import LinkKind
from storage.store import Store
from tests.inboxing import inbox_config
from tests.paper import Print, invoice, photograph, scan, scanned_pdf, typeset
from tests.storing import open_store
from tests.waiting import eventually

_OCR = OcrConfig(("ita",), 2, 60, 2000, "never")
_WAITING = (Status.ACCEPTING, Status.RECEIVED, Status.READING)
SEPARATOR = separator_pdf()


def picture(image: Image.Image) -> Picture:
    return Picture(np.asarray(image.convert("L")), 200)


def paper(**facts: str) -> Image.Image:
    return photograph(typeset(invoice(**facts)), dpi=150)


def with_code(text: str) -> Image.Image:
    image = paper()
    image.paste(qr_picture(text, 160), (900, 60))
    return image


# one page


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("skew", [0.0, 2.5])
def test_codes_are_read_whichever_way_up_the_page_lies(turn: int, skew: float) -> None:
    codes = codes_on(picture(scan(with_code("FLD000123"), turn=turn, skew=skew, noise=12)))
    assert [code.text for code in codes] == ["FLD000123"]
    assert codes[0].format.lower().startswith("qr")
    assert all(0 <= edge <= 1 for edge in codes[0].box)


def test_a_page_without_codes_has_none() -> None:
    assert codes_on(picture(paper())) == ()


@pytest.mark.parametrize("turn", [0, 180])
def test_the_separator_sheet_is_known_either_way_up(turn: int) -> None:
    sheet = scan(photograph(SEPARATOR, dpi=100), turn=turn, skew=1.0, noise=15, blur=0.6)
    assert is_separator(codes_on(picture(sheet)))


@pytest.mark.parametrize(
    ("text", "expected"), [("PATCHT", True), ("patcht", True), ("FLD000123", False), ("12", False)]
)
def test_codes_of_other_programs_separate_too(text: str, expected: bool) -> None:
    assert is_separator(codes_on(picture(with_code(text)))) is expected


def back(*, shadow: int = 0, ghost: int = 0, holes: bool = False, dust: int = 0) -> Image.Image:
    """The empty back of a sheet, as scanners give it."""
    image = Image.new("L", (1240, 1754), 246)
    if ghost:
        front = np.asarray(paper().transpose(Image.Transpose.FLIP_LEFT_RIGHT).resize(image.size), np.int16)
        image = Image.fromarray((246 - (255 - front) * ghost // 255).clip(0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    if shadow:
        draw.rectangle((0, 0, shadow, 1754), fill=40)
    if holes:
        for y in (620, 1130):
            draw.ellipse((25, y, 70, y + 45), fill=30)
    for x, y in np.random.default_rng(3).integers(100, 1100, (dust, 2)):
        draw.point((int(x), int(y)), fill=60)
    return image


@pytest.mark.parametrize(
    "page", [back(), back(shadow=18), back(ghost=25), back(holes=True), back(dust=200), back(ghost=20, holes=True)]
)
def test_the_empty_back_of_a_sheet_is_blank(page: Image.Image) -> None:
    assert is_blank(picture(scan(page, noise=4)).pixels)


@pytest.mark.parametrize(
    "prints",
    [
        [Print(30, 40, "Segue sul retro")],
        [Print(90, 150, "PAGATO", 22, bold=True)],
        [Print(20, 280, "1/2", 8), Print(40, 30, "Allegato A")],
    ],
)
def test_a_page_with_few_words_is_not_blank(prints: list[Print]) -> None:
    assert not is_blank(picture(scan(photograph(typeset(prints), dpi=150), noise=4)).pixels)


# cutting


def test_what_is_cut_out_holds_nothing_of_the_other_pages_and_is_always_the_same(tmp_path: Path) -> None:
    pile = tmp_path / "pile.pdf"
    pile.write_bytes(typeset([Print(20, 30, "Busta di Anna")], [Print(20, 30, "Busta di Bruno")]))
    for name in ("one", "two"):
        cut(pile, "application/pdf", [2], tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    with pikepdf.open(tmp_path / "one") as part:
        assert len(part.pages) == 1
        streams = [obj.read_bytes() for obj in part.objects if isinstance(obj, pikepdf.Stream)]
    assert len([stream for stream in streams if b"Tj" in stream or b"TJ" in stream]) == 1


# the service


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as store:
        yield store


def after_reading(store: Store, folder: Path, least: int) -> list[Document]:
    workers = ProcessWorkers(2, 2000, folder=folder / "work")
    with Intake(inbox_config(folder / "inbox"), _OCR, store, workers, lambda: None):
        eventually(
            lambda: (
                len(list(store.documents.each())) >= least
                and not any(document.status in _WAITING for document in store.documents.each())
            ),
            timeout=90,
            message=lambda: str([(document.file, document.status.value) for document in store.documents.each()]),
        )
    return list(store.documents.each())


def dropped(folder: Path, name: str) -> Path:
    (folder / "inbox").mkdir(exist_ok=True)
    return folder / "inbox" / name


def test_a_pile_with_separators_becomes_its_documents_without_blank_backs(store: Store, tmp_path: Path) -> None:
    sheet = photograph(SEPARATOR, dpi=150)
    first, second = paper(number="101/2026"), paper(number="202/2026", gross="500,00", net="409,84", vat="90,16")
    scanned_pdf(dropped(tmp_path, "pile.pdf"), [first, back(), sheet, second, back(ghost=20)])
    pile, *cut_out = after_reading(store, tmp_path, 3)
    assert (pile.status, pile.tree_path) == (Status.OPENED, None)
    assert [document.number for document in cut_out] == ["101/2026", "202/2026"]
    links = [link for link in store.documents.full(pile.id, ALL_AREAS).links if link.kind is LinkKind.INSIDE]
    assert [link.data["pages"] for link in links] == [[1], [4]]
    for document in cut_out:
        assert document.page_count == 1
        assert store.archive.derived(document.sha256, "thumb.webp").is_file()
        with pikepdf.open(store.archive.derived(document.sha256, "searchable.pdf")) as pdf:
            assert len(pdf.pages) == 1


PEOPLE = [("BIANCHI LUCA", "BNCLCU80A01F205T"), ("VERDI ANNA", "VRDNNA85M41H501D"), ("NERI MARIO", "NREMRA75T10L219M")]


def payslip(name: str, code: str) -> list[Print]:
    texts = [
        "CEDOLINO PAGA", "Periodo di retribuzione: Marzo 2026", "Rossi Impianti S.r.l.  P.IVA 07643520567",
        f"Dipendente: {name}", f"Codice fiscale: {code}", "Livello 4", "Totale competenze 2.100,00",
        "Totale trattenute 600,00", "NETTO IN BUSTA 1.500,00",
    ]  # fmt: skip
    return [Print(20, 30 + 9 * number, text) for number, text in enumerate(texts)]


def test_a_run_of_payslips_becomes_private_documents_one_for_each_person(store: Store, tmp_path: Path) -> None:
    dropped(tmp_path, "cedolini.pdf").write_bytes(typeset(*(payslip(*person) for person in PEOPLE)))
    run, *slips = after_reading(store, tmp_path, 4)
    assert [store.documents.full(slip.id, ALL_AREAS).fields["employee_tax_code"].value.value for slip in slips] == [
        code for _, code in PEOPLE
    ]
    assert {document.area for document in (run, *slips)} == {Area.HR}


def test_pages_that_only_look_like_several_documents_are_asked_about(store: Store, tmp_path: Path) -> None:
    pages = [invoice(number="101/2026"), invoice(number="202/2026", supplier="Alfa Legnami S.p.A.")]
    dropped(tmp_path, "due.pdf").write_bytes(typeset(*pages))
    (document,) = after_reading(store, tmp_path, 1)
    assert document.status is Status.TO_REVIEW
    proposal = store.documents.full(document.id, ALL_AREAS).proposal
    assert [segment.pages for segment in proposal] == [(1,), (2,)]
    store.bonds.split(document.id, [segment.pages for segment in proposal], "anna", ALL_AREAS)
    pile, *cut_out = after_reading(store, tmp_path, 3)
    assert pile.status is Status.OPENED
    assert [found.number for found in cut_out] == ["101/2026", "202/2026"]


def test_a_document_of_several_pages_is_left_whole(store: Store, tmp_path: Path) -> None:
    second = [Print(20, 22, "Ferramenta Bianchi S.r.l.", 16), Print(20, 60, "Fattura n. 147/2026 - segue"),
              Print(160, 280, "Pagina 2 di 2")]  # fmt: skip
    dropped(tmp_path, "una.pdf").write_bytes(typeset([*invoice(), Print(160, 280, "Pagina 1 di 2")], second))
    (document,) = after_reading(store, tmp_path, 1)
    assert document.page_count == 2
    assert store.documents.full(document.id, ALL_AREAS).proposal == ()


def test_the_label_on_the_paper_becomes_the_documents_number_in_the_archive(store: Store, tmp_path: Path) -> None:
    scanned_pdf(dropped(tmp_path, "a.pdf"), [with_code("FLD000123")])
    (document,) = after_reading(store, tmp_path, 1)
    assert document.archive_number == "FLD000123"
    assert [code.text for code in store.documents.full(document.id, ALL_AREAS).pages[0].codes] == ["FLD000123"]


def test_the_command_writes_sheets_to_print(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "app", "separator", str(tmp_path / "fogli.pdf"), "--count", "3"]
    subprocess.run(command, check=True, capture_output=True, cwd=Path(__file__).parents[1])
    with pikepdf.open(tmp_path / "fogli.pdf") as pdf:
        assert len(pdf.pages) == 3
