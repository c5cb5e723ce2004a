"""Papers about people at work, worded as few word them: told by what they are, not by what they mention."""

from __future__ import annotations

import pytest

from intake.classify import classify
from tests.typeset import page_of

PAPERS = [
    (
        "payslip",
        """
        AZIENDA BETA SRL            MESE: MARZO 2026           COD. DIP. 0044
        COGNOME E NOME  POLI GIANNI      LIV. 4      DATA ASS. 01/02/2019
        VOCE   DESCRIZIONE            ORE/GG     BASE     TRATTENUTE   SPETTANZE
        1      Retribuzione ordinaria   26       61,20                  1.591,20
        Z01    Contributi FAP                   1.591,20    146,23
        NETTO A PAGARE   1.288,00
    """,
    ),
    (
        "payslip",
        """
        # Lohnabrechnung März 2026
        Arbeitnehmer: Hans Gruber    Steuerklasse I
        Bruttolohn 3.000,00
        Lohnsteuer 400,00   Rentenversicherung 280,00
        Auszahlungsbetrag 2.100,00
    """,
    ),
    (
        "payslip",
        """
        Beta Ltd        Pay advice
        Employee: A. Smith   NI number QQ123456C   Tax code 1257L   Pay date 28/03/2026
        Basic pay 2,000.00    PAYE tax 190.00    National insurance 95.00
        Net pay 1,715.00
    """,
    ),
    (
        "payslip",
        """
        Prospetto delle competenze - mensilità di febbraio 2026
        Lavoratore domestico: Elena Popa    Datore: famiglia Conti
        Ore lavorate 100 x 8,50      850,00
        Rateo tredicesima 70,83
        A dedurre contributi INPS 12,00
        Da corrispondere al lavoratore  908,83
    """,
    ),
    (
        "employment_contract",
        """
        Gentile dott.ssa Poli,
        facendo seguito ai colloqui intercorsi siamo lieti di confermarLe l'assunzione alle nostre dipendenze
        a far data dal 1 aprile 2026, con la qualifica di impiegata, inquadramento al 3° livello CCNL Commercio,
        periodo di prova 60 giorni. La retribuzione annua lorda sarà di € 27.000 in 14 mensilità.
        Voglia restituirci copia della presente firmata per accettazione.
    """,
    ),
    (
        "employment_contract",
        """
        # Arbeitsvertrag
        zwischen Beta GmbH und Herrn Hans Gruber
        Das Arbeitsverhältnis beginnt am 01.04.2026. Probezeit drei Monate. Bruttogehalt 3.000 EUR.
    """,
    ),
    (
        "employment_contract",
        """
        OFFER OF EMPLOYMENT
        We are pleased to offer you the position of analyst. Your start date will be 1 May 2026.
        Your annual base salary will be 40,000. The probation period is six months.
    """,
    ),
    (
        "employment_contract",
        """
        TRA la ditta Beta Srl (datrice di lavoro) E il sig. Gianni Poli (prestatore di lavoro)
        si stipula il presente contratto a termine ai sensi dell'art. 19 D.Lgs. 81/2015
        Mansione: magazziniere    Orario: 40 ore settimanali    Termine: 31/12/2026
        Trattamento economico: minimo tabellare del CCNL Logistica
    """,
    ),
    (
        "hiring_notice",
        """
        Sistema informatico CO - ricevuta di trasmissione
        Codice comunicazione 1200026200012345
        Tipologia: Proroga      Lavoratore POLI GIANNI    Data fine rapporto 30/09/2026
        Datore di lavoro BETA SRL     Soggetto che effettua la comunicazione: Studio Rossi
        La presente comunicazione assolve gli obblighi verso INPS, INAIL e Centro per l'impiego
    """,
    ),
    (
        "hiring_notice",
        """
        UniLav
        Quadro 1 Datore di lavoro      Quadro 2 Lavoratore      Quadro 3 Inizio rapporto
        Data inizio 01/04/2026   Tipologia contrattuale A.02.00   CCNL 042
    """,
    ),
    (
        "termination_letter",
        """
        Alla cortese attenzione dell'ufficio del personale
        La sottoscritta Anna Neri comunica che intende lasciare il proprio posto di lavoro a decorrere
        dal 1 giugno 2026, nel rispetto dei termini di preavviso previsti dal CCNL.
        Ringrazio per l'esperienza professionale maturata in azienda.
    """,
    ),
    (
        "termination_letter",
        """
        Egregio sig. Poli,
        ci vediamo costretti a recedere dal rapporto di lavoro con Lei in essere per giustificato motivo oggettivo,
        consistente nella soppressione della Sua posizione. L'ultimo giorno di servizio sarà il 30/04/2026.
    """,
    ),
    (
        "termination_letter",
        """
        # Kündigung
        Hiermit kündige ich mein Arbeitsverhältnis fristgerecht zum 30.06.2026.
    """,
    ),
    (
        "termination_letter",
        """
        Dear Mr Brown,
        please accept this letter as formal notice of my resignation. My last working day will be 31 May 2026.
    """,
    ),
    (
        "leave_request",
        """
        MODULO ASSENZE
        Nominativo: Gianni Poli   Reparto: logistica
        [X] ferie   [ ] ROL   [ ] ex fest.   [ ] L. 104
        dal 03/08 al 14/08/2026   gg. 10
        Visto del capo reparto ______
    """,
    ),
    (
        "leave_request",
        """
        Oggetto: domanda per usufruire di permessi ex legge 104/92
        Io sottoscritta Anna Neri chiedo di potermi assentare il 5 e il 12 maggio 2026 per assistere mia madre
        Firma ______       Nulla osta della direzione ______
    """,
    ),
    (
        "leave_request",
        """
        Time off request
        Employee: Ann Smith     Type: annual leave
        From 3 Aug 2026 to 14 Aug 2026      Manager approval: ____
    """,
    ),
    (
        "leave_request",
        """
        Portale del dipendente - Assenza n. 5512
        Stato: APPROVATA   Tipo: ferie   Dal 03/08/2026   Al 07/08/2026   Giorni 5
        Richiedente Gianni Poli    Approvatore Carla Ferri
    """,
    ),
    (
        "sick_note",
        """
        INPS - Certificati telematici
        Attestato n. 330112233    Lavoratore: POLI GIANNI
        Data inizio malattia 02/03/2026    Data fine prognosi 06/03/2026
        Il medico: dott. Serra
    """,
    ),
    (
        "sick_note",
        """
        Si certifica che il sig. Gianni Poli, da me visitato in data odierna, è affetto da sindrome influenzale
        e necessita di giorni 5 (cinque) di riposo e cure s.c. a partire dal 2/3/2026.
        Il medico di medicina generale dott. Serra
    """,
    ),
    (
        "sick_note",
        """
        # Arbeitsunfähigkeitsbescheinigung
        Erstbescheinigung    arbeitsunfähig seit 02.03.2026   voraussichtlich bis 06.03.2026
        Krankenkasse     Arzt
    """,
    ),
    (
        "tax_certificate",
        """
        Agenzia Entrate   CU    2026
        Dati anagrafici - Datore di lavoro, ente pensionistico o altro sostituto d'imposta
        Redditi di lavoro dipendente   punto 1   24.300,00
        Ritenute Irpef punto 21  3.800,00
    """,
    ),
    (
        "tax_certificate",
        """
        Certificazione delle somme corrisposte nell'anno 2025 e delle ritenute operate
        Si attesta che al sig. Gianni Poli sono stati corrisposti redditi di lavoro autonomo per € 5.000,00
        e operate ritenute d'acconto per € 1.000,00, versate all'Erario
    """,
    ),
    (
        "training_certificate",
        """
        ENTE BILATERALE FORMAZIONE
        conferisce a GIANNI POLI il presente
        # DIPLOMA
        per aver concluso con profitto il percorso per addetto antincendio rischio medio, n. 8 ore
        Il direttore del corso
    """,
    ),
    (
        "training_certificate",
        """
        This is to certify that
        ANN SMITH
        has successfully completed the course Fire Safety Awareness (4 hours)
    """,
    ),
    (
        "training_certificate",
        """
        Verifica dell'apprendimento superata
        Il partecipante Poli Gianni ha seguito la formazione generale dei lavoratori art. 37 D.Lgs. 81/08
        durata 4 ore    soggetto formatore Sicurlab srl     responsabile del progetto formativo
    """,
    ),
    (
        "evaluation",
        """
        Beta Srl - People review 2025
        Collaboratore: Gianni Poli   Responsabile: Carla Ferri
        Area             Livello raggiunto (1-5)
        Qualità del lavoro      4
        Puntualità              3
        Commento del valutatore: buon anno, da sviluppare l'autonomia
        Giudizio sintetico: adeguato
    """,
    ),
    (
        "evaluation",
        """
        Relazione sul periodo di prova
        Il responsabile dichiara che il sig. Gianni Poli ha superato positivamente la prova, con giudizio: ottimo
        Punti di forza: precisione. Aree di miglioramento: lingua inglese
    """,
    ),
    (
        "evaluation",
        """
        Annual appraisal 2025
        Employee: Ann Smith    Reviewer: John Brown
        Goals achieved 80%    Overall rating: exceeds expectations
    """,
    ),
    (
        "cv",
        """
        Gianni Poli
        nato a Viterbo il 3/3/1990 - tel. 333 1234567 - gianni@posta.it
        Percorso professionale
        2019-oggi magazziniere presso Beta Srl
        Titoli di studio
        2009 diploma di perito
        Conoscenze linguistiche: inglese B1     Patente B
    """,
    ),
    (
        "cv",
        """
        # LEBENSLAUF
        Berufserfahrung   2019 - heute Lagerist
        Ausbildung   2009 Abitur
        Sprachkenntnisse   Deutsch, Italienisch
    """,
    ),
    (
        "cv",
        """
        Ann Smith   ann@mail.com   +44 20 7946 0000
        Professional summary
        Employment history
        2018-2024 Analyst at Beta Ltd
        Education   BSc Mathematics
        References available on request
    """,
    ),
    (
        "identity_document",
        """
        MINISTERO DELL'INTERNO
        CARTA DI IDENTITA / IDENTITY CARD
        CA12345AA    COMUNE DI VITERBO
        COGNOME / SURNAME POLI    NOME / NAME GIANNI
        SCADENZA / EXPIRY 03.03.2033
    """,
    ),
    (
        "identity_document",
        """
        PATENTE DI GUIDA  REPUBBLICA ITALIANA
        1. POLI 2. GIANNI 3. 03/03/90 VITERBO
        4a. 01/04/2018 4c. MIT-UCO 4b. 03/03/2028
        5. U1A23456B  9. B
    """,
    ),
    (
        "identity_document",
        """
        TESSERA SANITARIA
        Codice fiscale PLOGNN90C03M082X   Sesso M
        Cognome POLI  Nome GIANNI
        Data di scadenza 01/01/2030    Regione Lazio
    """,
    ),
]


@pytest.mark.parametrize(("kind", "text"), PAPERS)
def test_papers_worded_otherwise(kind: str, text: str) -> None:
    guess = classify([page_of(text)])
    assert guess.kind == kind, guess
