"""Which words speak for which kind of document: data, no logic.

Sources: the usual wording of Italian forms and letters and its English, German and French equivalents.
A phrase is written comparably (see `intake.words`); its weight is roughly the log odds it adds to the kind.
Titles (`intake.kind_titles`) count by their place: much as a headline, little within prose, where they are references.
WORDS count once each, wherever they stand. A negative weight speaks against the kind.
"""

from __future__ import annotations

WORDS: dict[str, dict[float, str]] = {
    "invoice": {
        1.0: (
            "totale fattura|totale documento|imponibile|aliquota|scadenze|data fattura|fattura differita"
            "|riepilogo iva|tot documento|invoice date|rechnungsdatum|total ttc|amount due|scissione dei pagamenti"
            "|ritenuta d acconto|netto a pagare|totale imponibile|cessionario|cedente|codice destinatario"
            "|totale dovuto|inversione contabile|totale iva|reverse charge|base imponibile|split payment"
            "|cassa previdenza|contributo integrativo|regime forfettario|imposta di bollo|bollo virtuale"
            "|fattura elettronica|totale imposta"
        ),
        0.5: (
            "iva|condizioni di pagamento|scadenza|banca d appoggio|iban|prezzo unitario|partita iva|vat|imposta"
            "|scadenza pagamento"
        ),
    },
    "credit_note": {1.0: "a storno|storno|riferimento fattura|a rettifica|reso merce|nostra fattura|rif fattura"},
    "receipt": {
        1.5: (
            "contanti|bancomat|resto|matr rt|rt|di cui iva|arrivederci|grazie e arrivederci|pagamento elettronico"
            "|carta di debito|totale complessivo|importo pagato|di vendita o prestazione|arrivederci e grazie"
            "|cassa n|ricevo da|la somma di|per quietanza|carta di credito|non riscosso|pagamento contante|doc n"
            "|n doc|ricevo|si riceve|riceviamo"
        ),
    },
    "delivery_note": {
        1.5: (
            "causale del trasporto|causale trasporto|vettore|firma vettore|aspetto esteriore"
            "|aspetto esteriore dei beni|aspetto dei beni|colli|porto|trasporto a cura|firma destinatario|472 96"
            "|472 1996|firma del vettore|firma conducente|numero colli|d p r 472|luogo di destinazione"
            "|trasporto a cura del|ora ritiro|peso lordo|data ritiro|inizio trasporto|firma del destinatario"
            "|porto franco"
        ),
        -1.0: "totale fattura|totale documento|totale iva|imponibile",
    },
    "purchase_order": {
        1.2: (
            "data ordine|n ordine|numero ordine|consegna richiesta|totale ordine|ufficio acquisti|data consegna"
            "|vs offerta|vostra offerta|valore netto dell ordine|per accettazione|conferma d ordine"
            "|inviare conferma|ufficio approvvigionamenti|consegna prevista|resa|termini di consegna|vi ordiniamo"
            "|vogliate fornirci|luogo di consegna|fornitore|franco ns|delivery date|ns ordine"
        ),
        -1.0: "totale fattura|scadenze|cedente",
    },
    "quote": {
        1.2: (
            "validita|validita offerta|validita dell offerta|offerta valida|valida fino al|siamo lieti|lieti di"
            "|vostra richiesta|totale offerta|vs richiesta|per accettazione|totale preventivo|la presente offerta"
            "|valido fino|giorni dalla conferma|tempi di consegna|in attesa di riscontro|iva esclusa|quotation"
            "|valid until|esclusa iva|non comprende|offriamo|proporvi|sottoporvi"
        ),
    },
    "bank_statement": {
        1.5: (
            "saldo iniziale|saldo finale|data valuta|valuta|dare|avere|saldo contabile|saldo di apertura"
            "|saldo di chiusura|accredito|addebito|intestato a|movimenti|bonifico a vostro favore|addebito sdd"
            "|conto corrente|saldo disponibile|giroconto|saldo precedente|totale entrate|totale uscite"
            "|data operazione|data op|data contabile|commissioni|filiale|prelievo|competenze|opening balance"
            "|closing balance|totale addebiti"
        ),
    },
    "tax_payment": {
        2.0: (
            "codice tributo|contribuente|sezione erario|erario|saldo finale|rateazione|codice ufficio"
            "|importi a debito|importi a credito|delega|sezione inps|codice atto|mese di riferimento"
            "|estremi del versamento|agenzia delle entrate|anno di riferimento|versato in data|tributo"
        ),
    },
    "expense_report": {
        1.5: (
            "vitto|alloggio|pedaggi|pedaggio|rimborso chilometrico|km|chilometri|giustificativi|trasferta"
            "|pernottamento|taxi|tariffa aci|parcheggio|totale rimborso|totale spese|anticipi ricevuti|hotel"
            "|carburante|pasti|dipendente|autostrada|da rimborsare|nota spese|anticipo ricevuto"
        ),
    },
    "payment_reminder": {
        1.5: (
            "non ancora pagata|risulta insoluta|risulta ancora|non risulta|scaduta|interessi di mora|regolarizzare"
            "|provvedere al pagamento|gia provveduto|ritardo di pagamento|saldare|mancato pagamento"
            "|importo insoluto|231 2002|non abbiamo ricevuto|scaduto il|vie legali|recupero del credito"
            "|ancora aperta|partita|il pagamento|consideri nullo|insoluta|importo scaduto|invitiamo"
            "|saldo a nostro credito|entro 7 giorni|sollecitiamo|importo dovuto|giorni di ritardo"
        ),
    },
    "payslip": {
        1.5: (
            "totale competenze|totale trattenute|netto in busta|netto del mese|netto busta|imponibile inps"
            "|imponibile irpef|contributo ivs|ritenute irpef|trattenute|paga base|scatti di anzianita|superminimo"
            "|tfr|matricola|livello|addizionale regionale|competenze|voce|ratei|ferie|rol|permessi|posizione inps"
            "|pat inail|netto da pagare|ore lavorate|totale ritenute|data assunzione|detrazioni|contingenza"
            "|imponibile fiscale|qualifica|residuo|scatti anzianita|quota tfr|ivs"
        ),
    },
    "employment_contract": {
        1.2: (
            "periodo di prova|patto di prova|ccnl|retribuzione annua lorda|ral|mensilita|inquadramento|mansioni"
            "|orario di lavoro|sede di lavoro|preavviso|livello|assume|assunta|assunto|tempo indeterminato"
            "|tempo determinato|apprendistato|104 2022|datore di lavoro|lavoratore|decorrenza|prestatore di lavoro"
            "|trattamento economico|retribuzione|per accettazione|datrice di lavoro|rapporto di lavoro"
            "|alle dipendenze|indennita di partecipazione|soggetto ospitante|tirocinante|tutor"
        ),
    },
    "hiring_notice": {
        1.5: (
            "data invio|codice comunicazione|tipologia contrattuale|quadro lavoratore|quadro datore di lavoro"
            "|ministero del lavoro|tipo comunicazione|protocollo|data inizio rapporto|ente previdenziale"
            "|qualifica professionale|comunicazione preventiva|datore di lavoro|centro per l impiego|data inizio"
            "|cittadinanza|codice sistema|data di trasmissione|rapporto di lavoro"
        ),
    },
    "termination_letter": {
        1.2: (
            "ultimo giorno|ultimo giorno di lavoro|preavviso|rassegno|dimissioni|licenziamento|recesso|giusta causa"
            "|giustificato motivo|risoluzione|dimissionario|le comunichiamo|rapporto di lavoro|cessera|in fede"
            "|a far data|decorrenza|tfr|spettanze|consensualmente|restituzione"
        ),
    },
    "leave_request": {
        1.3: (
            "ferie|permesso|permessi|rol|legge 104|104 92|dal giorno|al giorno|il sottoscritto|la sottoscritta"
            "|chiede|firma del responsabile|firma richiedente|autorizzato|visto si autorizza|firma del dipendente"
            "|richiede|motivo|dalle ore|alle ore|approvazione|congedo|giorni|ore|il responsabile|richiedente"
            "|non autorizzato|tipo di assenza|tipo assenza|causale|approvato|permesso retribuito|congedo parentale"
            "|ex festivita"
        ),
    },
    "sick_note": {
        2.0: (
            "prognosi|puc|ammalato dal|a tutto il|ricaduta|continuazione|reperibilita|medico|numero di protocollo"
            "|inps|malattia|stato di malattia|dal medico|visita|lavoratore|indirizzo di reperibilita|data rilascio"
            "|numero protocollo|copia per il datore di lavoro|diagnosi|medico curante"
        ),
    },
    "tax_certificate": {
        2.0: (
            "sostituto d imposta|sostituto|dati fiscali|dati previdenziali|ritenute irpef|addizionale regionale"
            "|redditi di lavoro dipendente|percipiente|periodo d imposta|322 1998|agenzia delle entrate"
            "|dati anagrafici|redditi|redditi di lavoro|addizionale comunale"
        ),
    },
    "training_certificate": {
        1.5: (
            "corso|durata|ore|formazione|ha frequentato|ha partecipato|81 08|81 2008|docente|e learning"
            "|accordo stato regioni|superato|aggiornamento|formatore|verifica finale|si attesta che|ente formatore"
            "|soggetto formatore|ha completato|partecipante|programma|con profitto|esito positivo|valido fino al"
            "|responsabile del corso|conferito a"
        ),
    },
    "evaluation": {
        1.5: (
            "obiettivi|obiettivo|valutatore|punteggio|peso|punti di forza|aree di miglioramento|colloquio|giudizio"
            "|competenze|risultato|valutato|voto|giudizio complessivo|valutazione complessiva|collaboratore"
            "|apprendimento|criterio|fattore|punteggio finale|obiettivi assegnati|feedback|valutazione"
        ),
    },
    "cv": {
        1.5: (
            "esperienza lavorativa|esperienze professionali|esperienza professionale|istruzione|competenze|lingue"
            "|diploma|laurea|patente|istruzione e formazione|profilo|esperienze|autorizzo il trattamento"
            "|dati personali|madrelingua|informazioni personali|formazione|hobby|contatti|studi|titolo conseguito"
            "|capacita e competenze|interessi|work experience|education|skills|percorso|nazionalita"
            "|autorizza il trattamento"
        ),
    },
    "identity_document": {
        1.5: (
            "repubblica italiana|cognome|nome|luogo e data di nascita|data di nascita|luogo di nascita|statura"
            "|cittadinanza|sesso|surname|name|comune di|date of birth|place of birth|data di scadenza|scadenza"
            "|expiry|ministero dell interno|rilasciata il|firma del titolare|data di emissione|stato civile"
            "|residenza|professione|emissione|nationality|given names"
        ),
    },
    "contract": {
        1.2: (
            "tra|le parti|in seguito|tacito rinnovo|tacitamente|disdetta|recesso|foro competente|canone|locatore"
            "|conduttore|committente|prestatore|fornitore|appaltatore|durata|oggetto|premesso che|si conviene"
            "|corrispettivo|stipulato|clausole|1341|penale|risoluzione|inadempimento|tra le parti|somministrante"
            "|cliente|si stipula|decorrenza|art 1"
        ),
        -1.5: "datore di lavoro|ccnl|lavoratore|periodo di prova|retribuzione",
    },
    "complaint": {
        1.2: (
            "reclamo|contestiamo|contestare|non conforme|difetti|difettosa|vizi|sostituzione|ritiro|ritirarla"
            "|disservizio|lamentare|lamentiamo|danneggiata|risarcimento|1495|1667|mancante|azioni correttive"
            "|in garanzia|rotture|ritardo|segnalare|inconvenienti|difformi|ripristino|rimborso|nota di credito"
            "|difetto|reso"
        ),
    },
    "letter": {
        0.9: (
            "oggetto|distinti saluti|cordiali saluti|migliori saluti|con la presente|alla cortese attenzione"
            "|gentile|gentili|egregio|spett le|vi informiamo|vi comunichiamo|in allegato|la presente|ns rif|vs rif"
            "|porgiamo|dear|best regards|yours faithfully|sehr geehrte|cordialement|la informiamo|si comunica"
            "|con l occasione|spettabile"
        ),
    },
    "other": {},
}
