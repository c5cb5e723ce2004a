"""Who wrote a paper and to whom: the roles of names, weighed by labels and place; whose VAT id is whose.

Names and VAT ids are chosen together: a number stands by its owner, so that the number beside the IBAN tells whose
paper it is, and the number under an address to whom it goes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from intake.extract.acquaintance import core, is_ours, known_name
from intake.extract.domains import share_spelled, spelled, spelled_in
from intake.extract.found import Found
from intake.extract.legal_forms import form_at
from intake.extract.names import looks_like_address, words_that_spell
from intake.extract.paper import Governor, Label, Paper
from intake.extract.scoring import Scored, score
from intake.extract.wanted import Weights
from intake.firms import NOBODY, KnownFirms
from intake.layout.blocks import Block
from intake.layout.sheet import Cell
from intake.words import plain
from storage.kinds import FieldType

SUPPLIER: Weights = {
    "supplier": 1.0, "employer": 0.3, "customer": -0.9, "ship_to": -0.7, "bank_name": -0.8, "account_holder": -0.2,
    "recipient": -0.9, "iban": -0.6, "carrier": -1.0, "attention": -0.8,
}  # fmt: skip
CUSTOMER: Weights = {
    "customer": 1.0, "recipient": 0.8, "supplier": -0.9, "ship_to": -0.5, "bank_name": -0.8, "carrier": -1.0,
    "attention": 0.6,
}  # fmt: skip
SENDER: Weights = {
    "sender": 1.0, "supplier": 0.4, "recipient": -1.0, "customer": -1.0, "ship_to": -0.5, "attention": -0.9,
}  # fmt: skip
RECIPIENT: Weights = {"recipient": 1.0, "attention": 0.4, "customer": 0.9, "sender": -0.8}
EMPLOYER: Weights = {"employer": 1.0, "sender": 0.3, "ship_to": -0.4, "issuer": 0.2}

_REGISTERED = re.compile(
    r"sede legale|cap(?:itale|\.)? soc|registro (?:delle )?imprese|\br\.?e\.?a\b|iscr\.|\btel\b|\bpec\b|@|www\."
)
# An address in the foot or the head; whom a letter is addressed to may have its certified mail under its name.
_HOUSE = re.compile(r"sede legale|cap(?:itale|\.)? soc|registro (?:delle )?imprese|\br\.?e\.?a\b|\btel\b|www\.")
_BANK = re.compile(
    r"\b(?:banc[ao]|bancaria|bank|banque|banco|sparkasse|\w{3,}bank|caixa|caisse|credito|credit|unicredit"
    r"|intesa sanpaolo|bper|bnl|fineco|monte dei paschi|poste italiane|paribas|filiale)\b"
)
_CANDIDATES = 8
# What the page's web and e-mail addresses spell is the issuer's name.
_SPELLED, _SPELLED_AGAINST = 0.5, -0.3
_A_BANK = -0.5
_FOOT, _HEAD = 0.82, 0.25
_GOODS = -0.6
# Most papers that come in are addressed to us.
_INCOMING = 0.15
_OURS = 0.9
_MIXED = 2.0
# What a party that is not found counts: a name must say more than this to be taken.
_SILENT_ISSUER, _SILENT_RECEIVER = 0.3, 0.2
_SURE_NUMBER = 0.3
# Farther apart, a number and a name say nothing of each other: a foot far below the letterhead is still its own.
_FAR = 0.6


def _block(paper: Paper, value: Found) -> Block:
    return paper.block_of(_cell(paper, value))


def _cell(paper: Paper, value: Found) -> Cell:
    return paper.sheet(value.cell.page).rows[value.cell.row].cells[value.cell.column]


def _row_cells(paper: Paper, value: Found) -> Sequence[Cell]:
    return paper.sheet(value.cell.page).rows[value.cell.row].cells


def _among_goods(paper: Paper, value: Found) -> bool:
    """Whether sums stand in the name's own row: it is a line of the paper then, not a party."""
    return any(
        f.type is FieldType.AMOUNT and f.quality > 0.8 for c in _row_cells(paper, value) for f in paper.found_in(c)
    )


