"""The lists of a document: its lines, its VAT summary, its due dates. Sums prove which rows belong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from intake.extract.found import Found
from intake.extract.paper import Paper
from intake.extract.totals import RATES, rate_of, tax
from intake.layout.sheet import Cell, Sheet
from intake.layout.sheet import Row as PrintedRow
from intake.layout.tables import Table, tables_of
from intake.words import Vocabulary, phrases_in, plain, tokens, word_set
from storage.kinds import FieldType
from storage.reading import Box, Row, Word
from storage.values import canonical_amount, parse_amount

_HEADINGS = {
    "description": (
        "descrizione|descrizione voce|articolo|articolo e descrizione|prodotto|merce|oggetto|causale|prestazione"
        "|description|servizio|designation|beschreibung|bezeichnung|descrizione articolo|descrizione dei beni"
        "|descrizione beni|natura e qualita|denominazione|materiale|lavorazione|voce|descrizione merce"
        "|descrizione prodotto|spedizione|item|dettaglio|descrizione dei servizi|prestazioni|beni e servizi"
        "|descrizione beni servizi|oggetto della prestazione|opere|lavori|descrizione attivita"
        "|natura e qualita dei beni|natura dei beni|artikel|libelle|lavori eseguiti|attivita|descrizione dei lavori"
    ),
    "quantity": "quantita|q ta|qta|qty|quant|menge|quantite|n pezzi|q|colli|quantity|qt|pezzi",
    "unit": "um|unita|u misura|unit|unita di misura|einheit|unita misura",
    "unit_price": (
        "prezzo|prezzo unitario|prezzo unit|pr unitario|unit price|einzelpreis|prix unitaire|p unitario"
        "|prezzo netto|tariffa|prezzo un|pu|costo unitario|prezzo u|€ unita|prezzo euro"
    ),
    "amount": (
        "importo|totale|valore|amount|betrag|montant|importo netto|totale riga|importo euro|prezzo totale|gesamt"
        "|valore netto|netto|importi|euro|total|importo riga|onorario|tot|totale netto|gesamtpreis|imponibile"
        "|compenso|importo eur|line total|totale euro|tot riga"
    ),
    "vat_rate": "iva|aliquota|aliq|aliq iva|ci|cod iva|iva %|% iva|vat|ust|tva|mwst|al iva|% iva|vat %|c iva",
    "code": "codice|cod|art|cod art|code|codice articolo|pos|lotto|rif|riga|note|rif ddt|articolo codice",
    "discount": "sc|sconto|sconti|sc %|sconto %|rabatt|discount|remise|% sc|% sconto",
}  # fmt: skip
_STOPS = word_set(
    "net gross vat due withholding payment_terms iban stamp due_date opening_balance closing_balance page"
)
_NUMERIC = re.compile(r"[-+]?[€\d][\d.,%/']*|[-–—]|€|EUR|[a-z]{1,3}\.?", re.IGNORECASE)
_NATURE = re.compile(r"\bN ?([1-7])(?:[.,] ?([1-9]))?\b")
_UNITS = word_set(
    "pz nr n kg lt l m mq mc h ore ora gg cf cp fs mese mesi q q.li qli t ml set paia conf cad cadauno nr. pz. stk st"
)
_CODE = re.compile(r"(?=.*\d)[A-Z0-9][A-Z0-9./-]{3,}|\d{1,4}")


def _known_headings() -> dict[str, dict[tuple[str, ...], str]]:
    known: dict[str, dict[tuple[str, ...], str]] = {}
    for name, phrases in _HEADINGS.items():
        for phrase in phrases.split("|"):
            words = tuple(phrase.split())
            known.setdefault(words[0], {})[words] = name
    return known


_KNOWN = _known_headings()
_VOCABULARY = Vocabulary(phrase for phrases in _HEADINGS.values() for phrase in phrases.split("|"))


def _name_heading(cell: Cell) -> list[tuple[str, Box]]:
    """The headings in a cell: all its words must be headings, or it is no part of a table's head."""
    found = tokens(cell.words)
    words = [_VOCABULARY.nearest(token.text) for token in found]
    named: list[tuple[str, Box]] = []
    covered = 0
    for start, end, name in phrases_in(words, _KNOWN):
        covered += end - start
        left = cell.words[found[start].first].box.left
        right = cell.words[found[end - 1].last].box.right
        named.append((name, Box(left, cell.box.top, right, cell.box.bottom)))
    return named if words and covered >= 0.6 * len(words) else []


