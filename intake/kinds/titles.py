"""Which Italian headlines and subjects name which kind of document: data, no logic; see `intake.kinds.lexicon`."""

from __future__ import annotations

TITLES: dict[str, dict[float, str]] = {
    "invoice": {
        4.5: (
            "fattura|fattura n|fattura nr|fattura immediata|fattura differita|fattura accompagnatoria|"
            "fattura di vendita|fattura commerciale|parcella|notula|nota di debito|invoice|tax invoice|"
            "commercial invoice|rechnung|facture|autofattura|fattura di cortesia|copia di cortesia|"
            "fattura elettronica|fattura proforma emessa|bolletta|factura|ricevuta sanitaria|fattura ricevuta|"
            "fattura d acconto|fattura a saldo|conto telefonico|nota pro parcella|bolletta dell acqua|"
            "bolletta della luce|bolletta del gas|bolletta luce|bolletta gas|fattura energia elettrica|"
            "fatturazione|fattura semplificata|fattura pa|fattura vendita|fattura num|fattura numero|"
            "avviso di fattura emessa|copia fattura|fattura copia|duplicato fattura|fattura acconto|"
            "fattura saldo|fattura ue|fattura intracomunitaria|fattura per prestazioni|fattura professionale|"
            "parcella n|avviso di onorari|documento tipo td 01|nota di addebito"
        ),
        2.0: (
            "fatt|ft|documento n|rappresentazione della fattura|fattura del|dettaglio fattura|numero fattura|"
            "invoice no|invoice number|rechnungsnummer|n fattura|data fattura|fattura elettronica n|doc n|"
            "tipo documento fattura|numero documento"
        ),
    },
    "credit_note": {
        5.0: (
            "nota di credito|nota credito|nota di accredito|nota accredito|nota di variazione|credit note|"
            "gutschrift|rechnungskorrektur|avoir|note de credit|nota di variazione in diminuzione|credit memo|"
            "nota accredito n|accredito n|nota credito n|nota di credito n|nota di variazione a credito|nc n|"
            "nota a credito|nota di abbuono|nota d accredito"
        ),
        2.0: (
            "storno fattura|a storno|storno totale|storno parziale|accredito|td 04|totale a vs credito|"
            "totale a vostro credito"
        ),
    },
    "receipt": {
        5.0: (
            "documento commerciale|doc commerciale|scontrino|scontrino fiscale|ricevuta fiscale|"
            "ricevuta di pagamento|ricevuta generica|ricevuta|receipt|quittung|kassenbon|ticket de caisse|"
            "ricevuta non fiscale|biglietto|biglietto n|ticket|scontrino n|ricevuta n|ricevuta di versamento|"
            "ricevuta d incasso|ricevuta di incasso|ricevuta pos|pedaggio|ricevuta di cassa|"
            "scontrino di cortesia|ricevuta carta|ricevuta taxi|ricevuta di corsa|ricevuta parcheggio|quietanza|"
            "quietanza di pagamento"
        ),
    },
    "delivery_note": {
        6.0: (
            "documento di trasporto|ddt|bolla|bolla di consegna|delivery note|lieferschein|bon de livraison|"
            "bolla di accompagnamento|documento trasporto|nota di consegna|packing list|bolla accompagnamento|"
            "bolla accompagnamento merci|bolla n|bolla di spedizione|documento di consegna|buono di consegna|"
            "buono consegna|nota di spedizione|lettera di vettura|lista di imballaggio|distinta di spedizione|"
            "distinta di consegna|documento di accompagnamento|cmr|bolla di trasporto|documento accompagnatorio|"
            "bolla di reso|ddt reso|ddt n"
        ),
    },
    "purchase_order": {
        5.0: (
            "ordine d acquisto|ordine di acquisto|ordine a fornitore|ordine fornitore|conferma d ordine|"
            "conferma ordine|purchase order|bestellung|bon de commande|buono d ordine|ordine di fornitura|"
            "commissione d acquisto|auftragsbestatigung|order confirmation|ordine materiali|conferma dell ordine|"
            "ordine acquisto|ordinativo|ordinativo di fornitura|buono ordine|ordine di servizio esterno|"
            "richiesta di fornitura|ordine cliente|ordine di lavoro esterno|commissione|copia commissione|"
            "proposta d ordine|proposta di ordine|accettazione ordine|accettazione d ordine|ordine aperto|"
            "ordine merce|ordine di vendita|riepilogo ordine|riepilogo del vostro ordine|dettaglio ordine|"
            "ordine confermato|conferma di ordine|conferma n"
        ),
        2.5: ("ordine|ordine n|ordine nr|oda|vs ordine confermato|ns ordine n|nostro ordine n|ordine del"),
    },
    "quote": {
        5.0: (
            "preventivo|offerta|offerta commerciale|quotazione|proposta commerciale|offerta economica|"
            "quotation|angebot|devis|preventivo di spesa|nostra offerta|quote|proposta economica|"
            "stima dei costi|offerta prezzi|offerta n|preventivazione|preventivo n|preventivo di massima|"
            "preventivo lavori|quotazione n|proposta di fornitura|proposta di contratto|"
            "proposta tecnico economica|computo metrico|computo metrico estimativo|preventivo gratuito|"
            "miglior offerta|ns migliore offerta|ns miglior offerta|ns offerta|nostra migliore offerta|"
            "offerta di fornitura|offerta tecnica|offerta tecnico economica|preventivo spesa|stima lavori|"
            "offerta numero|valutazione economica|proposta di preventivo"
        ),
    },
    "bank_statement": {
        5.0: (
            "estratto conto|estratto di conto|estratto conto corrente|rendiconto del conto corrente|"
            "account statement|bank statement|kontoauszug|releve de compte|lista movimenti|movimenti del conto|"
            "estratto del conto|documento di sintesi|riepilogo del conto|estratto conto bancario|"
            "rendiconto di conto corrente|comunicazione periodica|situazione conto|situazione del conto|"
            "saldo e movimenti|saldi e movimenti|elenco movimenti|movimenti conto|movimenti conto corrente|"
            "lista dei movimenti|scalare interessi|riassunto scalare|estratto conto carta|estratto conto mensile|"
            "estratto conto trimestrale|estratto c c|estratto conto n|conto corrente n|rendiconto periodico|"
            "rendicontazione|dettaglio movimenti|estratto conto di corrispondenza|estratto conto carta di credito"
        ),
    },
    "tax_payment": {
        6.0: (
            "modello di pagamento unificato|modello f 24|f 24|delega irrevocabile|quietanza di versamento|"
            "delega f 24|mod f 24|modello pagamento unificato|delega unica|ricevuta f 24|versamenti unificati|"
            "mod f 24 semplificato|modello f 24 semplificato|f 24 semplificato|f 24 elide|f 24 accise|"
            "versamento unificato|pagamento f 24|esito del versamento|esito versamento|"
            "ricevuta di versamento f 24|delega di pagamento|copia f 24|quietanza f 24|"
            "attestazione di pagamento f 24|f 24 ordinario|quietanza di pagamento f 24|prospetto f 24|f 24 web|"
            "f 24 telematico"
        ),
    },
    "expense_report": {
        5.0: (
            "nota spese|nota rimborso spese|rimborso spese|richiesta di rimborso|expense report|"
            "nota spese di trasferta|rimborso spese di trasferta|rendiconto spese|trasferta|foglio trasferta|"
            "spese di viaggio|nota delle spese|reisekostenabrechnung|note de frais|richiesta rimborso|"
            "rendiconto di trasferta|foglio di viaggio|distinta spese|riepilogo spese|nota spese n|nota spesa|"
            "modulo rimborso spese|modulo spese|rimborso a pie di lista|pie di lista|missione|missioni|"
            "resoconto trasferta|resoconto spese|prospetto missioni|distinta trasferta|prospetto spese|"
            "prospetto rimborsi|rimborsi spese|rimborso chilometrico|rimborsi chilometrici|scheda trasferta|"
            "nota trasferta|riepilogo trasferta|riepilogo spese di viaggio|elenco spese|spese sostenute|"
            "spese anticipate|foglio spese|indennita di missione|spese trasferta|dettaglio spese"
        ),
    },
    "payment_reminder": {
        6.0: (
            "sollecito|sollecito di pagamento|sollecito pagamento|avviso di pagamento scaduto|diffida|"
            "messa in mora|payment reminder|mahnung|zahlungserinnerung|rappel|relance|promemoria|"
            "partita aperta|partite aperte|scaduto|primo sollecito|secondo sollecito|insoluto|fatture scadute|"
            "overdue|promemoria di pagamento|mancato pagamento|avviso di scadenza|fattura scaduta|"
            "pagamento scaduto|pagamenti arretrati|preavviso legale|estratto partite|sollecito n|"
            "ultimo sollecito|terzo sollecito|sollecito bonario|avviso di mancato pagamento|avviso di insoluto|"
            "costituzione in mora|intimazione di pagamento|recupero credito|recupero crediti|crediti scaduti|"
            "fatture insolute|fattura insoluta|fatture non pagate|fatture non saldate|situazione contabile|"
            "posizione contabile|situazione partite|posizioni aperte|richiesta di pagamento|"
            "pagamento fatture scadute|fattura non pagata|saldo scaduto|ritardo nel pagamento|"
            "ritardato pagamento|posizione debitoria|pagamenti scaduti|sollecito fatture|importi scaduti|"
            "fatture in sospeso|partite scadute|scadenze non onorate|sospesi contabili"
        ),
    },
    "payslip": {
        6.0: (
            "busta paga|cedolino|cedolino paga|prospetto paga|prospetto di paga|libro unico del lavoro|"
            "foglio paga|periodo di retribuzione|periodo retribuzione|periodo di paga|payslip|gehaltsabrechnung|"
            "bulletin de paie|stipendio di|listino paga|lul|cedolino stipendio|busta stipendio|mese retribuito|"
            "periodo paga|cedolino di|cedolino mese|cedolino n|prospetto delle competenze|"
            "prospetto delle retribuzioni|prospetto retribuzione|statino|statino paga|busta paga di|"
            "foglio presenze e paga|prospetto paga lavoratore domestico|cedolino del mese|prospetto mensile|"
            "foglio di paga|retribuzione mese|cedolino colf|mese di paga|retribuzione del mese|stipendio mese|"
            "libro unico|cedolino busta paga"
        ),
    },
    "employment_contract": {
        6.0: (
            "contratto di lavoro|lettera di assunzione|contratto individuale di lavoro|contratto di assunzione|"
            "proposta di assunzione|employment contract|arbeitsvertrag|contrat de travail|lettera di impegno|"
            "assunzione|contratto di apprendistato|contratto di lavoro subordinato|convenzione di tirocinio|"
            "rapporto di lavoro|informativa sul rapporto di lavoro|progetto formativo|lettera d assunzione|"
            "impegno all assunzione|contratto di tirocinio|tirocinio|contratto a tempo indeterminato|"
            "contratto a tempo determinato|contratto a termine|lettera di ingaggio|"
            "proroga del contratto di lavoro|proroga contratto di lavoro|proroga contratto a termine|"
            "trasformazione del rapporto di lavoro|conferma di assunzione|offerta di lavoro|offerta di impiego|"
            "lettera contratto|contratto di collaborazione coordinata|contratto di lavoro a tempo|"
            "contratto di lavoro intermittente|contratto a chiamata|contratto di stage|accordo di assunzione|"
            "instaurazione del rapporto di lavoro|assunzione a tempo indeterminato|assunzione a tempo determinato|"
            "proposta contrattuale di lavoro|contratto di lavoro domestico|patto di assunzione|"
            "contratto di lavoro dipendente|condizioni di assunzione|contratto part time"
        ),
    },
    "hiring_notice": {
        7.0: (
            "comunicazione obbligatoria|unilav|unificato lav|modello unilav|comunicazioni obbligatorie|"
            "unificato unilav|comunicazione obbligatoria unificata|unisomm|comunicazione unilav|"
            "ricevuta comunicazione obbligatoria|sistema informatico co|ricevuta di trasmissione|unidom|unimare|"
            "vardatori|unipi|unificato somm|comunicazione di assunzione|comunicazione assunzione|"
            "comunicazione di proroga|comunicazione di trasformazione|comunicazione di cessazione|co unilav|"
            "denuncia di assunzione|modulo unilav|comunicazione telematica di assunzione|"
            "comunicazione di instaurazione del rapporto|comunicazione preventiva di assunzione"
        ),
    },
    "termination_letter": {
        6.0: (
            "dimissioni|dimissioni volontarie|licenziamento|risoluzione consensuale|"
            "recesso dal rapporto di lavoro|risoluzione del rapporto di lavoro|lettera di dimissioni|"
            "lettera di licenziamento|cessazione del rapporto|modulo recesso rapporto di lavoro|"
            "cessazione del rapporto di lavoro|resignation|termination of employment|kundigung|"
            "rassegnazione delle dimissioni|comunicazione di licenziamento|comunicazione di dimissioni|"
            "interruzione del rapporto di lavoro|verbale di risoluzione|accordo di risoluzione|"
            "recesso dal contratto di lavoro|lettera dimissioni|mie dimissioni|presentazione dimissioni|"
            "comunicazione dimissioni|dimissioni dal rapporto di lavoro|dimissioni irrevocabili|"
            "dimissioni per giusta causa|intimazione di licenziamento|licenziamento per giustificato motivo|"
            "licenziamento disciplinare|licenziamento individuale|recesso dal rapporto|recesso per giusta causa|"
            "recesso in periodo di prova|recesso durante il periodo di prova|"
            "mancato superamento del periodo di prova|verbale di conciliazione|accordo di uscita|"
            "accordo di cessazione|risoluzione del contratto di lavoro|risoluzione rapporto di lavoro|"
            "risoluzione nel rapporto di lavoro|cessazione rapporto di lavoro|cessazione rapporto|"
            "fine rapporto di lavoro|interruzione rapporto di lavoro|risoluzione suo rapporto di lavoro|"
            "risoluzione del suo rapporto di lavoro|cessazione del suo rapporto di lavoro|modulo dimissioni|"
            "modulo recesso|mancato rinnovo del contratto di lavoro|scadenza del contratto di lavoro|"
            "revoca dimissioni|conclusione del rapporto di lavoro|scioglimento del rapporto di lavoro"
        ),
    },
    "leave_request": {
        6.0: (
            "richiesta ferie|richiesta di ferie|richiesta permesso|richiesta di permesso|"
            "richiesta ferie permessi|domanda di ferie|richiesta di assenza|richiesta assenza|modulo ferie|"
            "piano ferie|leave request|urlaubsantrag|demande de conge|richiesta di ferie permessi|"
            "domanda di permesso|modulo assenze|richiesta congedo|domanda di congedo|giustificativo assenza|"
            "autorizzazione ferie|richiesta permessi|richiesta ferie e permessi|ferie e permessi|"
            "modulo richiesta|domanda di assenza|ferie|modulo ferie e permessi|modulo permessi|modulo assenza|"
            "modulo richiesta ferie|modulo richiesta permessi|modulo di richiesta ferie|domanda ferie|"
            "domanda permesso|domanda di permessi|domanda congedo|domanda di congedo parentale|"
            "richiesta congedo parentale|richiesta di congedo|richiesta di congedo parentale|"
            "richiesta permessi legge 104|permessi legge 104|permesso retribuito|permesso breve|permesso orario|"
            "permesso non retribuito|richiesta aspettativa|richiesta di aspettativa|domanda di aspettativa|"
            "assenza programmata|foglio ferie|foglio permesso|comunicazione di assenza|comunicazione assenza|"
            "prospetto ferie|richiesta rol|richiesta giorni di ferie|autorizzazione assenza|"
            "autorizzazione permesso|piano ferie individuale|giorni di ferie"
        ),
    },
    "sick_note": {
        7.0: (
            "attestato di malattia|certificato di malattia|attestato di malattia telematico|"
            "attestato telematico di malattia|certificato medico|certificazione di malattia|incapacita lavorativa|"
            "certificazione di incapacita lavorativa|certificato di malattia telematico|"
            "arbeitsunfahigkeitsbescheinigung|sick note|arret de travail|certificato telematico di malattia|"
            "certificato di malattia inps|certificato malattia|attestato malattia|certificati telematici|"
            "certificato di infortunio|certificazione medica|certificazione sanitaria di malattia|"
            "attestato medico|certificato del medico curante|prognosi|attestazione di malattia|"
            "certificato di continuazione|certificato di ricovero|certificato medico di malattia|"
            "attestato di ricovero|certificato medico telematico|stato di malattia"
        ),
    },
    "tax_certificate": {
        7.0: (
            "certificazione unica|cu 2023|cu 2024|cu 2025|cu 2026|cu 2027|cu 2028|certificazione dei redditi|"
            "modello cu|certificazione di cui all art 4|redditi corrisposti nel periodo|"
            "certificazione lavoro autonomo|cud|cu 2022|cu 2021|cu 2029|cu 2030|"
            "certificazione unica dei redditi|certificazione delle ritenute|certificazione ritenute|"
            "certificazione ritenuta d acconto|certificazione delle somme corrisposte|certificazione dei compensi|"
            "certificazione compensi|certificazione compensi e ritenute|certificazione cu|"
            "certificazione unica sintetica|certificazione unica ordinaria|certificazione del sostituto d imposta|"
            "certificazione redditi|certificazione dei redditi di lavoro dipendente|certificazione fiscale"
        ),
    },
    "training_certificate": {
        6.0: (
            "attestato|attestato di formazione|attestato di frequenza|attestato di partecipazione|"
            "certificato di frequenza|certificato di partecipazione|attestato di abilitazione|"
            "certificate of attendance|certificate of completion|certificato di completamento|"
            "attestazione di frequenza|attestazione di formazione|teilnahmebescheinigung|verbale di formazione|"
            "attestato di qualificazione|attestato di aggiornamento|certificato di formazione|si attesta|"
            "dichiarazione di frequenza|attestazione|si certifica|attestato finale|"
            "dichiarazione di avvenuta formazione|attestato di frequenza e profitto|attestato di idoneita|"
            "attestato di idoneita tecnica|attestato di formazione specifica|attestato corso|attestato del corso|"
            "attestato formativo|attestato di merito|certificato di superamento|certificato di competenza|"
            "diploma di partecipazione|diploma di frequenza|si rilascia il presente attestato|si attesta che|"
            "si certifica che|patentino|attestato carrellista|certificato di profitto|"
            "certificazione delle competenze|attestazione di partecipazione|dichiarazione di partecipazione|"
            "attestato antincendio|attestato primo soccorso|verbale di verifica finale|"
            "verifica dell apprendimento|attestato di partecipazione al corso|certificato corso|"
            "conferma di partecipazione|attestato di frequentazione|attestato haccp"
        ),
    },
    "evaluation": {
        6.0: (
            "valutazione annuale|scheda di valutazione|valutazione delle prestazioni|valutazione del personale|"
            "colloquio annuale|performance review|valutazione della prestazione|valutazione semestrale|"
            "relazione di fine prova|valutazione individuale|scheda valutazione|valutazione periodica|"
            "valutazione del dipendente|colloquio di valutazione|esito del periodo di prova|"
            "valutazione del collaboratore|valutazione periodo di prova|mitarbeiterbeurteilung|"
            "performance appraisal|scheda obiettivi|valutazione|valutazione performance|"
            "valutazione della performance|valutazione prestazioni|valutazione delle competenze|"
            "valutazione personale|valutazione del lavoratore|valutazione annua|valutazione dipendenti|"
            "valutazione dipendente|valutazione collaboratore|valutazione obiettivi|scheda di autovalutazione|"
            "scheda performance|scheda individuale di valutazione|relazione sul periodo di prova|"
            "relazione di valutazione|relazione periodo di prova|giudizio di fine prova|rapporto di valutazione|"
            "colloquio di feedback|people review|note di qualifica|scheda del collaboratore|appraisal|"
            "performance management|gestione delle prestazioni|colloquio di fine anno|colloquio valutativo|"
            "scheda mbo|mbo|pagella|revisione annuale|esito colloquio annuale|verbale di valutazione|"
            "valutazione fine prova|verifica degli obiettivi|report di valutazione"
        ),
    },
    "cv": {
        7.0: (
            "curriculum vitae|curriculum|formato europeo per il curriculum|europass|lebenslauf|resume|cv|"
            "curriculum vitae et studiorum|curriculum professionale|c v|curriculum formativo|"
            "profilo professionale|percorso professionale|vitae|esperienze professionali|"
            "esperienza professionale|esperienze lavorative|esperienza lavorativa|formato europeo"
        ),
    },
    "identity_document": {
        7.0: (
            "carta d identita|carta di identita|tessera sanitaria|patente di guida|passaporto|"
            "permesso di soggiorno|identity card|passport|driving licence|"
            "tessera europea di assicurazione malattia|codice fiscale tesserino|carta identita|personalausweis|"
            "documento di identita|carte d identite|driving license|documento d identita|carta di soggiorno|"
            "tesserino codice fiscale|patente europea|patente|carta nazionale dei servizi|"
            "documento di riconoscimento|certificato di attribuzione del codice fiscale|"
            "carta di identita elettronica|patente di guida repubblica italiana|tessera di riconoscimento|"
            "fotocopia documento di identita|copia documento di identita|carta europea|team|tessera europea|"
            "porto d armi|carta d identita elettronica|patentino di guida|attribuzione codice fiscale|"
            "passaporto ordinario"
        ),
    },
    "contract": {
        5.0: (
            "contratto|contratto di locazione|contratto di fornitura|contratto di servizi|contratto d appalto|"
            "contratto di appalto|contratto di assistenza|contratto di manutenzione|contratto di somministrazione|"
            "contratto di noleggio|scrittura privata|contratto di consulenza|accordo quadro|lease|"
            "service agreement|agreement|vertrag|contrat|contratto di comodato|contratto di prestazione|"
            "contratto d opera|accordo di riservatezza|contratto di leasing|contratto di licenza|contratto n|"
            "contratto di subappalto|contratto di deposito|contratto di agenzia|contratto di compravendita|"
            "contratto di vendita|contratto di trasporto|contratto di affitto|contratto di affitto d azienda|"
            "contratto di franchising|contratto di concessione|contratto di distribuzione|"
            "contratto di sponsorizzazione|contratto di collaborazione|contratto di vigilanza|"
            "contratto di pulizia|contratto di telefonia|contratto di energia|contratto di mandato|"
            "contratto di mutuo|contratto di finanziamento|contratto di hosting|contratto quadro|contratto tipo|"
            "noleggio|noleggio operativo|condizioni particolari|condizioni di contratto|locazione|"
            "locazione commerciale|accordo di fornitura|accordo di collaborazione|accordo commerciale|"
            "accordo di servizio|convenzione|lettera di incarico|incarico professionale|conferimento di incarico|"
            "conferimento incarico|disciplinare di incarico|mandato professionale|preliminare di vendita|"
            "preliminare di compravendita|contratto preliminare|atto di compravendita|contratto di abbonamento|"
            "patto di riservatezza|accordo transattivo|capitolato|capitolato d appalto|"
            "proroga contratto di fornitura|contratto di assicurazione|contratto assistenza|"
            "contratto manutenzione|contratto locazione|contratto fornitura|contratto servizi|"
            "scrittura privata di locazione|contratto di sublocazione"
        ),
    },
    "complaint": {
        6.0: (
            "reclamo|contestazione|lettera di contestazione|segnalazione di disservizio|non conformita|"
            "merce non conforme|vizi|difformita|complaint|reklamation|reclamation|contestazione fornitura|"
            "merce difettosa|mancata consegna|disservizio|ritardata consegna|vizi e difformita|denuncia vizi|"
            "ritardo nella consegna|merce danneggiata|ritardo di consegna|contestazione merce|prodotti difettosi|"
            "ammanco|danni da trasporto|mangelruge|segnalazione|denuncia di vizi|rilievo di non conformita|"
            "merce rotta|merce errata|merce mancante|materiale difettoso|materiale non conforme|"
            "fornitura difettosa|fornitura non conforme|fornitura difforme|difetti|guasto|disservizi|"
            "contestazione vizi|contestazione fattura|contestazione addebito|contestazione bolletta|"
            "contestazione lavori|reclami|modulo reclamo|modulo di reclamo|formale reclamo|lamentela|"
            "rimostranza|denunzia vizi|non conformita rilevata|rapporto di non conformita|inadempimento|"
            "errata fatturazione|errato addebito|colli mancanti|danni alla merce|merce non ordinata|"
            "prodotto difettoso|prodotti non conformi|consegna errata|consegna incompleta|mancata fornitura|"
            "segnalazione difetti|segnalazione guasto|problemi di qualita|contestazione formale|"
            "contestazione qualita|contestazione per|richiesta di risarcimento|richiesta risarcimento danni|"
            "richiesta di rimborso per disservizio|consegna in ritardo|segnalazione anomalia|"
            "non conformita materiale|danneggiamento"
        ),
    },
    "letter": {
        2.0: (
            "lettera|comunicazione|invito|convocazione|circolare|avviso ai clienti|chiusura per ferie|"
            "trasmissione documentazione|comunicazione ai clienti|avviso|nota informativa|informativa ai clienti|"
            "ringraziamento|ringraziamenti|auguri|richiesta informazioni|richiesta di informazioni|"
            "richiesta documentazione|richiesta documenti|richiesta di documentazione|invio documentazione|"
            "invio documenti|trasmissione|trasmissione documenti|variazione coordinate bancarie|cambio sede|"
            "trasferimento sede|variazione sede|nuova sede|cambio iban|orari di apertura|nuovi orari|"
            "chiusura uffici|chiusura estiva|chiusura natalizia|adeguamento istat|aggiornamento tariffe|"
            "variazione prezzi|presentazione aziendale|presentazione|incontro|convocazione assemblea|invito a|"
            "conferma appuntamento|riscontro|risposta a|promemoria riunione|lettera di presentazione|"
            "lettera di accompagnamento|accompagnatoria|delega|disdetta|nuova organizzazione"
        ),
    },
    "other": {
        5.0: (
            "preavviso di fattura|avviso di parcella|progetto di notula|progetto di parcella|fattura proforma|"
            "proforma|fattura pro forma|proforma invoice|durc|visura|scheda tecnica|informativa privacy|"
            "informativa sulla privacy|preavviso di parcella|pro forma invoice|pro forma|avviso di notula|"
            "preavviso di notula|progetto di fattura|nota proforma|nota pro forma|proformarechnung|"
            "facture proforma|factura proforma|facture pro forma|documento unico di regolarita contributiva|"
            "durc online|visura ordinaria|bozza di parcella|parcella proforma|parcella pro forma|"
            "avviso di pagamento pagopa|dichiarazione di intento|estratto di ruolo|cartella di pagamento"
        ),
        2.0: (
            "regolamento|volantino|listino|listino prezzi|manuale|istruzioni|verbale|menu|programma|"
            "brochure|depliant|questionario|ricetta|sagra|ordine del giorno|verbale di assemblea|"
            "verbale di riunione|verbale di consegna|verbale di collaudo|planimetria|bilancio|"
            "stato patrimoniale|conto economico|catalogo|guida rapida|manuale d uso|istruzioni d uso|"
            "istruzioni per l uso|articolo|rassegna stampa|newsletter|comunicato stampa|avviso pubblico|bando|"
            "biglietto d invito|calendario|orario|foglio presenze|elenco|elenco telefonico|appunti|"
            "privacy policy|polizza|certificato di conformita|dichiarazione di conformita|"
            "certificato di garanzia|garanzia|etichetta|indice|planning|statuto|rubrica|verbale assemblea|"
            "certificato energetico|attestato di prestazione energetica|visura camerale|visura catastale|"
            "certificato di residenza|stato di famiglia|autocertificazione|dichiarazione sostitutiva|"
            "scheda cliente|foglio illustrativo|relazione tecnica|rapporto di intervento|rapporto di prova|"
            "rapportino|bolla di lavoro|checklist|lista della spesa|programma della giornata|"
            "corso di aggiornamento in programma|questionario di gradimento|sondaggio|locandina|concorso|"
            "lotteria"
        ),
    },
}
