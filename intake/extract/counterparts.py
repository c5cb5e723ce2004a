"""The two parties of a paper as fields: their names, their VAT ids, their tax codes."""

from __future__ import annotations

from itertools import product

from intake.extract.acquaintance import mended
from intake.extract.found import Found
from intake.extract.legal_forms import is_company
from intake.extract.names import words_that_spell
from intake.extract.no_names import in_notice
from intake.extract.paper import Paper
from intake.extract.parties import (
    CUSTOMER,
    SUPPLIER,
    Parties,
    assigned,
    best_names,
    nearness,
    with_ours,
)
from intake.extract.party_names import all_names
from intake.extract.result import Draft
from intake.extract.scoring import Scored, distinct, ranked, score
from intake.extract.wanted import Weights
from storage.kinds import FieldType

_ISSUERS_NUMBER: Weights = {
    "vat_id": 0.5, "supplier": 0.6, "supplier_vat_id": 1.0, "customer_vat_id": -1.0, "customer": -0.7, "iban": -0.1,
    "tax_code": 0.05, "code": -0.3, "ship_to": -0.5, "carrier": -1.0, "bank_name": -0.8, "protocol": -0.6,
}  # fmt: skip
_RECEIVERS_NUMBER: Weights = {
    "vat_id": 0.5, "customer_vat_id": 1.0, "customer": 0.7, "supplier": -0.6, "supplier_vat_id": -1.0, "iban": -0.5,
    "tax_code": 0.1, "code": -0.3, "ship_to": -0.5, "carrier": -1.0, "bank_name": -0.8, "protocol": -0.6,
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
    if not names[1]:
        # A receipt is for whoever comes in: only a label makes somebody its receiver.
        sides = sides[0], [one for one in sides[1] if any(why.startswith("label") for why in one.evidence)]
    chosen = assigned(paper, sides, with_ours(_numbers(draft), firms), firms)
    for name, one, others in zip(names, (chosen.issuer, chosen.receiver), sides, strict=True):
        if name and one is not None:
            draft.choose(name, [one, *others], 0.15 if one.found.quality > 0.8 else 0.3)
    return chosen


def _numbers(draft: Draft) -> tuple[list[Scored], list[Scored]]:
    """VAT ids as the issuer's and as the receiver's by their labels; one beside the IBAN is the issuer's."""
    paper = draft.paper
    written = [value for value in paper.found if value.type is FieldType.VAT_ID and not in_notice(value)]
    found = mended(written, draft.firms)

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


_ISSUERS_CODE: Weights = {"tax_code": 0.6, "supplier": 0.5, "customer": -0.6, "ship_to": -0.4, "carrier": -0.8}
_RECEIVERS_CODE: Weights = {"tax_code": 0.6, "customer": 0.6, "supplier": -0.6, "ship_to": -0.4, "carrier": -0.8}
_CALLED = 0.3
_SAME_OWNER = 0.7
_LEAST = 0.2


def tax_codes(draft: Draft, chosen: Parties) -> None:
    """A person's sixteen characters, or eleven digits where a label calls them so. No code has two owners."""
    owners = (chosen.issuer, chosen.issuer_id), (chosen.receiver, chosen.receiver_id)
    own = [*_codes(draft, owners[0], owners[1], _ISSUERS_CODE)[:4], None]
    theirs = [*_codes(draft, owners[1], owners[0], _RECEIVERS_CODE)[:4], None]
    best, pair = 0.0, (own[-1], theirs[-1])
    for a, b in product(own, theirs):
        total = sum(one.score - _LEAST for one in (a, b) if one is not None)
        if total > best and not (a is not None and b is not None and a.found.value == b.found.value):
            best, pair = total, (a, b)
    for name, one in zip(("supplier_tax_code", "customer_tax_code"), pair, strict=True):
        if one is not None:
            draft.choose(name, [firmer(one)], _LEAST, text=one.found.value.removeprefix("IT"))


Owner = tuple[Scored | None, Scored | None]
"""A party's name and its VAT id."""


def _codes(draft: Draft, owner: Owner, other: Owner, weights: Weights) -> list[Scored]:
    """What may be a party's tax code, best first."""
    paper = draft.paper
    scored: list[Scored] = []
    for found in paper.found:
        digits = found.type is FieldType.VAT_ID and found.value.startswith("IT") and found.quality > 0.4
        if not digits and found.type is not FieldType.TAX_CODE:
            continue
        if digits and not _is_called(paper, found):
            continue
        one = score(paper, found, weights).better_by(_apart(draft, found, owner, other), "place:near its name")
        scored.append(one if digits else one.better_by(_persons(found, owner[0]), "form:a person's code"))
    return distinct(scored)


def _is_called(paper: Paper, number: Found) -> bool:
    """Whether a label says that eleven digits are a tax code, and no other code stands between the two."""
    codes = [f for f in paper.found_in(number.cell) if f.type in (FieldType.TAX_CODE, FieldType.VAT_ID)]
    return any(
        "tax_code" in governor.label.roles
        and governor.strength > _CALLED
        and not (
            governor.label.cell is number.cell and any(governor.label.last < f.first < number.first for f in codes)
        )
        for governor in paper.governors(number)
    )


def _apart(draft: Draft, found: Found, owner: Owner, other: Owner) -> float:
    """How much rather a number is one party's than the other's: by nearness, and where it is its VAT id too."""
    names = [one.found if one is not None else None for one in (owner[0], other[0])]
    numbers = [one.found.value if one is not None else "" for one in (owner[1], other[1])]
    same = _SAME_OWNER * ((found.value == numbers[0]) - (found.value == numbers[1]))
    return found.quality * nearness(draft.paper, found, *names) + same


def _persons(found: Found, name: Scored | None) -> float:
    """A person's code is that of whoever it spells, and never a company's."""
    if name is None:
        return 0.0
    if any(True for _ in words_that_spell(found.value, name.found.words)):
        return 0.6
    return -0.5 if is_company(name.found.value) else 0.0