@dataclass(frozen=True)
class _Line:
    """A printed row that may be a line: its description, its amounts, and where each column's cell is."""

    description: str
    amounts: tuple[Found, ...]
    row: PrintedRow
    columns: Mapping[str, str]


def _is_numeric(word: Word) -> bool:
    return _NUMERIC.fullmatch(word.text.strip("()")) is not None and (
        any(c.isdigit() for c in word.text)
        or word.text.lower().strip(".") in _UNITS
        or not any(c.isalpha() for c in word.text)
    )


def _description(row: PrintedRow, table: Table | None) -> str:
    """The words of a row that say what it is: its longest run of letters, codes before and figures behind left out."""
    texts: list[str] = []
    for cell in row.cells:
        words = list(cell.words)
        while words and _is_numeric(words[-1]) and len(words) > 1 and _ends_in_figures(words):
            words.pop()
        if (len(words) > 1 and _CODE.fullmatch(words[0].text) and len(row.cells) > 1) or (
            len(words) > 2
            and re.fullmatch(r"\d{1,3}(?:[.,]\d+)?|\d{1,3}(?:\.\d{3})*,\d{2}|[A-Z]{1,3}\d{4,}|\d{4,}", words[0].text)
        ):
            words = words[1:]
        texts.append(" ".join(word.text for word in words).strip(" |;:-–"))
    column = table.column("description") if table is not None else None
    scored = [
        (sum(c.isalpha() for c in text) + (12 if column and _under(column, cell.box) else 0), text)
        for text, cell in zip(texts, row.cells, strict=True)
        if sum(c.isalpha() for c in text) >= 3
    ]
    return max(scored, key=lambda s: s[0])[1] if scored else ""


def _ends_in_figures(words: Sequence[Word]) -> bool:
    """Whether the last word is a figure of a column that ran into the description, not a part of it ("Carta 80 g")."""
    last = words[-1].text
    return re.fullmatch(r"[-+]?€?\d[\d.']*,\d{2,5}€?|€|\d{1,2}%|EUR|[-–—]", last) is not None


def _under(heading: Box, box: Box) -> bool:
    return abs(heading.left - box.left) < 0.03 or min(heading.right, box.right) - max(heading.left, box.left) > 0


def _two_decimals(found: Found) -> bool:
    return found.type is FieldType.AMOUNT and found.quality > 0.6


def _ends_table(paper: Paper, row: PrintedRow) -> bool:
    first = row.cells[0]
    labels = paper.labels_in(first)
    if not labels or labels[0].first > 1:
        return False
    return (
        bool(labels[0].roles & _STOPS)
        and len(labels[0].phrase) > 2
        and (labels[0].last >= min(len(first.words) - 1, 2) or ":" in first.text or len(labels[0].phrase.split()) > 1)
    )


def _columns(table: Table | None, row: PrintedRow) -> dict[str, str]:
    """The figures of a row by the heading they stand under."""
    if table is None:
        return {}
    found: dict[str, str] = {}
    for cell in row.cells:
        for word in cell.words:
            name = table.heading_of(word.box)
            if name in ("quantity", "unit_price", "vat_rate") and any(c.isdigit() for c in word.text):
                number = parse_amount(word.text.strip("%"))
                if number is not None and name not in found:
                    found[name] = canonical_amount(number)
            elif name == "unit" and word.text.lower().strip(".") in _UNITS:
                found["unit"] = word.text
    return found


def _lines_under(paper: Paper, table: Table | None, rows: Sequence[PrintedRow]) -> Iterator[_Line]:
    silent = 0
    for row in rows:
        if table is not None and _ends_table(paper, row):
            return
        amounts = tuple(found for cell in row.cells for found in paper.found_in(cell) if _two_decimals(found))
        description = _description(row, table)
        if amounts and description and not _ends_table(paper, row):
            yield _Line(description, amounts, row, _columns(table, row))
            silent = 0
        else:
            silent += 1
            if silent > 6 and table is not None:
                return


def _amount(line: _Line, strategy: str, table: Table | None) -> Decimal:
    if strategy == "column" and table is not None:
        under = [found for found in line.amounts if table.heading_of(found.box) == "amount"]
        if under:
            return Decimal(under[-1].value)
    return Decimal(line.amounts[0 if strategy == "first" else -1].value)


