"""Invoices in four layouts, a credit note, a delivery note, a receipt, a bank statement."""

from __future__ import annotations

from tests.demo.finishes import clean, fax, photo, picture_scan, scan
from tests.demo.paper import Paper
from tests.demo.people import BANK, CAFE, ENGINEER, HARDWARE, OUR_ACCOUNT, SOFTWARE, US, YARN, Firm
from tests.demo.sheet import Sheet, day, money


def _parties(supplier: Firm) -> dict[str, str]:
    return {
        "supplier_name": supplier.name,
        "supplier_vat_id": supplier.vat_id,
        "customer_name": US.name,
        "customer_vat_id": US.vat_id,
        "currency": "EUR",
    }


# --- a classic form: cells with small labels, two rates

GRID = _parties(HARDWARE) | {
    "number": "347/A",
    "date": "2026-02-27",
    "due_date": "2026-04-30",
    "net_amount": "433.33",
    "vat_amount": "83.33",
    "gross_amount": "516.66",
    "iban": HARDWARE.iban,
    "payment_terms": "BONIFICO 60 GG DFFM",
    "order_reference": "112/26",
}
GRID_VAT = [
    {"rate": "22.00", "net_amount": "333.33", "vat_amount": "73.33"},
    {"rate": "10.00", "net_amount": "100.00", "vat_amount": "10.00"},
]


def _grid(s: Sheet) -> None:
    s.text(15, 20, HARDWARE.name, size=17, bold=True)
    s.lines(15, 26, [f"{HARDWARE.street} - {HARDWARE.town}", "Utensileria - Minuteria metallica - Prodotti edili",
                     f"P.IVA e C.F. {HARDWARE.number} - Tel. 0444 000118"])  # fmt: skip
    s.rule(15, 41, 180, 1.2)
    s.text(120, 51, "Spett.le", size=8)
    s.lines(120, 56, [US.name, US.street, US.town, f"P.IVA {US.number}"], bold_first=True)
    s.box(15, 80, 50, "TIPO DOCUMENTO", "FATTURA DIFFERITA", bold=True)
    s.box(65, 80, 35, "NUMERO", GRID["number"], bold=True)
    s.box(100, 80, 35, "DATA", day(GRID["date"]), bold=True)
    s.box(135, 80, 60, "VS. ORDINE", GRID["order_reference"])
    s.box(15, 90, 85, "PAGAMENTO", GRID["payment_terms"])
    s.box(100, 90, 95, "IBAN", GRID["iban"])
    columns = (("Cod.", 20, "left"), ("Descrizione", 84, "left"), ("U.M.", 12, "centre"), ("Q.tà", 16, "right"),
               ("Prezzo", 18, "right"), ("IVA", 10, "right"), ("Importo", 20, "right"))  # fmt: skip
    rows = (
        ("", "Rif. DDT n. 512 del 11/02/2026", "", "", "", "", ""),
        ("VT0840", "Vite TE 8.8 zincata M8x40 conf. 200", "CF", "4", "21,5000", "22", "86,00"),
        ("DSC125", "Disco da taglio inox 125x1,0", "PZ", "50", "1,9466", "22", "97,33"),
        ("GTN010", "Guanto nitrile taglia 10", "PA", "60", "2,5000", "22", "150,00"),
        ("", "Rif. DDT n. 547 del 20/02/2026", "", "", "", "", ""),
        ("CMT025", "Premiscelato per intonaco sacco 25 kg", "SC", "20", "5,0000", "10", "100,00"),
    )
    s.table(15, 104, columns, rows)
    rates = (("Aliquota", 25, "left"), ("Imponibile", 30, "right"), ("Imposta", 30, "right"))
    s.table(15, 228, rates, [(f"{line['rate'][:2]}%", money(line["net_amount"]), money(line["vat_amount"]))
                               for line in GRID_VAT])  # fmt: skip
    s.box(120, 228, 37, "TOTALE IMPONIBILE", money(GRID["net_amount"]))
    s.box(157, 228, 38, "TOTALE IVA", money(GRID["vat_amount"]))
    s.box(120, 238, 75, "TOTALE DOCUMENTO EUR", money(GRID["gross_amount"]), bold=True)
    s.box(120, 248, 75, "SCADENZE", f"{day(GRID['due_date'])}    {money(GRID['gross_amount'])}")
    s.text(15, 283, "Contributo CONAI assolto ove dovuto. Copia di cortesia della fattura elettronica.", size=7)


