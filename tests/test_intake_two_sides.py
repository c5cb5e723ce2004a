"""Double-sided sheets from a scanner that sees one side: fronts and backs become one document, each pair once."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image

from intake.config import InboxConfig, OcrConfig
from intake.process_workers import ProcessWorkers
from intake.service import Intake
from storage.document import ALL_AREAS, WAITING, Document, EventKind, Status
from storage.inbox_names import has_two_sides, hint_of
from storage.kinds import Area
from storage.links import LinkKind
from storage.sides import BacksMissing, LastBackMissing
from storage.store import Store
from tests.inboxing import documents, emptied, events, inbox_config
from tests.paper import Print, photograph, typeset
from tests.storing import Killed, Step, open_store, take
from tests.waiting import eventually

_OCR = OcrConfig(("ita",), 2, 60, 2000, "never")


def pages(*texts: str) -> bytes:
    """A PDF with own text, one page for each; an empty one is a blank page."""
    return typeset(*([Print(20, 40 + 10 * row, text) for row in range(3)] if text else [] for text in texts))


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as store:
        yield store


def put(inbox: Path, name: str, data: bytes, at: int = 0) -> None:
    """A file that was written `at` so many seconds."""
    path = inbox / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    os.utime(path, (1_700_000_000 + at, 1_700_000_000 + at))


def texts(store: Store, document: Document) -> list[str]:
    """The first line of each page."""
    return [page.text.split("\n")[0] for page in store.documents.full(document.id, ALL_AREAS).pages]


def at_rest(store: Store, count: int, *, halves: int = 0) -> dict[str, Document]:
    def quiet() -> bool:
        found = store.documents.counts()
        waiting = sum(found[status] for status in WAITING)
        return sum(found.values()) == count and found[Status.HALF] == waiting == halves

    eventually(quiet, timeout=60, message=lambda: str({n: d.status for n, d in documents(store).items()}))
    return documents(store)


def work(store: Store, config: InboxConfig) -> Intake:
    return Intake(config, _OCR, store, ProcessWorkers(2, 2000), lambda: None)


FRONTS, BACKS = pages("primo uno", "primo tre", "primo cinque"), pages("primo sei", "", "primo due")
WHOLE = ["primo uno", "primo due", "primo tre", "primo cinque", "primo sei"]


def made(store: Store) -> list[Document]:
    """What was put together, in the order of its making."""
    return [document for document in store.documents.each() if document.status in (Status.FILED, Status.TO_REVIEW)]


def sides(document: Document, store: Store) -> list[str]:
    """The files that it was put together from."""
    links = store.documents.full(document.id, ALL_AREAS).links
    return [link.other.file for link in links if link.kind is LinkKind.INSIDE and link.is_above]


def test_fronts_and_backs_become_one_document_without_its_blank_backs(store: Store, inbox: Path) -> None:
    put(inbox, "hr/double-sided/zz fronti.pdf", FRONTS)
    put(inbox, "hr/double-sided/a retri.pdf", BACKS, at=1)
    with work(store, inbox_config(inbox)):
        found = at_rest(store, 3)
    (whole,) = made(store)
    assert texts(store, whole) == WHOLE
    assert (whole.file, whole.hint, whole.tags, whole.area) == ("zz fronti.pdf", "hr", ("hr",), Area.HR)
    assert sides(whole, store) == ["zz fronti.pdf", "a retri.pdf"]
    halves = [document for document in store.documents.each() if document.id != whole.id]
    assert [(half.status, half.area, half.tree_path) for half in halves] == [(Status.OPENED, Area.HR, None)] * 2
    assert [store.archive.original(half.sha256).read_bytes() for half in halves] == [FRONTS, BACKS]
    assert EventKind.PUT_TOGETHER in events(store, whole.id)
    assert found.keys() == {"zz fronti.pdf", "a retri.pdf"}
    store.documents.read_again(halves[1].id, "anna", ALL_AREAS)
    with work(store, inbox_config(inbox)):
        at_rest(store, 3)
    assert [texts(store, document) for document in made(store)] == [WHOLE]


def test_scans_as_tiff_are_put_together_too(store: Store, inbox: Path) -> None:
    pictures = [photograph(pages(text), dpi=150).convert("1") for text in ("Primo uno", "Primo due", "Primo tre")]
    for name, shown in (("f.tif", pictures[::2]), ("b.tif", [Image.new("1", pictures[0].size, 1), pictures[1]])):
        (inbox / "fronte-retro").mkdir(exist_ok=True)
        shown[0].save(inbox / "fronte-retro" / name, save_all=True, append_images=shown[1:], dpi=(150, 150))
        os.utime(inbox / "fronte-retro" / name, (1, 1 if name == "f.tif" else 2))
    with work(store, inbox_config(inbox)):
        at_rest(store, 3)
    (whole,) = made(store)
    assert [text.casefold() for text in texts(store, whole)] == ["primo uno", "primo due", "primo tre"]


def test_one_back_fewer_is_the_last_sheets_and_asks_for_a_look(store: Store, inbox: Path) -> None:
    put(inbox, "double-sided/1.pdf", FRONTS)
    put(inbox, "double-sided/2.pdf", pages("primo quattro", "primo due"), at=1)
    with work(store, inbox_config(inbox)):
        at_rest(store, 3)
    (whole,) = made(store)
    assert texts(store, whole) == ["primo uno", "primo due", "primo tre", "primo quattro", "primo cinque"]
    assert whole.status is Status.TO_REVIEW
    checks = store.documents.full(whole.id, ALL_AREAS).checks
    assert [check.passed for check in checks if check.check == LastBackMissing.code] == [False]


def test_two_pairs_at_once_are_paired_in_the_order_they_came(store: Store, inbox: Path) -> None:
    for at, (name, texts_there) in enumerate(
        {"d": ("a uno",), "c": ("a due",), "b": ("b uno",), "a": ("b due",)}.items()
    ):
        put(inbox, f"double-sided/{name}.pdf", pages(*texts_there), at)
    put(inbox, "double-sided/hr/e.pdf", pages("altra cartella"))
    with work(store, inbox_config(inbox)):
        at_rest(store, 7, halves=1)
    assert [texts(store, document) for document in made(store)] == [["a uno", "a due"], ["b uno", "b due"]]
    (half,) = store.double_sided.waiting(ALL_AREAS)
    assert (half.document.file, half.document.hint) == ("e.pdf", "hr")
    assert store.double_sided.waiting(frozenset({Area.GENERAL})) == []


def test_a_file_that_fits_no_other_does_not_shift_those_after_it(store: Store, inbox: Path) -> None:
    """Its own backs were never scanned; the next pile comes."""
    for at, data in enumerate((pages("solo", "solo due", "solo tre"), pages("b uno"), pages("b due"))):
        put(inbox, f"double-sided/{at}.pdf", data, at)
    with work(store, inbox_config(inbox)):
        found = at_rest(store, 4)
    assert [texts(store, document) for document in made(store)] == [["b uno", "b due"]]
    alone = found["0.pdf"]
    assert (alone.status, alone.error_code) == (Status.SET_ASIDE, "sides_do_not_fit")
    assert alone.error is not None
    assert "These fronts have 3 pages, but the file that came after them, 1.pdf, has 1" in alone.error.en
    store.documents.read_again(alone.id, "anna", ALL_AREAS)
    with work(store, inbox_config(inbox)):
        at_rest(store, 4)
    assert texts(store, store.documents.get(alone.id, ALL_AREAS)) == ["solo", "solo due", "solo tre"]


@pytest.mark.parametrize("at", [0, 1])
def test_what_is_no_scan_or_cannot_be_read_leaves_the_other_waiting(store: Store, inbox: Path, at: int) -> None:
    put(inbox, "double-sided/good.pdf", pages("uno"), 1 - at)
    put(inbox, "double-sided/bad.pdf", b"%PDF-1.7 rubbish", at)
    put(inbox, "fronte-retro/good.pdf", pages("due"), 1 - at)
    put(inbox, "fronte-retro/note.txt", b"Appunti della riunione", at)
    with work(store, inbox_config(inbox)):
        found = at_rest(store, 4, halves=2)
    assert found["bad.pdf"].status is Status.SET_ASIDE
    assert found["note.txt"].status in (Status.FILED, Status.TO_REVIEW)
    assert {half.document.file for half in store.double_sided.waiting(ALL_AREAS)} == {"good.pdf"}


def test_a_half_is_filed_alone_when_asked(store: Store, inbox: Path) -> None:
    put(inbox, "double-sided/1.pdf", FRONTS)
    with work(store, inbox_config(inbox)):
        half = at_rest(store, 1, halves=1)["1.pdf"]
        store.double_sided.file_alone(half.id, "anna", ALL_AREAS)
        at_rest(store, 1)
    assert texts(store, half) == ["primo uno", "primo tre", "primo cinque"]
    assert EventKind.FILED_ALONE in events(store, half.id)


def test_backs_that_do_not_come_in_time_and_come_later(store: Store, inbox: Path) -> None:
    """Filed with a remark; dropped again, the two become one after all."""
    put(inbox, "double-sided/1.pdf", FRONTS)
    with work(store, replace(inbox_config(inbox), double_sided_minutes=0)):
        alone = at_rest(store, 1)["1.pdf"]
    assert alone.status is Status.TO_REVIEW
    assert BacksMissing.code in [check.check for check in store.documents.full(alone.id, ALL_AREAS).checks]
    assert store.double_sided.give_up(datetime.now(UTC) + timedelta(days=1)) == 0
    put(inbox, "double-sided/1.pdf", FRONTS)
    put(inbox, "double-sided/2.pdf", BACKS, at=1)
    with work(store, inbox_config(inbox)):
        at_rest(store, 3)
    assert [texts(store, document) for document in made(store)] == [WHOLE]
    assert store.documents.get(alone.id, ALL_AREAS).tree_path is None


def test_the_same_half_dropped_twice_is_no_pair(store: Store, inbox: Path) -> None:
    for at in (0, 1):
        put(inbox, f"double-sided/{at}.pdf", FRONTS, at)
    with emptied(inbox_config(inbox), store):
        eventually(lambda: not list(inbox.glob("*/*")))
    assert [document.status for document in store.documents.each()] == [Status.HALF]


@pytest.mark.parametrize("killed_after", Step)
@pytest.mark.parametrize("name", ["1.pdf", "2.pdf"])
def test_killed_at_any_step_the_pair_is_made_once(tmp_path: Path, name: str, killed_after: Step) -> None:
    inbox = tmp_path / "inbox"
    for at, (each, data) in enumerate({"1.pdf": FRONTS, "2.pdf": BACKS}.items()):
        put(inbox, f"double-sided/{each}", data, at)
    with open_store(tmp_path) as store, contextlib.suppress(Killed):
        for each in ("1.pdf", "2.pdf"):
            take(store, inbox, f"double-sided/{each}".encode(), killed_after if each == name else Step.FINISHED)
            if each == name:
                break
    with open_store(tmp_path) as store:
        with work(store, inbox_config(inbox)):
            at_rest(store, 3)
        assert [texts(store, document) for document in made(store)] == [WHOLE]


def test_killed_while_they_are_put_together_they_are_put_together_again(store: Store, inbox: Path) -> None:
    for at, data in enumerate((FRONTS, BACKS)):
        put(inbox, f"double-sided/{at}.pdf", data, at)
        take(store, inbox, f"double-sided/{at}.pdf".encode())
    claimed = store.documents.claim()
    assert claimed is not None
    assert claimed.sides is not None
    assert store.documents.claim() is None, "the backs are not read by themselves"
    with work(store, inbox_config(inbox)):
        at_rest(store, 3)
    assert [texts(store, document) for document in made(store)] == [WHOLE]


@pytest.mark.parametrize(
    ("folder", "hint", "two_sides"),
    [
        ("", None, False),
        ("hr", "hr", False),
        ("hr/double-sided", "hr", True),
        ("Double-Sided/hr/2026", "hr/2026", True),
        ("fronte-retro+0a1b", None, True),
        ("double-sided scans", "double-sided scans", False),
    ],
)
def test_the_folders_name_is_no_hint(folder: str, hint: str | None, two_sides: bool) -> None:
    assert (hint_of(folder), has_two_sides(folder)) == (hint, two_sides)