def _matching(lines: Sequence[_Line], table: Table | None, totals: Sequence[Decimal]) -> tuple[list[_Line], str] | None:
    """The longest run of lines, and the column, whose amounts add up to one of the totals."""
    for strategy in ("column", "last", "first"):
        amounts = [_amount(line, strategy, table) for line in lines]
        for length in range(len(lines), 0, -1):
            for start in range(len(lines) - length + 1):
                total = sum(amounts[start : start + length], Decimal(0))
                own_row = length == 1 and not lines[start].columns and len(lines[start].description.split()) < 2
                if any(abs(total - wanted) <= Decimal("0.02") for wanted in totals) and not own_row:
                    return list(lines[start : start + length]), strategy
    return None


def lines(paper: Paper, totals: Sequence[Decimal]) -> tuple[tuple[Row, ...], bool | None]:
    """The document's lines, and whether they add up to one of `totals` (None where there are no lines)."""
    fallback: list[tuple[list[_Line], Table]] = []
    for sheet in paper.sheets:
        for table in tables_of(sheet, _name_heading):
            under = list(_lines_under(paper, table, table.rows))[:80]
            if under and (table.column("description") or table.column("quantity") or table.column("unit_price")):
                fallback.append((under, table))
    for under, table in fallback:
        if (match := _matching(under, table, totals)) is not None:
            return _rows(match[0], match[1], table), True
    if len(fallback) > 1 and (whole := _over_pages(fallback, totals)) is not None:
        return whole, True
    for sheet in paper.sheets:
        free = list(_lines_under(paper, None, sheet.rows))[:60]
        if (match := _matching(free, None, totals)) is not None:
            return _rows(match[0], match[1], None), True
    if fallback:
        under, table = max(fallback, key=lambda f: len(f[0]))
        return _rows(under, "column", table), False
    return (), None


def _over_pages(tables: Sequence[tuple[list[_Line], Table]], totals: Sequence[Decimal]) -> tuple[Row, ...] | None:
    """A table that goes on over several pages."""
    every = [(line, table) for under, table in tables for line in under]
    total = sum((_amount(line, "column", table) for line, table in every), Decimal(0))
    if not any(abs(total - wanted) <= Decimal("0.02") for wanted in totals):
        return None
    return tuple(row for under, table in tables for row in _rows(under, "column", table))


def _rows(found: Sequence[_Line], strategy: str, table: Table | None) -> tuple[Row, ...]:
    return tuple(
        {
            "description": line.description,
            **line.columns,
            "amount": canonical_amount(_amount(line, strategy, table)),
        }
        for line in found
    )


def goods(paper: Paper) -> tuple[Row, ...]:
    """Lines without amounts, as on a delivery note: description and quantity under their headings."""
    for sheet in paper.sheets:
        for table in tables_of(sheet, _name_heading):
            if table.column("description") is None or table.column("quantity") is None:
                continue
            rows = list(_goods_under(paper, sheet, table))
            if rows:
                return tuple(rows)
    return ()


def _goods_under(paper: Paper, sheet: Sheet, table: Table) -> Iterator[Row]:
    bottom = max(box.bottom for _, box in table.headings)
    for row in table.rows:
        if row.box.top - bottom > 5 * sheet.line_height:
            return
        description = _description(row, table)
        columns = _columns(table, row)
        if not description or "quantity" not in columns:
            return
        if len(row.cells) == 1 and len(paper.labels_in(row.cells[0])) > 1:
            return
        yield {"description": description, **columns}
        bottom = row.box.bottom


def vat_lines(paper: Paper, net: Decimal | None, vat: Decimal | None, gross: Decimal | None) -> tuple[Row, ...]:
    """The VAT summary: rows whose tax is a legal rate of their net sum; where there is none, the totals as one row."""
    found: dict[Decimal, Row] = {}
    for sheet in paper.sheets:
        for row in sheet.rows:
            for rate, base, due in _taxed(paper, row):
                if gross is None or base + due <= gross:
                    found.setdefault(rate, _vat_row(rate, base, due))
    total = sum((Decimal(row["net_amount"]) for row in found.values()), Decimal(0))
    taxes = sum((Decimal(row["vat_amount"]) for row in found.values()), Decimal(0))
    if found and (vat is None or abs(taxes - vat) <= Decimal("0.02")):
        free = _untaxed(paper, net, total)
        return (*_by_rate(found), *free)
    if net is not None and vat is not None and (legal := rate_of(net, vat)) is not None:
        return (_vat_row(legal, net, vat),)
    if vat in (None, Decimal(0)) and gross is not None:
        return _untaxed(paper, net if net is not None else gross, Decimal(0))
    return _by_rate(found)


