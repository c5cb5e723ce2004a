"""Work that is claimed, given back, given up; files set aside and tried again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.document import ALL_AREAS, EventKind, Status
from storage.errors import Message, UnreadableFile
from storage.store import Store
from storage.work import MOST_ATTEMPTS
from tests.storing import drop, filed, files_below, open_store, reading

NO_PAGES = UnreadableFile(Message("Il file è vuoto: rifai la scansione.", "The file is empty: scan it again."))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as store:
        yield store


def status(store: Store, id: int) -> Status:
    return store.documents.get(id, ALL_AREAS).status


def test_the_oldest_is_read_first_and_by_one_only(store: Store, tmp_path: Path) -> None:
    ids = [drop(store, tmp_path, f"{n}.pdf", bytes([n])).id for n in range(2)]
    works = [store.documents.claim() for _ in range(3)]
    assert [work and work.document.id for work in works] == [*ids, None]
    assert all(status(store, id) is Status.READING for id in ids)


def test_what_was_being_read_when_the_service_ended_waits_again(store: Store, tmp_path: Path) -> None:
    document = drop(store, tmp_path, "a.pdf")
    assert store.documents.claim()
    store.close()
    with open_store(tmp_path) as reopened:
        assert reopened.documents.claim() is None
        reopened.documents.release_claims()
        work = reopened.documents.claim()
        assert work is not None
        assert work.document.id == document.id


def test_a_file_that_brings_the_service_down_again_and_again_is_given_up(store: Store, tmp_path: Path) -> None:
    document, other = drop(store, tmp_path, "a.pdf", b"a"), drop(store, tmp_path, "b.pdf", b"b")
    for _ in range(MOST_ATTEMPTS):
        work = store.documents.claim()
        assert work is not None
        assert work.document.id == document.id
        store.documents.release_claims()
    work = store.documents.claim()
    assert work is not None
    assert work.document.id == other.id, "the others go on"
    given_up = store.documents.get(document.id, ALL_AREAS)
    assert (given_up.status, given_up.error_code) == (Status.SET_ASIDE, "reading_keeps_failing")


def test_a_claim_handed_back_is_no_attempt(store: Store, tmp_path: Path) -> None:
    document = drop(store, tmp_path, "a.pdf")
    for _ in range(5):
        assert store.documents.claim() is not None
        store.documents.release(document.id)
    assert status(store, document.id) is Status.RECEIVED


def test_only_what_is_being_read_can_be_handed_back(store: Store, tmp_path: Path) -> None:
    document = filed(store, tmp_path)
    store.documents.release(document.id)
    assert store.documents.get(document.id, ALL_AREAS) == document


def test_set_aside_with_its_reason_and_a_copy_for_people(store: Store, tmp_path: Path) -> None:
    document = drop(store, tmp_path, "fattura: è.pdf", b"broken")
    store.documents.set_aside(document.id, NO_PAGES)
    aside = store.documents.get(document.id, ALL_AREAS)
    assert (aside.status, aside.error_code, aside.error) == (Status.SET_ASIDE, "unreadable", NO_PAGES.message)
    copy, note = sorted((tmp_path / "set-aside").iterdir())
    assert (copy.suffix, note.name) == (".pdf", f"{copy.name}.txt")
    assert copy.read_bytes() == b"broken"
    said = note.read_text("utf-8")
    assert all(part in said for part in ("fattura: è.pdf", NO_PAGES.message.it, NO_PAGES.message.en))
    events = store.documents.full(document.id, ALL_AREAS).events
    assert [e.kind for e in events] == [EventKind.RECEIVED, EventKind.SET_ASIDE]
    assert store.documents.unindexed(10) == []


@pytest.mark.parametrize(
    "name", ["x" * 200 + ".pdf", "a\nb\u202efdp.exe", "CON", "...", "~$\\..\\x.xml.p7m", "ü" * 127]
)
def test_the_copy_has_a_safe_name_and_the_extension(store: Store, tmp_path: Path, name: str) -> None:
    document = drop(store, tmp_path, name)
    store.documents.set_aside(document.id, NO_PAGES)
    copy, note = sorted((tmp_path / "set-aside").iterdir())
    assert len(os.fsencode(note.name)) <= 255
    assert note.name == f"{copy.name}.txt"
    assert copy.name.isprintable()
    assert not set('<>:"/\\|?*') & set(copy.name)
    if "." in name.strip("."):
        assert copy.suffix == Path(name).suffix


def test_two_files_set_aside_under_one_name_keep_their_copies(store: Store, tmp_path: Path) -> None:
    documents = [drop(store, tmp_path, f"{folder}/a.pdf", folder.encode()) for folder in "xy"]
    for document in documents:
        store.documents.set_aside(document.id, NO_PAGES)
    assert len(list((tmp_path / "set-aside").iterdir())) == 4
    store.documents.keep(documents[0].id, reading({}), "application/pdf")
    assert {data for name, data in files_below(tmp_path / "set-aside").items() if name.endswith(".pdf")} == {b"y"}


@pytest.mark.parametrize("way", ["read_again", "dropped_again"])
def test_tried_again_and_read_it_is_no_longer_set_aside(store: Store, tmp_path: Path, way: str) -> None:
    document = drop(store, tmp_path, "a.pdf")
    assert store.documents.claim()
    store.documents.set_aside(document.id, NO_PAGES)
    if way == "read_again":
        store.documents.read_again(document.id, "anna", ALL_AREAS)
    else:
        drop(store, tmp_path, "again.pdf")
    work = store.documents.claim()
    assert work is not None
    kept = store.documents.keep(work.document.id, reading({}), "application/pdf")
    assert (kept.id, kept.status, kept.error_code, kept.error) == (document.id, Status.FILED, None, None)
    assert files_below(tmp_path / "set-aside") == {}


def test_set_aside_twice_leaves_one_copy(store: Store, tmp_path: Path) -> None:
    document = drop(store, tmp_path, "a.pdf")
    for _ in range(2):
        store.documents.set_aside(document.id, NO_PAGES)
    assert len(list((tmp_path / "set-aside").iterdir())) == 2


def test_a_user_who_says_what_it_is_files_what_no_reader_could_read(store: Store, tmp_path: Path) -> None:
    document = drop(store, tmp_path, "a.pdf")
    store.documents.set_aside(document.id, NO_PAGES)
    aside = store.documents.get(document.id, ALL_AREAS)
    said = store.documents.correct(
        document.id, aside.revision, {"number": "7"}, "anna", areas=ALL_AREAS, kind="invoice"
    )
    assert (said.status, said.error, said.number) == (Status.FILED, None, "7")
    assert files_below(tmp_path / "set-aside") == {}
    assert store.documents.unindexed(10) == [document.id]
    store.documents.read_again(document.id, "anna", ALL_AREAS)
    store.documents.set_aside(document.id, NO_PAGES)
    failed = store.documents.get(document.id, ALL_AREAS)
    assert (failed.status, failed.error_code) == (Status.TO_REVIEW, "unreadable"), "what was filed stays in its place"
    assert files_below(tmp_path / "set-aside") == {}
    assert len(files_below(tmp_path / "archive")) == 1


def test_a_failed_second_reading_keeps_what_is_known(store: Store, tmp_path: Path) -> None:
    document = filed(store, tmp_path, number="12")
    store.documents.read_again(document.id, "anna", ALL_AREAS)
    assert store.documents.claim()
    store.documents.set_aside(document.id, NO_PAGES)
    failed = store.documents.full(document.id, ALL_AREAS)
    assert (failed.document.status, failed.document.number) == (Status.TO_REVIEW, "12")
    assert len(failed.pages) == 1


def test_a_kill_between_the_copy_and_its_record_is_mended_by_the_next_reading(store: Store, tmp_path: Path) -> None:
    document = drop(store, tmp_path, "a.pdf")
    assert store.documents.claim()
    store.archive.set_aside(document.sha256, document.file, NO_PAGES.message)
    store.documents.release_claims()
    assert store.documents.claim()
    store.documents.keep(document.id, reading({}), "application/pdf")
    assert files_below(tmp_path / "set-aside") == {}


def test_reading_again_what_waits_already_changes_nothing(store: Store, tmp_path: Path) -> None:
    document = drop(store, tmp_path, "a.pdf")
    store.documents.read_again(document.id, "anna", ALL_AREAS)
    assert store.documents.get(document.id, ALL_AREAS) == document
    assert len(store.documents.full(document.id, ALL_AREAS).events) == 1


def test_an_original_that_was_lost_is_still_set_aside_with_a_note(store: Store, tmp_path: Path) -> None:
    document = drop(store, tmp_path, "a.pdf")
    store.archive.original(document.sha256).unlink()
    store.documents.set_aside(document.id, NO_PAGES)
    assert [Path(name).suffix for name in files_below(tmp_path / "set-aside")] == [".txt"]
