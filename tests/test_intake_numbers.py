"""Numbers and dates: in boxes of their own, without a label, broken over lines; and what only looks like them."""

from __future__ import annotations

from datetime import date

import pytest

from intake.extract.extraction import extract
from tests.typeset import page_of

TODAY = date(2026, 8, 1)


def fields(kind: str, text: str) -> dict[str, str]:
    return {name: value.value for name, value in extract(kind, [page_of(text)], TODAY).fields.items()}


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("FATTURA NR.    N2-000034    DEL    12/03/2026", "N2-000034"),
        ("Fattura n° 12/A del 12/03/2026", "12/A"),
        ("Fattura n. FPR 12/26 del 12/03/2026", "FPR 12/26"),
        ("Fattura numero 2026 / 0147 del 12/03/2026", "2026/0147"),
        ("FATTURA DI VENDITA 123/A del 12/03/2026", "123/A"),
        ("Codice atto 829-24 / Redatto 12/03/2026", "829-24"),
        ("Fattura\n\n601-M    12-mar-2026\nsegnatura    giorno", "601-M"),
        ("FATT. NR. 00093 DEL 12.03.2026", "00093"),
        ("FATTURA DI TRASPORTO N. 2850/25 del 12/03/2026", "2850/25"),
        ("Fattura cliente num. 004587 del 12/03/2026", "004587"),
        ("Fattura elettronica - copia di cortesia FPR 767 del 12/03/2026", "FPR 767"),
        ("Handelsrechnung Nr. 2026-00696 vom 12.03.2026", "2026-00696"),
        ("BOLLETTA 0839 del 12/03/2026", "0839"),
        ("Fattura V1 2530/26 - 12/03/2026", "V1 2530/26"),
        ("Fattura n. 24/01/2026 del 12/03/2026", "24/01/2026"),
        ("Cod. cliente: 850 - Data: 12/03/2026 - Numero:\n33693/2026 - Pag. 1", "33693/2026"),
        (
            "Documento            Numero / Serie      Data doc.\nFattura di vendita   2/000871            12/03/2026",
            "2/000871",
        ),
        ("N. REA PC 2417817\n\nNR.: 344/A     DATA: 12/03/2026", "344/A"),
        ("IN ARRIVO\nN. 4350\n\nNr.\n55/A\nData documento\n12/03/2026", "55/A"),
        ("Numero: 77/B    Data: 12/03/2026\nDocumento n. 4374: la presente copia non ha valore ai fini IVA.", "77/B"),
        ("N. 12/B del 12/03/2026\nDDT n. V1-0492 del 02/03/2026\nRif. offerta n. 2699 del 13/01/2025", "12/B"),
        ("Num. TD24    FE/77830\nData    12/03/2026\nFattura n. FE/77830", "FE/77830"),
    ],
)
def test_a_number_is_found_however_it_is_set(printed: str, number: str) -> None:
    found = fields("invoice", f"Rossi S.r.l.\nVia Roma, n. 52\n\n{printed}\n\nTotale documento 122,00")
    assert found["number"] == number
    assert found["date"] == "2026-03-12"


def test_the_number_of_a_paper_of_another_name_is_not_this_ones() -> None:
    found = fields("invoice", "Rossi S.r.l.\nOrdine n. 77 del 01/03/2026\nFattura n. 12 del 12/03/2026\nTotale 122,00")
    assert (found["number"], found["date"]) == ("12", "2026-03-12")
    ordered = fields("purchase_order", "Rossi S.r.l.\nOrdine n. 77 del 01/03/2026\nVs. offerta n. 5 del 02/02/2026")
    assert ordered["number"] == "77"


def test_a_letters_date_is_not_that_of_the_invoice_it_speaks_of() -> None:
    text = """\
Rossi S.r.l.
Spett.le
Verdi S.p.A.

la ns. fattura 111/26 emessa il 22/02/2026 risulta insoluta.

Napoli, 4 luglio 2026"""
    assert fields("payment_reminder", text)["date"] == "2026-07-04"


def test_a_date_may_be_broken_over_two_lines() -> None:
    text = (
        "Noi, Rossi S.r.l., con nota K421 rilasciata in Milano il 3\ngiugno 2026, Vi addebitiamo quanto segue: 122,00."
    )
    assert fields("invoice", text)["date"] == "2026-06-03"


def test_leave_that_is_left_over_is_not_asked_for() -> None:
    text = """\
Dettaglio richiesta n. 52031
Richiedente    Fabbri Giovanni
Giustificativo    Permesso (art. 33 L. 104/1992)
Primo giorno    03-09-2026
Ultimo giorno    06-09-2026
Saldo residuo: ferie 15 gg - permessi 14 ore"""
    found = fields("leave_request", text)
    assert found["leave_type"] == "law_104"
    assert "hours" not in found


@pytest.mark.parametrize(
    ("kind", "printed", "number"),
    [
        (
            "purchase_order",
            "Ordine d'acquisto\nNumero ordine / data    4500318 / 16.02.2026\nVs. offerta    OFF 12/26 del 10.02.26",
            "4500318",
        ),
        ("purchase_order", "O.d.A. n.:FE-2023-0008 Data:23/4/2026\nN. REA AR-850443", "FE-2023-0008"),
        ("receipt", "TOTALE 59,51\n18/02/2026 17:25\nSCONTR. N. 2101", "2101"),
        ("credit_note", "NOTA ACCREDITO N. 214   DEL 12/02/26\nVS FATTURA 26000871 DEL 31/01/26", "214"),
        ("contract", "Contratto di consulenza N. 9582/A\nai sensi del D.P.R. 26 aprile 1986 n. 131.", "9582/A"),
        ("delivery_note", "DDT n.:202600869\nData: 25-02-2026\nVs. ordine n. 81/A", "202600869"),
    ],
)
def test_each_paper_has_a_number_of_its_own(kind: str, printed: str, number: str) -> None:
    assert fields(kind, f"Rossi S.r.l.\n\n{printed}\n")["number"] == number