# --- a professional's: serif, no table, pension fund and withholding tax

FEE = _parties(ENGINEER) | {
    "number": "12/2026",
    "date": "2026-03-09",
    "net_amount": "1040.00",
    "vat_amount": "228.80",
    "gross_amount": "1268.80",
    "withholding_amount": "200.00",
    "amount_due": "1068.80",
    "iban": ENGINEER.iban,
}


def _fee(s: Sheet) -> None:
    s.font, s.size = "Times-Roman", 11
    s.text(105, 24, "Ing. OTTAVIA BRANDOLESE", size=18, bold=True, align="centre")
    s.text(105, 30, f"{ENGINEER.street} - {ENGINEER.town} - Partita IVA {ENGINEER.number}", align="centre")
    s.rule(60, 34, 90)
    s.lines(125, 52, ["Spettabile", US.name, US.street, US.town, f"P. IVA {US.number}"], step=5.2)
    s.text(25, 90, f"PARCELLA N. {FEE['number']} DEL {day(FEE['date'])}", size=13, bold=True)
    s.lines(25, 104, ["Progetto di adeguamento dell'impianto di aspirazione del reparto orditura:",
                      "sopralluoghi, relazione di calcolo, direzione dei lavori nel mese di febbraio 2026."],
            step=5.6)  # fmt: skip
    rows = (("Onorario", "1000.00"), ("Contributo integrativo Inarcassa 4%", "40.00"),
            ("Totale imponibile", FEE["net_amount"]), ("IVA 22%", FEE["vat_amount"]),
            ("Totale fattura", FEE["gross_amount"]),
            ("Ritenuta d'acconto 20% su 1.000,00", "-200.00"), ("Netto a pagare", FEE["amount_due"]))  # fmt: skip
    for number, (label, amount) in enumerate(rows):
        last = number in (4, 6)
        s.text(45, 132 + number * 7, label, bold=last)
        s.text(165, 132 + number * 7, f"€ {money(amount)}", bold=last, align="right")
    s.lines(25, 196, ["Pagamento a mezzo bonifico bancario a vista fattura sul conto corrente:", f"IBAN {FEE['iban']}"])
    s.text(145, 232, "Ottavia Brandolese", size=14, align="centre", grey=0.2)


# --- a spinning mill's: monospaced, as an old accounting program prints it

YARNS = _parties(YARN) | {
    "number": "V2-000871",
    "date": "2026-03-16",
    "due_date": "2026-05-31",
    "net_amount": "3784.50",
    "vat_amount": "832.59",
    "gross_amount": "4617.09",
    "payment_terms": "RI.BA. 60 GG F.M.",
}


def _yarns(s: Sheet) -> None:
    s.font, s.size = "Courier", 9.5
    s.lines(15, 18, [YARN.name.upper(), YARN.street.upper(), YARN.town.upper(), f"PART. IVA {YARN.number}",
                     "CAP. SOC. EURO 520.000,00 I.V."], bold_first=True)  # fmt: skip
    s.lines(112, 44, ["SPETT.LE", US.name.upper(), US.street.upper(), US.town.upper()])
    s.text(15, 76, f"FATTURA NR. {YARNS['number']}   DEL {day(YARNS['date'])}   PAG. 1/1", bold=True)
    s.lines(15, 83, [f"COD.CLIENTE 004417   P.IVA CLIENTE {US.number}", f"PAGAMENTO   {YARNS['payment_terms']}",
                     "BANCA D'APPOGGIO   CASSA RURALE DELL'ALTO LEOGRA"])  # fmt: skip
    columns = (("ARTICOLO", 28, "left"), ("DESCRIZIONE", 68, "left"), ("KG", 22, "right"), ("PREZZO", 22, "right"),
               ("C.I.", 12, "right"), ("IMPORTO", 28, "right"))  # fmt: skip
    rows = (
        ("MER2/28", "FILATO MERINOS 2/28 ECRU", "120,00", "18,4500", "22", "2.214,00"),
        ("MER2/48", "FILATO MERINOS 2/48 NAVY", "45,00", "24,9000", "22", "1.120,50"),
        ("SET120", "SETA SCHAPPE NM 120/2", "7,50", "60,0000", "22", "450,00"),
    )
    s.table(15, 102, columns, rows, ruled=False)
    s.rule(15, 222, 180)
    s.lines(15, 229, [f"IMPONIBILE EUR      ALIQ.   IMPOSTA EUR       SCADENZA {day(YARNS['due_date'])}",
                      f"{money(YARNS['net_amount']):>14}      22%     {money(YARNS['vat_amount']):>11}"])  # fmt: skip
    s.text(195, 250, f"TOTALE FATTURA EUR {money(YARNS['gross_amount'])}", size=12, bold=True, align="right")


