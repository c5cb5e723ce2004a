"""The invoice as people know it from their provider, in Italian: parties, document, lines, VAT, totals, payment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from intake.formats import codes, shown_codes
from intake.formats import fatturapa_view_further as further
from intake.formats import fatturapa_view_tables as tables
from intake.formats.fatturapa_model import Invoice, Party
from intake.formats.fatturapa_sums import Sums
from intake.formats.fatturapa_view_words import euro, italian_day, label, readable, value
from intake.formats.sheet import Font, Part, Sheet
from intake.formats.sheet_flow import LEFT, RIGHT, Flow
from storage.reading import FieldValue

GAP = 12.0
MIDDLE = (LEFT + RIGHT) / 2
NEGATIVE = "Nel file XML gli importi sono negativi: qui sono in valore assoluto."


def view(invoice: Invoice, sums: Sums, fields: Mapping[str, FieldValue], turned: bool) -> tuple[Sheet, ...]:
    """The invoice on A4 sheets; each field's value is marked with its name where it stands first."""
    flow = Flow()
    _parties(flow, invoice)
    _document(flow, invoice, turned)
    tables.lines(flow, invoice)
    tables.funds(flow, invoice)
    if sums.lines is not None:
        tables.discounts(flow, invoice)
    tables.vat(flow, invoice)
    _totals(flow, invoice, sums)
    tables.withholdings(flow, invoice)
    further.payments(flow, invoice, fields)
    further.references(flow, invoice)
    _facts(flow, "Trasporto", invoice.transport)
    _notes(flow, invoice)
    _facts(flow, "Firma digitale", invoice.signed)
    further.attachments(flow, invoice)
    return flow.sheets(_footer(invoice))


def title(invoice: Invoice) -> str:
    """ "Fattura 123 del 18/12/2014"."""
    kind = _kind(invoice)
    number = invoice.number.text if invoice.number else ""
    day = f"del {italian_day(invoice.date)}" if invoice.date else ""
    return " ".join(part for part in (kind, number, day) if part)


def _kind(invoice: Invoice) -> str:
    table = codes.SHORT_DOCUMENT_TYPES if invoice.type in codes.SHORT_DOCUMENT_TYPES else shown_codes.DOCUMENT_TYPES
    return codes.words(table, invoice.type) or "Fattura"


def _footer(invoice: Invoice) -> Callable[[int, int], Sequence[Part]]:
    supplier = invoice.supplier.name.text if invoice.supplier.name else ""
    words = " · ".join(part for part in (title(invoice)[:60], supplier[:40]) if part)

    def footer(number: int, of: int) -> Sequence[Part]:
        return [label(f"{words} · pagina {number} di {of} · copia di lettura, fa fede il file XML")]

    return footer


def _parties(flow: Flow, invoice: Invoice) -> None:
    """Supplier and customer side by side, each read to its end."""
    top = flow.y
    ends = []
    for left, right, role, who, party in (
        (LEFT, MIDDLE - 10, "FORNITORE (cedente/prestatore)", "supplier", invoice.supplier),
        (MIDDLE + 10, RIGHT, "CLIENTE (cessionario/committente)", "customer", invoice.customer),
    ):
        flow.y = top
        flow.stroke(left, right, top, 0.8, 0.3)
        flow.y += 5
        for line in _party(role, who, party):
            flow.text(line, left, right)
        ends.append(flow.y)
    flow.y = max(ends) + GAP
    for role, party in invoice.others:
        flow.text([label(role), value(party.name.text if party.name else ""), *_identifiers("", party)])
        flow.y += 4
    if invoice.issuer:
        issuers = {"CC": "il cliente (cessionario/committente)", "TZ": "un terzo"}
        flow.text([label("Emessa da"), value(issuers.get(invoice.issuer, invoice.issuer))])
        flow.y += 4


def _party(role: str, who: str, party: Party) -> Iterator[list[Part]]:
    yield [label(role)]
    if party.name:
        yield [Part(party.name.text, field=f"{who}_name", font=Font.BOLD, size=10.5, grey=0)]
    for line in party.address:
        yield [value(line)]
    yield from _pairs(_identifiers(who, party))
    if party.regime:
        yield [label("Regime fiscale"), value(f"{party.regime} {codes.words(codes.TAX_REGIMES, party.regime)}")]
    if party.details:
        yield _labelled(party.details)


