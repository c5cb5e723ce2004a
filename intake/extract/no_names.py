"""What is no party's name: titles, parts of a paper, trades, firms that only a notice mentions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.extract.found import Found
from intake.words import plain, word_set

# What a paper, a part of it or a column is called is no firm.
NO_NAME = word_set(
    "fattura parcella notula nota credito debito ricevuta scontrino documento ddt bolla ordine offerta preventivo quote"
    " contratto accordo scrittura oggetto spedizione trasporto pagamento sollecito riepilogo dettaglio totale"
    " imponibile iva importo descrizione quantita prezzo prestazione competenze pagina copia originale"
    " duplicato invoice rechnung"
    " facture scadenza data numero cortesia listino servizi estratto conto saldo causale luogo consegna telefono"
    " busta paga cedolino prospetto valutazione scheda attestato comunicazione curriculum vitae verbale"
    " siret siren swift bic abi cab euro usd filiale clienti servizio resa porto"
    " fabbrica partenza arrivo merce destino assegnato"
    " qualita"
    " bolletta ufficio uff reparto customer service sezione quadro dati mansione"
    " attestato diploma certificazione ritenute"
    " sistema esperienza esperienze istruzione competenze lingue curriculum"
    " certificata soggetta soggetto aut autorizzazione trasmesso tramite inviato emesso stampato redatto pag"
    " gentile egregio spettabile dichiarazione certificato modulo richiesta pratica condizioni banca iban note"
)
PROFESSIONS = word_set("dott dottssa dr ing avv arch geom rag prof profssa perito dottori studio")
TRADES = word_set(
    "consulente consulenza agente geometra ingegnere architetto avvocato commercialista perito ragioniere medico"
    " dentista"
    " psicologo fotografo grafico lavori lavorazioni vendita produzione commercio impianti installazione progettazione"
    " manutenzione noleggio riparazione realizzazione assistenza ingrosso stampa iscr iscritto iscrizione albo soggetta"
    " societa unita sede via trasporti servizi forniture"
)
# A controlling firm, an agency that transmits, whoever certifies: firms that a notice names, no parties.
_THIRD = re.compile(
    r"coordinament|intermediar|trasmess|certificat[ao] da|aut\w*\.? bollo|bollo virtuale"
    r"|^\W*(?:vettor[ei]|trasportator[ei]|corriere|spedizioniere|spediteur|carrier|transporteur)\b[^:]{0,20}:"
)


def is_heading(words: Sequence[str]) -> bool:
    """Whether words name a paper or a part of one. Some of them also begin a firm's name: "Servizi Verdi"."""
    heading = [word in NO_NAME for word in words]
    if len(words) > 1 and words[0] in TRADES | {"credito", "credit"}:
        heading[0] = False
    return any(heading)


def in_notice(found: Found) -> bool:
    """Whether a name or a number stands in a notice about a firm that is no party."""
    return _THIRD.search(plain(" ".join(word.text for word in found.cell.words[: found.first + 1]))) is not None
