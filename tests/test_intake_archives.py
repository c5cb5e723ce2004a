"""Archives: every file in them, under numbers of ours, within limits; nothing that a stranger wrote leads outside."""

from __future__ import annotations

import gzip
import io
import struct
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import py7zr
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.containers.archives import GZIP, SEVEN_ZIP, TAR, ZIP, archive_type, unpack
from intake.containers.errors import DamagedArchive, EmptyArchive, EncryptedArchive, RarArchive, SplitArchive
from intake.errors import IntakeError
from intake.identify import identify
from intake.members import Collector, TooMuchInside, tidy_name
from storage.links import Role


def zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def seven_zipped(files: Mapping[str, bytes], password: str | None = None) -> bytes:
    out = io.BytesIO()
    with py7zr.SevenZipFile(out, "w", password=password) as archive:
        for name, data in files.items():
            archive.writestr(data, name)
    return out.getvalue()


def tarred(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def opened(folder: Path, data: bytes, name: str = "a.zip") -> dict[str, bytes]:
    path = folder / name
    path.write_bytes(data)
    room = folder / "room"
    room.mkdir(exist_ok=True)
    members = unpack(path, identify(path), room)
    assert all(member.path.parent == room and member.role is Role.MEMBER for member in members)
    return {member.name: member.path.read_bytes() for member in members}


FILES = {"2026/fattura.xml": b"<a/>", "2026/fattura.pdf": b"%PDF-1.4", "note.txt": b"ciao"}


@pytest.mark.parametrize("pack", [zipped, seven_zipped, tarred, lambda files: gzip.compress(tarred(files))])
def test_every_kind_of_archive_gives_its_files(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    assert opened(tmp_path, pack(FILES)) == FILES


def test_a_single_file_that_was_packed_keeps_its_name(tmp_path: Path) -> None:
    assert opened(tmp_path, gzip.compress(b"ciao"), "nota.txt.gz") == {"nota.txt": b"ciao"}


def test_archives_inside_are_opened_too_and_say_where_a_file_lay(tmp_path: Path) -> None:
    inner = zipped({"b/c.txt": b"c"})
    assert opened(tmp_path, zipped({"a.txt": b"a", "inner.zip": inner, "x.7z": seven_zipped({"d.txt": b"d"})})) == {
        "a.txt": b"a", "inner.zip/b/c.txt": b"c", "x.7z/d.txt": b"d",
    }  # fmt: skip


def test_an_archive_inside_that_cannot_be_opened_stays_a_file(tmp_path: Path) -> None:
    cut = zipped(FILES)[:60]
    locked = seven_zipped({"a.txt": b"a"}, password="segreta")
    assert opened(tmp_path, zipped({"cut.zip": cut, "locked.7z": locked})) == {"cut.zip": cut, "locked.7z": locked}


def test_office_files_inside_stay_whole(tmp_path: Path) -> None:
    office = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    assert list(opened(tmp_path, zipped({"lettera.docx": office}))) == ["lettera.docx"]


def test_what_systems_leave_in_archives_is_no_file(tmp_path: Path) -> None:
    litter = {"__MACOSX/._a.txt": b"x", ".DS_Store": b"x", "x/Thumbs.db": b"x", "empty.txt": b"", "dir/": b""}
    assert opened(tmp_path, zipped({**litter, "a.txt": b"a"})) == {"a.txt": b"a"}
    with pytest.raises(EmptyArchive):
        opened(tmp_path, zipped(litter))


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "..\\..\\windows\\x", "a/../../b", "CON", "a\nb", "\u202efdp.exe"]
)
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_no_name_leads_outside(tmp_path: Path, name: str, pack: object) -> None:
    assert callable(pack)
    before = set(tmp_path.parent.rglob("*"))
    (found,) = opened(tmp_path, pack({name: b"x"})).items()
    assert ".." not in found[0].split("/")
    assert found[0].isprintable()
    assert not found[0].startswith("/")
    new = set(tmp_path.parent.rglob("*")) - before
    assert all(path.is_relative_to(tmp_path) for path in new)


