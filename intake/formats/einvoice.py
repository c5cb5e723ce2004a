"""Every e-invoice there is: the bytes of a file -> the invoices in it, whatever format they are in."""

from __future__ import annotations

import re
from dataclasses import replace

from intake.formats import fatturapa
from intake.formats.european import reading
from intake.formats.fatturapa import EInvoice, unpacked
from intake.formats.signature import signatures
from intake.formats.signature_words import checked, told

_ROOT = re.compile(
    r"<(?:[\w.-]{1,40}:)?(?P<name>FatturaElettronica(?:Semplificata)?|CrossIndustry(?:Invoice|Document)|Invoice|CreditNote)"
    r"[\s>/]"
)
_UBL = re.compile(r"urn:oasis:names:(?:specification|tc):ubl:")


def is_einvoice_xml(head_text: str) -> bool:
    """Whether a text, which may be cut off, begins an e-invoice: FatturaPA, UBL or CII, in an envelope or not."""
    if not head_text.lstrip("\ufeff\u200b \t\r\n").startswith("<"):
        return False
    found = _ROOT.search(head_text)
    return found is not None and (found["name"] not in ("Invoice", "CreditNote") or bool(_UBL.search(head_text)))


def read_any(data: bytes, name: str) -> tuple[EInvoice, ...]:
    """The invoices of a file, in order, out of any envelope (.p7m). `name` is the file's name as dropped.

    Raises `UnreadableFile`: `NotAnInvoice`, `DamagedXml`, `UnsafeXml`, `DamagedSignature`, `XmlTooLarge`."""
    inside, parsed = unpacked(data, name)
    found = signatures(data) if inside.layers else ()
    if parsed.root.name in fatturapa.ROOTS:
        invoices = fatturapa.invoices_in(inside, parsed, told(found))
    else:
        invoices = reading.invoices_in(inside, parsed)
    checks = tuple(checked(found))
    return tuple(replace(invoice, checks=(*invoice.checks, *checks)) for invoice in invoices) if checks else invoices
