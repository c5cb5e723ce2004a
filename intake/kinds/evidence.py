"""What a document's pages say about its kind: phrases with how much they are a headline, words, shapes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from intake.kinds.lexicon import TITLE_MEANINGS, TITLE_PHRASES, VOCABULARY, WORD_PHRASES
from intake.kinds.prints import prints
from intake.kinds.shapes import shapes
from intake.layout.sheet import Cell, Sheet
from intake.references import REFERENCES, refers_elsewhere
from intake.words import phrases_in, tokens, word_set

_SUBJECTS = word_set("oggetto ogg subject re betreff betrifft objet asunto")
_JOINING = word_set(
    "del dello della dei degli delle dell al allo alla ai agli alle all dal dalla dall nel nella nell sul sulla sull"
    " con come da per la le il lo l gli un una dalle vom der die das den dem la les une the of for"
)
_POINTING = REFERENCES - word_set("su")
# Words before a headline that change nothing: "Modulo recesso ...", "Tipo doc. Nota di credito", "Copia fattura".
# The exchange system's code of a kind ("TD04") is told apart below.
_NEUTRAL = word_set("modulo modello mod copia duplicato originale tipo doc documento bozza lettera presente n nr spett")
# Dirt may stand before the word for the subject.
_DIRT = 3
_DIGIT = re.compile(r"\d")
_AMOUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:[. ']?\d{3})*[.,]\d\d(?![\d.,])")
_DATED = re.compile(r"\W*\d{1,2}[./-]\d{1,2}\b")
# No paper of these kinds has a line that says its subject: a letter about one has.
_WITHOUT_SUBJECT = word_set(
    "invoice receipt delivery_note payslip bank_statement tax_payment identity_document cv other"
)
# Nouns that make what follows them in a subject the topic of a letter: "Richiesta nota di credito", "Invio DURC".
_ON_A_TOPIC = word_set(
    "richiesta trasmissione invio inoltro recesso disdetta aggiornamento disponibilita rinnovo proroga modifica"
    " rettifica annullamento sollecito mancata mancato ritardo chiarimenti informazioni osservazioni restituzione"
    " adeguamento request cancellation update kundigung anfrage demande"
)
_A_TOPIC = 0.35
# A headline's first noun is what the paper is, the next what it is about; these first nouns say nothing by themselves.
WEAK = 2.0
_LATER = 0.3
# A word or two alone in a line, in small letters: the end of the line above ("... giorni data / fattura").
_LAST_OF_A_SENTENCE = 0.3


@dataclass(frozen=True)
class Evidence:
    """`titles`: phrase -> 0.1 in prose to about 3 as a headline; `words`: phrase -> 1, on later pages 0.4.

    `shapes` and `printed` are names (see their modules)."""

    titles: Mapping[str, float]
    words: Mapping[str, float]
    shapes: tuple[str, ...]
    printed: frozenset[str]


def _heads_a_column(sheet: Sheet, cell: Cell) -> bool:
    """Whether figures stand in two rows or more beneath the cell, as under the heading of a table's column."""
    row = sheet.rows[cell.row]
    if len(row.cells) < 3 or any(_DIGIT.search(other.text) for other in row.cells):
        return False
    beneath = 0
    for below in sheet.rows[cell.row + 1 : cell.row + 4]:
        inside = [c for c in below.cells if c.box.left < cell.box.right and c.box.right > cell.box.left]
        beneath += len(below.cells) > 1 and any(_DIGIT.search(c.text) for c in inside)
    return beneath > 1


def _is_a_line(sheet: Sheet, cell: Cell) -> bool:
    """Whether sums stand in the same row, as in the lines of a table."""
    return any(_AMOUNT.search(other.text) for other in sheet.rows[cell.row].cells if other is not cell)


def _mentioned(sheet: Sheet, cell: Cell, words: Sequence[str], start: int, subject: bool, large: bool) -> float:
    """How much less a title is one because of the words before it."""
    if start == 0:
        return 0.1 if refers_elsewhere(sheet, cell, 0) else 1.0
    if refers_elsewhere(sheet, cell, 0) or any(w in _POINTING for w in words[max(0, start - 2) : start]):
        return 0.1
    if subject:
        return _A_TOPIC if not _ON_A_TOPIC.isdisjoint(words[:start]) else 1.0
    if _NEUTRAL.issuperset(words[:start]) or (start == 2 and words[0] == "td"):
        return 1.0
    if words[start - 1] in _JOINING:
        return 0.5 if large else 0.1
    return 0.7 if large else 0.35


def _place(sheet: Sheet, cell: Cell, words: Sequence[str], start: int, end: int) -> float:
    """How much a title's words are a title where they stand: from 0.1 in prose to 3 as a headline."""
    subject = not _SUBJECTS.isdisjoint(words[: min(start, _DIRT)])
    phrase = " ".join(words[start:end])
    if (subject and _WITHOUT_SUBJECT.issuperset(TITLE_MEANINGS[phrase])) or _DATED.match(sheet.rows[cell.row].text):
        return 0.1
    size = cell.height / sheet.line_height
    weight = _mentioned(sheet, cell, words, start, subject, size > 1.25 and len(words) <= 10)
    if weight == 0.1:
        return weight
    share = (end - start) / max(1, len(words))
    weight *= 1.6 if subject else 0.6 + 0.6 * share if len(words) <= 10 else 0.3
    weight *= max(0.8, min(2.0, size))
    weight *= 1.15 if "".join(word.text for word in cell.words).isupper() else 1.0
    top = cell.box.top if sheet.page == 1 else 0.8
    weight *= 1.3 if top < 0.3 else 1.0 if top < 0.45 else 0.5
    weight *= _LAST_OF_A_SENTENCE if len(cell.words) <= 2 and cell.text.islower() and size < 1.2 else 1.0
    if start == 0 and (_heads_a_column(sheet, cell) or _is_a_line(sheet, cell)):
        weight *= 0.25
    return weight


def _titles(sheet: Sheet, cell: Cell, words: Sequence[str], found: dict[str, float]) -> None:
    headed = False
    for start, end, phrase in phrases_in(words, TITLE_PHRASES):
        place = _place(sheet, cell, words, start, end) * (_LATER if headed else 1.0)
        found[phrase] = max(place, found.get(phrase, 0.0))
        headed = headed or max(TITLE_MEANINGS[phrase].values()) > WEAK


def evidence_of(sheets: Sequence[Sheet]) -> Evidence:
    """Each phrase with the best place that it has on any of the pages."""
    titles: dict[str, float] = {}
    words: dict[str, float] = {}
    for sheet in sheets:
        for cell in sheet.cells:
            near = [VOCABULARY.nearest(token.text) for token in tokens(cell.words)]
            _titles(sheet, cell, near, titles)
            for _, _, phrase in phrases_in(near, WORD_PHRASES):
                words[phrase] = max(1.0 if sheet.page == 1 else 0.4, words.get(phrase, 0.0))
    return Evidence(titles, words, tuple(shapes(sheets)), frozenset(prints(sheets)))
