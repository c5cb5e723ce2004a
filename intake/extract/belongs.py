"""Whose number or date it is: the paper's own, or that of another paper which it names ("rif. DDT n. 7 del 3/4/26")."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import Enum
from typing import NamedTuple

from intake.extract.found import Found
from intake.extract.paper import Paper
from intake.layout.neighbours import overlap
from intake.layout.sheet import Cell
from intake.references import REFERENCES
from intake.words import tokens, word_set
from storage.dates import MONTH_NUMBERS
from storage.kinds import FieldType
from storage.reading import Word

# What each kind of paper is called, and what stands between its name and its number.
NAMES_OF_KINDS = {
    "invoice": (
        "fattura fatt ft parcella notula nota preavviso bolletta proforma ricevuta documento document doc rg invoice"
        " bill rechnung rechnungsnr rechnungsnummer rechnungs beleg facture factura differita immediata accompagnatoria"
        " riepilogativa"
        " professionale sanitaria elettronica vendita commerciale cortesia"
    ),
    "credit_note": (
        "nota credito accredito variazione diminuzione nc ndc documento doc credit gutschrift avoir abono"
        " rechnungskorrektur rectificativa"
    ),
    "receipt": "ricevuta scontrino documento doc quietanza commerciale fiscale scontr receipt quittung recu pagamento",
    "delivery_note": (
        "ddt bolla trasporto consegna documento doc accompagnamento lieferschein livraison delivery packing dispatch"
        " albaran spedizione"
    ),
    "purchase_order": (
        "ordine ord oda ordini documento doc conferma order bestellung commande pedido acquisto purchase po"
    ),
    "quote": (
        "offerta preventivo quotazione proposta documento doc offer quotation quote estimate angebot devis presupuesto"
        " economica"
    ),
    "contract": "contratto accordo scrittura convenzione repertorio atto privata documento contract agreement vertrag",
}
_LAW = word_set(
    "dpr dlgs lgs dl dm legge decreto art artt articolo comma regolamento direttiva ccnl gdpr reg ue ce delibera"
    " accordi regioni delegato circolare risoluzione provvedimento"
)
_OTHERS = word_set(
    "determina determinazione delibera formulario fir sopralluogo verbale polizza autorizzazione autorizz rapporto"
    " rapportino mandato commessa protocollo prot perizia impegno abbonamento richiesta reso iscrizione albo rea"
    " autorizzazioni certificato licenza contratto lettera mail pec comunicazione intervento sal incarico lettura"
    " precedente consumi stampa registrazione registrato ricevuto ricevuta arrivo istanza domanda estratto conto"
    " dichiarazione intento esenzione targa rma visita riunione assemblea cantiere"
)
_ALL_PAPERS = word_set(" ".join(NAMES_OF_KINDS.values())) - word_set(
    "documento doc pagamento nota commerciale vendita atto"
)
# Words that may stand between a paper's name and what is told of it.
_BETWEEN = word_set(
    "n nr num numero no nro nummer number del della dello dei di in data dd d il of dated vom du le fecha numm nos e a"
    " datum date emessa emesso rif ns vs serie sezionale sez reg dtd rev"
)
_TELLING = word_set("del il dal al dd dei nel vom am du of on dated")
_SENTENCE = 6
_SAME_EDGE = 0.02
_FAR = 12
_SERIES = 4
# Longer names end compounds: Handelsrechnung.
_COMPOUND = 6
_FOR = word_set("di per da d de")
_GENERAL = word_set("documento doc nota ricevuta conferma")
_SIGNS = word_set("n nr num numero no nro nummer number")
_HEADINGS = _SIGNS | word_set("data date datum del fecha")
_MARKS = (":", "-", "–", "—")


class Whose(Enum):
    OWN = "own"
    OTHERS = "another paper's"
    LAW = "a law's"
    TOLD = "told of something else"
    UNKNOWN = "unknown"


def whose(paper: Paper, value: Found, kind: str) -> Whose:
    """By the word that the value belongs to: the nearest one before it that is neither a number nor a joining word."""
    before = _before(paper, value)
    told = _by_words(before, kind, _TELLING | _SIGNS if value.type is FieldType.TEXT else _TELLING)
    if told is not Whose.UNKNOWN or value.first == 0 or not before or any(_counts(word) for word in before):
        return told
    head = Found(value.type, "", 1.0, value.cell, 0, 0)
    for governor in paper.governors(head):
        if governor.label.cell is not value.cell and governor.strength > _HEADS:
            labels = [_Said(token.text, token.text) for token in tokens(governor.label.cell.words)]
            return _by_words(labels[: governor.label.last + 1], kind, _TELLING)
    return told


_HEADS = 0.5


class _Said(NamedTuple):
    """A comparable word, how it is printed, and whether a colon or a dash parts it from what follows."""

    text: str
    printed: str
    closed: bool = False


def _counts(word: _Said) -> bool:
    """Whether a word may be what a value belongs to: no number, joining word, letter or series of numbers (FPR)."""
    if any(c.isdigit() for c in word.printed) or word.text in _BETWEEN or word.text in MONTH_NUMBERS:
        return False
    if len(word.text) == 1:
        return False
    named = word.text in _LAW or word.text in _ALL_PAPERS or word.text in _OTHERS
    return named or not (word.printed.isupper() and len(word.printed) <= _SERIES)


def _by_words(before: Sequence[_Said], kind: str, tellers: Collection[str]) -> Whose:
    own = word_set(NAMES_OF_KINDS.get(kind, ""))
    near = before[-_FAR:]
    telling = closed = False
    for position in range(len(near) - 1, -1, -1):
        word = near[position]
        telling = telling or word.text in tellers
        closed = closed or (word.closed and word.text in _HEADINGS)
        if closed and any(c.isdigit() for c in word.printed):
            return Whose.UNKNOWN
        if not _counts(word):
            continue
        if word.text in _LAW:
            return Whose.LAW
        if _is_name(word.text, own):
            return Whose.OTHERS if _refers(near, position, kind) else Whose.OWN
        if word.text in _ALL_PAPERS or word.text in _OTHERS:
            return Whose.OWN if _names_what_for(near, position, own) else Whose.OTHERS
        if _qualifies(near, position, own):
            return Whose.OWN
        return Whose.TOLD if telling and len(word.text) > 2 else Whose.UNKNOWN
    return Whose.UNKNOWN


def _is_name(word: str, own: Collection[str]) -> bool:
    return word in own or any(word.endswith(name) for name in own if len(name) > _COMPOUND)


def _qualifies(before: Sequence[_Said], position: int, own: Collection[str]) -> bool:
    """Whether a word only says which of its kind the paper is: "fattura cliente", "contratto di consulenza"."""
    place = position - 1 - (position > 0 and before[position - 1].text in _FOR)
    return (
        place >= 0 and _is_name(before[place].text, own) and not before[place].closed and not _refers(before, place, "")
    )


def _names_what_for(before: Sequence[_Said], position: int, own: Collection[str]) -> bool:
    """Whether a paper is named by what it is for: "fattura di trasporto", "offerta per contratto"."""
    joined = position >= 2 and before[position - 1].text in _FOR
    return joined and before[position - 2].text in own and before[position - 2].text not in _GENERAL


def _refers(before: Sequence[_Said], position: int, kind: str) -> bool:
    """Whether a word like "vs" or "rif" stands before a paper's name, or on a bill what was paid on account."""
    earlier = before[position - 1].text if position else ""
    return earlier in REFERENCES or (kind == "invoice" and earlier in ("saldo", "acconto", "anticipo"))


