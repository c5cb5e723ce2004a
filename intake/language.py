"""The language of a page, guessed from its function words: enough to choose how numbers and dates are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from intake.words import plain
from storage.reading import Page

_FUNCTION_WORDS = {
    "it": "il lo la gli le di del della dei delle degli dello che per con non da dal alla nel nella una sono si come ai"
    " al su sul sulla ed presso dalla questo nostro vostro fattura numero documento importo imponibile pagamento codice"
    " fiscale partita iva totale data cliente descrizione quantita prezzo via firma luogo",
    "en": "the of and to in is for with this that your our you by on from are be at or not has have was will as it we"
    " please invoice date total amount number due payment order description quantity price tax customer",
    "de": "der die das und ist von mit zu den dem des nicht ein eine einer fur auf im bei wir sie ihre ihr unser unsere"
    " zum zur am als aus nach bis rechnung datum nummer betrag netto menge preis kunde lieferung mwst",
    "fr": "le les des et est du une un pour dans avec sur pas vous nous votre notre au aux par ce cette de la en ne qui"
    " facture date total montant numero client prix quantite reglement tva",
    "es": "el los las del y es una un para con por no su sus nuestra nuestro se al en lo como le de la que"
    " factura fecha total importe numero cliente precio cantidad pago nombre",
}
_LANGUAGE_OF: dict[str, tuple[str, ...]] = {}
for _language, _words in _FUNCTION_WORDS.items():
    for _word in _words.split():
        _LANGUAGE_OF[_word] = (*_LANGUAGE_OF.get(_word, ()), _language)
_ENOUGH = 3


def language_of(pages: Sequence[Page], default: str = "it") -> str:
    """ "it", "en", "de", "fr" or "es"; `default` where too few words tell, or two languages tell as much."""
    counts: Counter[str] = Counter()
    for page in pages:
        for word in page.words:
            known = _LANGUAGE_OF.get(plain(word.text).strip(".,;:()'\""), ())
            for name in known:
                counts[name] += 1 if len(known) > 1 else 2
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _ENOUGH or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return default
    return ranked[0][0]
