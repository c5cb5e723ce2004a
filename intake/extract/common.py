"""What several kinds share: dates, numbers, parties and their identifiers, periods, currency, IBAN."""

from __future__ import annotations

import re

from intake.extract.found import Found
from intake.extract.numbers import NUMBER, best_numbers, unlabelled
from intake.extract.parties import (
    CUSTOMER,
    SUPPLIER,
    belonging,
    best_names,
    firms,
    letterheads,
    pair,
    persons,
)
from intake.extract.result import Draft
from intake.extract.scoring import Scored, document_date_prior, ranked, score
from intake.extract.wanted import WANTED, Weights
from storage.amounts import CURRENCY_SIGNS
from storage.kinds import FieldType

_FAINT = 0.25


def dated(draft: Draft, kind: str, name: str = "date") -> Scored | None:
    dates = ranked(draft.paper, FieldType.DATE, WANTED[kind][name], document_date_prior)
    if dates and dates[0].score < _FAINT:
        # Without any label, a paper's own date is the earliest that nothing speaks against: others are due dates.
        silent = sorted((d for d in dates if d.score > -0.15), key=lambda d: d.found.value)
        dates = [one.better_by(_FAINT - one.score, "order:earliest date") for one in silent[:1]] + silent[1:]
    return draft.choose(name, dates, _FAINT)


def numbered(draft: Draft, kind: str, date: Scored | None, weights: Weights = NUMBER) -> Scored | None:
    """The paper's number, by its label, else by its form and place; `date` is the paper's own."""
    called = best_numbers(draft.paper, weights, kind)
    bare = unlabelled(draft.paper, date.found if date is not None else None, kind)
    return draft.choose("number", sorted([*called, *bare], key=lambda s: -s.score), 0.35)


def parties(
    draft: Draft,
    supplier: Weights = SUPPLIER,
    customer: Weights = CUSTOMER,
    names: tuple[str, str] = ("supplier_name", "customer_name"),
) -> tuple[Found | None, Found | None]:
    """Who issued the paper and to whom, chosen together; without a name in `names` the party is found but not given."""
    paper = draft.paper
    known = list(firms(paper))
    single = [*persons(paper), *letterheads(paper)]
    issuers = best_names(paper, supplier, [*known, *single], letterhead=True)
    receivers = best_names(paper, customer, [*known, *single], letterhead=False)
    issuer, receiver = pair(issuers, receivers)
    for name, one, others in ((names[0], issuer, issuers), (names[1], receiver, receivers)):
        if name and one is not None:
            draft.choose(name, [one, *others], 0.15 if one.found.quality > 0.8 else 0.3)
    return (issuer.found if issuer else None), (receiver.found if receiver else None)


def identifiers(draft: Draft, issuer: Found | None, receiver: Found | None, *, customer: bool = True) -> None:
    """VAT ids and tax codes of both parties, by label and by nearness to their names."""
    paper = draft.paper
    own: Weights = {
        "vat_id": 0.5,
        "supplier": 0.6,
        "customer_vat_id": -1.0,
        "customer": -0.7,
        "iban": -0.5,
        "tax_code": 0.2,
        "code": -0.3,
    }
    theirs: Weights = {
        "vat_id": 0.5,
        "customer_vat_id": 1.0,
        "customer": 0.7,
        "supplier": -0.6,
        "iban": -0.5,
        "tax_code": 0.3,
        "code": -0.3,
    }
    ours = belonging(paper, FieldType.VAT_ID, own, issuer, receiver)
    yours = belonging(paper, FieldType.VAT_ID, theirs, receiver, issuer)
    best: tuple[float, Scored | None, Scored | None] = (-9.0, None, None)
    for a in [*ours[:6], None]:
        for b in [*yours[:6], None] if customer else [None]:
            if a is not None and b is not None and a.found.value == b.found.value:
                continue
            total = (
                (a.score if a else 0.0)
                + (b.score if b else 0.0)
                + 0.3 * (a is not None)
                + 0.35 * (b is not None and b.found.quality > 0.8)
            )
            if total > best[0]:
                best = (total, a, b)
    _, supplier, buyer = best
    if supplier is not None:
        draft.choose("supplier_vat_id", [firmer(supplier), *ours], 0.1)
    if buyer is not None:
        draft.choose("customer_vat_id", [firmer(buyer), *yours], 0.0)
    tax_codes(draft, supplier, buyer, issuer, receiver)


def firmer(one: Scored) -> Scored:
    """A check digit that agrees is evidence by itself: one number in ten passes by chance, few have eleven digits."""
    return one.better_by(0.4, "check:check digit") if one.found.quality > 0.8 else one


