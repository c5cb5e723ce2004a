"""Being told of changes, by the file system and by looking; and which of the two suits a file system."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from intake.watch import Watch, file_system_of, gives_events
from tests.waiting import eventually

# as in proc_pid_mountinfo(5)
MOUNTS = r"""22 1 0:21 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
23 22 0:22 / /proc rw - proc proc rw
24 22 0:23 / /srv/scan rw,nosuid shared:5 master:1 - nfs4 server:/scan rw,vers=4.2
25 22 0:24 / /srv/scan/local rw - xfs /dev/sdb1 rw
26 22 0:25 / /mnt/Archivio\040carta\011\134x rw - cifs //server/Archivio rw
27 22 0:26 / /home/anna/nuvola rw - fuse.rclone remote: rw
28 22 0:27 / /media/twice rw - ext4 /dev/sdc1 rw
29 28 0:28 / /media/twice rw - 9p share rw
30 22 0:29 /inbox /srv/bound rw - btrfs /dev/sdd1 rw
a line that nobody understands

31 22 0:30 - no fields
"""


@pytest.mark.parametrize(
    ("folder", "file_system"),
    [
        ("/", "ext4"),
        ("/srv", "ext4"),
        ("/srv/scanner", "ext4"),
        ("/srv/scan", "nfs4"),
        ("/srv/scan/inbox/hr", "nfs4"),
        ("/srv/scan/local/inbox", "xfs"),
        ("/mnt/Archivio carta\t\\x/inbox", "cifs"),
        ("/home/anna/nuvola", "fuse.rclone"),
        ("/media/twice/x", "9p"),
        ("/srv/bound", "btrfs"),
    ],
)
def test_the_innermost_and_last_mount_counts(tmp_path: Path, folder: str, file_system: str) -> None:
    (tmp_path / "mountinfo").write_text(MOUNTS)
    assert file_system_of(Path(folder), tmp_path / "mountinfo") == file_system


def test_a_mount_point_may_have_any_bytes(tmp_path: Path) -> None:
    line = b"24 22 0:23 / /mnt/caff\xe8\xe2\x80\xa8x rw - nfs server:/scan rw\n"
    (tmp_path / "mountinfo").write_bytes(b"22 1 0:21 / / rw - ext4 /dev/sda1 rw\n" + line)
    folder = Path("/mnt/caff\udce8\u2028x/inbox")
    assert file_system_of(folder, tmp_path / "mountinfo") == "nfs"


def test_a_link_leads_to_where_the_files_are(tmp_path: Path) -> None:
    (tmp_path / "mountinfo").write_text(f"1 0 0:1 / / rw - ext4 x rw\n2 1 0:2 / {tmp_path}/share rw - nfs x rw\n")
    (tmp_path / "share").mkdir()
    (tmp_path / "inbox").symlink_to(tmp_path / "share")
    assert file_system_of(tmp_path / "inbox", tmp_path / "mountinfo") == "nfs"


def test_where_nothing_is_known_events_are_tried(tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b"")
    for mounts in (tmp_path / "empty", tmp_path / "none"):
        assert file_system_of(tmp_path, mounts) == ""
    assert gives_events("")


def test_this_machine_says_where_its_folders_lie(tmp_path: Path) -> None:
    assert file_system_of(Path("/proc/self")) == "proc"
    assert file_system_of(tmp_path)


@pytest.mark.parametrize(
    "file_system", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "fuseblk", "9p", "vmhgfs", "ceph"]
)
def test_shares_are_looked_at(file_system: str) -> None:
    assert not gives_events(file_system)


@pytest.mark.parametrize("file_system", ["ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "f2fs"])
def test_local_disks_give_events(file_system: str) -> None:
    assert gives_events(file_system)


@pytest.mark.parametrize("how", ["native", "polling", "auto"])
def test_each_change_is_told(tmp_path: Path, how: str) -> None:
    changed = threading.Event()

    def told() -> bool:
        found = eventually(changed.is_set, timeout=5)
        changed.clear()
        return found

    (tmp_path / "here").write_bytes(b"")
    with Watch(tmp_path, how, changed.set) as watch:
        assert watch.native == (how != "polling")
        assert watch.is_alive()
        (tmp_path / "new").write_bytes(b"x")
        assert told()
        with (tmp_path / "here").open("ab") as file:
            file.write(b"more")
        assert told()
        (tmp_path / "sub").mkdir()
        assert told()
        eventually(lambda: _touched(tmp_path / "sub" / "inside") and changed.is_set(), timeout=5)


def _touched(path: Path) -> bool:
    path.write_bytes(b"x")
    return True


def test_looking_at_the_folder_is_no_change(tmp_path: Path) -> None:
    """Else the inbox would wake itself for ever."""
    woken: list[str] = []
    with Watch(tmp_path, "native", lambda: woken.append("")):
        (tmp_path / "a").write_bytes(b"x")
        eventually(lambda: woken)
        (tmp_path / "b").write_bytes(b"x")
        eventually(lambda: len(woken) > 1)
        (tmp_path / "sub").mkdir()
        before = eventually(lambda: len(woken) if len(woken) > 2 else 0)
        for _ in range(20):
            assert len(list(tmp_path.iterdir())) == 3
            assert (tmp_path / "a").read_bytes() == b"x"
        (tmp_path / "end").write_bytes(b"")
        eventually(lambda: len(woken) > before)
        assert len(woken) - before < 8, "made, changed, closed, and what was still to be told"


def test_a_watch_knows_that_its_folder_went_away(tmp_path: Path) -> None:
    for how in ("native", "polling"):
        folder = tmp_path / how
        folder.mkdir()
        with Watch(folder, how, lambda: None) as watch:
            folder.rename(tmp_path / f"{how} gone")
            with pytest.raises(FileNotFoundError):
                watch.is_alive()
            folder.mkdir()
            assert not watch.is_alive()
