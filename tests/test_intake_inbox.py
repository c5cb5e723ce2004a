"""The inbox: what is taken, what is left alone, and when a file is complete."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.inbox_folder import NOT_READABLE, NOT_REMOVABLE, STILL_OPEN, Settling, files_in, is_ignored
from intake.inbox_folder import why_not_takeable as why_not
from storage.document import Status
from storage.inbox import ItemState, Seen
from storage.store import Store
from tests.inboxing import arrived, documents, emptied, events, inbox_config, unprivileged
from tests.storing import open_store, seen_in
from tests.waiting import eventually

ROOT = Path(__file__).parent.parent

LEFT_ALONE = [
    "scan.pdf.part", "SCAN.PART", "~$lettera.docx", "x.tmp", "~WRL0001.tmp", "x.crdownload", ".hidden.pdf", ".DS_Store",
    "Thumbs.db", "thumbs.DB", "desktop.ini", ".~lock.conto.ods#",
]  # fmt: skip
STRANGE_NAMES = [
    "perché 'no' \"sì\" £.xml".encode(),
    b"riga 1\nriga 2\r\t.xml",
    b"caff\xe8 latin-1 \xff\xfe.xml",
    b"<b>&amp;[red]$(rm -rf) `x`; \\ %s {0}.xml",
    b"\xe2\x80\xaefdp.xml",
    b"-rf",
    b" ",
    b"\xc3\xa0" * 125 + b".xml!",
    b"x" * 255,
]


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as store:
        yield store


def listed(inbox: Path) -> list[bytes]:
    return [seen.path for seen in files_in(inbox_config(inbox))]


# which files


def test_temporary_names_links_and_devices_are_left_alone(inbox: Path) -> None:
    for name in LEFT_ALONE:
        (inbox / name).write_bytes(b"x")
    (inbox / ".trash").mkdir()
    (inbox / ".trash" / "scan.pdf").write_bytes(b"x")
    (inbox / "link.pdf").symlink_to("/etc/hostname")
    (inbox / "elsewhere").symlink_to("/etc")
    (inbox / "nowhere.pdf").symlink_to("nothing")
    os.mkfifo(inbox / "fifo.pdf")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(inbox / "socket.pdf"))
        assert listed(inbox) == []


def test_everything_else_is_seen_in_the_order_of_names(inbox: Path) -> None:
    (inbox / "hr" / "paghe").mkdir(parents=True)
    for name in ("b.pdf", "a.party", "hr/x.pdf", "hr/paghe/y.pdf", "part", "tmp.pdf"):
        (inbox / name).write_bytes(b"x")
    assert listed(inbox) == [b"a.party", b"b.pdf", b"hr/paghe/y.pdf", b"hr/x.pdf", b"part", b"tmp.pdf"]


def test_names_that_the_configuration_adds(inbox: Path) -> None:
    for name in ("a.BAK", "b[1].pdf", "c.pdf"):
        (inbox / name).write_bytes(b"x")
    assert [seen.path for seen in files_in(inbox_config(inbox, ignore=("*.bak", "b[[]*")))] == [b"c.pdf"]


@given(st.binary(min_size=1, max_size=60).filter(lambda name: b"/" not in name and b"\0" not in name))
def test_any_bytes_are_a_name(name: bytes) -> None:
    assert is_ignored(name, ("*",))
    assert is_ignored(b"." + name, ())
    assert not is_ignored(b"x" + name, ())
    assert is_ignored(name + b".part", ("*.part",))


def test_a_folder_is_followed_down_to_where_nobody_files_papers(inbox: Path) -> None:
    (deep := Path(inbox, *["d"] * 20)).mkdir(parents=True)
    (bottomless := Path(deep, *["d"] * 280)).mkdir(parents=True)
    for folder in (inbox, deep, bottomless):
        (folder / "z.pdf").write_bytes(b"x")
    assert listed(inbox) == [b"d/" * 20 + b"z.pdf", b"z.pdf"]


def test_a_closed_folder_hides_only_what_is_in_it() -> None:
    with unprivileged() as folder:
        for name in ("a", "closed", "names only", "z"):
            (folder / name).mkdir()
            (folder / name / "x.pdf").write_bytes(b"x")
        (folder / "closed").chmod(0o000)
        (folder / "names only").chmod(0o444)
        assert listed(folder) == [b"a/x.pdf", b"z/x.pdf"]
        (folder / "names only").chmod(0o755)
    with pytest.raises(OSError, match="No such file"):
        listed(folder)


# when


def test_a_file_is_complete_once_it_has_not_changed_for_so_long() -> None:
    settling, scan, other = Settling(2.0), Seen(b"a", 10, 1, 1), Seen(b"b", 5, 1, 2)
    grown = Seen(b"a", 20, 2, 1)
    assert settling.settled([scan], 100.0) == []
    assert settling.settled([scan, other], 101.9) == []
    assert settling.settled([scan, other], 102.0) == [scan]
    assert settling.settled([grown, other], 103.9) == [other]
    assert settling.settled([grown], 105.8) == []
    assert settling.settled([grown], 105.9) == [grown]


def test_a_file_that_goes_and_comes_back_settles_anew() -> None:
    settling, scan = Settling(2.0), Seen(b"a", 10, 1, 1)
    settling.settled([scan], 0.0)
    settling.settled([], 1.0)
    assert settling.settled([scan], 2.0) == []


def test_a_file_that_keeps_growing_is_not_taken_until_it_stops(store: Store, inbox: Path) -> None:
    """The writer opens and closes the file each time, as some scanners do: only the growth tells."""
    with emptied(inbox_config(inbox, settle_seconds=0.6), store):
        growing, stop = inbox / "scan.pdf", threading.Event()

        def grow() -> None:
            while not stop.wait(0.02):
                with growing.open("ab") as file:
                    file.write(b"x" * 100)

        writer = threading.Thread(target=grow)
        writer.start()
        try:
            eventually(lambda: growing.exists() and growing.stat().st_size > 4000)
            assert documents(store) == {}
            assert [(item.path, item.note) for item in store.inbox.open()] == [("scan.pdf", None)]
        finally:
            stop.set()
            writer.join()
        written = growing.read_bytes()
        document = arrived(store, "scan.pdf")
        assert eventually(lambda: not growing.exists())
    assert store.archive.original(document.sha256).read_bytes() == written


def test_a_file_still_open_for_writing_waits_and_says_so(store: Store, inbox: Path) -> None:
    with emptied(inbox_config(inbox), store):
        with (inbox / "slow.pdf").open("wb") as file:
            file.write(b"half")
            file.flush()
            (inbox / "other.pdf").write_bytes(b"other")
            eventually(lambda: "other.pdf" in documents(store))
            (waiting,) = eventually(lambda: [item for item in store.inbox.open() if item.note])
            assert (waiting.path, waiting.state, waiting.note) == ("slow.pdf", ItemState.UNREADABLE, STILL_OPEN)
            file.write(b" and half")
        document = arrived(store, "slow.pdf")
    assert store.archive.original(document.sha256).read_bytes() == b"half and half"


_LOOKING = """
import sys
from pathlib import Path
from intake.inbox_folder import why_not_takeable
from storage.inbox import Seen
print("looking", flush=True)
while True:
    why_not_takeable(Path(sys.argv[1]), Seen(b"x", 1, 1, 1))
