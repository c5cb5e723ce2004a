"""An e-invoice's fields and lists, by the names of `storage.kinds`, each with the XML path it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from intake.formats import codes, shown_codes
from intake.formats.fatturapa_model import Invoice, Line, Party, Payment, Value
from intake.formats.fatturapa_sums import Figure, Sums, are_alternatives
from intake.formats.xml_values import cents
from storage.amounts import canonical_amount
from storage.identifiers import is_valid_iban, is_valid_tax_code, is_valid_vat_id
from storage.reading import Check, FieldValue, Row, Source

# an identifier that fails its check is what the file says, and still most likely wrong
INVALID = 0.5
MAX_REFERENCES = 10
MAX_TERMS = 300


@dataclass(frozen=True, slots=True)
class Found:
    fields: dict[str, FieldValue]
    lists: dict[str, tuple[Row, ...]]
    checks: tuple[Check, ...]


def found(invoice: Invoice, sums: Sums) -> Found:
    """Fields and lists of an invoice, and the checks of its identifiers."""
    fields: dict[str, FieldValue] = {}
    checks: list[Check] = []
    fields.update(_document(invoice))
    for name, value, valid in _identifiers(invoice):
        fields[name] = _stated(value, 1.0 if valid else INVALID)
        checks.append(Check(f"{name}_valid", valid, value.text))
    for name, figure in (
        ("net_amount", sums.net),
        ("vat_amount", sums.vat),
        ("gross_amount", sums.gross),
        ("withholding_amount", sums.withholding),
        ("stamp_duty", sums.stamp),
        ("amount_due", sums.due),
    ):
        if figure is not None:
            fields[name] = _amount(figure)
    lists = {
        "vat_lines": tuple(_vat_lines(invoice)),
        "lines": tuple(row for line in invoice.lines if (row := _line(line))),
        "due_dates": tuple(_due_dates(invoice, sums)),
    }
    return Found(fields, {name: rows for name, rows in lists.items() if rows}, tuple(checks))


def _stated(value: Value, confidence: float = 1.0) -> FieldValue:
    return FieldValue(value.text, confidence, Source.XML, evidence=(f"xml:{value.path}",))


def _amount(figure: Figure) -> FieldValue:
    source = Source.COMPUTED if figure.computed else Source.XML
    evidence = tuple(f"xml:{path}" for path in figure.paths)
    return FieldValue(canonical_amount(cents(figure.amount)), figure.confidence, source, evidence=evidence)


def _document(invoice: Invoice) -> Iterator[tuple[str, FieldValue]]:
    if invoice.number:
        yield "number", _stated(invoice.number)
    if invoice.date:
        yield "date", _stated(Value(invoice.date.isoformat(), f"{invoice.path}/Data"))
    if invoice.currency:
        yield "currency", _stated(invoice.currency)
    for name, party in (("supplier_name", invoice.supplier), ("customer_name", invoice.customer)):
        if party.name:
            yield name, _stated(party.name)
    if due := _due_date(invoice.payments):
        yield "due_date", due
    if terms := payment_terms(invoice.payments):
        yield "payment_terms", _stated(Value(terms, invoice.payments[0].path))
    orders = [item for item in invoice.references if item.element == "DatiOrdineAcquisto" and item.number]
    if orders:
        numbers = list(dict.fromkeys(item.number[:100] for item in orders))[:MAX_REFERENCES]
        yield "order_reference", _stated(Value(", ".join(numbers), f"{orders[0].path}/IdDocumento"))


def _identifiers(invoice: Invoice) -> Iterator[tuple[str, Value, bool]]:
    """Name, value and whether its check digits are right."""

    def of(who: str, party: Party) -> Iterator[tuple[str, Value, bool]]:
        if party.vat_id:
            yield f"{who}_vat_id", party.vat_id, is_valid_vat_id(party.vat_id.text)
        if party.tax_code:
            yield f"{who}_tax_code", party.tax_code, is_valid_tax_code(party.tax_code.text)

    yield from of("supplier", invoice.supplier)
    yield from of("customer", invoice.customer)
    ibans = [Value(p.iban, f"{p.path}/IBAN") for p in invoice.payments if p.iban]
    if ibans:
        best = next((iban for iban in ibans if is_valid_iban(iban.text)), ibans[0])
        yield "iban", best, is_valid_iban(best.text)


def _due_date(payments: tuple[Payment, ...]) -> FieldValue | None:
    dated = sorted((p.date, number, p) for number, p in enumerate(payments) if p.date)
    if not dated:
        return None
    when, _, first = dated[0]
    source = Source.COMPUTED if first.date_is_computed else Source.XML
    name = "GiorniTerminiPagamento" if first.date_is_computed else "DataScadenzaPagamento"
    return FieldValue(when.isoformat(), 1.0, source, evidence=(f"xml:{first.path}/{name}",))


def payment_terms(payments: tuple[Payment, ...]) -> str:
    """The terms in words, each once: "Pagamento a rate: RIBA, 30/60/90 gg"."""
    if not payments:
        return ""
    conditions = dict.fromkeys(codes.words(codes.PAYMENT_CONDITIONS, p.conditions) for p in payments if p.conditions)
    methods = dict.fromkeys(codes.words(shown_codes.PAYMENT_METHODS, p.method) for p in payments if p.method)
    days = dict.fromkeys(str(p.days) for p in payments if p.days is not None)
    terms = ", ".join([*methods, *([f"{'/'.join(days)} gg"] if days else [])])
    return ": ".join(part for part in (" / ".join(conditions), terms) if part)[:MAX_TERMS]


def _row(**values: str | None) -> Row:
    return {name: value for name, value in values.items() if value}


def _vat_lines(invoice: Invoice) -> Iterator[Row]:
    for row in invoice.vat_rows:
        values = _row(
            rate=_decimal(row.rate),
            nature=row.nature,
            net_amount=canonical_amount(cents(row.net)) if row.net is not None else None,
            vat_amount=canonical_amount(cents(row.vat)) if row.vat is not None else None,
        )
        if values:
            yield values


def _line(line: Line) -> Row:
    return _row(
        description=line.description,
        quantity=_decimal(line.quantity),
        unit=line.unit,
        unit_price=_decimal(line.unit_price),
        vat_rate=_decimal(line.rate),
        amount=_decimal(line.amount),
    )


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else canonical_amount(value)


def _due_dates(invoice: Invoice, sums: Sums) -> Iterator[Row]:
    rows = [
        _row(date=p.date.isoformat(), amount=canonical_amount(cents(p.amount)) if p.amount is not None else None)
        for p in invoice.payments
        if p.date
    ]
    if are_alternatives(invoice, sums.due.amount if sums.due else None):
        rows = [dict(row) for row in dict.fromkeys(tuple(row.items()) for row in rows)]
    yield from rows
