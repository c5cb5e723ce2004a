"""Fields of bank statements, tax payments and expense reports."""

from __future__ import annotations

import re

from intake.extract.addends import total_of_a_list
from intake.extract.balances import balances
from intake.extract.common import (
    currency,
    dated,
    iban,
)
from intake.extract.counterparts import firmer
from intake.extract.parties import best_names
from intake.extract.party_names import firms, letterheads, persons
from intake.extract.people import employee_names
from intake.extract.periods import period
from intake.extract.result import Draft
from intake.extract.scoring import ranked
from intake.extract.wanted import WANTED, Weights
from intake.words import folded, plain
from storage.kinds import FieldType

_BANKS = re.compile(
    r"\b(?:banca|banco|bper|bnl|unicredit|intesa|sanpaolo|credito|credit|cassa|bank|monte dei paschi"
    r"|poste italiane|fineco|mediolanum|sparkasse|ubi)\b"
)


def bank_statement(draft: Draft, kind: str) -> None:
    paper, wanted = draft.paper, WANTED[kind]
    known = list(firms(paper))
    banks = [f for f in [*known, *letterheads(paper), *persons(paper)] if _BANKS.search(plain(f.value))]
    bank = best_names(paper, {"bank_name": 0.5, "account_holder": -0.8, "customer": -0.8}, banks, letterhead=True)
    chosen = draft.choose("bank_name", bank, 0.2)
    holders = [f for f in [*known, *persons(paper)] if chosen is None or folded(f.value) != folded(chosen.found.value)]
    holder: Weights = {"account_holder": 1.0, "customer": 0.8, "bank_name": -0.8, "supplier": -0.2}
    draft.choose(
        "account_holder",
        best_names(paper, holder, [f for f in holders if not _BANKS.search(plain(f.value))], letterhead=False),
        0.4,
    )
    iban(draft, kind)
    both = balances(paper, wanted)
    for name, one in (("opening_balance", both.opening), ("closing_balance", both.closing)):
        draft.choose(name, [one] if one is not None else [], 0.4)
    draft.checks.extend(both.checks)
    period(draft, kind)
    currency(draft)


def tax_payment(draft: Draft, kind: str) -> None:
    paper = draft.paper
    dated(draft, kind)
    draft.choose("gross_amount", ranked(paper, FieldType.AMOUNT, WANTED[kind]["gross_amount"], total_of_a_list(paper)))
    payer: Weights = {"taxpayer": 1.0, "surname": 0.5, "bank_name": -0.8, "employer": 0.3}
    names = best_names(paper, payer, [f for f in firms(paper) if not _BANKS.search(plain(f.value))], letterhead=False)
    proven = [one for one in employee_names(paper) if one.score > 1.2]
    draft.choose("taxpayer_name", sorted([*proven, *names], key=lambda s: -s.score), 0.25)
    codes = [
        *ranked(paper, FieldType.TAX_CODE, {"tax_code": 1.0}),
        *ranked(paper, FieldType.VAT_ID, {"tax_code": 1.0, "vat_id": 0.4}),
    ]
    codes = [firmer(one) for one in codes if one.found.quality > 0.4]
    codes.sort(key=lambda s: -s.score)
    if codes:
        draft.choose("taxpayer_tax_code", codes, 0.3, text=codes[0].found.value.removeprefix("IT"))


def expense_report(draft: Draft, kind: str) -> None:
    draft.choose("employee_name", employee_names(draft.paper), 0.4)
    period(draft, kind)
    draft.choose(
        "gross_amount",
        ranked(draft.paper, FieldType.AMOUNT, WANTED[kind]["gross_amount"], total_of_a_list(draft.paper)),
    )
