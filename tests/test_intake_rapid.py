"""What is the second reader's own: single lines, and that it needs no network."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from intake.readers.rapid import RapidReader
from storage.reading import Box
from tests.paper import Print, photograph, typeset

WITHOUT_NETWORK = """
import sys
from pathlib import Path

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo"):
        raise PermissionError(f"{event} {arguments}")

sys.addaudithook(refuse)
from intake.readers.rapid import RapidReader
print(" ".join(word.text for word in RapidReader().read(Path(sys.argv[1]), 200)))
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    prints = [Print(10, 15, "Fattura numero 147", 14), Print(10, 45, "Totale 1.285,27", 14)]
    path = tmp_path_factory.mktemp("page") / "page.pgm"
    photograph(typeset(prints, paper_mm=(100, 60)), dpi=200).save(path)
    return path


def test_only_the_lines_asked_for_are_read(page: Path) -> None:
    reader = RapidReader()
    total = [word.box for word in reader.read(page, 200) if word.line == 1]
    line = Box(total[0].left, total[0].top, total[-1].right, total[-1].bottom)
    words = reader.read_lines(page, [line])
    assert [word.text for word in words] == ["Totale", "1.285,27"]
    assert [word.box.left for word in words] == pytest.approx([box.left for box in total], abs=0.02)


def test_no_lines_no_words(page: Path) -> None:
    assert RapidReader().read_lines(page, []) == ()


def test_its_models_are_in_the_package(page: Path) -> None:
    root = Path(__file__).parents[1]
    run = [sys.executable, "-c", WITHOUT_NETWORK, str(page)]
    done = subprocess.run(run, cwd=root, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["Fattura", "numero", "147", "Totale", "1.285,27"], done.stderr
