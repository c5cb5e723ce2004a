"""Which words speak for which kind of accounting paper: data, no logic; see `intake.kinds.lexicon`."""

from __future__ import annotations

ACCOUNTING: dict[str, dict[float, str]] = {
    "invoice": {
        1.0: (
            "totale fattura|totale documento|imponibile|aliquota|scadenze|data fattura|fattura differita|"
            "riepilogo iva|tot documento|invoice date|rechnungsdatum|total ttc|amount due|"
            "scissione dei pagamenti|ritenuta d acconto|netto a pagare|totale imponibile|cessionario|cedente|"
            "codice destinatario|totale dovuto|inversione contabile|totale iva|reverse charge|base imponibile|"
            "split payment|cassa previdenza|contributo integrativo|regime forfettario|imposta di bollo|"
            "bollo virtuale|fattura elettronica|totale imposta|totale bolletta|quota fissa|"
            "prestazione professionale|cassa forense|rivalsa inps|netto da corrispondere|esente iva|art 10|"
            "fuori campo iva|ri ba|ricevuta bancaria|rimessa diretta|cessionario committente|td 01|td 24|"
            "importo pagabile|tot merce|totale merce|tot doc|tot imponibile|tot imposta|totale a pagare|"
            "importo da pagare|esigibilita immediata|coordinate bancarie|riferimenti bancari|"
            "modalita di pagamento|modalita pagamento|condizioni pagamento|data emissione|totale ivato|"
            "importo iva|totale netto|tot fattura|imponibile iva|operazione non imponibile|art 17|17 ter|"
            "cpa 4|contributo previdenziale|ritenuta 20|materia energia|spesa per la materia|"
            "trasporto e gestione del contatore|canone e consumi|periodo di fatturazione|fatturato a|"
            "intestatario fattura|data scadenza|data documento|codice cliente|d f f m|data fatt|d f fm|"
            "sistema di interscambio|destinatario fattura|da versare|totale eur|totale da pagare"
        ),
        0.5: (
            "iva|condizioni di pagamento|scadenza|banca d appoggio|iban|prezzo unitario|partita iva|vat|"
            "imposta|scadenza pagamento|onorari|onorario|inarcassa|cnpadc|enpap|epap|riba|esigibilita|cig|"
            "cup|pod|pdr|sdi|aliq|spese di trasporto|spese incasso|codice articolo"
        ),
        0.2: ("consumo|consumi|contatore|sconto|totale"),
    },
    "credit_note": {
        2.0: (
            "data nota di credito|n nota di credito|numero nota di credito|numero nota|data nota|"
            "totale nota di credito|totale nota credito|fattura stornata|totale a credito"
        ),
        1.0: (
            "a storno|storno|riferimento fattura|a rettifica|reso merce|nostra fattura|rif fattura|"
            "a vs credito|a vostro credito|da rimborsare|storno totale della fattura|in riferimento alla fattura|"
            "merce resa|per merce resa|art 26|sconto non applicato|errata fatturazione|a parziale storno|"
            "vostro avere|importo da accreditare|vi accreditiamo|totale accredito|riferimento ft|"
            "a vostro favore|minor importo|fattura di riferimento|differenza prezzo|fattura originaria|"
            "documento originario"
        ),
        0.5: ("reso|abbuono|rimborso|rettifica|accreditiamo"),
    },
    "receipt": {
        1.5: (
            "contanti|bancomat|resto|matr rt|rt|di cui iva|arrivederci|grazie e arrivederci|"
            "pagamento elettronico|carta di debito|totale complessivo|importo pagato|di vendita o prestazione|"
            "arrivederci e grazie|cassa n|ricevo da|la somma di|per quietanza|carta di credito|non riscosso|"
            "pagamento contante|doc n|n doc|ricevo|si riceve|riceviamo|totale pagato|pagato in contanti|"
            "totale euro|totale eur|n scontrino|non fiscale|ricevo dal sig|ricevo dalla|ricevuto da|"
            "dichiara di aver ricevuto|dichiara di ricevere|ha ricevuto la somma|buona giornata|"
            "grazie per la visita|importo ricevuto|per ricevuta|quota associativa|cod aut|documento gestionale|"
            "iva inclusa|resto dovuto|rt 99|matricola rt|codice lotteria|carta di pagamento|a mezzo contanti"
        ),
        0.8: (
            "coperto|coperti|scontrino|subtotale|pagato|contante|pos|visa|mastercard|operatore|cassiere|"
            "tavolo|approvato|transazione|pagobancomat|acquisto|ingresso|uscita|corsa|pezzi|reparto|rep|"
            "grazie|arrivo|sosta|contactless|quietanza"
        ),
    },
    "delivery_note": {
        1.5: (
            "causale del trasporto|causale trasporto|vettore|firma vettore|aspetto esteriore|"
            "aspetto esteriore dei beni|aspetto dei beni|colli|porto|trasporto a cura|firma destinatario|"
            "472 96|472 1996|firma del vettore|firma conducente|numero colli|d p r 472|luogo di destinazione|"
            "trasporto a cura del|ora ritiro|peso lordo|data ritiro|inizio trasporto|firma del destinatario|"
            "porto franco|conto lavorazione|conto visione|conto vendita|reso da conto lavorazione|"
            "conto deposito|a mezzo|a mezzo mittente|a mezzo destinatario|a mezzo vettore|trasporto a mezzo|"
            "peso netto|peso kg|n colli|nr colli|tot colli|totale colli|firma ricevente|porto assegnato|"
            "franco destino|destinazione merce|luogo destinazione|data e ora|ora inizio trasporto|"
            "consegna del vettore|ritirato da|merce ricevuta|merce viaggiante|quantita consegnata|"
            "data inizio trasporto|incaricato del trasporto|data consegna o inizio trasporto|"
            "ricevuto in buono stato|firma per ricevuta|causale di trasporto|tipo di trasporto|vs ddt|"
            "cessionario firma|articoli consegnati"
        ),
        0.8: (
            "mittente|destinatario|causale|destinazione|imballo|imballaggio|bancali|pallet|volume|"
            "annotazioni|trasportatore|corriere|vendita|scatole|targa"
        ),
        -1.0: ("totale fattura|totale documento|totale iva|imponibile"),
    },
    "purchase_order": {
        1.2: (
            "data ordine|n ordine|numero ordine|consegna richiesta|totale ordine|ufficio acquisti|"
            "data consegna|vs offerta|vostra offerta|valore netto dell ordine|per accettazione|"
            "conferma d ordine|inviare conferma|ufficio approvvigionamenti|consegna prevista|resa|"
            "termini di consegna|vi ordiniamo|vogliate fornirci|luogo di consegna|fornitore|franco ns|"
            "delivery date|ns ordine|vi commissioniamo|si ordina|con la presente ordiniamo|"
            "con la presente vi ordiniamo|vogliate fornire|vogliate consegnarci|vogliate spedire|"
            "vi preghiamo di fornirci|prego fornire|preghiamo fornirci|richiesta di acquisto|"
            "responsabile acquisti|data di consegna|copia firmata|per accettazione dell ordine|"
            "copia controfirmata|condizioni generali di acquisto|condizioni generali d acquisto|inviare fattura|"
            "fatturare a|intestare fattura|indicare in fattura|citare il numero|numero d ordine|nr ordine|"
            "confermiamo il vostro ordine|confermiamo il vs ordine|abbiamo ricevuto il vostro ordine|"
            "lo confermiamo|ringraziamo per l ordine|ringraziamo per il vs ordine|ordine ricevuto|"
            "totale ordine confermato|consegna entro|consegna entro il|cod fornitore|codice fornitore|"
            "data prevista consegna|merce da consegnare|consegnare presso|consegnare a|approvato da|"
            "data richiesta|qta ordinata|quantita ordinata|vs conferma|restituire firmato|termine di consegna|"
            "importo ordine|tot ordine|valore ordine|spett fornitore|egregio fornitore"
        ),
        0.6: ("ordiniamo|oda|rda|buyer|magazzino|confermato|settimana"),
        -1.0: ("totale fattura|scadenze|cedente"),
    },
    "quote": {
        2.0: (
            "data preventivo|n preventivo|nr preventivo|numero preventivo|data offerta|n offerta|nr offerta|"
            "numero offerta|preventivo n"
        ),
        1.2: (
            "validita|validita offerta|validita dell offerta|offerta valida|valida fino al|siamo lieti|"
            "lieti di|vostra richiesta|totale offerta|vs richiesta|per accettazione|totale preventivo|"
            "la presente offerta|valido fino|giorni dalla conferma|tempi di consegna|in attesa di riscontro|"
            "iva esclusa|quotation|valid until|esclusa iva|non comprende|offriamo|proporvi|sottoporvi|"
            "a seguito del sopralluogo|vs gradito ordine|vostro gradito ordine|gradito riscontro|"
            "in attesa di un vs|in attesa di un vostro|in attesa di vs|in attesa di vostro|restiamo in attesa|"
            "oltre iva|al netto di iva|prezzi al netto|non compreso|prezzi validi|i prezzi si intendono|"
            "prezzi fermi|restano fermi|validita preventivo|valido per|validita giorni|validita gg|"
            "validita 30 giorni|validita 60 giorni|a vs richiesta|a vostra richiesta|rif vs richiesta|"
            "in riferimento alla vostra richiesta|in riferimento alla vs richiesta|"
            "in relazione alla vostra richiesta|come da vs richiesta|come da vostra richiesta|"
            "facendo seguito alla vostra|le sottoponiamo|vi sottoponiamo|vi proponiamo|le proponiamo|"
            "ci pregiamo|pregiamo sottoporvi|firma per accettazione|data e firma per accettazione|"
            "timbro e firma per accettazione|per accettazione del cliente|da confermare|all ordine|"
            "acconto alla conferma|alla conferma|saldo a fine lavori|fine lavori|sconto riservato|"
            "prezzo a voi riservato|a voi riservato|costo stimato|importo stimato|consegna gg|"
            "giorni data ordine|gradita occasione|la nostra migliore|lavori previsti|in caso di accettazione|"
            "condizioni di fornitura|condizioni di vendita|garanzia mesi"
        ),
        0.6: ("quotazione|sopralluogo|esclusi|escluso|formuliamo|dro|esclusioni"),
    },
    "bank_statement": {
        1.5: (
            "saldo iniziale|saldo finale|data valuta|valuta|dare|avere|saldo contabile|saldo di apertura|"
            "saldo di chiusura|accredito|addebito|intestato a|movimenti|bonifico a vostro favore|addebito sdd|"
            "conto corrente|saldo disponibile|giroconto|saldo precedente|totale entrate|totale uscite|"
            "data operazione|data op|data contabile|commissioni|filiale|prelievo|competenze|opening balance|"
            "closing balance|totale addebiti|nuovo saldo|saldo al|saldo attuale|saldo iniziale al|"
            "saldo finale al|saldo liquido|saldo per valuta|bonifico in entrata|bonifico in uscita|"
            "pagamento pos|prelievo atm|prelievo bancomat|data registrazione|data acquisto|rapporto n|"
            "numero rapporto|conto n|c c n|coordinate iban|descrizione operazioni|descrizione operazione|"
            "descrizione movimento|imposta di bollo estratto conto|spese tenuta conto|canone mensile conto|"
            "interessi creditori|interessi debitori|bonifico da|bonifico a favore|addebito diretto|totale avere|"
            "totale dare|totale accrediti|carta n|totale addebitato|cin abi cab|movimenti dal|"
            "liquidazione interessi|estratto conto|numeri debitori|condizioni economiche|trasparenza bancaria"
        ),
        0.8: (
            "rapporto|operazioni|uscite|entrate|tasso|fido|affidamento|disposizione|sdd|plafond|abi|cab|"
            "swift|bic|banca|agenzia"
        ),
    },
    "tax_payment": {
        2.0: (
            "codice tributo|contribuente|sezione erario|erario|saldo finale|rateazione|codice ufficio|"
            "importi a debito|importi a credito|delega|sezione inps|codice atto|mese di riferimento|"
            "estremi del versamento|agenzia delle entrate|anno di riferimento|versato in data|tributo|"
            "sezione regioni|sezione imu|sezione altri enti|imu e altri tributi locali|codice ente|"
            "importi a debito versati|importi a credito compensati|totale a debito|saldo a b|anno d imposta|"
            "delega trasmessa|totale versato|matricola inps|causale contributo|codice sede|servizi telematici|"
            "addebito su conto corrente|autorizzo addebito|regione codice tributo|acconto saldo|numero immobili|"
            "immob variati|codice identificativo|rateazione regione|delega irrevocabile a|importo a debito|"
            "importo a credito|modalita di pagamento addebito|banca autorizzata|periodo di riferimento|"
            "data di versamento|iva mensile|protocollo telematico"
        ),
        1.0: ("versamento|entratel|fisconline|ravv|coobbligato|compensati|intermediario|imu"),
    },
    "expense_report": {
        1.5: (
            "vitto|alloggio|pedaggi|pedaggio|rimborso chilometrico|km|chilometri|giustificativi|trasferta|"
            "pernottamento|taxi|tariffa aci|parcheggio|totale rimborso|totale spese|anticipi ricevuti|hotel|"
            "carburante|pasti|dipendente|autostrada|da rimborsare|nota spese|anticipo ricevuto|"
            "rimborso del collaboratore|a rimborso|importo rimborsabile|spese documentate|spese anticipate|"
            "spese sostenute|anticipo cassa|carta aziendale|auto propria|autovettura propria|km percorsi|"
            "chilometri percorsi|indennita km|costo km|tariffa km|scontrini allegati|ricevute allegate|"
            "motivo del viaggio|motivo della trasferta|totale nota spese|netto a rimborso|saldo da rimborsare|"
            "firma del dipendente|visto del responsabile|centro di costo|noleggio auto"
        ),
        0.8: (
            "missione|albergo|cena|cene|pranzo|pranzi|colazione|treno|aereo|volo|metro|metropolitana|bus|"
            "tassi|autobus|anticipi|giustificativo|scontrini|destinazione|scopo|rappresentanza|biglietto|"
            "biglietti|ristorante|diaria|commessa|consulente|partenza|rientro|itinerario"
        ),
    },
    "payment_reminder": {
        1.5: (
            "non ancora pagata|risulta insoluta|risulta ancora|non risulta|scaduta|interessi di mora|"
            "regolarizzare|provvedere al pagamento|gia provveduto|ritardo di pagamento|saldare|"
            "mancato pagamento|importo insoluto|231 2002|non abbiamo ricevuto|scaduto il|vie legali|"
            "recupero del credito|ancora aperta|partita|il pagamento|consideri nullo|insoluta|importo scaduto|"
            "invitiamo|saldo a nostro credito|entro 7 giorni|sollecitiamo|importo dovuto|giorni di ritardo|"
            "non ci e pervenuto|non e pervenuto|non ci risulta pervenuto|non risulta pervenuto|"
            "non risultano pervenuti|non ci risulta|non risultano|risultano insolute|risultano ancora|"
            "risultano scadute|risultano non pagate|ad oggi non|alla data odierna|ad oggi|posizione contabile|"
            "controllo contabile|verifica contabile|dalle nostre scritture|dai nostri controlli|"
            "nostre scritture contabili|situazione contabile|in sospeso|si intima|ultima richiesta|"
            "recupero credito|recupero crediti|recupero coattivo|decreto ingiuntivo|azioni legali|azione legale|"
            "adire le vie|senza ulteriore avviso|senza ulteriore preavviso|effettuare il bonifico|"
            "effettuare il pagamento|effettuare il versamento|con cortese urgenza|cortese sollecitudine|"
            "interessi moratori|a mezzo legale|al nostro legale|ritenere nulla|non tenere conto|non tener conto|"
            "ignorare la presente|qualora aveste gia|se avete gia|nel caso abbiate gia|gia effettuato|"
            "gia disposto|saldare quanto|saldo delle|saldo della fattura|voler saldare|voler provvedere|"
            "procedere al pagamento|a saldo delle|pagamento della fattura|mancato saldo|nostro credito|"
            "ns credito|gg ritardo|giorni ritardo|spese di sollecito|entro 8 giorni|entro 10 giorni|"
            "entro 15 giorni|entro e non oltre|da voi dovuto|importo residuo|totale scaduto|totale insoluto|"
            "totale dovuto"
        ),
        0.8: (
            "esposizione|sospese|morosita|intimo|intimiamo|giudizialmente|scadute|scaduti|insolute|insoluti|"
            "insoluto|impagata|impagate|impagato|1219|tardivo|rimettere|rimessa|corrispondere|disguido|"
            "dimenticanza|svista|scoperto|mora|ulteriormente|residuo|perdurare"
        ),
    },
}
