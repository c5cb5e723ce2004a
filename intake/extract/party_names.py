"""Where names of firms and people stand on a paper: everything that may be one, whoever it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from intake.extract.found import Found
from intake.extract.legal_forms import form_at
from intake.extract.names import (
    FIRM_WORDS,
    begins_address,
    is_legal_form,
    looks_like_address,
    looks_like_firm,
    name_text,
    person_at,
    trimmed,
)
from intake.extract.no_names import NO_NAME, PROFESSIONS, TRADES, in_notice, is_heading
from intake.extract.paper import Label, Paper
from intake.extract.texts import announced
from intake.layout.sheet import Cell, union
from intake.words import folded, plain, word_set
from storage.kinds import FieldType
from storage.reading import Word

_STARTERS = word_set("tra fra e da a la il lo di con presso ditta societa impresa cliente spett le noi")
_ALWAYS_LEAD = word_set("tra fra con alla al noi parti saluti per affida")
_PARTY_ROLES = word_set(
    "supplier customer employer employee sender recipient taxpayer account_holder issuer bank_name ship_to"
)
_NAMED_ROLES = word_set("supplier customer employer sender recipient taxpayer account_holder issuer")
_DESCRIPTIONS = word_set("ditta azienda societa impresa")
# A number or a date before a name in one cell; five digits lead to a town.
_NUMERAL = re.compile(r"(?=.*\d.*\d.*\d)(?!\d{5}\W*$).+")
_TOWN = re.compile(r"\([A-Z]{2}\)?\W*$")
_TOP = 0.2


def joined(first: Cell, second: Cell) -> Cell:
    return Cell(first.words + second.words, union([first.box, second.box]), first.page, first.row, first.column)


def name_starts(paper: Paper, cell: Cell) -> list[int]:
    """Where in a cell a name may begin: not within a label, nor at a word that only leads to a name."""
    labels = [label for label in paper.labels_in(cell) if label.roles & _PARTY_ROLES]
    starts = {0} | {label.last + 1 for label in paper.labels_in(cell)}
    leading: set[int] = set()
    for index, word in enumerate(cell.words):
        bare = folded(word.text)
        leads = bare in _ALWAYS_LEAD or (bare in _STARTERS and not word.text.istitle())
        if (
            leads
            or _NUMERAL.fullmatch(word.text)
            or word.text.endswith((":", ",", "«", "(", ")"))
            or word.text in "-–·|•»‘’*"
        ):
            starts.add(index + 1)
        if bare in (_STARTERS if word.text.islower() else _ALWAYS_LEAD):
            leading.add(index)
    inside = {i for label in labels if _begins(cell, label) and _only_leads(label) for i in range(label.last + 1)}
    return sorted(start for start in starts - leading - inside if start < len(cell.words))


def _begins(cell: Cell, label: Label) -> bool:
    """Whether nothing but marks and dirt stands before a label."""
    return not any(sum(c.isalnum() for c in word.text) > 2 for word in cell.words[: label.first])


def _only_leads(label: Label) -> bool:
    """Whether a label leads to a name and is no part of it, as in "Banca Popolare", "Studio Verdi"."""
    rest = label.cell.words[label.last + 1 :]
    if label.phrase in _FIRST_OF_A_NAME and rest and _same_case(label.cell.words[label.last], rest[0]):
        return False
    if label.phrase in _DESCRIPTIONS and rest and not label.cell.words[label.last].text.endswith(":"):
        return form_at(rest) is not None or not label.cell.words[label.first].text[0].isupper()
    return label.phrase not in FIRM_WORDS - _DESCRIPTIONS or label.cell.words[label.last].text.endswith(":")


_FIRST_OF_A_NAME = word_set("impresa azienda")
_KINDS_OF_FIRM = word_set("edile di individuale pulizie funebre agricola artigiana artigiano agrituristica ospedaliera")


def _same_case(word: Word, following: Word) -> bool:
    """Whether "IMPRESA EDILE ROSSI", "Azienda Agricola Verdi" is printed as one name."""
    if word.text.endswith(":"):
        return False
    return (word.text.isupper() and following.text.isupper()) or folded(following.text) in _KINDS_OF_FIRM


def named(cell: Cell, words: Sequence[Word], quality: float) -> Found | None:
    if not words:
        return None
    first = next(index for index, word in enumerate(cell.words) if word is words[0])
    text = name_text(words)
    return Found(FieldType.TEXT, text, quality, cell, first, first + len(words) - 1) if len(text) > 2 else None


def firms(paper: Paper) -> Iterator[Found]:
    """Everything on the first two pages that looks like a firm's name; one that runs on in the next line is joined."""
    for sheet in paper.sheets[:2]:
        for cell in sheet.cells:
            spread = _spread(cell)
            if spread is not None and looks_like_firm(spread):
                yield Found(FieldType.TEXT, spread, 0.9, cell, 0, len(cell.words) - 1)
                continue
            following = _next_in_block(paper, cell)
            for start in name_starts(paper, cell):
                words = trimmed(cell.words[start:])
                found = None
                if words and following is not None and words[-1] is cell.words[-1] and len(words) < 9:
                    found = _run_on(joined(cell, following), start, words)
                if found is None and looks_like_firm(" ".join(w.text for w in words)):
                    found = named(cell, words, 1.0)
                if found is not None and not _begins_in_a_sentence(found):
                    yield found