def letterhead_prior(paper: Paper, value: Found) -> tuple[float, str]:
    """Whose paper it is stands at its top, often in larger print, with an address and identifiers under it;
    or in its foot, with its registered seat and capital, its IBAN, or alone as a signature."""
    sheet = paper.sheets[0]
    if value.cell.page != sheet.page:
        return -0.5, "place:later page"
    high = max(0.0, 0.3 - value.place.top) * 1.4
    large = min(0.3, max(0.0, value.cell.height / sheet.line_height - 1.1))
    first = 0.15 if value.first == 0 else 0.0
    cells = (*_block(paper, value).cells, *_row_cells(paper, value))
    holds = {found.type for cell in cells for found in paper.found_in(cell)}
    identified = 0.15 if FieldType.VAT_ID in holds else 0.0
    own_line = {found.type for found in paper.found_in(_cell(paper, value))}
    legal = form_at(value.words) is not None
    identified += 0.3 if legal and (FieldType.VAT_ID in own_line) else 0.0
    bank = _BANK.search(plain(value.value)) is not None
    paid = 0.35 if FieldType.IBAN in holds and not bank else 0.0
    registered = 0.35 if _REGISTERED.search(plain(_block(paper, value).text)) else 0.0
    proven = 0.6 if any(_spells(value, code.value) for code in paper.found if code.type is FieldType.TAX_CODE) else 0.0
    goods = (_GOODS if _among_goods(paper, value) else 0.0) + (_A_BANK if bank and value.place.top > _HEAD else 0.0)
    return value.quality * (high + large + first + identified + paid + registered) + proven + goods, "place:letterhead"


def _spells(value: Found, code: str) -> bool:
    return any(True for _ in words_that_spell(code, value.words))


def address_prior(paper: Paper, value: Found) -> tuple[float, str]:
    """To whom a paper goes stands over a street and a town, below the letterhead, often on the right."""
    sheet = paper.sheets[0]
    if value.cell.page != sheet.page:
        return -0.5, "place:later page"
    cells = _block(paper, value).cells
    below = [cell for cell in cells if cell.row > value.cell.row][:3]
    whole = value.first <= 1 and value.last >= len(_cell(paper, value).words) - 1
    addressed = 0.0
    if any(looks_like_address(cell.text) for cell in below):
        addressed = 0.5 if whole and below[0].row <= value.cell.row + 2 and looks_like_address(below[0].text) else 0.3
    elif looks_like_address(" ".join(word.text for word in _cell(paper, value).words[value.last + 1 :])):
        addressed = 0.2
    right = 0.1 if value.place.left > 0.45 else 0.0
    topmost = -0.3 if value.place.top < 0.08 else 0.0
    registered = -0.3 if _HOUSE.search(plain(_block(paper, value).text)) else 0.0
    paid = any(f.type is FieldType.IBAN for c in (*cells, *_row_cells(paper, value)) for f in paper.found_in(c))
    goods = _GOODS if _among_goods(paper, value) else 0.0
    total = addressed + right + topmost + registered - (0.35 if paid else 0.0)
    return value.quality * total + goods, "place:over an address"


def best_names(
    paper: Paper, weights: Weights, candidates: Sequence[Found], *, letterhead: bool, firms: KnownFirms = NOBODY
) -> list[Scored]:
    """Candidates for one party, best first. What a label says against one place of a name counts at all its places."""
    scored: list[Scored] = []
    against: dict[str, float] = {}
    addresses = spelled(paper)
    for value in candidates:
        one = score(paper, value, weights, telling(paper, value))
        against[core(value.value)] = min(against.get(core(value.value), 0.0), one.score)
        one = Scored(value, one.score + 0.25 * value.quality, one.evidence)
        bonus, why = (letterhead_prior if letterhead else address_prior)(paper, value)
        one = one.better_by(bonus, why)
        share = share_spelled(value.value, addresses)
        below = _block(paper, value).text
        if share and (letterhead or share_spelled(value.value, spelled_in(below)) == 0):
            one = one.better_by((_SPELLED if letterhead else _SPELLED_AGAINST) * share, "address:spells the name")
        if firms.others and known_name(value, firms) is not None:
            one = one.better_by(0.2, "known:an earlier counterpart")
        scored.append(one)
    told = [_told_elsewhere(one, against) for one in scored]
    if letterhead:
        told = [_in_full(one, told) for one in told]
    return sorted(told, key=lambda s: -s.score)


# Little words that name a party only where they begin a line: "Da: ...", "A ...".
_LITTLE = 4


def telling(paper: Paper, name: Found) -> list[Governor]:
    """The labels that may say whose name this is: none that is a part of the name itself ("Impresa Verdi"), no little
    word from the middle of a sentence."""

    def tells(label: Label) -> bool:
        own = label.cell is name.cell and label.last >= name.first
        little = len(label.phrase) < _LITTLE and label.phrase.isalpha()
        words = label.cell.words
        marked = (
            words[label.last].text.endswith(":") or label.last == len(words) - 1 or words[label.last + 1].text == ":"
        )
        return not own and (not little or (label.first == 0 and marked))

    return [one for one in paper.governors(name) if tells(one.label)]


def _in_full(one: Scored, all_of_them: Sequence[Scored]) -> Scored:
    """A firm's whole name takes over what speaks for the short one of its logo."""
    if form_at(one.found.words) is None or one.score < 0:
        return one
    whole = core(one.found.value)
    short = [
        other.score
        for other in all_of_them
        if form_at(other.found.words) is None
        and len(core(other.found.value)) > 3
        and whole.startswith(core(other.found.value))
    ]
    better = max(short, default=-1.0) + 0.1 - one.score
    return one.better_by(better, "name:in full") if better > 0 else one