# --- a software house's: a digital PDF, airy, totals at the right

RENTAL = _parties(SOFTWARE) | {
    "number": "FT-2026-0219",
    "date": "2026-03-31",
    "due_date": "2026-04-30",
    "net_amount": "290.00",
    "vat_amount": "63.80",
    "gross_amount": "353.80",
    "amount_due": "353.80",
    "iban": SOFTWARE.iban,
    "payment_terms": "Bonifico 30 gg d.f.",
}


def _rental(s: Sheet) -> None:
    s.text(20, 25, "nuvolari", size=24, bold=True, grey=0.25)
    s.lines(20, 34, [SOFTWARE.name, f"{SOFTWARE.street}, {SOFTWARE.town}", f"P. IVA {SOFTWARE.vat_id}"])
    s.text(190, 25, "Fattura", size=20, align="right")
    s.lines(120, 52, ["Fatturare a", US.name, US.street, US.town, f"P. IVA {US.vat_id}"])
    for number, (label, value) in enumerate((("Numero", RENTAL["number"]), ("Data", day(RENTAL["date"])),
                                             ("Scadenza", day(RENTAL["due_date"])),
                                             ("Pagamento", RENTAL["payment_terms"]))):  # fmt: skip
        s.text(20, 56 + number * 6, label, grey=0.4)
        s.text(48, 56 + number * 6, value, bold=number == 0)
    columns = (("Descrizione", 100, "left"), ("Quantità", 20, "right"), ("Prezzo", 25, "right"),
               ("Importo", 25, "right"))  # fmt: skip
    rows = (("Canone gestionale magazzino, aprile 2026", "1", "240,00", "240,00"),
            ("Postazione aggiuntiva", "2", "25,00", "50,00"))  # fmt: skip
    s.table(20, 95, columns, rows)
    totals = (("Imponibile", "net_amount"), ("IVA 22%", "vat_amount"), ("Totale da pagare", "gross_amount"))
    for number, (label, name) in enumerate(totals):
        s.text(150, 135 + number * 6.5, label, bold=number == 2)
        s.text(190, 135 + number * 6.5, f"€ {money(RENTAL[name])}", bold=number == 2, align="right")
    s.lines(20, 175, ["Coordinate bancarie", f"IBAN {RENTAL['iban']}", f"Beneficiario {SOFTWARE.name}"])


CREDIT = _parties(YARN) | {
    "number": "N2-000034",
    "date": "2026-03-24",
    "net_amount": "184.50",
    "vat_amount": "40.59",
    "gross_amount": "225.09",
}


