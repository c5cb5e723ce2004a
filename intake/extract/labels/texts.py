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
    "payment_method": (
        "pagamento|modalita di pagamento|metodo di pagamento|pagato con|pagamento elettronico|mezzo di pagamento"
        "|tipo pagamento|forma di pagamento|a mezzo|versata a mezzo|payment method|tramite"
    ),
    "period": (
        "periodo di retribuzione|periodo di paga|periodo|mese|mese di competenza|periodo retribuzione|competenza"
        "|mese retribuito|stipendio di|mensilita|mese di|periodo paga|retribuzione di|cedolino di"
        "|cedolino del mese di|busta paga di|mese anno|mese di riferimento|pay period|paga di|mese di paga"
        "|relativo al mese di|periodo di riferimento|competenza mese|abrechnungsmonat|retribuzione del mese di"
        "|mese paga|busta paga|cedolino|cedolino paga|mese retr|retribuzione mese|lohnabrechnung|abrechnung"
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
