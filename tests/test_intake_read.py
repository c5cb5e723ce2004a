"""The read step: whole files through real workers and the real Tesseract."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar, cast

import pikepdf
import pytest
from PIL import Image

from intake import read, tasks
from intake.config import OcrConfig
from intake.errors import IntakeError, PageFailed, TooManyPages
from intake.media import media_type
from intake.process_workers import ProcessWorkers
from intake.read import page_failure, read_pages
from intake.workers import Job, WorkersClosed
from storage.reading import Page, Source
from tests.paper import Print, invoice, invoice_pdf, photograph, scan, scanned_invoice, scanned_pdf, typeset

Result = TypeVar("Result")

_CONFIG = OcrConfig(languages=("ita",), workers=2, page_timeout_seconds=60, page_memory_megabytes=1024)
_CARD = [
    Print(10, 15, "Fattura numero 147", 14, bold=True),
    Print(10, 27, "Comune di Orvieto, ufficio economato", 11),
    Print(10, 36, "Pagamento entro trenta giorni dalla data", 11),
    Print(10, 45, "Totale documento euro 1.285,27", 11),
]


@pytest.fixture(scope="module")
def workers() -> Iterator[ProcessWorkers]:
    pool = ProcessWorkers(2, 1024)
    yield pool
    pool.close()


def _read(path: Path, workers: ProcessWorkers, derived: Path | None = None) -> tuple[Page, ...]:
    return read_pages(path, media_type(path), workers, _CONFIG, derived)


def test_a_scan_gives_words_pictures_and_a_searchable_pdf(workers: ProcessWorkers, tmp_path: Path) -> None:
    path, derived = scanned_invoice(tmp_path / "a.jpg", skew=1.5), tmp_path / "derived"
    (page,) = _read(path, workers, derived)
    assert page.source is Source.OCR
    assert page.confidence > 0.85
    assert {"147/2026", "1.285,27", "07643520567"} <= {word.text for word in page.words}
    (deskew,) = [step for step in page.preparation if step["step"] == "deskew"]
    assert float(str(deskew["degrees"])) == pytest.approx(-1.5, abs=0.25)
    assert sorted(file.name for file in derived.iterdir()) == ["1.webp", "searchable.pdf", "thumb.webp"]
    with Image.open(derived / "1.webp") as shown, Image.open(derived / "thumb.webp") as thumb:
        assert max(shown.size) == 1600
        assert shown.width / shown.height == pytest.approx(page.width / page.height, rel=0.01)
        assert thumb.height == 300
    found = subprocess.run(["pdftotext", derived / "searchable.pdf", "-"], check=True, capture_output=True).stdout
    assert "1.285,27" in found.decode()


def test_boxes_frame_the_ink_of_the_shown_picture(workers: ProcessWorkers, tmp_path: Path) -> None:
    """Skewed by three degrees, the page is shown straight and every box holds the word that it names."""
    path = scanned_invoice(tmp_path / "a.png", skew=3)
    (page,) = _read(path, workers, tmp_path / "derived")
    with Image.open(tmp_path / "derived" / "1.webp") as image:
        shown = image.convert("L")
    for text in ("147/2026", "1.285,27"):
        box = next(word.box for word in page.words if word.text == text)
        left, right = round(box.left * shown.width), round(box.right * shown.width)
        top, bottom = round(box.top * shown.height), round(box.bottom * shown.height)
        assert min(shown.crop((left, top, right, bottom)).tobytes()) < 100
        assert min(shown.crop((left - 12, top + 3, left - 4, bottom - 3)).tobytes()) > 150


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_pages_on_their_side_or_head_are_turned(turn: int, workers: ProcessWorkers, tmp_path: Path) -> None:
    image = scan(photograph(typeset(_CARD, paper_mm=(100, 60)), dpi=200), turn=turn)
    image.save(tmp_path / "a.png", dpi=(200, 200))
    (page,) = _read(tmp_path / "a.png", workers)
    assert "1.285,27" in page.text
    assert page.preparation[0] == {"step": "turn", "degrees": 360 - turn}
    assert page.width > page.height


def test_a_coarse_picture_is_enlarged(workers: ProcessWorkers, tmp_path: Path) -> None:
    photograph(typeset(_CARD, paper_mm=(100, 60)), dpi=110).save(tmp_path / "a.png", dpi=(110, 110))
    (page,) = _read(tmp_path / "a.png", workers)
    assert "1.285,27" in page.text
    assert {"step": "upscale", "factor": 2.73} in page.preparation
    assert page.width == pytest.approx(100 / 25.4 * 110, abs=2)


def test_each_page_of_a_pdf_is_read_as_it_deserves(workers: ProcessWorkers, tmp_path: Path) -> None:
    card = photograph(typeset(_CARD, paper_mm=(100, 60)), dpi=200)
    with (
        pikepdf.open(invoice_pdf(tmp_path / "own.pdf")) as pdf,
        pikepdf.open(scanned_pdf(tmp_path / "scan.pdf", [card] * 3)) as scans,
    ):
        pdf.pages.extend(scans.pages)
        pdf.save(tmp_path / "both.pdf")
    pages = _read(tmp_path / "both.pdf", workers, tmp_path / "derived")
    assert [page.number for page in pages] == [1, 2, 3, 4]
    assert [page.source for page in pages] == [Source.TEXT] + [Source.OCR] * 3
    assert all("1.285,27" in page.text for page in pages)
    assert (tmp_path / "derived" / "4.webp").exists()
    assert (tmp_path / "derived" / "searchable.pdf").exists()


def test_a_pdf_of_its_own_text_needs_no_other(workers: ProcessWorkers, tmp_path: Path) -> None:
    (page,) = _read(invoice_pdf(tmp_path / "a.pdf"), workers, tmp_path / "derived")
    assert (page.width, page.height, page.preparation) == (595, 842, ())
    assert not (tmp_path / "derived" / "searchable.pdf").exists()


def test_text_files_too(workers: ProcessWorkers, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Gentile cliente")
    (page,) = _read(tmp_path / "a.txt", workers, tmp_path / "derived")
    assert page.text == "Gentile cliente"


def test_blank_paper_has_no_words_and_is_no_failure(workers: ProcessWorkers, tmp_path: Path) -> None:
    Image.new("L", (800, 1100), 255).save(tmp_path / "a.png")
    (page,) = _read(tmp_path / "a.png", workers, tmp_path / "derived")
    assert page.words == ()
    assert not page_failure(page)


def test_broken_files_are_refused_in_words(workers: ProcessWorkers, tmp_path: Path) -> None:
    path = scanned_invoice(tmp_path / "a.jpg", dpi=100)
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(IntakeError) as caught:
        _read(path, workers)
    assert caught.value.code == "truncated"


def test_more_pages_than_allowed_are_refused(
    workers: ProcessWorkers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read, "MAX_PAGES", 1)
    (tmp_path / "a.pdf").write_bytes(typeset(invoice(), invoice()))
    with pytest.raises(TooManyPages):
        _read(tmp_path / "a.pdf", workers)


class _Unlucky:
    """Workers that kill the process reading page 2, as often as `times` says: real processes, real deaths."""

    def __init__(self, workers: ProcessWorkers, times: int) -> None:
        self._workers, self._times, self.size = workers, times, 2

    def submit(self, timeout: float, task: Callable[..., Result], *arguments: object) -> Job[Result]:
        if task is tasks.read_page and arguments[2] == 2 and self._times:
            self._times -= 1
            return cast(Job[Result], self._workers.submit(timeout, die))
        return self._workers.submit(timeout, task, *arguments)

    def close(self) -> None:
        self._workers.close()


def die() -> None:
    os._exit(9)


def _three_pages(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    path.write_bytes(typeset(invoice(), invoice(), invoice()))
    return path


def test_a_page_that_kills_its_worker_once_is_read(workers: ProcessWorkers, tmp_path: Path) -> None:
    pages = read_pages(_three_pages(tmp_path), "application/pdf", _Unlucky(workers, 1), _CONFIG)
    assert not any(page_failure(page) for page in pages)


def test_a_page_that_kills_it_twice_says_so_and_is_shown(workers: ProcessWorkers, tmp_path: Path) -> None:
    derived = tmp_path / "derived"
    unlucky = _Unlucky(workers, 2)
    pages = read_pages(_three_pages(tmp_path), "application/pdf", unlucky, _CONFIG, derived)
    assert [page_failure(page) for page in pages] == ["", "worker_died", ""]
    assert pages[1].words == ()
    assert "1.285,27" in pages[2].text
    assert (derived / "2.webp").exists()


def test_a_file_of_which_nothing_can_be_read_is_refused(workers: ProcessWorkers, tmp_path: Path) -> None:
    path = scanned_invoice(tmp_path / "a.png")
    hurried = OcrConfig(("ita",), 2, page_timeout_seconds=0.05, page_memory_megabytes=1024)
    with pytest.raises(PageFailed) as caught:
        read_pages(path, media_type(path), workers, hurried)
    assert "tempo scaduto" in caught.value.message.it
    assert "ocr.page_timeout_seconds" in caught.value.message.en


def test_too_little_memory_for_a_page_is_said(tmp_path: Path) -> None:
    path = scanned_invoice(tmp_path / "a.png", dpi=300)
    small = ProcessWorkers(1, 90)
    try:
        with pytest.raises(PageFailed):
            read_pages(path, media_type(path), small, _CONFIG)
    finally:
        small.close()


def test_a_service_that_ends_records_nothing(tmp_path: Path) -> None:
    pool = ProcessWorkers(1, 1024)
    pool.close()
    with pytest.raises(WorkersClosed):
        _read(invoice_pdf(tmp_path / "a.pdf"), pool)
