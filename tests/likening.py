"""Papers of a few lines, as they are compared."""

from __future__ import annotations

from collections.abc import Mapping

from storage.reading import Box, FieldValue, Page, Source, Word
from storage.sameness.traits import Likeness, likeness_of

INVOICE = {
    "number": "2026/0147",
    "date": "2026-03-31",
    "supplier_name": "Officine Meccaniche Aldini S.r.l.",
    "supplier_vat_id": "IT07643520567",
    "customer_name": "Grafica Vitali S.p.A.",
    "customer_vat_id": "IT12345678903",
    "net_amount": "1053.50",
    "gross_amount": "1285.27",
}
_LINES = (
    "{supplier_name} Via dei Mille 12 40121 Bologna P.IVA {supplier_vat}",
    "Spett.le {customer_name} Via Emilia 8 41121 Modena P.IVA {customer_vat}",
    "{title} n. {number} del {day} pagamento 30 giorni scadenza {due}",
    "Staffa zincata 80x40 pezzi 25 a 12,30 importo 307,50",
    "Perno rettificato 16 mm pezzi 40 a 14,15 importo 566,00",
    "Lavorazione conto terzi ore 4 a 45,00 importo 180,00",
    "Imponibile {net} IVA 22% 231,77 Totale documento {gross}",
    "IBAN IT60X0542811101000000123456 Documento non valido ai fini fiscali ai sensi di legge",
)


def _italian(amount: str) -> str:
    return f"{float(amount):,.2f}".translate(str.maketrans(",.", ".,"))


def _day(day: str) -> str:
    return "/".join(reversed(day.split("-")))


def text_of(fields: Mapping[str, str], title: str = "Fattura") -> str:
    """An invoice's page that says these fields."""
    told = {**INVOICE, **fields}
    due = f"{told['date'][:8]}28" if "due_date" not in told else told["due_date"]
    return "\n".join(_LINES).format(
        **told, title=title, day=_day(told["date"]), due=_day(due), net=_italian(told["net_amount"]),
        gross=_italian(told["gross_amount"]), supplier_vat=told["supplier_vat_id"][2:],
        customer_vat=told["customer_vat_id"][2:],
    )  # fmt: skip


def page_of(text: str, source: Source, confidence: float) -> Page:
    words = [
        Word(word, Box(0.1, 0.1, 0.2, 0.12), confidence, at)
        for at, line in enumerate(text.split("\n"))
        for word in line.split()
    ]
    return Page(1, 2480, 3508, source, confidence, tuple(words))


def likeness(
    fields: Mapping[str, str | None] | None = None,
    *,
    text: str | None = None,
    kind: str = "invoice",
    source: Source = Source.TEXT,
    sure: float = 0.97,
    legible: float = 0.95,
    title: str = "Fattura",
) -> Likeness:
    """INVOICE with other `fields` (None: not found), printed as it says or as `text`."""
    told = {name: value for name, value in {**INVOICE, **(fields or {})}.items() if value is not None}
    values = {name: FieldValue(value, 1.0 if source is Source.XML else sure, source) for name, value in told.items()}
    page = page_of(text if text is not None else text_of(told, title), source, legible)
    return likeness_of(kind, values, [page])
