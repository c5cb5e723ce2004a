"""Who wrote a paper and to whom: names, and which VAT id or tax code belongs to which of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from intake.extract.found import Found
from intake.extract.names import (
    FIRM_WORDS,
    is_legal_form,
    looks_like_address,
    looks_like_firm,
    name_text,
    person_at,
    trimmed,
    words_that_spell,
)
from intake.extract.paper import Label, Paper
from intake.extract.scoring import Scored, ranked, score
from intake.extract.wanted import Weights
from intake.layout.blocks import Block
from intake.layout.sheet import Cell, union
from intake.words import folded, plain, word_set
from storage.kinds import FieldType
from storage.reading import Word

_STARTERS = word_set("tra fra e da a la il lo di con presso ditta societa impresa cliente spett le")

SUPPLIER: Weights = {
    "supplier": 1.0,
    "employer": 0.3,
    "customer": -0.9,
    "ship_to": -0.7,
    "bank_name": -0.8,
    "account_holder": -0.2,
    "recipient": -0.9,
    "iban": -0.6,
}
CUSTOMER: Weights = {"customer": 1.0, "recipient": 0.8, "supplier": -0.9, "ship_to": -0.5, "bank_name": -0.8}
SENDER: Weights = {"sender": 1.0, "supplier": 0.4, "recipient": -1.0, "customer": -1.0, "ship_to": -0.5}
RECIPIENT: Weights = {"recipient": 1.0, "customer": 0.9, "sender": -0.8}
EMPLOYER: Weights = {"employer": 1.0, "sender": 0.3, "ship_to": -0.4, "issuer": 0.2}


def _joined(first: Cell, second: Cell) -> Cell:
    return Cell(first.words + second.words, union([first.box, second.box]), first.page, first.row, first.column)


_ALWAYS_LEAD = word_set("tra fra con alla al")
_PARTY_ROLES = word_set("supplier customer employer employee sender recipient taxpayer account_holder issuer bank_name")


def _starts(paper: Paper, cell: Cell) -> list[int]:
    """Where in a cell a name may begin: not within a label, nor at a word that only leads to a name."""
    labels = [label for label in paper.labels_in(cell) if label.roles & _PARTY_ROLES]
    starts = {0} | {label.last + 1 for label in paper.labels_in(cell)}
    for index, word in enumerate(cell.words[:-1]):
        bare = folded(word.text)
        if (
            (bare in _ALWAYS_LEAD or (bare in _STARTERS and not word.text.istitle()))
            or word.text.endswith((":", ",", "«", "("))
            or word.text in "-–·|•"
        ):
            starts.add(index + 1)
    leading = {
        index
        for index, word in enumerate(cell.words)
        if folded(word.text) in (_STARTERS if word.text.islower() else _ALWAYS_LEAD)
    }
    inside = {i for label in labels if label.first == 0 and _only_leads(label) for i in range(label.last + 1)}
    return sorted(start for start in starts - leading - inside if start < len(cell.words))


_DESCRIPTIONS = word_set("ditta azienda societa impresa")


def _only_leads(label: Label) -> bool:
    """Whether a label leads to a name and is no part of it, as in "Banca Popolare", "Studio Verdi"."""
    return label.phrase not in FIRM_WORDS - _DESCRIPTIONS or label.cell.words[label.last].text.endswith(":")


def _candidate(cell: Cell, words: Sequence[Word], quality: float) -> Found | None:
    if not words:
        return None
    first = next(index for index, word in enumerate(cell.words) if word is words[0])
    text = name_text(words)
    return Found(FieldType.TEXT, text, quality, cell, first, first + len(words) - 1) if len(text) > 2 else None


def firms(paper: Paper) -> Iterator[Found]:
    """Everything on the first two pages that looks like a firm's name; one that runs on in the next line is joined."""
    for sheet in paper.sheets[:2]:
        for cell in sheet.cells:
            following = _next_in_block(paper, cell)
            for start in _starts(paper, cell):
                words = trimmed(cell.words[start:])
                found = None
                if words and following is not None and words[-1] is cell.words[-1] and len(words) < 9:
                    found = _run_on(_joined(cell, following), start, words)
                if found is None and looks_like_firm(" ".join(w.text for w in words)):
                    found = _candidate(cell, words, 1.0)
                if found is not None:
                    yield found


def _run_on(joined: Cell, start: int, words: Sequence[Word]) -> Found | None:
    """A name that only the next line completes: with its legal form, or with the surname that it repeats."""
    longer = trimmed(joined.words[start:])
    if len(longer) <= len(words):
        return None
    short, whole = folded(" ".join(w.text for w in words)).split(), folded(" ".join(w.text for w in longer)).split()
    completes = is_legal_form(whole[len(short) :]) and not is_legal_form(short)
    repeats = "di" in short and len(whole) > len(short) and whole[len(short)] in short
    return _candidate(joined, longer, 0.95) if (completes or repeats) and looks_like_firm(" ".join(whole)) else None


def _next_in_block(paper: Paper, cell: Cell) -> Cell | None:
    block = paper.block_of(cell).cells
    position = block.index(cell)
    following = block[position + 1] if position + 1 < len(block) else None
    if (
        following is None
        or looks_like_address(following.text)
        or abs(following.height - cell.height) > 0.4 * cell.height
    ):
        return None
    return following


def persons(paper: Paper) -> Iterator[Found]:
    """Runs of capitalised words that may be a person's name, wherever one may begin."""
    for sheet in paper.sheets[:2]:
        for cell in sheet.cells:
            for start in _starts(paper, cell):
                words = person_at(cell.words[start:])
                found = _candidate(cell, words, 0.6)
                if found is not None and not looks_like_firm(found.value) and not looks_like_address(found.value):
                    yield found


