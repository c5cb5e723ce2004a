"""The balances of a bank statement, chosen together: movements lead from the opening to the closing one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from intake.extract.addends import columns_of
from intake.extract.found import Found
from intake.extract.paper import Paper
from intake.extract.scoring import Scored, ranked
from intake.extract.wanted import Weights
from intake.layout.sheet import Row
from intake.words import folded
from storage.kinds import FieldType
from storage.reading import Check

# A balance's row begins with such words; "SALDO FATT. 12" is the reason of a payment.
_BALANCE = re.compile(
    r"^(?:\d\w*|[a-z]{3}|saldi|il|tot\w*|liquid\w*|contabil\w*|nuov\w|vostro|vs|new|opening|closing|neuer|alter"
    r"|nouveau|ancien|previous| )*"
    r"(?:saldo|saldi|balance|solde|kontostand|disponibilita|giacenza)\b(?! (?:fatt|ft|f|fatture?|n|nr)\b)"
)
_OPENS = re.compile(
    r"\b(?:inizial\w|iniz|precedente|prec|apertura|inizio|partenza|riporto|ultimo|opening|previous|forward|anfang\w*"
    r"|alter|ancien|initial|precedent|anterior|inicial|depart)\b"
)
_CLOSES = re.compile(
    r"\b(?:final\w|fin|chiusura|nuov\w|fine|attuale|credito|debito|favore|closing|new|end|endsaldo|neuer|nouveau"
    r"|disponibile|contabile finale)\b"
)
_MOST_COLUMNS, _MOST = 5, 8
_TOLD, _EITHER, _ORDER, _PROVEN = 0.9, 0.5, 0.2, 0.6


@dataclass(frozen=True)
class Balances:
    opening: Scored | None
    closing: Scored | None
    checks: tuple[Check, ...] = ()


def _row(paper: Paper, found: Found) -> Row:
    return paper.sheet(found.cell.page).rows[found.cell.row]


def _words_of(row: Row) -> str:
    """The words of a row of a balance, from the one that says so; empty for another row."""
    texts = [folded(cell.text) for cell in row.cells]
    return next((text for text in texts if _BALANCE.search(text)), "")


def _told(paper: Paper, found: Found, opens: bool) -> tuple[float, str]:
    """What the row of a balance says it is, whether its words stand before or behind the amount."""
    text = _words_of(_row(paper, found))
    if not text:
        return 0.0, ""
    own, other = (_OPENS, _CLOSES) if opens else (_CLOSES, _OPENS)
    if own.search(text):
        return _TOLD, "row:of the balance"
    return (0.0, "") if other.search(text) else (_EITHER, "row:of a balance")


def _moves(paper: Paper) -> list[list[Decimal]]:
    """The movements in columns; rows of balances are left out."""
    columns = [
        [Decimal(found.value) for found in column if not _words_of(_row(paper, found))] for column in columns_of(paper)
    ]
    return sorted((column for column in columns if column), key=len, reverse=True)[:_MOST_COLUMNS]


def _reached(moves: Sequence[Sequence[Decimal]]) -> frozenset[Decimal]:
    """What movements may change a balance by: columns are added, taken off or say something else."""
    totals = [sum(column, Decimal(0)) for column in moves]
    return frozenset(
        sum((sign * total for sign, total in zip(signs, totals, strict=True)), Decimal(0))
        for signs in product((-1, 0, 1), repeat=len(totals))
        if any(signs)
    )


def _pairs(openings: Sequence[Scored], closings: Sequence[Scored]) -> Iterator[tuple[Scored, Scored]]:
    for opening in openings[:_MOST]:
        yield from ((opening, closing) for closing in closings[:_MOST] if closing.found is not opening.found)


def balances(paper: Paper, wanted: dict[str, Weights]) -> Balances:
    """Opening and closing balance: by their words, by what stands first, by what the movements add up to."""
    openings = ranked(paper, FieldType.AMOUNT, wanted["opening_balance"], lambda p, f: _told(p, f, True))
    closings = ranked(paper, FieldType.AMOUNT, wanted["closing_balance"], lambda p, f: _told(p, f, False))
    changes = _reached(_moves(paper))
    best: tuple[float, Balances] = (0.0, Balances(None, None))
    for opening, closing in _pairs(openings, closings):
        first, last = Decimal(opening.found.value), Decimal(closing.found.value)
        ordered = _place(opening.found) < _place(closing.found)
        proven = last - first in changes
        total = opening.score + closing.score + _ORDER * ordered + _PROVEN * proven
        if total > best[0]:
            why = "check:movements lead from one balance to the other"
            pair = [one.better_by(_PROVEN / 2, why) if proven else one for one in (opening, closing)]
            checks = (Check("balances_add_up", True, f"{first}, {last}"),) if proven else ()
            best = (total, Balances(pair[0], pair[1], checks))
    return best[1]


def _place(found: Found) -> tuple[int, int, int]:
    return found.cell.page, found.cell.row, found.cell.column
