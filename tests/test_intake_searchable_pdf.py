"""The searchable PDF: the picture untouched, the words invisible, in order and in place."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageOps

from intake import media
from intake.media import media_type
from intake.searchable_pdf import write_searchable_pdf
from storage.reading import Box, Page, Source, Word
from tests.paper import invoice, photograph, scan, scanned_pdf, typeset

_WORDS = (
    Word("Perché", Box(0.1, 0.1, 0.25, 0.12), 0.9, 0),
    Word("«città»", Box(0.3, 0.1, 0.45, 0.12), 0.9, 0),
    Word("€", Box(0.1, 0.2, 0.12, 0.22), 0.9, 1),
    Word("1.285,27", Box(0.13, 0.2, 0.3, 0.22), 0.9, 1),
    Word("𝟙Ωж", Box(0.6, 0.9, 0.7, 0.93), 0.9, 2),
)
_PLAIN = ["Perché", "«città»", "€", "1.285,27", "1Ωж"]  # the last begins with a character beyond the 65,536th


def _page(words: tuple[Word, ...] = _WORDS, *steps: dict[str, object], number: int = 1) -> Page:
    return Page(number, 1654, 2339, Source.OCR, 0.9, words, steps)


def _written(tmp_path: Path, path: Path, *pages: Page) -> Path:
    target = tmp_path / "searchable.pdf"
    write_searchable_pdf(path, media_type(path), pages, target)
    return target


def _paper(tmp_path: Path, name: str, **save: Any) -> Path:
    image = photograph(typeset(invoice()), dpi=100)
    path = tmp_path / name
    if name.endswith(".pdf"):
        return scanned_pdf(path, [image])
    image.save(path, dpi=(100, 100), **save)
    return path


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.webp", "a.pdf"])
def test_three_readers_find_the_text_in_order_and_in_place(name: str, tmp_path: Path) -> None:
    target = _written(tmp_path, _paper(tmp_path, name), _page())
    poppler = subprocess.run(["pdftotext", target, "-"], check=True, capture_output=True).stdout.decode()
    assert poppler.split() == _PLAIN
    assert "Perché «città»" in pypdfium2.PdfDocument(target)[0].get_textpage().get_text_range()
    with pdfplumber.open(target) as pdf:
        page = pdf.pages[0]
        found = page.extract_words()
        assert [word["text"] for word in found] == _PLAIN
        for seen, word in zip(found, _WORDS, strict=True):
            assert seen["x0"] / page.width == pytest.approx(word.box.left, abs=0.002)
            assert seen["x1"] / page.width == pytest.approx(word.box.right, abs=0.002)
            assert seen["top"] / page.height == pytest.approx(word.box.top, abs=0.004)
            assert seen["bottom"] / page.height == pytest.approx(word.box.bottom, abs=0.004)


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.pdf"])
def test_the_words_are_not_seen(name: str, tmp_path: Path) -> None:
    path = _paper(tmp_path, name)
    bare, full = _written(tmp_path, path, _page(())), tmp_path / "full.pdf"
    before = pypdfium2.PdfDocument(bare)[0].render().to_numpy().copy()
    write_searchable_pdf(path, media_type(path), [_page()], full)
    assert (pypdfium2.PdfDocument(full)[0].render().to_numpy() == before).all()


def test_jpeg_data_is_passed_through_and_the_paper_keeps_its_size(tmp_path: Path) -> None:
    path = _paper(tmp_path, "a.jpg", quality=70)
    with pikepdf.open(_written(tmp_path, path, _page())) as pdf:
        (picture,) = pdf.pages[0].get_images().values()
        assert picture.read_raw_bytes() == path.read_bytes()
        assert [float(side) for side in pdf.pages[0].mediabox[2:]] == pytest.approx([595, 842], abs=1)


def test_black_and_white_stays_lossless(tmp_path: Path) -> None:
    image = photograph(typeset(invoice()), dpi=100).convert("1")
    image.save(tmp_path / "a.tif", dpi=(100, 100), compression="group4")
    with pikepdf.open(_written(tmp_path, tmp_path / "a.tif", _page())) as pdf:
        (picture,) = pdf.pages[0].get_images().values()
        assert isinstance(picture, pikepdf.Stream)
        shown = pikepdf.PdfImage(picture).as_pil_image().convert("1")
    assert shown.tobytes() == image.tobytes()


def test_skewed_words_lie_on_the_skewed_print(tmp_path: Path) -> None:
    """The page is read level; the original stays as skewed as it was, and so does the text on it."""
    path = _paper(tmp_path, "a.jpg")
    target = _written(tmp_path, path, _page(_WORDS, {"step": "deskew", "degrees": -5.0}))
    with pdfplumber.open(target) as pdf:
        words = {word["text"]: word for word in pdf.pages[0].extract_words(keep_blank_chars=False, y_tolerance=20)}
        chars = [char for char in pdf.pages[0].chars if char["text"].strip()]
    assert chars
    first, last = chars[0], chars[len("Perché«città»") - 1]
    rise = (last["top"] - first["top"]) / (last["x0"] - first["x0"])
    assert rise == pytest.approx(0.0875, abs=0.01)  # the tangent of five degrees, downwards
    assert words


@pytest.mark.parametrize("turn", [90, 180, 270])
@pytest.mark.parametrize("name", ["a.jpg", "a.pdf"])
def test_a_page_that_came_turned_is_shown_upright(name: str, turn: int, tmp_path: Path) -> None:
    upright = photograph(typeset(invoice()), dpi=100)
    came = scan(upright, turn=360 - turn)
    path = tmp_path / name
    if name.endswith(".pdf"):
        scanned_pdf(path, [came])
    else:
        came.save(path, dpi=(100, 100))
    target = _written(tmp_path, path, _page(_WORDS, {"step": "turn", "degrees": turn}))
    document = pypdfium2.PdfDocument(target)
    shown = document[0].render(scale=100 / 72, grayscale=True).to_pil().convert("L").resize(upright.size)
    difference = sum(abs(a - b) for a, b in zip(shown.tobytes(), upright.tobytes(), strict=True))
    assert difference / len(upright.tobytes()) < 4
    poppler = subprocess.run(["pdftotext", "-bbox", target, "-"], check=True, capture_output=True).stdout.decode()
    assert "1.285,27" in poppler
    line = next(line for line in poppler.splitlines() if "1.285,27" in line)
    left = float(line.split('xMin="')[1].split('"')[0])
    assert left / 595 == pytest.approx(0.13, abs=0.01)


@pytest.mark.parametrize("orientation", [1, 3, 6, 8, 2, 5])
def test_pictures_from_a_telephone_stand_upright(orientation: int, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = _paper(tmp_path, "a.jpg", exif=exif)
    target = _written(tmp_path, path, _page())
    with Image.open(path) as image:
        expected = ImageOps.exif_transpose(image).convert("L")
    shown = pypdfium2.PdfDocument(target)[0].render(scale=100 / 72, grayscale=True).to_pil().resize(expected.size)
    difference = sum(abs(a - b) for a, b in zip(shown.convert("L").tobytes(), expected.tobytes(), strict=True))
    assert difference / len(expected.tobytes()) < 4
    poppler = subprocess.run(["pdftotext", target, "-"], check=True, capture_output=True).stdout.decode()
    assert poppler.split() == _PLAIN


def test_pages_with_their_own_text_are_left_alone(tmp_path: Path) -> None:
    scan_page = scanned_pdf(tmp_path / "scan.pdf", [photograph(typeset(invoice()), dpi=72)])
    with pikepdf.open(io.BytesIO(typeset(invoice()))) as pdf, pikepdf.open(scan_page) as other:
        pdf.pages.extend(other.pages)
        pdf.save(tmp_path / "both.pdf")
    own = Page(1, 595, 842, Source.TEXT, 1.0, (Word("altrove", Box(0, 0, 0.1, 0.1), 1, 0),))
    document = pypdfium2.PdfDocument(_written(tmp_path, tmp_path / "both.pdf", own, _page(number=2)))
    assert "altrove" not in document[0].get_textpage().get_text_range()
    assert "Perché" in document[1].get_textpage().get_text_range()


def test_pages_of_a_tiff_become_pages(tmp_path: Path) -> None:
    image = photograph(typeset(invoice()), dpi=72)
    image.save(tmp_path / "a.tif", save_all=True, append_images=[image, image])
    target = _written(tmp_path, tmp_path / "a.tif", *(_page(number=number) for number in (1, 2, 3)))
    assert len(pypdfium2.PdfDocument(target)) == 3


def test_nothing_half_written_is_left(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(Exception, match="damaged"):
        write_searchable_pdf(tmp_path / "a.pdf", media.PDF, [_page()], tmp_path / "searchable.pdf")
    assert [file.name for file in tmp_path.iterdir()] == ["a.pdf"]
