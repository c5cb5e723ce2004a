"""What several kinds share: dates, numbers, periods, currency, IBAN."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from intake.extract.belongs import Whose, in_a_stamp, whose
from intake.extract.found import Found
from intake.extract.numbers import NUMBER, best_numbers, unlabelled
from intake.extract.paper import Paper
from intake.extract.rates import is_amount
from intake.extract.result import Draft
from intake.extract.scoring import Scored, document_date_prior, ranked
from intake.extract.wanted import WANTED, Weights
from intake.layout.neighbours import overlap
from intake.layout.sheet import Cell, Row
from storage.amounts import CURRENCY_SIGNS
from storage.kinds import FieldType

_FAINT = 0.25
_LETTERS = frozenset({"payment_reminder", "complaint", "letter", "other"})
_SAME_COLUMN = 0.03

_NUMBERED = frozenset({"invoice", "credit_note", "quote", "purchase_order", "delivery_note", "contract", "receipt"})
_SURE_NUMBER = 0.9
_BESIDE_NUMBER = 0.4


def _beside_number(draft: Draft, dates: Sequence[Scored], kind: str) -> Iterator[Scored]:
    """The same dates; one right behind the paper's own labelled number is its own: "n. 12/A del 12/03/2026"."""
    weights = {**NUMBER, "ddt": 1.0} if kind == "delivery_note" else NUMBER
    number = next(iter(best_numbers(draft.paper, weights, kind)), None)
    for one in dates:
        same = number is not None and number.score > _SURE_NUMBER and one.found.cell is number.found.cell
        near = same and number is not None and 0 < one.found.first - number.found.last <= 3
        yield one.better_by(_BESIDE_NUMBER, "place:behind the number") if near else one


_OWNERS = {Whose.OTHERS: -0.8, Whose.LAW: -1.2, Whose.TOLD: -0.3, Whose.OWN: 0.25}
# Papers on which the words before a date tell of what they are about, not of themselves.
_OF_PEOPLE = frozenset(
    {"hiring_notice", "training_certificate", "employment_contract", "termination_letter", "evaluation"}
)
_TOWN = re.compile(
    r"(?:[A-ZÀ-Ý][\w'’.-]*,? ){1,4}(?:\([A-Z]{2}\),? )?(?:(?:l[iìí]'?|addì|il|le|den|am),? )?", re.UNICODE
)
_SENTENCE = 8


def _owned(draft: Draft, date: Scored, kind: str) -> Scored:
    """A date by what it is told of: another paper, a law, something that happened."""
    if "place:after a town" in date.evidence:
        return date
    before = " ".join(word.text for word in date.found.cell.words[: date.found.first])
    behind = len(date.found.cell.words) - 1 - date.found.last
    if before and behind <= 1 and _TOWN.fullmatch(before + " ") and not draft.paper.labels_in(date.found.cell):
        return date.better_by(0.45, "place:after a town")
    owner = whose(draft.paper, date.found, kind)
    if kind in _OF_PEOPLE and owner is not Whose.LAW:
        return date
    if kind in _LETTERS and owner in (Whose.UNKNOWN, Whose.TOLD) and len(date.found.cell.words) > _SENTENCE:
        return date.better_by(-0.7, "place:in a sentence")
    return date.better_by(_OWNERS[owner], owner.value) if owner in _OWNERS else date


def _in_a_list(draft: Draft, date: Found, kind: str) -> bool:
    """Whether a date stands in a row with an amount, in a letter any, else below or above another such date."""
    rows = draft.paper.sheet(date.cell.page).rows
    if not _has_amount(draft, rows[date.cell.row]):
        return False
    if kind in _LETTERS:
        return True
    near = [row for row in rows[max(0, date.cell.row - 2) : date.cell.row + 3] if row.cells[0].row != date.cell.row]
    return any(
        other.type is FieldType.DATE
        and abs(other.place.left - date.place.left) < _SAME_COLUMN
        and _has_amount(draft, row)
        for row in near
        for cell in row.cells
        for other in draft.paper.found_in(cell)
    )


