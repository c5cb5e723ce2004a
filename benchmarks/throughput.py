"""Pages a minute for scans, against bare Tesseract on the same pictures with the same number of processes.

    python -m benchmarks.throughput [--pages 24] [--processes 2] [--rounds 3]

The pictures are typeset and lightly damaged by the benchmark itself, the same every time. Rounds of bare and full
reading alternate, so that a busy machine slows both; processor time is told besides. The full reading writes the
pictures for the web and the searchable PDF too. The last line is JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import psutil
from rich.console import Console
from rich.table import Table

from intake.config import OcrConfig
from intake.media import media_type
from intake.process_workers import ProcessWorkers
from intake.read import read_pages
from tests.paper import Print, invoice, photograph, scan, scanned_pdf, typeset

_LANGUAGES = ("ita", "eng")
_DPI = 300
_WORDS = (
    "fornitura viti zincate testa svasata confezione manutenzione ordinaria impianto elettrico canone mensile",
    "noleggio attrezzatura trasporto consegna magazzino cliente ordine conferma pagamento scadenza bonifico",
    "condizioni contratto servizio assistenza tecnica intervento collaudo materiale consumo ufficio carta",
)
_VOCABULARY = tuple(word for line in _WORDS for word in line.split(" "))


def _page(chance: random.Random) -> list[Print]:
    """An invoice with some twenty lines of goods and a paragraph of conditions: about 250 words."""
    prints = invoice(number=f"{chance.randrange(1, 999)}/2026")
    for row in range(18):
        top = 134 + 3.6 * row
        prints.append(Print(20, top, " ".join(chance.choices(_VOCABULARY, k=5)), 8))
        prints.append(Print(110, top, str(chance.randrange(1, 99)), 8))
        prints.append(Print(160, top, f"{chance.randrange(1, 2000)},{chance.randrange(100):02d}", 8))
    prints.extend(Print(20, 228 + 4 * row, " ".join(chance.choices(_VOCABULARY, k=12)), 8) for row in range(9))
    return prints


def _make(folder: Path, pages: int) -> list[Path]:
    """Scans as offices drop them: half JPEG, a quarter TIFF, a quarter PDF; skewed, soft and noisy by a little."""
    paths = []
    for number in range(pages):
        chance = random.Random(number)
        clean = photograph(typeset(_page(chance)), dpi=_DPI)
        image = scan(clean, skew=chance.uniform(-1.2, 1.2), blur=0.7, noise=6, seed=number)
        path = folder / f"{number:03}.{('jpg', 'tif', 'jpg', 'pdf')[number % 4]}"
        if path.suffix == ".pdf":
            scanned_pdf(path, [image])
            image.save(_bare_picture(path), dpi=(_DPI, _DPI))  # as it lies in the PDF
        else:
            image.save(path, dpi=(_DPI, _DPI), **({"compression": "tiff_lzw"} if path.suffix == ".tif" else {}))
        paths.append(path)
    return paths


class Cost(NamedTuple):
    """Seconds by the clock, and of processor time in all processes of this benchmark."""

    clock: float
    processor: float


def _measured(run: Callable[[], None]) -> Cost:
    began, used = time.monotonic(), _processor_seconds()
    run()
    return Cost(time.monotonic() - began, _processor_seconds() - used)


def _processor_seconds() -> float:
    """Of this process, its children, and all of theirs that have ended."""
    here = psutil.Process()
    return sum(sum(process.cpu_times()[:4]) for process in [here, *here.children(recursive=True)])


def _bare_picture(path: Path) -> Path:
    """What bare Tesseract reads: the same file, but for a PDF, which it does not take."""
    return path.with_suffix(".bare.jpg") if path.suffix == ".pdf" else path


def _bare(paths: list[Path], processes: int) -> None:
    """Bare Tesseract on the same pictures."""

    def one(path: Path) -> None:
        command = [
            "tesseract",
            str(_bare_picture(path)),
            str(path.with_suffix(".bare")),
            "-l",
            "+".join(_LANGUAGES),
            "tsv",
        ]
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        subprocess.run(command, check=True, capture_output=True, env=environment)

    with ThreadPoolExecutor(processes) as pool:
        list(pool.map(one, paths))


def _full(paths: list[Path], processes: int, workers: ProcessWorkers, folder: Path) -> None:
    """The read step, as many documents at once as there are processes."""
    config = OcrConfig(_LANGUAGES, processes, 120, 1024)

    def one(path: Path) -> None:
        pages = read_pages(path, media_type(path), workers, config, folder / path.stem)
        assert all(page.words for page in pages)

    # One document more than processes: while one is handed over or put together, the next is read.
    with ThreadPoolExecutor(processes + 1) as pool:
        list(pool.map(one, paths))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=24)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    bare, full = [], []
    with tempfile.TemporaryDirectory() as name:
        paths = _make(Path(name), options.pages)
        workers = ProcessWorkers(options.processes, 1024)
        try:
            _full(paths[: options.processes], options.processes, workers, Path(name) / "derived")
            for _ in range(options.rounds):
                bare.append(_measured(lambda: _bare(paths, options.processes)))
                full.append(_measured(lambda: _full(paths, options.processes, workers, Path(name) / "derived")))
        finally:
            workers.close()
    _report(options.pages, options.processes, bare, full)


def _report(pages: int, processes: int, bare: list[Cost], full: list[Cost]) -> None:
    table = Table(title=f"{pages} pages, {processes} processes")
    headings = ("round", "bare, pages/min", "read, pages/min", "share", "bare, CPU s/page", "read, CPU s/page", "share")
    for heading in headings:
        table.add_column(heading, justify="right")
    for number, (alone, whole) in enumerate(zip(bare, full, strict=True), start=1):
        by_clock = (f"{60 * pages / alone.clock:.1f}", f"{60 * pages / whole.clock:.1f}")
        by_processor = (f"{alone.processor / pages:.2f}", f"{whole.processor / pages:.2f}")
        shares = (f"{alone.clock / whole.clock:.2f}", f"{alone.processor / whole.processor:.2f}")
        table.add_row(str(number), *by_clock, shares[0], *by_processor, shares[1])
    Console(width=120).print(table)
    pairs = list(zip(bare, full, strict=True))
    figures = {
        "benchmark": "throughput",
        "pages": pages,
        "processes": processes,
        "bare_pages_per_minute": round(60 * pages / statistics.median(cost.clock for cost in bare), 1),
        "pages_per_minute": round(60 * pages / statistics.median(cost.clock for cost in full), 1),
        "share_of_bare": round(statistics.median(alone.clock / whole.clock for alone, whole in pairs), 3),
        "processor_share_of_bare": round(statistics.median(a.processor / w.processor for a, w in pairs), 3),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
