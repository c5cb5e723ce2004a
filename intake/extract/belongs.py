"""Whose number or date it is: the paper's own, or that of another paper which it names ("rif. DDT n. 7 del 3/4/26")."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from intake.extract.found import Found
from intake.extract.paper import Paper
from intake.layout.sheet import Cell
from intake.references import REFERENCES
from intake.words import tokens, word_set
from storage.reading import Word

# What each kind of paper is called, and what stands between its name and its number.
NAMES_OF_KINDS = {
    "invoice": (
        "fattura fatt ft parcella notula nota preavviso bolletta proforma ricevuta documento doc rg invoice bill"
        " rechnung rechnungsnr rechnungsnummer rechnungs beleg facture factura differita immediata accompagnatoria"
        " riepilogativa"
        " professionale sanitaria elettronica vendita commerciale cortesia"
    ),
    "credit_note": (
        "nota credito accredito variazione nc ndc documento doc credit gutschrift rechnungskorrektur avoir abono"
        " rectificativa"
    ),
    "receipt": "ricevuta scontrino documento doc quietanza commerciale fiscale receipt quittung recu pagamento",
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
_ALL_PAPERS = word_set(" ".join(NAMES_OF_KINDS.values())) - word_set("documento doc pagamento nota commerciale vendita")
# Words that may stand between a paper's name and what is told of it.
_BETWEEN = word_set(
    "n nr num numero no nro nummer number del della dello dei di in data dd d il of dated vom du le fecha numm nos e a"
    " datum date emessa emesso rif ns vs serie sezionale sez reg dtd rev"
)
_TELLING = word_set("del il dal al dd dei nel vom am du of on dated")
_SENTENCE = 6
_FAR = 12
_SERIES = 4


class Whose(Enum):
    OWN = "own"
    OTHERS = "another paper's"
    LAW = "a law's"
    TOLD = "told of something else"
    UNKNOWN = "unknown"


def whose(paper: Paper, value: Found, kind: str) -> Whose:
    """By the word that the value belongs to: the nearest one before it that is neither a number nor a joining word."""
    before = _before(paper, value)
    told = _by_words(before, kind)
    if told is not Whose.UNKNOWN or value.first == 0 or not before or any(_counts(word) for word in before):
        return told
    head = Found(value.type, "", 1.0, value.cell, 0, 0)
    for governor in paper.governors(head):
        if governor.label.cell is not value.cell and governor.strength > _HEADS:
            labels = [_Said(token.text, token.text) for token in tokens(governor.label.cell.words)]
            return _by_words(labels[: governor.label.last + 1], kind)
    return told


_HEADS = 0.5


class _Said(NamedTuple):
    """A comparable word and how it is printed."""

    text: str
    printed: str


def _counts(word: _Said) -> bool:
    """Whether a word may be what a value belongs to: no number, joining word, letter or series of numbers (FPR)."""
    if any(c.isdigit() for c in word.printed) or word.text in _BETWEEN or len(word.text) == 1:
        return False
    named = word.text in _LAW or word.text in _ALL_PAPERS or word.text in _OTHERS
    return named or not (word.printed.isupper() and len(word.printed) <= _SERIES)


def _by_words(before: Sequence[_Said], kind: str) -> Whose:
    own = word_set(NAMES_OF_KINDS.get(kind, ""))
    near = before[-_FAR:]
    telling = False
    for position in range(len(near) - 1, -1, -1):
        word = near[position]
        telling = telling or word.text in _TELLING
        if not _counts(word):
            continue
        if word.text in _LAW:
            return Whose.LAW
        if word.text in own:
            return Whose.OTHERS if _refers(near, position, kind) else Whose.OWN
        if word.text in _ALL_PAPERS or word.text in _OTHERS:
            return Whose.OTHERS
        return Whose.TOLD if telling and len(word.text) > 2 else Whose.UNKNOWN
    return Whose.UNKNOWN


def _refers(before: Sequence[_Said], position: int, kind: str) -> bool:
    """Whether a word like "vs" or "rif" stands before a paper's name, or on a bill what was paid on account."""
    earlier = before[position - 1].text if position else ""
    return earlier in REFERENCES or (kind == "invoice" and earlier in ("saldo", "acconto", "anticipo"))


def _said(words: Sequence[Word]) -> list[_Said]:
    return [_Said(token.text, words[token.first].text) for token in tokens(words)]


def _before(paper: Paper, value: Found) -> list[_Said]:
    """The words before a value in its cell; where it begins its cell, of the cell or line before it too."""
    found = _said(value.cell.words[: value.first])
    if any(_counts(word) for word in found) or value.first > _FAR:
        return found
    previous = _previous(paper, value.cell)
    return [*_said(previous.words), *found] if previous is not None else found


def _previous(paper: Paper, cell: Cell) -> Cell | None:
    """The cell right before a cell in its row, or the line above with which a sentence goes on."""
    sheet = paper.sheet(cell.page)
    row = sheet.rows[cell.row].cells
    if cell.column > 0:
        left = row[cell.column - 1]
        return left if (cell.box.left - left.box.right) * sheet.aspect < 3 * sheet.line_height else None
    above = sheet.rows[cell.row - 1].cells[-1] if cell.row else None
    if above is None or cell.box.top - above.box.bottom > sheet.line_height or len(above.words) < 3:
        return None
    ending = tokens(above.words)[-1:]
    open_end = bool(ending) and ending[0].text in _BETWEEN
    return above if open_end or min(len(above.words), len(cell.words)) >= _SENTENCE else None
