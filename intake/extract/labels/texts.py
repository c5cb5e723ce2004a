"""Labels of texts: terms, periods, levels, courses, scores. See the package for how phrases are written."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "payment_terms": (
        "condizioni di pagamento|pagamento|modalita di pagamento|termini di pagamento|condizioni pagamento"
        "|mod pagamento|mod di pagamento|tipo pagamento|payment terms|payment|terms of payment|zahlungsbedingungen"
        "|conditions de paiement|modalita|cond pagamento|terms|modalita pagamento|cond pag|zahlung"
        "|conditions de reglement|pagam|pag to|reglement|modo di pagamento|con pagamento|termini|mod pag|mod pagam"
        "|modpag"
        "|cond pagam|tipo pag|tipo di pagamento|forma di pagamento|forme di pagamento|condizioni pag|term pag|pag"
        "|condizioni e modalita di pagamento|termini e modalita di pagamento|modalita e termini di pagamento"
        "|termini pagamento|termine di pagamento|accordi di pagamento|tipologia pagamento|pagherete|pagamento a mezzo"
        "|condiciones de pago|forma de pago|metodo de pago|pago|terminos de pago|zahlungskonditionen|zahlungsziel"
        "|zahlungsart|zahlungsweise|zahlungsmodalitaten|mode de reglement|mode de paiement|modalites de paiement"
        "|modalites de reglement|delai de paiement|paiement|payment method|method of payment|payment conditions"
        "|settlement terms|credit terms"
    ),
    "payer_bank": (
        "vs banca|vostra banca|banca cliente|banca del cliente|vs appoggio|vs appoggio bancario|vostro appoggio"
        "|vs banca d appoggio|vs banca di appoggio|banca d appoggio cliente|banca di appoggio cliente|appoggio cliente"
        "|banca debitore|banca del debitore|banca domiciliataria|conto di addebito|addebito sul conto|addebito su conto"
        "|addebito su|conto addebito|iban cliente|iban debitore|iban di addebito|banca di addebito|ihre bank|your bank"
        "|votre banque|su banca|vs iban|vostro iban|banca vs|appoggio vs|vostro appoggio bancario"
        "|vs coordinate bancarie"
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
        "|mese paga|mese retr|mese retribuzione|mese retrib|periodo retrib|mese di retribuzione|mensilita di"
        "|paga del mese di"
        "|busta paga del mese di|cedolino paga|prospetto paga|retribuzione mese di|retribuzione mese|mese e anno"
        "|pay month|month|pay date|lohnabrechnung|monat|abrechnung|bulletin de paie|periode|periodo de liquidacion"
        "|periodo liquidacion|mes|busta paga|cedolino|paga mese di|paga mese|competenze del mese di|competenze di"
        "|competenza di|periodo comp|mese comp|per il mese di|for the month of|payslip for"
    ),
    "level": (
        "livello|liv|livello inquadramento|level|inquadramento|livello ccnl|livello contrattuale|qualifica livello"
        "|livello retributivo|inquadramento contrattuale|cat livello|livello qualifica|categoria"
        "|qualifica e livello|livello di inquadramento|liv inq|liv contr|liv ccnl|categoria livello|al livello"
        "|nel livello|inquadrato al livello|grado|livello categoria|inquadrato nel|inquadrata nel|inquadrato al"
        "|inquadrata al|inquadrata al livello|liv cat|liv categoria|cat|qual liv|qualifica liv|livello cat|livello inq"
        "|inq|inquadr|liv inquadr|livello inquadr|livello d inquadramento|livello economico|livello professionale"
        "|livello di appartenenza|livello attribuito|livello assegnato|parametro|par|pay grade|job level|grade|stufe"
        "|gruppe|tarifgruppe|niveau|echelon|coefficient|grupo|nivel|categoria e livello|area|liv retributivo"
        "|del livello|di livello|inquadrato nella categoria|categoria inquadramento|livello ruolo|fascia"
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
        "|della durata di|ore richieste|durata in ore|tot ore|ore tot|totale ore richieste|n ore richieste|nr ore"
        "|n totale ore|numero di ore|numero ore richieste|ore di permesso|ore permesso|quantita ore|durata totale"
        "|durata totale ore|ore complessive|ore frequentate|ore effettuate|totale ore corso|hours|total hours|dauer"
        "|stunden|duree|heures|duracion|horas|qta ore|ore svolte|ore di frequenza|per n ore|per ore"
    ),
    "score": (
        "punteggio|punteggio finale|valutazione complessiva|giudizio complessivo|valutazione finale|voto finale"
        "|punteggio totale|giudizio finale|voto finale ponderato|score|giudizio|rating|totale punteggio|esito"
        "|punteggio complessivo|valutazione globale|esito complessivo|risultato complessivo|overall rating"
        "|punteggio medio|giudizio sintetico|esito finale|sintesi|valutazione di sintesi|voto complessivo"
        "|media ponderata|giudizio di sintesi|giudizio complessivo di sintesi|valutazione sintetica"
        "|punteggio conseguito"
        "|punteggio ottenuto|punteggio ponderato|totale ponderato|totale punti|punti totali|media|media finale|voto"
        "|votazione finale|livello raggiunto|livello complessivo|risultato finale|risultato|overall score|final score"
        "|final rating|overall|gesamtnote|gesamtbewertung|note globale|evaluation globale|valutazione|valutata con"
        "|valutato con|con punteggio|punteggio di|punteggio globale|esito della valutazione|esito valutazione"
        "|giudizio globale|voto medio|total score|indice complessivo|punteggio medio ponderato"
    ),
    "year": (
        "anno|periodo d imposta|relativa all anno|anno d imposta|cu|certificazione unica|anno di riferimento"
        "|redditi corrisposti nel periodo d imposta|relativi all anno|relativo all anno"
    ),
    "phone": "tel|telefono|cell|cellulare|phone|mobile|tel cell|telefono cellulare",
    "email": "e mail|email|mail|posta elettronica",
    "leave_type": (
        "tipo di assenza|tipo assenza|tipologia assenza|tipologia di assenza|tipologia|tipo richiesta"
        "|tipologia richiesta"
        "|tipo di richiesta|causale|causale assenza|motivo assenza|motivo dell assenza|tipo permesso|tipo di permesso"
        "|giustificativo|voce|leave type|type of leave|type of absence|a titolo di|per il seguente motivo|motivazione"
        "|oggetto della richiesta|tipo|assenza|absence type|urlaubsart|natura dell assenza|descrizione giustificativo"
    ),
    "leaving_reason": (
        "tipo di recesso|tipo recesso|tipo comunicazione|tipo di comunicazione|tipologia comunicazione"
        "|tipologia di recesso|tipologia recesso|tipologia di comunicazione|causale|causale di cessazione"
        "|causale cessazione|motivo|motivo cessazione|motivo della cessazione|motivo di cessazione|causa di cessazione"
        "|causa cessazione|reason|reason for leaving|modalita di cessazione|modalita di recesso|motivo recesso"
        "|motivo di recesso|titolo del recesso"
    ),
    # Headings of forms that no field asks for: they tell a row of headings and what the boxes beside a value are about.
    "heading": (
        "qualifica|qualifica professionale|mansione|mansioni|mans|profilo|profilo professionale|ruolo|posizione|reparto"
        "|ccnl|contratto applicato|contratto collettivo|contratto collettivo applicato|contr|centro di costo|cdc"
        "|sesso|cittadinanza|luogo di nascita|comune di nascita|provincia di nascita|residenza|residente in|domicilio"
        "|indirizzo di residenza|indirizzo di domicilio|scatti|scatti anz|scatti anzianita|part time|perc part time"
        "|giorni lavorati|giorni lav|gg lav|gg lavorati|giorni inps|gg inps|giorni detrazioni|gg detrazioni|gg detr"
        "|giorni detr|settimane|ore lavorate|ore ordinarie|ore lav|ore ord|tipo rapporto|rapporto"
        "|tipologia contrattuale"
        "|forma contrattuale|orario|orario di lavoro|ore settimanali|ore settimanali medie|socio lavoratore"
        "|titolo di studio"
        "|livello di istruzione|ente previdenziale|settore ateco|codice ateco|luogo di lavoro|sede di lavoro|valutatore"
        "|responsabile|docente|sede del corso|sede corso|data cess|statura|altezza|stato civile|professione"
    ),
}
