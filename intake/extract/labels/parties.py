"""Labels of people and firms, by what they are on the paper. See the package for how phrases are written."""

from __future__ import annotations

PARTIES: dict[str, str] = {
    "supplier": (
        "fornitore|cedente|cedente prestatore|mittente|ditta fornitrice|venditore|prestatore|seller|vendor"
        "|lieferant|fournisseur|emittente|appaltatore|locatore|locatrice|supplier|emesso da|da|dati fornitore"
        "|fornitrice|ditta emittente|il fornitore|prestatore d opera|from|somministrante|il prestatore|noleggiatore"
        "|noi|la scrivente|scrivente|rechnungssteller|verkaufer|vendeur|emetteur"
        "|creditore|spedito da|ditta esecutrice|parte locatrice|fornito da|speditore|concedente"
        "|cedente il bene|depositario|mandatario|comodante|licenziante|subappaltatore|fornitore del servizio"
        "|esecutore|proveedor|vendedor|emisor"
    ),
    "customer": (
        "spett le|spettabile|spett|cliente|cessionario|cessionario committente|destinatario|intestatario"
        "|intestata a|intestato a|fatturare a|committente|bill to|sold to|customer|kunde|client|egr sig|egregio"
        "|conduttore|conduttrice|rechnungsempfanger|facture a|acquirente|dati cliente|ceduto a|gent le|a favore di"
        "|egregio signor|egregi|gentile cliente|il cliente|spett li|cliente destinatario|ns cliente|vs ditta"
        "|somministrato|il committente|debitore|gent mo|gent ma|utilizzatore|parte conduttrice|preventivo per"
        "|offerta per|spettabile ditta|ditta cliente|cliente committente|a carico di|addebitato a|fatturato a"
        "|anagrafica cliente|rechnung an|adresse de facturation|consegnato a|appaltante|stazione appaltante"
        "|destinatario fattura|alla societa|alla ditta|all azienda|allo studio|al sig|alla sig ra|al signor"
        "|alla signora|depositante|mandante|preponente|comodatario|affittuario|licenziatario|concessionario"
        "|sig ditta|spett impresa|spett ditta|spett societa|egregi signori|sigg|spett le ditta|spett le impresa"
        "|an die firma|messrs|invoice to|billed to|destinataire|titolare contratto|intestatario fattura"
    ),
    "ship_to": (
        "destinazione|destinazione merce|luogo di consegna|luogo di destinazione|spedire a|consegna presso|ship to"
        "|lieferadresse|vettore|deliver to|indirizzo di consegna|consegnare a|luogo consegna|trasportatore"
        "|destinazione diversa|sede|sede legale|sede operativa|indirizzo|comune|provincia"
    ),
    "employee": (
        "dipendente|cognome e nome|nome e cognome|cognome nome|nominativo|lavoratore|collaboratore|il sottoscritto"
        "|la sottoscritta|sottoscritto|sottoscritta|employee|nome cognome|il dipendente|la dipendente"
        "|collaboratore valutato|richiedente|prestatore di lavoro|il lavoratore|la lavoratrice|lavoratrice"
        "|nome del dipendente|partecipante|valutato|dipendente valutato|si attesta che|si certifica che"
        "|certifica che|attesta che|conferito a|rilasciato a|candidato|assistito|il signor|la signora|il sig"
        "|la sig ra|sig|sig ra|signor|signora|tra il lavoratore|cognome e nome del dipendente|dati del lavoratore"
        "|generalita|intestatario|discente|corsista|nome e cognome del dipendente|tirocinante|io sottoscritto"
        "|io sottoscritta|mitarbeiter|persona|assicurato|dipendente nome e cognome|nome dipendente|addetto"
        "|collaboratrice|valutata|sig na|gentile|egregio|egr sig|gent ma sig ra|caro|cara|persona valutata|in prova"
        "|risorsa|il tirocinante|il collaboratore|la collaboratrice|l interessato|percettore|beneficiario"
        "|attestato a|la sottoscritto|anagrafica dipendente|spettabile signor|dati dipendente|trasfertista"
        "|viaggiatore|egregio signor|egregio signore|gentile signora|gentile signor|gentile signore"
        "|il la sottoscritto a"
        "|il la sottoscritto|herrn|frau|monsieur|madame|mr|mrs|ms|salarie|empleado|trabajador|arbeitnehmer"
        "|beschaftigter"
    ),
    "other_person": (
        "valutatore|nome valutatore|responsabile|responsabile valutatore|docente|tutor|medico|medico curante|il medico"
        "|direttore|il direttore|legale rappresentante|il legale rappresentante|in persona di|rappresentata da"
        "|superiore|superiore gerarchico|approvato da|autorizzato da|evaluator|manager|reviewer|trainer|dott|dott ssa"
        "|responsabile del progetto formativo|il responsabile|il valutatore|nome del valutatore|cognome del medico"
    ),
    "surname": "cognome|surname|family name|nachname|cognome lavoratore",
    "given_name": "nome|given name|given names|first name|name|vorname|nome lavoratore",
    "employer": (
        "azienda|ragione sociale|datore di lavoro|ditta|societa|denominazione|employer|impresa|datrice di lavoro"
        "|spett le|alla direzione di|alla societa|il datore di lavoro|denominazione datore di lavoro"
        "|cognome o denominazione|denominazione o ragione sociale|arbeitgeber|azienda datrice"
        "|ragione sociale azienda|soggetto ospitante|spettabile|alla cortese attenzione|organizzazione|sostituto"
        "|spett|dati azienda|alla direzione|alle dipendenze di|alle dipendenze della|ente|l azienda|la societa"
        "|datore|denominazione sociale|la ditta|all azienda|datore di lavoro denominazione|denominazione ditta"
        "|alla spett le|direzione del personale di|unita produttiva"
    ),
    "issuer": (
        "ente formatore|soggetto formatore|rilasciato da|organizzato da|ente|ente erogatore|soggetto organizzatore"
        "|a cura di|issuer|ente di formazione|erogato da|soggetto erogatore|soggetto attuatore|formatore"
    ),
    "bank_name": "banca|istituto|bank|istituto di credito|banca depositaria|azienda di credito",
    "account_holder": (
        "intestatario|intestato a|conto intestato a|intestazione|titolare|account holder|spett le"
        "|intestatario del conto|titolare del conto|cliente|spettabile|intestazione conto|intestatari|kontoinhaber"
    ),
    "taxpayer": (
        "contribuente|cognome denominazione o ragione sociale|cognome denominazione|dati anagrafici"
        "|titolare della delega|denominazione|intestatario|ragione sociale|taxpayer|cognome e nome|cognome"
        "|cognome denominazione o ragione|soggetto|soggetto versante|denominazione o ragione sociale"
        "|contribuente titolare|dati contribuente|nominativo|nome contribuente|anagrafica contribuente"
    ),
    "recipient": (
        "spett le|spettabile|destinatario|egr sig|gent mo|a|to|an|gent le|per"
        "|alla societa|alla ditta|all azienda|allo studio|al sig|alla sig ra|al signor|alla signora"
        "|spett|preg mo|alla spett le|egregi signori|inviata a|indirizzata a|egregio"
        "|egregio signor|egregio signore|gentile signora|gentile signor|gentile signore|gentili signori"
        "|spett li|preg ma"
    ),
    "attention": "alla cortese attenzione|alla c a|alla c a del|all attenzione di|c a|alla c a di|attn|z hd|att",
    "sender": "mittente|da|from|absender|expediteur|scrivente|inviato da",
    "subject": "oggetto|subject|betreff|objet|re|ogg|betr|betrifft|asunto|object|concerne|oggetto della richiesta",
}
