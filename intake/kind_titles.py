"""Which headlines and subjects name which kind of document: data, no logic; weights as in `intake.kind_words`."""

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
