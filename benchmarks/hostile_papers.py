"""Papers that strangers make to do harm: office files, PDF, pictures, tables."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

import openpyxl
from PIL import Image

from benchmarks.hostile_archives import ZEROS, zipped

_TYPES = "[Content_Types].xml"
_RELATIONS = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    b'Target="word/document.xml"/></Relationships>'
)
_WORD_TYPES = (
    b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    b'wordprocessingml.document.main+xml"/></Types>'
)
_W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: bytes, declaration: bytes = b"") -> bytes:
    xml = (
        b'<?xml version="1.0"?>' + declaration + b"<w:document " + _W + b"><w:body>" + body + b"</w:body></w:document>"
    )
    return zipped([(_TYPES, _WORD_TYPES), ("_rels/.rels", _RELATIONS), ("word/document.xml", xml)])


def docx_entities() -> bytes:
    levels = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 12))
    return docx(b"<w:p><w:r><w:t>&e11;</w:t></w:r></w:p>", b'<!DOCTYPE w [<!ENTITY e0 "aaaaaaaaaa">' + levels + b"]>")


def docx_tables(depth: int) -> bytes:
    return docx(b"<w:tbl><w:tr><w:tc>" * depth + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * depth)


def xlsx(replacing: dict[str, bytes]) -> bytes:
    """A workbook with some of its parts replaced."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["Fattura", 12.5])
    book.save(out)
    import zipfile

    with zipfile.ZipFile(out) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**parts, **replacing}.items())


_SHEET = (
    b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</worksheet>'
)
_STRINGS = b'<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</sst>'


def xlsx_of_cells(declared: bytes, rows: bytes) -> bytes:
    return xlsx({"xl/worksheets/sheet1.xml": _SHEET % (declared + b"<sheetData>" + rows + b"</sheetData>")})


def xlsx_many_rows(count: int = 1_500_000) -> bytes:
    return xlsx_of_cells(b"", b"<row><c><v>1</v></c></row>" * count)


def xlsx_strings() -> bytes:
    return xlsx({"xl/sharedStrings.xml": _STRINGS % (b"<si><t>" + b"a" * 50_000_000 + b"</t></si>")})


def xlsx_many_strings(count: int = 1_200_000) -> bytes:
    return xlsx({"xl/sharedStrings.xml": _STRINGS % (b"<si><t>a</t></si>" * count)})


def pdf(objects: list[bytes], root: int = 1) -> bytes:
    out, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        out
        + head
        + table
        + b"trailer<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, root, start)
    )


def stream(data: bytes, keys: bytes = b"", filters: int = 1) -> bytes:
    names = b"/FlateDecode " * filters
    for _ in range(filters):
        data = zlib.compress(data, 9)
    return b"<<%s/Filter[%s]/Length %d>>stream\n%s\nendstream" % (keys, names, len(data), data)


_CATALOG, _PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<%s>>>>"


def pdf_content_bomb() -> bytes:
    return pdf([_CATALOG, _PAGES, _PAGE % b"", stream(zlib.compress(ZEROS * 1500, 9), filters=1, keys=b"").replace(
        b"/Filter[/FlateDecode ]", b"/Filter[/FlateDecode /FlateDecode ]")])  # fmt: skip


