"""Labels of sums. See the package for how phrases are written."""

from __future__ import annotations

AMOUNTS: dict[str, str] = {
    "net": (
        "totale imponibile|imponibile|totale al netto dell iva|al netto dell iva|base imponibile"
        "|imponibile totale|tot imponibile|totale netto|netto merce"
        "|totale merce|tot merce|subtotale|importo netto|totale compensi|net|net amount|net total|subtotal|netto"
        "|nettobetrag|total ht|totale ordine|totale ordine iva esclusa|valore netto dell ordine"
        "|totale netto iva esclusa|merce|totale prestazioni|totale imponibile ab|totale netto merce|imponibile iva"
        "|sub totale|totale esclusa iva|totale iva esclusa|importo imponibile|valore netto|totale parziale"
        "|summe netto|compenso|onorario|montant ht|total net|valore beni|totale al netto di iva|totale senza iva"
        "|zwischensumme|totale beni e servizi|tot netto|totale servizi|totale lavori|imp le|imp"
    ),
    "vat": (
        "totale iva|iva|imposta|totale imposta|tot imposta|importo iva|di cui iva|tot iva|iva totale|vat|vat amount"
        "|mwst|ust|tva|iva 22|iva 10|iva 4|iva 5|total vat|imposta totale|iva aliquota|iva al 22|vat 22"
        "|ammontare iva|umsatzsteuer|mehrwertsteuer|montant tva|imposta iva|iva al|sales tax|iva esposta"
        "|onere fiscale|total tva"
    ),
    "gross": (
        "totale documento|totale fattura|tot documento|tot doc|tot fattura|totale|totale euro|totale eur"
        "|importo totale|totale generale|total|grand total|gesamtbetrag|bruttobetrag|total ttc|totale complessivo"
        "|totale ivato|totale nota di credito|totale nota|totale da pagare|totale offerta|totale preventivo"
        "|totale con iva|totale iva inclusa|importo complessivo|totale iva compresa|valore complessivo iva compresa"
        "|totale parcella|totale lordo|totale bolletta|total amount|invoice total|rechnungsbetrag|totale ricevuta"
        "|importo pagato|saldo finale|totale f 24|totale versato|importo versato|importo totale della delega"
        "|totale spese|totale rimborso|totale spese sostenute|totale nota spese|da rimborsare"
        "|importo totale documento|totale documento eur|totale a|importo|importo della fattura|canone complessivo"
        "|canone annuo|corrispettivo|la somma di|importo dovuto|canone|importo insoluto|corrispettivo annuo"
        "|totale trasferta|totale dovuto|totale accredito|importo scaduto|somma|per un importo di|dell importo di"
        "|totale delega|totale generale iva inclusa|prezzo complessivo|totale delle spese|corrispettivo complessivo"
        "|totale compreso iva|importo complessivo di|importo contratto|totale scaduto|residuo|totale da rimborsare"
        "|importo rimborso|importo da versare|totale insoluto|canone mensile|totale in euro|importo residuo"
        "|saldo delega|canone di locazione|importo a credito|impegno totale|totale versamento|saldo|endbetrag"
        "|totale finale|tot generale|corrispettivo totale|totale addebito|totale conto|debito residuo"
        "|totale a debito|tot|totale complessivo iva inclusa|importo addebitato|valore del contratto"
        "|totale delle spese sostenute"
    ),
    "due": (
        "netto a pagare|totale a pagare|totale dovuto|da pagare|a saldo|importo da versare|netto dovuto|a vs carico"
        "|netto da pagare|amount due|balance due|zahlbetrag|zu zahlen|net a payer|totale da pagare"
        "|importo da pagare|netto a vs dare|saldo a pagare|netto da corrispondere|netto a vostro dare"
        "|importo dovuto|da versare|netto da versare|netto da bonificare|totale da versare|da corrispondere"
        "|importo a pagare|netto in pagamento|da bonificare|netto a vs carico|resta da pagare|netto da liquidare"
        "|saldo da pagare|total due|netto incasso"
    ),
    "withholding": (
        "ritenuta d acconto|ritenuta acconto|ritenuta|rit acc|ra|rit acconto|ritenuta irpef|r acconto"
        "|ritenuta d acconto 20|meno ritenuta|ritenute|rit|ritenuta 20|a dedurre ritenuta|ritenuta fiscale|ra 20"
        "|rit d acconto|trattenuta irpef|a detrarre ritenuta"
    ),
    "stamp": (
        "bollo|imposta di bollo|marca da bollo|bollo virtuale|spese bollo|imp bollo|bolli|rimborso bollo"
        "|imposta bollo|addebito bollo|bollo assolto|bollo su fattura"
    ),
    "other_amount": (
        "sconto|cassa|contributo integrativo|cpa|acconto|anticipo|capitale sociale|cap soc|rivalsa inps"
        "|spese trasporto|spese incasso|spese di trasporto|enasarco|cassa previdenza|inarcassa|totale quantita|peso"
        "|arrotondamento|abbuono|contributo|cipag|eppi|saldo precedente|totale entrate|totale uscite|totale dare"
        "|totale avere|totale addebiti|totale accrediti|contanti|bancomat|resto|spese accessorie|anticipi ricevuti"
        "|fido|tfr|quota tfr|netto merce scontato|interessi|interessi di mora|spese|progressivo|arrotond|pos|carta"
        "|deposito cauzionale|cauzione|indennizzo|enpap|epap|importi a credito|totale colli|mensilita|mensili|rata"
        "|anticipo ricevuto|trasporto|imballo|spese varie|bolli inclusi|contributo cassa"
    ),
    "opening_balance": (
        "saldo iniziale|saldo precedente|saldo di apertura|saldo contabile iniziale|opening balance"
        "|saldo contabile di apertura|saldo al|saldo inizio periodo|saldo apertura|anfangssaldo|solde initial"
        "|saldo iniziale al|saldo a inizio periodo|saldo iniziale del periodo|riporto saldo"
        "|saldo contabile precedente|saldo di partenza"
    ),
    "closing_balance": (
        "saldo finale|saldo di chiusura|saldo contabile finale|closing balance|saldo contabile di chiusura|saldo al"
        "|nuovo saldo|saldo fine periodo|saldo chiusura|saldo contabile|endsaldo|solde final|saldo finale al"
        "|saldo attuale|saldo a fine periodo|saldo finale del periodo|saldo disponibile|saldo contabile al|saldo"
    ),
    "gross_pay": (
        "totale competenze|totale spettanze|totale lordo|lordo del mese|totale spettanze lorde|tot competenze"
        "|competenze lorde|totale retribuzione lorda|lordo|totale voci competenza|retribuzione lorda"
        "|competenze totali|gross pay|brutto|salaire brut|totale retribuzione|tot competenze lorde|totale compensi"
        "|somma competenze|totale competenze lorde|importo lordo|tot spettanze|competenze"
        "|totale imponibile competenze|lordo mese|totale guadagnato|retribuzione lorda del mese|stipendio lordo"
    ),
    "deductions": (
        "totale trattenute|totale ritenute|tot trattenute|tot ritenute|trattenute totali|total deductions"
        "|trattenute|totale ritenute e trattenute|totale ritenute previdenziali e fiscali|somma trattenute|abzuge"
        "|ritenute totali|totale contributi e ritenute|tot rit|ritenute del mese|totale detratto|totale a dedurre"
        "|trattenute del mese"
    ),
    "net_pay": (
        "netto in busta|netto del mese|netto busta|netto a pagare|netto da pagare|totale netto|netto|net pay"
        "|importo netto accreditato|netto corrisposto|netto mese|importo netto|stipendio netto|retribuzione netta"
        "|netto accreditato|nettolohn|auszahlungsbetrag|net a payer|netto da accreditare|netto erogato"
        "|netto mensile|netto spettante|netto percepito|netto bonificato|accredito netto"
    ),
    "gross_salary": (
        "ral|retribuzione annua lorda|retribuzione lorda annua|retribuzione annua|retribuzione"
        "|trattamento economico|compenso annuo|stipendio annuo lordo|importo annuo lordo"
        "|retribuzione annua lorda ral|lorda annua|lordi annui|retribuzione compenso|retribuzione complessiva"
        "|retribuzione lorda|trattamento economico annuo|compenso lordo annuo|annua lorda|lordo annuo"
    ),
}
