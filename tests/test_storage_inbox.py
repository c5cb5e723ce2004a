"""From the inbox into the archive: killed at any point, each file ends as exactly one document."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from storage.document import ALL_AREAS, EventKind, Status
from storage.errors import Message
from storage.inbox import ItemState
from storage.store import Store
from tests.storing import Killed, Step, drop, files_below, open_store, seen_in, start_service, take


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as store:
        yield store


def kill(folder: Path, inbox: Path, name: bytes, step: Step) -> None:
    with open_store(folder) as store, pytest.raises(Killed):
        take(store, inbox, name, step)


def check_whole(store: Store, folder: Path, contents: set[bytes]) -> None:
    """Each content is one document with its original; no original, no copy and no record is left over."""
    documents = list(store.documents.each())
    hashes = {hashlib.sha256(data).hexdigest(): data for data in contents}
    assert sorted(d.sha256 for d in documents) == sorted(hashes)
    assert {d.status for d in documents} == {Status.RECEIVED}
    assert files_below(folder / "originals") == {f"{sha[:2]}/{sha}": data for sha, data in hashes.items()}
    assert files_below(folder / "inbox") == {}
    assert store.inbox.unfinished() == []


@pytest.mark.parametrize("step", [step for step in Step if step is not Step.FINISHED])
def test_killed_after_any_step(tmp_path: Path, inbox: Path, step: Step) -> None:
    (inbox / "scan.pdf").write_bytes(b"scan")
    kill(tmp_path, inbox, b"scan.pdf", step)
    with open_store(tmp_path) as store:
        start_service(store, inbox)
        check_whole(store, tmp_path, {b"scan"})
        (document,) = store.documents.each()
        events = [event.kind for event in store.documents.full(document.id, ALL_AREAS).events]
        assert events == [EventKind.RECEIVED], "taken once"


@pytest.mark.parametrize(("first", "second"), list(product(list(Step)[:-1], repeat=2)))
def test_killed_twice_with_the_same_bytes_under_two_names(
    tmp_path: Path, inbox: Path, first: Step, second: Step
) -> None:
    for name, step in ((b"a.pdf", first), (b"b.pdf", second)):
        Path(inbox, os.fsdecode(name)).write_bytes(b"same")
        kill(tmp_path, inbox, name, step)
    with open_store(tmp_path) as store:
        start_service(store, inbox)
        check_whole(store, tmp_path, {b"same"})


def test_killed_again_while_it_mends(tmp_path: Path, inbox: Path) -> None:
    (inbox / "scan.pdf").write_bytes(b"scan")
    kill(tmp_path, inbox, b"scan.pdf", Step.RECORDED)
    for _ in range(3):
        with open_store(tmp_path) as store:
            (recorded,) = store.inbox.unfinished()
            assert recorded.is_new
            store.archive.keep_staged(recorded.staged, recorded.sha256)
    with open_store(tmp_path) as store:
        start_service(store, inbox)
        check_whole(store, tmp_path, {b"scan"})


def test_another_file_that_took_the_name_meanwhile_is_taken_too(tmp_path: Path, inbox: Path) -> None:
    (inbox / "scan.pdf").write_bytes(b"first")
    kill(tmp_path, inbox, b"scan.pdf", Step.RECORDED)
    (inbox / "scan.pdf").unlink()
    (inbox / "scan.pdf").write_bytes(b"the second")
    with open_store(tmp_path) as store:
        start_service(store, inbox)
        check_whole(store, tmp_path, {b"first", b"the second"})


def test_a_copy_that_is_nowhere_is_never_taken_for_kept(tmp_path: Path, inbox: Path) -> None:
    """The file must stay in the inbox then: it may be the only one."""
    (inbox / "scan.pdf").write_bytes(b"scan")
    kill(tmp_path, inbox, b"scan.pdf", Step.RECORDED)
    with open_store(tmp_path) as store:
        (recorded,) = store.inbox.unfinished()
        (store.archive.staging / recorded.staged).unlink()
        with pytest.raises(FileNotFoundError):
            store.archive.keep_staged(recorded.staged, recorded.sha256)
    with open_store(tmp_path) as store:
        assert store.inbox.unfinished() == []
        (lost,) = store.documents.each()
        assert (lost.status, lost.error_code) == (Status.SET_ASIDE, "copy_lost")
        start_service(store, inbox)
        check_whole(store, tmp_path, {b"scan"})


def test_the_same_bytes_again_are_an_event_of_the_one_document(store: Store, tmp_path: Path) -> None:
    first, second = drop(store, tmp_path, "a.pdf"), drop(store, tmp_path, "hr/b.pdf")
    assert second == first
    events = store.documents.full(first.id, ALL_AREAS).events
    assert [e.kind for e in events] == [EventKind.RECEIVED, EventKind.DROPPED_AGAIN]
    assert events[1].data["file"] == "b.pdf"
    check_whole(store, tmp_path, {b"bytes"})


@pytest.mark.parametrize("name", [b"\xff\xfe.pdf", "perché no'\"\n.pdf".encode(), b"x" * 255, b"-rf *.pdf", b"%41.pdf"])
def test_names_are_arbitrary_bytes(store: Store, tmp_path: Path, inbox: Path, name: bytes) -> None:
    Path(inbox, os.fsdecode(name)).write_bytes(b"x")
    store.inbox.waiting([seen_in(inbox, name)])
    (item,) = store.inbox.open()
    assert item.path == name.decode("utf-8", "replace")
    recorded = take(store, inbox, name)
    assert recorded.is_new
    assert store.documents.get(recorded.document, ALL_AREAS).file == name.decode("utf-8", "replace")
    check_whole(store, tmp_path, {b"x"})


def test_an_inode_of_a_network_share_may_use_all_64_bits(store: Store, tmp_path: Path, inbox: Path) -> None:
    (inbox / "a").write_bytes(b"a")
    seen = replace(seen_in(inbox, b"a"), inode=2**64 - 1)
    store.inbox.waiting([seen])
    staged, sha256, size = store.archive.stage(inbox / "a")
    store.inbox.record(seen, staged, sha256, size, ())
    assert [recorded.seen for recorded in store.inbox.unfinished()] == [seen]


def test_what_waits_is_shown_until_it_is_taken(store: Store, inbox: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (inbox / name).write_bytes(name.encode())
    a, b = seen_in(inbox, b"a.pdf"), seen_in(inbox, b"b.pdf")
    locked = Message("Non posso aprirlo: controlla i permessi.", "Cannot open it: check its permissions.")
    store.inbox.waiting([a], [(b, locked)])
    first = store.inbox.open()
    assert [(i.path, i.size, i.state, i.note) for i in first] == [
        ("a.pdf", 5, ItemState.WAITING, None),
        ("b.pdf", 5, ItemState.UNREADABLE, locked),
    ]
    store.inbox.waiting([b, a])
    assert {i.path: i.seen_at for i in store.inbox.open()} == {i.path: i.seen_at for i in first}, "waits since then"
    assert {i.state for i in store.inbox.open()} == {ItemState.WAITING}
    take(store, inbox, b"a.pdf")
    assert [i.path for i in store.inbox.open()] == ["b.pdf"]
    store.inbox.waiting([])
    assert store.inbox.count_open() == 0


def test_a_file_that_cannot_be_copied_leaves_nothing_in_staging(store: Store, inbox: Path) -> None:
    with pytest.raises(OSError, match="directory"):
        store.archive.stage(inbox)
    mem = Path("/proc/self/mem")  # opens, and fails at the first read
    with pytest.raises(OSError, match="error"):
        store.archive.stage(mem)
    assert list(store.archive.staging.iterdir()) == []


def test_copies_that_are_recorded_survive_the_cleaning(store: Store, inbox: Path) -> None:
    (inbox / "a").write_bytes(b"a")
    known, stray = (store.archive.stage(inbox / "a")[0] for _ in range(2))
    store.archive.discard_staged({known})
    assert [path.name for path in store.archive.staging.iterdir()] == [known] != [stray]
