"""Which words speak for which kind of paper about people: data, no logic; see `intake.kinds.lexicon`."""

from __future__ import annotations

PEOPLE: dict[str, dict[float, str]] = {
    "payslip": {
        1.5: (
            "totale competenze|totale trattenute|netto in busta|netto del mese|netto busta|imponibile inps|"
            "imponibile irpef|contributo ivs|ritenute irpef|trattenute|paga base|scatti di anzianita|"
            "superminimo|tfr|matricola|livello|addizionale regionale|competenze|voce|ratei|ferie|rol|"
            "permessi|posizione inps|pat inail|netto da pagare|ore lavorate|totale ritenute|data assunzione|"
            "detrazioni|contingenza|imponibile fiscale|qualifica|residuo|scatti anzianita|quota tfr|ivs|"
            "rit sociali|ritenute sociali|ritenute previdenziali|pos inps|posizione assicurativa|gg lav|"
            "gg retribuiti|ore lav|livello retributivo|totale ritenute sociali|imposta netta|"
            "retribuzione ordinaria|retribuzione utile tfr|retribuzione mensile|retribuzione di fatto|"
            "retribuzione oraria|ore ordinarie|ore straordinarie|lavoro straordinario|13 mensilita|"
            "rateo tredicesima|ratei tredicesima|netto a pagare|netto mese|netto paga|netto corrisposto|"
            "netto pagato|totale netto|contributi inps|contributi fap|contributo fap|inps lavoratore|"
            "irpef lorda|irpef netta|imposta lorda|detrazioni lavoro dipendente|addizionale comunale|bonus 100|"
            "trattamento integrativo|trattamento integrativo l 21|assegno nucleo|assegni familiari|"
            "indennita di funzione|e d r|terzo elemento|minimo tabellare|minimo contrattuale|paga oraria|"
            "elementi della retribuzione|elementi retribuzione|giorni lavorati|gg lavorati|gg inps|gg detr|"
            "giorni detrazione|ore retribuite|ferie residue|ferie godute|ferie maturate|permessi residui|"
            "residuo a p|residuo ap|data di assunzione|data ass|cod dip|codice dipendente|cod dipendente|"
            "posizione inail|datore di lavoro|lavoratore domestico|assunto il|par time|part time|"
            "prossimo scatto|imponibile contributivo|imponibile previdenziale|fondo tfr|quota t f r|"
            "tfr maturato|competenze lorde|totale lordo|retribuzione lorda|festivita godute|da corrispondere|"
            "livello e qualifica"
        ),
        0.8: (
            "spettanze|straordinario|straordinari|tredicesima|quattordicesima|fap|contributi|irpef|"
            "arrotondamento|arrotondamenti|indennita|edr|maturato|goduto|maturate|godute|saldo|inail|"
            "datore|colf|badante|scatto|ccnl|lordo|ctr|divisore|festivita|mensilizzato|operaio|impiegato"
        ),
    },
    "employment_contract": {
        1.2: (
            "periodo di prova|patto di prova|ccnl|retribuzione annua lorda|ral|mensilita|inquadramento|"
            "mansioni|orario di lavoro|sede di lavoro|preavviso|livello|assume|assunta|assunto|"
            "tempo indeterminato|tempo determinato|apprendistato|104 2022|datore di lavoro|lavoratore|"
            "decorrenza|prestatore di lavoro|trattamento economico|retribuzione|per accettazione|"
            "datrice di lavoro|rapporto di lavoro|alle dipendenze|indennita di partecipazione|soggetto ospitante|"
            "tirocinante|tutor|la assumiamo|di assumerla|sara assunto|sara assunta|viene assunto|"
            "viene assunta|alle nostre dipendenze|confermarle l assunzione|la sua assunzione|la sua retribuzione|"
            "la retribuzione|retribuzione lorda|retribuzione lorda annua|retribuzione mensile|"
            "retribuzione mensile lorda|lordi annui|lorda annua|14 mensilita|13 mensilita|quattordici mensilita|"
            "tredici mensilita|qualifica di|con la qualifica|con mansioni|con mansioni di|mansioni di|"
            "orario settimanale|40 ore settimanali|ore settimanali|tempo pieno|full time|part time|"
            "a tempo parziale|luogo di lavoro|sede lavorativa|contratto collettivo|"
            "contratto collettivo nazionale|minimo tabellare|81 2015|152 1997|art 19|periodo di prova di|"
            "giorni di prova|mesi di prova|inizio del rapporto|inizio rapporto|data di inizio|prendera servizio|"
            "ferie annue|trattamento dei dati|livello di inquadramento|sara inquadrato|sara inquadrata|"
            "obbligo di fedelta|patto di non concorrenza|termine del contratto|contratto a termine|"
            "a tempo indeterminato|a tempo determinato|colloqui intercorsi|siamo lieti di|ticket restaurant|"
            "buoni pasto|piano formativo|copia della presente|smart working|lavoro agile"
        ),
        0.6: (
            "assunzione|assumerla|qualifica|mansione|settimanali|prova|presentarsi|ferie|inquadrato|"
            "inquadrata|diligenza|impiegato|impiegata|operaio|quadro|stage|stagista|formativo|apprendista|"
            "datrice"
        ),
    },
    "hiring_notice": {
        2.5: (
            "sistema informativo lavoro|dati invio|dati lavoratore|dati datore|dati datore di lavoro|"
            "dati rapporto|comunicazione obbligatoria|comunicazioni obbligatorie|unificato lav"
        ),
        1.5: (
            "data invio|codice comunicazione|tipologia contrattuale|quadro lavoratore|quadro datore di lavoro|"
            "ministero del lavoro|tipo comunicazione|protocollo|data inizio rapporto|ente previdenziale|"
            "qualifica professionale|comunicazione preventiva|datore di lavoro|centro per l impiego|data inizio|"
            "cittadinanza|codice sistema|data di trasmissione|rapporto di lavoro|codice regionale|"
            "data trasmissione|soggetto che effettua la comunicazione|soggetto che effettua|assolve gli obblighi|"
            "tipologia comunicazione|motivo comunicazione|quadro 1|quadro 2|quadro 3|inizio rapporto|"
            "fine rapporto|data fine rapporto|data fine|sede operativa|sede legale|livello di istruzione|"
            "titolo di studio|comunicazione n|permesso di soggiorno|socio lavoratore|lavoratore in mobilita|"
            "ore settimanali medie|livello retributivo|ccnl applicato|retribuzione compenso|codice ateco|"
            "posizione previdenziale|soggetto abilitato|forza maggiore|comunicazione effettuata|servizi lavoro|"
            "sistema informativo|codice univoco|codice fiscale lavoratore|codice fiscale datore"
        ),
        1.2: ("unilav"),
        0.8: (
            "obbligatoria|assunzione|proroga|trasformazione|cessazione|settore|domicilio|tipologia|orario|"
            "agevolazioni|patronato|inail|ateco|pat|delegato|anpal|cliclavoro|lavoratore|comunicazioni"
        ),
    },
    "termination_letter": {
        2.0: (
            "risolvere consensualmente|risolvere il rapporto|risolvono consensualmente|convengono di risolvere|"
            "incentivo all esodo|risoluzione del rapporto|cessare il rapporto|risolto il rapporto|"
            "risolve il rapporto di lavoro|risolve il rapporto|superamento del periodo di comporto|periodo di comporto|"
            "tfr e le altre competenze|competenze di fine rapporto"
        ),
        1.2: (
            "ultimo giorno|ultimo giorno di lavoro|preavviso|rassegno|dimissioni|licenziamento|recesso|"
            "giusta causa|giustificato motivo|risoluzione|dimissionario|le comunichiamo|rapporto di lavoro|"
            "cessera|in fede|a far data|decorrenza|tfr|spettanze|consensualmente|restituzione|"
            "intendo lasciare|lasciare il proprio|lasciare il mio|posto di lavoro|recedere dal|"
            "recedere dal rapporto|le intimiamo|mi dimetto|si dimette|interrompere il rapporto|cessera di|"
            "cessare dal servizio|termini di preavviso|periodo di preavviso|indennita sostitutiva|"
            "indennita sostitutiva del preavviso|mancato preavviso|esonero dal preavviso|rinuncia al preavviso|"
            "lasciare l azienda|esperienza maturata|esperienza professionale|soppressione della sua posizione|"
            "soppressione del posto|motivo oggettivo|giustificato motivo oggettivo|giustificato motivo soggettivo|"
            "604 1966|604 66|l 604|motivi personali|nuova opportunita|altra opportunita|"
            "ultimo giorno in servizio|ultimo giorno di servizio|ultimo giorno lavorativo|"
            "competenze di fine rapporto|competenze finali|fine rapporto|trattamento di fine rapporto|"
            "tfr spettante|materiale aziendale|con effetto immediato|effetto dal|effetto immediato|"
            "non superamento|non ha superato|non superato|periodo di comporto|procedimento disciplinare|"
            "contestazione disciplinare|comune accordo|parti convengono|in essere|decorrere dal|"
            "grave inadempimento|art 2118|art 2119"
        ),
        0.6: (
            "recedere|intimiamo|licenziarla|licenziato|licenziata|dimissionaria|dimettermi|dimettersi|"
            "irrevocabile|irrevocabili|irrevocabilmente|interrompere|cessare|cessato|cessata|cessazione|"
            "esonerare|esonerato|esonerata|ringrazio|soppressione|riassetto|riorganizzazione|badge|"
            "restituire|riconsegnare|comporto|addebiti|rinunciano|reparto|2118|2119"
        ),
    },
    "leave_request": {
        1.3: (
            "ferie|permesso|permessi|rol|legge 104|104 92|dal giorno|al giorno|il sottoscritto|"
            "la sottoscritta|chiede|firma del responsabile|firma richiedente|autorizzato|visto si autorizza|"
            "firma del dipendente|richiede|motivo|dalle ore|alle ore|approvazione|congedo|giorni|ore|"
            "il responsabile|richiedente|non autorizzato|tipo di assenza|tipo assenza|causale|approvato|"
            "permesso retribuito|congedo parentale|ex festivita|poter usufruire|di poter usufruire|poter fruire|"
            "potermi assentare|chiedo di|io sottoscritto|io sottoscritta|nulla osta|nulla osta della direzione|"
            "visto del responsabile|visto responsabile|visto del capo reparto|capo reparto|firma dipendente|"
            "firma del richiedente|firma del lavoratore|in approvazione|stato richiesta|non approvato|"
            "si concede|non si concede|si autorizza|dal al|ex fest|festivita soppresse|donazione sangue|"
            "visita medica|motivi familiari|motivi personali|non retribuito|ore di permesso|giorni di ferie|"
            "giorni di permesso|n ore|n giorni|totale giorni|totale ore|giornata intera|mezza giornata|"
            "tipo permesso|tipologia assenza|tipologia di assenza|33 legge|l 104|151 2001|data richiesta|"
            "portale del dipendente|ufficio personale|residuo ferie|ferie residue"
        ),
        0.7: (
            "nominativo|reparto|fruire|usufruire|fruizione|assentarmi|assentarsi|assenza|assente|chiedo|"
            "richiedo|approvatore|approvata|rifiutata|respinta|concesso|autorizza|aspettativa|matrimoniale|"
            "maternita|paternita|parentale|lutto|gg|assistere|assistenza|familiare|handicap|responsabile|"
            "rientro"
        ),
    },
    "sick_note": {
        2.0: (
            "prognosi|puc|ammalato dal|a tutto il|ricaduta|continuazione|reperibilita|medico|"
            "numero di protocollo|inps|malattia|stato di malattia|dal medico|visita|lavoratore|"
            "indirizzo di reperibilita|data rilascio|numero protocollo|copia per il datore di lavoro|diagnosi|"
            "medico curante|assenza malattia|in malattia|sono in malattia|malattia dal|certificato prot|"
            "protocollo certificato|numero certificato medico|codice puc|riposo e cure|giorni di riposo|"
            "giorni di prognosi|giorni di malattia|necessita di|affetto da|affetta da|da me visitato|"
            "in data odierna|inizio malattia|fine malattia|data inizio malattia|data fine prognosi|"
            "fine prognosi|decorrenza malattia|salvo complicazioni|s c|medico di medicina generale|"
            "medico di base|azienda sanitaria|studio medico|visita ambulatoriale|visita domiciliare|tipo visita|"
            "prima certificazione|cognome e nome del medico|dati del lavoratore|dati del medico|"
            "fascia di reperibilita|fasce di reperibilita|visita fiscale|dati della prognosi|causa di servizio|"
            "pronto soccorso|inabile al lavoro|incapace al lavoro|assente dal lavoro|assenza per malattia|"
            "attestato n|codice certificato|numero certificato|evento traumatico|terapia salvavita|"
            "viene dichiarato ammalato"
        ),
        1.0: (
            "riposo|visitato|sindrome|influenzale|febbre|ssn|asl|ambulatorio|ambulatoriale|domiciliare|"
            "inizio|agevolazioni|ricovero|dimissione|guarigione|inabilita|certifico"
        ),
    },
    "tax_certificate": {
        2.0: (
            "sostituto d imposta|sostituto|dati fiscali|dati previdenziali|ritenute irpef|addizionale regionale|"
            "redditi di lavoro dipendente|percipiente|periodo d imposta|322 1998|agenzia delle entrate|"
            "dati anagrafici|redditi|redditi di lavoro|addizionale comunale|ritenute operate|"
            "ritenute irpef punto|somme corrisposte|sono stati corrisposti|compensi corrisposti|compenso lordo|"
            "redditi di lavoro autonomo|lavoro autonomo|provvigioni e redditi diversi|redditi diversi|"
            "lavoro dipendente e assimilati|addizionale comunale all irpef|addizionale regionale all irpef|"
            "previdenza complementare|detrazioni e crediti|detrazioni per lavoro dipendente|credito bonus irpef|"
            "n giorni|sezione inps|imponibile previdenziale|contributi versati|contributi dovuti|"
            "inps lavoratori subordinati|trattamento di fine rapporto|oneri detraibili|versate all erario|"
            "dati relativi al dipendente|dati relativi al datore|dati relativi al percettore|punto 1|"
            "ente pensionistico|redditi esenti|redditi certificati|tipologia reddituale|nell anno|"
            "nell anno 2025|nell anno 2024|nell anno 2023|anno d imposta|anno 2025|ammontare lordo corrisposto|"
            "ammontare lordo|imponibile irpef|ritenute a titolo d acconto|ritenute previdenziali|"
            "familiari a carico|scelta dell otto per mille|otto per mille|600 1973|600 73"
        ),
        1.0: ("assimilati|detrazioni|giorni|erario|percettore|casella|certifica|causale|730"),
    },
    "training_certificate": {
        1.5: (
            "corso|durata|ore|formazione|ha frequentato|ha partecipato|81 08|81 2008|docente|e learning|"
            "accordo stato regioni|superato|aggiornamento|formatore|verifica finale|si attesta che|"
            "ente formatore|soggetto formatore|ha completato|partecipante|programma|con profitto|"
            "esito positivo|valido fino al|responsabile del corso|conferito a|rilasciato a|rilasciata a|"
            "il presente attestato|ha superato|ha seguito|ha concluso|ha svolto|aver concluso|aver frequentato|"
            "aver superato|per aver|percorso formativo|rischio medio|rischio basso|rischio alto|"
            "rischio specifico|primo soccorso|carrello elevatore|lavori in quota|sicurezza sul lavoro|"
            "formazione generale|formazione specifica|formazione obbligatoria|art 37|d lgs 81|dlgs 81|"
            "direttore del corso|responsabile del progetto formativo|soggetto organizzatore|ente bilaterale|"
            "crediti formativi|monte ore|n ore|della durata|durata di|durata ore|ore complessive|"
            "ore di formazione|in aula|in presenza|sede del corso|data del corso|test finale|test di verifica|"
            "verifica di apprendimento|validita 5 anni|il docente|attesta che|attestato n|codice attestato|"
            "21 12 2011"
        ),
        0.8: (
            "conferisce|rilascia|percorso|antincendio|preposto|rspp|rls|aspp|dirigenti|addetto|addetti|"
            "carrelli|muletto|haccp|ponteggi|sicurezza|direttore|organizzatore|cfp|ecm|videoconferenza|fad|"
            "webinar|modulo|moduli|argomenti|contenuti|validita|quinquennale|scadenza|docenti|discente|"
            "corsista|allievo|attesta|qualificazione|abilitazione|livello|lezioni|frequenza|profitto|"
            "accademia|academy|partecipazione"
        ),
    },
    "evaluation": {
        1.5: (
            "obiettivi|obiettivo|valutatore|punteggio|peso|punti di forza|aree di miglioramento|colloquio|"
            "giudizio|competenze|risultato|valutato|voto|giudizio complessivo|valutazione complessiva|"
            "collaboratore|apprendimento|criterio|fattore|punteggio finale|obiettivi assegnati|feedback|"
            "valutazione|valutato da|responsabile diretto|firma del valutatore|firma del valutato|"
            "firma valutato|qualita del lavoro|problem solving|lavoro di squadra|lavoro in team|"
            "capacita relazionali|competenze tecniche|competenze trasversali|conoscenze tecniche|"
            "orientamento al risultato|orientamento al cliente|parzialmente raggiunto|grado di raggiungimento|"
            "livello raggiunto|scala da 1|scala 1 5|da 1 a 5|da 1 a 10|sopra le attese|in linea con le attese|"
            "sotto le attese|in linea|giudizio finale|giudizio sintetico|giudizio globale|"
            "commento del valutatore|commenti del valutatore|osservazioni del responsabile|piano di sviluppo|"
            "azioni di sviluppo|da sviluppare|da migliorare|margini di miglioramento|formazione proposta|"
            "periodo di valutazione|periodo di riferimento|periodo valutato|anno di riferimento|"
            "punteggio complessivo|punteggio totale|punteggio medio|totale punti|esito positivo|ha superato|"
            "superato positivamente|prova superata|punti di debolezza|aspetti positivi"
        ),
        0.8: (
            "valutazioni|valutata|autonomia|puntualita|flessibilita|iniziativa|proattivita|leadership|"
            "comunicazione|capacita|comportamenti|comportamento|affidabilita|disciplina|rendimento|"
            "performance|indicatore|indicatori|kpi|target|raggiunto|raggiunti|raggiungimento|scala|"
            "eccellente|ottimo|buono|sufficiente|adeguato|insufficiente|commento|commenti|osservazioni|"
            "sviluppo|miglioramento|autovalutazione|media|esito|criticita|valutatrice|rating|premio|mbo"
        ),
    },
    "cv": {
        1.5: (
            "esperienza lavorativa|esperienze professionali|esperienza professionale|istruzione|competenze|"
            "lingue|diploma|laurea|patente|istruzione e formazione|profilo|esperienze|"
            "autorizzo il trattamento|dati personali|madrelingua|informazioni personali|formazione|hobby|"
            "contatti|studi|titolo conseguito|capacita e competenze|interessi|work experience|education|"
            "skills|percorso|nazionalita|autorizza il trattamento|nato a|nata a|data e luogo di nascita|"
            "telefono cellulare|e mail|titoli di studio|titolo di studio|conoscenze linguistiche|"
            "competenze linguistiche|lingue straniere|lingua madre|madre lingua|livello b 1|livello b 2|"
            "livello c 1|b 1|b 2|c 1|competenze informatiche|conoscenze informatiche|competenze digitali|"
            "competenze tecniche|capacita e competenze personali|capacita relazionali|soft skill|patente b|"
            "patente di guida b|diploma di|laurea in|laurea triennale|laurea magistrale|istituto tecnico|"
            "110 110|a oggi|in corso|principali mansioni|datore di lavoro|obiettivi professionali|"
            "profilo personale|chi sono|su di me|tempo libero|pacchetto office|ms office|microsoft office|"
            "gdpr 679|679 2016|196 2003|196 03|ai sensi del d lgs 196|art 13|disponibilita a trasferte|"
            "formazione professionale|date da a"
        ),
        0.8: (
            "cellulare|linkedin|inglese|francese|tedesco|spagnolo|automunito|automunita|maturita|universita|"
            "liceo|perito|voto|votazione|master|tirocinio|stage|presso|oggi|attualmente|mansioni|ruolo|"
            "responsabilita|presentazione|referenze|pubblicazioni|certificazioni|volontariato|excel|autorizzo|"
            "disponibile|occupazione|carriera"
        ),
    },
    "identity_document": {
        1.5: (
            "repubblica italiana|cognome|nome|luogo e data di nascita|data di nascita|luogo di nascita|statura|"
            "cittadinanza|sesso|surname|name|comune di|date of birth|place of birth|data di scadenza|"
            "scadenza|expiry|ministero dell interno|rilasciata il|firma del titolare|data di emissione|"
            "stato civile|residenza|professione|emissione|nationality|given names|luogo nascita|data nascita|"
            "comune di residenza|indirizzo di residenza|firma titolare|segni particolari|colore occhi|"
            "valida fino al|data di rilascio|date of issue|rilasciato da|rilasciato dal|issuing authority|"
            "mit uco|il sindaco|ufficio anagrafe|numero tessera|numero di identificazione della tessera|"
            "numero identificazione personale|numero identificazione istituzione|codice fiscale|tipo type|"
            "codice paese|passaporto n|passport no|unione europea|european union|document number|documento n|"
            "cognome surname|nome name|motivo del soggiorno|ssn min salute|ministero economia e finanze|"
            "agenzia delle entrate|impronte digitali|estremi atto di nascita"
        ),
        0.8: (
            "connotati|capelli|occhi|height|sex|validity|validita|autorita|authority|mctc|questura|"
            "questore|prefettura|sindaco|italiana|tessera|regione|provincia|repubblica|republic|ministero|"
            "categoria|categorie|titolare|holder|cittadino|soggiornanti|genitori"
        ),
    },
}
