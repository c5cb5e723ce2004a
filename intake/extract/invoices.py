"""Fields and lists of invoices and credit notes."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from intake.extract.common import (
    currency,
    dated,
    iban,
    numbered,
    order_reference,
)
from intake.extract.counterparts import identifiers, parties
from intake.extract.falling_due import due_date
from intake.extract.result import Draft
from intake.extract.rows.instalments import due_dates
from intake.extract.rows.lines import lines
from intake.extract.rows.vat import vat_lines
from intake.extract.scoring import ranked
from intake.extract.terms import payment_terms
from intake.extract.totals import invoice_sums
from intake.extract.wanted import WANTED
from storage.kinds import FieldType
from storage.reading import Check
from storage.values import canonical_amount


def invoice(draft: Draft, kind: str) -> None:
    paper, wanted = draft.paper, WANTED[kind]
    identifiers(draft, parties(draft))
    issued = dated(draft, kind)
    numbered(draft, kind, issued)
    sums = invoice_sums(paper, wanted)
    for name, one in sums.chosen.items():
        draft.choose(name, [one], 0.2, text=one.found.value.lstrip("-"))
    for name, amount in sums.computed.items():
        draft.computed(name, canonical_amount(amount), 0.6, "check:follows from the other sums")
    draft.checks.extend(sums.checks)
    currency(draft)
    iban(draft, kind)
    terms(draft)
    order_reference(draft)
    when = issued.found.value if issued else None
    totals = [Decimal(draft.fields[n].value) for n in ("gross_amount", "amount_due") if n in draft.fields]
    instalments = due_dates(paper, when, totals)
    if instalments:
        draft.lists["due_dates"] = instalments
    due(draft, kind, when, instalments[0]["date"] if instalments else None)
    invoice_lists(draft)


def invoice_lists(draft: Draft) -> None:
    def amount(name: str) -> Decimal | None:
        return Decimal(draft.fields[name].value) if name in draft.fields else None

    net, vat, gross = amount("net_amount"), amount("vat_amount"), amount("gross_amount")
    found, adds_up = lines(draft.paper, [total for total in (net, gross) if total is not None])
    if found:
        draft.lists["lines"] = found
        draft.checks.append(Check("lines_add_up", bool(adds_up), f"{len(found)}"))
    summary = vat_lines(draft.paper, net, vat, gross)
    if summary:
        draft.lists["vat_lines"] = summary
        if net is not None:
            total = sum((Decimal(row["net_amount"]) for row in summary), Decimal(0))
            draft.checks.append(Check("vat_lines_add_up", abs(total - net) <= Decimal("0.02"), f"{total}, {net}"))


def terms(draft: Draft) -> None:
    """Payment terms by their grammar, or as a label announces them."""
    draft.choose("payment_terms", payment_terms(draft.paper), 0.3)


def due(draft: Draft, kind: str, issued: str | None, first_instalment: str | None) -> None:
    """The printed due date, the first of the instalments, or the one that follows from the terms."""
    dates = ranked(draft.paper, FieldType.DATE, WANTED[kind]["due_date"])
    last = None if issued is None else (date.fromisoformat(issued) + timedelta(days=400)).isoformat()
    fitting = [one for one in dates if issued is None or (issued <= one.found.value <= (last or "9"))]
    if first_instalment is not None:
        fitting = [
            one.better_by(0.8, "check:instalments add up") if one.found.value == first_instalment else one
            for one in fitting
        ]
        fitting.sort(key=lambda s: -s.score)
    later = sorted({d.found.value for d in fitting if issued is not None and d.found.value > issued})
    if fitting and fitting[0].score < 0.4 and len(later) == 1:
        # A single other date of an invoice, after its own and with no label against it, is when it is to be paid.
        fitting = [
            d.better_by(0.4, "order:only later date") for d in fitting if d.found.value == later[0] and d.score > -0.2
        ]
    if draft.choose("due_date", fitting, 0.4) is None and issued and "payment_terms" in draft.fields:
        follows = due_date(draft.fields["payment_terms"].value, date.fromisoformat(issued))
        if follows is not None:
            draft.computed("due_date", follows.isoformat(), 0.75, "terms:" + draft.fields["payment_terms"].value)
