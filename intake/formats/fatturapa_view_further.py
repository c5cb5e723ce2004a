"""The further tables of the readable invoice: how to pay, what it refers to, what is attached."""

from __future__ import annotations

from collections.abc import Mapping

from intake.formats import codes, shown_codes
from intake.formats.fatturapa_fields import payment_terms
from intake.formats.fatturapa_model import Invoice, Payment, Reference
from intake.formats.fatturapa_view_tables import BREAK, table
from intake.formats.fatturapa_view_words import euro, italian_day, label, readable, small, value
from intake.formats.sheet import Part
from intake.formats.sheet_flow import Cell, Column, Flow
from storage.reading import FieldValue

_REFERENCES = {
    "DatiOrdineAcquisto": "Ordine d'acquisto",
    "DatiContratto": "Contratto",
    "DatiConvenzione": "Convenzione",
    "DatiRicezione": "Ricezione",
    "DatiFattureCollegate": "Fattura collegata",
    "DatiFatturaRettificata": "Fattura rettificata",
    "DatiDDT": "DDT",
    "DatiSAL": "Stato avanzamento lavori",
    "FatturaPrincipale": "Fattura principale",
    "BuyerReference": "Riferimento del cliente",
    "SalesOrder": "Ordine presso il fornitore",
    "Tender": "Gara, lotto",
    "Project": "Progetto",
    "Object": "Oggetto fatturato",
    "Document": "Altro documento",
}


def payments(flow: Flow, invoice: Invoice, fields: Mapping[str, FieldValue]) -> None:
    columns = (
        Column("Modalità", 0.26),
        Column("Coordinate e dettagli", 0.42),
        Column("Scadenza", 0.14),
        Column("Importo", 0.18, True),
    )
    if not invoice.payments:
        return
    marks = {name: fields[name].value for name in ("due_date", "iban") if name in fields}
    rows = [_payment(payment, marks) for payment in invoice.payments]
    terms = value(payment_terms(invoice.payments), "payment_terms")
    table(flow, "Pagamento", columns, rows, terms)


def _payment(payment: Payment, marks: dict[str, str]) -> list[Cell]:
    details: list[Part] = []
    if payment.iban:
        details += [label("IBAN"), value(payment.iban, _mark("iban", payment.iban, marks)), BREAK]
    for name, text in payment.details:
        details += [label(name), value(readable(text)), BREAK]
    if payment.date_is_computed:
        details += [small(f"{payment.days} giorni")]
    day = payment.date.isoformat() if payment.date else ""
    return [
        [value(f"{payment.method} {codes.words(shown_codes.PAYMENT_METHODS, payment.method)}")],
        details,
        [value(italian_day(payment.date), _mark("due_date", day, marks))],
        [value(euro(payment.amount))],
    ]


def _mark(field: str, text: str, marks: dict[str, str]) -> str:
    """The field's name where its value stands for the first time; the mark is then used up."""
    return field if text and marks.get(field) == text and marks.pop(field) else ""


def references(flow: Flow, invoice: Invoice) -> None:
    columns = (Column("Documento", 0.26), Column("Numero", 0.24), Column("Data", 0.14), Column("Dettagli", 0.36))
    if invoice.references:
        table(flow, "Documenti collegati", columns, (_reference(item) for item in invoice.references))


def _reference(item: Reference) -> list[Cell]:
    field = "order_reference" if item.element == "DatiOrdineAcquisto" else ""
    return [
        [value(_REFERENCES.get(item.element, item.element))],
        [value(item.number, field)],
        [value(italian_day(item.date))],
        [part for name, text in item.details for part in (label(name), value(text))],
    ]


def attachments(flow: Flow, invoice: Invoice) -> None:
    columns = (Column("Nome", 0.46), Column("Formato", 0.14), Column("Descrizione", 0.40))
    rows = [
        [
            [value(item.name)],
            [value(f"{item.format} {item.compression}")],
            [value(item.description)],
        ]
        for item in invoice.attachments
    ]
    if rows:
        table(flow, "Allegati", columns, rows)
