"""Writes Outlook's own files for the tests: .msg (MS-OXMSG in an OLE file, MS-CFB) and winmail.dat (MS-OXTNEF)."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

SECTOR, SMALL, LEAST = 512, 64, 4096
END, FREE, NONE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFD
INTEGER, BOOLEAN, OBJECT, TEXT_8, TEXT, TIME, BINARY = 0x0003, 0x000B, 0x000D, 0x001E, 0x001F, 0x0040, 0x0102

Tree = dict[str, "bytes | Tree"]
Values = Mapping[tuple[int, int], "int | str | bytes | datetime"]


@dataclass
class Outlook:
    """A message: properties by number and kind, those of its recipients and attachments; a mail among these too."""

    values: dict[tuple[int, int], int | str | bytes | datetime] = field(default_factory=dict)
    recipients: list[dict[tuple[int, int], int | str | bytes | datetime]] = field(default_factory=list)
    attached: list[tuple[dict[tuple[int, int], int | str | bytes | datetime], Outlook | None]] = field(
        default_factory=list
    )


def letter(subject: str = "Fattura 147/2026 – marzo", **bodies: str | bytes) -> Outlook:
    """From the supplier to two people and a copy; `bodies` may be `plain`, `html` and `rtf`."""
    made = Outlook({
        (0x001A, TEXT): "IPM.Note", (0x0037, TEXT): subject, (0x0C1A, TEXT): "Ufficio Fatture",
        (0x0C1F, TEXT): "/O=EXCHANGE/CN=FATTURE", (0x5D01, TEXT): "fatture@rossi.it",
        (0x0039, TIME): datetime(2026, 3, 31, 15, 59, tzinfo=UTC), (0x3FDE, INTEGER): 65001,
    })  # fmt: skip
    for name, key in (("plain", (0x1000, TEXT)), ("html", (0x1013, BINARY)), ("rtf", (0x1009, BINARY))):
        if name in bodies:
            made.values[key] = bodies[name]
    for kind, name, address in (
        (1, "Tessitura Valbruna", "amministrazione@valbruna.it"),
        (1, "altro@valbruna.it", "altro@valbruna.it"),
        (2, "Direzione", "direzione@valbruna.it"),
    ):
        made.recipients.append({(0x0C15, INTEGER): kind, (0x3001, TEXT): name, (0x39FE, TEXT): address})
    return made


def attach(made: Outlook, name: str, data: bytes, kind: str = "application/pdf", cid: str = "") -> Outlook:
    values: dict[tuple[int, int], int | str | bytes | datetime] = {
        (0x3707, TEXT): name, (0x3701, BINARY): data, (0x370E, TEXT): kind, (0x3705, INTEGER): 1,
    }  # fmt: skip
    if cid:
        values |= {(0x3712, TEXT): cid, (0x7FFE, BOOLEAN): 1, (0x3714, INTEGER): 4}
    made.attached.append((values, None))
    return made


def attach_mail(made: Outlook, name: str, inner: Outlook) -> Outlook:
    made.attached.append(({(0x3001, TEXT): name, (0x3705, INTEGER): 5}, inner))
    return made


def msg(made: Outlook) -> bytes:
    return ole(_message(made, 32))


def _message(made: Outlook, head: int) -> Tree:
    counts = struct.pack("<8xIIII", len(made.recipients), len(made.attached), len(made.recipients), len(made.attached))
    tree = _storage(made.values, counts.ljust(head, b"\0"))
    for number, values in enumerate(made.recipients):
        tree[f"__recip_version1.0_#{number:08X}"] = _storage(values, bytes(8))
    for number, (values, inner) in enumerate(made.attached):
        storage = _storage(values, bytes(8))
        if inner is not None:
            storage["__substg1.0_3701000D"] = _message(inner, 24)
        tree[f"__attach_version1.0_#{number:08X}"] = storage
    return tree


def _storage(values: Values, head: bytes) -> Tree:
    tree: Tree = {}
    table = head
    for (number, kind), value in values.items():
        packed = _packed(kind, value)
        if kind in (TEXT, TEXT_8, BINARY):
            tree[f"__substg1.0_{number:04X}{kind:04X}"] = packed
            end = {TEXT: 2, TEXT_8: 1, BINARY: 0}[kind]
            packed = struct.pack("<II", len(packed) + end, 0)
        table += struct.pack("<HHI", kind, number, 6) + packed.ljust(8, b"\0")
    tree["__properties_version1.0"] = table
    return tree


def _packed(kind: int, value: int | str | bytes | datetime) -> bytes:
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return value.encode("utf-16-le" if kind == TEXT else "cp1252")
    if isinstance(value, datetime):
        ticks = (value - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds() * 10_000_000
        return struct.pack("<Q", int(ticks))
    return struct.pack("<i", value)


def ole(tree: Tree) -> bytes:
    """An OLE file (version 3): header, FAT, directory, the small streams in one, the large ones after it."""
    entries: list[tuple[str, bytes | None, int, int, int]] = []  # name, data (None for a storage), left, right, child
    _enter("Root Entry", tree, entries)
    small, chains, table = b"", [], []
    for _, data, *_ in entries:
        if data is None or len(data) >= LEAST or not data:
            chains.append(END)
            continue
        first, count = len(small) // SMALL, -(-len(data) // SMALL)
        table += [*range(first + 1, first + count), END]
        small += data.ljust(count * SMALL, b"\0")
        chains.append(first)
    streams = [data for _, data, *_ in entries if data is not None and len(data) >= LEAST]
    parts = [bytes(-(-len(entries) // 4) * SECTOR), struct.pack(f"<{len(table)}I", *table), small, *streams]
    counts = [-(-len(part) // SECTOR) for part in parts]
    sectors = 1
    while sectors * (SECTOR // 4) < sum(counts) + sectors:
        sectors += 1
    starts, fat = [], [FAT] * sectors
    for count in counts:
        starts.append(len(fat) if count else END)
        fat += [*range(len(fat) + 1, len(fat) + count), END] if count else []
    large = iter(starts[3:])
    begins = [
        next(large) if d is not None and len(d) >= LEAST else c for (_, d, *_), c in zip(entries, chains, strict=True)
    ]
    begins[0] = starts[2]
    directory = b"".join(
        _entry(e, s, len(small) if n == 0 else None) for n, (e, s) in enumerate(zip(entries, begins, strict=True))
    )
    directory = directory.ljust(len(parts[0]), b"\0")
    fat += [FREE] * (sectors * (SECTOR // 4) - len(fat))
    head = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6, 0, sectors,
        starts[0], 0, LEAST, starts[1], counts[1], END, 0,
    )  # fmt: skip
    head += struct.pack("<109I", *(list(range(sectors)) + [FREE] * (109 - sectors)))
    body = struct.pack(f"<{len(fat)}I", *fat) + directory
    return head + body + b"".join(part.ljust(-(-len(part) // SECTOR) * SECTOR, b"\0") for part in parts[1:])


def _enter(name: str, tree: bytes | Tree, entries: list[tuple[str, bytes | None, int, int, int]]) -> int:
    """The number of the entry; siblings hang one on the other's right, in the order of their names."""
    here = len(entries)
    if isinstance(tree, bytes):
        entries.append((name, tree, NONE, NONE, NONE))
        return here
    entries.append((name, None, NONE, NONE, NONE))
    numbers = [_enter(one, tree[one], entries) for one in sorted(tree, key=lambda one: (len(one), one.upper()))]
    for number, following in zip(numbers, [*numbers[1:], NONE], strict=True):
        one, data, left, _, child = entries[number]
        entries[number] = (one, data, left, following, child)
    entries[here] = (name, None, NONE, NONE, numbers[0] if numbers else NONE)
    return here


