"""Mails, XML and signatures that strangers make to do harm: parts and levels without end, entities, endless heads."""

from __future__ import annotations

from collections.abc import Callable

HEADS = b"From: a@b.it\r\nTo: c@d.it\r\nSubject: Fattura\r\nMIME-Version: 1.0\r\n"


def many_parts(count: int = 100_000) -> bytes:
    part = b"--b\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\n%PDF-1.4\r\n"
    return HEADS + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + part * count + b"--b--\r\n"


def nested_parts(depth: int) -> bytes:
    levels = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (level, level) for level in range(depth)
    )
    return HEADS + levels + b"Content-Type: text/plain\r\n\r\nciao\r\n"


def nested_mails(depth: int) -> bytes:
    level = HEADS + b"Content-Type: message/rfc822\r\n\r\n"
    return level * depth + HEADS + b"\r\nciao\r\n"


def one_boundary(depth: int = 1000) -> bytes:
    """Every level has the same boundary."""
    return HEADS + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" * depth + b"\r\nciao\r\n"


def boundary_in_every_line(lines: int = 500_000) -> bytes:
    return HEADS + b'Content-Type: multipart/mixed; boundary=""\r\n\r\n' + b"--\r\n" * lines


def huge_head(megabytes: int = 50) -> bytes:
    return HEADS + b"X-Long: " + b"a" * (megabytes << 20) + b"\r\n\r\nciao\r\n"


def many_heads(count: int = 500_000) -> bytes:
    return HEADS + b"X-Head: a\r\n" * count + b"\r\nciao\r\n"


def many_recipients(count: int = 200_000) -> bytes:
    return HEADS.replace(b"To: c@d.it", b"To: " + b",\r\n ".join([b'"x (y" <a@b.it>'] * count)) + b"\r\nciao\r\n"


def comments_in_addresses(depth: int = 50_000) -> bytes:
    return HEADS.replace(b"From: a@b.it", b"From: " + b"(" * depth + b"a@b.it") + b"\r\nciao\r\n"


def encoded_words(count: int = 50_000) -> bytes:
    return HEADS.replace(b"Subject: Fattura", b"Subject: " + b" ".join([b"=?utf-8?q?=41?="] * count)) + b"\r\nciao\r\n"


def parameters_in_pieces(count: int = 100_000) -> bytes:
    pieces = b";\r\n ".join(b"name*%d*=a" % number for number in range(count))
    return HEADS + b"Content-Type: application/pdf; " + pieces + b"\r\n\r\n%PDF-1.4\r\n"


def html_levels(depth: int = 100_000) -> bytes:
    return HEADS + b"Content-Type: text/html\r\n\r\n" + b"<div>" * depth + b"ciao"


def html_tables(depth: int = 2000) -> bytes:
    return HEADS + b"Content-Type: text/html\r\n\r\n" + b"<table><tr><td>a<td>" * depth + b"ciao"


def uuencoded(lines: int = 300_000) -> bytes:
    line = b"M" + b"A" * 60 + b"\r\n"
    return HEADS + b"Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 /tmp/faldone-escaped\r\n" + line * lines


def named_outside() -> bytes:
    named = b'Content-Disposition: attachment; filename="../../faldone-escaped"\r\n'
    part = b"--b\r\nContent-Type: text/plain\r\n" + named + b"\r\nx\r\n"
    return HEADS + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + part + b"--b--\r\n"


def invoice(inside: bytes, declaration: bytes = b"") -> bytes:
    root = b'<p:FatturaElettronica xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2">'
    return b'<?xml version="1.0"?>' + declaration + root + inside + b"</p:FatturaElettronica>"


def entities() -> bytes:
    levels = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 12))
    return invoice(b"&e11;", b'<!DOCTYPE p [<!ENTITY e0 "aaaaaaaaaa">' + levels + b"]>")


def file_entity() -> bytes:
    return invoice(b"<a>&x;</a>", b'<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]>')


def der(tag: int, content: bytes) -> bytes:
    size = len(content)
    length = (
        bytes([size])
        if size < 128
        else (b := size.to_bytes((size.bit_length() + 7) // 8, "big")) and bytes([0x80 | len(b)]) + b
    )
    return bytes([tag]) + length + content


def signed(content: bytes) -> bytes:
    """CMS SignedData around the content, without a signer."""
    data, kind = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01", b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"
    inner = der(0x30, data + der(0xA0, der(0x04, content)))
    return der(0x30, kind + der(0xA0, der(0x30, b"\x02\x01\x01\x31\x00" + inner + b"\x31\x00")))


def signed_often(depth: int = 1000) -> bytes:
    content = invoice(b"")
    for _ in range(depth):
        content = signed(content)
    return content


def nested_ber(depth: int = 100_000) -> bytes:
    return b"\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02" + b"\xa0\x80\x30\x80\x24\x80" * depth


MAILS: dict[str, Callable[[], bytes]] = {
    "mail: 100,000 parts": many_parts,
    "mail: parts in one another, 1,000 deep": lambda: nested_parts(1000),
    "mail: parts in one another, 50,000 deep": lambda: nested_parts(50_000),
    "mail: mails in one another, 1,000 deep": lambda: nested_mails(1000),
    "mail: mails in one another, 50,000 deep": lambda: nested_mails(50_000),
    "mail: one boundary for 1,000 levels": one_boundary,
    "mail: an empty boundary, 500,000 times": boundary_in_every_line,
    "mail: a head of 50 MB": huge_head,
    "mail: 500,000 heads": many_heads,
    "mail: 200,000 recipients": many_recipients,
    "mail: 50,000 brackets in an address": comments_in_addresses,
    "mail: 50,000 encoded words": encoded_words,
    "mail: a name in 100,000 pieces": parameters_in_pieces,
    "mail: HTML 100,000 levels deep": html_levels,
    "mail: 2,000 tables in one another": html_tables,
    "mail: uuencoded, with a path": uuencoded,
    "mail: an attachment named ../../": named_outside,
    "XML: entities (a billion laughs)": entities,
    "XML: entity of a file": file_entity,
    "XML: 200,000 levels deep": lambda: invoice(b"<a>" * 200_000),
    "XML: 2,000,000 elements": lambda: invoice(b"<a/>" * 2_000_000),
    "XML: an attribute of 30 MB": lambda: invoice(b'<a b="' + b"x" * 30_000_000 + b'"/>'),
    "p7m: 1,000 in one another": signed_often,
    "p7m: BER 100,000 levels deep": nested_ber,
}
