"""Rates of VAT: the legal ones, those a page prints, and pairs of amounts of which one is the tax on the other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import product

from intake.extract.found import Found
from intake.extract.paper import Paper
from intake.layout.neighbours import overlap
from intake.layout.sheet import Row, Sheet
from intake.words import plain, word_set
from storage.kinds import FieldType

RATES = tuple(Decimal(rate) for rate in (22, 10, 5, 4))
# Rates of other European countries and of Italian farmers: believed only where the page prints them.
_ELSEWHERE = frozenset(
    map(
        Decimal,
        word_set("19 20 21 7 16 23 24 25 25.5 27 18 17 15 14 13.5 13 12 9.5 9 8.8 8.1 8 7.7 7.3 6 5.5 3.8 2.6 2.5 2.1"),
    )
)
_CENT = Decimal("0.01")
_PRINTED = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,2})?) ?(?:%|\b(?=p\.? ?c\.?)|$|(?=\s))")
_PERCENT = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,2})?) ?(?:%|per ?cento|percent|v\.h\.)")
_TAX_WORD = re.compile(r"\b(?:iva|vat|tva|mwst|ust|mehrwertsteuer|umsatzsteuer|aliquota|taux|imposta|btw)\b")
_NO_VAT = re.compile(
    r"\bn[1-7](?:[.,]\d)?\b|\besent|non impon|esclus|fuori campo|non soggett|\bart\.? ?\d|(?<![\d.,])0(?:[.,]00?)? ?%"
)
_FARTHEST_ROWS = 8
_MOST_CHOICES = 6


def tax(net: Decimal, rate: Decimal) -> Decimal:
    """VAT on a net sum, half up to the cent."""
    return (net * rate / 100).quantize(_CENT, ROUND_HALF_UP)


def rate_of(net: Decimal, vat: Decimal, rates: Sequence[Decimal] = RATES) -> Decimal | None:
    """The rate at which `vat` is the tax on `net`, to a cent, or None."""
    return next((rate for rate in rates if abs(tax(net, rate) - vat) <= _CENT), None)


@dataclass(frozen=True)
class Taxed:
    """A net sum and its tax. `sureness` 0..1: most where both stand in a row that prints the rate."""

    rate: Decimal
    net: Decimal
    vat: Decimal
    sureness: float


def is_amount(found: Found) -> bool:
    """Whether a value is an amount with cents, surely read."""
    return found.type is FieldType.AMOUNT and found.quality > 0.6


_FUND = re.compile(
    r"\b(?:cassa|rivalsa|inps|inarcassa|enp\w+|epap|eppi|cipag|enasarco|contribut\w*"
    r"|c\.? ?p\.? ?a\b|c\.? ?n\.? ?p\.? ?a)"
)
_VAT_WORD = re.compile(r"\bi\.? ?v\.? ?a\b|\bimposta\b|\bvat\b")


def is_fund(paper: Paper, found: Found) -> bool:
    """Whether what stands before an amount in its row names a pension fund's share and no VAT: it may be 4 % too."""
    row = paper.sheet(found.cell.page).rows[found.cell.row]
    before = [word for cell in row.cells[: found.cell.column] for word in cell.words]
    text = plain(" ".join(word.text for word in (*before, *found.cell.words[: found.first])))
    return _FUND.search(text) is not None and _VAT_WORD.search(text) is None


def _numbers(pattern: re.Pattern[str], text: str) -> Iterator[Decimal]:
    for match in pattern.finditer(text):
        yield Decimal(match[1].replace(",", "."))


def _rates_in(row: Row) -> frozenset[Decimal]:
    """The rates that a row may name: any legal one among its numbers, one of another country with its sign."""
    text = plain(row.text.replace("\t", "  "))
    named = {rate for rate in _numbers(_PRINTED, text) if rate in RATES}
    signed = set(_numbers(_PERCENT, text))
    if _TAX_WORD.search(text):
        signed |= set(_numbers(_PRINTED, text))
    return frozenset(named | {rate for rate in signed if rate in _ELSEWHERE})


def printed_rates(paper: Paper) -> tuple[Decimal, ...]:
    """Italy's rates, and those of other countries that the page prints with a percent sign or beside a word for VAT."""
    return (*RATES, *sorted(_foreign(paper), reverse=True))


def _foreign(paper: Paper) -> set[Decimal]:
    return {rate for sheet in paper.sheets for row in sheet.rows for rate in _rates_in(row) if rate not in RATES}