"""


def test_whoever_opens_a_file_while_it_is_looked_at_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x")
    looking = subprocess.Popen([sys.executable, "-c", _LOOKING, tmp_path], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert looking.stdout is not None
    with looking, looking.stdout as said:
        try:
            assert said.readline() == "looking\n"
            for _ in range(20_000):
                os.close(os.open(tmp_path / "x", os.O_WRONLY))
            assert looking.poll() is None
        finally:
            looking.kill()
    assert looking.returncode == -signal.SIGKILL


# what keeps a complete file


def test_files_that_may_not_be_read_or_removed_wait_and_say_so() -> None:
    with unprivileged() as folder:
        (folder / "closed.pdf").write_bytes(b"x")
        (folder / "closed.pdf").chmod(0o000)
        (folder / "read only").mkdir()
        (folder / "read only" / "x.pdf").write_bytes(b"x")
        (folder / "read only").chmod(0o555)
        (folder / "good.pdf").write_bytes(b"x")
        told = {path: why_not(folder, seen_in(folder, path)) for path in listed(folder)}
        (folder / "read only").chmod(0o755)
    assert told == {b"closed.pdf": NOT_READABLE, b"good.pdf": None, b"read only/x.pdf": NOT_REMOVABLE}


def test_a_file_that_becomes_something_else_meanwhile_is_not_opened(inbox: Path) -> None:
    (inbox / "a.pdf").write_bytes(b"x")
    seen = seen_in(inbox, b"a.pdf")
    (inbox / "a.pdf").unlink()
    assert why_not(inbox, seen) is None, "gone"
    os.mkfifo(inbox / "a.pdf")
    assert why_not(inbox, seen) is None, "does not wait for who writes into it"
    (inbox / "a.pdf").unlink()
    (inbox / "a.pdf").symlink_to("/etc/hostname")
    assert why_not(inbox, seen) == NOT_READABLE


def test_an_unreadable_file_does_not_stop_the_others_and_is_taken_once_it_can_be() -> None:
    with unprivileged() as folder, open_store(folder / "data") as store:
        inbox = folder / "inbox"
        inbox.mkdir()
        (inbox / "a closed.pdf").write_bytes(b"closed")
        (inbox / "a closed.pdf").chmod(0o000)
        (inbox / "b.pdf").write_bytes(b"b")
        with emptied(inbox_config(inbox), store):
            eventually(lambda: "b.pdf" in documents(store))
            eventually(lambda: [item.note for item in store.inbox.open()] == [NOT_READABLE])
            (inbox / "a closed.pdf").chmod(0o644)
            eventually(lambda: "a closed.pdf" in documents(store))
            eventually(lambda: store.inbox.open() == [])


# what becomes of it


def test_what_was_dropped_while_the_service_was_down_is_taken_at_start(store: Store, inbox: Path) -> None:
    (inbox / "hr").mkdir()
    (inbox / "a.xml").write_bytes(b"a")
    (inbox / "hr" / "b.xml").write_bytes(b"b")
    with emptied(inbox_config(inbox), store):
        eventually(lambda: documents(store).keys() == {"a.xml", "b.xml"})
        eventually(lambda: not any(path.is_file() for path in inbox.rglob("*")))


def test_sub_folders_are_a_hint_and_tags(store: Store, inbox: Path) -> None:
    with emptied(inbox_config(inbox), store):
        (inbox / "hr" / "buste paga è").mkdir(parents=True)
        (inbox / "hr" / "buste paga è" / "a.xml").write_bytes(b"a")
        document = arrived(store, "a.xml")
    assert (document.hint, document.tags) == ("hr/buste paga è", ("hr", "buste paga è"))


def test_names_are_arbitrary_bytes(store: Store, inbox: Path) -> None:
    for number, name in enumerate(STRANGE_NAMES):
        Path(inbox, os.fsdecode(name)).write_bytes(b"content %d" % number)
    with emptied(inbox_config(inbox), store):
        eventually(lambda: len(documents(store)) == len(STRANGE_NAMES), message=lambda: str(documents(store).keys()))
        eventually(lambda: list(inbox.iterdir()) == [])
    assert documents(store).keys() == {name.decode("utf-8", "replace") for name in STRANGE_NAMES}
    assert {document.status for document in documents(store).values()} == {Status.RECEIVED}


def test_the_same_bytes_again_are_an_event_of_the_document(store: Store, inbox: Path) -> None:
    with emptied(inbox_config(inbox), store):
        (inbox / "a.xml").write_bytes(b"same")
        document = arrived(store, "a.xml")
        (inbox / "b.xml").write_bytes(b"same")
        eventually(lambda: not (inbox / "b.xml").exists())
    assert [event.value for event in events(store, document.id)] == ["received", "dropped_again"]
    assert documents(store).keys() == {"a.xml"}


def test_an_inbox_that_goes_away_is_watched_again_when_it_is_back(store: Store, inbox: Path) -> None:
    with emptied(inbox_config(inbox), store) as loop:
        (inbox / "a.xml").write_bytes(b"a")
        eventually(lambda: documents(store) and not (inbox / "a.xml").exists())
        inbox.rename(inbox.with_name("gone"))
        inbox.mkdir(exist_ok=True)
        loop.wake()  # or after a while by itself
        (inbox / "b.xml").write_bytes(b"b")
        arrived(store, "b.xml")
        eventually(lambda: not (inbox / "b.xml").exists())
        (inbox / "c.xml").write_bytes(b"c")
        arrived(store, "c.xml")


def test_the_loop_outlives_a_place_where_no_folder_can_be(store: Store, tmp_path: Path) -> None:
    (tmp_path / "inbox").write_bytes(b"a file where the folder should be")
    with emptied(inbox_config(tmp_path / "inbox"), store):
        (tmp_path / "inbox").unlink()
        (tmp_path / "inbox").mkdir(exist_ok=True)
        (tmp_path / "inbox" / "a.xml").write_bytes(b"a")
        eventually(lambda: "a.xml" in documents(store), timeout=20)
