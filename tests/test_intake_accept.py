"""Taking files out of the inbox: a real process killed at every step, and what the next one makes of it."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.accept import accept, recover
from intake.inbox_folder import files_in
from storage.document import EventKind, Status
from storage.inbox import ItemState
from storage.store import Store
from tests.inboxing import documents, emptied, events, inbox_config, unprivileged
from tests.storing import files_below, open_store, seen_in
from tests.waiting import eventually

ROOT = Path(__file__).parent.parent

# The service in small, which kills itself before or after the n-th of all steps that leave a trace: once for each n, in
# a process and a folder of its own; the last one comes through.
_SERVICES = """
import os, shutil, signal, sys
from pathlib import Path
from intake.accept import accept, recover
from intake.inbox_folder import files_in
from tests.inboxing import inbox_config
from tests.storing import open_store

steps = 0

def serve(folder, deadly):
    def step():
        global steps
        steps += 1
        if steps == deadly:
            os.kill(os.getpid(), signal.SIGKILL)

    def deadly_one(real):
        def call(*arguments, **named):
            step()
            result = real(*arguments, **named)
            step()
            return result
        return call

    with open_store(folder) as store:
        for holder, names in ((store.archive, ("stage", "keep_staged", "discard_staged")),
                              (store.inbox, ("record", "finish", "unfinished")),
                              (Path, ("unlink", "replace"))):
            for name in names:
                setattr(holder, name, deadly_one(getattr(holder, name)))
        recover(folder / "inbox", store)
        for seen in files_in(inbox_config(folder / "inbox")):
            accept(folder / "inbox", seen, store)

open_store(Path(sys.argv[1], "first")).close()  # what is loaded now need not be loaded by each
top, again = Path(sys.argv[1]), sys.argv[2] == "again"
for deadly in range(3, 300, 3) if again else range(1, 300):
    if not again:
        shutil.copytree(top / "prepared", top / str(deadly))
    if (child := os.fork()) == 0:
        serve(top / "prepared" if again else top / str(deadly), deadly)
        os._exit(0)
    if os.waitpid(child, 0)[1] != signal.SIGKILL:
        break
print(deadly - 1)
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "inbox").mkdir()
    with open_store(tmp_path) as store:
        yield store


def serve(folder: Path, how: str) -> int:
    """How many times it was killed, or with `again` the last step at which it was."""
    command = [sys.executable, "-c", _SERVICES, str(folder), how]
    return int(subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout)


def check_whole(folder: Path, contents: list[bytes], again: int) -> None:
    """The next service finds each content as one document with its original, nothing left over, nothing taken twice."""
    hashes = {hashlib.sha256(data).hexdigest(): data for data in contents}
    with open_store(folder) as store:
        recover(folder / "inbox", store)
        for seen in files_in(inbox_config(folder / "inbox")):
            accept(folder / "inbox", seen, store)
        found = list(store.documents.each())
        assert sorted(document.sha256 for document in found) == sorted(hashes)
        assert {document.status for document in found} == {Status.RECEIVED}
        assert files_below(folder / "originals") == {f"{sha[:2]}/{sha}": data for sha, data in hashes.items()}
        assert files_below(folder / "inbox") == {}
        assert store.inbox.unfinished() == []
        happened = [kind for document in found for kind in events(store, document.id)]
        assert happened.count(EventKind.RECEIVED) == len(found)
        assert happened.count(EventKind.DROPPED_AGAIN) == again


def prepare(folder: Path) -> None:
    (folder / "inbox" / "hr").mkdir(parents=True)
    (folder / "inbox" / os.fsdecode(b"caff\xe8\n.pdf")).write_bytes(b"one")
    (folder / "inbox" / "hr" / "b.pdf").write_bytes(b"two")
    (folder / "inbox" / "hr" / "c.pdf").write_bytes(b"one")
    open_store(folder).close()


def test_killed_before_and_after_every_step(tmp_path: Path) -> None:
    prepare(tmp_path / "prepared")
    killed = serve(tmp_path, "each")
    assert killed > 30, "all steps of three files are counted"
    for deadly in range(1, killed + 2):
        check_whole(tmp_path / str(deadly), [b"one", b"two"], again=1)


def test_killed_again_and_again(tmp_path: Path) -> None:
    """Each run gets a little further than the last, through recovery too."""
    prepare(tmp_path / "prepared")
    assert serve(tmp_path, "again") > 9
    check_whole(tmp_path / "prepared", [b"one", b"two"], again=1)


