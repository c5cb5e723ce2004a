"""Papers of money, contracts and letters, and papers of no kind, worded as few word them: told by what they are."""

from __future__ import annotations

import pytest

from intake.classify import classify
from tests.typeset import page_of

PAPERS = [
    (
        "bank_statement",
        """
        Cassa Rurale della Tuscia
        Comunicazione periodica al 31/03/2026 - rapporto n. 1000/4471
        Intestatario: Neri S.n.c.
        Saldo precedente 1.000,00
        02/03  bonifico in entrata   500,00
        09/03  pagamento POS        -40,00
        Nuovo saldo 1.460,00
    """,
    ),
    (
        "bank_statement",
        """
        Sparkasse Bozen
        Kontoauszug Nr. 3/2026   IBAN IT60X0542811101000000123456
        Alter Kontostand 2.000,00
        Buchungstag  Valuta  Verwendungszweck  Betrag
        Neuer Kontostand 1.800,00
    """,
    ),
    (
        "bank_statement",
        """
        CARTA DI CREDITO AZIENDALE
        Estratto conto mensile marzo 2026
        Data acquisto   Data registrazione   Descrizione   Importo
        03/03  05/03  HOTEL MILANO   120,00
        Totale addebitato sul c/c 120,00
    """,
    ),
    (
        "tax_payment",
        """
        MOD. F24 - SEMPLIFICATO
        Codice fiscale  RSSMRA80A01H501U
        sezione   codice tributo   codice ente   anno   importi a debito versati
        EL   3918   H501   2026   240,00
        Saldo finale 240,00      addebito su conto corrente
    """,
    ),
    (
        "tax_payment",
        """
        Agenzia delle Entrate - servizi telematici
        Esito dell'operazione di versamento
        Delega trasmessa il 16/03/2026 prot. 26031612345
        1001 rateazione 0101 periodo 02/2026  310,00
        6002 periodo 02/2026 1.200,00
        Totale versato 1.510,00   contribuente BETA SRL
    """,
    ),
    (
        "expense_report",
        """
        BETA SRL
        Prospetto missioni e anticipi - marzo 2026
        Il dipendente: Gianni Poli    Destinazione: Torino
        treno A/R  88,00    cena  25,00   metro 3,40   albergo 99,00
        A rimborso del collaboratore 215,40
    """,
    ),
    (
        "expense_report",
        """
        Travel and expense claim
        Employee: Ann Smith   Cost centre 44
        Mileage 120 km   Meals 30.00   Lodging 100.00
        Amount to be reimbursed 190.00   Approved by: ____
    """,
    ),
    (
        "payment_reminder",
        """
        Gentile Cliente, da un controllo contabile rileviamo che alla data odierna non ci è pervenuto il saldo
        delle seguenti fatture:
        Fattura   Data        Importo    Scadenza
        112       02/01/2026   350,00    02/02/2026
        140       20/01/2026   122,00    20/02/2026
        Totale esposizione 472,00
        La preghiamo di voler effettuare il bonifico con cortese urgenza. IBAN IT60X0542811101000000123456
    """,
    ),
    (
        "payment_reminder",
        """
        Avv. Tullio Greco
        Raccomandata A/R
        Oggetto: recupero credito BETA SRL
        In nome e per conto della mia assistita Vi intimo di corrispondere entro 15 giorni la somma di € 4.000,00
        oltre interessi; in difetto agirò giudizialmente senza ulteriore avviso.
    """,
    ),
    (
        "payment_reminder",
        """
        # 2. Mahnung
        Unsere Rechnung 2026-0815 vom 03.03.2026 ist noch offen: 119,00 EUR
        Bitte überweisen Sie den Betrag zuzüglich Mahngebühren bis 10.05.2026
    """,
    ),
    (
        "payment_reminder",
        """
        Final notice
        Our records show that invoice 7781 remains unpaid and is now 45 days past due.
        Outstanding balance 96.00. Please remit payment immediately.
    """,
    ),
    (
        "other",
        """
        Studio Legale Greco
        PROGETTO DI PARCELLA n. 3
        Il presente documento non costituisce fattura, che verrà emessa all'atto del pagamento
        Onorari 500,00  Cpa 4% 20,00   IVA 22% 114,40   Totale 634,40
    """,
    ),
    (
        "other",
        """
        Northgate Supplies Ltd
        PRO-FORMA INVOICE no. 12
        This is not a VAT invoice. Goods shipped upon payment.
        Subtotal 80.00 VAT 16.00 Total 96.00
    """,
    ),
    (
        "other",
        """
        LISTINO PREZZI 2026
        Articolo   Descrizione   Prezzo
        A1   Vite 4x40    0,05
        A2   Vite 5x50    0,07
        Prezzi IVA esclusa franco fabbrica
    """,
    ),
    (
        "contract",
        """
        L'anno 2026 il giorno 3 del mese di marzo, tra il Condominio I Tigli e la ditta Pulitutto snc
        si conviene e stipula quanto segue: Art. 1 Oggetto - pulizia delle scale. Art. 2 Durata - anni uno,
        tacitamente rinnovabile. Art. 3 Corrispettivo - euro 300,00 mensili oltre IVA. Art. 7 Foro competente
    """,
    ),
    (
        "contract",
        """
        # Mietvertrag
        zwischen Vermieter Huber und Mieter Beta GmbH
        § 1 Mietgegenstand   § 2 Mietzeit   § 3 Miete 900 EUR   § 9 Kündigungsfrist
    """,
    ),
    (
        "contract",
        """
        MASTER SERVICES AGREEMENT
        This Agreement is entered into between Beta Ltd and Gamma Ltd.
        1. Term and termination  2. Fees  3. Confidentiality  4. Governing law
    """,
    ),
    (
        "contract",
        """
        NOLEGGIO FOTOCOPIATRICI - condizioni particolari
        Il noleggiatore Copy Srl concede al cliente Beta Srl in noleggio il bene descritto
        Canone trimestrale 210,00    durata 48 mesi    recesso con preavviso di 90 giorni
        Firme delle parti, anche ai sensi degli artt. 1341 e 1342 c.c.
    """,
    ),
    (
        "complaint",
        """
        Spett.le Bulloneria Nord
        Oggetto: bulloni arrivati arrugginiti - Vs. DDT 551 del 2/3/2026
        Siamo a evidenziare che il materiale in oggetto presenta evidenti difetti e non è utilizzabile.
        Ne chiediamo l'immediata sostituzione ovvero l'emissione di nota di accredito.
    """,
    ),
    (
        "complaint",
        """
        Egregi signori,
        esprimo il mio disappunto per il servizio ricevuto: il tecnico non si è presentato per due volte
        e l'impianto è tuttora guasto. Mi riservo di chiedere il risarcimento dei danni.
    """,
    ),
    (
        "complaint",
        """
        Sehr geehrte Damen und Herren,
        hiermit reklamieren wir die mangelhafte Lieferung vom 02.03.2026. Bitte ersetzen Sie die defekte Ware.
    """,
    ),
    (
        "complaint",
        """
        To customer service
        I am writing to complain about the damaged goods delivered on 2 March. I request a full refund.
    """,
    ),
    (
        "letter",
        """
        Ai gentili clienti
        Vi rendiamo noto che dal 1 maggio 2026 cambieranno le coordinate bancarie della nostra società.
        Per qualsiasi chiarimento il nostro ufficio resta a disposizione. Con i migliori saluti
    """,
    ),
    (
        "letter",
        """
        Dear Sir or Madam,
        we would like to inform you that our offices are moving on 1 May 2026. Yours sincerely, John Brown
    """,
    ),
    (
        "letter",
        """
        Spett.le Beta Srl
        Oggetto: richiesta documentazione per rinnovo polizza
        Vogliate cortesemente farci pervenire copia del bilancio e della visura entro fine mese.
        Nel ringraziare porgiamo cordiali saluti
    """,
    ),
    (
        "letter",
        """
        Prot. 331/26
        Al Responsabile dell'ufficio tecnico
        Oggetto: trasmissione elaborati progettuali
        Si trasmettono in allegato alla presente gli elaborati in oggetto. Distinti saluti. Il segretario
    """,
    ),
    (
        "other",
        """
        # SAGRA DELLA CASTAGNA
        sabato 10 ottobre ore 18 apertura stand gastronomici
        ore 21 musica dal vivo     ingresso libero
    """,
    ),
    (
        "other",
        """
        Manuale d'uso della caldaia
        1. Accensione   2. Regolazione della temperatura   3. Pulizia del filtro
        Attenzione: non aprire il mantello con l'apparecchio in tensione
    """,
    ),
    (
        "other",
        """
        Camera di Commercio di Viterbo
        VISURA ORDINARIA SOCIETA' DI CAPITALE
        Sede legale  Capitale sociale  Amministratori  Attività esercitata
    """,
    ),
    (
        "other",
        """
        Verbale di assemblea dei soci del 30 aprile 2026
        Presiede l'assemblea il sig. Neri. Ordine del giorno: approvazione del bilancio
        Null'altro essendovi da deliberare la seduta è tolta
    """,
    ),
    (
        "other",
        """
        Durc Online
        Documento unico di regolarità contributiva    Numero protocollo INAIL_12345    Scadenza validità 01/07/2026
        Si dichiara che il soggetto RISULTA REGOLARE nei confronti di I.N.P.S. e I.N.A.I.L.
    """,
    ),
    (
        "other",
        """
        Ricetta: torta di mele
        300 g farina  3 uova  4 mele  1 bustina di lievito
        Cuocere in forno a 180 gradi per 40 minuti
    """,
    ),
]


@pytest.mark.parametrize(("kind", "text"), PAPERS)
def test_papers_worded_otherwise(kind: str, text: str) -> None:
    guess = classify([page_of(text)])
    assert guess.kind == kind, guess
