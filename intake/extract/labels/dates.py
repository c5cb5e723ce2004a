"""Labels of dates and times. See the package for how phrases are written."""

from __future__ import annotations

DATES: dict[str, str] = {
    "document_date": (
        "data fattura|data fatt|data di sottoscrizione|inserita il|inserito il|richiesta inserita il"
        "|data documento|data doc|data emissione|data di emissione|emessa il|emesso il|fattura del|documento del"
        "|invoice date|rechnungsdatum|date de facture|data nota|data ricevuta|data ordine|data offerta"
        "|data preventivo|data ddt|data bolla|data del documento|data della fattura|redatto|redatto il"
        "|stipulato il|data stipula|data contratto|datato|in data|date of issue|data richiesta|data rilascio"
        "|rilasciato in data|rilasciato il|data certificato|data invio|data comunicazione|data trasmissione"
        "|inviato il|data del certificato|data di rilascio|presentata il|data presentazione|data colloquio"
        "|colloquio del|data del colloquio|data valutazione|data versamento|versato in data|data pagamento"
        "|data di versamento|estremi del versamento|data di pagamento|data del versamento|lettera del"
        "|data lettera|belegdatum|date d emission|issue date|relazione redatta il|redatta il"
        "|trasmesso il|data della comunicazione|inviata il|data di invio|data inoltro|data di stipula|stipulato"
        "|sottoscritto il|data sottoscrizione|data firma|data della richiesta|data attestato"
        "|conseguito il|concluso il|data conclusione|data svolgimento|svolto il|tenuto il|data corso"
        "|data del colloquio di restituzione|eseguito il|data esecuzione|data addebito|richiesta del|offerta del"
        "|ordine del|del giorno|certificato del|data di trasmissione|bill date|data rapporto|data operazione f 24"
        "|rilascio|data compilazione|compilato il|data accettazione|emissione|data di emissione fattura|data emiss"
        "|data bolletta|data parcella|data fatt ne|data di fatturazione|data fatturazione|data nota credito"
        "|data nota di credito|data offerta|data del preventivo|data dell ordine|data ordine di acquisto"
        "|data quotazione"
        "|data sollecito|data della lettera|fecha de factura|fecha factura|fecha de emision|fecha emision|rechnung vom"
        "|ausstellungsdatum|angebotsdatum|bestelldatum|lieferscheindatum|date de la facture|facture du|date facture"
        "|date du devis|date de commande|order date|quote date|quotation date|credit note date|date issued|dated"
        "|data em|data doc to|data scontrino|data e ora|data ricevuta fiscale"
    ),
    "date": "data|date|datum|dt|giorno|il giorno|li|addi|fecha|dat|data ora",
    "of": "del|dd|in data|vom|du|dated|emessa il|emesso il|il|de fecha|dtd",
    "due_date": (
        "non oltre il|ultimo giorno utile|utile|termine utile|pagare entro|scadenza|scad|scadenze|data scadenza"
        "|scadenza pagamento|pagamento entro il|da pagarsi entro|da pagare entro|entro il|due date|payable by"
        "|fallig am|zahlbar bis|echeance|a payer avant le|scadenza il|pagare entro il|rata|scade il|da regolare"
        "|pagamento al|da pagare il|scaduto il|scaduta il|data scad|scadenza fattura|con scadenza|scadenza rata"
        "|da saldare entro|da versare entro|entro e non oltre il|addebito il|valuta|payment due|due|scadenza al"
        "|rate|saldo entro|in scadenza il|data di scadenza|termine di pagamento|fallig|date d echeance"
        "|scadenza del|scaduto|addebito in conto il|pagabile entro"
    ),
    "birth_date": (
        "nato il|nata il|data di nascita|data nascita|nato a|nata a|nato|nata|nascita|date of birth|nato a il"
        "|luogo e data di nascita|classe|data nasc|data di nasc|geboren am|ne le|nacido el|geburtsdatum"
    ),
    "other_date": (
        "fattura precedente|fattura precedente del|bolletta precedente|bolletta precedente del"
        "|bollette precedenti|con scadenza precedente|consumi dal|lettura attuale|lettura precedente|data ddt"
        "|data registrazione|data stampa|stampato il|data ordine|protocollo del|ricevuto|ricevuto il|arrivato"
        "|consegna|data consegna|data ritiro|consegna prevista|autorizzazione inail|autorizzazione|decreto|d lgs"
        "|pagato il|registrato|registrato il|legge|data arrivo|accredito|valuta"
        "|cessazione|data cessazione|d m|dpr|consegna entro|ore|collaudo|data evento|data variazione|data revisione"
        "|data aggiornamento|data lettura|data rilevazione|data sopralluogo|data intervento|data richiesta offerta"
        "|lieferdatum|leistungsdatum|date de livraison|delivery date|ship date|service date|tax point|data competenza"
        "|data consegna prevista|consegna richiesta|consegna richiesta il|data consegna richiesta|druckdatum|print date"
        "|termine del periodo di prova|fine periodo di prova|fine prova|termine prova|prova fino al"
        "|termine periodo prova|scadenza permesso|scadenza permesso di soggiorno|permesso di soggiorno scadenza"
        "|fine periodo formativo|termine periodo formativo|data fine periodo formativo|scadenza documento"
        "|data scadenza permesso|ultimo scatto|prossimo scatto|fine periodo di apprendistato|data stampa"
        "|scadenza titolo di soggiorno|data accredito|data bonifico|data valuta|rientro previsto|data rientro"
        "|data di rientro"
    ),
    "transport_date": (
        "data trasporto|inizio trasporto|data inizio trasporto|data ritiro|data e ora ritiro|data partenza merce|ritiro"
        "|data e ora inizio trasporto|data e ora trasporto|data spedizione|data e ora di inizio trasporto"
        "|data inizio del trasporto|data del trasporto|data ora trasporto|data e ora partenza|ora e data trasporto"
    ),
    "period_start": (
        "dal|da|periodo dal|inizio periodo|dal giorno|periodo di riferimento|periodo|arco temporale"
        "|periodo osservato|semestre inizio|inizio|from|periodo da|arco temporale osservato|mese|partenza"
        "|data inizio|inizio trasferta|periodo di valutazione|periodo valutato|data partenza|trasferta dal"
        "|dalla data|dal mese|decorre dal|periodo inizio|periodo considerato|periodo valutazione"
    ),
    "period_end": (
        "al|a|periodo al|fine periodo|al giorno|semestre fine|fine|to|until|rientro|data fine|saldo al"
        "|fine trasferta|data rientro|alla data|chiusura al|periodo fine|saldo finale al|estratto conto al"
        "|situazione al"
    ),
    "start_date": (
        "beginnt am|beginn|beginn am|ab dem|commencing on|commencing|starting|starting on|starting from"
        "|with effect from"
        "|effective|effective from|effective date|commencement date|prend effet le|a compter du|desde el|a partir del"
        "|con inizio il|con inizio dal|inizio il|decorre dal giorno|decorrera dal|prendera servizio dal"
        "|prende servizio il"
        "|assunzione decorre dal|assunta a far data dal|si e concordato dal|da oggi fino al"
        "|dal giorno compreso|per il giorno|per la giornata del|data di avvio|primo giorno di prova|data inizio"
        "|inizio|decorrenza"
        "|a decorrere dal|dal|dal giorno|con decorrenza|decorrenza dal|data inizio rapporto|data di inizio"
        "|inizio rapporto|ammalato dal|con decorrenza dal|a partire dal|data assunzione|data decorrenza"
        "|validita dal|valido dal|inizio malattia|da oggi|in servizio dal|primo giorno|efficacia dal"
        "|assunzione dal|a far data dal|decorre dal|a far tempo dal|dal dichiara|inizio prognosi|inizio assenza"
        "|primo giorno di assenza|start date|assente dal|data di decorrenza|malattia dal|prendera servizio il|da"
        "|inizio lavoro|inizio del rapporto|ha efficacia dal|avra inizio il|avra inizio|effetto dal"
        "|giorno di inizio|dal giorno di|inizio contratto|decorrenza il|dichiara di essere ammalato dal"
        "|data inizio malattia|assunto dal|effetto|con effetto dal|durata dal|avvio|avvio rapporto"
        "|decorrenza contratto|inizio validita|presa servizio"
        "|commencement date|commence on|commences on|commencing on|starting on|with effect from|effective from"
        "|effective date|begins on|start of employment|first day of leave|beginn|beginn am|eintritt am"
    ),
    "end_date": (
        "endet am|befristet bis|befristet bis zum|bis|bis zum|until|ending on|ending|expires on|expiring on"
        "|terminates on"
        "|jusqu au|hasta el|last working day|last day|last day of work|my last day|my last day will be"
        "|letzter arbeitstag"
        "|ultimo di lavoro|data fine proroga|fine proroga|proroga al|prorogato al|prorogata al|proroga fino al"
        "|si intendera risolto alla data del|si risolvera il|risolto alla data del|con cessazione il|scadra in data"
        "|avra termine il|ha termine il|data fine contratto|data di conclusione|conclusione"
        "|data conclusione|intendera cessato il|cessato il|cessata il|data fine"
        "|fine|al|al giorno|data fine rapporto|fine rapporto|scadenza|termine|termine del rapporto|data scadenza"
        "|prognosi a tutto il|a tutto il|fino al|scadenza contratto|data termine|validita al|data cessazione"
        "|ultimo giorno|ultimo giorno di lavoro|cessazione|fino a tutto il|prognosi clinica a tutto il|sino al"
        "|ultimo giorno di servizio|data di cessazione|data di scadenza|termine il|cessera il"
        "|ultimo giorno lavorativo|end date|data decorrenza|con termine al|cessera|prognosi"
        "|ultimo giorno di assenza|fine assenza|fine malattia|rientro|con scadenza il|con termine il|e fino al"
        "|con effetto dal|giorno di fine|scadenza del contratto|fine prognosi|cessa il"
        "|ultimo giorno di lavoro sara il|fine contratto|scade il|fino|al compreso|ultima giornata"
        "|rapporto cessa il|scadra il|a|termine finale|cessazione al|si risolve il|con decorrenza dal"
        "|con decorrenza|termina il|terminera il|cessa|a far data dal|termine rapporto|ultima giornata di lavoro"
        "|fine validita|risoluzione al"
        "|ending on|ends on|until|expires on|expiring on|terminating on|last working day|last day of work|last day"
        "|termination date|last day of employment|letzter arbeitstag|bis zum"
    ),
    "hire_date": (
        "data assunzione|data di assunzione|assunto il|assunta il|assunto|assunto dal|assunzione|in azienda dal"
        "|dal|data ass|hire date|inizio rapporto|ass il|data inizio|data ass ne|anzianita dal|assunta dal"
        "|dt assunzione|dt ass|data inizio rapporto|in forza dal|eintrittsdatum|decorrenza rapporto|assunta"
        "|data assunz|dt assunz|assunz|ass|d assunzione|data di assunz|data ass ne|assunzione il|assunto in data"
        "|assunta in data|data inizio lavoro|in servizio dal|data ingresso|data anzianita|anzianita|dipendente dal"
        "|date of hire|start date|hired|hired on|employed since|joined|eintritt|beschaftigt seit|date d entree"
        "|date d embauche|fecha de alta|fecha ingreso|antiguedad|assunzione dal|data decorrenza rapporto|ass dal"
    ),
    "valid_until": (
        "valido fino al|valida fino al|validita|validita offerta|validita dell offerta|offerta valida fino al"
        "|scadenza|data scadenza|data di scadenza|valid until|expiry|scade il|valevole fino al|scadenza offerta"
        "|date of expiry|da rinnovare entro|rinnovo entro|aggiornamento entro|aggiornamento entro il"
        "|aggiornare entro|validita fino al|fino al|scadenza attestato|expiry date|gultig bis|valable jusqu au"
        "|entro il|prezzi validi fino al|offerta valida sino al|valido sino al|scadenza validita"
        "|da aggiornare entro|valida al|valido al|data scad|prossimo aggiornamento|validita sino al"
        "|prezzi garantiti fino al|termine validita|aggiornamento previsto entro il|offerta valida al"
        "|prezzi bloccati fino al|scadenza il|proposta valida fino al|rinnovo entro il|offre validita fino al"
        "|validita al|scadenza preventivo"
    ),
}
