"""UBL and CII: an XML tree -> the invoices in it, as `fatturapa` gives its own."""

from __future__ import annotations

from dataclasses import replace

from intake.formats import fatturapa_fields
from intake.formats.errors import NotAnInvoice, XmlTooLarge
from intake.formats.european import cii, ubl
from intake.formats.european.checks import checks
from intake.formats.european.statement import Statement, sums, turned_positive
from intake.formats.fatturapa import MAX_INVOICES, EInvoice, assembled, repairs, unpacked
from intake.formats.fatturapa_fields import Found
from intake.formats.fatturapa_model import Value
from intake.formats.p7m import Opened
from intake.formats.xml_node import Node
from intake.formats.xml_text import Parsed
from storage.reading import FieldValue, Source


def read_european(data: bytes, name: str) -> tuple[EInvoice, ...]:
    """The invoices of a UBL or CII file, signed or not. Raises `UnreadableFile` as `fatturapa.read_invoices` does."""
    return invoices_in(*unpacked(data, name))


def invoices_in(inside: Opened, parsed: Parsed) -> tuple[EInvoice, ...]:
    """The invoices of a tree: its root, or what an envelope (StandardBusinessDocument) holds. Raises `NotAnInvoice`."""
    found = [node for node in (parsed.root, *parsed.root.children) if is_european(node)]
    if not found:
        raise NotAnInvoice()
    if is_european(parsed.root):
        found = found[:1]
    if len(found) > MAX_INVOICES:
        raise XmlTooLarge(reason=f"{len(found)} > {MAX_INVOICES}")
    return tuple(_read(inside, parsed, node, (number, len(found))) for number, node in enumerate(found, start=1))


def is_european(root: Node) -> bool:
    return root.name in cii.ROOTS or ubl.is_ubl(root)


def _read(inside: Opened, parsed: Parsed, node: Node, place: tuple[int, int]) -> EInvoice:
    stated = cii.statement_of(node) if node.name in cii.ROOTS else ubl.statement_of(node)
    statement, turned = turned_positive(stated)
    totals = sums(statement)
    found = fatturapa_fields.found(statement.invoice, totals)
    told = (*repairs(inside, parsed), *checks(statement, totals, turned), *found.checks)
    kind = "credit_note" if statement.is_credit_note else "invoice"
    fields = {name: _at(field, statement.paths.get(name)) for name, field in found.fields.items()}
    fields.update(_terms(statement))
    return assembled(kind, place, statement.invoice, totals, Found(fields, found.lists, told), turned)


def _at(field: FieldValue, path: str | None) -> FieldValue:
    return replace(field, evidence=(f"xml:{path}",)) if path else field


def _terms(statement: Statement) -> dict[str, FieldValue]:
    """What the invoice says of its terms in words goes before what the codes say."""
    terms: Value | None = statement.terms
    if terms is None:
        return {}
    return {"payment_terms": FieldValue(terms.text, 1.0, Source.XML, evidence=(f"xml:{terms.path}",))}