def _credit(s: Sheet) -> None:
    s.font, s.size = "Courier", 9.5
    s.lines(15, 18, [YARN.name.upper(), YARN.street.upper(), YARN.town.upper(), f"PART. IVA {YARN.number}"],
            bold_first=True)  # fmt: skip
    s.lines(112, 44, ["SPETT.LE", US.name.upper(), US.street.upper(), US.town.upper(), f"P.IVA {US.number}"])
    s.text(15, 78, f"NOTA DI CREDITO NR. {CREDIT['number']}   DEL {day(CREDIT['date'])}", bold=True)
    s.lines(15, 86, ["CAUSALE: RESO MERCE DIFETTOSA, NS. FATTURA NR. V2-000871 DEL 16/03/2026"])
    columns = (("ARTICOLO", 28, "left"), ("DESCRIZIONE", 68, "left"), ("KG", 22, "right"), ("PREZZO", 22, "right"),
               ("C.I.", 12, "right"), ("IMPORTO", 28, "right"))  # fmt: skip
    s.table(15, 96, columns, [("MER2/28", "FILATO MERINOS 2/28 ECRU", "10,00", "18,4500", "22", "184,50")], ruled=False)
    s.rule(15, 140, 180)
    s.lines(15, 147, [f"IMPONIBILE EUR {money(CREDIT['net_amount'])}   IVA 22% EUR {money(CREDIT['vat_amount'])}"])
    s.text(195, 160, f"TOTALE A VOSTRO CREDITO EUR {money(CREDIT['gross_amount'])}", bold=True, align="right")


DELIVERY = {
    "number": "512",
    "date": "2026-02-11",
    "supplier_name": HARDWARE.name,
    "supplier_vat_id": HARDWARE.vat_id,
    "customer_name": US.name,
    "order_reference": "112/26",
}


def _delivery(s: Sheet) -> None:
    s.text(15, 20, HARDWARE.name, size=15, bold=True)
    s.lines(15, 26, [f"{HARDWARE.street} - {HARDWARE.town}", f"P.IVA e C.F. {HARDWARE.number}"])
    s.text(195, 20, "DOCUMENTO DI TRASPORTO", size=13, bold=True, align="right")
    s.text(195, 25, "(D.D.T.) D.P.R. 472 del 14/08/1996", size=8, align="right")
    s.box(120, 30, 35, "D.D.T. N.", DELIVERY["number"], bold=True)
    s.box(155, 30, 40, "DATA", day(DELIVERY["date"]), bold=True)
    s.text(15, 50, "Destinatario", size=8)
    s.lines(15, 55, [US.name, US.street, US.town], bold_first=True)
    s.box(15, 72, 60, "CAUSALE DEL TRASPORTO", "VENDITA")
    s.box(75, 72, 60, "VS. ORDINE", DELIVERY["order_reference"])
    s.box(135, 72, 60, "TRASPORTO A CURA DEL", "MITTENTE")
    columns = (("Codice", 30, "left"), ("Descrizione dei beni", 105, "left"), ("U.M.", 20, "centre"),
               ("Quantità", 25, "right"))  # fmt: skip
    rows = (
        ("VT0840", "Vite TE 8.8 zincata M8x40 conf. 200", "CF", "4"),
        ("DSC125", "Disco da taglio inox 125x1,0", "PZ", "50"),
        ("GTN010", "Guanto nitrile taglia 10", "PA", "60"),
    )
    s.table(15, 88, columns, rows)
    s.box(15, 235, 60, "ASPETTO ESTERIORE DEI BENI", "SCATOLE")
    s.box(75, 235, 30, "N. COLLI", "3")
    s.box(105, 235, 30, "PESO KG", "28,5")
    s.box(135, 235, 60, "INIZIO TRASPORTO", "11/02/2026 ORE 08:40")
    s.box(15, 248, 90, "FIRMA CONDUCENTE", "")
    s.box(105, 248, 90, "FIRMA DESTINATARIO", "")


RECEIPT = {
    "number": "0418-0027",
    "date": "2026-03-18",
    "supplier_name": CAFE.name,
    "supplier_vat_id": CAFE.vat_id,
    "gross_amount": "46.50",
    "currency": "EUR",
}