def _has_amount(draft: Draft, row: Row) -> bool:
    return any(is_amount(found) for cell in row.cells for found in draft.paper.found_in(cell))


def dated(draft: Draft, kind: str, name: str = "date") -> Scored | None:
    """The paper's own date: by its labels and place, and by whose it is where several papers are told of."""
    dates = ranked(draft.paper, FieldType.DATE, WANTED[kind][name], document_date_prior)
    if kind in _NUMBERED:
        dates = list(_beside_number(draft, dates, kind))
    dates = [_owned(draft, one, kind) for one in dates]
    listed = -1.0 if kind in _LETTERS else -0.6
    dates = [one.better_by(listed, "place:in a list") if _in_a_list(draft, one.found, kind) else one for one in dates]
    dates = [one.better_by(-0.6, "place:in a stamp") if in_a_stamp(draft.paper, one.found) else one for one in dates]
    dates.sort(key=lambda s: -s.score)
    if dates and dates[0].score < _FAINT:
        # Without any label, a paper's own date is the earliest that nothing speaks against: others are due dates.
        silent = sorted((d for d in dates if d.score > -0.15), key=lambda d: d.found.value)
        dates = [one.better_by(_FAINT - one.score, "order:earliest date") for one in silent[:1]] + silent[1:]
    return draft.choose(name, dates, _FAINT)


_NUMBERS_OWNERS = {Whose.OTHERS: -0.8, Whose.LAW: -1.5, Whose.TOLD: -0.4, Whose.OWN: 0.25}


def numbered(draft: Draft, kind: str, date: Scored | None, weights: Weights = NUMBER) -> Scored | None:
    """The paper's number, by its label, else by its form and place; `date` is the paper's own."""
    called = best_numbers(draft.paper, weights, kind)
    bare = unlabelled(draft.paper, date.found if date is not None else None, kind)
    owned = []
    for one in [*called, *bare]:
        owner = whose(draft.paper, one.found, kind)
        owned.append(one.better_by(_NUMBERS_OWNERS[owner], owner.value) if owner in _NUMBERS_OWNERS else one)
    owned = [one.better_by(-0.7, "place:in a stamp") if in_a_stamp(draft.paper, one.found) else one for one in owned]
    return draft.choose("number", sorted(owned, key=lambda s: -s.score), 0.35)


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
    """Where to pay: the account that no label gives to the payer."""
    own: Weights = {**WANTED[kind]["iban"], "payer_bank": -1.2, "customer": -0.3, "ship_to": -0.1}

    def prior(paper: Paper, found: Found) -> tuple[float, str]:
        if kind != "bank_statement" and _of_the_payer(paper, found):
            return -1.5, "the payer's bank"
        return 0.6 * found.quality, "check:check digits"

    draft.choose("iban", ranked(draft.paper, FieldType.IBAN, own, prior), 0.2)


def _of_the_payer(paper: Paper, found: Found) -> bool:
    """Whether a label of the payer's bank stands before an account in its row or over it."""
    rows = paper.sheet(found.cell.page).rows
    cells = [*rows[found.cell.row].cells[: found.cell.column], *_over(rows, found.cell)]
    labels = [label for cell in cells for label in paper.labels_in(cell)]
    labels += [label for label in paper.labels_in(found.cell) if label.last < found.first]
    return any("payer_bank" in label.roles for label in labels[-3:])


def _over(rows: Sequence[Row], cell: Cell) -> list[Cell]:
    """The cells of the two rows over a cell that share its columns."""
    near = rows[max(0, cell.row - 2) : cell.row]
    return [other for row in near for other in row.cells if overlap(other.box, cell.box) > 0]


def order_reference(draft: Draft) -> None:
    weights: Weights = {"order_reference": 1.0, "customer": -0.5}
    found = [one for one in best_numbers(draft.paper, weights) if any(c.isdigit() for c in one.found.value)]
    number = draft.fields.get("number")
    draft.choose("order_reference", [one for one in found if number is None or one.found.value != number.value], 0.6)
