"""Papers about people that talk about other papers: what is mentioned is not what the paper is."""

from __future__ import annotations

import pytest

from intake.classify import classify
from tests.typeset import page_of

PAPERS = [
    (
        "employment_contract",
        """
        Spett.le Sig.ra Elena Popa
        Oggetto: Sua assunzione a tempo determinato
        Con la presente Le comunichiamo che Ella viene assunta presso la nostra società dal 1/4/2026 al 30/9/2026,
        con mansioni di addetta alle pulizie, livello 5 CCNL Multiservizi. La busta paga sarà consegnata il 10 del mese.
        Ferie, permessi e malattia sono regolati dal CCNL. Periodo di prova: 15 giorni.
    """,
    ),
    (
        "termination_letter",
        """
        Oggetto: comunicazione recesso per mancato superamento del periodo di prova
        Gentile sig. Poli, con riferimento al contratto di lavoro del 1/2/2026 Le comunichiamo il recesso con effetto
        immediato. Le competenze maturate saranno liquidate con l'ultima busta paga.
    """,
    ),
    (
        "termination_letter",
        """
        VERBALE DI ACCORDO
        Il sig. Gianni Poli e Beta Srl convengono di risolvere consensualmente il rapporto di lavoro alla data del
        30/6/2026. Al lavoratore sarà corrisposto un incentivo all'esodo di € 5.000,00 oltre al TFR.
    """,
    ),
    (
        "leave_request",
        """
        Il sottoscritto Gianni Poli, dipendente di Beta Srl, matricola 44, chiede di fruire di
        n. 5 giorni di ferie     dal 4/5/2026 al 8/5/2026
        Data 2/4/2026     Firma ______        Autorizzazione del responsabile ______
    """,
    ),
    (
        "leave_request",
        """
        Richiesta di congedo parentale (D.Lgs. 151/2001)
        La lavoratrice Anna Neri chiede di astenersi dal lavoro dal 1/6/2026 al 30/6/2026
        Figlio nato il 3/3/2025. Si allega certificato di nascita.
    """,
    ),
    (
        "sick_note",
        """
        Azienda Sanitaria Locale Viterbo - Pronto Soccorso
        Certificato per uso lavoro: il paziente Poli Gianni necessita di giorni 3 di assoluto riposo
        Prognosi fino al 5/3/2026 salvo complicazioni. Il medico di guardia
    """,
    ),
    (
        "payslip",
        """
        Beta Srl   via Po 4 Viterbo   Pos. INPS 5512345678   Cod. fiscale 07643520567
        POLI GIANNI   PLOGNN90C03M082X    Impiegato    4° livello    Assunto 01/02/2019
        gg lavorati 22   ore 176   ferie godute 8   ferie residue 40
        Paga base 1.400,00  Contingenza 520,00  EDR 10,33
        Totale lordo 1.930,33   Rit. sociali 183,00   Irpef 210,00   Netto 1.537,33
    """,
    ),
    (
        "training_certificate",
        """
        Beta Srl dichiara che il lavoratore Poli Gianni ha frequentato il corso per carrello elevatore,
        tenuto il 3/3/2026 dal docente ing. Ferri, della durata di 4 ore, superando la prova finale.
    """,
    ),
    (
        "evaluation",
        """
        Scheda per il colloquio annuale
        Dipendente: Poli Gianni    Anno 2025
        Competenze: comunicazione 3/5, lavoro di squadra 4/5
        Fabbisogni formativi: corso di inglese     Obiettivi per il 2026: ridurre i resi
        Firma del responsabile     Firma del dipendente
    """,
    ),
    (
        "cv",
        """
        INFORMAZIONI PERSONALI
        Poli Gianni   Via Po 4 Viterbo   333 1234567
        ESPERIENZA
        da 02/2019: magazziniere, Beta Srl. Gestione DDT, ordini e fatture
        FORMAZIONE
        2025 attestato carrellista   2009 diploma perito meccanico
        Autorizzo il trattamento dei dati personali ai sensi del GDPR
    """,
    ),
    (
        "hiring_notice",
        """
        Modello Unificato LAV - Assunzione
        Sezione 1 - datore di lavoro: Beta Srl    Sezione 2 - lavoratore: Poli Gianni
        Sezione 3 - rapporto: contratto a tempo determinato dal 1/4/2026    CCNL Commercio   livello 4
        Protocollo 12345 del 31/03/2026
    """,
    ),
    (
        "tax_certificate",
        """
        Certificazione di cui all'art. 4, commi 6-ter e 6-quater del D.P.R. 322/1998 relativa all'anno 2025
        Dati del percipiente: Poli Gianni
        Ammontare lordo corrisposto 5.000,00   Ritenute a titolo d'acconto 1.000,00   Causale A
    """,
    ),
]


@pytest.mark.parametrize(("kind", "text"), PAPERS)
def test_papers_that_talk_about_others(kind: str, text: str) -> None:
    guess = classify([page_of(text)])
    assert guess.kind == kind, guess
