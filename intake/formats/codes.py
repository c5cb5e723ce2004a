"""FatturaPA's code tables in words.

Source: the schema and the technical specifications of the Agenzia delle Entrate up to XML version 1.2.3 (1 April 2025),
with the codes of earlier versions, which old archives carry. Unknown codes are shown as they stand.
"""

from __future__ import annotations

from collections.abc import Mapping

from storage.kinds import Label

CREDIT_NOTES = frozenset({"TD04", "TD08"})
# issued by the customer, or without a customer: what they say is due is due to nobody but the tax office
SELF_ISSUED = frozenset({"TD16", "TD17", "TD18", "TD19", "TD20", "TD21", "TD22", "TD23", "TD27", "TD28", "TD29"})
TAX_WITHHELD = frozenset({"RT01", "RT02", ""})


def table(rows: str) -> Mapping[str, Label]:
    """Rows of `code | Italian | English`."""
    found = {}
    for row in rows.strip().splitlines():
        code, it, en = (part.strip() for part in row.split("|"))
        found[code] = Label(it, en)
    return found


DOCUMENT_TYPES = table("""
TD01 | Fattura | Invoice
TD02 | Acconto/anticipo su fattura | Advance on an invoice
TD03 | Acconto/anticipo su parcella | Advance on a fee note
TD04 | Nota di credito | Credit note
TD05 | Nota di debito | Debit note
TD06 | Parcella | Fee note
TD07 | Fattura semplificata | Simplified invoice
TD08 | Nota di credito semplificata | Simplified credit note
TD09 | Nota di debito semplificata | Simplified debit note
TD10 | Fattura di acquisto intracomunitario beni | Purchase of goods from the EU
TD11 | Fattura di acquisto intracomunitario servizi | Purchase of services from the EU
TD12 | Documento riepilogativo | Summary document
TD16 | Integrazione fattura per reverse charge interno | Integration for domestic reverse charge
TD17 | Integrazione/autofattura per acquisto di servizi dall'estero | Self-invoice for services from abroad
TD18 | Integrazione per acquisto di beni intracomunitari | Integration for goods from the EU
TD19 | Integrazione/autofattura per acquisto di beni ex art. 17 c. 2 DPR 633/72 | Self-invoice for goods, art. 17(2)
TD20 | Autofattura per regolarizzazione e integrazione delle fatture | Self-invoice to regularise a missing invoice
TD21 | Autofattura per splafonamento | Self-invoice for exceeding the plafond
TD22 | Estrazione beni da deposito IVA | Extraction of goods from a VAT warehouse
TD23 | Estrazione beni da deposito IVA con versamento dell'IVA | Extraction from a VAT warehouse with VAT paid
TD24 | Fattura differita di cui all'art. 21, comma 4, lett. a) | Deferred invoice, art. 21(4)(a)
TD25 | Fattura differita di cui all'art. 21, comma 4, lett. b) | Deferred invoice, art. 21(4)(b)
TD26 | Cessione di beni ammortizzabili e per passaggi interni | Sale of fixed assets, internal transfers
TD27 | Fattura per autoconsumo o per cessioni gratuite senza rivalsa | Self-consumption or free gifts
TD28 | Acquisti da San Marino con IVA (fattura cartacea) | Purchase from San Marino with VAT (paper)
TD29 | Comunicazione per omessa o irregolare fatturazione | Notice of a missing or irregular invoice
""")

# the longer ones as a heading; the full words stand beside the code
SHORT_DOCUMENT_TYPES = table("""
TD16 | Integrazione fattura | Integration
TD17 | Integrazione/autofattura | Self-invoice
TD18 | Integrazione fattura | Integration
TD19 | Integrazione/autofattura | Self-invoice
TD20 | Autofattura | Self-invoice
TD21 | Autofattura | Self-invoice
TD22 | Estrazione da deposito IVA | VAT-warehouse extraction
TD23 | Estrazione da deposito IVA | VAT-warehouse extraction
TD24 | Fattura differita | Deferred invoice
TD25 | Fattura differita | Deferred invoice
TD26 | Fattura | Invoice
TD27 | Fattura | Invoice
TD28 | Acquisto da San Marino | Purchase from San Marino
TD29 | Comunicazione | Notice
""")

PAYMENT_CONDITIONS = table("""
TP01 | Pagamento a rate | Payment in instalments
TP02 | Pagamento completo | Payment in full
TP03 | Anticipo | Advance payment
""")

PAYMENT_METHODS = table("""
MP01 | Contanti | Cash
MP02 | Assegno | Cheque
MP03 | Assegno circolare | Bank draft
MP04 | Contanti presso Tesoreria | Cash at the Treasury
MP05 | Bonifico | Bank transfer
MP06 | Vaglia cambiario | Promissory note
MP07 | Bollettino bancario | Bank payment slip
MP08 | Carta di pagamento | Payment card
MP09 | RID | Direct debit (RID)
MP10 | RID utenze | Direct debit for utilities (RID)
MP11 | RID veloce | Fast direct debit (RID)
MP12 | RIBA | Bank receipt (RIBA)
MP13 | MAV | MAV slip
MP14 | Quietanza erario | Tax-office receipt
MP15 | Giroconto su conti di contabilità speciale | Transfer between special accounts
MP16 | Domiciliazione bancaria | Bank direct debit
MP17 | Domiciliazione postale | Post-office direct debit
MP18 | Bollettino di c/c postale | Post-office payment slip
MP19 | SEPA Direct Debit | SEPA direct debit
MP20 | SEPA Direct Debit CORE | SEPA direct debit CORE
MP21 | SEPA Direct Debit B2B | SEPA direct debit B2B
MP22 | Trattenuta su somme già riscosse | Deducted from sums already collected
MP23 | PagoPA | pagoPA
""")

