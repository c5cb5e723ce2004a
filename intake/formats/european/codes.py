"""The code lists of European invoices in words.

Source: UNTDID 1001 (documents), 4461 (payment means) and 5305 (VAT categories) as EN 16931 uses them, and the EU's list
of reasons for a VAT exemption (VATEX). Unknown codes are shown as they stand.
"""

from __future__ import annotations

from intake.formats.codes import table

CREDIT_NOTES = frozenset({"81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532"})
# with these a VAT category says that there is no VAT; with the others a rate above zero is in order
WITHOUT_VAT = frozenset({"Z", "E", "AE", "K", "G", "O"})

DOCUMENT_TYPES = table("""
71 | Richiesta di pagamento | Request for payment
80 | Nota di debito (beni e servizi) | Debit note (goods and services)
81 | Nota di credito (beni e servizi) | Credit note (goods and services)
82 | Fattura di servizi a consumo | Metered services invoice
83 | Nota di credito (rettifica finanziaria) | Credit note (financial adjustments)
84 | Nota di debito (rettifica finanziaria) | Debit note (financial adjustments)
102 | Notifica fiscale | Tax notification
130 | Foglio dati di fatturazione | Invoicing data sheet
202 | Richiesta di pagamento diretto | Direct payment valuation
203 | Richiesta di pagamento provvisoria | Provisional payment valuation
204 | Richiesta di pagamento | Payment valuation
211 | Domanda di pagamento intermedia | Interim application for payment
218 | Domanda di pagamento finale | Final payment request
219 | Domanda di pagamento | Payment request for completed units
261 | Nota di credito emessa dal cliente | Self-billed credit note
262 | Nota di credito riepilogativa | Consolidated credit note
295 | Fattura con variazione di prezzo | Price variation invoice
296 | Nota di credito per variazione di prezzo | Credit note for price variation
308 | Nota di credito del credere | Delcredere credit note
325 | Fattura proforma | Proforma invoice
326 | Fattura parziale | Partial invoice
331 | Fattura commerciale con bolla di consegna | Commercial invoice with a packing list
380 | Fattura | Invoice
381 | Nota di credito | Credit note
382 | Nota di commissione | Commission note
383 | Nota di debito | Debit note
384 | Fattura rettificativa | Corrected invoice
385 | Fattura riepilogativa | Consolidated invoice
386 | Fattura di acconto | Prepayment invoice
387 | Fattura di noleggio | Hire invoice
388 | Fattura fiscale | Tax invoice
389 | Autofattura (emessa dal cliente) | Self-billed invoice
390 | Fattura del credere | Delcredere invoice
393 | Fattura ceduta (factoring) | Factored invoice
394 | Fattura di leasing | Lease invoice
395 | Fattura in conto deposito | Consignment invoice
396 | Nota di credito ceduta (factoring) | Factored credit note
420 | Nota di credito (pagamento ottico) | Optical payment credit note
456 | Nota di addebito | Debit advice
457 | Storno di addebito | Reversal of debit
458 | Storno di accredito | Reversal of credit
527 | Nota di debito emessa dal cliente | Self-billed debit note
532 | Nota di credito dello spedizioniere | Forwarder's credit note
553 | Fattura dello spedizioniere (rettifica) | Forwarder's discrepancy invoice
575 | Fattura dell'assicuratore | Insurer's invoice
623 | Fattura dello spedizioniere | Forwarder's invoice
633 | Documento di addebito portuale | Port charges document
751 | Fattura per sola contabilità | Invoice for accounting only
780 | Fattura di trasporto | Freight invoice
817 | Avviso di sinistro | Claim notification
870 | Fattura consolare | Consular invoice
875 | Fattura parziale di lavori | Partial construction invoice
876 | Fattura parziale finale di lavori | Partial final construction invoice
877 | Fattura finale di lavori | Final construction invoice
935 | Fattura doganale | Customs invoice
""")

VAT_CATEGORIES = table("""
S | Aliquota ordinaria | Standard rate
Z | Aliquota zero | Zero rate
E | Esente IVA | Exempt from VAT
AE | Inversione contabile (reverse charge) | Reverse charge
K | Cessione intracomunitaria non imponibile | Supply within the EU, exempt
G | Esportazione fuori UE, non imponibile | Export outside the EU, untaxed
O | Fuori campo IVA | Outside the scope of VAT
L | IGIC (imposta delle Canarie) | IGIC (Canary Islands)
M | IPSI (imposta di Ceuta e Melilla) | IPSI (Ceuta and Melilla)
B | IVA versata dal cliente (scissione dei pagamenti) | Split payment
A | Aliquota mista | Mixed rate
AA | Aliquota ridotta | Lower rate
AB | Esente per la rivendita | Exempt for resale
AC | IVA non ancora dovuta | VAT not now due
AD | IVA dovuta da fattura precedente | VAT due from a previous invoice
H | Aliquota maggiorata | Higher rate
""")