def pdf_page_loop() -> bytes:
    return pdf([_CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000000>>"])


def pdf_page_tree(levels: int = 24) -> bytes:
    """Every node twice the one below it: sixteen million pages in a kilobyte."""
    nodes = [b"<</Type/Pages/Kids[%d 0 R %d 0 R]/Count %d>>" % (n + 3, n + 3, 1 << (levels - n)) for n in range(levels)]
    return pdf([_CATALOG, *nodes, b"<</Type/Page/MediaBox[0 0 595 842]>>"])


def pdf_object_stream_bomb() -> bytes:
    first = b"".join(b"%d 0 " % (10 + n) for n in range(1000))
    keys = b"/Type/ObjStm/N 100000000/First %d" % len(first)
    return pdf([_CATALOG, _PAGES, _PAGE % b"", stream(b""), stream(first + ZEROS * 1000, keys)])


def pdf_form_recursion() -> bytes:
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 5 0 R>>>>"
    return pdf(
        [_CATALOG, _PAGES, _PAGE % b"/XObject<</A 5 0 R>>", stream(b"/A Do " * 10), stream(b"/A Do " * 10, form)]
    )


def pdf_form_tree(levels: int = 9) -> bytes:
    """Forms that draw the next one thirty times: thirty to the ninth."""
    forms = [
        stream(b"/A Do " * 30, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A %d 0 R>>>>" % (6 + n))
        for n in range(levels)
    ]
    last = stream(b"0 0 1 1 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    return pdf([_CATALOG, _PAGES, _PAGE % b"/XObject<</A 5 0 R>>", stream(b"/A Do"), *forms, last])


def pdf_huge_page() -> bytes:
    return pdf([_CATALOG, _PAGES, (_PAGE % b"").replace(b"595 842", b"9000000 9000000"), stream(b"0 0 9 9 re f")])


def pdf_huge_picture() -> bytes:
    keys = b"/Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceGray"
    return pdf(
        [_CATALOG, _PAGES, _PAGE % b"/XObject<</A 5 0 R>>", stream(b"595 0 0 842 0 0 cm /A Do"), stream(ZEROS, keys)]
    )


def pdf_nested_arrays(depth: int = 500_000) -> bytes:
    return pdf([_CATALOG, _PAGES, _PAGE % b"", b"[" * depth])


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(ZEROS)) + chunk(b"IEND", b"")


def jpeg(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("L", (64, 64)).save(out, "JPEG")
    data = bytearray(out.getvalue())
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def tiff(count: int, loop: bool = False) -> bytes:
    """As many directories as that, all of them over one strip; or one that is its own successor."""
    strip, out = b"\xff" * 16, b"II*\x00" + struct.pack("<I", 24)
    out += strip
    tags = (
        (256, 4, 16),
        (257, 4, 8),
        (258, 3, 1),
        (259, 3, 1),
        (262, 3, 1),
        (273, 4, 8),
        (277, 3, 1),
        (278, 4, 8),
        (279, 4, 16),
    )
    for number in range(count):
        here = len(out) if count < 3 else 24 + number * (2 + 12 * len(tags) + 4)
        following = here if loop else here + 2 + 12 * len(tags) + 4 if number + 1 < count else 0
        out += struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", t, kind, 1, v) for t, kind, v in tags)
        out += struct.pack("<I", following)
    return out


def html(body: bytes) -> bytes:
    return b"<!DOCTYPE html><html><body>" + body


PAPERS: dict[str, Callable[[], bytes]] = {
    "DOCX: 1 GB of blanks": lambda: docx(b"<w:p><w:r><w:t>" + b" " * 1_000_000_000 + b"</w:t></w:r></w:p>"),
    "DOCX: entities": docx_entities,
    "DOCX: 200,000 levels deep": lambda: docx(b"<w:sdt>" * 200_000),
    "DOCX: 200 tables in one another": lambda: docx_tables(80),
    "DOCX: 1,000,000 paragraphs": lambda: docx(b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 300_000),
    "XLSX: 10^9 cells declared": lambda: xlsx_of_cells(
        b'<dimension ref="A1:XFD1048576"/>', b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    ),
    "XLSX: 1,500,000 rows": xlsx_many_rows,
    "XLSX: a string of 50 MB": xlsx_strings,
    "XLSX: 1,200,000 strings": xlsx_many_strings,
    "RTF: 1,000,000 groups in one another": lambda: b"{\\rtf1 " + b"{" * 1_000_000 + b"ciao",
    "RTF: a number of 10 MB": lambda: b"{\\rtf1 \\bin" + b"9" * 10_000_000 + b" ciao}",
    "RTF: 19 MB of control words": lambda: b"{\\rtf1 " + b"\\b\\i " * 3_800_000 + b"ciao}",
    "HTML: 1,000,000 levels deep": lambda: html(b"<div>" * 1_000_000),
    "HTML: 5,000 tables in one another": lambda: html(b"<table><tr><td>a<td>" * 5000),
    "HTML: a table of 10^6 columns": lambda: html(b"<table><tr>" + b"<td>a" * 1_000_000),
    "HTML: spans of 10^9 columns": lambda: html(b"<table>" + b"<tr><td colspan=1000000000 rowspan=1000000000>a" * 1000),
    "CSV: a line of 100 MB": lambda: b"a;b;c\n1;2;3\n" + b"x;" * 50_000_000,
    "CSV: 10,000,000 lines": lambda: b"a;b;c\n" * 10_000_000,
    "CSV: an open quote of 100 MB": lambda: b'a;b;c\n1;2;3\n1;"' + b"x\n" * 50_000_000,
    "text: a line of 100 MB": lambda: b"Gentile cliente " * 6_000_000,
    "PDF: content of 1.5 GB": pdf_content_bomb,
    "PDF: a loop in the page tree": pdf_page_loop,
    "PDF: 16 million pages in 2 kB": pdf_page_tree,
    "PDF: an object stream of 1 GB": pdf_object_stream_bomb,
    "PDF: a form that draws itself": pdf_form_recursion,
    "PDF: forms that draw forms, 30^9": pdf_form_tree,
    "PDF: a page of 3 km": pdf_huge_page,
    "PDF: a picture of 100,000 x 100,000": pdf_huge_picture,
    "PDF: 500,000 brackets": pdf_nested_arrays,
    "PNG: 100,000 x 100,000": lambda: png(100_000, 100_000),
    "PNG: 2 billion x 2 billion": lambda: png(0x7FFFFFFF, 0x7FFFFFFF),
    "JPEG: 65,500 x 65,500": lambda: jpeg(65_500, 65_500),
    "TIFF: 100,000 directories": lambda: tiff(100_000),
    "TIFF: a directory that follows itself": lambda: tiff(1, loop=True),
    "BMP: 100,000 x 100,000": lambda: (
        b"BM" + struct.pack("<IHHIIiiHHIIiiII", 99, 0, 0, 54, 40, 100_000, 100_000, 1, 24, 0, 0, 0, 0, 0, 0) + bytes(45)
    ),
}
