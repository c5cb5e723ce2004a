"""Intake at work: from the inbox to documents, whatever is in the files and whatever breaks."""

from __future__ import annotations

import logging
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pikepdf
import pytest

from intake.config import OcrConfig
from intake.process_workers import ProcessWorkers
from intake.service import Intake
from intake.workers import Job, Workers
from storage.document import ALL_AREAS, Document, EventKind, Status
from storage.store import Store
from tests.inboxing import documents, events, inbox_config
from tests.paper import invoice, typeset
from tests.storing import drop, filed, files_below, open_store
from tests.waiting import eventually

T = TypeVar("T")
SAMPLES = Path(__file__).parent / "samples" / "fatturapa"
_OCR = OcrConfig(languages=("ita",), workers=1, page_timeout_seconds=60, page_memory_megabytes=1024)
_DONE = (Status.FILED, Status.TO_REVIEW, Status.SET_ASIDE)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as store:
        yield store


def at_work(store: Store, inbox: Path, workers: Workers, filed: Callable[[], None] = lambda: None) -> Intake:
    return Intake(inbox_config(inbox), _OCR, store, workers, filed)


def done(store: Store, number: int) -> dict[str, Document]:
    """All documents, once so many have been read or set aside."""
    eventually(
        lambda: sum(document.status in _DONE for document in store.documents.each()) == number,
        timeout=40,
        message=lambda: str({name: document.status.value for name, document in documents(store).items()}),
    )
    return documents(store)