PAYMENT_MEANS = table("""
1 | Strumento non definito | Not defined
2 | Accredito ACH | ACH credit
3 | Addebito ACH | ACH debit
10 | Contanti | Cash
15 | Girata su conto | Bookentry credit
20 | Assegno | Cheque
21 | Assegno circolare | Banker's draft
23 | Assegno bancario | Bank cheque
24 | Cambiale | Bill of exchange
25 | Assegno certificato | Certified cheque
26 | Assegno locale | Local cheque
30 | Bonifico | Credit transfer
31 | Addebito | Debit transfer
42 | Pagamento su conto bancario | Payment to a bank account
44 | Cambiale tratta dal creditore | Accepted bill of exchange
45 | Bonifico con riferimento | Referenced home-banking credit transfer
46 | Addebito interbancario | Interbank debit transfer
47 | Addebito con riferimento | Home-banking debit transfer
48 | Carta di pagamento | Bank card
49 | Addebito diretto | Direct debit
50 | Bollettino postale | Payment by postgiro
51 | Bonifico urgente (norma francese) | FR, norme 6 97-Telereglement CFONB
54 | Carta di credito | Credit card
55 | Carta di debito | Debit card
57 | Accordo permanente | Standing agreement
58 | Bonifico SEPA | SEPA credit transfer
59 | Addebito diretto SEPA | SEPA direct debit
60 | Pagherò cambiario | Promissory note
61 | Pagherò del debitore | Promissory note of the debtor
68 | Servizio di pagamento online | Online payment service
70 | Tratta del creditore | Bill drawn by the creditor
74 | Tratta su banca | Bill drawn on a bank
91 | Incasso bancario (ricevuta) | Collection by banker
92 | Cambiale trasferibile | Transferable promissory note
93 | Bollettino di riferimento | Reference giro
94 | Giroconto urgente | Urgent giro
95 | Giroconto in formato libero | Free-format giro
96 | Pagamento non eseguito | Payment not made
97 | Compensazione tra le parti | Clearing between partners
98 | Accredito JP (JPay) | JP transfer
ZZZ | Definito tra le parti | Mutually defined
""")

EXEMPTIONS = table("""
VATEX-EU-79-C | Spese anticipate in nome del cliente (art. 79 c, Dir. 2006/112/CE) | Expenses repaid, art. 79(c)
VATEX-EU-132 | Esente, art. 132 Dir. 2006/112/CE | Exempt, art. 132
VATEX-EU-143 | Importazione esente, art. 143 Dir. 2006/112/CE | Exempt, art. 143
VATEX-EU-144 | Esente, art. 144 Dir. 2006/112/CE | Exempt, art. 144
VATEX-EU-146-1E | Servizi legati all'esportazione, art. 146 Dir. 2006/112/CE | Services for exports, art. 146
VATEX-EU-148 | Esente, art. 148 Dir. 2006/112/CE | Exempt, art. 148
VATEX-EU-151 | Esente, art. 151 Dir. 2006/112/CE | Exempt, art. 151
VATEX-EU-153 | Intermediari, art. 153 Dir. 2006/112/CE | Intermediaries, art. 153
VATEX-EU-159 | Esente, art. 159 Dir. 2006/112/CE | Exempt, art. 159
VATEX-EU-309 | Agenzie di viaggio fuori UE, art. 309 Dir. 2006/112/CE | Travel agents outside the EU, art. 309
VATEX-EU-AE | Inversione contabile | Reverse charge
VATEX-EU-D | Regime del margine, viaggi | Margin scheme, travel
VATEX-EU-F | Regime del margine, beni usati | Margin scheme, second-hand goods
VATEX-EU-G | Esportazione fuori UE | Export outside the EU
VATEX-EU-I | Regime del margine, opere d'arte | Margin scheme, works of art
VATEX-EU-IC | Cessione intracomunitaria | Supply within the EU
VATEX-EU-J | Regime del margine, antiquariato e collezione | Margin scheme, collectors' items and antiques
VATEX-EU-O | Fuori campo IVA | Not subject to VAT
VATEX-FR-FRANCHISE | Franchigia IVA (Francia) | VAT franchise (France)
VATEX-FR-CNWVAT | Nota di credito senza IVA (Francia) | Credit note without VAT (France)
""")
