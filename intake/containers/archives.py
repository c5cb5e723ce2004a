"""ZIP, 7z, tar and gzip files, one in another: their members in order of names, with one allowance for all of them."""

from __future__ import annotations

import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from intake.containers import seven_zip
from intake.containers.errors import DamagedArchive, EmptyArchive, EncryptedArchive
from intake.errors import IntakeError
from intake.members import MAX_BYTES, MAX_MEMBERS, Collector, Member, TooMuchInside, tidy_name
from intake.office.package import directory_bytes
from storage.links import Role

ZIP = "application/zip"
SEVEN_ZIP = "application/x-7z-compressed"
TAR = "application/x-tar"
GZIP = "application/gzip"
ARCHIVES = frozenset({ZIP, SEVEN_ZIP, TAR, GZIP})

RAR_HEAD = b"Rar!\x1a\x07"
SPLIT_HEAD = b"PK\x07\x08PK\x03\x04"  # the first disk of several
MOST_NESTED = 5
_CHUNK = 1 << 18
_FLAG_ENCRYPTED, _FLAG_UTF8 = 0x1, 0x800
_LITTER = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
_UNSUSPICIOUS = 100_000_000  # bytes, however small the archive
_MOST_PACKED = 200  # times larger than the archive
_SMALL_STEPS = 4096  # bytes packed by what has no limit on what comes out: they become 30 MB at the most
_LONGEST_DIRECTORY = 4_000_000
_MOST_ENTRIES = 20_000  # with folders and litter; a central directory of more is no office's

_BOUNDED_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

Entry = tuple[str, Callable[[], Iterator[bytes]]]


def archive_type(head: bytes) -> str | None:
    """Which kind of archive begins with `head`; a ZIP may be an office file all the same."""
    if head[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"):
        return ZIP
    if head[:6] == b"7z\xbc\xaf\x27\x1c":
        return SEVEN_ZIP
    if head[:3] == b"\x1f\x8b\x08":
        return GZIP
    return TAR if head[257:262] == b"ustar" else None


def unpack(path: Path, media_type: str, folder: Path) -> tuple[Member, ...]:
    """All files in the archive and in archives inside it, written to `folder`, which must exist.

    One inside that cannot be opened stays a file as it is. Raises EncryptedArchive, DamagedArchive, EmptyArchive,
    TooMuchInside."""
    collector = Collector(folder, max_bytes=_allowed(path))
    with _in_our_words():
        _unpack(path, media_type, "", collector, 1)
    members = collector.kept()
    if not members:
        raise EmptyArchive
    return members


def _allowed(path: Path) -> int:
    """How many bytes may come out: what packs a hundred times better than any paper does is a bomb."""
    return min(MAX_BYTES, max(_UNSUSPICIOUS, _MOST_PACKED * path.stat().st_size))


def _unpack(path: Path, media_type: str, inside: str, collector: Collector, depth: int) -> None:
    for name, chunks in _entries(path, media_type, collector.max_bytes):
        if _is_litter(name):
            continue
        member = collector.add(f"{inside}{name}", chunks(), Role.MEMBER)
        with member.path.open("rb") as file:
            found = _plain_archive(member.path, file.read(512))
        if member.path.stat().st_size == 0:
            collector.drop(member)
        elif found and depth < MOST_NESTED:
            _open_inner(member, found, collector, depth)


def _open_inner(member: Member, media_type: str, collector: Collector, depth: int) -> None:
    before = len(collector.members)
    try:
        with _in_our_words():
            _unpack(member.path, media_type, f"{member.name}/", collector, depth + 1)
    except TooMuchInside:
        raise
    except IntakeError:
        collector.drop_after(before)
    else:
        if len(collector.members) > before:
            collector.drop(member)


def _plain_archive(path: Path, head: bytes) -> str | None:
    """The kind of an archive that holds files for people, None for office files, which are ZIP files too."""
    found = archive_type(head)
    if found != ZIP:
        return found
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist()[:50])
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return ZIP
    return None if {"[Content_Types].xml", "mimetype"} & names else ZIP


