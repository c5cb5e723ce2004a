"""A font that draws nothing and maps every character to itself: what invisible text is written in.

Codes are UTF-16 code units, so that any Unicode text can be written; /ToUnicode is the identity. All codes share one
empty glyph of half an em. The font program is embedded because viewers substitute a visible font for a missing one.
"""

from __future__ import annotations

import struct

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

UNITS = 1000
ADVANCE = 500  # thousandths of an em, for every code unit
_TO_UNICODE = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
%d beginbfrange
%s
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def add_font(pdf: Pdf) -> Object:
    """The font as an indirect object of `pdf`."""
    program = font_program()
    file = Stream(pdf, program)
    file.Length1 = len(program)
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name.Glyphless,
        Flags=5,  # fixed width, symbolic
        FontBBox=Array([0, 0, ADVANCE, UNITS]),
        ItalicAngle=0,
        Ascent=800,
        Descent=-200,
        CapHeight=800,
        StemV=80,
        FontFile2=pdf.make_indirect(file),
    )
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name.Glyphless,
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=ADVANCE,
        CIDToGIDMap=pdf.make_indirect(Stream(pdf, b"\x00\x01" * 65536)),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name.Glyphless,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_indirect(Stream(pdf, _to_unicode())),
        )
    )


def _to_unicode() -> bytes:
    """The identity, in ranges that do not cross a high byte (the specification allows no others), 100 to a block."""
    ranges = [b"<%02X00> <%02XFF> <%02X00>" % (high, high, high) for high in range(256)]
    blocks = [ranges[start : start + 100] for start in range(0, 256, 100)]
    parts = [b"%d beginbfrange\n%s\nendbfrange" % (len(block), b"\n".join(block)) for block in blocks]
    head, tail = _TO_UNICODE.split(b"%d beginbfrange\n%s\nendbfrange")
    return head + b"\n".join(parts) + tail


def font_program() -> bytes:
    """The smallest TrueType program that FreeType, PDFium and the browsers load: two empty glyphs.

    Tables after Apple's and Microsoft's OpenType specification; what a CIDFontType2 needs, and cmap, name, post."""
    glyphs = 2
    head = struct.pack(
        ">IIIIHHQQhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, UNITS, 0, 0, 0, 0, ADVANCE, UNITS, 0, 8, 2, 0, 0
    )
    hhea = struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, 800, -200, 0, ADVANCE, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, glyphs)
    maxp = struct.pack(">IHHHHHHHHHHHHHH", 0x10000, glyphs, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)
    cmap = struct.pack(">HHHHIHHHHHHHHHHHhHH", 0, 1, 3, 1, 12, 4, 24, 0, 2, 2, 0, 0, 0xFFFF, 0, 0xFFFF, 0, 1, 0, 0)[:36]
    tables = {
        b"cmap": cmap,
        b"glyf": b"\x00" * 4,
        b"head": head,
        b"hhea": hhea,
        b"hmtx": struct.pack(">HhHh", ADVANCE, 0, ADVANCE, 0),
        b"loca": struct.pack(">HHH", 0, 0, 0),
        b"maxp": maxp,
        b"name": struct.pack(">HHH", 0, 0, 6),
        b"post": struct.pack(">IIhhIIIII", 0x30000, 0, 0, 0, 1, 0, 0, 0, 0),
    }
    return _font_file(tables)


def _font_file(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    header = struct.pack(">IHHHH", 0x10000, count, 16 << power, power, (count - (1 << power)) * 16)
    offset = len(header) + 16 * count
    records, bodies = b"", b""
    for tag, body in tables.items():
        padded = body + b"\x00" * (-len(body) % 4)
        checksum = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        records += struct.pack(">4sIII", tag, checksum, offset + len(bodies), len(body))
        bodies += padded
    return header + records + bodies
