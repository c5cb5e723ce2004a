"""Payment terms by their grammar: where they begin and end in a line, and how they go on in the next one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from intake.extract.found import Found
from intake.extract.paper import Governor, Label, Paper
from intake.extract.scoring import Scored
from intake.extract.term_words import TERMS
from intake.extract.texts import labelled_texts
from intake.layout.neighbours import overlap
from intake.layout.sheet import Cell
from intake.words import Token, plain, tokens
from storage.kinds import FieldType
from storage.reading import Word

# How surely words are terms without any label; a way of paying alone may be told of a bank account.
_FORMS = {"both": 0.55, "paid": 0.4, "payment": 0.4, "way": 0.2, "days": 0.15}
_LABELLED = 0.5
_SENTENCE_END = re.compile(r"[A-Za-zÀ-ÿ]{6,}[.]$|[:;)]$")
_WORD_END = re.compile(r"(?<=[A-Za-zà-ÿ]{4})\.$")
# Words at the end of a line that may go on in the next one.
_FEW = 3
_PARTED = Token(";", -1, -1)


def payment_terms(paper: Paper) -> list[Scored]:
    """What the pages say of how and when to pay, best first: by the grammar of terms, else by a label alone."""
    found = [one for sheet in paper.sheets for cell in sheet.cells for one in _in_cell(paper, cell)]
    return sorted([*found, *_named(paper)], key=lambda one: -one.score)


def _in_cell(paper: Paper, cell: Cell) -> Iterator[Scored]:
    line = _line(paper, cell)
    for form, first, last in _matches(line):
        more = ""
        if last >= len(cell.words) - _FEW:
            form, last, more = _continued(paper, cell, line, first) or (form, last, more)
        form, last = _until(paper, cell, form, last)
        text = " ".join([_printed(cell.words[first : last + 1]), more]).strip()
        found = Found(FieldType.TEXT, text, 1.0, cell, first, last)
        bonus, label = _labelled(paper, found)
        yield Scored(found, _FORMS[form] + bonus, (*label, "form:payment terms"))


def _until(paper: Paper, cell: Cell, form: str, last: int) -> tuple[str, int]:
    """A way of paying with the day it is due: "Ri.Ba. al 30/11/2026"."""
    days = [value for value in paper.found_in(cell) if value.type is FieldType.DATE and value.first == last + 2]
    if form == "way" and days and plain(cell.words[last + 1].text) in ("al", "il"):
        return "both", days[0].last
    return form, last


def _matches(line: Sequence[Token]) -> Iterator[tuple[str, int, int]]:
    """The kind of terms, their first and their last word."""
    text, owners = "", []
    for token in line:
        owners += [token] * (len(token.text) + 1)
        text += token.text + " "
    for match in TERMS.finditer(text.rstrip()):
        yield str(match.lastgroup), owners[match.start()].first, owners[match.end() - 1].last


def _line(paper: Paper, cell: Cell) -> list[Token]:
    """A cell's comparable words, parted where other values, labels of terms and sentences stand between them."""
    values = (value for value in paper.found_in(cell) if value.type is not FieldType.MONTH and value.quality > 0.3)
    apart = {n for value in values for n in range(value.first, value.last + 1)}
    heads = [label for label in paper.labels_in(cell) if _heads_terms(paper, label)]
    apart.update(n for label in heads for n in range(label.first, label.last + 1))
    glued = {label.last: len(tokens(_behind_colon(cell.words[label.last]))) for label in heads}
    line: list[Token] = []
    last = 0
    found = tokens(cell.words)
    for number, token in enumerate(found):
        rest = sum(other.first == token.first for other in found[number:])
        if 0 < rest <= glued.get(token.first, 0):
            line.append(token)
            continue
        if token.first in apart or any(_SENTENCE_END.search(word.text) for word in cell.words[last : token.first]):
            line.append(_PARTED)
        if token.first not in apart:
            line.append(token)
        last = token.last
    return line


def _behind_colon(word: Word) -> tuple[Word, ...]:
    """What is printed in one with its label: "Pag.to:Rimessa"."""
    text = word.text.partition(":")[2].strip()
    return (Word(text, word.box, word.confidence, word.line),) if text else ()