def make_unreadable(inbox: Path) -> dict[str, str]:
    """One of each; the codes by the names."""
    pdf = typeset(invoice())
    (inbox / "plain.pdf").write_bytes(pdf)
    with pikepdf.open(inbox / "plain.pdf") as document:
        document.save(inbox / "encrypted.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    (inbox / "plain.pdf").unlink()
    (inbox / "empty.pdf").write_bytes(b"")
    (inbox / "blank.txt").write_bytes(b" \n\n\0 ")
    (inbox / "program.pdf").write_bytes(b"\x7fELF" + bytes(range(256)) * 20)
    (inbox / "cut.pdf").write_bytes(pdf[: len(pdf) // 3])
    (inbox / "rubbish.pdf").write_bytes(b"%PDF-1.7\n" + b"\xff\x00rubbish" * 200)
    (inbox / "cut.xml").write_bytes((SAMPLES / "professional.xml").read_bytes()[:900])
    with (inbox / "huge.pdf").open("wb") as huge:
        huge.truncate(201_000_000)  # takes no room on the disk
    return {
        "encrypted.pdf": "encrypted_pdf",
        "empty.pdf": "empty_file",
        "blank.txt": "empty_file",
        "program.pdf": "unknown_type",
        "cut.pdf": "",
        "rubbish.pdf": "",
        "cut.xml": "",
        "huge.pdf": "too_large",
    }


def test_what_cannot_be_read_is_set_aside_with_its_reason_and_stops_nobody(store: Store, inbox: Path) -> None:
    codes = make_unreadable(inbox)
    (inbox / "hr").mkdir()
    for name in ("a.xml", "hr/zz.xml"):
        shutil.copy(SAMPLES / ("professional.xml" if name == "a.xml" else "flat_rate.xml"), inbox / name)
    calls: list[int] = []
    with at_work(store, inbox, ProcessWorkers(1, 1024), lambda: calls.append(1)):
        found = done(store, len(codes) + 2)
    assert {name for name, document in found.items() if document.status is Status.SET_ASIDE} == codes.keys()
    assert {name: found[name].error_code for name, code in codes.items() if code} == {
        name: code for name, code in codes.items() if code
    }
    assert {found[name].error_code for name, code in codes.items() if not code} <= {
        "truncated",
        "damaged",
        "damaged_xml",
    }
    for name in codes:
        error = found[name].error
        assert error is not None
        assert error.it != error.en
        (note,) = (store.archive.set_aside_folder).glob(f"{Path(name).stem}-*{Path(name).suffix}.txt")
        assert error.it in note.read_text("utf-8")
        assert error.en in note.read_text("utf-8")
        assert note.with_suffix("").read_bytes() == store.archive.original(found[name].sha256).read_bytes()
    assert found["zz.xml"].tags == ("hr",)
    assert files_below(inbox) == {}
    assert len(calls) >= len(found), "the index is told of each"


def test_an_invoice_becomes_a_document_with_its_place(store: Store, inbox: Path) -> None:
    shutil.copy(SAMPLES / "professional.xml", inbox)
    with at_work(store, inbox, ProcessWorkers(1, 1024)):
        document = done(store, 1)["professional.xml"]
    assert (document.status, document.kind, document.media_type) == (Status.FILED, "invoice", "application/xml")
    assert document.tree_path is not None
    assert (store.archive.tree / document.tree_path).read_bytes() == (SAMPLES / "professional.xml").read_bytes()
    derived = sorted(path.name for path in store.archive.derived_folder(document.sha256).iterdir())
    assert derived == ["1.webp", "searchable.pdf", "thumb.webp"]
    assert events(store, document.id) == [EventKind.RECEIVED, EventKind.FILED]


def test_read_again_and_what_was_set_aside_dropped_again(store: Store, inbox: Path) -> None:
    shutil.copy(SAMPLES / "professional.xml", inbox)
    (inbox / "empty.pdf").write_bytes(b"")
    with at_work(store, inbox, ProcessWorkers(1, 1024)):
        found = done(store, 2)
        first, empty = found["professional.xml"], found["empty.pdf"]
        store.documents.read_again(first.id, "anna", ALL_AREAS)  # as another process does, which cannot wake anybody
        (inbox / "again.pdf").write_bytes(b"")
        read_again = [EventKind.RECEIVED, EventKind.FILED, EventKind.READ_AGAIN, EventKind.FILED]
        eventually(lambda: events(store, first.id) == read_again, timeout=40)
        eventually(lambda: events(store, empty.id).count(EventKind.SET_ASIDE) == 2, timeout=40)
    assert events(store, empty.id) == [
        EventKind.RECEIVED,
        EventKind.SET_ASIDE,
        EventKind.DROPPED_AGAIN,
        EventKind.SET_ASIDE,
    ]
    assert len(list(store.archive.set_aside_folder.iterdir())) == 2, "one copy, one note"


class Faulty:
    """Workers with a fault of ours: they break on one file in a way that nobody foresaw."""

    def __init__(self, name: str) -> None:
        self._inner = ProcessWorkers(1, 1024)
        self._name = name

    @property
    def size(self) -> int:
        return self._inner.size

    def submit(self, timeout: float, task: Callable[..., T], *arguments: object) -> Job[T]:
        if self._name in arguments:
            raise ZeroDivisionError("a fault of ours")
        return self._inner.submit(timeout, task, *arguments)

    def close(self) -> None:
        self._inner.close()


def test_a_fault_of_ours_is_logged_with_the_document_and_stops_nobody(
    store: Store, inbox: Path, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.copy(SAMPLES / "professional.xml", inbox / "bad.xml")
    shutil.copy(SAMPLES / "flat_rate.xml", inbox / "good.xml")
    with caplog.at_level(logging.ERROR), at_work(store, inbox, Faulty("bad.xml")):
        found = done(store, 2)
    assert (found["bad.xml"].status, found["bad.xml"].error_code) == (Status.SET_ASIDE, "our_fault")
    assert found["good.xml"].status in (Status.FILED, Status.TO_REVIEW)
    (record,) = [record for record in caplog.records if f"Document {found['bad.xml'].id} " in record.getMessage()]
    assert record.exc_info is not None
    assert record.exc_info[0] is ZeroDivisionError


class Hanging:
    """Real workers whose tasks last until they are closed."""

    size = 1

    def __init__(self) -> None:
        self._inner = ProcessWorkers(1, 1024)
        self.asked = threading.Event()

    def submit(self, timeout: float, task: Callable[..., T], *arguments: object) -> Job[T]:
        self.asked.set()
        return self._inner.submit(timeout, after_all_time, task, *arguments)

    def close(self) -> None:
        self._inner.close()


def after_all_time(task: Callable[..., T], *arguments: object) -> T:
    threading.Event().wait()
    return task(*arguments)


def test_work_in_hand_is_handed_back_at_the_end_and_done_at_the_next_start(store: Store, inbox: Path) -> None:
    for number in range(4):  # more ends than a reading may break off
        shutil.copy(SAMPLES / "professional.xml", inbox / "a.xml")
        workers = Hanging()
        with at_work(store, inbox, workers):
            assert workers.asked.wait(20)
        (document,) = store.documents.each()
        assert document.status is Status.RECEIVED, number
    with at_work(store, inbox, ProcessWorkers(1, 1024)):
        assert done(store, 1)["a.xml"].status is Status.FILED


def test_what_a_killed_service_left_is_taken_up(store: Store, inbox: Path, tmp_path: Path) -> None:
    data = (SAMPLES / "professional.xml").read_bytes()
    drop(store, tmp_path, "a.xml", data)
    assert store.documents.claim() is not None, "being read when it was killed"
    with at_work(store, inbox, ProcessWorkers(1, 1024)):
        assert done(store, 1)["a.xml"].status is Status.FILED


def test_a_file_that_cannot_get_its_place_does_not_keep_the_service_from_starting(
    store: Store, inbox: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    document = filed(store, tmp_path, number="12")
    assert document.tree_path is not None
    (store.archive.tree / document.tree_path).unlink()
    store.archive.original(document.sha256).unlink()
    store.documents.correct(document.id, document.revision, {"number": "13"}, "anna", areas=ALL_AREAS)
    assert store.documents.misplaced() == [document.id]
    caplog.clear()
    shutil.copy(SAMPLES / "flat_rate.xml", inbox)
    with caplog.at_level(logging.ERROR), at_work(store, inbox, ProcessWorkers(1, 1024)):
        done(store, 2)
    assert f"document {document.id};" in caplog.text
