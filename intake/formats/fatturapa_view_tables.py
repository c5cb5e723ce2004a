"""The tables of the readable invoice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from intake.formats import codes, shown_codes
from intake.formats.fatturapa_model import Discount, Invoice, Line, VatRow
from intake.formats.fatturapa_view_words import (
    euro,
    label,
    number,
    percent,
    readable,
    small,
    strong,
    value,
)
from intake.formats.sheet import Font, Part
from intake.formats.sheet_flow import PADDING, RIGHT, Cell, Column, Flow, baseline, line_height, line_width, wrapped

BREAK = Part("\n")
TOTALS_LEFT = RIGHT - 290


def section(flow: Flow, heading: str, *more: Part) -> None:
    """A heading that keeps what follows on its sheet."""
    flow.y += 11
    flow.room(60)
    flow.text([Part(heading, font=Font.BOLD, size=8.5, grey=0), *more])
    flow.y += 2


def table(flow: Flow, heading: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]], *more: Part) -> None:
    section(flow, heading, *more)
    flow.table(columns, rows)


def lines(flow: Flow, invoice: Invoice) -> None:
    if not invoice.lines:
        return
    if invoice.simplified:
        columns = (Column("Descrizione", 0.74), Column("IVA", 0.1, True), Column("Importo IVA inclusa", 0.16, True))
        prices = ([_description(line), [value(_rate(line))], [value(euro(line.amount))]] for line in invoice.lines)
        table(flow, "Beni e servizi", columns, prices)
    else:
        _ordinary_lines(flow, invoice)


def _ordinary_lines(flow: Flow, invoice: Invoice) -> None:
    columns = (
        Column("Descrizione", 0.40),
        Column("Quantità", 0.11, True),
        Column("U.M.", 0.08),
        Column("Prezzo unitario", 0.13, True),
        Column("Sconto", 0.09, True),
        Column("IVA", 0.07, True),
        Column("Importo", 0.12, True),
    )
    table(flow, "Beni e servizi", columns, (_line(line) for line in invoice.lines))


def _line(line: Line) -> list[Cell]:
    return [
        _description(line),
        [value(number(line.quantity))],
        [value(line.unit)],
        [value(number(line.unit_price))],
        [part for item in line.discounts for part in (value(discount(item)), BREAK)],
        [value(_rate(line))],
        [value(number(line.amount))],
    ]


def _description(line: Line) -> list[Part]:
    further = [*(f"Cod. {code}" for code in line.codes), *line.notes]
    return [value(line.description), *(part for text in further for part in (BREAK, small(readable(text))))]


def _rate(line: Line) -> str:
    """The nature says more than a rate of zero."""
    return line.nature or percent(line.rate)


def discount(item: Discount) -> str:
    sign = "+" if item.raises else "−"
    shown = percent(item.percent) if item.percent is not None else number(item.amount)
    return sign + shown.removeprefix("-")


def discounts(flow: Flow, invoice: Invoice) -> None:
    """Discounts and charges on the whole document, each with its reason."""
    columns = (Column("Motivo", 0.64), Column("Percentuale", 0.16, True), Column("Importo", 0.2, True))
    rows = [
        [
            [value(item.reason or ("Maggiorazione" if item.raises else "Sconto"))],
            [value(percent(item.percent))],
            [value(discount(Discount(item.raises, None, item.amount)))],
        ]
        for item in invoice.discounts
    ]
    if rows:
        table(flow, "Sconti e maggiorazioni sul documento", columns, rows)


def funds(flow: Flow, invoice: Invoice) -> None:
    columns = (
        Column("Cassa", 0.44),
        Column("Aliquota", 0.12, True),
        Column("Imponibile", 0.16, True),
        Column("IVA", 0.1, True),
        Column("Importo", 0.18, True),
    )
    rows = [
        [
            [value(f"{fund.code} {codes.words(codes.PENSION_FUNDS, fund.code)}")],
            [value(percent(fund.rate))],
            [value(euro(fund.base))],
            [value(fund.nature or percent(fund.vat_rate))],
            [value(euro(fund.amount))],
        ]
        for fund in invoice.funds
    ]
    if rows:
        table(flow, "Cassa previdenziale", columns, rows)


def vat(flow: Flow, invoice: Invoice) -> None:
    columns = (
        Column("Aliquota", 0.1),
        Column("Natura, esigibilità, riferimento normativo", 0.42),
        Column("Spese acc.", 0.11, True),
        Column("Arrot.", 0.09, True),
        Column("Imponibile", 0.14, True),
        Column("Imposta", 0.14, True),
    )
    rows = [
        [
            [value(percent(row.rate))],
            list(_vat_words(row)),
            [value(euro(row.charges))],
            [value(euro(row.rounding))],
            [value(euro(row.net))],
            [value(euro(row.vat))],
        ]
        for row in invoice.vat_rows
    ]
    if rows:
        table(flow, "Riepilogo IVA", columns, rows)


def _vat_words(row: VatRow) -> Iterator[Part]:
    if row.nature:
        yield value(f"{row.nature} {codes.words(shown_codes.NATURES, row.nature)}")
        yield BREAK
    for text in (codes.words(codes.VAT_COLLECTION, row.collection), row.law):
        if text:
            yield small(text)
            yield BREAK


def totals(flow: Flow, rows: Sequence[tuple[str, str, str]]) -> None:
    """(name, amount, field), at the right; names in capitals are the ones to look at."""
    flow.room(len(rows) * 15)
    for name, amount, field in rows:
        part = strong if name.isupper() else value
        flow.stroke(TOTALS_LEFT, RIGHT, flow.y, 0.8 if name.isupper() else 0.4, 0.3 if name.isupper() else 0.85)
        flow.y += 2.5
        shown = wrapped([part(amount, field)], RIGHT - TOTALS_LEFT)[0]
        named = wrapped([part(name) if name.isupper() else label(name)], RIGHT - TOTALS_LEFT - line_width(shown) - 10)
        base = flow.y + baseline(shown)
        flow.set_line(named[0], TOTALS_LEFT + PADDING, base)
        flow.set_line(shown, RIGHT - PADDING - line_width(shown), base, same_line=True)
        flow.y += line_height(shown) + 1.5


def withholdings(flow: Flow, invoice: Invoice) -> None:
    columns = (
        Column("Ritenuta", 0.52),
        Column("Causale", 0.12),
        Column("Aliquota", 0.14, True),
        Column("Importo", 0.22, True),
    )
    rows = [
        [
            [value(f"{item.code} {codes.words(codes.WITHHOLDINGS, item.code)}")],
            [value(item.reason)],
            [value(percent(item.rate))],
            [value(euro(item.amount))],
        ]
        for item in invoice.withholdings
    ]
    if rows:
        table(flow, "Ritenute", columns, rows)