def _receipt(s: Sheet) -> None:
    s.font, s.size = "Courier", 9
    heading = ["TRATTORIA ALLA PIEVE", "di Zanella R.", CAFE.street, CAFE.town, f"P.IVA {CAFE.number}"]
    for number, line in enumerate([*heading, "", "DOCUMENTO COMMERCIALE", "di vendita o prestazione"]):
        s.text(39, 10 + number * 4.2, line, align="centre", bold=number in (0, 6))
    s.text(5, 48, "DESCRIZIONE", bold=True)
    s.text(73, 48, "IVA   Prezzo(€)", bold=True, align="right")
    rows = (
        ("COPERTO X 2", "10%     5,00"),
        ("PRANZO DI LAVORO X 2", "10%    36,00"),
        ("ACQUA MINERALE", "10%     2,50"),
        ("CAFFE' X 2", "10%     3,00"),
    )
    for number, (what, price) in enumerate(rows):
        s.text(5, 53 + number * 4.4, what)
        s.text(73, 53 + number * 4.4, price, align="right")
    s.text(5, 76, "TOTALE COMPLESSIVO", bold=True, size=10)
    s.text(73, 76, "46,50", bold=True, size=10, align="right")
    s.text(5, 81, "di cui IVA")
    s.text(73, 81, "4,23", align="right")
    s.text(5, 88, "Pagamento elettronico")
    s.text(73, 88, "46,50", align="right")
    for number, line in enumerate(["18-03-2026 13:22", "DOCUMENTO N. 0418-0027", "Grazie e arrivederci"]):
        s.text(39, 98 + number * 4.4, line, align="centre")


STATEMENT = {
    "bank_name": BANK,
    "iban": OUR_ACCOUNT,
    "account_holder": US.name,
    "period_start": "2026-01-01",
    "period_end": "2026-03-31",
    "opening_balance": "18240.16",
    "closing_balance": "21097.75",
    "currency": "EUR",
}


def _statement(s: Sheet) -> None:
    s.text(15, 20, BANK, size=15, bold=True)
    s.text(15, 26, "Credito cooperativo - Filiale di Schio", size=8)
    s.text(195, 20, "ESTRATTO CONTO", size=13, bold=True, align="right")
    s.text(195, 26, "dal 01/01/2026 al 31/03/2026", align="right")
    s.lines(120, 42, ["Intestato a", US.name, US.street, US.town])
    s.text(15, 66, f"Conto corrente in EUR - IBAN {OUR_ACCOUNT}")
    columns = (("Data", 22, "left"), ("Valuta", 22, "left"), ("Descrizione delle operazioni", 86, "left"),
               ("Dare", 25, "right"), ("Avere", 25, "right"))  # fmt: skip
    rows = (
        ("01/01/26", "", "SALDO INIZIALE", "", "18.240,16"),
        ("15/01/26", "15/01/26", "BONIFICO A VOSTRO FAVORE ORD. LANIFICIO ARSIERO", "", "12.400,00"),
        ("27/01/26", "27/01/26", "EMOLUMENTI", "6.812,44", ""),
        ("16/02/26", "16/02/26", "PAGAMENTO DELEGA F24", "3.120,90", ""),
        ("28/02/26", "28/02/26", "EFFETTI RITIRATI FILATI SERRAVENTO", "4.617,09", ""),
        ("12/03/26", "12/03/26", "BONIFICO A VOSTRO FAVORE ORD. MAGLIFICIO TRETTO", "", "5.040,02"),
        ("31/03/26", "31/03/26", "COMMISSIONI E IMPOSTA DI BOLLO", "32,00", ""),
        ("31/03/26", "", "SALDO FINALE", "", "21.097,75"),
    )
    s.table(15, 72, columns, rows, step=6)


PAPERS = (
    Paper("fattura ferramenta febbraio.pdf", "invoice", GRID, (_grid,), scan(11, degrees=0.6),
          lists={"vat_lines": GRID_VAT}),
    Paper("parcella_brandolese.tif", "invoice", FEE, (_fee,), fax(12, degrees=-0.4)),
    Paper("SCAN0007.PDF", "invoice", YARNS, (_yarns,), scan(13, degrees=-0.9)),
    Paper("FT-2026-0219 Nuvolari.pdf", "invoice", RENTAL, (_rental,), clean),
    Paper("nota credito Serravento.jpg", "credit_note", CREDIT, (_credit,), picture_scan(14, degrees=0.3)),
    Paper("DDT 512.pdf", "delivery_note", DELIVERY, (_delivery,), scan(15, degrees=1.1)),
    Paper("IMG_20260318_1327.jpg", "receipt", RECEIPT, (_receipt,), photo(16), size=(78, 112)),
    Paper("estratto conto 1 trimestre.tif", "bank_statement", STATEMENT, (_statement,), fax(17, degrees=0.2)),
)  # fmt: skip