def test_a_file_that_changed_since_it_was_seen_is_left(store: Store, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    (inbox / "a.pdf").write_bytes(b"first")
    seen = seen_in(inbox, b"a.pdf")
    (inbox / "a.pdf").write_bytes(b"second")
    assert accept(inbox, seen, store) is None
    (inbox / "a.pdf").unlink()
    assert accept(inbox, seen, store) is None
    assert (documents(store), files_below(tmp_path / "originals")) == ({}, {})


def test_another_file_that_took_the_name_is_not_removed(store: Store, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    (inbox / "a.pdf").write_bytes(b"first")
    seen = seen_in(inbox, b"a.pdf")
    staged, sha256, size = store.archive.stage(inbox / "a.pdf")
    store.inbox.record(seen, staged, sha256, size, ())
    (inbox / "new").write_bytes(b"second")
    (inbox / "new").replace(inbox / "a.pdf")
    recover(inbox, store)
    assert (inbox / "a.pdf").read_bytes() == b"second"
    assert store.inbox.unfinished() == []
    assert accept(inbox, seen_in(inbox, b"a.pdf"), store)
    assert sorted(files_below(tmp_path / "originals").values()) == [b"first", b"second"]


def test_a_file_that_nobody_lets_us_remove_is_filed_once() -> None:
    with unprivileged() as folder, open_store(folder) as store:
        inbox = folder / "inbox"
        inbox.mkdir()
        (inbox / "a.pdf").write_bytes(b"a")
        seen = seen_in(inbox, b"a.pdf")
        inbox.chmod(0o555)
        taken = accept(inbox, seen, store)
        assert taken is not None
        assert not taken.left_inbox
        for _ in range(2):  # at every start it is tried again
            recover(inbox, store)
            assert [recorded.seen for recorded in store.inbox.unfinished()] == [seen]
        with emptied(inbox_config(inbox), store):
            inbox.chmod(0o755)
            (inbox / "b.pdf").write_bytes(b"b")
            eventually(lambda: "b.pdf" in documents(store))
        assert events(store, taken.document) == [EventKind.RECEIVED]
        recover(inbox, store)
        assert files_below(inbox) == {}
        assert store.inbox.unfinished() == []


def test_a_file_is_not_taken_for_gone_where_nobody_may_look() -> None:
    with unprivileged() as folder, open_store(folder / "data") as store:
        (folder / "inbox" / "hr").mkdir(parents=True)
        (folder / "inbox" / "hr" / "a.pdf").write_bytes(b"a")
        seen = seen_in(folder / "inbox", b"hr/a.pdf")
        staged, sha256, size = store.archive.stage(folder / "inbox" / "hr" / "a.pdf")
        store.inbox.record(seen, staged, sha256, size, ())
        (folder / "inbox" / "hr").chmod(0o000)
        recover(folder / "inbox", store)
        assert [recorded.seen for recorded in store.inbox.unfinished()] == [seen]
        (folder / "inbox" / "hr").chmod(0o755)
        recover(folder / "inbox", store)
        assert (store.inbox.unfinished(), files_below(folder / "inbox")) == ([], {})


def test_one_record_that_cannot_be_finished_does_not_stop_the_others() -> None:
    with unprivileged() as folder, open_store(folder) as store:
        inbox = folder / "inbox"
        inbox.mkdir()
        for name in (b"a.pdf", b"b.pdf"):
            Path(inbox, os.fsdecode(name)).write_bytes(name)
            staged, sha256, size = store.archive.stage(inbox / os.fsdecode(name))
            store.inbox.record(seen_in(inbox, name), staged, sha256, size, ())
        place = store.archive.original(hashlib.sha256(b"a.pdf").hexdigest()).parent
        place.mkdir()
        place.chmod(0o555)
        (folder / "inbox" / "c.pdf").write_bytes(b"c")
        with emptied(inbox_config(inbox), store):
            eventually(lambda: files_below(inbox).keys() == {"a.pdf"})
            assert {name: document.status for name, document in documents(store).items()} == {
                "a.pdf": Status.ACCEPTING,
                "b.pdf": Status.RECEIVED,
                "c.pdf": Status.RECEIVED,
            }
        place.chmod(0o755)
        with emptied(inbox_config(inbox), store):
            eventually(lambda: documents(store)["a.pdf"].status is Status.RECEIVED)
            eventually(lambda: files_below(inbox) == {})


def test_a_full_disk_leaves_the_file_with_a_note_and_no_half_copies() -> None:
    """A staging folder that takes nothing stands for the disk."""
    with unprivileged() as folder, open_store(folder) as store:
        inbox = folder / "inbox"
        inbox.mkdir()
        (inbox / "a.pdf").write_bytes(b"a")
        store.archive.staging.chmod(0o555)
        with emptied(inbox_config(inbox), store) as loop:
            (waiting,) = eventually(lambda: [item for item in store.inbox.open() if item.note])
            assert (waiting.path, waiting.state) == ("a.pdf", ItemState.UNREADABLE)
            assert waiting.note is not None
            assert "Permission denied" in waiting.note.en
            store.archive.staging.chmod(0o755)
            loop.wake()
            eventually(lambda: files_below(inbox) == {})
        assert list(store.archive.staging.iterdir()) == []
        assert store.inbox.open() == []