def tax_codes(
    draft: Draft, supplier: Scored | None, buyer: Scored | None, issuer: Found | None, receiver: Found | None
) -> None:
    """Tax codes: a person's sixteen characters, or the eleven digits of a VAT id where a label calls them so."""
    paper = draft.paper
    label: Weights = {"tax_code": 1.0}
    people = belonging(paper, FieldType.TAX_CODE, {"tax_code": 0.5, "customer": -0.5}, issuer, receiver)
    if people and people[0].score > 0.2:
        draft.choose("supplier_tax_code", [firmer(people[0])], 0.2)
    for name, one in (("supplier_tax_code", supplier), ("customer_tax_code", buyer)):
        if name in draft.fields or one is None or not one.found.value.startswith("IT"):
            continue
        same = [f for f in paper.found if f.type is FieldType.VAT_ID and f.value == one.found.value]
        called = [s for s in (score(paper, f, label) for f in same) if s.score > 0.3]
        if called:
            draft.choose(name, [firmer(called[0])], 0.2, text=one.found.value[2:])
    theirs = belonging(paper, FieldType.TAX_CODE, {"tax_code": 0.5, "customer": 0.5}, receiver, issuer)
    given = draft.fields.get("supplier_tax_code")
    rest = [one for one in theirs if given is None or one.found.value != given.value]
    if rest and rest[0].score > 0.2 and "customer_tax_code" not in draft.fields:
        draft.choose("customer_tax_code", [firmer(rest[0])], 0.2)


def currency(draft: Draft) -> None:
    """The currency of the page's signs; amounts without any are in euro on a paper with an Italian VAT id or IBAN."""
    text = " ".join(row.text for sheet in draft.paper.sheets for row in sheet.rows)
    counts: dict[str, int] = {}
    for sign, code in CURRENCY_SIGNS.items():
        pattern = re.escape(sign) if not sign.isalpha() else rf"\b{sign}\b"
        hits = len(re.findall(pattern, text, re.IGNORECASE))
        if hits:
            counts[code] = counts.get(code, 0) + hits
    best = max(counts, key=lambda code: counts[code], default="EUR")
    draft.computed("currency", best, 0.97 if counts else 0.93, f"sign:{best}" if counts else "default:EUR")


def iban(draft: Draft, kind: str) -> None:
    own: Weights = {**WANTED[kind]["iban"], "customer": -0.6, "ship_to": -0.1}
    one = ranked(draft.paper, FieldType.IBAN, own, lambda _, found: (0.6 * found.quality, "check:check digits"))
    draft.choose("iban", one, 0.2)


def order_reference(draft: Draft) -> None:
    weights: Weights = {"order_reference": 1.0, "customer": -0.5}
    found = [one for one in best_numbers(draft.paper, weights) if any(c.isdigit() for c in one.found.value)]
    number = draft.fields.get("number")
    draft.choose("order_reference", [one for one in found if number is None or one.found.value != number.value], 0.6)


def period(
    draft: Draft, kind: str, names: tuple[str, str] = ("period_start", "period_end"), least: float = 0.35
) -> None:
    """The start and the end of a time chosen together: the end is not before the start, often right behind it."""
    wanted = WANTED[kind]
    starts = [s for s in ranked(draft.paper, FieldType.DATE, wanted[names[0]]) if s.score > -0.2][:12]
    ends = [s for s in ranked(draft.paper, FieldType.DATE, wanted[names[1]]) if s.score > -0.4][:12]
    best: tuple[float, Scored | None, Scored | None] = (0.0, None, None)
    for a in starts:
        for b in ends:
            if b.found.value < a.found.value or a.found is b.found:
                continue
            same_cell = a.found.cell is b.found.cell and 0 < b.found.first - a.found.last <= 6
            follows = (
                0.5
                if same_cell
                else 0.2
                if a.found.cell.row == b.found.cell.row
                and a.found.cell.column + 3 > b.found.cell.column > a.found.cell.column
                else 0.0
            )
            total = a.score + b.score + follows
            if total > best[0] and (a.score > least or follows) and (b.score > least or follows):
                a2, b2 = (x.better_by(follows / 2, "place:a pair of dates") if follows else x for x in (a, b))
                best = (total, a2, b2)
    _, start, end = best
    if start is not None and end is not None and start.score + end.score > 0.7:
        draft.choose(names[0], [start, *starts], 0.1)
        draft.choose(names[1], [end, *ends], 0.1)
        return
    start = draft.choose(names[0], starts, least)
    draft.choose(names[1], [e for e in ends if start is None or e.found is not start.found], least + 0.1)
