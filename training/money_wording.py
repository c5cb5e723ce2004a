"""What papers of money share: their wording, sums drawn at random, periods."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

from training.content import (
    Pair,
)
from training.grammar import alternatives
from training.writing import Book, cents


def wording(rng: Random, name: str) -> str:
    return rng.choice(alternatives("money_papers", name))


def money(rng: Random, least: float, most: float) -> Decimal:
    return cents(Decimal(str(round(rng.uniform(least, most), 2))))


def period_pairs(book: Book, start: date, end: date, rng: Random) -> list[Pair]:
    way = rng.random()
    a, b = book.day("period_start", start), book.day("period_end", end)
    if way < 0.4:
        return [
            Pair(
                rng.choice(("Periodo", "Periodo di riferimento", "Movimenti")),
                (rng.choice(("dal ", "")), a, rng.choice((" al ", " - ", " al ")), b),
            )
        ]
    if way < 0.8:
        return [
            Pair(rng.choice(("Dal", "Data inizio", "Periodo dal")), (a,)),
            Pair(rng.choice(("Al", "Data fine", "al")), (b,)),
        ]
    book.fields.pop("period_start")
    return [Pair(rng.choice(("Estratto conto al", "Situazione al", "Data chiusura", "Al")), (b,))]