def _begins_in_a_sentence(found: Found) -> bool:
    """Whether a name begins with a small word while others of its words are capitalised: prose before it."""
    first = found.value.split()[0]
    return first.islower() and first.isalpha() and any(word.text[:1].isupper() for word in found.words[1:])


_TAILS = word_set("agricola sociale unico unipersonale socio onlus semplificata limitata consortile")


def _run_on(joined: Cell, start: int, words: Sequence[Word]) -> Found | None:
    """A name that only the next line completes: with its legal form, or with the surname that it repeats."""
    longer = trimmed(joined.words[start:])
    if len(longer) <= len(words):
        return None
    short, whole = folded(" ".join(w.text for w in words)).split(), folded(" ".join(w.text for w in longer)).split()
    rest = whole[len(short) :]  # none where what was added folds away
    completes = is_legal_form(rest) and not is_legal_form(short)
    repeats = "di" in short and bool(rest) and rest[0] in short
    goes_on = is_legal_form(short) and rest[:1] == ["di"]
    more = is_legal_form(short) and bool(rest) and _TAILS.issuperset(rest)
    fits = (completes or repeats or goes_on or more) and looks_like_firm(" ".join(whole))
    return named(joined, longer, 0.95) if fits else None


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


def _spread(cell: Cell) -> str | None:
    """A line set with wide spaces between its letters ("R O S S I  S R L"), its words parted by the wider ones."""
    words = cell.words
    if len(words) < 6 or sum(len(word.text) == 1 for word in words) < 0.8 * len(words):
        return None
    gaps = [after.box.left - before.box.right for before, after in pairwise(words)]
    usual = median(gaps)
    text = words[0].text
    for gap, word in zip(gaps, words[1:], strict=True):
        text += (" " if gap > 1.8 * max(usual, 0.0005) else "") + word.text
    return text


def persons(paper: Paper) -> Iterator[Found]:
    """Runs of capitalised words that may be a person's name, wherever one may begin."""
    for sheet in paper.sheets[:2]:
        for cell in sheet.cells:
            for start in name_starts(paper, cell):
                words = person_at(cell.words[start:])
                found = named(cell, words, 0.6)
                if found is not None and not looks_like_firm(found.value) and not looks_like_address(found.value):
                    yield found


def letterheads(paper: Paper) -> Iterator[Found]:
    """Large or first print at the top of the first page, whatever it says: professionals have no legal form."""
    sheet = paper.sheets[0]
    top = [cell for cell in sheet.cells if cell.box.top < _TOP and sum(c.isalpha() for c in cell.text) > 5]
    for rank, cell in enumerate(top[:6]):
        labels = paper.labels_in(cell)
        large = cell.height > 1.15 * sheet.line_height
        start = next(iter(name_starts(paper, cell)), 0)
        words = trimmed(cell.words[start:])
        if (labels and labels[0].first == 0) or looks_like_address(cell.text) or len(words) < (1 if large else 2):
            continue
        found = named(cell, words, 0.85 if large or rank == 0 else 0.4)
        if found is not None and may_be_name(found) and not looks_like_firm(found.value):
            yield found


