"""Which words speak for contracts and letters of every sort: data, no logic; see `intake.kinds.lexicon`."""

from __future__ import annotations

GENERAL: dict[str, dict[float, str]] = {
    "contract": {
        1.2: (
            "tra|le parti|in seguito|tacito rinnovo|tacitamente|disdetta|recesso|foro competente|canone|"
            "locatore|conduttore|committente|prestatore|fornitore|appaltatore|durata|oggetto|premesso che|"
            "si conviene|corrispettivo|stipulato|clausole|1341|penale|risoluzione|inadempimento|tra le parti|"
            "somministrante|cliente|si stipula|decorrenza|art 1|l anno|il giorno|del mese di|"
            "si conviene e stipula|si conviene e si stipula|conviene e stipula|quanto segue|le premesse|art 2|"
            "art 3|art 4|articolo 1|articolo 2|articolo 3|committente e|tacitamente rinnovabile|si rinnova|"
            "si intendera rinnovato|diritto di recesso|facolta di recesso|clausola risolutiva|"
            "clausola risolutiva espressa|risoluzione del contratto|per qualsiasi controversia|foro esclusivo|"
            "foro di|competenza esclusiva|legge applicabile|forza maggiore|cessione del contratto|allegato a|"
            "parti contraenti|di seguito|di seguito denominata|di seguito denominato|rappresentata da|"
            "in persona del|legale rappresentante|con sede in|con sede legale|obblighi del fornitore|"
            "obblighi delle parti|oggetto del contratto|durata del contratto|decorrenza e durata|"
            "presente contratto|presente accordo|presente scrittura|il presente contratto|del presente contratto|"
            "letto confermato e sottoscritto|letto approvato e sottoscritto|letto approvato|"
            "approvato e sottoscritto|firme delle parti|per specifica approvazione|1341 e 1342|"
            "deposito cauzionale|imposta di registro|livelli di servizio|prima parte|seconda parte|"
            "codice civile|c c|art 1571|attestato di prestazione|unita immobiliare|canone annuo|canone mensile"
        ),
        0.6: (
            "premesso|noleggiatore|noleggio|locazione|affitto|locatario|comodante|comodatario|licenziante|"
            "licenziatario|appalto|subappaltatore|venditore|acquirente|compratore|mandante|mandatario|agente|"
            "preponente|rinnovabile|rinnovo|controversia|controversie|riservatezza|allegati|contraenti|"
            "contraente|denominata|domiciliato|obblighi|1342|vessatorie|cauzione|istat|registrazione|"
            "polizza|sla|preavviso|comodato|immobile|mesi|rate"
        ),
        -1.5: (
            "datore di lavoro|ccnl|lavoratore|periodo di prova|retribuzione|rapporto di lavoro|employer|"
            "employee|arbeitgeber|arbeitnehmer|salarie|employeur|arbeitsverhaltnis|prestatore di lavoro|tfr"
        ),
    },
    "complaint": {
        2.0: (
            "intende reclamare|reclamare quanto segue|a contestare|a contestare che|costretti a contestare|"
            "non e dovuto|non e dovuta|giunta danneggiata|e giunta danneggiata|please refund|items were damaged|"
            "were damaged|si rivolgera ai legali|a regola d arte|reclama quanto segue|ci rivolgeremo ai nostri legali|"
            "rivolgeremo ai legali|ritirare la merce|riserviamo di addebitarvi|riserviamo di addebitare|"
            "quantita consegnata e"
        ),
        1.2: (
            "reclamo|contestiamo|contestare|non conforme|difetti|difettosa|vizi|sostituzione|ritiro|"
            "ritirarla|disservizio|lamentare|lamentiamo|danneggiata|risarcimento|1495|1667|mancante|"
            "azioni correttive|in garanzia|rotture|ritardo|segnalare|inconvenienti|difformi|ripristino|"
            "rimborso|nota di credito|reso|servizio reclami|ufficio reclami|segnala che|segnalo che|"
            "consumi errati|chiede la rettifica|chiede il rimborso|importi errati|addebitato erroneamente|"
            "non funziona|non funzionante|non funzionanti|non e utilizzabile|siamo a evidenziare|"
            "siamo a lamentare|siamo costretti|siamo spiacenti|abbiamo riscontrato|abbiamo constatato|"
            "abbiamo rilevato|presenta difetti|evidenti difetti|in ritardo|non rispettato|mancato rispetto|"
            "non e stata consegnata|non e stato consegnato|non corrisponde|non corrispondono|non corrispondente|"
            "si contesta|formale contestazione|formale reclamo|sporgo reclamo|sporgere reclamo|"
            "intendo reclamare|mi lamento|chiediamo la sostituzione|ne chiediamo|chiedo il rimborso|"
            "chiedo la sostituzione|immediata sostituzione|in mancanza|mi riservo|ci riserviamo|riserva di|"
            "dei danni|risarcimento dei danni|rimborso integrale|nota di accredito|emissione di nota|"
            "nostro stabilimento|controllo qualita|controllo in accettazione|pezzi difettosi|a vostre spese|"
            "vostra responsabilita|codice del consumo|garanzia legale|carta dei servizi|associazione consumatori|"
            "entro 30 giorni|il tecnico"
        ),
        0.6: (
            "difettoso|difettosi|difettose|rotto|rotta|rotti|rotte|guasto|guasta|danneggiato|danneggiati|"
            "danneggiate|arrugginiti|inutilizzabile|utilizzabile|inaccettabile|insoddisfatto|insoddisfatti|"
            "insoddisfazione|disappunto|malfunzionamento|malcontento|spiacevole|deludente|delusi|evidenziare|"
            "rileviamo|riscontrato|riscontrate|constatato|presenta|presentano|anomalia|anomalie|mancanti|"
            "mancano|incompleta|incompleto|errata|errato|errore|errori|ritardi|inadempienza|inadempimento|"
            "difforme|contestata|lamento|lamentela|contestazione|chiediamo|pretendiamo|esigiamo|danni|danno|"
            "risarcire|rimborsare|accreditare|restituzione|restituiamo|rendere|respingiamo|rifiutiamo|lotto|"
            "scarto|scarti|resa|imputabile|addebiteremo|provvedimenti"
        ),
    },
    "letter": {
        1.1: (
            "in riferimento alla|con riferimento alla|facciamo seguito|facendo seguito|rendiamo noto|"
            "vi rendiamo noto|vi segnaliamo|si informa|si trasmette|si trasmettono|vi trasmettiamo|"
            "allegato alla presente|allegati alla presente|vogliate cortesemente|restiamo a disposizione|"
            "resto a disposizione|rimaniamo a disposizione|a disposizione per|per qualsiasi chiarimento|"
            "ulteriori informazioni|nel ringraziare|la ringraziamo|vi ringraziamo|con i migliori saluti|"
            "con osservanza|in fede|egregi signori|egregio dottore|ai gentili clienti|gentile cliente|"
            "gentili clienti|ai clienti|alla clientela|siamo lieti di|abbiamo il piacere|siamo a comunicare|"
            "siamo a comunicarvi|con la presente si|comunichiamo che|si comunica che|a partire dal|"
            "al responsabile|all attenzione|c a|alla c a|p c|e p c|il segretario|il direttore|il presidente|"
            "la direzione|protocollo n|vs lettera|vostra lettera|ns lettera|nostra lettera"
        ),
        0.9: (
            "oggetto|distinti saluti|cordiali saluti|migliori saluti|con la presente|alla cortese attenzione|"
            "gentile|gentili|egregio|spett le|vi informiamo|vi comunichiamo|in allegato|la presente|ns rif|"
            "vs rif|porgiamo|dear|best regards|yours faithfully|sehr geehrte|cordialement|la informiamo|"
            "si comunica|con l occasione|spettabile"
        ),
        0.6: (
            "trasmettiamo|alleghiamo|vogliate|ringraziamo|ringraziando|saluti|cordialmente|cordialita|egregi|"
            "stimato|informiamo|prot|riscontro|riscontriamo"
        ),
    },
    "other": {
        2.0: (
            "informativa sul trattamento|titolare del trattamento|il sottoscritto genitore|"
            "condizioni generali di vendita|polizza n|ricetta medica"
        ),
        1.0: (
            "autolettura|contraente|assicurato|prenotazione|impegnativa|promemoria|turni|turno|"
            "ingresso libero|ore 18|ore 21|vi aspettiamo|in forno|si delibera|ordine del giorno|la seduta|"
            "assenti giustificati|attivita esercitata|risulta regolare|regolarita contributiva|codice ateco|"
            "prezzi iva esclusa franco|franco fabbrica|franco partenza|non costituisce fattura|"
            "non costituisce documento fiscale|non valido ai fini fiscali|non e una fattura|non valida ai fini|"
            "verra emessa fattura|seguira fattura|verra emessa all atto|all atto del pagamento verra|"
            "fattura al pagamento|not a vat invoice|not a tax invoice|this is not|offerte valide|punti vendita|"
            "caratteristiche tecniche|classe energetica|categoria catastale|stato patrimoniale|totale attivo|"
            "patrimonio netto"
        ),
        0.5: (
            "programma|ingredienti|farina|uova|cuocere|grammi|avvertenze|regolazione|accensione|pulizia|"
            "delibera|assemblea|presiede|presenti|amministratori|antipasti|primi|secondi|dolci|contorni|"
            "pizze|promozione|sconti|volantino|domande|risposte|capitolo|paragrafo|figura|dimensioni|"
            "potenza|tensione|particella|subalterno|rendita|attivo|passivo|ricavi|costi"
        ),
    },
}
