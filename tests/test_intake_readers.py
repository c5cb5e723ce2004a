"""The contract of the page readers, held over all of them; and what is Tesseract's own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from intake.readers.page_reader import PageReader, ReaderError
from intake.readers.rapid import RapidReader
from intake.readers.tesseract import TesseractReader, missing_languages, words_of
from tests.paper import Print, photograph, typeset

_PRINTS = [
    Print(10, 15, "Fattura numero 147", 14),
    Print(10, 30, "Città di Orvieto", 14),
    Print(10, 45, "Totale 1.285,27", 14),
]


@pytest.fixture(params=["tesseract", "rapid"])
def reader(request: pytest.FixtureRequest) -> PageReader:
    readers: dict[str, PageReader] = {"tesseract": TesseractReader(("ita", "eng")), "rapid": RapidReader()}
    return readers[request.param]


@pytest.fixture(scope="module")
def card(tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    return photograph(typeset(_PRINTS, paper_mm=(100, 60)), dpi=200)


@pytest.mark.parametrize("name", ["a.pgm", "a.ppm", "a.png"])
def test_words_in_reading_order_with_their_places(
    reader: PageReader, card: Image.Image, name: str, tmp_path: Path
) -> None:
    (card.convert("RGB") if name == "a.ppm" else card).save(tmp_path / name)
    words = reader.read(tmp_path / name, 200)
    assert [word.text for word in words] == ["Fattura", "numero", "147", "Città", "di", "Orvieto", "Totale", "1.285,27"]
    assert [word.line for word in words] == [0, 0, 0, 1, 1, 1, 2, 2]
    assert all(0.5 < word.confidence <= 1 for word in words)
    total = words[-1].box
    assert total.bottom == pytest.approx(45 / 60, abs=0.03)
    assert 0.2 < total.left < total.right < 0.6


def test_a_blank_page_has_no_words(reader: PageReader, tmp_path: Path) -> None:
    Image.new("L", (600, 400), 255).save(tmp_path / "a.pgm")
    assert reader.read(tmp_path / "a.pgm", 200) == ()


def test_an_engine_that_fails_says_so(reader: PageReader, tmp_path: Path) -> None:
    (tmp_path / "a.pgm").write_bytes(b"P5\n100000 100000\n255\n")
    with pytest.raises(ReaderError):
        reader.read(tmp_path / "a.pgm", 200)


def test_names_with_blanks_and_quotes_are_files_like_others(
    reader: PageReader, card: Image.Image, tmp_path: Path
) -> None:
    path = tmp_path / "-l 'deu' $(touch x).pgm"
    card.save(path)
    assert len(reader.read(path, 200)) == 8


def test_one_thread_a_page() -> None:
    assert os.environ["OMP_THREAD_LIMIT"] == "1"


def test_missing_languages_are_named() -> None:
    assert missing_languages(("ita", "eng", "xxx")) == ("xxx",)


_HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"


def test_the_table_of_tesseract() -> None:
    rows = [
        "1\t1\t0\t0\t0\t0\t0\t0\t1000\t500\t-1\t",
        "5\t1\t1\t1\t1\t1\t100\t50\t200\t50\t96.5\tA",
        '5\t1\t1\t1\t1\t2\t400\t50\t200\t50\t80\t"B',
        "5\t1\t1\t1\t1\t3\t650\t50\t20\t50\t95\t ",
        "5\t1\t2\t1\t1\t1\t100\t450\t950\t80\t-1\tC",
    ]
    first, second, third = words_of(_HEAD + "\n".join(rows))
    assert first.text == "A"
    assert first.box == (0.1, 0.1, 0.3, 0.2)
    assert (second.text, second.line, third.line) == ('"B', 0, 1)
    assert third.box.right == 1.0
    assert third.box.bottom == 1.0
    assert third.confidence == 0.0


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\t\n\r", codec="utf-8"), max_size=8), max_size=5))
def test_any_text_in_the_table_comes_through(texts: list[str]) -> None:
    rows = [f"5\t1\t1\t1\t1\t{n}\t1\t1\t1\t1\t90\t{text}" for n, text in enumerate(texts)]
    found = [word.text for word in words_of(_HEAD + "1\t1\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t\n" + "\n".join(rows))]
    assert len(found) <= len(texts)
