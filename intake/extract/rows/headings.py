"""What stands over the columns of a list of goods: data, and how a cell is taken for headings."""

from __future__ import annotations

from intake.layout.sheet import Cell
from intake.words import Vocabulary, phrases_in, tokens
from storage.reading import Box

HEADINGS = {
    "description": (
        "descrizione|descrizione voce|articolo|articolo e descrizione|prodotto|merce|oggetto|causale|prestazione"
        "|description|servizio|designation|beschreibung|bezeichnung|descrizione articolo|descrizione dei beni"
        "|descrizione beni|natura e qualita|denominazione|materiale|lavorazione|voce|descrizione merce|dettagli"
        "|descrizione prodotto|spedizione|item|dettaglio|descrizione dei servizi|prestazioni|beni e servizi|beni"
        "|descrizione beni servizi|oggetto della prestazione|opere|lavori|descrizione attivita|articoli|servizi"
        "|natura e qualita dei beni|natura dei beni|artikel|libelle|lavori eseguiti|attivita|descrizione dei lavori"
        "|descr|descriz|prodotti|prodotto servizio|bene servizio|beni e o servizi|oggetto fornitura|fornitura"
        "|descrizione della merce|descrizione del servizio|descrizione della prestazione|descrizione e codice|voci"
        "|descrizione delle prestazioni|descrizione prestazione|descrizione servizio|product|details|goods|service"
        "|item description|product description|leistung|artikelbezeichnung|produkt|ware|position|warenbezeichnung"
        "|designation des articles|article|prestations|produit|intitule|concepto|descripcion|producto|articulo|detalle"
        "|nature des prestations|leistungsbeschreibung|descrizione dei prodotti|descrizione delle merci|voce di spesa"
        "|descrizione dei beni e servizi|merci|particulars|service description"
    ),
    "quantity": (
        "quantita|q ta|qta|qty|quant|menge|quantite|n pezzi|q|colli|quantity|qt|pezzi|quantita consegnata|n colli"
        "|quantita evasa|qta evasa|q ta evasa|anzahl|stuck|qte|cantidad|cant|cdad|unidades|ore|nr pezzi|qta consegnata"
        "|q consegnata|hours|stunden|q t|quantitativo|quantita spedita|uds|stk|mge|pcs|units"
    ),
    "unit": "um|unita|u misura|unit|unita di misura|einheit|unita misura|unite|unidad|udm|u di m|u m|un mis|me|uom|un",
    "unit_price": (
        "prezzo|prezzo unitario|prezzo unit|pr unitario|unit price|einzelpreis|prix unitaire|p unitario|pr unit"
        "|prezzo netto|tariffa|prezzo un|pu|costo unitario|prezzo u|€ unita|prezzo euro|p unit|prezzo listino|prezzi"
        "|prezzo di vendita|valore unitario|importo unitario|imp unitario|imp unit|costo|price|rate|price each"
        "|e preis|preis|ep|stuckpreis|einzelpreis netto|pu ht|p u|p u ht|prix|prix u|prix unit|prix unitaire ht"
        "|precio|precio unitario|precio unit|precio ud|unit cost|prezzo unitario netto|listino|prezzo cad|euro cad"
        "|prezzo unit eur|prezzo unitario eur|prezzo eur|tariffa oraria|€ cad|unitario|unitaire|price per unit"
    ),
    "amount": (
        "importo|totale|valore|amount|betrag|montant|importo netto|totale riga|importo euro|prezzo totale|gesamt"
        "|valore netto|netto|importi|euro|total|importo riga|onorario|tot|totale netto|gesamtpreis|imponibile"
        "|compenso|importo eur|line total|totale euro|tot riga|imp|imp netto|netto riga|imp totale|importo totale|eur"
        "|valore totale|valore merce|netto euro|tot euro|totale eur|importo in euro|importo in eur|totale imponibile"
        "|net amount|net|total price|line amount|extended price|total net|gesamtbetrag|summe|nettobetrag|g preis"
        "|gesamt netto|montant ht|total ht|prix total|montant net|importe|precio total|total linea|tot netto|subtotal"
        "|importo imponibile|corrispettivo|competenze|tot imp|imp le|valore eur|valore euro|subtotale|importo €"
        "|totale €|betrag eur|gesamt eur|total eur|amount eur|net value|value|€|prix total ht|total net ht|somma"
    ),
    "vat_rate": (
        "iva|aliquota|aliq|aliq iva|ci|cod iva|iva %|% iva|vat|ust|tva|mwst|al iva|vat %|c iva|aliquota iva|vat rate"
        "|ali|al|aliq %|tax|tax rate|tax %|mwst %|ust %|steuersatz|taux|taux tva|tva %|% tva|% ust|% mwst|% vat|iva c"
        "|cod iva %|esig iva|iva aliq|tipo iva|% aliq|taux de tva|mwst satz|ust satz"
    ),
    "code": (
        "codice|cod|art|cod art|code|codice articolo|pos|lotto|rif|riga|note|rif ddt|articolo codice|n|nr|codice art"
        "|rigo|n riga|cod articolo|cod prod|codice prodotto|item no|item code|article no|no|ref|sku|art nr|artikelnr"
        "|artikel nr|reference|codigo|referencia|numero|line|data|date|datum|ddt|lot|riferimento|ean|barcode|commessa"
        "|matricola|data consegna|consegna|rif ordine|vs rif|num|scadenza|lotto scadenza|fecha|part no|cod interno"
        "|ordine|nr art|serie|rif ord"
    ),
    "discount": (
        "sc|sconto|sconti|sc %|sconto %|rabatt|discount|remise|% sc|% sconto|sc ti|disc|disc %|dto|descuento|rab|sco"
        "|discount %|rabatt %|remise %|sconti %|magg|sc to|scon|sc ti %|% sconti|maggiorazione|rem|sc magg"
    ),
}  # fmt: skip


def _known() -> dict[str, dict[tuple[str, ...], str]]:
    known: dict[str, dict[tuple[str, ...], str]] = {}
    for name, phrases in HEADINGS.items():
        for phrase in phrases.split("|"):
            words = tuple(phrase.split())
            known.setdefault(words[0], {})[words] = name
    return known


_KNOWN = _known()
_VOCABULARY = Vocabulary(phrase for phrases in HEADINGS.values() for phrase in phrases.split("|"))
_LINKS = frozenset(("di", "dei", "del", "della", "in", "e", "o", "per", "the", "of", "de", "des", "c", "r", "id"))


def headings_in(cell: Cell) -> list[tuple[str, Box]]:
    """The headings in a cell, from left to right: most of its words must be headings, else it is none of a head."""
    found = tokens(cell.words)
    words = [_VOCABULARY.nearest(token.text) for token in found]
    named: list[tuple[str, Box]] = []
    covered = sum(word in _LINKS for word in words)
    for start, end, name in phrases_in(words, _KNOWN):
        covered += sum(word not in _LINKS for word in words[start:end])
        boxes = [word.box for word in cell.words[found[start].first : found[end - 1].last + 1]]
        left, right = min(box.left for box in boxes), max(box.right for box in boxes)
        if named and named[-1][0] == name and name != "code":
            left = named.pop()[1].left
        named.append((name, Box(left, cell.box.top, right, cell.box.bottom)))
    return named if words and covered >= 0.6 * len(words) else []