def on_two_lines(paper: Paper) -> Iterator[Found]:
    """A letterhead whose next line, or the one after, ends the name: with a legal form, or with "di" and the owner."""
    sheet = paper.sheets[0]
    for cell in sheet.cells:
        if cell.box.top > _TOP or paper.labels_in(cell) or looks_like_address(cell.text) or len(cell.words) > 5:
            continue
        block = paper.block_of(cell).cells
        following = block[block.index(cell) + 1 :][:2]
        whole = cell
        for after in following:
            whole = joined(whole, after)
            end = _ends_a_name(after.words)
            if end:
                last = len(whole.words) - len(after.words) + end - 1
                text = name_text(whole.words[: last + 1])
                yield Found(FieldType.TEXT, text, 1.0, whole, 0, last)
                break
            if len(after.words) > 2 or any(c.isdigit() for c in after.text) or paper.labels_in(after):
                break


def _ends_a_name(words: Sequence[Word]) -> int:
    """How many words of a line end the name above it; 0 where it does not go on with one."""
    form = form_at(words, 0)
    if form is not None and form[0] == 0:
        return form[1]
    owner = person_at(words[1:]) if plain(words[0].text) == "di" else ()
    return len(owner) + 1 if owner else 0


def may_be_name(found: Found) -> bool:
    """Whether a text without a legal form may be a name at all: no title, heading, sum or sentence."""
    words = folded(found.value).split()
    if not words or is_heading(words) or len(words) > 9 or not re.match(r"\W?[A-ZÀ-Ý\d]", found.value):
        return False
    letters = sum(c.isalpha() for c in found.value)
    if (
        _TOWN.search(found.value)
        or letters < 4
        or letters < 0.6 * len(found.value.replace(" ", ""))
        or looks_like_address(found.value)
    ):
        return False
    bearing = [word for word in found.value.split() if len(word) > 3]
    return sum(word[0].isupper() or not word[0].isalpha() for word in bearing) > 0.5 * len(bearing) or not bearing


def addressed(paper: Paper) -> Iterator[Found]:
    """What stands over a street or before one in its line, whatever it says."""
    for sheet in paper.sheets[:1]:
        for cell in sheet.cells:
            house = next((i for i, word in enumerate(cell.words) if folded(word.text) == "condominio"), None)
            if house is not None and len(cell.words) < 12:
                found = named(cell, trimmed(cell.words[house:]), 0.8)
                if found is not None:
                    yield found
                continue
            cut = next((i for i in range(1, len(cell.words)) if begins_address(cell.words[i:])), None)
            words: tuple[Word, ...] = ()
            if cut is not None and cut <= 8:
                words = trimmed(cell.words[:cut])
            elif len(cell.words) <= 8 and not looks_like_address(cell.text) and _over_address(paper, cell):
                starts = (trimmed(cell.words[start:]) for start in name_starts(paper, cell))
                words = next((name for name in starts if name), ())
            found = named(cell, words, 0.75)
            if found is not None and may_be_name(found) and not looks_like_firm(found.value):
                yield found


def _over_address(paper: Paper, cell: Cell) -> bool:
    cells = paper.block_of(cell).cells
    position = cells.index(cell)
    return position + 1 < len(cells) and looks_like_address(cells[position + 1].text)


def called(paper: Paper) -> Iterator[Found]:
    """What the label of a party announces in a box of its own, whatever it says."""
    for labels in paper.labels.values():
        for label in labels:
            if not label.roles & _NAMED_ROLES or len(label.phrase) < 4:
                continue
            for text, _ in announced(paper, label):
                words = trimmed(text.words)
                found = named(text.cell, words, 0.7 if len(words) > 1 else 0.45)
                usable = found is not None and may_be_name(found) and not looks_like_address(found.value)
                if found is not None and usable and not looks_like_firm(found.value):
                    yield found


