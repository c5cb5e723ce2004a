"""The two parties of a paper as fields: their names, their VAT ids, their tax codes."""

from __future__ import annotations

from intake.extract.acquaintance import mended
from intake.extract.found import Found
from intake.extract.parties import (
    CUSTOMER,
    SUPPLIER,
    Parties,
    assigned,
    belonging,
    best_names,
    with_ours,
)
from intake.extract.party_names import all_names
from intake.extract.result import Draft
from intake.extract.scoring import Scored, distinct, ranked, score
from intake.extract.wanted import Weights
from storage.kinds import FieldType

_ISSUERS_NUMBER: Weights = {
    "vat_id": 0.5, "supplier": 0.6, "supplier_vat_id": 1.0, "customer_vat_id": -1.0, "customer": -0.7, "iban": -0.1,
    "tax_code": 0.2, "code": -0.3, "ship_to": -0.5, "carrier": -1.0, "bank_name": -0.8, "protocol": -0.6,
}  # fmt: skip
_RECEIVERS_NUMBER: Weights = {
    "vat_id": 0.5, "customer_vat_id": 1.0, "customer": 0.7, "supplier": -0.6, "supplier_vat_id": -1.0, "iban": -0.5,
    "tax_code": 0.3, "code": -0.3, "ship_to": -0.5, "carrier": -1.0, "bank_name": -0.8, "protocol": -0.6,
}  # fmt: skip
_BESIDE_IBAN = 0.3


def parties(
    draft: Draft,
    issuer: Weights = SUPPLIER,
    receiver: Weights = CUSTOMER,
    names: tuple[str, str] = ("supplier_name", "customer_name"),
) -> Parties:
    """Who issued the paper and to whom, and their VAT ids, chosen together; a party without a name in `names` is
    found but not given."""
    paper, firms = draft.paper, draft.firms
    known = all_names(paper)
    sides = with_ours(
        (
            best_names(paper, issuer, known, letterhead=True, firms=firms),
            best_names(paper, receiver, known, letterhead=False, firms=firms),
        ),
        firms,
    )
    chosen = assigned(paper, sides, with_ours(_numbers(draft), firms), firms)
    for name, one, others in zip(names, (chosen.issuer, chosen.receiver), sides, strict=True):
        if name and one is not None:
            draft.choose(name, [one, *others], 0.15 if one.found.quality > 0.8 else 0.3)
    return chosen


def _numbers(draft: Draft) -> tuple[list[Scored], list[Scored]]:
    """VAT ids as the issuer's and as the receiver's by their labels; one beside the IBAN is the issuer's."""
    paper = draft.paper
    found = mended([value for value in paper.found if value.type is FieldType.VAT_ID], draft.firms)

    def beside_iban(_: object, value: Found) -> tuple[float, str]:
        row = paper.sheet(value.cell.page).rows[value.cell.row].cells
        near = any(other.type is FieldType.IBAN for cell in row for other in paper.found_in(cell))
        return (_BESIDE_IBAN if near else 0.0), "place:beside the IBAN"

    own = ranked(paper, FieldType.VAT_ID, _ISSUERS_NUMBER, beside_iban, found)
    return distinct(own), distinct(ranked(paper, FieldType.VAT_ID, _RECEIVERS_NUMBER, None, found))


def identifiers(draft: Draft, chosen: Parties) -> None:
    """The VAT ids of both parties, and their tax codes by label and by nearness to their names."""
    own, theirs = _numbers(draft)
    for name, one, others in (
        ("supplier_vat_id", chosen.issuer_id, own),
        ("customer_vat_id", chosen.receiver_id, theirs),
    ):
        if one is not None:
            draft.choose(name, [firmer(one), *others], 0.0)
    tax_codes(draft, chosen)


def firmer(one: Scored) -> Scored:
    """A check digit that agrees is evidence by itself: one number in ten passes by chance, few have eleven digits."""
    return one.better_by(0.4, "check:check digit") if one.found.quality > 0.8 else one


def tax_codes(draft: Draft, chosen: Parties) -> None:
    """Tax codes: a person's sixteen characters, or the eleven digits of a VAT id where a label calls them so."""
    paper = draft.paper
    label: Weights = {"tax_code": 1.0}
    issuer, receiver = (one.found if one else None for one in (chosen.issuer, chosen.receiver))
    people = belonging(paper, FieldType.TAX_CODE, {"tax_code": 0.5, "customer": -0.5}, issuer, receiver)
    if people and people[0].score > 0.2:
        draft.choose("supplier_tax_code", [firmer(people[0])], 0.2)
    for name, one in (("supplier_tax_code", chosen.issuer_id), ("customer_tax_code", chosen.receiver_id)):
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
