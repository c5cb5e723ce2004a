"""Papers that talk about other papers: what is mentioned is not what the paper is."""

from __future__ import annotations

import pytest

from intake.classify import classify
from tests.typeset import page_of

PAPERS = [
    (
        "letter",
        """
        Spett.le Bulloneria Nord
        Oggetto: richiesta di preventivo
        Vi preghiamo di volerci inviare la Vostra migliore quotazione per la fornitura di bulloni M8.
        In attesa di riscontro porgiamo distinti saluti
    """,
    ),
    (
        "letter",
        """
        Gentile cliente,
        La informiamo che dal 1 luglio le fatture saranno inviate soltanto in formato elettronico.
        Le chiediamo di comunicarci il Suo codice destinatario. Cordiali saluti
    """,
    ),
    (
        "letter",
        """
        A tutti i dipendenti
        Oggetto: chiusura aziendale estiva
        Si comunica che gli uffici resteranno chiusi per ferie dal 10 al 21 agosto 2026.
        La direzione
    """,
    ),
    (
        "letter",
        """
        Spett.le Gamma Srl
        Oggetto: disdetta contratto di manutenzione n. 44
        Con la presente Vi comunichiamo la nostra volontà di non rinnovare il contratto in scadenza il 31/12/2026.
        Distinti saluti
    """,
    ),
    (
        "letter",
        """
        Oggetto: trasmissione fatture del mese di marzo
        In allegato Vi trasmettiamo copia delle fatture n. 31, 32 e 33 da Voi richieste.
        Restiamo a disposizione. Cordiali saluti
    """,
    ),
    (
        "letter",
        """
        Dear Mr Rossi,
        thank you for your visit to our stand. Please find enclosed our catalogue and price list.
        Kind regards, Ann Smith
    """,
    ),
    (
        "letter",
        """
        Sehr geehrte Damen und Herren,
        wir möchten Sie darüber informieren, dass sich unsere Bankverbindung geändert hat.
        Mit freundlichen Grüßen
    """,
    ),
    (
        "letter",
        """
        Alla c.a. del responsabile del personale
        Oggetto: candidatura spontanea
        Con la presente desidero sottoporre alla Vostra attenzione la mia candidatura. Allego curriculum vitae.
        Resto a disposizione per un colloquio. Cordiali saluti
    """,
    ),
    (
        "invoice",
        """
        Sicurlab S.r.l.   P.IVA 07643520567
        # FATTURA n. 61 del 3/3/2026
        Corso di formazione antincendio rischio medio, 8 ore, n. 3 partecipanti   450,00
        Rilascio attestati di frequenza   30,00
        Imponibile 480,00   IVA 22% 105,60   Totale fattura 585,60
    """,
    ),
    (
        "invoice",
        """
        Studio Rossi consulenti del lavoro
        Parcella n. 90
        Elaborazione cedolini paga marzo, n. 12   180,00
        Invio UNILAV n. 2   40,00      Certificazioni uniche n. 12   60,00
        Imponibile 280,00  Enpacl 4% 11,20  IVA 22% 64,06  Ritenuta 56,00
        Netto a pagare 299,26
    """,
    ),
    (
        "invoice",
        """
        Immobiliare Sole Srl
        Fattura 12/2026
        Canone di locazione capannone come da contratto di locazione del 1/1/2024, mese di aprile
        Imponibile 1.000,00   IVA 22% 220,00   Totale 1.220,00
        Da versare su IBAN IT60X0542811101000000123456 entro il 10/04/2026
    """,
    ),
    (
        "invoice",
        """
        Copy Srl
        Documento: FATTURA ACCOMPAGNATORIA      Numero: 118/F       Data: 02/03/2026
        Rif. ordine 991 del 28/2      Rif. preventivo 44
        Toner   2   45,00   90,00
        Vettore: mittente    Colli: 1    Aspetto esteriore dei beni: scatola
        Totale imponibile 90,00    Totale IVA 19,80    TOTALE FATTURA 109,80
    """,
    ),
    (
        "invoice",
        """
        REWIS Handels GmbH
        Rechnung Nr. 88-26        Lieferschein Nr. 4411     Ihre Bestellung: 771
        Summe netto 40,00    zzgl. 19% MwSt 7,60     Rechnungsbetrag 47,60
        Zahlung: 30 Tage netto
    """,
    ),
    (
        "delivery_note",
        """
        DOCUMENTO DI TRASPORTO N. 331 DEL 02/03/2026
        Vs. ordine n. 991 del 28/02/2026      Seguirà fattura
        Destinatario merce: Officine Carraro
        Toner nero   nr 2
        Trasporto a cura del mittente    Causale: vendita    Colli 1
    """,
    ),
    (
        "delivery_note",
        """
        Reso a fornitore
        DDT 77     del 5/3/2026     Causale del trasporto: reso merce difettosa, Vs fattura 118/F
        1 toner nero
        Firma vettore        Firma destinatario
    """,
    ),
    (
        "purchase_order",
        """
        Ordine n. 991
        Spett.le Copy Srl, in riferimento alla Vs. offerta n. 44 del 20/2/2026 Vi confermiamo l'ordine di
        Toner nero   pz 2   45,00
        Fatturare a: Officine Carraro Srl      Consegnare a: stabilimento di Orte
        Pagamento: bonifico 30 gg data fattura. In fattura citare il numero d'ordine
    """,
    ),
    (
        "quote",
        """
        Sicurlab S.r.l.
        Offerta formativa riservata a Beta Srl
        Corso antincendio 8 ore, attestato incluso      150,00 a partecipante + IVA
        Offerta valida fino al 30/06/2026. Firma per accettazione: ______
    """,
    ),
    (
        "quote",
        """
        Oggetto: proposta di contratto di manutenzione caldaie
        Spett.le condominio, come da Vostra richiesta Vi proponiamo il servizio annuale a € 300,00 + IVA.
        Il contratto decorrerà dalla data di accettazione. Validità della proposta 60 giorni.
    """,
    ),
    (
        "credit_note",
        """
        Copy Srl
        Nota di credito n. 3 del 10/3/2026
        Rif. Vs. reclamo del 6/3/2026 - reso con Vs. DDT 77 - ns. fattura 118/F
        Imponibile 45,00   IVA 9,90   Totale 54,90
    """,
    ),
    (
        "payment_reminder",
        """
        Copy Srl - Ufficio contabilità clienti
        Oggetto: fattura n. 118/F del 02/03/2026 di € 109,80
        Ci risulta che la fattura in oggetto non sia stata ancora saldata. Vi invitiamo a provvedere entro 7 giorni.
        Se nel frattempo avete già pagato, Vi preghiamo di non tenere conto della presente. Cordiali saluti
    """,
    ),
    (
        "payment_reminder",
        """
        Rappel
        Sauf erreur de notre part, notre facture F-2231 du 04/03/2026 d'un montant de 600,00 reste impayée à ce jour.
        Nous vous prions de bien vouloir régler cette somme sous huit jours.
    """,
    ),
    (
        "complaint",
        """
        Oggetto: fattura n. 118/F - contestazione importi
        Contestiamo la fattura in oggetto in quanto il prezzo applicato non corrisponde a quello dell'ordine 991.
        Vi chiediamo l'emissione di nota di credito per la differenza. Distinti saluti
    """,
    ),
    (
        "complaint",
        """
        Alla società Gas Luce Spa - servizio reclami
        Il sottoscritto Bruno Serra, intestatario dell'utenza 4471, segnala che la bolletta di marzo riporta consumi
        errati e chiede la rettifica e il rimborso di quanto pagato in più.
    """,
    ),
    (
        "contract",
        """
        CONTRATTO PER LA FORNITURA DI ENERGIA
        Condizioni generali: art. 1 oggetto; art. 2 durata; art. 3 fatturazione: le fatture scadono a 20 giorni
        art. 4 reclami; art. 5 recesso del cliente; art. 6 foro competente
        Il cliente (firma) ______       Il fornitore ______
    """,
    ),
    (
        "contract",
        """
        INCARICO PROFESSIONALE
        Tra Beta Srl (committente) e arch. Lidia Portaluppi (professionista) si conviene:
        1. oggetto della prestazione: direzione lavori  2. compenso: € 5.000,00 oltre cassa e IVA
        3. durata  4. recesso e risoluzione  5. controversie: foro di Viterbo
    """,
    ),
    (
        "bank_statement",
        """
        Banca Popolare della Maremma     filiale di Orte
        Conto corrente 1000/4471 intestato a Neri Snc     Periodo 01/01/2026 - 31/03/2026
        01/01 SALDO INIZIALE 1.000,00
        05/01 05/01 PAGAMENTO FATTURA 118/F COPY SRL   109,80
        16/01 16/01 DELEGA F24   310,00
        27/01 27/01 STIPENDI   1.500,00
        31/03 SALDO FINALE 2.410,00
    """,
    ),
    (
        "expense_report",
        """
        Rendiconto spese di Gianni Poli, mese di marzo
        03/03 ricevuta taxi 18,00
        03/03 scontrino ristorante 25,00
        04/03 fattura hotel 120,00
        km 120 x 0,45 = 54,00
        Totale da rimborsare 217,00
    """,
    ),
    (
        "receipt",
        """
        FARMACIA CENTRALE
        Documento commerciale di vendita o prestazione
        PARAFARMACO 12,00   TICKET SSN 4,00
        Totale complessivo 16,00    di cui IVA 1,09
        Pagamento contante 20,00   Resto 4,00
    """,
    ),
    (
        "other",
        """
        Programma del corso antincendio
        ore 9 principi della combustione     ore 11 esercitazione con estintori     ore 13 pausa pranzo
        Iscrizioni presso la segreteria
    """,
    ),
    (
        "other",
        """
        Dichiarazione di conformità dell'impianto alla regola dell'arte (D.M. 37/08)
        Il sottoscritto, titolare dell'impresa Elettro Tosi, dichiara sotto la propria responsabilità
        Tipologia dei materiali impiegati - allegati obbligatori
    """,
    ),
    (
        "other",
        """
        Condominio I Tigli - convocazione e verbale di assemblea ordinaria
        Presenti millesimi 612. Punto 1: approvazione consuntivo 2025. Punto 2: preventivo 2026 e rate.
        L'assemblea approva all'unanimità
    """,
    ),
    (
        "other",
        """
        Foglio presenze marzo 2026
        Poli Gianni    1 D   2 8   3 8   4 F   5 8   6 8
        Neri Anna      1 D   2 8   3 M   4 M   5 8   6 8
    """,
    ),
]


@pytest.mark.parametrize(("kind", "text"), PAPERS)
def test_papers_that_talk_about_others(kind: str, text: str) -> None:
    guess = classify([page_of(text)])
    assert guess.kind == kind, guess
