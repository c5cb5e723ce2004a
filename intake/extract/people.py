"""The person a paper is about. A tax code spells its owner's name: where both are there, they prove each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile

from intake.extract.domains import addresses_in
from intake.extract.found import Found
from intake.extract.names import (
    FIRM_WORDS,
    given_name_code,
    looks_like_address,
    looks_like_firm,
    name_text,
    person_at,
    surname_code,
    words_that_spell,
)
from intake.extract.paper import Paper
from intake.extract.party_names import may_be_name, persons
from intake.extract.scoring import Scored, score
from intake.extract.texts import labelled_texts
from intake.extract.wanted import Weights
from intake.layout.sheet import Cell
from intake.words import folded, plain, word_set
from storage.kinds import FieldType

_EMPLOYEE: Weights = {
    "employee": 1.0,
    "surname": 0.4,
    "employer": -0.4,
    "customer": -0.1,
    "given_name": 0.3,
    "ship_to": -0.5,
    "other_person": -0.9,
    "sender": 0.4,
}
_PROVEN = 1.3


def person_codes(paper: Paper) -> list[Found]:
    """Tax codes of people, the surest first."""
    codes = [value for value in paper.found if value.type is FieldType.TAX_CODE]
    return sorted(codes, key=lambda code: -code.quality)


def proven_by(paper: Paper, code: str) -> Scored | None:
    """The name on the page that spells the tax code, in one place or as surname and given name in two boxes; best
    where a person's name stands by itself, least where it is a firm's owner's or that of a member of the family."""
    best: Scored | None = None
    for sheet in paper.sheets[:2]:
        for cell in sheet.cells:
            for run in words_that_spell(code, cell.words):
                first = next(i for i, word in enumerate(cell.words) if word is run[0])
                value = _whole(paper, cell, first, first + len(run) - 1)
                governed = score(paper, value, _EMPLOYEE).score
                one = Scored(value, _PROVEN + 0.1 * governed, ("check:spells the tax code",))
                if _owns_a_firm(paper, value):
                    one = one.better_by(_OWNER, "place:a firm's owner")
                if _FAMILY.search(plain(" ".join(c.text for c in sheet.rows[cell.row].cells))):
                    one = one.better_by(_OWNER, "word:family")
                if best is None or one.score > best.score + 0.05:
                    best = one
    if best is None or best.score < 1.0:
        return _in_two_boxes(paper, code) or best
    return best


def _whole(paper: Paper, cell: Cell, first: int, last: int) -> Found:
    """A run of words with the rest of the person's name behind it: a code does not tell a second surname."""
    ends = (label.first for label in paper.labels_in(cell) if label.first > last)
    name = person_at(cell.words[first : min(ends, default=len(cell.words))])
    last = max(last, first + len(name) - 1) if name and name[0] is cell.words[first] else last
    own = [word for word in cell.words[first : last + 1] if folded(word.text) not in ("nome", "cognome")]
    return Found(FieldType.TEXT, name_text(own), 1.0, cell, first, last)


_FAMILY = re.compile(r"\b(?:figli[oa]|coniuge|familiar[ei]|a carico|genitore|delegato|intermediario)\b")
_OWNER = -0.9


def _owns_a_firm(paper: Paper, person: Found) -> bool:
    """Whether a person's name is a part of a firm's: "Brianza di Marku Dritan", "Arben Marku - Idraulica"."""
    words = person.cell.words
    before = words[person.first - 1].text if person.first else ""
    led = before[:1].isupper() and before.isalpha() and _TRADE.match(before) is not None
    after = words[person.last + 1 : person.last + 3]
    traded = len(after) == 2 and after[0].text in "-–" and after[1].text[:1].isupper()
    if plain(before) in ("di", "ditta", "de") or led or (traded and not paper.labels_in(person.cell)):
        return True
    return looks_like_firm(" ".join(w.text for w in words[person.first : person.last + 3]))


_TRADE = re.compile(r"(?!(?:Dott|Sig|Ing|Avv|Geom|Rag|Prof|Dr|Nome|Cognome|Lavora|Dipendente)).{4,}", re.IGNORECASE)


def _in_two_boxes(paper: Paper, code: str) -> Scored | None:
    for pair in _boxed(paper):
        surname, given = pair[0][1], pair[1][1]
        if surname_code(surname) == code[:3] and given_name_code(given) == code[3:6]:
            return Scored(_pair_found(pair), _PROVEN, ("check:spells the tax code",))
    return _in_two_cells(paper, code)


_APART = 6


def _in_two_cells(paper: Paper, code: str) -> Scored | None:
    """Surname and given name as two short cells near each other, whatever their labels, where they spell the code."""
    pairs: list[tuple[int, Cell, Cell]] = []
    for sheet in paper.sheets[:2]:
        short = [cell for cell in sheet.cells if len(cell.words) <= 3 and _name_in_box(cell.text)]
        surnames = [cell for cell in short if surname_code(cell.text) == code[:3]]
        given = [cell for cell in short if given_name_code(cell.text) == code[3:6]]
        pairs += [(abs(s.row - g.row), s, g) for s in surnames for g in given if s is not g]
    apart, surname, name = min(pairs, key=lambda pair: pair[0], default=(_APART + 1, None, None))
    if surname is None or name is None or apart > _APART:
        return None
    text = f"{_name_in_box(surname.text)} {_name_in_box(name.text)}"
    value = Found(FieldType.TEXT, text, 1.0, surname, 0, len(surname.words) - 1)
    return Scored(value, _PROVEN - 0.05, ("check:spells the tax code",))