def all_names(paper: Paper, *, people: bool = True) -> list[Found]:
    """Every candidate for a party's name, each place once, the surest form of it first. Without `people`, names of
    persons only where they stand as a firm's would."""
    best: dict[tuple[int, int, int, int], Found] = {}
    found_firms = list(firms(paper))
    known = [one for one in found_firms if not any(_within(one, other) and _leads_well(other) for other in found_firms)]
    single = (_with_title(found) for found in (persons(paper) if people else ()) if may_be_name(found))
    others = [
        found
        for found in (*letterheads(paper), *addressed(paper), *called(paper), *single)
        if not any(_within(found, firm) for firm in known)
    ]
    for found in (*on_two_lines(paper), *known, *others):
        key = (*_cell_key(found), found.first)
        if not _is_none(paper, found) and (key not in best or found.quality > best[key].quality):
            best[key] = found
    whole = [one for one in best.values() if not any(_is_part(paper, one, other) for other in best.values())]
    return [_less_if_a_trade(paper, found, whole) for found in whole]


def _is_none(paper: Paper, found: Found) -> bool:
    """Whether a candidate is no party at all: the words of a label, the name of a street, a firm in a notice."""
    words = found.cell.words
    if in_notice(found):
        return True
    if found.first and begins_address(words[found.first - 1 :]) and not words[found.first - 1].text[0].isdigit():
        return True
    if any(word.text.endswith(":") for word in found.words[:-1]):
        return True
    labels = [label for label in paper.labels_in(found.cell) if label.phrase not in FIRM_WORDS]
    if any(label.first <= found.first and found.last <= label.last for label in labels):
        return True
    heads = (label for label in labels if label.first == found.first and len(label.phrase) > 4)
    return found.quality < 0.7 and any(not label.roles & _PARTY_ROLES for label in heads)


def _is_part(paper: Paper, part: Found, whole: Found) -> bool:
    """Whether a candidate is the end of a longer name in its own cell: "Lavoro Milani" of "Consulenza del Lavoro
    Milani". Not where a label with its mark or a firm's own form parts the two."""
    if part is whole or not _within(part, whole) or part.last > whole.last or not _leads_well(whole):
        return False
    if form_at(part.words) is not None and form_at(whole.words) is None:
        return False
    return not any(
        whole.first <= label.first and label.last < part.first and label.cell.words[label.last].text.endswith(":")
        for label in paper.labels_in(whole.cell)
    )


def _cell_key(found: Found) -> tuple[int, int, int]:
    return found.cell.page, found.cell.row, found.cell.column


def _within(part: Found, whole: Found) -> bool:
    return _cell_key(part) == _cell_key(whole) and whole.first < part.first <= whole.last


def _leads_well(firm: Found) -> bool:
    """Whether a firm's name begins as names do: what begins within it is a part of it."""
    return firm.value[:1].isupper() and folded(firm.value).split()[0] not in NO_NAME | _STARTERS


def _with_title(person: Found) -> Found:
    """A professional's name with the titles printed before it: they belong to the name of whoever issues the paper."""
    first = person.first
    while first > 0 and folded(person.cell.words[first - 1].text) in PROFESSIONS:
        first -= 1
    if first == person.first:
        return person
    text = name_text(person.cell.words[first : person.last + 1])
    return Found(person.type, text, 0.8, person.cell, first, person.last)


def _less_if_a_trade(paper: Paper, found: Found, others: Iterable[Found]) -> Found:
    """What somebody does, printed under the name or in small letters, is no name."""
    if found.quality >= 0.9:
        return found
    cells = paper.block_of(found.cell).cells
    above = cells[: cells.index(found.cell)] if found.cell in cells else ()
    under = bool(above) and any(other.cell is above[-1] and other.quality >= 0.6 for other in others)
    trade = folded(found.value).split()[:1]
    follows = any(not paper.labels_in(cell) and not looks_like_address(cell.text) for cell in above)
    small = not any(word.text[:1].isupper() for word in found.words[1:])
    told = bool(trade) and trade[0] in TRADES and (follows or small)
    return replace(found, quality=0.3 * found.quality) if told or under else found