def _entries(path: Path, media_type: str, most: int) -> Iterator[Entry]:
    """Name and content of each file."""
    if media_type == ZIP:
        yield from _in_zip(path, most)
    elif media_type == SEVEN_ZIP:
        yield from seven_zip.entries(path, MAX_MEMBERS, most)
    elif media_type == TAR or _is_tar_inside(path):
        yield from _in_tar(path, most)
    else:
        yield path.name.removesuffix(".gz"), lambda: _chunks(_gunzipped(path))


@contextmanager
def _in_our_words() -> Iterator[None]:
    """What libraries say of bytes from strangers, as errors with a remedy."""
    try:
        yield
    except IntakeError:
        raise
    except MemoryError as error:
        raise TooMuchInside(reason="memoria") from error
    except RuntimeError as error:  # zipfile says so of a member with a password, and of methods that it has not
        raise (DamagedArchive if isinstance(error, NotImplementedError) else EncryptedArchive) from error
    except (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError) as error:
        raise DamagedArchive from error


def _gunzipped(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path))


def _in_zip(path: Path, most: int) -> Iterator[Entry]:
    with path.open("rb") as file:
        if (directory_bytes(file) or 0) > _LONGEST_DIRECTORY:
            raise TooMuchInside(reason=f"> {_MOST_ENTRIES} file")
    with zipfile.ZipFile(path) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        _refuse(len(entries), sum(entry.file_size for entry in entries), most)
        if any(entry.flag_bits & _FLAG_ENCRYPTED for entry in entries):
            raise EncryptedArchive
        _refuse_overlap(entries)
        for entry in sorted(entries, key=lambda entry: entry.filename):
            if entry.external_attr >> 28 != 0xA:  # a symbolic link
                step = _CHUNK if entry.compress_type in _BOUNDED_METHODS else _SMALL_STEPS
                yield _name(entry), lambda entry=entry, step=step: _chunks(archive.open(entry), step)  # type: ignore[misc]


def _refuse(entries: int, size: int, most: int) -> None:
    if entries > _MOST_ENTRIES:
        raise TooMuchInside(reason=f"{entries} file")
    if size > most:
        raise TooMuchInside(reason=f"{size // 1_000_000} MB")


def _refuse_overlap(entries: list[zipfile.ZipInfo]) -> None:
    """Members that share their packed bytes are a bomb (Fifield 2019, A better zip bomb)."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            raise DamagedArchive
        end = entry.header_offset + entry.compress_size


def _name(entry: zipfile.ZipInfo) -> str:
    """Names that are not said to be UTF-8 are DOS's by the standard, and Windows' or UTF-8 in truth."""
    if entry.flag_bits & _FLAG_UTF8 or entry.filename.isascii():
        return entry.filename
    raw = entry.filename.encode("cp437", errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return entry.filename


def _is_tar_inside(path: Path) -> bool:
    with gzip.open(path) as file:
        return archive_type(file.read(512)) == TAR


def _in_tar(path: Path, most: int) -> Iterator[Entry]:
    with tarfile.open(path) as archive:
        for count, entry in enumerate(archive, start=1):
            _refuse(count, entry.size if entry.isreg() else 0, most)
            if entry.isreg():
                file = archive.extractfile(entry)
                if file is not None:
                    yield entry.name, lambda file=file: _chunks(file)  # type: ignore[misc]


def _chunks(file: IO[bytes], step: int = _CHUNK) -> Iterator[bytes]:
    with file:
        while chunk := file.read(step):
            yield chunk


def _is_litter(name: str) -> bool:
    """What systems leave in archives and nobody put there."""
    tidy = tidy_name(name)
    return tidy.startswith(_LITTER[0]) or tidy.rsplit("/", 1)[-1] in _LITTER or tidy.rsplit("/", 1)[-1].startswith("._")
