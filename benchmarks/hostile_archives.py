"""Archives that strangers make to do harm: bombs, lies about sizes, names that lead outside."""

from __future__ import annotations

import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable

import py7zr

ZEROS = bytes(1 << 20)
OUTSIDE = "faldone-escaped"  # the name of every file that tries to be written elsewhere


def zipped(files: Iterable[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method, compresslevel=1) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()


def zip_of_zeros(megabytes: int, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", method, compresslevel=9) as archive,
        archive.open("zeros.pdf", "w", force_zip64=True) as file,
    ):
        for _ in range(megabytes):
            file.write(ZEROS)
    return out.getvalue()


def nested_zeros() -> bytes:
    """Sixteen archives of sixteen archives, each with ten megabytes: 2.5 GB from a few kilobytes."""
    data = zip_of_zeros(10)
    for _ in range(2):
        data = zipped((f"{number}.zip", data) for number in range(16))
    return data


def layered(depth: int = 200) -> bytes:
    data = zipped([("a.txt", b"a")])
    for _ in range(depth):
        data = zipped([("a.zip", data)])
    return data


def tree_of_archives() -> bytes:
    """42.zip's shape: every archive holds sixteen, six levels deep."""
    data = zip_of_zeros(100)
    for _ in range(6):
        data = zipped(((f"lib {number}.zip", data) for number in range(16)), zipfile.ZIP_DEFLATED)
    return data


def declared_small(megabytes: int = 400) -> bytes:
    """A member that says it is ten bytes long and unpacks to much more."""
    data = bytearray(zip_of_zeros(megabytes))
    central = data.rindex(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", 10)
    return bytes(data)


def declared_huge() -> bytes:
    data = bytearray(zipped([("a.pdf", b"%PDF-1.4")]))
    central = data.rindex(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", 0xFFFFFFF0)
    return bytes(data)


def overlapping(copies: int = 500) -> bytes:
    """Many entries of one directory over the same packed bytes (Fifield 2019)."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"".join(packer.compress(ZEROS) for _ in range(20)) + packer.flush()
    checksum = zlib.crc32(ZEROS * 20)
    sizes = struct.pack("<III", checksum, len(packed), 20 << 20)
    local = struct.pack("<4sHHHHH", b"PK\x03\x04", 20, 0, 8, 0, 0) + sizes + struct.pack("<HH", 1, 0) + b"a"
    directory = b"".join(
        struct.pack("<4sHHHHHH", b"PK\x01\x02", 20, 20, 0, 8, 0, 0)
        + sizes
        + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, 0)
        + name
        for name in (b"%04d" % number for number in range(copies))
    )
    body = local + packed
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, copies, copies, len(directory), len(body), 0)
    return body + directory + end


def many_entries(count: int = 300_000) -> bytes:
    """A directory of empty files, as long as it can be."""
    directory = b"".join(
        struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0)
        + b"%06d" % number
        for number in range(count)
    )
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count & 0xFFFF, count & 0xFFFF, len(directory), 0, 0)
    return b"PK\x03\x04" + bytes(26) + directory + end[:16] + struct.pack("<IH", 30, 0)


def names_that_lead_outside() -> bytes:
    names = [f"../../{OUTSIDE}", f"/tmp/{OUTSIDE}", f"..\\..\\{OUTSIDE}", f"C:\\{OUTSIDE}", f"a/../../../{OUTSIDE}"]
    return zipped((name, b"Gentile cliente, in allegato la fattura.") for name in names)


def zip_of_links() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("link")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/tmp")
        archive.writestr(f"link/{OUTSIDE}", b"Gentile cliente, in allegato la fattura.")
    return out.getvalue()


def tarred(entries: Iterable[tuple[bytes, str, str, bytes]]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind, name, target, data in entries:
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname, entry.size = kind, target, len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def tar_of_links_and_devices() -> bytes:
    text = b"Gentile cliente, in allegato la fattura."
    return tarred([
        (tarfile.SYMTYPE, "out", "/tmp", b""), (tarfile.REGTYPE, f"out/{OUTSIDE}", "", text),
        (tarfile.LNKTYPE, "passwd", "/etc/passwd", b""), (tarfile.CHRTYPE, "zero", "", b""),
        (tarfile.FIFOTYPE, "pipe", "", b""), (tarfile.REGTYPE, f"../../{OUTSIDE}", "", text),
    ])  # fmt: skip


def tar_declared_huge() -> bytes:
    entry = tarfile.TarInfo("a.pdf")
    entry.size = 8 << 40
    return entry.tobuf(tarfile.GNU_FORMAT) + bytes(1024)


def gzipped_zeros(megabytes: int = 2000) -> bytes:
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=9) as file:
        for _ in range(megabytes):
            file.write(ZEROS)
    return out.getvalue()


def gzip_in_gzip(depth: int = 1000) -> bytes:
    data = b"Gentile cliente"
    for _ in range(depth):
        data = gzip.compress(data, 1)
    return data


def seven_zip_of_zeros(megabytes: int) -> bytes:
    out = io.BytesIO()
    with py7zr.SevenZipFile(out, "w") as archive:
        archive.writestr(bytes(megabytes << 20), "zeros.pdf")
    return out.getvalue()


def seven_zip_with_a_huge_dictionary() -> bytes:
    """Unpacking asks for 1.5 GB of dictionary before the first byte comes."""
    out = io.BytesIO()
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 1 << 20}]
    with py7zr.SevenZipFile(out, "w", filters=filters) as archive:
        archive.writestr(b"Gentile cliente " * 100, "a.txt")
    data = bytearray(out.getvalue())
    at = data.rindex(b"\x21\x21\x01")  # the coder LZMA2, and that it has one byte of properties
    data[at + 3] = 39  # 3 GB
    header = bytes(data[32 + struct.unpack_from("<Q", data, 12)[0] :])
    data[28:32] = struct.pack("<I", zlib.crc32(header))
    data[8:12] = struct.pack("<I", zlib.crc32(bytes(data[12:32])))
    return bytes(data)


ARCHIVES: dict[str, Callable[[], bytes]] = {
    "zip: 2 GB of zeros": lambda: zip_of_zeros(2000),
    "zip: 900 MB of zeros": lambda: zip_of_zeros(900),
    "zip: 900 MB of zeros, LZMA": lambda: zip_of_zeros(900, zipfile.ZIP_LZMA),
    "zip: bombs in archives in archives": nested_zeros,
    "zip: sixteen in each, six levels deep": tree_of_archives,
    "zip: 200 in one another": layered,
    "zip: says 10 bytes, is 400 MB": declared_small,
    "zip: says 4 GB, is 8 bytes": declared_huge,
    "zip: 500 members over the same bytes": overlapping,
    "zip: 300,000 members": many_entries,
    "zip: names that lead outside": names_that_lead_outside,
    "zip: symbolic link and a file behind it": zip_of_links,
    "tar: links, devices, a pipe": tar_of_links_and_devices,
    "tar: says 8 TB": tar_declared_huge,
    "gzip: 2 GB of zeros": gzipped_zeros,
    "gzip: 1,000 in one another": gzip_in_gzip,
    "7z: 250 MB of zeros": lambda: seven_zip_of_zeros(250),
    "7z: 900 MB of zeros": lambda: seven_zip_of_zeros(900),
    "7z: a dictionary of 3 GB": seven_zip_with_a_huge_dictionary,
}
