"""What papers print before, above or beside a value: data, no logic.

Sources: the labels, synonyms and abbreviations of Italian papers and their English, German and French equivalents.
A phrase is written comparably (see `intake.words`: P. IVA is "p iva", D.D.T. is "ddt"). One phrase may have several
roles; roles that no field asks for keep a value from being taken for what it is not (a birth date).
"""

from __future__ import annotations

ROLES: dict[str, str] = {
    # numbers
    "number": (
        "fattura n|fattura nr|fattura numero|fattura|numero fattura|n fattura|nr fattura|num fattura|fatt n|ft n"
        "|ft nr|numero documento|n documento|nr documento|num documento|documento n|documento nr|doc n|doc nr|n doc"
        "|nr doc|num doc|nota n|parcella n|notula n|numero parcella|invoice no|invoice n|invoice number|invoice"
        "|rechnungsnr|rechnungsnummer|rechnung nr|belegnr|facture n|numero de facture|nota di credito n"
        "|nota di credito nr|nota credito n|nota di accredito n|numero nota|credit note no|ricevuta n|ricevuta nr"
        "|numero ricevuta|scontrino n|documento commerciale n|offerta n|offerta nr|offerta|numero offerta|n offerta"
        "|preventivo n|preventivo nr|numero preventivo|quotazione n|preventivo|ordine n|ordine nr|n ordine"
        "|numero ordine|nr ordine|numero d ordine|ordine d acquisto n|ordine di acquisto n|conferma d ordine n"
        "|purchase order no|po number|ddt n|ddt nr|ddt|n ddt|numero ddt|bolla n|numero bolla|n bolla"
        "|documento di trasporto n|documento di trasporto|contratto n|contratto nr|n contratto|numero contratto"
        "|repertorio|repertorio n|parcella|documento|bolletta n|n bolletta|numero bolletta|documento numero"
        "|fattura differita n|fattura immediata n|fattura differita|fattura immediata|gutschrift nr|avoir n"
        "|numero atto|atto n|quote no|preventivo numero|offerta numero|contratto numero|ricevuta|nota di credito"
        "|rif documento|ordine|nota|facture|rechnung|bolla"
    ),
    "bare_number": "n|nr|num|numero|no|n ro",
    "order_reference": (
        "vs ordine|vs ord|v ord|vostro ordine|rif ordine|rif vs ordine|rif vostro ordine|riferimento vs ordine"
        "|ordine cliente|n ordine cliente|vs rif|vs riferimento|vostro riferimento|riferimento ordine|vs ordine n"
        "|vostro ordine n|oda n|oda|rif ord|rif ns ordine|your order|your ref|po no|bestellnr|ihr zeichen"
        "|ihre bestellung|bon de commande|v ref|commande|ordine d acquisto|ordine n|ordine nr|numero ordine"
        "|n ordine|rif ordine n|vs ordine nr|vs ord n|rif oda|ns rif ordine|customer order|order no|order"
        "|riferimenti ordine|vs commessa|vs incarico|vostro incarico|vs estratto conto|vs conferma|commessa"
        "|ordine|vs ordine numero|ordine di riferimento|votre commande"
        "|order ref|ord n"
    ),
    "ddt": (
        "ddt|rif ddt|ddt n|bolla|bolla n|rif ddt n|documento di trasporto|doc trasp|ns ddt|lieferschein"
        "|delivery note|rif bolla"
    ),
    "reference": (
        "ns rif|nostro riferimento|rif|riferimento|prot|protocollo|prot n|protocollo n|ns riferimento|ns prot"
        "|our ref|unser zeichen|n ref|nostro rif|nr prot|n prot|numero di protocollo|rif interno|prot nr"
        "|riferimento n|rif n|numero pratica|pratica n|n rif|riferimento interno|pratica"
    ),
    "protocol": (
        "puc|protocollo|numero protocollo|numero di protocollo|codice comunicazione|protocollo n|n protocollo"
        "|protocollo univoco|n protocollo puc|numero protocollo univoco|numero di protocollo univoco"
        "|codice univoco comunicazione|numero comunicazione|n comunicazione|prot|numero certificato"
        "|identificativo comunicazione|codice certificato|numero univoco|numero del certificato|prot inps"
        "|protocollo inps|codice della comunicazione|protocollo puc|prot n"
    ),
    "invoice_number": (
        "fattura n|fattura nr|fattura|fatt n|ft n|ft|n fattura|numero fattura|nostra fattura|nostra fattura n"
        "|fattura numero|ns fattura|ns fattura n|documento|numero|documento n|invoice|rechnung|facture|n documento"
        "|numero documento|nr fattura|ns ft|fatt"
    ),
    "document_number": (
        "carta n|documento n|numero documento|n documento|numero carta|card no|document no|document number|n carta"
        "|carta d identita n|numero di identificazione della tessera|numero identificazione tessera|numero patente"
        "|patente n|passaporto n|passport no|numero passaporto|numero|numero della carta"
        "|identification number of the card|n|nr|card number|numero tessera|n tessera|ca n|no|permesso n"
        "|numero del documento"
    ),
    "page": "pagina|pag|page|foglio|foglio n|seite|pag n|pagina n|fg",
    "code": (
        "codice cliente|cod cliente|cliente n|cod fornitore|codice fornitore|kundennr|customer no|cod cli"
        "|codice destinatario|cod sdi|codice univoco|rea|cig|cup|matricola|cod articolo|tel|telefono|fax|cell"
        "|cap soc|capitale sociale|agente|codice agente|abi|cab|cin|bic|swift|r e a|matr|matr rt|pos inps|pat inail"
    ),
    # dates
    "document_date": (
        "data fattura|data documento|data doc|data emissione|data di emissione|emessa il|emesso il|fattura del"
        "|documento del|invoice date|rechnungsdatum|date de facture|data nota|data ricevuta|data ordine"
        "|data offerta|data preventivo|data ddt|data bolla|data del documento|data della fattura|redatto|redatto il"
        "|stipulato il|data stipula|data contratto|datato|in data|date of issue|data richiesta|data rilascio"
        "|rilasciato in data|rilasciato il|data certificato|data invio|data comunicazione|data trasmissione"
        "|inviato il|data del certificato|data di rilascio|presentata il|data presentazione|data colloquio"
        "|colloquio del|data del colloquio|data valutazione|data versamento|versato in data|data pagamento"
        "|data di versamento|estremi del versamento|data di pagamento|data del versamento|lettera del|data lettera"
        "|data partenza merce|belegdatum|date d emission|issue date|relazione redatta il|redatta il|trasmesso il"
        "|data della comunicazione|inviata il|data di invio|data inoltro|data di stipula|stipulato|sottoscritto il"
        "|data sottoscrizione|data firma|data spedizione|data della richiesta|data attestato|conseguito il"
        "|concluso il|data conclusione|data svolgimento|svolto il|tenuto il|data corso"
        "|data del colloquio di restituzione|eseguito il|data esecuzione|data addebito|richiesta del|offerta del"
        "|ordine del|del giorno|certificato del|data di trasmissione|bill date|data rapporto|data operazione f 24"
        "|rilascio|data compilazione|compilato il|data accettazione"
    ),
    "date": "data|date|datum|dt|giorno|il giorno|li|addi",
    "of": "del|dd|in data|vom|du|dated|emessa il|emesso il|il",
    "due_date": (
        "scadenza|scad|scadenze|data scadenza|scadenza pagamento|pagamento entro il|da pagarsi entro"
        "|da pagare entro|entro il|due date|payable by|fallig am|zahlbar bis|echeance|a payer avant le|scadenza il"
        "|pagare entro il|rata|scade il|da regolare|pagamento al|da pagare il|scaduto il|scaduta il|data scad"
        "|scadenza fattura|con scadenza|scadenza rata|da saldare entro|da versare entro|entro e non oltre il"
        "|addebito il|valuta|payment due|due|scadenza al|rate|saldo entro|in scadenza il|data di scadenza"
        "|termine di pagamento|fallig|date d echeance|scadenza del|scaduto|addebito in conto il|pagabile entro"
    ),
    "birth_date": (
        "nato il|nata il|data di nascita|data nascita|nato a|nata a|nato|nata|nascita|date of birth|nato a il"
        "|luogo e data di nascita|classe"
    ),
    "other_date": (
        "data ddt|data registrazione|data stampa|stampato il|data ordine|protocollo del|ricevuto|ricevuto il"
        "|arrivato|consegna|data consegna|data ritiro|consegna prevista|autorizzazione inail|autorizzazione|decreto"
        "|d lgs|pagato il|registrato|registrato il|legge|data e ora ritiro|data arrivo|data trasporto|accredito"
        "|valuta|cessazione|data cessazione|d m|dpr|consegna entro|inizio trasporto|ore|collaudo|data evento"
    ),
    "period_start": (
        "dal|da|periodo dal|inizio periodo|dal giorno|periodo di riferimento|periodo|arco temporale"
        "|periodo osservato|semestre inizio|inizio|from|periodo da|arco temporale osservato|mese|partenza"
        "|data inizio|inizio trasferta|periodo di valutazione|periodo valutato|data partenza|trasferta dal"
        "|dalla data|dal mese|decorre dal|periodo inizio|periodo considerato|periodo valutazione"
    ),
    "period_end": (
        "al|a|periodo al|fine periodo|al giorno|semestre fine|fine|to|until|rientro|data fine|saldo al"
        "|fine trasferta|data rientro|alla data|chiusura al|periodo fine|saldo finale al|estratto conto al"
        "|situazione al"
    ),
    "start_date": (
        "data inizio|inizio|decorrenza|a decorrere dal|dal|dal giorno|con decorrenza|decorrenza dal"
        "|data inizio rapporto|data di inizio|inizio rapporto|ammalato dal|con decorrenza dal|a partire dal"
        "|data assunzione|data decorrenza|validita dal|valido dal|inizio malattia|da oggi|in servizio dal"
        "|primo giorno|efficacia dal|assunzione dal|a far data dal|decorre dal|a far tempo dal|dal dichiara"
        "|inizio prognosi|inizio assenza|primo giorno di assenza|start date|assente dal|data di decorrenza"
        "|malattia dal|prendera servizio il|da|inizio lavoro|inizio del rapporto|ha efficacia dal|avra inizio il"
        "|avra inizio|effetto dal|giorno di inizio|dal giorno di|inizio contratto|decorrenza il"
        "|dichiara di essere ammalato dal|data inizio malattia|assunto dal|effetto|con effetto dal|durata dal|avvio"
        "|avvio rapporto|decorrenza contratto|inizio validita|presa servizio"
    ),
    "end_date": (
        "data fine|fine|al|al giorno|data fine rapporto|fine rapporto|scadenza|termine|termine del rapporto"
        "|data scadenza|prognosi a tutto il|a tutto il|fino al|scadenza contratto|data termine|validita al"
        "|data cessazione|ultimo giorno|ultimo giorno di lavoro|cessazione|fino a tutto il"
        "|prognosi clinica a tutto il|sino al|ultimo giorno di servizio|data di cessazione|data di scadenza"
        "|termine il|cessera il|ultimo giorno lavorativo|end date|data decorrenza|con termine al|cessera|prognosi"
        "|ultimo giorno di assenza|fine assenza|fine malattia|rientro|con scadenza il|con termine il|e fino al"
        "|con effetto dal|giorno di fine|scadenza del contratto|fine prognosi|cessa il"
        "|ultimo giorno di lavoro sara il|fine contratto|scade il|fino|al compreso|ultima giornata"
        "|rapporto cessa il|scadra il|a|termine finale|cessazione al|si risolve il|con decorrenza dal"
        "|con decorrenza|termina il|terminera il|cessa|a far data dal|termine rapporto|ultima giornata di lavoro"
        "|fine validita|risoluzione al"
    ),
    "hire_date": (
        "data assunzione|data di assunzione|assunto il|assunta il|assunto|assunto dal|assunzione|in azienda dal|dal"
        "|data ass|hire date|inizio rapporto|ass il|data inizio|data ass ne|anzianita dal|assunta dal|dt assunzione"
        "|dt ass|data inizio rapporto|in forza dal|eintrittsdatum|decorrenza rapporto|assunta"
    ),
    "valid_until": (
        "valido fino al|valida fino al|validita|validita offerta|validita dell offerta|offerta valida fino al"
        "|scadenza|data scadenza|data di scadenza|valid until|expiry|scade il|valevole fino al|scadenza offerta"
        "|date of expiry|da rinnovare entro|rinnovo entro|aggiornamento entro|aggiornamento entro il"
        "|aggiornare entro|validita fino al|fino al|scadenza attestato|expiry date|gultig bis|valable jusqu au"
        "|entro il|prezzi validi fino al|offerta valida sino al|valido sino al|scadenza validita"
        "|da aggiornare entro|valida al|valido al|data scad|prossimo aggiornamento|validita sino al"
        "|prezzi garantiti fino al|termine validita|aggiornamento previsto entro il|offerta valida al"
        "|prezzi bloccati fino al|scadenza il|proposta valida fino al|rinnovo entro il|offre validita fino al"
        "|validita al|scadenza preventivo"
    ),
    # amounts
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
    # identifiers
    "vat_id": (
        "p iva|partita iva|part iva|piva|pi|vat|vat id|vat no|iva n|ust idnr|ustidnr|n tva|tva intracommunautaire"
        "|cod iva|vat reg no|vat number|p iva n|n p iva|uid|iva"
    ),
    "customer_vat_id": (
        "p iva cliente|partita iva cliente|p iva cessionario|partita iva committente|p iva destinatario|vs p iva"
        "|vs partita iva|p iva committente|customer vat|your vat|vs piva|partita iva del cliente"
        "|partita iva cessionario|vostra partita iva|p iva del cliente|ihre ust idnr|partita iva intestatario"
    ),
    "tax_code": (
        "cf|codice fiscale|cod fiscale|cod fisc|c fisc|cod f|tax code|cf e piva|fiscal code|steuernummer|c fiscale"
        "|codice fisc"
    ),
    "iban": "iban|coordinate bancarie|coordinate iban|codice iban|bonifico su|cc|accredito su",
    # people and firms
    "supplier": (
        "fornitore|cedente|cedente prestatore|mittente|ditta fornitrice|venditore|prestatore|seller|vendor"
        "|lieferant|fournisseur|emittente|appaltatore|locatore|locatrice|supplier|emesso da|da|dati fornitore"
        "|fornitrice|ditta emittente|il fornitore|prestatore d opera|from|somministrante|il prestatore|noleggiatore"
        "|creditore|spedito da|impresa|ditta esecutrice|parte locatrice|fornito da|speditore|concedente"
        "|cedente il bene"
    ),
    "customer": (
        "spett le|spettabile|spett|cliente|cessionario|cessionario committente|destinatario|intestatario"
        "|intestata a|intestato a|fatturare a|committente|bill to|sold to|customer|kunde|client|egr sig|egregio"
        "|conduttore|conduttrice|rechnungsempfanger|facture a|acquirente|dati cliente|ceduto a|gent le|a favore di"
        "|egregio signor|egregi|gentile cliente|il cliente|spett li|cliente destinatario|ns cliente|vs ditta"
        "|somministrato|il committente|debitore|gent mo|gent ma|utilizzatore|parte conduttrice|preventivo per"
        "|offerta per|spettabile ditta|ditta cliente|cliente committente|a carico di|addebitato a|fatturato a"
        "|anagrafica cliente|rechnung an|adresse de facturation|per|consegnato a|appaltante|stazione appaltante"
        "|destinatario fattura"
    ),
    "ship_to": (
        "destinazione|destinazione merce|luogo di consegna|luogo di destinazione|spedire a|consegna presso|ship to"
        "|lieferadresse|vettore|deliver to|indirizzo di consegna|consegnare a|luogo consegna|trasportatore"
        "|destinazione diversa|sede|sede legale|sede operativa|indirizzo|comune|provincia"
    ),
    "employee": (
        "dipendente|cognome e nome|nome e cognome|cognome nome|nominativo|lavoratore|collaboratore|il sottoscritto"
        "|la sottoscritta|sottoscritto|sottoscritta|employee|nome cognome|il dipendente|la dipendente"
        "|collaboratore valutato|richiedente|prestatore di lavoro|il lavoratore|la lavoratrice|lavoratrice"
        "|nome del dipendente|partecipante|valutato|dipendente valutato|si attesta che|si certifica che"
        "|certifica che|attesta che|conferito a|rilasciato a|candidato|assistito|il signor|la signora|il sig"
        "|la sig ra|sig|sig ra|signor|signora|tra il lavoratore|cognome e nome del dipendente|dati del lavoratore"
        "|generalita|intestatario|discente|corsista|nome e cognome del dipendente|tirocinante|io sottoscritto"
        "|io sottoscritta|mitarbeiter|persona|assicurato|dipendente nome e cognome|nome dipendente|addetto"
        "|collaboratrice|valutata|sig na|gentile|egregio|egr sig|gent ma sig ra|caro|cara|persona valutata|in prova"
        "|risorsa|il tirocinante|il collaboratore|la collaboratrice|l interessato|percettore|beneficiario"
        "|attestato a|la sottoscritto|anagrafica dipendente|spettabile signor|dati dipendente|trasfertista"
        "|viaggiatore"
    ),
    "surname": "cognome|surname|family name|nachname|cognome lavoratore",
    "given_name": "nome|given name|given names|first name|name|vorname|nome lavoratore",
    "employer": (
        "azienda|ragione sociale|datore di lavoro|ditta|societa|denominazione|employer|impresa|datrice di lavoro"
        "|spett le|alla direzione di|alla societa|il datore di lavoro|denominazione datore di lavoro"
        "|cognome o denominazione|denominazione o ragione sociale|arbeitgeber|azienda datrice"
        "|ragione sociale azienda|soggetto ospitante|spettabile|alla cortese attenzione|organizzazione|sostituto"
        "|spett|dati azienda|alla direzione|alle dipendenze di|alle dipendenze della|ente|l azienda|la societa"
        "|datore|denominazione sociale|la ditta|all azienda|datore di lavoro denominazione|denominazione ditta"
        "|alla spett le|direzione del personale di|unita produttiva"
    ),
    "issuer": (
        "ente formatore|soggetto formatore|rilasciato da|organizzato da|ente|ente erogatore|soggetto organizzatore"
        "|a cura di|issuer|ente di formazione|erogato da|soggetto erogatore|soggetto attuatore|formatore"
    ),
    "bank_name": "banca|istituto|bank|istituto di credito|banca depositaria|azienda di credito",
    "account_holder": (
        "intestatario|intestato a|conto intestato a|intestazione|titolare|account holder|spett le"
        "|intestatario del conto|titolare del conto|cliente|spettabile|intestazione conto|intestatari|kontoinhaber"
    ),
    "taxpayer": (
        "contribuente|cognome denominazione o ragione sociale|cognome denominazione|dati anagrafici"
        "|titolare della delega|denominazione|intestatario|ragione sociale|taxpayer|cognome e nome|cognome"
        "|cognome denominazione o ragione|soggetto|soggetto versante|denominazione o ragione sociale"
        "|contribuente titolare|dati contribuente|nominativo|nome contribuente|anagrafica contribuente"
    ),
    "recipient": (
        "spett le|spettabile|destinatario|alla cortese attenzione|egr sig|gent mo|a|to|an|gent le|alla c a"
        "|alla c a del|spett|preg mo|all attenzione di|alla spett le|egregi signori|inviata a|indirizzata a|egregio"
    ),
    "sender": "mittente|da|from|absender|expediteur|scrivente|inviato da",
    "subject": "oggetto|subject|betreff|objet|re|ogg",
    # texts
    "payment_terms": (
        "condizioni di pagamento|pagamento|modalita di pagamento|termini di pagamento|condizioni pagamento"
        "|mod pagamento|mod di pagamento|tipo pagamento|payment terms|payment|terms of payment|zahlungsbedingungen"
        "|conditions de paiement|modalita|cond pagamento|terms|modalita pagamento|cond pag|zahlung"
        "|conditions de reglement|pagam|pag to|reglement|modo di pagamento|con pagamento|termini"
    ),
    "payment_method": (
        "pagamento|modalita di pagamento|metodo di pagamento|pagato con|pagamento elettronico|mezzo di pagamento"
        "|tipo pagamento|forma di pagamento|a mezzo|versata a mezzo|payment method|tramite"
    ),
    "period": (
        "periodo di retribuzione|periodo di paga|periodo|mese|mese di competenza|periodo retribuzione|competenza"
        "|mese retribuito|stipendio di|mensilita|mese di|periodo paga|retribuzione di|cedolino di"
        "|cedolino del mese di|busta paga di|mese anno|mese di riferimento|pay period|paga di|mese di paga"
        "|relativo al mese di|periodo di riferimento|competenza mese|abrechnungsmonat|retribuzione del mese di"
        "|mese paga"
    ),
    "level": (
        "livello|liv|livello inquadramento|level|inquadramento|livello ccnl|livello contrattuale|qualifica livello"
        "|livello retributivo|inquadramento contrattuale|cat livello|livello qualifica|categoria"
        "|qualifica e livello|livello di inquadramento|liv inq|liv contr|liv ccnl|categoria livello|al livello"
        "|nel livello|inquadrato al livello|grado|livello categoria"
    ),
    "course": (
        "corso|titolo del corso|corso di formazione|denominazione corso|corso di|course|titolo corso|il corso"
        "|al corso|del corso|oggetto del corso|corso di aggiornamento|il percorso|percorso|il percorso e learning"
        "|modulo formativo|attivita formativa|argomento|verifica finale del corso|il corso di formazione"
        "|al corso di formazione|titolo|formazione|corso frequentato|denominazione del corso|il corso di"
        "|al corso di|intervento formativo"
    ),
    "hours": (
        "durata|ore|durata ore|durata del corso|ore totali|durata complessiva|totale ore|duration|monte ore"
        "|numero ore|impegno complessivo|n ore|per un totale di ore|ore di formazione|per complessive"
        "|della durata di|ore richieste"
    ),
    "score": (
        "punteggio|punteggio finale|valutazione complessiva|giudizio complessivo|valutazione finale|voto finale"
        "|punteggio totale|giudizio finale|voto finale ponderato|score|giudizio|rating|totale punteggio|esito"
        "|punteggio complessivo|valutazione globale|esito complessivo|risultato complessivo|overall rating"
        "|punteggio medio|giudizio sintetico|esito finale|sintesi|valutazione di sintesi|voto complessivo"
        "|media ponderata"
    ),
    "year": (
        "anno|periodo d imposta|relativa all anno|anno d imposta|cu|certificazione unica|anno di riferimento"
        "|redditi corrisposti nel periodo d imposta|relativi all anno|relativo all anno"
    ),
    "phone": "tel|telefono|cell|cellulare|phone|mobile|tel cell|telefono cellulare",
    "email": "e mail|email|mail|posta elettronica",
}