def test_links_are_not_followed(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        link = tarfile.TarInfo("passwd")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    with pytest.raises(EmptyArchive):
        opened(tmp_path, out.getvalue())


@pytest.mark.parametrize("pack", [zipped, seven_zipped, tarred])
def test_what_was_cut_off_is_said_to_be_damaged(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    whole = pack({f"{n}.bin": bytes(range(256)) * 40 for n in range(3)})
    with pytest.raises(DamagedArchive):
        opened(tmp_path, whole[: len(whole) * 2 // 3])


def test_passwords_are_asked_for_in_words(tmp_path: Path) -> None:
    with pytest.raises(EncryptedArchive):
        opened(tmp_path, seven_zipped({"a.txt": b"a" * 100}, password="segreta"))
    data = bytearray(zipped({"a.txt": b"a"}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.index(mark) + (6 if mark[2] == 3 else 8)
        data[at : at + 2] = struct.pack("<H", 1)
    with pytest.raises(EncryptedArchive):
        opened(tmp_path, bytes(data))


def test_a_bomb_is_refused_before_it_fills_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("zeros", "w") as file:
        for _ in range(150):
            file.write(bytes(1_000_000))
    room = tmp_path / "room"
    room.mkdir()
    with pytest.raises(TooMuchInside):
        unpack(path, ZIP, room)
    assert sum(file.stat().st_size for file in room.iterdir()) == 0


def test_a_bomb_that_lies_about_its_size_is_stopped(tmp_path: Path) -> None:
    collector = Collector(tmp_path, max_bytes=1000)
    with pytest.raises(TooMuchInside):
        collector.add("a", iter([b"x" * 600] * 5), Role.MEMBER)
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 1000


def test_what_packs_better_than_any_paper_is_refused_before_it_fills_the_disk(tmp_path: Path) -> None:
    with pytest.raises(TooMuchInside):
        opened(tmp_path, gzip.compress(bytes(120_000_000)))
    assert sum(file.stat().st_size for file in (tmp_path / "room").iterdir()) <= 100_000_000


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_to_pack_are_known(tmp_path: Path, method: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("a.bin", bytes(60_000_000))
    path, room = tmp_path / "a.zip", tmp_path / "room"
    path.write_bytes(out.getvalue())
    room.mkdir()
    (member,) = unpack(path, ZIP, room)
    assert member.path.stat().st_size == 60_000_000


def test_archives_that_cannot_be_opened_here_say_what_to_do(tmp_path: Path) -> None:
    for head, error in ((b"Rar!\x1a\x07\x01\x00", RarArchive), (b"PK\x07\x08PK\x03\x04", SplitArchive)):
        (tmp_path / "a").write_bytes(head + bytes(99))
        with pytest.raises(error):
            identify(tmp_path / "a")


def test_a_directory_of_more_files_than_any_office_has_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(TooMuchInside):
        opened(tmp_path, zipped({f"{n:060}.txt": b"x" for n in range(21_000)}))


def test_members_that_share_their_bytes_are_a_bomb(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"a" * 1000, "b.txt": b"b" * 1000}))
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = struct.pack("<I", 0)
    with pytest.raises(DamagedArchive):
        opened(tmp_path, bytes(data))


def test_all_archives_in_one_another_share_one_allowance(tmp_path: Path) -> None:
    inner = zipped({f"{n}.txt": b"x" for n in range(3000)})
    with pytest.raises(TooMuchInside):
        opened(tmp_path, zipped({"a.zip": inner, "b.zip": inner}))


def test_archives_in_one_another_end_somewhere(tmp_path: Path) -> None:
    data = zipped({"a.txt": b"x"})
    for _ in range(12):
        data = zipped({"a.zip": data})
    (found,) = opened(tmp_path, data)
    assert found.count("a.zip") <= 6


@given(st.binary(max_size=300), st.sampled_from([b"PK\x03\x04", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b""]))
def test_any_bytes_give_files_or_a_clear_error(
    tmp_path_factory: pytest.TempPathFactory, rest: bytes, head: bytes
) -> None:
    folder = tmp_path_factory.mktemp("any")
    path = folder / "a"
    path.write_bytes(head + rest)
    kind = archive_type(head + rest)
    if kind in (ZIP, SEVEN_ZIP, TAR, GZIP):
        room = folder / "room"
        room.mkdir()
        try:
            unpack(path, str(kind), room)
        except IntakeError as error:
            assert error.message.it and error.message.en


@given(st.text(max_size=80))
def test_a_tidy_name_is_one_line_and_no_way_up(name: str) -> None:
    tidy = tidy_name(name)
    assert tidy.isprintable()
    assert tidy
    assert not {"", ".", ".."} & set(tidy.split("/"))