def _said(words: Sequence[Word]) -> list[_Said]:
    return [_Said(token.text, words[token.first].text, _closed(words, token.last)) for token in tokens(words)]


def _closed(words: Sequence[Word], last: int) -> bool:
    following = words[last + 1].text if last + 1 < len(words) else ""
    return ":" in words[last].text or following in _MARKS


def _before(paper: Paper, value: Found) -> list[_Said]:
    """The words before a value in its cell; where it begins its cell, of the cell or line before it too."""
    found = _said(value.cell.words[: value.first])
    if any(_counts(word) or word.closed for word in found) or value.first > _FAR:
        return found
    previous = _previous(paper, value.cell)
    return [*_said(previous.words), *found] if previous is not None else found


def _previous(paper: Paper, cell: Cell) -> Cell | None:
    """The cell right before a cell in its row, or the line above with which a sentence goes on."""
    sheet = paper.sheet(cell.page)
    row = sheet.rows[cell.row].cells
    if cell.column > 0:
        left = row[cell.column - 1]
        near = (cell.box.left - left.box.right) * sheet.aspect < 3 * sheet.line_height
        ending = tokens(left.words)[-1:]
        leads = any(label.last == len(left.words) - 1 for label in paper.labels_in(left))
        return left if near and (leads or (bool(ending) and ending[0].text in _BETWEEN)) else None
    above = sheet.rows[cell.row - 1].cells[-1] if cell.row else None
    if above is None or cell.box.top - above.box.bottom > sheet.line_height or len(above.words) < 3:
        return None
    ending = tokens(above.words)[-1:]
    open_end = bool(ending) and (ending[0].text in _BETWEEN or ending[0].text in MONTH_NUMBERS)
    begins = cell.text[:1].islower() or cell.text[:1].isdigit()
    goes_on = begins and len(above.words) >= _SENTENCE and abs(above.box.left - cell.box.left) < _SAME_EDGE
    return above if open_end or goes_on else None


_STAMPS = word_set(
    "arrivato arrivo ricevuto ricevuta registrato contabilizzato protocollo prot pagato saldato visto evaso entrata"
    " liquidato approvato eingegangen received paid"
)
_STAMP_ROWS = 2
_STAMP_WORDS = 3


def in_a_stamp(paper: Paper, value: Found) -> bool:
    """Whether a word of stamps stands by itself close above or below a value that is alone in its cell."""
    cell = value.cell
    if len(cell.words) > _STAMP_WORDS:
        return False
    rows = paper.sheet(cell.page).rows[max(0, cell.row - _STAMP_ROWS) : cell.row + _STAMP_ROWS + 1]
    near = [other for row in rows for other in row.cells if other is not cell and overlap(other.box, cell.box) > 0.3]
    return any(
        0 < len(other.words) <= 2 and any(token.text in _STAMPS for token in tokens(other.words)) for other in near
    )