Boxed = tuple[Scored, str]
"""What a label announces and the name in it."""


def _boxed(paper: Paper) -> Iterator[tuple[Boxed, Boxed]]:
    """Surname and given name in boxes of their own."""
    surnames, given = (
        [(one, name) for one in labelled_texts(paper, role) if (name := _name_in_box(one.found.value))]
        for role in ("surname", "given_name")
    )
    for s in surnames[:4]:
        for g in given[:4]:
            apart = s[0].found.cell is not g[0].found.cell or s[0].found.last < g[0].found.first
            if apart and s[1] != g[1]:
                yield s, g


_OTHER_LANGUAGE = re.compile(r"^.*(?:surname|given names?|first name|name|\(\d{1,2}\)|/)\W*", re.IGNORECASE)


_NOT_IN_A_BOX = word_set("sesso sex nome cognome luogo data provincia nascita codice fiscale comune firma")


def _name_in_box(text: str) -> str:
    """The name in a box, what its label says in another language and what the next box says left out; "" if none."""
    words = _OTHER_LANGUAGE.sub("", text).replace(",", " ").split()
    kept = list(takewhile(lambda word: re.fullmatch(r"[^\W\d_](?:(?:[^\W\d_]|['’.-])*[^\W\d_])", word), words))
    fits = 0 < len(kept) <= 4 and len(kept) == len(words) and all(word[0].isupper() for word in kept)
    return " ".join(kept) if fits and _NOT_IN_A_BOX.isdisjoint(folded(" ".join(kept)).split()) else ""


def _pair_found(pair: tuple[Boxed, Boxed]) -> Found:
    (surname, text), (_, given) = pair
    one = surname.found
    return Found(FieldType.TEXT, f"{text} {given}", 1.0, one.cell, one.first, one.last)


def _two_boxes(paper: Paper) -> list[Scored]:
    return [
        Scored(_pair_found(pair), 0.5 + 0.5 * pair[0][0].score, (*pair[0][0].evidence, *pair[1][0].evidence))
        for pair in islice(_boxed(paper), 1)
    ]


def employee_names(paper: Paper, *, large_print: bool = False) -> list[Scored]:
    """Names of the person the paper is about, best first. `large_print`: the name may be a headline, as of a CV."""
    proven = [one for code in person_codes(paper)[:3] if (one := proven_by(paper, code.value)) is not None]
    people = [value for value in persons(paper) if may_be_name(value) and not _is_firm(value)]
    often = Counter(_sorted_name(value) for value in people)
    mails = {local for local, _ in addresses_in(paper)} if large_print else set()
    scored: list[Scored] = []
    for value in people:
        one = score(paper, value, _EMPLOYEE)
        bonus = _standing(paper, value, often[_sorted_name(value)])
        large = _large(paper, value) + _in_mail(value, mails) if large_print else 0.0
        bonus += _ONLY if len(often) == 1 else 0.0
        why = (*(("place:as a letter's writer",) if bonus > 0.1 else ()), *(("print:large",) if large > 0.3 else ()))
        scored.append(Scored(value, one.score + bonus + large, (*one.evidence, *why)))
    return sorted([*proven, *_two_boxes(paper), *scored], key=lambda s: -s.score)


# A paper that names one person is about that one.
_ONLY = 0.15


def _in_mail(value: Found, mails: Iterable[str]) -> float:
    """Whether somebody's own mail address spells the name, or one word of it."""
    words = [word for word in folded(value.value).split() if len(word) > 2]
    hits = max((sum(word in mail for word in words) for mail in mails), default=0)
    return 0.0 if not hits else 0.5 if hits == len(words) else 0.3


def _sorted_name(value: Found) -> str:
    return " ".join(sorted(folded(value.value).split()))


def _is_firm(value: Found) -> bool:
    kinds = set(folded(value.value).split()) & FIRM_WORDS
    return bool(kinds) or looks_like_firm(value.cell.text)


def _large(paper: Paper, value: Found) -> float:
    ratio = value.cell.height / paper.sheet(value.cell.page).line_height
    alone = value.first == 0 and value.last == len(value.cell.words) - 1
    return min(0.5, max(0.0, ratio - 1.1)) + 0.15 * alone + 0.2 * max(0.0, 0.5 - value.place.top)


_DOES = word_set("ha chiede dichiara has comunica presenta attended completed richiede nato nata born")


def _standing(paper: Paper, value: Found, times: int) -> float:
    """How much a name stands as that of whom a paper is about: named more than once, over an address, before what
    somebody did, behind the bare label of a name."""
    words = value.cell.words
    following = plain(words[value.last + 1].text) if value.last + 1 < len(words) else ""
    behind = [g.label.phrase for g in paper.governors(value)[:1] if g.strength > 0.7]
    cells = paper.block_of(value.cell).cells
    position = cells.index(value.cell)
    addressed = position + 1 < len(cells) and looks_like_address(cells[position + 1].text) and value.first == 0
    alone = value.first == 0 and value.last == len(words) - 1
    total = 0.3 * (times > 1) + 0.3 * addressed + 0.1 * alone
    return min(0.6, total + 0.3 * (behind == ["nome"]) + 0.5 * (following in _DOES))