def _pair(base: Decimal, due: Decimal, rates: Collection[Decimal]) -> Decimal | None:
    return next((rate for rate in rates if base > due > 0 and abs(tax(base, rate) - due) <= _CENT), None)


def taxed(paper: Paper) -> list[Taxed]:
    """Pairs of amounts in one row or one column of which one is the tax on the other at a rate of the page."""
    found: dict[tuple[Decimal, Decimal, Decimal], float] = defaultdict(float)
    everywhere = printed_rates(paper)
    for sheet in paper.sheets:
        rows = [
            [value for cell in row.cells for value in paper.found_in(cell) if is_amount(value)] for row in sheet.rows
        ]
        for number, values in enumerate(rows):
            own = _rates_in(sheet.rows[number]) if len(values) > 1 else frozenset()
            for base, due in product(values, [value for value in values if not is_fund(paper, value)]):
                for rates, sureness in ((sorted(own), 1.0), (everywhere, 0.6)):
                    _note(found, base, due, rates, sureness)
            for base, due in _stacked(sheet, rows, number):
                if not is_fund(paper, due):
                    _note(found, base, due, everywhere, 0.5)
    return [Taxed(*key, sureness) for key, sureness in found.items()]


def _stacked(sheet: Sheet, rows: Sequence[Sequence[Found]], number: int) -> Iterator[tuple[Found, Found]]:
    """Amounts of a row with those below them in the same column."""
    for base in rows[number]:
        for lower in rows[number + 1 : number + 1 + _FARTHEST_ROWS]:
            yield from ((base, due) for due in lower if overlap(base.place, due.place) > 0.3)


def _note(
    found: dict[tuple[Decimal, Decimal, Decimal], float],
    base: Found,
    due: Found,
    rates: Sequence[Decimal],
    sureness: float,
) -> None:
    net, vat = abs(Decimal(base.value)), abs(Decimal(due.value))
    rate = _pair(net, vat, rates)
    if rate is not None and net >= 1:
        found[rate, net, vat] = max(found[rate, net, vat], sureness)


def combinations_of(pairs: Sequence[Taxed]) -> Iterator[list[Taxed]]:
    """Every choice of one pair at most of each rate, the likeliest pairs of a rate only; never none at all."""
    by_rate: dict[Decimal, list[Taxed]] = defaultdict(list)
    for one in sorted(pairs, key=lambda p: (-p.sureness, -p.net)):
        if one.sureness > 0.9 or len(by_rate[one.rate]) < 3:
            by_rate[one.rate].append(one)
    choices = [[None, *options[:_MOST_CHOICES]] for options in by_rate.values()][:5]
    for choice in product(*choices):
        if parts := [part for part in choice if part is not None]:
            yield parts


def untaxed_amounts(paper: Paper) -> list[Decimal]:
    """Amounts in rows that name a reason for no VAT, or the rate 0."""
    found = [
        abs(Decimal(value.value))
        for sheet in paper.sheets
        for row in sheet.rows
        if _NO_VAT.search(plain(row.text))
        for cell in row.cells
        for value in paper.found_in(cell)
        if is_amount(value)
    ]
    return [value for value in dict.fromkeys(found) if value > 0][:_MOST_CHOICES]


def summary(pairs: Sequence[Taxed], net: Decimal | None, vat: Decimal | None, gross: Decimal | None) -> list[Taxed]:
    """One pair at most of each rate, such that together they are the VAT, and best all of the net sum too."""
    best: tuple[float, list[Taxed]] = (0.0, [])
    for parts in combinations_of(pairs):
        score = _worth(parts, net, vat, gross)
        if score > best[0]:
            best = (score, parts)
    return sorted(best[1], key=lambda part: part.rate)


def _worth(parts: Sequence[Taxed], net: Decimal | None, vat: Decimal | None, gross: Decimal | None) -> float:
    """How well some pairs make up the sums; 0 where they contradict one."""
    bases, dues = sum((p.net for p in parts), Decimal(0)), sum((p.vat for p in parts), Decimal(0))
    slack = _CENT * max(1, len(parts))
    if (
        not parts
        or (vat is not None and abs(dues - vat) > slack)
        or (gross is not None and bases + dues > gross + slack)
    ):
        return 0.0
    if net is not None and bases > net + slack:
        return 0.0
    if vat is None and (gross is None or abs(bases + dues - gross) > slack):
        return 0.0
    whole = net is not None and abs(bases - net) <= slack
    return 1.0 + whole + sum(p.sureness for p in parts) / len(parts) + 0.05 * len(parts)
