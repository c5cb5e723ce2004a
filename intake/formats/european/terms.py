"""Ways and dates to pay, each with where its date and its account stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from intake.formats.fatturapa_model import Payment, Value
from intake.formats.fatturapa_sums import Figure
from storage.identifiers import compact, is_valid_iban


@dataclass(frozen=True, slots=True)
class Means:
    """A way to pay; `account` is the payee's, `details` are further lines for people."""

    path: str
    code: str
    account: Value | None
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Due:
    """A day by which to pay, the whole sum or a part of it."""

    date: date
    path: str
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class Term:
    payment: Payment
    date_path: str
    iban_path: str


def joined(means: Sequence[Means], dues: Sequence[Due], total: Figure | None) -> Iterator[Term]:
    """Instalments are paid in the first way; one date goes for every way there is."""
    if len(dues) > 1:
        first = means[0] if means else None
        yield from (_term(first, due, due.amount) for due in dues)
        return
    due = dues[0] if dues else None
    amount = total.amount if total else None
    if due and due.amount is not None:
        amount = due.amount
    ways: Sequence[Means | None] = means or ([None] if due else [])
    yield from (_term(way, due, amount) for way in ways)


def _term(means: Means | None, due: Due | None, amount: Decimal | None) -> Term:
    account = means.account if means else None
    iban = compact(account.text)[:40] if account else ""
    is_iban = iban[:2].isalpha() and iban[2:4].isdigit()
    details = means.details if means else ()
    if account and not is_iban:
        details = (("Conto", account.text), *details)
    payment = Payment(
        path=means.path if means else due.path if due else "",
        conditions="",
        method=means.code if means else "",
        date=due.date if due else None,
        date_is_computed=False,
        days=None,
        amount=amount,
        iban=iban if is_iban else "",
        details=details,
    )
    return Term(payment, due.path if due else "", account.path if account and is_iban else "")


def paths_of(terms: Sequence[Term]) -> dict[str, str]:
    """Where the fields `due_date` (the first) and `iban` (the first that is right) stand."""
    paths = {}
    dated = [(term.payment.date, number, term.date_path) for number, term in enumerate(terms) if term.payment.date]
    if dated:
        paths["due_date"] = min(dated)[2]
    accounts = [term for term in terms if term.iban_path]
    if accounts:
        best = next((term for term in accounts if is_valid_iban(term.payment.iban)), accounts[0])
        paths["iban"] = best.iban_path
    return paths
