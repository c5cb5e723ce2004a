"""One invoice of a FatturaPA file, ordinary or simplified: its body and the shared header -> what it says."""

from __future__ import annotations

from collections.abc import Iterator

from intake.formats import fatturapa_parts, fatturapa_simplified
from intake.formats.fatturapa_model import Invoice, Line, Party, Reference, Stamp, Value, VatRow
from intake.formats.fatturapa_scribe import Scribe
from intake.formats.xml_node import Node

_SENDING = (
    ("Codice destinatario", "CodiceDestinatario"),
    ("PEC", "PECDestinatario"),
    ("Progressivo invio", "ProgressivoInvio"),
    ("Formato", "FormatoTrasmissione"),
)
_OTHERS = (
    ("Rappresentante fiscale", "RappresentanteFiscale"),
    ("Intermediario / emittente", "TerzoIntermediarioOSoggettoEmittente"),
)


def invoice_of(root: Node, body: Node) -> Invoice:
    """What one FatturaElettronicaBody of `root` says. Nothing that is missing or absurd raises."""
    scribe = Scribe()
    simplified = root.name == "FatturaElettronicaSemplificata"
    header = _part(root, "FatturaElettronicaHeader")
    general = _part(body, "DatiGenerali")
    document = _part(general, "DatiGeneraliDocumento")
    lines, vat_rows, references = _goods(scribe, simplified, body, general)
    return Invoice(
        version=header.value("DatiTrasmissione/FormatoTrasmissione"),
        simplified=simplified,
        type=document.value("TipoDocumento").upper(),
        path=document.path,
        supplier=scribe.party(header.at("CedentePrestatore"), "CedentePrestatore"),
        customer=scribe.party(header.at("CessionarioCommittente"), "CessionarioCommittente"),
        others=tuple(_others(scribe, header)),
        issuer=header.value("SoggettoEmittente"),
        number=_value(document, "Numero", 100),
        date=scribe.day(document, "Data"),
        currency=scribe.currency(document),
        total=scribe.amount(document, "ImportoTotaleDocumento"),
        rounding=scribe.amount(document, "Arrotondamento"),
        discounts=scribe.discounts(document),
        stamp=_stamp(scribe, document),
        withholdings=tuple(fatturapa_parts.withholdings(scribe, document)),
        funds=tuple(fatturapa_parts.funds(scribe, document)),
        notes=tuple(note.text for note in document.all("Causale") if note.text),
        references=references,
        transport=fatturapa_parts.transport(general),
        sending=fatturapa_parts.labelled(header.at("DatiTrasmissione"), _SENDING),
        lines=lines,
        vat_rows=vat_rows,
        payments=tuple(fatturapa_parts.payments(scribe, body)),
        attachments=tuple(fatturapa_parts.attachments(body)),
        unreadable=tuple(scribe.unreadable),
    )


def _goods(
    scribe: Scribe, simplified: bool, body: Node, general: Node
) -> tuple[tuple[Line, ...], tuple[VatRow, ...], tuple[Reference, ...]]:
    if simplified:
        return (
            tuple(fatturapa_simplified.lines(scribe, body)),
            tuple(fatturapa_simplified.vat_rows(scribe, body)),
            tuple(fatturapa_simplified.references(scribe, general)),
        )
    goods = _part(body, "DatiBeniServizi")
    return (
        tuple(fatturapa_parts.lines(scribe, goods)),
        tuple(fatturapa_parts.vat_rows(scribe, goods)),
        tuple(fatturapa_parts.references(scribe, general)),
    )


def _part(node: Node, name: str) -> Node:
    return node.at(name) or Node(name, f"{node.path}/{name}" if node.path else name, "", ())


def _value(node: Node, path: str, limit: int) -> Value | None:
    found = node.at(path)
    return Value(found.text[:limit], found.path) if found and found.text else None


def _stamp(scribe: Scribe, document: Node) -> Stamp | None:
    ordinary = document.at("DatiBollo")
    if ordinary and (ordinary.value("BolloVirtuale") or ordinary.value("ImportoBollo")):
        return Stamp(ordinary.path, scribe.amount(ordinary, "ImportoBollo"))
    return Stamp(document.path, None) if document.value("BolloVirtuale") else None


def _others(scribe: Scribe, header: Node) -> Iterator[tuple[str, Party]]:
    for role, name in _OTHERS:
        node = header.at(name)
        if node:
            yield role, scribe.party(node, name)
