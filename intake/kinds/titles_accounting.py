"""Italian headlines and subjects of accounting papers: data, no logic; see `intake.kinds.lexicon`."""

from __future__ import annotations

ACCOUNTING_TITLES: dict[str, dict[float, str]] = {
    "invoice": {
        4.5: (
            "fattura|fattura n|fattura nr|fattura immediata|fattura differita|fattura accompagnatoria|"
            "fattura di vendita|fattura commerciale|parcella|notula|nota di debito|invoice|tax invoice|"
            "commercial invoice|rechnung|facture|autofattura|fattura di cortesia|copia di cortesia|"
            "fattura elettronica|fattura proforma emessa|bolletta|factura|ricevuta sanitaria|fattura ricevuta|"
            "fattura d acconto|fattura a saldo|conto telefonico|nota pro parcella|bolletta dell acqua|"
            "bolletta della luce|bolletta del gas|bolletta luce|bolletta gas|fattura energia elettrica|"
            "fattura semplificata|fattura pa|fattura vendita|fattura num|fattura numero|"
            "avviso di fattura emessa|copia fattura|fattura copia|duplicato fattura|fattura acconto|"
            "fattura saldo|fattura ue|fattura intracomunitaria|fattura per prestazioni|fattura professionale|"
            "parcella n|avviso di onorari|documento tipo td 01|nota di addebito"
        ),
        2.7: ("fatturazione"),
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
            "nota a credito|nota di abbuono|nota d accredito|n credito|nota cr|n accredito|nota accr|nota di cred"
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
            "ricevuta non fiscale|biglietto n|scontrino n|ricevuta n|ricevuta di versamento|ricevuta d incasso|"
            "ricevuta di incasso|ricevuta pos|ricevuta di cassa|scontrino di cortesia|ricevuta carta|"
            "ricevuta taxi|ricevuta di corsa|ricevuta parcheggio|quietanza di pagamento"
        ),
        3.0: ("biglietto|ticket|pedaggio|quietanza"),
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
            "ordine acquisto|ordinativo di fornitura|buono ordine|ordine di servizio esterno|"
            "richiesta di fornitura|ordine cliente|ordine di lavoro esterno|copia commissione|proposta d ordine|"
            "proposta di ordine|accettazione ordine|accettazione d ordine|ordine aperto|ordine merce|"
            "ordine di vendita|riepilogo ordine|riepilogo del vostro ordine|dettaglio ordine|ordine confermato|"
            "conferma di ordine|conferma n"
        ),
        3.0: ("ordinativo|commissione"),
        2.5: ("ordine|ordine n|ordine nr|oda|vs ordine confermato|ns ordine n|nostro ordine n|ordine del"),
    },
    "quote": {
        5.0: (
            "preventivo|offerta|offerta commerciale|quotazione|proposta commerciale|offerta economica|"
            "quotation|angebot|devis|preventivo di spesa|nostra offerta|quote|proposta economica|"
            "stima dei costi|offerta prezzi|offerta n|preventivo n|preventivo di massima|preventivo lavori|"
            "quotazione n|proposta di fornitura|proposta di contratto|proposta tecnico economica|computo metrico|"
            "computo metrico estimativo|preventivo gratuito|miglior offerta|ns migliore offerta|"
            "ns miglior offerta|ns offerta|nostra migliore offerta|offerta di fornitura|offerta tecnica|"
            "offerta tecnico economica|preventivo spesa|stima lavori|offerta numero|valutazione economica|"
            "proposta di preventivo"
        ),
        3.0: ("preventivazione"),
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
            "dettaglio movimenti|estratto conto di corrispondenza|estratto conto carta di credito"
        ),
        3.0: ("rendicontazione"),
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
            "modulo rimborso spese|modulo spese|rimborso a pie di lista|pie di lista|resoconto trasferta|"
            "resoconto spese|prospetto missioni|distinta trasferta|prospetto spese|prospetto rimborsi|"
            "rimborsi spese|rimborso chilometrico|rimborsi chilometrici|scheda trasferta|nota trasferta|"
            "riepilogo trasferta|riepilogo spese di viaggio|elenco spese|spese sostenute|spese anticipate|"
            "foglio spese|indennita di missione|spese trasferta|dettaglio spese"
        ),
        3.0: ("missione|missioni"),
    },
    "payment_reminder": {
        6.0: (
            "sollecito|sollecito di pagamento|sollecito pagamento|avviso di pagamento scaduto|messa in mora|"
            "avviso di pagamento|secondo avviso|ultimo avviso|"
            "payment reminder|mahnung|zahlungserinnerung|rappel|relance|promemoria|partita aperta|"
            "partite aperte|scaduto|primo sollecito|secondo sollecito|insoluto|fatture scadute|overdue|"
            "promemoria di pagamento|mancato pagamento|avviso di scadenza|fattura scaduta|pagamento scaduto|"
            "pagamenti arretrati|preavviso legale|estratto partite|diffida di pagamento|diffida al pagamento|"
            "diffida e messa in mora|sollecito n|ultimo sollecito|terzo sollecito|sollecito bonario|"
            "avviso di mancato pagamento|avviso di insoluto|costituzione in mora|intimazione di pagamento|"
            "recupero credito|recupero crediti|crediti scaduti|fatture insolute|fattura insoluta|"
            "fatture non pagate|fatture non saldate|situazione contabile|posizione contabile|situazione partite|"
            "posizioni aperte|richiesta di pagamento|pagamento fatture scadute|fattura non pagata|saldo scaduto|"
            "ritardo nel pagamento|ritardato pagamento|posizione debitoria|pagamenti scaduti|sollecito fatture|"
            "importi scaduti|fatture in sospeso|partite scadute|scadenze non onorate|sospesi contabili"
        ),
        1.8: ("diffida"),
    },
}