def _told_elsewhere(one: Scored, against: Mapping[str, float]) -> Scored:
    least = against[core(one.found.value)]
    return one.better_by(0.5 * least, "place:another party elsewhere") if least < -0.5 and one.score > 0 else one


def nearness(paper: Paper, value: Found, own: Found | None, other: Found | None) -> float:
    """How much nearer an identifier stands to one name than to the other, -0.6..0.6."""
    return max(-0.6, min(0.6, (distance(paper, value, other) - distance(paper, value, own)) * 2.0))


def distance(paper: Paper, value: Found, name: Found | None) -> float:
    """How far an identifier stands from a name, in page heights; in the name's own block it is near."""
    if name is None or name.cell.page != value.cell.page:
        return _FAR
    if any(c.row == value.cell.row and c.column == value.cell.column for c in _block(paper, name).cells):
        return 0.0
    down = value.place.top - name.place.top
    across = max(0.0, max(name.place.left, value.place.left) - min(name.place.right, value.place.right))
    return min(_FAR, (down if down >= 0 else 1.5 * -down) + 0.7 * across)


@dataclass(frozen=True)
class Parties:
    """Who issued the paper and to whom, with their VAT ids; None where the paper does not tell."""

    issuer: Scored | None = None
    receiver: Scored | None = None
    issuer_id: Scored | None = None
    receiver_id: Scored | None = None


Sides = tuple[Sequence[Scored], Sequence[Scored]]
"""Candidates for the issuer and for the receiver, each best first."""


def assigned(paper: Paper, names: Sides, identifiers: Sides, firms: KnownFirms = NOBODY) -> Parties:
    """The likeliest parties together with their VAT ids: no firm writes to itself, a number stands by its owner."""
    left, right, numbers, others = ([*side[:_CANDIDATES], None] for side in (*names, *identifiers))
    near = _Distances(paper)
    ours = {id(one) for one in (*left, *right, *numbers, *others) if one is not None and is_ours(one.found, firms)}
    best, chosen = 0.0, Parties()
    for issuer, receiver in product(left, right):
        if issuer is not None and receiver is not None and _same(issuer.found, receiver.found):
            continue
        base = (issuer.score if issuer else _SILENT_ISSUER) + (receiver.score if receiver else _SILENT_RECEIVER)
        a, b = (one.found if one else None for one in (issuer, receiver))
        own = [(one, near.fit(one, a, b)) for one in numbers]
        other = [(one, near.fit(one, b, a, issuers=False)) for one in others]
        for (number, weight), (second, more) in product(own, other):
            if number is not None and second is not None and number.found.value == second.found.value:
                continue
            mixed = any(id(x) in ours and id(y) in ours for x, y in ((issuer, second), (receiver, number)))
            total = base + weight + more - (_MIXED if mixed else 0.0)
            if total > best:
                best, chosen = total, Parties(issuer, receiver, number, second)
    return chosen


def _same(one: Found, other: Found) -> bool:
    """Whether two names are one firm's: the same, or one with an owner's or a trade's words left out."""
    a, b = core(one.value), core(other.value)
    return a == b or (min(len(a), len(b)) > 5 and (a in b or b in a))


class _Distances:
    """How near numbers and names stand to each other, each pair measured once."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._known: dict[tuple[int, int], float] = {}

    def between(self, value: Found, name: Found | None) -> float:
        key = (id(value), id(name))
        if key not in self._known:
            self._known[key] = distance(self._paper, value, name)
        return self._known[key]

    def fit(self, number: Scored | None, own: Found | None, other: Found | None, *, issuers: bool = True) -> float:
        if number is None:
            return 0.0
        near, far = self.between(number.found, own), self.between(number.found, other)
        if number.found.place.top > _FOOT:
            # The foot of a page goes on with what its head begins.
            near, far = (min(near, 0.3), far) if issuers else (near, min(far, 0.3))
        sure = _SURE_NUMBER if number.found.quality > 0.8 else 0.0
        return number.score + sure + number.found.quality * max(-0.6, min(0.6, (far - near) * 2.0))


def with_ours(sides: Sides, firms: KnownFirms) -> Sides:
    """The same candidates, weighed by what is known of us: where we stand on a paper we are one of its two parties,
    rather the one it is for."""

    def raised(side: Sequence[Scored], bonus: float) -> list[Scored]:
        known = [one.better_by(bonus, "known:ours") if is_ours(one.found, firms) else one for one in side]
        return sorted(known, key=lambda s: -s.score)

    return raised(sides[0], _OURS), raised(sides[1], _OURS + _INCOMING)
