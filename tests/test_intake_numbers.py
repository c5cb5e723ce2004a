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
