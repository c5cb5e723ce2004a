"""Labels of sums. See the package for how phrases are written."""

from __future__ import annotations

AMOUNTS: dict[str, str] = {
    "net": (
        "totale imponibile|imponibile|totale al netto dell iva|al netto dell iva|base imponibile|imponibile totale"
        "|tot imponibile|totale netto|netto merce|totale merce|tot merce|subtotale|importo netto|totale compensi|net"
        "|net amount|net total|subtotal|netto|nettobetrag|total ht|totale ordine|totale ordine iva esclusa"
        "|valore netto dell ordine|totale netto iva esclusa|merce|totale prestazioni|totale imponibile ab"
        "|totale netto merce|imponibile iva|sub totale|totale esclusa iva|totale iva esclusa|importo imponibile"
        "|valore netto|totale parziale|summe netto|compenso|onorario|montant ht|total net|valore beni"
        "|totale al netto di iva|totale senza iva|zwischensumme|totale beni e servizi|tot netto|totale servizi"
        "|totale lavori|imp le|imp|totale piu iva|tot piu iva|importo piu iva|prezzo piu iva|netto piu iva"
        "|imponibile piu iva|totale offerta piu iva|totale ordine piu iva|totale preventivo piu iva"
        "|totale complessivo piu iva|gesamtbetrag zzgl mwst|summe zzgl mwst|totale oltre iva|totale iva escl"
        "|tot iva esclusa|tot iva escl|totale s iva|totale netto iva|totale offerta iva esclusa"
        "|totale preventivo iva esclusa|totale offerta oltre iva|totale preventivo oltre iva|totale imponibile iva"
        "|totale esente iva|tot merce e servizi|total excl vat|total excluding vat|total before tax|total before vat"
        "|amount excl vat|total hors taxe|total hors taxes|total h t|base imposable|importo iva esclusa"
        "|summe ohne mwst|gesamt netto|gesamtbetrag netto|netto gesamt|base imponible|total neto|importe neto"
        "|totale al netto|totale imponib|tot imponib|totale valore merce|importo oltre iva|prezzo oltre iva"
        "|totale ordine netto|totale netto ordine|totale ordine oltre iva|totale ordine iva escl|total net ht"
        "|totale imponibile euro|totale imponibile eur|net value|total net amount|net invoice amount"
    ),
    "vat": (
        "totale iva|iva|imposta|totale imposta|tot imposta|importo iva|di cui iva|tot iva|iva totale|vat|vat amount"
        "|mwst|ust|tva|iva 22|iva 10|iva 4|iva 5|total vat|imposta totale|iva aliquota|iva al 22|vat 22|ammontare iva"
        "|umsatzsteuer|mehrwertsteuer|montant tva|imposta iva|iva al|sales tax|iva esposta|onere fiscale|total tva"
        "|totale imposte|tot imposte|totale iva eur|ammontare imposta|cuota iva|importe iva|montant de la tva"
        "|vat total|total tax|tax amount|tax|mwst betrag|ust betrag|gesamt mwst|totale i v a"
    ),
    "gross": (
        "totale documento|totale fattura|totale ordine|tot documento|tot doc|tot fattura|totale|totale euro|totale eur"
        "|importo totale|totale generale|total|grand total|gesamtbetrag|bruttobetrag|total ttc|totale complessivo"
        "|totale ivato|totale nota di credito|totale nota|totale da pagare|totale offerta|totale preventivo"
        "|totale con iva|totale iva inclusa|importo complessivo|totale iva compresa|valore complessivo iva compresa"
        "|totale parcella|totale lordo|totale bolletta|total amount|invoice total|rechnungsbetrag|totale ricevuta"
        "|importo pagato|saldo finale|totale f 24|totale versato|importo versato|importo totale della delega"
        "|totale spese|totale rimborso|totale spese sostenute|totale nota spese|da rimborsare|importo totale documento"
        "|totale documento eur|importo|importo della fattura|canone complessivo|canone annuo|corrispettivo|la somma di"
        "|importo dovuto|canone|importo insoluto|corrispettivo annuo|totale trasferta|totale dovuto|totale accredito"
        "|importo scaduto|somma|per un importo di|dell importo di|totale delega|totale iva incl|tot iva inclusa"
        "|tot iva incl|totale c iva|totale generale iva inclusa|prezzo complessivo|totale delle spese"
        "|corrispettivo complessivo|totale compreso iva|importo complessivo di|importo contratto|totale scaduto"
        "|residuo|totale da rimborsare|importo rimborso|importo da versare|totale insoluto|canone mensile"
        "|totale in euro|importo residuo|saldo delega|canone di locazione|importo a credito|impegno totale"
        "|totale versamento|saldo|endbetrag|totale finale|tot generale|corrispettivo totale|totale addebito"
        "|totale conto|debito residuo|totale a debito|tot|totale complessivo iva inclusa|importo addebitato"
        "|valore del contratto|totale delle spese sostenute|valore contratto|importo contrattuale"
        "|importo del contratto|corrispettivo pattuito|importo insoluta|saldo a vs debito|saldo a vostro debito"
        "|totale posizione|totale partite|totale partite scadute|totale esposizione|totale credito|totale crediti"
        "|totale fatture|totale ft|tot scaduto|tot insoluto|scoperto|totale documento euro|totale fattura euro"
        "|totale fattura eur|tot fattura eur|tot doc eur|totale a saldo|totale importo|totale corrispettivo"
        "|totale iva compr|invoice amount|total incl vat|total including vat|total gross|gross total|gross amount"
        "|gesamtsumme|gesamt brutto|summe brutto|endsumme|rechnungssumme|rechnungsbetrag brutto|gesamtbetrag brutto"
        "|montant ttc|montant total|total general|importe total|total factura|total importe|a debito|totale soggiorno"
        "|totale biglietto|totale scontrino|totale preventivo iva inclusa|totale offerta iva inclusa"
        "|totale offerta ivata|prezzo totale|totale prezzo|total price|total facture"
    ),
    "due": (
        "netto a pagare|totale a pagare|totale dovuto|da pagare|a saldo|importo da versare|netto dovuto|a vs carico"
        "|netto da pagare|amount due|balance due|zahlbetrag|zu zahlen|net a payer|totale da pagare|importo da pagare"
        "|netto a vs dare|saldo a pagare|netto da corrispondere|netto a vostro dare|importo dovuto|da versare"
        "|netto da versare|netto da bonificare|totale da versare|da corrispondere|importo a pagare|netto in pagamento"
        "|da bonificare|netto a vs carico|resta da pagare|netto da liquidare|saldo da pagare|total due|netto incasso"
        "|importo netto a pagare|totale netto a pagare|tot a pagare|net due|amount payable|balance payable"
        "|total payable|balance|noch zu zahlen|reste a payer|solde a payer|montant a payer|total a pagar"
        "|importe a pagar|liquido a pagar|da saldare|resta a pagare|residuo a pagare|netto pagare"
        "|importo da bonificare|netto a voi addebitato|a ns credito"
    ),
    "withholding": (
        "ritenuta d acconto|ritenuta acconto|ritenuta|rit acc|ra|rit acconto|ritenuta irpef|r acconto"
        "|ritenuta d acconto 20|meno ritenuta|ritenute|rit|ritenuta 20|a dedurre ritenuta|ritenuta fiscale|ra 20"
        "|rit d acconto|trattenuta irpef|a detrarre ritenuta"
    ),
    "stamp": (
        "bollo|imposta di bollo|marca da bollo|bollo virtuale|spese bollo|imp bollo|bolli|rimborso bollo|imposta bollo"
        "|addebito bollo|bollo assolto|bollo su fattura"
    ),
    "other_amount": (
        "retribuzione lorda mensile|retribuzione mensile lorda|retribuzione mensile|paga mensile|lordo mensile"
        "|stipendio mensile|stipendio lordo mensile|mensile lorda|paga oraria|retribuzione oraria|superminimo"
        "|sconto|cassa|contributo integrativo|cpa|acconto|anticipo|capitale sociale|cap soc|rivalsa inps"
        "|spese trasporto|spese incasso|spese di trasporto|enasarco|cassa previdenza|inarcassa|totale quantita|peso"
        "|arrotondamento|abbuono|contributo|cipag|eppi|saldo precedente|totale entrate|totale uscite|totale dare"
        "|totale avere|totale addebiti|totale accrediti|contanti|bancomat|resto|spese accessorie|anticipi ricevuti"
        "|fido|tfr|quota tfr|netto merce scontato|interessi|interessi di mora|spese|progressivo|arrotond|pos|carta"
        "|deposito cauzionale|cauzione|indennizzo|enpap|epap|importi a credito|totale colli|mensilita|mensili|rata"
        "|anticipo ricevuto|trasporto|imballo|spese varie|bolli inclusi|contributo cassa|spese incasso e trasporto"
        "|acconto versato|acconti versati|acconti|gia versato|gia pagato|anticipi|caparra|importi a debito"
        "|sp trasporto|sp incasso|sp trasp|spese bolli|spese d incasso|spese imballo|capitale interamente versato"
        "|deposit|less deposit|paid|amount paid|anzahlung|acompte|saldo bolletta precedente"
    ),
    "charge": (
        "spese trasporto|trasporto|spese di trasporto|sp trasporto|sp trasp|spese incasso|spese di incasso|sp incasso"
        "|spese d incasso|imballo|imballaggio|spese imballo|sp imballo|spese di imballo|spese accessorie|spese varie"
        "|contributo conai|conai|contributo ambientale conai|spese di spedizione|spese spedizione|spedizione"
        "|diritti fissi|spese bancarie|assicurazione|shipping|freight|packing|postage|versandkosten|verpackung|fracht"
        "|frais de port|emballage|frais d expedition|portes|gastos de envio|spese postali|trasporto e imballo"
        "|imballo e trasporto|spese trasporto e imballo|contributo spese|contributo trasporto|spese amministrative"
        "|spese di consegna|spese consegna|spese invio fattura|spese gestione|diritto di chiamata|spese documentazione"
    ),
    "section_total": (
        "totale a|totale b|totale c|totale d|totale e|totale f|totale g|totale h|totale i|totale l|totale m|totale n"
        "|saldo a b|saldo c d|saldo e f|saldo g h|saldo i l|saldo m n|saldo ab|saldo cd|saldo ef|saldo gh|saldo il"
        "|saldo mn|saldo a|saldo c|saldo e|saldo g|saldo i|saldo m|saldo sezione|totale sezione"
        "|totale importi a debito|totale importi a credito"
    ),
    "opening_balance": (
        "saldo iniziale|saldo precedente|saldo di apertura|saldo contabile iniziale|opening balance"
        "|saldo contabile di apertura|saldo al|saldo inizio periodo|saldo apertura|anfangssaldo|solde initial"
        "|saldo iniziale al|saldo a inizio periodo|saldo iniziale del periodo|riporto saldo|saldo contabile precedente"
        "|saldo di partenza|saldo estratto conto precedente|saldo precedente estratto conto"
        "|saldo ultimo estratto conto|saldo estratto precedente|saldo liquido iniziale|previous balance"
        "|balance brought forward|alter saldo|solde precedent|solde de depart|saldo anterior|saldo inicial"
        "|saldo iniziale contabile|saldo inizio"
    ),
    "closing_balance": (
        "saldo finale|saldo di chiusura|saldo contabile finale|closing balance|saldo contabile di chiusura|saldo al"
        "|nuovo saldo|saldo fine periodo|saldo chiusura|saldo contabile|endsaldo|solde final|saldo finale al"
        "|saldo attuale|saldo a fine periodo|saldo finale del periodo|saldo disponibile|saldo contabile al|saldo"
        "|saldo a vs credito|saldo a vostro credito|saldo a vs debito|saldo a vostro debito|saldo a vs favore"
        "|saldo a vostro favore|saldo liquido|saldo liquido finale|new balance|balance carried forward|neuer saldo"
        "|nouveau solde|saldo final|saldo fine"
    ),
    "gross_pay": (
        "totale competenze|totale spettanze|totale lordo|lordo del mese|totale spettanze lorde|tot competenze"
        "|tot lordo|totale retrib lorda|retrib lorda|totale lordo mese|imponibile lordo|bruttolohn|gesamtbrutto"
        "|gross salary|total gross pay|total earnings|salaire brut total|devengos|total devengado|competenze lorde"
        "|totale retribuzione lorda|lordo|totale voci competenza|retribuzione lorda|competenze totali|gross pay|brutto"
        "|salaire brut|tot competenze lorde|totale compensi|somma competenze|totale competenze lorde|importo lordo"
        "|tot spettanze|competenze del mese|totale imponibile competenze|lordo mese|totale guadagnato"
        "|retribuzione lorda del mese|stipendio lordo"
    ),
    "deductions": (
        "totale trattenute|totale ritenute|tot trattenute|tot ritenute|trattenute totali|total deductions"
        "|totale ritenute e trattenute|totale ritenute previdenziali e fiscali|somma trattenute|abzuge|ritenute totali"
        "|totale contributi e ritenute|tot rit|ritenute del mese|totale detratto|totale a dedurre|trattenute del mese"
        "|tot tratt|totale tratt|tot trat|totale trattenute mese|totale trattenute del mese|totale deduzioni"
        "|totale contributi e trattenute|gesamtabzuge|summe abzuge|retenues totales|total retenues|total a deducir"
        "|deductions"
    ),
    "earnings_column": "competenze|spettanze|totale retribuzione",
    "deductions_column": "trattenute|ritenute",
    "net_pay": (
        "netto in busta|netto del mese|netto busta|netto a pagare|netto da pagare|totale netto|netto|net pay"
        "|importo netto accreditato|netto corrisposto|netto mese|importo netto|stipendio netto|retribuzione netta"
        "|netto accreditato|nettolohn|auszahlungsbetrag|net a payer|netto da accreditare|netto erogato|netto mensile"
        "|netto spettante|netto percepito|netto bonificato|accredito netto|netto in euro|tot netto"
        "|netto da corrispondere|netto eur|totale netto mese|totale netto del mese|totale netto busta|take home pay"
        "|net salary|salaire net|net a percevoir|liquido total a percibir|netto retribuzione|auszahlung"
    ),
    "gross_salary": (
        "ral|retribuzione annua lorda|retribuzione lorda annua|retribuzione annua|retribuzione|trattamento economico"
        "|compenso annuo|stipendio annuo lordo|importo annuo lordo|retribuzione annua lorda ral|lorda annua"
        "|lordi annui|retribuzione compenso|retribuzione complessiva|retribuzione lorda|trattamento economico annuo"
        "|compenso lordo annuo|annua lorda|lordo annuo"
    ),
}
