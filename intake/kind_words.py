"""Which words speak for which kind of document: data, no logic.

Sources: the usual wording of Italian forms and letters and its English, German and French equivalents.
A phrase is written comparably (see `intake.words`); its weight is roughly the log odds it adds to the kind.
TITLES count by their place: much as a headline or subject, little within prose, where they are often mere references.
WORDS count once each, wherever they stand. A negative weight speaks against the kind.
"""

from __future__ import annotations

TITLES: dict[str, dict[float, str]] = {
    "invoice": {
        4.5: (
            "fattura|fattura n|fattura nr|fattura immediata|fattura differita|fattura accompagnatoria"
            "|fattura di vendita|fattura commerciale|parcella|notula|nota di debito|invoice|tax invoice"
            "|commercial invoice|rechnung|facture|autofattura|fattura di cortesia|copia di cortesia"
            "|fattura elettronica|fattura proforma emessa|bolletta|factura|ricevuta sanitaria|fattura ricevuta"
            "|fattura d acconto|fattura a saldo|conto telefonico|nota pro parcella"
        ),
        2.0: (
            "fatt|ft|documento n|rappresentazione della fattura|fattura del|dettaglio fattura|numero fattura"
            "|invoice no|invoice number|rechnungsnummer|facture n|n fattura|data fattura|fattura nr"
        ),
    },
    "credit_note": {
        5.0: (
            "nota di credito|nota credito|nota di accredito|nota accredito|nota di variazione|credit note"
            "|gutschrift|rechnungskorrektur|avoir|note de credit|nota di variazione in diminuzione|credit memo"
        ),
        2.0: "storno fattura|a storno|storno totale|storno parziale",
    },
    "receipt": {
        5.0: (
            "documento commerciale|doc commerciale|scontrino|scontrino fiscale|ricevuta fiscale"
            "|ricevuta di pagamento|ricevuta generica|ricevuta|receipt|quittung|kassenbon|ticket de caisse"
            "|ricevuta non fiscale"
        ),
    },
    "delivery_note": {
        6.0: (
            "documento di trasporto|ddt|bolla|bolla di consegna|delivery note|lieferschein|bon de livraison"
            "|bolla di accompagnamento|documento trasporto|nota di consegna|packing list"
        ),
    },
    "purchase_order": {
        5.0: (
            "ordine d acquisto|ordine di acquisto|ordine a fornitore|ordine fornitore|conferma d ordine"
            "|conferma ordine|purchase order|bestellung|bon de commande|buono d ordine|ordine di fornitura"
            "|commissione d acquisto|auftragsbestatigung|order confirmation|ordine materiali|conferma dell ordine"
        ),
        2.5: "ordine|ordine n|ordine nr|oda",
    },
    "quote": {
        5.0: (
            "preventivo|offerta|offerta commerciale|quotazione|proposta commerciale|offerta economica|quotation"
            "|angebot|devis|preventivo di spesa|nostra offerta|quote|proposta economica|stima dei costi"
            "|offerta prezzi|offerta n"
        ),
    },
    "bank_statement": {
        5.0: (
            "estratto conto|estratto di conto|estratto conto corrente|rendiconto del conto corrente"
            "|account statement|bank statement|kontoauszug|releve de compte|lista movimenti|movimenti del conto"
            "|estratto del conto|documento di sintesi|riepilogo del conto|estratto conto bancario"
            "|rendiconto di conto corrente"
        ),
    },
    "tax_payment": {
        6.0: (
            "modello di pagamento unificato|modello f 24|f 24|delega irrevocabile|quietanza di versamento"
            "|delega f 24|mod f 24|modello pagamento unificato|delega unica|ricevuta f 24|versamenti unificati"
        ),
    },
    "expense_report": {
        5.0: (
            "nota spese|nota rimborso spese|rimborso spese|richiesta di rimborso|expense report"
            "|nota spese di trasferta|rimborso spese di trasferta|rendiconto spese|trasferta|foglio trasferta"
            "|spese di viaggio|nota delle spese|reisekostenabrechnung|note de frais|richiesta rimborso"
            "|rendiconto di trasferta|foglio di viaggio|distinta spese|riepilogo spese"
        ),
    },
    "payment_reminder": {
        6.0: (
            "sollecito|sollecito di pagamento|sollecito pagamento|avviso di pagamento scaduto|diffida|messa in mora"
            "|payment reminder|mahnung|zahlungserinnerung|rappel|relance|promemoria|partita aperta|partite aperte"
            "|scaduto|primo sollecito|secondo sollecito|insoluto|fatture scadute|overdue|promemoria di pagamento"
            "|mancato pagamento|avviso di scadenza|fattura scaduta|pagamento scaduto|pagamenti arretrati"
            "|preavviso legale|estratto partite"
        ),
    },
    "payslip": {
        6.0: (
            "busta paga|cedolino|cedolino paga|prospetto paga|prospetto di paga|libro unico del lavoro|foglio paga"
            "|periodo di retribuzione|periodo retribuzione|periodo di paga|payslip|gehaltsabrechnung"
            "|bulletin de paie|stipendio di|listino paga|lul|cedolino stipendio|busta stipendio|mese retribuito"
            "|periodo paga"
        ),
    },
    "employment_contract": {
        6.0: (
            "contratto di lavoro|lettera di assunzione|contratto individuale di lavoro|contratto di assunzione"
            "|proposta di assunzione|employment contract|arbeitsvertrag|contrat de travail|lettera di impegno"
            "|assunzione|contratto di apprendistato|contratto di lavoro subordinato|convenzione di tirocinio"
            "|rapporto di lavoro|informativa sul rapporto di lavoro|progetto formativo|lettera d assunzione"
            "|impegno all assunzione|contratto di tirocinio|tirocinio"
        ),
    },
    "hiring_notice": {
        7.0: (
            "comunicazione obbligatoria|unilav|unificato lav|modello unilav|comunicazioni obbligatorie"
            "|unificato unilav|comunicazione obbligatoria unificata|unisomm"
        ),
    },
    "termination_letter": {
        6.0: (
            "dimissioni|dimissioni volontarie|licenziamento|risoluzione consensuale|recesso dal rapporto di lavoro"
            "|risoluzione del rapporto di lavoro|lettera di dimissioni|lettera di licenziamento"
            "|cessazione del rapporto|modulo recesso rapporto di lavoro|cessazione del rapporto di lavoro"
            "|resignation|termination of employment|kundigung|rassegnazione delle dimissioni"
            "|comunicazione di licenziamento|comunicazione di dimissioni|interruzione del rapporto di lavoro"
            "|verbale di risoluzione|accordo di risoluzione|recesso dal contratto di lavoro"
        ),
    },
    "leave_request": {
        6.0: (
            "richiesta ferie|richiesta di ferie|richiesta permesso|richiesta di permesso|richiesta ferie permessi"
            "|domanda di ferie|richiesta di assenza|richiesta assenza|modulo ferie|piano ferie|leave request"
            "|urlaubsantrag|demande de conge|richiesta di ferie permessi|domanda di permesso|modulo assenze"
            "|richiesta congedo|domanda di congedo|giustificativo assenza|autorizzazione ferie|richiesta permessi"
            "|richiesta ferie e permessi|ferie e permessi|modulo richiesta|domanda di assenza"
        ),
    },
    "sick_note": {
        7.0: (
            "attestato di malattia|certificato di malattia|attestato di malattia telematico"
            "|attestato telematico di malattia|certificato medico|certificazione di malattia|incapacita lavorativa"
            "|certificazione di incapacita lavorativa|certificato di malattia telematico"
            "|arbeitsunfahigkeitsbescheinigung|sick note|arret de travail|certificato telematico di malattia"
        ),
    },
    "tax_certificate": {
        7.0: (
            "certificazione unica|cu 2023|cu 2024|cu 2025|cu 2026|cu 2027|cu 2028|certificazione dei redditi"
            "|modello cu|certificazione di cui all art 4|redditi corrisposti nel periodo"
            "|certificazione lavoro autonomo|cud"
        ),
    },
    "training_certificate": {
        6.0: (
            "attestato|attestato di formazione|attestato di frequenza|attestato di partecipazione"
            "|certificato di frequenza|certificato di partecipazione|attestato di abilitazione"
            "|certificate of attendance|certificate of completion|certificato di completamento"
            "|attestazione di frequenza|attestazione di formazione|teilnahmebescheinigung|verbale di formazione"
            "|attestato di qualificazione|attestato di aggiornamento|certificato di formazione|si attesta"
            "|dichiarazione di frequenza|attestazione|si certifica|attestato finale"
            "|dichiarazione di avvenuta formazione"
        ),
    },
    "evaluation": {
        6.0: (
            "valutazione annuale|scheda di valutazione|valutazione delle prestazioni|valutazione del personale"
            "|colloquio annuale|performance review|valutazione della prestazione|valutazione semestrale"
            "|relazione di fine prova|valutazione individuale|scheda valutazione|valutazione periodica"
            "|valutazione del dipendente|colloquio di valutazione|esito del periodo di prova"
            "|valutazione del collaboratore|valutazione periodo di prova|mitarbeiterbeurteilung"
            "|performance appraisal|scheda obiettivi"
        ),
    },
    "cv": {
        7.0: "curriculum vitae|curriculum|formato europeo per il curriculum|europass|lebenslauf|resume|cv",
    },
    "identity_document": {
        7.0: (
            "carta d identita|carta di identita|tessera sanitaria|patente di guida|passaporto|permesso di soggiorno"
            "|identity card|passport|driving licence|tessera europea di assicurazione malattia"
            "|codice fiscale tesserino|carta identita|personalausweis|documento di identita|carte d identite"
            "|driving license|documento d identita"
        ),
    },
    "contract": {
        5.0: (
            "contratto|contratto di locazione|contratto di fornitura|contratto di servizi|contratto d appalto"
            "|contratto di appalto|contratto di assistenza|contratto di manutenzione|contratto di somministrazione"
            "|contratto di noleggio|scrittura privata|contratto di consulenza|accordo quadro|lease"
            "|service agreement|agreement|vertrag|contrat|contratto di comodato|contratto di prestazione"
            "|contratto d opera|accordo di riservatezza|contratto di leasing|contratto di licenza|contratto n"
            "|contratto di subappalto|contratto di deposito|contratto di agenzia"
        ),
    },
    "complaint": {
        6.0: (
            "reclamo|contestazione|lettera di contestazione|segnalazione di disservizio|non conformita"
            "|merce non conforme|vizi|difformita|complaint|reklamation|reclamation|contestazione fornitura"
            "|merce difettosa|mancata consegna|disservizio|ritardata consegna|vizi e difformita|denuncia vizi"
            "|ritardo nella consegna|merce danneggiata|ritardo di consegna|contestazione merce|prodotti difettosi"
            "|ammanco|danni da trasporto|mangelruge|segnalazione|denuncia di vizi|rilievo di non conformita"
        ),
    },
    "letter": {
        2.0: (
            "lettera|comunicazione|invito|convocazione|circolare|avviso ai clienti|chiusura per ferie"
            "|trasmissione documentazione"
        ),
    },
    "other": {
        2.0: (
            "regolamento|volantino|listino|listino prezzi|manuale|istruzioni|verbale|menu|programma|brochure"
            "|depliant|questionario"
        ),
        5.0: (
            "preavviso di fattura|avviso di parcella|progetto di notula|progetto di parcella|fattura proforma"
            "|proforma|fattura pro forma|proforma invoice|durc|visura|scheda tecnica|informativa privacy"
            "|informativa sulla privacy|preavviso di parcella"
        ),
    },
}

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
