"""Papers of buying and selling, worded as few word them: told by what they are, not by what they mention."""

from __future__ import annotations

import pytest

from intake.classify import classify
from tests.typeset import page_of

PAPERS = [
    (
        "invoice",
        """
        STUDIO TECNICO ARCH. LIDIA PORTALUPPI
        P.IVA 07643520567
                                                  Spett.le Condominio I Tigli
        Avviso di onorari n. 8 - emesso il 12.2.26 quale fattura ai sensi dell'art. 21
        Prestazione professionale per pratica CILA          1.200,00
        Inarcassa 4%                                           48,00
        IVA 22%                                               274,56
        Ritenuta 20%                                          240,00
        Netto da corrispondere                              1.282,56
    """,
    ),
    (
        "invoice",
        """
        Acqua Pubblica Alto Lazio
        Utenza 4471-02  contatore 99128
        # Bolletta dell'acqua
        Periodo 1 gennaio - 31 marzo 2026   consumi mc 41
        Quota fissa 12,10
        Consumo 44,30
        IVA 10% 5,64
        Totale bolletta da pagare entro il 30 aprile 2026   62,04
    """,
    ),
    (
        "invoice",
        """
        Müller Werkzeugbau GmbH
        # Rechnung 2026-0815
        Rechnungsdatum 03.03.2026   Kundennummer 77
        Fräser 12 mm      4 Stk   25,00   100,00
        Nettobetrag 100,00
        MwSt. 19 % 19,00
        Gesamtbetrag 119,00
        Zahlbar innerhalb von 14 Tagen ohne Abzug
    """,
    ),
    (
        "invoice",
        """
        Les Caves du Sud SARL
        Facture n° F-2231 du 04/03/2026
        Bon de livraison n° 881
        Total HT 500,00
        TVA 20 % 100,00
        Total TTC 600,00
        Net à payer avant le 04/04/2026
    """,
    ),
    (
        "invoice",
        """
        Talleres Ibarra S.L.   NIF B12345674
        FACTURA Nº 2026/77
        Fecha 05/03/2026
        Base imponible 300,00
        IVA 21 % 63,00
        Total factura 363,00
        Forma de pago: transferencia a 30 días
    """,
    ),
    (
        "invoice",
        """
        Northgate Supplies Ltd
        # TAX INVOICE
        Invoice no. 7781    PO number 4455    Delivery note DN-12
        Subtotal 80.00
        VAT 20% 16.00
        Balance due 96.00 by 1 May 2026
        Sort code 20-00-00
    """,
    ),
    (
        "invoice",
        """
        ELETTROFORNITURE TOSI SPA
        Ns. documenti di trasporto: 118 del 3/2, 121 del 5/2, 140 del 18/2
        Vs. ordini 71, 72
        Fatt. differita art. 21 c. 4 lett. a)         nr. 902/D         28/02/2026
        Cavo FG16 3x2,5           mt 200      1,10     220,00   22
        Interruttore                pz 4     12,50      50,00   22
        Tot. merce 270,00   Imposta 59,40   Tot. doc. EUR 329,40
        RiBa 60 gg f.m.
    """,
    ),
    (
        "invoice",
        """
        FATTURAZIONE AI SENSI ART 17 TER
        Documento:  TD01      Progressivo:   FPA 4/26       Data  02-02-2026
        Cessionario/committente: Comune di Sutri    CIG Z1A2B3C4D5
        Imponibile    900,00     Aliquota  22     Imposta 198,00
        Scissione dei pagamenti      Importo pagabile 900,00
    """,
    ),
    (
        "invoice",
        """
        Dott.ssa Irene Magnani - Medico chirurgo
        Alla sig.ra Pina Rossi C.F. RSSPNI60A41H501X
        Ricevuta sanitaria n. 31 del 9/3/2026
        Visita specialistica dermatologica   120,00
        Esente IVA art. 10 n. 18 DPR 633/72    Marca da bollo 2,00
        Totale 122,00
    """,
    ),
    (
        "credit_note",
        """
        Ceramiche Dallari S.p.A.
        # ACCREDITO n. 14/NC
        Data 22/03/2026
        Per merce resa di cui a ns fattura 881 del 2/2/2026
        Imponibile 400,00   IVA 22% 88,00   Totale a Vs. credito 488,00
    """,
    ),
    (
        "credit_note",
        """
        Müller Werkzeugbau GmbH
        Stornorechnung / Gutschrift Nr. G-31
        zu Rechnung 2026-0815 vom 03.03.2026
        Nettobetrag -100,00   MwSt. 19 % -19,00   Gutschriftsbetrag -119,00
    """,
    ),
    (
        "credit_note",
        """
        Les Caves du Sud SARL
        AVOIR N° A-12 sur facture F-2231
        Total HT -50,00    TVA -10,00    Total TTC -60,00
    """,
    ),
    (
        "credit_note",
        """
        NOTA DI VARIAZIONE IN DIMINUZIONE art. 26 DPR 633/72
        Num. 5   del 10/01/2026
        Riferimento: Fattura 119 del 20/12/2025 - sconto non applicato
        Imponibile 30,00  Imposta 6,60  Totale documento 36,60
    """,
    ),
    (
        "receipt",
        """
        PIZZERIA DA GIGI
        VIA ROMA 3
        P.IVA 07643520567
        2 X MARGHERITA         12,00
        1 COPERTO               2,00
        TOTALE EURO            14,00
        DI CUI IVA              1,27
        PAGAMENTO ELETTRONICO  14,00
        RT 99MEY012345
        12-03-2026 21:14  DOC.N.0044-0012
    """,
    ),
    (
        "receipt",
        """
        Parcheggio Centrale
        Biglietto n. 00917
        Ingresso 10:02  Uscita 12:31
        Pagato in contanti EUR 4,50
        Grazie e buon viaggio
    """,
    ),
    (
        "receipt",
        """
        A.S.D. Polisportiva Ronciglione
        Ricevuta n. 14
        Ricevo dal sig. Bruno Serra la somma di euro 80,00 (ottanta/00) per quota associativa 2026
        Ronciglione, 2/1/2026          per quietanza ______
    """,
    ),
    (
        "receipt",
        """
        CITY CAB LONDON
        RECEIPT
        Fare 18.00  Tip 2.00
        TOTAL PAID 20.00
        VISA **** 1177  thank you
    """,
    ),
    (
        "delivery_note",
        """
        Vivai Fratelli Pace
        Bolla accompagnamento merci viaggianti nr 66
        Mittente Vivai Pace   Destinatario Giardini Srl   Destinazione: via Po 4
        Quantità  Descrizione
        12  Oleandro vaso 24
        Trasporto a mezzo: mittente      n. colli 12      peso kg 90
        Aspetto esteriore: vasi a vista
        Firma conducente          Firma ricevente
    """,
    ),
    (
        "delivery_note",
        """
        Müller Werkzeugbau GmbH
        # Lieferschein 5512
        Ihre Bestellung 440 vom 01.03.2026
        4 Stk Fräser 12 mm
        Versandart: Spedition    Ware erhalten: ______
    """,
    ),
    (
        "delivery_note",
        """
        D.D.T. (D.P.R. 472/96)      n. 1201 / A       04/03/26
        Cedente OMEGA SNC        Cessionario BETA SRL
        Vs ord. 31
        cod.    descrizione               um    q.ta
        AB12    cuscinetto 6204           pz    10
        causale: conto lavorazione    porto: assegnato    vettore: Bianchi Trasporti
    """,
    ),
    (
        "delivery_note",
        """
        Acme Parts Inc.
        PACKING SLIP
        Ship to: Rossi Srl   Order 9914   Carrier: DHL
        Qty ordered 5   Qty shipped 5   Gasket kit
        Received in good condition by: ____
    """,
    ),
    (
        "purchase_order",
        """
        Officine Carraro S.r.l. - Ufficio acquisti
        Spett. Fornitore Bulloneria Nord
        Con la presente Vi commissioniamo quanto segue, ns. riferimento OdA 4500012
        Bulloni M8  q.tà 1000  prezzo 0,12
        Consegna entro il 30/04/2026 presso ns. magazzino
        Pagamento 60 gg. Si prega di restituire copia firmata per accettazione dell'ordine
    """,
    ),
    (
        "purchase_order",
        """
        # Bestellung Nr. 4500
        Lieferant: Müller Werkzeugbau GmbH
        Liefertermin 15.04.2026
        Wir bestellen zu den vereinbarten Bedingungen: 10 Stk Fräser
        Bestellwert 250,00 EUR
    """,
    ),
    (
        "purchase_order",
        """
        Bulloneria Nord Srl
        Gentile cliente, abbiamo ricevuto il Suo ordine e lo confermiamo come segue
        Conferma n. 771 - Vs ordine OdA 4500012
        Bulloni M8   1000   0,12   120,00
        Totale ordine confermato 146,40
        Consegna prevista settimana 17
    """,
    ),
    (
        "purchase_order",
        """
        PURCHASE ORDER 77123
        Vendor: Rossi Srl
        Ship via: air    Required by: 12 May 2026
        Please supply the following items: 40 x valve
        PO total 1,200.00      Authorized by: ____
    """,
    ),
    (
        "quote",
        """
        Serramenti Lodi
        Preventivazione per sostituzione infissi
        Spett.le famiglia Conti, a seguito del sopralluogo Le sottoponiamo la ns. migliore quotazione
        n. 4 finestre PVC    2.400,00
        IVA agevolata 10% esclusa
        I prezzi restano fermi per 30 giorni. Per accettazione ______
    """,
    ),
    (
        "quote",
        """
        # Angebot 2026-031
        Vielen Dank für Ihre Anfrage. Wir bieten Ihnen freibleibend an:
        Regal 3 m   2 Stk   199,00
        Das Angebot ist gültig bis 30.04.2026
    """,
    ),
    (
        "quote",
        """
        DEVIS N° 88
        Travaux de peinture
        Total HT 900,00   TVA 10 % 90,00   Total TTC 990,00
        Devis valable 3 mois. Bon pour accord, date et signature
    """,
    ),
    (
        "quote",
        """
        Rif.: Vs. richiesta telefonica del 3 marzo
        Oggetto: ns. miglior offerta per fornitura toner
        Toner nero    n. 10   45,00 cad.
        Validità: 15 gg.   Consegna: 5 gg d.r.o.   Prezzi al netto di IVA
        Restiamo in attesa di un Vs. gradito ordine
    """,
    ),
]


@pytest.mark.parametrize(("kind", "text"), PAPERS)
def test_papers_worded_otherwise(kind: str, text: str) -> None:
    guess = classify([page_of(text)])
    assert guess.kind == kind, guess
