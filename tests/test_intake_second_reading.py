"""When a page is read a second time, and what comes of it."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageOps

from app.config import load
from app.config_file import BadConfiguration
from intake import read as reading
from intake.config import OcrConfig, SecondReader, second_reader_installed
from intake.media import PDF, media_type
from intake.page_task import PageTask, look_again, read_page
from intake.picture import Picture
from intake.process_workers import ProcessWorkers
from intake.read import read_pages
from intake.second_reading import closer_doubt, doubt, is_doubtful, pieces_of
from storage.reading import Box, Page, Word
from tests.paper import Print, photograph, scanned_invoice, typeset

LINES = ["Fattura numero 147 del 12/03/2026", "Spettabile Carpenteria Caruso", "Imponibile 1.000,00", "IVA 22% 220,00"]
PRINTS = [Print(10, 12 + 8 * number, text, 12) for number, text in enumerate([*LINES, *LINES])]


@pytest.fixture(scope="module")
def card() -> Image.Image:
    return photograph(typeset(PRINTS, paper_mm=(120, 80)), dpi=200)


def straight(image: Image.Image) -> Picture:
    return Picture(np.asarray(image.convert("L"), np.uint8), 200)


def read(image: Image.Image, folder: Path, policy: SecondReader) -> Page:
    path = folder / "page.png"
    image.save(path, dpi=(200, 200))
    return read_page(PageTask(path, media_type(path), 1, ("ita",), None, policy))


def steps(page: Page) -> list[object]:
    return [step["pieces"] for step in page.preparation if step["step"] == "second_reader"]


def test_a_page_that_reads_well_is_not_read_again(card: Image.Image, tmp_path: Path) -> None:
    once, asked = read(card, tmp_path, "never"), read(card, tmp_path, "auto")
    assert steps(once) == steps(asked) == []
    assert asked.words == once.words


def test_always_reads_all_of_it(card: Image.Image, tmp_path: Path) -> None:
    page = read(card, tmp_path, "always")
    assert steps(page) == ["all"]
    assert page.text.splitlines() == [*LINES, *LINES]


def test_a_page_of_which_hardly_anything_was_read_is_read_again(card: Image.Image) -> None:
    assert doubt((), straight(card)).whole
    unsure = tuple(Word("Fattura", Box(0.1, 0.1, 0.2, 0.15), 0.4, number) for number in range(20))
    assert doubt(unsure, straight(card)).whole


def test_nothing_is_sought_on_a_blank_page() -> None:
    blank = Image.new("L", (800, 600), 255)
    assert not doubt((), straight(blank)).whole
    ImageDraw.Draw(blank).line((100, 100, 700, 100), fill=0, width=3)
    assert not doubt((), straight(blank)).whole


def test_print_without_words_is_read(card: Image.Image, tmp_path: Path) -> None:
    words = read(card, tmp_path, "never").words
    left_out = next(word for word in words if word.text == "220,00")
    seen = doubt(tuple(word for word in words if word != left_out), straight(card))
    assert not seen.whole
    assert len(seen.pieces) == 1
    x, y = left_out.box.middle
    (piece,) = seen.pieces
    assert piece.left < x < piece.right
    assert piece.top < y < piece.bottom


def test_the_rest_of_a_word_is_read_with_it(card: Image.Image, tmp_path: Path) -> None:
    words = read(card, tmp_path, "never").words
    whole = next(word for word in words if word.text == "1.000,00")
    half = whole._replace(text="1.0", box=whole.box._replace(right=whole.box.middle[0]))
    (piece,) = doubt(tuple(half if word is whole else word for word in words), straight(card)).pieces
    assert piece.left <= whole.box.left
    assert piece.right == pytest.approx(whole.box.right, abs=0.02)


def test_print_that_is_light_on_dark_is_found(card: Image.Image, tmp_path: Path) -> None:
    words = read(card, tmp_path, "never").words
    left_out = next(word for word in words if word.text == "220,00")
    around = (
        0,
        round((left_out.box.top - 0.03) * card.height),
        card.width,
        round((left_out.box.bottom + 0.03) * card.height),
    )
    inverse = card.convert("L")
    inverse.paste(ImageOps.invert(inverse.crop(around)), around)
    pieces = doubt(tuple(word for word in words if word != left_out), straight(inverse)).pieces
    x, y = left_out.box.middle
    assert [(piece.left < x < piece.right, piece.top < y < piece.bottom) for piece in pieces] == [(True, True)]


def test_of_a_long_line_only_what_stands_about_the_doubt_is_read(card: Image.Image, tmp_path: Path) -> None:
    words = read(card, tmp_path, "never").words
    first = words[0]
    unsure = tuple(word._replace(confidence=0.5) if word is first else word for word in words)
    (piece,) = doubt(unsure, straight(card)).pieces
    assert piece.right == words[1].box.right


def test_an_amount_in_two_parts_is_doubtful(card: Image.Image, tmp_path: Path) -> None:
    words = read(card, tmp_path, "never").words
    whole = next(word for word in words if word.text == "220,00")
    cut = (2 * whole.box.left + whole.box.right) / 3
    parts = (
        whole._replace(text="220,", box=whole.box._replace(right=cut), confidence=0.99),
        whole._replace(text="00", box=whole.box._replace(left=cut + 0.005), confidence=0.99),
    )
    kept = tuple(word for word in words if word is not whole)
    assert len(doubt((*kept, *parts), straight(card)).pieces) == 1
    assert doubt((*kept, parts[0]._replace(text="220"), parts[1]), straight(card)).pieces == ()


def test_the_line_of_a_doubtful_word_is_read(card: Image.Image, tmp_path: Path) -> None:
    words = read(card, tmp_path, "never").words
    unsure = tuple(word._replace(confidence=0.5) if word is words[0] else word for word in words)
    seen = doubt(unsure, straight(card))
    assert len(seen.pieces) == 1
    assert seen.pieces[0].top <= words[0].box.top
    assert seen.pieces[0].bottom >= words[0].box.bottom


@pytest.mark.parametrize("text", ["l.053,50", "IT08710200399", "S.r.I.", "Fat|ura", "IT1800303206776000904166282"])
def test_forms_that_hardly_occur_are_doubtful(text: str) -> None:
    assert is_doubtful(Word(text, Box(0, 0, 1, 1), 0.95, 0))


@pytest.mark.parametrize(
    "text", ["1.053,50", "IT08710200398", "S.r.l.", "Fattura", "n.", "|", "IT18O0303206776000904166282"]
)
def test_what_is_well_formed_and_sure_is_not(text: str) -> None:
    assert not is_doubtful(Word(text, Box(0, 0, 1, 1), 0.95, 0))


def test_lines_are_parted_at_wide_gaps() -> None:
    places = (0.1, 0.16, 0.5)
    words = [Word(text, Box(x, 0.1, x + 0.05, 0.12), 0.9, 0) for text, x in zip("abc", places, strict=True)]
    assert [[word.text for word in piece] for piece in pieces_of(words)] == [["a", "b"], ["c"]]


# without its package


def test_always_without_the_package_is_refused_at_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "faldone.yaml").write_text("ocr:\n  second_reader: always\n", "utf-8")
    assert load(tmp_path / "faldone.yaml", {}).ocr.second_reader == "always"
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    assert not second_reader_installed()
    with pytest.raises(BadConfiguration, match="rapidocr"):
        load(tmp_path / "faldone.yaml", {})


def test_auto_without_the_package_reads_with_tesseract_and_says_so(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    reading.is_installed.cache_clear()
    try:
        config = OcrConfig(("ita",), 1, 60, 1024)
        assert [reading.second_reader_of(config) for _ in range(3)] == ["never"] * 3
        assert [record.message for record in caplog.records] == [
            "rapidocr is not installed: pages are read by Tesseract alone."
        ]
    finally:
        reading.is_installed.cache_clear()


# where the document makes no sense


def test_a_closer_look_takes_what_is_less_sure() -> None:
    def piece(text: str, confidence: float, top: float) -> Word:
        return Word(text, Box(0.1, top, 0.3, top + 0.02), confidence, round(top * 10))

    words = (
        piece("Totale", 0.96, 0.1),
        piece("220,00", 0.95, 0.2),
        piece("Fattvra", 0.85, 0.3),
        piece("1.220,00", 0.99, 0.4),
    )
    assert [box.top for box in closer_doubt(words, figures=False).pieces] == [0.3]
    assert [box.top for box in closer_doubt(words, figures=True).pieces] == [0.2, 0.3]


def test_a_page_looked_at_again_is_made_upright_by_its_record(card: Image.Image, tmp_path: Path) -> None:
    path = tmp_path / "page.png"
    card.rotate(90, expand=True, fillcolor=255).save(path, dpi=(200, 200))
    task = PageTask(path, media_type(path), 1, ("ita",), None)
    page = read_page(task)
    assert [step["step"] for step in page.preparation if step["step"] == "turn"] == ["turn"]
    misread = [w._replace(text="22O,00", confidence=0.5) if w.text == "220,00" else w for w in page.words]
    again = look_again(task, replace(page, words=tuple(misread)), figures=False)
    assert again.text == page.text
    assert steps(again) == [2]


def test_only_auto_looks_again_and_its_words_reach_the_searchable_pdf(tmp_path: Path) -> None:
    path = scanned_invoice(tmp_path / "a.pdf")
    workers = ProcessWorkers(1, 2000, folder=tmp_path / "work")
    try:
        config = OcrConfig(("ita",), 1, 60, 2000, "never")
        pages = read_pages(path, PDF, workers, config)
        unsure = tuple(replace(page, words=tuple(w._replace(confidence=0.5) for w in page.words)) for page in pages)
        assert reading.look_again(path, PDF, unsure, workers, config, figures=True) == unsure
        derived = tmp_path / "derived"
        derived.mkdir()
        again = reading.look_again(
            path, PDF, unsure, workers, replace(config, second_reader="auto"), derived, figures=True
        )
    finally:
        workers.close()
    assert again[0].confidence > unsure[0].confidence
    assert (derived / "searchable.pdf").exists()