def _by_rate(found: Mapping[Decimal, Row]) -> tuple[Row, ...]:
    return tuple(found[rate] for rate in sorted(found))


def _vat_row(rate: Decimal, net: Decimal, vat: Decimal) -> Row:
    return {"rate": canonical_amount(rate), "net_amount": canonical_amount(net), "vat_amount": canonical_amount(vat)}


def _taxed(paper: Paper, row: PrintedRow) -> Iterator[tuple[Decimal, Decimal, Decimal]]:
    """Pairs of amounts of a row of which one is the tax on the other at a rate that the row prints."""
    text = row.text
    amounts = [abs(Decimal(f.value)) for cell in row.cells for f in paper.found_in(cell) if _two_decimals(f)]
    if len(amounts) < 2:
        return
    for rate in RATES:
        if re.search(rf"(?<![\d.,]){rate}(?:[.,]00?)?(?![\d]|[.,]\d{{1,2}}(?!\d))", text) is None:
            continue
        for position, base in enumerate(amounts):
            for due in amounts[position + 1 :]:
                if base > 1 and due == tax(base, rate):
                    yield rate, base, due
                    return


_NATURES = (
    (r"190/2014|forfett|commi 54|comma 58|c\. 58", "N2.2"),
    (r"art\.? ?10\b", "N4"),
    (r"art\.? ?15\b", "N1"),
    (r"7-ter|7 ter", "N2.1"),
    (r"art\.? ?8\b", "N3.1"),
    (r"art\.? ?41\b", "N3.2"),
    (r"a-ter|a ter\b", "N6.7"),
    (r"art\.? ?17[^.]{0,12}c(?:omma|\.)? ?6[^.]{0,8}a\b|subappalt", "N6.3"),
    (r"art\.? ?74\b", "N6.1"),
)


def _untaxed(paper: Paper, net: Decimal | None, taxed: Decimal) -> tuple[Row, ...]:
    """The part of the net sum that bears no VAT, with its nature where the page names it."""
    rest = (net or Decimal(0)) - taxed
    text = " ".join(row.text for sheet in paper.sheets for row in sheet.rows)
    nature = _nature(text)
    if rest <= 0 or nature is None:
        return ()
    return ({"rate": "0.00", "nature": nature, "net_amount": canonical_amount(rest), "vat_amount": "0.00"},)


def _nature(text: str) -> str | None:
    if (code := _NATURE.search(text)) is not None:
        return f"N{code[1]}.{code[2]}" if code[2] else f"N{code[1]}"
    folded = plain(text)
    return next((nature for pattern, nature in _NATURES if re.search(pattern, folded)), None)


def due_dates(paper: Paper, date: str | None, totals: Sequence[Decimal]) -> tuple[Row, ...]:
    """Instalments: dates each followed or headed by an amount, which together make one of the totals."""
    pairs: list[tuple[str, Decimal]] = []
    for sheet in paper.sheets:
        for row in sheet.rows:
            values = [
                f for cell in row.cells for f in paper.found_in(cell) if f.type is FieldType.DATE or _two_decimals(f)
            ]
            for first, second in pairwise(values):
                if (
                    first.type is FieldType.DATE
                    and second.type is FieldType.AMOUNT
                    and (date is None or first.value >= date)
                ):
                    pairs.append((first.value, Decimal(second.value)))
    if len(pairs) < 2:
        pairs = list(_stacked(paper, date))
    for start in range(len(pairs)):
        for end in range(len(pairs), start + 1, -1):
            total = sum((amount for _, amount in pairs[start:end]), Decimal(0))
            if total in totals:
                return tuple({"date": day, "amount": canonical_amount(amount)} for day, amount in pairs[start:end])
    return ()


def _stacked(paper: Paper, date: str | None) -> Iterator[tuple[str, Decimal]]:
    """A row of dates over a row of amounts."""
    for sheet in paper.sheets:
        for upper, lower in pairwise(sheet.rows):
            days = [f for cell in upper.cells for f in paper.found_in(cell) if f.type is FieldType.DATE]
            sums = [f for cell in lower.cells for f in paper.found_in(cell) if _two_decimals(f)]
            if len(days) > 1 and len(days) == len(sums) and (date is None or min(d.value for d in days) >= date):
                yield from ((d.value, Decimal(s.value)) for d, s in zip(days, sums, strict=True))
