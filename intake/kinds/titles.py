"""Italian headlines of papers about people, contracts and letters: data, no logic; see `intake.kinds.lexicon`."""

from __future__ import annotations

TITLES: dict[str, dict[float, str]] = {
    "payslip": {
        6.0: (
            "busta paga|cedolino|cedolino paga|prospetto paga|prospetto di paga|libro unico del lavoro|"
            "foglio paga|periodo di retribuzione|periodo retribuzione|periodo di paga|payslip|gehaltsabrechnung|"
            "bulletin de paie|stipendio di|listino paga|lul|cedolino stipendio|busta stipendio|mese retribuito|"
            "periodo paga|cedolino di|cedolino mese|cedolino n|prospetto delle competenze|"
            "prospetto delle retribuzioni|prospetto retribuzione|statino paga|busta paga di|"
            "foglio presenze e paga|prospetto paga lavoratore domestico|cedolino del mese|prospetto mensile|"
            "foglio di paga|retribuzione mese|cedolino colf|mese di paga|retribuzione del mese|stipendio mese|"
            "libro unico|cedolino busta paga"
        ),
        3.6: ("statino"),
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
            "modulo richiesta|domanda di assenza|modulo ferie e permessi|modulo permessi|modulo assenza|"
            "modulo richiesta ferie|modulo richiesta permessi|modulo di richiesta ferie|domanda ferie|"
            "domanda permesso|domanda di permessi|domanda congedo|domanda di congedo parentale|"
            "richiesta congedo parentale|richiesta di congedo|richiesta di congedo parentale|"
            "richiesta permessi legge 104|permessi legge 104|permesso retribuito|permesso breve|permesso orario|"
            "permesso non retribuito|richiesta aspettativa|richiesta di aspettativa|domanda di aspettativa|"
            "assenza programmata|foglio ferie|foglio permesso|comunicazione di assenza|comunicazione assenza|"
            "prospetto ferie|richiesta rol|richiesta giorni di ferie|autorizzazione assenza|"
            "autorizzazione permesso|piano ferie individuale|giorni di ferie"
        ),
        2.0: ("ferie"),
    },
    "sick_note": {
        7.0: (
            "attestato di malattia|certificato di malattia|attestato di malattia telematico|"
            "attestato telematico di malattia|certificato medico|certificazione di malattia|incapacita lavorativa|"
            "certificazione di incapacita lavorativa|certificato di malattia telematico|"
            "arbeitsunfahigkeitsbescheinigung|sick note|arret de travail|certificato telematico di malattia|"
            "certificato di malattia inps|certificato malattia|attestato malattia|certificati telematici|"
            "certificato di infortunio|certificazione medica|certificazione sanitaria di malattia|"
            "attestato medico|certificato del medico curante|attestazione di malattia|"
            "certificato di continuazione|certificato di ricovero|certificato medico di malattia|"
            "attestato di ricovero|certificato medico telematico|stato di malattia"
        ),
        4.2: ("prognosi"),
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
            "si certifica che|attestato carrellista|certificato di profitto|certificazione delle competenze|"
            "attestazione di partecipazione|dichiarazione di partecipazione|attestato antincendio|"
            "attestato primo soccorso|verbale di verifica finale|verifica dell apprendimento|"
            "attestato di partecipazione al corso|certificato corso|conferma di partecipazione|"
            "attestato di frequentazione|attestato haccp"
        ),
        3.6: ("patentino"),
    },
    "evaluation": {
        6.0: (
            "valutazione annuale|scheda di valutazione|valutazione delle prestazioni|valutazione del personale|"
            "colloquio annuale|performance review|valutazione della prestazione|valutazione semestrale|"
            "relazione di fine prova|valutazione individuale|scheda valutazione|valutazione periodica|"
            "valutazione del dipendente|colloquio di valutazione|esito del periodo di prova|"
            "valutazione del collaboratore|valutazione periodo di prova|mitarbeiterbeurteilung|"
            "performance appraisal|scheda obiettivi|valutazione performance|valutazione della performance|"
            "valutazione prestazioni|valutazione delle competenze|valutazione personale|"
            "valutazione del lavoratore|valutazione annua|valutazione dipendenti|valutazione dipendente|"
            "valutazione collaboratore|valutazione obiettivi|scheda di autovalutazione|scheda performance|"
            "scheda individuale di valutazione|relazione sul periodo di prova|relazione di valutazione|"
            "relazione periodo di prova|giudizio di fine prova|rapporto di valutazione|colloquio di feedback|"
            "people review|note di qualifica|scheda del collaboratore|performance management|"
            "gestione delle prestazioni|colloquio di fine anno|colloquio valutativo|scheda mbo|revisione annuale|"
            "esito colloquio annuale|verbale di valutazione|valutazione fine prova|verifica degli obiettivi|"
            "report di valutazione"
        ),
        3.6: ("valutazione|appraisal|mbo|pagella"),
    },
    "cv": {
        7.0: (
            "curriculum vitae|curriculum|formato europeo per il curriculum|europass|lebenslauf|resume|cv|"
            "curriculum vitae et studiorum|curriculum professionale|c v|curriculum formativo|"
            "profilo professionale|percorso professionale|esperienze professionali|esperienza professionale|"
            "esperienze lavorative|esperienza lavorativa|formato europeo"
        ),
        4.2: ("vitae"),
    },
    "identity_document": {
        7.0: (
            "carta d identita|carta di identita|tessera sanitaria|patente di guida|passaporto|"
            "permesso di soggiorno|identity card|passport|driving licence|"
            "tessera europea di assicurazione malattia|codice fiscale tesserino|carta identita|personalausweis|"
            "documento di identita|carte d identite|driving license|documento d identita|carta di soggiorno|"
            "tesserino codice fiscale|patente europea|carta nazionale dei servizi|"
            "certificato di attribuzione del codice fiscale|carta di identita elettronica|"
            "patente di guida repubblica italiana|tessera di riconoscimento|fotocopia documento di identita|"
            "copia documento di identita|carta europea|tessera europea|porto d armi|carta d identita elettronica|"
            "patentino di guida|attribuzione codice fiscale|passaporto ordinario"
        ),
        4.2: ("patente|team"),
    },
    "contract": {
        5.0: (
            "contratto|contratto di locazione|contratto di fornitura|contratto di servizi|contratto d appalto|"
            "contratto di appalto|contratto di assistenza|contratto di manutenzione|contratto di somministrazione|"
            "contratto di noleggio|contratto di consulenza|accordo quadro|lease|service agreement|vertrag|"
            "contratto di comodato|contratto di prestazione|contratto d opera|accordo di riservatezza|"
            "contratto di leasing|contratto di licenza|contratto n|contratto di subappalto|contratto di deposito|"
            "contratto di agenzia|contratto di compravendita|contratto di vendita|contratto di trasporto|"
            "contratto di affitto|contratto di affitto d azienda|contratto di franchising|"
            "contratto di concessione|contratto di distribuzione|contratto di sponsorizzazione|"
            "contratto di collaborazione|contratto di vigilanza|contratto di pulizia|contratto di telefonia|"
            "contratto di energia|contratto di mandato|contratto di mutuo|contratto di finanziamento|"
            "contratto di hosting|contratto quadro|contratto tipo|noleggio operativo|condizioni particolari|"
            "condizioni di contratto|locazione commerciale|accordo di fornitura|accordo di collaborazione|"
            "accordo commerciale|accordo di servizio|lettera di incarico|incarico professionale|"
            "conferimento di incarico|conferimento incarico|disciplinare di incarico|mandato professionale|"
            "preliminare di vendita|preliminare di compravendita|contratto preliminare|atto di compravendita|"
            "contratto di abbonamento|patto di riservatezza|accordo transattivo|capitolato d appalto|"
            "proroga contratto di fornitura|contratto di assicurazione|contratto assistenza|"
            "contratto manutenzione|contratto locazione|contratto fornitura|contratto servizi|"
            "scrittura privata di locazione|contratto di sublocazione"
        ),
        3.0: ("noleggio|locazione|convenzione|capitolato"),
        2.0: ("scrittura privata|agreement|contrat|accordo"),
    },
    "complaint": {
        6.0: (
            "reclamo|contestazione|lettera di contestazione|segnalazione di disservizio|non conformita|"
            "merce non conforme|vizi|difformita|complaint|reklamation|reclamation|contestazione fornitura|"
            "merce difettosa|mancata consegna|disservizio|ritardata consegna|vizi e difformita|denuncia vizi|"
            "ritardo nella consegna|merce danneggiata|ritardo di consegna|contestazione merce|prodotti difettosi|"
            "ammanco|danni da trasporto|mangelruge|segnalazione|denuncia di vizi|rilievo di non conformita|"
            "richiesta danni|richiesta di danni|lavori non a regola d arte|contestazione prezzi|"
            "contestazione servizio|contestazione importi|merce rotta|merce errata|merce mancante|"
            "materiale difettoso|materiale non conforme|fornitura difettosa|fornitura non conforme|"
            "fornitura difforme|contestazione vizi|contestazione fattura|contestazione addebito|"
            "contestazione bolletta|contestazione lavori|modulo reclamo|modulo di reclamo|formale reclamo|"
            "denunzia vizi|non conformita rilevata|rapporto di non conformita|errata fatturazione|"
            "errato addebito|colli mancanti|danni alla merce|merce non ordinata|prodotto difettoso|"
            "prodotti non conformi|consegna errata|consegna incompleta|mancata fornitura|segnalazione difetti|"
            "segnalazione guasto|problemi di qualita|contestazione formale|contestazione qualita|"
            "contestazione per|richiesta di risarcimento|richiesta risarcimento danni|"
            "richiesta di rimborso per disservizio|consegna in ritardo|segnalazione anomalia|"
            "non conformita materiale"
        ),
        3.6: ("difetti|guasto|disservizi|reclami|lamentela|rimostranza|inadempimento|danneggiamento"),
        1.8: ("diffida"),
    },
    "letter": {
        4.0: (
            "richiesta emissione|richiesta di emissione|invito a presentare offerta|invito a presentare|"
            "invito a offrire|invito alla gara|richiamo prodotto|ripartizione spese|delega ritiro|"
            "sollecito documenti|sollecito documentazione|scadenze fiscali|richiesta di preventivo|"
            "richiesta preventivo|richiesta di offerta|richiesta offerta|richiesta di quotazione|"
            "richiesta quotazione|richiesta d offerta|richiesta di prezzo|invio fattura|invio fatture|"
            "invio copia|trasmissione fattura|trasmissione fatture|invio contratto|candidatura spontanea|"
            "annullamento ordine|richiesta copia fattura|richiesta di copia|restituzione documenti|"
            "recesso dal contratto di fornitura|richiesta certificato|request for quotation|request for quote|"
            "demande de devis|solicitud de presupuesto|delega al ritiro|contestazione disciplinare|"
            "verbale di contestazione|contestazione di addebito disciplinare|provvedimento disciplinare"
        ),
        2.4: ("disdetta|candidatura|anfrage|delega"),
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
            "lettera di accompagnamento|accompagnatoria|nuova organizzazione"
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
            "avviso di mancata consegna|avviso di giacenza|ricevuta di spedizione|avviso di pagamento pagopa|"
            "dichiarazione di intento|estratto di ruolo|cartella di pagamento"
        ),
        3.0: (
            "dichiarazione sostitutiva di certificazione|condizioni generali di vendita|"
            "informativa sul trattamento|informativa sul trattamento dei dati|"
            "informativa sul trattamento dei dati personali|ricetta medica|avviso di giacenza|"
            "conferma di prenotazione|avviso di ricevimento"
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
        1.8: ("autolettura|impegnativa|prenotazione|cartolina"),
    },
}