def _identifiers(who: str, party: Party) -> list[Part]:
    parts: list[Part] = []
    if party.vat_id:
        parts += [label("P. IVA"), value(party.vat_id.text, f"{who}_vat_id" if who else "")]
    if party.tax_code:
        parts += [label("Cod. fiscale"), value(party.tax_code.text, f"{who}_tax_code" if who else "")]
    return parts


def _pairs(parts: list[Part]) -> Iterator[list[Part]]:
    for index in range(0, len(parts), 2):
        yield parts[index : index + 2]


def _labelled(rows: Sequence[tuple[str, str]]) -> list[Part]:
    return [part for name, text in rows for part in (label(name), value(readable(text)))]


def _document(flow: Flow, invoice: Invoice, turned: bool) -> None:
    line = [Part(_kind(invoice), font=Font.BOLD, size=13, grey=0)]
    if invoice.number:
        line += [Part("n.", size=10, grey=0.35), Part(invoice.number.text, "number", Font.BOLD, 13, 0)]
    if invoice.date:
        line += [Part("del", size=10, grey=0.35), Part(italian_day(invoice.date), "date", Font.BOLD, 13, 0)]
    flow.text(line)
    full = f"{invoice.type} {codes.words(shown_codes.DOCUMENT_TYPES, invoice.type)}"
    details = [label("Tipo documento"), value(full)] if invoice.type else []
    if invoice.currency:
        details += [label("Valuta"), value(invoice.currency.text, "currency")]
    flow.text([*details, *_labelled(invoice.sending)])
    if turned:
        flow.text([Part(NEGATIVE, font=Font.ITALIC)])
    flow.y += 6


def _totals(flow: Flow, invoice: Invoice, sums: Sums) -> None:
    rows = [*_before_total(invoice, sums), *_total(sums)]
    if rows:
        flow.y += GAP
        tables.totals(flow, rows)


def _before_total(invoice: Invoice, sums: Sums) -> Iterator[tuple[str, str, str]]:
    for name, figure, field in (
        ("Totale righe", sums.lines, ""),
        ("Sconti sul documento", sums.allowances, ""),
        ("Maggiorazioni sul documento", sums.charges, ""),
        ("Totale imponibile", sums.net, "net_amount"),
        ("Totale imposta", sums.vat, "vat_amount"),
        ("Bollo assolto virtualmente", sums.stamp, "stamp_duty"),
    ):
        if figure is not None:
            yield name, euro(figure.amount), field
    if sums.lines is None:
        yield from ((_discount_name(item.raises), tables.discount(item), "") for item in invoice.discounts)
    if invoice.rounding:
        yield "Arrotondamento", euro(invoice.rounding), ""


def _total(sums: Sums) -> Iterator[tuple[str, str, str]]:
    if sums.gross is not None:
        yield "TOTALE DOCUMENTO", euro(sums.gross.amount), "gross_amount"
    if sums.withholding is not None:
        yield "Ritenuta d'acconto", euro(sums.withholding.amount), "withholding_amount"
    other = sums.withheld - (sums.withholding.amount if sums.withholding else 0)
    if other:
        yield "Contributi trattenuti", euro(other), ""
    if sums.prepaid:
        yield "Già pagato (acconto)", euro(sums.prepaid), ""
    if sums.split_vat:
        yield "IVA a carico del cliente (scissione dei pagamenti)", euro(sums.split_vat), ""
    if sums.due is not None:
        yield "NETTO A PAGARE", euro(sums.due.amount), "amount_due"


def _discount_name(raises: bool) -> str:
    return "Maggiorazione sul documento" if raises else "Sconto sul documento"


def _facts(flow: Flow, heading: str, rows: Sequence[tuple[str, str]]) -> None:
    if rows:
        tables.section(flow, heading)
        flow.text(_labelled(rows))


def _notes(flow: Flow, invoice: Invoice) -> None:
    if invoice.notes:
        tables.section(flow, "Causale")
        for note in invoice.notes:
            flow.text([value(note)])