_COULD_BE_VALUE = re.compile(r"(?:a )?(?:vista|anticipat|immediat|alla consegna|within|contant)")


def _heads_terms(paper: Paper, label: Label) -> bool:
    """Whether words are the label of terms; "Pagamento" before "alla consegna" under another label belongs to them."""
    if "payment_terms" not in label.roles:
        return False
    words = label.cell.words
    after = " ".join(token.text for token in tokens(words[label.last + 1 :]))
    if len(label.phrase.split()) > 1 or ":" in words[label.last].text or not _COULD_BE_VALUE.match(after):
        return True
    own = [other for other in paper.labels_in(label.cell) if other.last < label.first]
    return not any("payment_terms" in other.roles for other in [*own, *_around(paper, label.cell)])


def _around(paper: Paper, cell: Cell) -> Iterator[Label]:
    """The labels left of a cell and in the rows over it."""
    rows = paper.sheet(cell.page).rows
    for other in rows[cell.row].cells[: cell.column]:
        yield from paper.labels_in(other)
    for row in rows[max(0, cell.row - 2) : cell.row]:
        for other in row.cells:
            yield from paper.labels_in(other) if overlap(other.box, cell.box) > 0 else ()


def _labelled(paper: Paper, found: Found) -> tuple[float, tuple[str, ...]]:
    told = [governor for governor in paper.governors(found) if "payment_terms" in governor.label.roles]
    if found.first == 0:
        beside = [label for label in _around(paper, found.cell) if "payment_terms" in label.roles]
        told += [Governor(label, "beside", 0.6) for label in beside]
    if not told:
        return 0.0, ()
    best = max(told, key=lambda governor: governor.strength)
    return _LABELLED * best.strength, (f"label:{best.label.phrase} ({best.relation})",)


def _printed(words: Sequence[Word]) -> str:
    first = _behind_colon(words[0]) or words[:1]
    text = " ".join(word.text for word in [*first, *words[1:]]).strip(" ,;:-–—·|(*_")
    return _WORD_END.sub("", text)


def _continued(paper: Paper, cell: Cell, line: Sequence[Token], first: int) -> tuple[str, int, str] | None:
    """The kind of terms whose last words stand in the line below ("90 gg data fattura fine / mese"), with these."""
    rows = paper.sheet(cell.page).rows
    following = rows[cell.row + 1].cells if cell.row + 1 < len(rows) else ()
    own = [token for token in line if token.first >= first]
    for other in sorted(following, key=lambda c: abs(c.box.left - cell.words[first].box.left)):
        beside = other.box.left > cell.words[first].box.left + 0.02 and overlap(other.box, cell.box) == 0
        if beside or other.box.top - cell.box.bottom > 1.2 * cell.height:
            continue
        offset = len(cell.words)
        more = [Token(t.text, t.first + offset, t.last + offset) for t in _line(paper, other) if t is not _PARTED]
        form, start, last = next(_matches([*own, *more]), ("", -1, -1))
        on = _printed(other.words[: last - offset + 1]) if last >= offset else ""
        if start == first and on and plain(on) not in ("net", "netto") and not _begins_anew(other):
            return form, len(cell.words) - 1, on
    return None


def _begins_anew(cell: Cell) -> bool:
    """Whether a line is terms of its own."""
    form, start, _ = next(_matches(tokens(cell.words)), ("", -1, -1))
    return start == 0 and form in ("both", "paid", "way")


def _named(paper: Paper) -> Iterator[Scored]:
    """Any wording that a label of terms announces: "Condizioni di pagamento: secondo contratto"."""
    for one in labelled_texts(paper, "payment_terms"):
        words = one.found.words
        if len(words) <= 8 and not any(any(c.isdigit() for c in word.text) for word in words) and one.score > 0.6:
            text = _printed(words)
            if sum(c.isalpha() for c in text) > 3 and not _is_label(paper, one.found):
                named = Found(FieldType.TEXT, text, 1.0, one.found.cell, one.found.first, one.found.last)
                yield Scored(named, 0.4 * one.score, one.evidence)


def _is_label(paper: Paper, found: Found) -> bool:
    return any(label.first <= found.last and label.last >= found.first for label in paper.labels_in(found.cell))
