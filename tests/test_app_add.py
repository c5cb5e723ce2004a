"""`add`: existing files become documents, each once, however often it is broken off or repeated."""

from __future__ import annotations

import hashlib
import shutil
import signal
from pathlib import Path

import pytest

from app.commands.add import OwnFiles
from app.lock import ServiceLock
from tests.commanding import SAMPLES, Faldone, faldone_in
from tests.paper import Print, typeset
from tests.waiting import eventually


@pytest.fixture
def faldone(tmp_path: Path) -> Faldone:
    return faldone_in(tmp_path)


def test_add_twice_adds_nothing_and_move_takes_away_what_is_safe(faldone: Faldone) -> None:
    papers = faldone.folder / ".hidden" / "papers.tmp"  # names that the inbox would leave alone
    papers.mkdir(parents=True)
    for name in ("a.xml", "b.xml"):
        shutil.copy(SAMPLES / "professional.xml", papers / name)
    (papers / "empty.pdf").write_bytes(b"")
    assert "Filed: 1; to review: 0; failed: 1; there already: 1" in faldone("add", papers).stdout
    before = faldone.objects("list", "--json")
    done = faldone("add", "--move", papers / "a.xml", papers / "b.xml", papers / "empty.pdf")
    assert "Filed: 0; to review: 0; failed: 1; there already: 2" in done.stdout
    after = faldone.objects("list", "--json")
    assert [(d["id"], d["sha256"], d["status"]) for d in after] == [(d["id"], d["sha256"], d["status"]) for d in before]
    assert list(papers.iterdir()) == []
    assert faldone.here("check").exit_code == 0
    for own in (faldone.data, faldone.data / "originals", faldone.data / "inbox", faldone.data / "faldone.db"):
        assert isinstance(faldone.here("add", "--move", own).exception, OwnFiles)
    assert "Filed: 0; to review: 1; failed: 0; there already: 0" in faldone("add", faldone.folder).stdout
    assert [d["file"] for d in faldone.objects("list", "--json")[2:]] == ["config.yaml"], "and nothing of its own"
    assert faldone.here("check").exit_code == 0


def test_add_interrupted_and_repeated_files_each_once(faldone: Faldone) -> None:
    papers = faldone.folder / "papers"
    papers.mkdir()
    for number in range(40):  # more than can be filed before the signal arrives
        (papers / f"{number}.txt").write_text(f"Comunicazione numero {number}")
    with faldone.start("add", papers) as process:
        eventually(lambda: len(list((faldone.data / "originals").glob("??/*"))) > 1, timeout=20)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
    assert process.returncode == 130
    assert faldone("add", papers).returncode == 0
    documents = faldone.objects("list", "--json")
    assert sorted(document["sha256"] for document in documents) == sorted(
        hashlib.sha256(f"Comunicazione numero {number}".encode()).hexdigest() for number in range(40)
    )
    assert {document["status"] for document in documents} <= {"filed", "to_review"}


def test_fronts_and_backs_are_put_together_and_a_wrong_pair_is_set_aside(faldone: Faldone) -> None:
    def scan(name: str, *texts: str) -> Path:
        path = faldone.folder / name
        path.write_bytes(typeset(*([Print(20, 40, text)] for text in texts)))
        return path

    fronts, backs = scan("b.pdf", "uno", "tre"), scan("a.pdf", "quattro", "due")
    wrong = scan("c.pdf", "uno solo"), scan("d.pdf", "due", "tre")
    (faldone.folder / "double-sided").mkdir()
    half = scan("double-sided/e.pdf", "sola")
    done = faldone("add", "--double-sided", fronts, backs, "--double-sided", *wrong, half.parent)
    assert done.returncode == 1
    assert f"{fronts}: put together with the other side: document " in done.stdout
    assert f"{fronts} › b.pdf: " in done.stdout
    assert f"{half}: waits for the other side of its sheets" in done.stdout
    told = "c.pdf: set aside: These fronts have 1 pages, but the file that came after them, d.pdf, has 2"
    assert told in done.stderr
    assert "failed: 2; there already: 0; opened up: 2; waiting for their backs: 1" in done.stdout
    statuses = {d["file"]: d["status"] for d in faldone.objects("list", "--json")}
    assert (statuses["a.pdf"], statuses["c.pdf"], statuses["d.pdf"]) == ("opened", "set_aside", "set_aside")
    again = faldone("add", "--double-sided", fronts, backs)
    assert "Filed: 0; to review: 0; failed: 0; there already: 2" in again.stdout


def test_add_ends_when_the_service_does_and_is_repeated(faldone: Faldone) -> None:
    shutil.copy(SAMPLES / "professional.xml", faldone.folder / "a.xml")
    with ServiceLock(faldone.data):
        process = faldone.start("add", faldone.folder / "a.xml")
        eventually(lambda: (faldone.data / "inbox" / "a.xml").exists(), timeout=20)
    with process:
        _, complained = process.communicate(timeout=20)
    assert process.returncode == 1
    assert complained.startswith("The service ended before all was filed")
    assert "Filed: 1" in faldone("add", faldone.folder / "a.xml").stdout
    assert [document["file"] for document in faldone.objects("list", "--json")] == ["a.xml"]


def test_add_says_which_names_the_inbox_leaves_alone(faldone: Faldone) -> None:
    (faldone.folder / "config.yaml").write_text("inbox: {ignore: ['*.bak']}")
    (faldone.folder / "a.bak").write_bytes(b"x")
    done = faldone("add", "--move", faldone.folder / "a.bak")
    assert (done.returncode, (faldone.folder / "a.bak").exists()) == (1, True)
    assert "a.bak: inbox.ignore leaves this name alone" in done.stderr