def _entry(entry: tuple[str, bytes | None, int, int, int], first: int, root: int | None) -> bytes:
    name, data, left, right, child = entry
    packed = name.encode("utf-16-le") + b"\0\0"
    kind = 5 if root is not None else 1 if data is None else 2
    size = root if root is not None else len(data or b"")
    head = packed.ljust(64, b"\0") + struct.pack("<HBBIII", len(packed), kind, 1, left, right, child)
    return head + bytes(16 + 4 + 16) + struct.pack("<IQ", 0 if kind == 1 else first, size)


def packed_rtf(rtf: bytes, compressed: bool = True) -> bytes:
    """As MS-OXRTFCP packs it; all literals but what stands in the dictionary already, to be simple."""
    if not compressed:
        return struct.pack("<II4sI", len(rtf) + 12, len(rtf), b"MELA", 0) + rtf
    runs: list[bytes | None] = []
    at = 0
    while at < len(rtf):
        if rtf.startswith(b"{\\rtf1\\ansi", at):
            runs.append((0 << 4 | 8).to_bytes(2, "big"))  # ten bytes from the dictionary's beginning
            at += 10
        else:
            runs.append(rtf[at : at + 1])
            at += 1
    runs.append(None)
    write, out = 207, b""
    for begin in range(0, len(runs), 8):
        control, body = 0, b""
        for bit, run in enumerate(runs[begin : begin + 8]):
            if run is None:
                run = (write % 4096 << 4).to_bytes(2, "big")
            control |= (len(run) == 2) << bit
            write += 10 if len(run) == 2 else 1
            body += run
        out += bytes([control]) + body
    return struct.pack("<II4sI", len(out) + 12, len(rtf), b"LZFu", 0) + out


def winmail(text: str, attached: Mapping[str, bytes], rtf: bytes = b"") -> bytes:
    """A winmail.dat with a plain text, a formatted one, and files."""
    out = struct.pack("<IH", 0x223E9F78, 1) + _attribute(1, 0x0002800C, text.encode("cp1252") + b"\0")
    if rtf:
        out += _attribute(1, 0x00069003, struct.pack("<I", 1) + _property(0x1009, BINARY, rtf))
    for name, data in attached.items():
        further = _property(0x3707, TEXT, name.encode("utf-16-le") + b"\0\0")
        named = struct.pack("<HH", INTEGER, 0x8001) + bytes(16) + struct.pack("<III", 0, 7, 42)
        out += _attribute(2, 0x00069002, bytes(14)) + _attribute(2, 0x00018010, b"CORTO~1.PDF\0")
        out += _attribute(2, 0x0006800F, data) + _attribute(2, 0x00069005, struct.pack("<I", 2) + named + further)
    return out


def _attribute(level: int, number: int, data: bytes) -> bytes:
    return struct.pack("<BII", level, number, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)


def _property(number: int, kind: int, data: bytes) -> bytes:
    return struct.pack("<HHII", kind, number, 1, len(data)) + data.ljust(len(data) + -len(data) % 4, b"\0")
