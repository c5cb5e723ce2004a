"""An archive of documents to search in, made at random and always the same: words as rare and as common as in a
language, firms, numbers, amounts, dates, and what a reader makes of poor print."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import accumulate

from index.search_index import IndexDocument
from storage.kinds import KINDS

_SYLLABLES = (
    "ba be bi bo ca ce chi co cu da de di do fa fe fi fo ga ghe gi go la le li lo ma me mi mo na ne ni no pa pe pi po"
    " ra re ri ro sa se si so sta stri sco ta te ti to tra tre va ve vi vo za ze zio gli gna mento zione tore"
)
_KINDS = (
    "invoice invoice invoice invoice delivery_note delivery_note receipt purchase_order quote payment_reminder"
    " credit_note bank_statement payslip letter contract other"
)
_COMMON = (
    "fattura totale importo pagamento consegna acciaio bulloni trasporto merce cliente spedizione articolo quantità"
    " prezzo sconto imponibile bonifico scadenza ordine conferma servizio manutenzione noleggio materiale perché"
    " società"
)
_VOCABULARY = 60_000
FIRST_DAY = date(2018, 1, 1)
DAYS = 3200


@cache
def vocabulary() -> tuple[list[str], list[float]]:
    """Words with their cumulated weights, the most common first."""
    made = random.Random(1)
    syllables = _SYLLABLES.split()
    words = dict.fromkeys(_COMMON.split())
    while len(words) < _VOCABULARY:
        words.setdefault("".join(made.choices(syllables, k=made.choice((2, 3, 3, 4, 4, 5)))))
    return list(words), list(accumulate(1 / (rank + 10) for rank in range(len(words))))


@cache
def firms(number: int) -> list[str]:
    made = random.Random(2)
    words, _ = vocabulary()
    forms = ("S.r.l.", "S.p.A.", "& C. s.n.c.", "di Rossi Maria", "S.a.s.")
    return [f"{made.choice(words).title()} {made.choice(words).title()} {made.choice(forms)}" for _ in range(number)]


def paper(id: int, counterparts: int, words: int = 250) -> IndexDocument:
    """The document with this id; what it says depends on nothing else."""
    made = random.Random(id)
    known, weights = vocabulary()
    firm = firms(counterparts)[min(int(made.paretovariate(0.6)) - 1, counterparts - 1)]
    kind = made.choice(_KINDS.split())
    day = FIRST_DAY + timedelta(days=made.randrange(DAYS))
    number = f"{day.year}/{made.randrange(1, 9999):04d}"
    cents = int(made.lognormvariate(6.5, 1.3) * 100)
    amount = f"{cents // 100}.{cents % 100:02d}"
    text = made.choices(known, cum_weights=weights, k=words)
    for _ in range(words // 25):
        place = made.randrange(len(text))
        text[place] = _misread(text[place], made)
    vat = f"IT{made.randrange(10**10, 10**11)}"
    text[5:5] = [firm, "n.", number, "del", f"{day:%d/%m/%Y}", "€", amount.replace(".", ","), "P.IVA", vat]
    fields = {
        "number": number, "date": day.isoformat(), "supplier_name": firm, "supplier_vat_id": vat,
        "gross_amount": amount,
        "net_amount": f"{cents / 122:.2f}", "due_date": (day + timedelta(days=30)).isoformat(), "currency": "EUR",
    }  # fmt: skip
    return IndexDocument(
        id, 1, kind, KINDS[kind].area, firm, number, day.isoformat(), amount, f"{kind} {number} · {firm}",
        f"scansione_{id:06d}.pdf", " ".join(text), made.choice(("it", "it", "it", "it", "en")), fields,
        tuple(f"etichetta {made.randrange(2000)}" for _ in range(made.choice((0, 0, 0, 1, 2)))),
        made.choice(("filed", "filed", "filed", "to_review")), "EUR",
        datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=id), None, made.choice((1, 1, 2, 3, 10)),
    )  # fmt: skip


def papers(number: int) -> Iterator[IndexDocument]:
    """With ids from 1."""
    counterparts = max(10, number * 3 // 10)
    for id in range(1, number + 1):
        yield paper(id, counterparts)


def _misread(word: str, made: random.Random) -> str:
    """A word with one letter read wrongly."""
    place = made.randrange(len(word))
    return word[:place] + made.choice("acdeilmnorstu1") + word[place + 1 :]