NATURES = table("""
N1 | Escluse ex art. 15 | Excluded, art. 15
N2 | Non soggette | Not subject
N2.1 | Non soggette ad IVA, artt. da 7 a 7-septies | Not subject, artt. 7 to 7-septies
N2.2 | Non soggette, altri casi | Not subject, other cases
N3 | Non imponibili | Non-taxable
N3.1 | Non imponibili, esportazioni | Non-taxable, exports
N3.2 | Non imponibili, cessioni intracomunitarie | Non-taxable, supplies within the EU
N3.3 | Non imponibili, cessioni verso San Marino | Non-taxable, supplies to San Marino
N3.4 | Non imponibili, operazioni assimilate alle esportazioni | Non-taxable, treated as exports
N3.5 | Non imponibili, dichiarazione d'intento | Non-taxable, letter of intent
N3.6 | Non imponibili, operazioni che non formano plafond | Non-taxable, not forming plafond
N4 | Esenti | Exempt
N5 | Regime del margine / IVA non esposta in fattura | Margin scheme, VAT not shown
N6 | Inversione contabile | Reverse charge
N6.1 | Inversione contabile, rottami e materiali di recupero | Reverse charge, scrap
N6.2 | Inversione contabile, oro e argento | Reverse charge, gold and silver
N6.3 | Inversione contabile, subappalto edile | Reverse charge, building subcontracts
N6.4 | Inversione contabile, cessione di fabbricati | Reverse charge, buildings
N6.5 | Inversione contabile, telefoni cellulari | Reverse charge, mobile phones
N6.6 | Inversione contabile, prodotti elettronici | Reverse charge, electronics
N6.7 | Inversione contabile, comparto edile e settori connessi | Reverse charge, building-related services
N6.8 | Inversione contabile, settore energetico | Reverse charge, energy
N6.9 | Inversione contabile, altri casi | Reverse charge, other cases
N7 | IVA assolta in altro Stato UE | VAT paid in another EU state
""")

TAX_REGIMES = table("""
RF01 | Ordinario | Ordinary
RF02 | Contribuenti minimi | Minimum taxpayers
RF03 | Nuove iniziative produttive | New productive initiatives
RF04 | Agricoltura e pesca | Agriculture and fishing
RF05 | Vendita sali e tabacchi | Salt and tobacco
RF06 | Commercio fiammiferi | Matches
RF07 | Editoria | Publishing
RF08 | Telefonia pubblica | Public telephony
RF09 | Documenti di trasporto pubblico e di sosta | Transport and parking documents
RF10 | Intrattenimenti e giochi | Entertainment and games
RF11 | Agenzie di viaggi e turismo | Travel agencies
RF12 | Agriturismo | Agritourism
RF13 | Vendite a domicilio | Door-to-door sales
RF14 | Beni usati, oggetti d'arte, d'antiquariato o da collezione | Second-hand goods, art, antiques
RF15 | Agenzie di vendite all'asta | Auction houses
RF16 | IVA per cassa P.A. | Cash VAT toward public bodies
RF17 | IVA per cassa | Cash VAT
RF18 | Altro | Other
RF19 | Forfettario | Flat-rate
RF20 | Franchigia transfrontaliera UE | EU cross-border franchise
""")

WITHHOLDINGS = table("""
RT01 | Ritenuta d'acconto persone fisiche | Withholding tax, individuals
RT02 | Ritenuta d'acconto persone giuridiche | Withholding tax, legal persons
RT03 | Contributo INPS | INPS contribution
RT04 | Contributo ENASARCO | ENASARCO contribution
RT05 | Contributo ENPAM | ENPAM contribution
RT06 | Altro contributo previdenziale | Other pension contribution
""")

PENSION_FUNDS = table("""
TC01 | Cassa avvocati | Lawyers' fund
TC02 | Cassa dottori commercialisti | Accountants' fund
TC03 | Cassa geometri | Surveyors' fund
TC04 | Cassa ingegneri e architetti | Engineers' and architects' fund
TC05 | Cassa del notariato | Notaries' fund
TC06 | Cassa ragionieri e periti commerciali | Bookkeepers' fund
TC07 | ENASARCO (agenti di commercio) | ENASARCO (sales agents)
TC08 | ENPACL (consulenti del lavoro) | ENPACL (labour consultants)
TC09 | ENPAM (medici) | ENPAM (doctors)
TC10 | ENPAF (farmacisti) | ENPAF (pharmacists)
TC11 | ENPAV (veterinari) | ENPAV (vets)
TC12 | ENPAIA (impiegati dell'agricoltura) | ENPAIA (agriculture staff)
TC13 | Fondo spedizioni e agenzie marittime | Fund of shipping and maritime agencies
TC14 | INPGI (giornalisti) | INPGI (journalists)
TC15 | ONAOSI (orfani sanitari) | ONAOSI (orphans of health workers)
TC16 | CASAGIT (giornalisti) | CASAGIT (journalists)
TC17 | EPPI (periti industriali) | EPPI (industrial experts)
TC18 | EPAP (pluricategoriale) | EPAP (several professions)
TC19 | ENPAB (biologi) | ENPAB (biologists)
TC20 | ENPAPI (infermieri) | ENPAPI (nurses)
TC21 | ENPAP (psicologi) | ENPAP (psychologists)
TC22 | INPS (gestione separata) | INPS (separate scheme)
""")

VAT_COLLECTION = table("""
I | Esigibilità immediata | Due immediately
D | Esigibilità differita | Deferred
S | Scissione dei pagamenti | Split payment
""")


def words(table: Mapping[str, Label], code: str) -> str:
    """The code's Italian words, the code itself where the table has none."""
    label = table.get(code)
    return label.it if label else code