def letterheads(paper: Paper) -> Iterator[Found]:
    """Large or first print at the top of the first page, whatever it says: professionals have no legal form."""
    sheet = paper.sheets[0]
    top = [cell for cell in sheet.cells if cell.box.top < 0.2 and sum(c.isalpha() for c in cell.text) > 5]
    for rank, cell in enumerate(top[:6]):
        labels = paper.labels_in(cell)
        words = trimmed(cell.words)
        if (labels and labels[0].first == 0) or looks_like_address(cell.text) or len(words) < 2:
            continue
        large = cell.height > 1.15 * sheet.line_height
        found = _candidate(cell, words, 0.85 if large or rank == 0 else 0.4)
        if found is not None and not looks_like_firm(found.value):
            yield found


_REGISTERED = re.compile(
    r"sede legale|cap(?:itale|\.)? soc|registro (?:delle )?imprese|\br\.?e\.?a\b|iscr\.|\btel\b|\bpec\b|@|www\."
)


def _block_of(paper: Paper, value: Found) -> Block:
    return paper.block_of(paper.sheet(value.cell.page).rows[value.cell.row].cells[value.cell.column])


def letterhead_prior(paper: Paper, value: Found) -> tuple[float, str]:
    """Whose paper it is stands at its top, often in larger print, with an address and identifiers under it;
    or in its foot, with its registered seat and capital."""
    sheet = paper.sheets[0]
    if value.cell.page != sheet.page:
        return -0.5, "place:later page"
    high = max(0.0, 0.3 - value.place.top) * 1.4
    large = min(0.3, max(0.0, value.cell.height / sheet.line_height - 1.1))
    first = 0.15 if value.first == 0 else 0.0
    block = _block_of(paper, value)
    identified = 0.15 if any(f.type is FieldType.VAT_ID for c in block.cells for f in paper.found_in(c)) else 0.0
    registered = 0.35 if _REGISTERED.search(plain(block.text)) else 0.0
    proven = 0.6 if any(_spells(value, code.value) for code in paper.found if code.type is FieldType.TAX_CODE) else 0.0
    return value.quality * (high + large + first + identified + registered) + proven, "place:letterhead"


def _spells(value: Found, code: str) -> bool:
    return any(True for _ in words_that_spell(code, value.words))


def address_prior(paper: Paper, value: Found) -> tuple[float, str]:
    """To whom a paper goes stands over a street and a town, below the letterhead, often on the right."""
    sheet = paper.sheets[0]
    if value.cell.page != sheet.page:
        return -0.5, "place:later page"
    cells = _block_of(paper, value).cells
    below = [cell for cell in cells if cell.row > value.cell.row][:3]
    addressed = 0.3 if any(looks_like_address(cell.text) for cell in below) else 0.0
    right = 0.1 if value.place.left > 0.45 else 0.0
    topmost = -0.3 if value.place.top < 0.08 else 0.0
    registered = -0.3 if _REGISTERED.search(plain(_block_of(paper, value).text)) else 0.0
    return value.quality * (addressed + right + topmost + registered), "place:over an address"


def best_names(paper: Paper, weights: Weights, candidates: Sequence[Found], *, letterhead: bool) -> list[Scored]:
    """Candidates for one party, best first; each name once."""
    scored: list[Scored] = []
    for value in candidates:
        one = score(paper, value, weights)
        one = Scored(value, one.score + 0.25 * value.quality, one.evidence)
        bonus, why = (letterhead_prior if letterhead else address_prior)(paper, value)
        scored.append(one.better_by(bonus, why))
    return sorted(scored, key=lambda s: -s.score)


def pair(left: Sequence[Scored], right: Sequence[Scored]) -> tuple[Scored | None, Scored | None]:
    """The two parties together: no firm writes to itself."""
    best: tuple[float, Scored | None, Scored | None] = (0.0, None, None)
    for a in [*left[:8], None]:
        for b in [*right[:8], None]:
            if a is not None and b is not None and folded(a.found.value) == folded(b.found.value):
                continue
            total = (a.score if a else 0.3) + (b.score if b else 0.2)
            if total > best[0]:
                best = (total, a, b)
    return best[1], best[2]


def _distance(value: Found, name: Found | None, block: Block | None) -> float:
    """How far an identifier stands from a name, in page heights; in the name's own block it is near."""
    if name is None or name.cell.page != value.cell.page:
        return 0.6
    if block is not None and any(c.row == value.cell.row and c.column == value.cell.column for c in block.cells):
        return 0.0
    down = value.place.top - name.place.top
    across = max(0.0, max(name.place.left, value.place.left) - min(name.place.right, value.place.right))
    return (down if down >= 0 else 1.5 * -down) + 0.7 * across


def belonging(paper: Paper, type: FieldType, weights: Weights, own: Found | None, other: Found | None) -> list[Scored]:
    """Identifiers of a type by how much they belong to `own` rather than to `other`."""

    def prior(_: Paper, value: Found) -> tuple[float, str]:
        near = _distance(value, own, _block(paper, own))
        far = _distance(value, other, _block(paper, other))
        return value.quality * max(-0.6, min(0.6, (far - near) * 2.0)), "place:near its name"

    return ranked(paper, type, weights, prior)


def _block(paper: Paper, name: Found | None) -> Block | None:
    if name is None:
        return None
    return paper.block_of(paper.sheet(name.cell.page).rows[name.cell.row].cells[name.cell.column])
