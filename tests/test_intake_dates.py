"""Dates as papers print them, and which of a paper's dates is its own. The layouts here are the tests' own."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.extract.extraction import extract
from intake.extract.finders import find_all
from intake.layout.sheet import sheet_of
from storage.dates import MONTH_NAMES_IT
from storage.kinds import FieldType
from tests.typeset import page_of


def dates_in(text: str) -> list[str]:
    return [found.value for found in find_all(sheet_of(page_of(text))) if found.type is FieldType.DATE]


@pytest.mark.parametrize(
    "printed",
    [
        "12/03/2026", "12.3.26", "12 - 03 - 2026", "12·03·2026", "2026-03-12", "12 marzo 2026", "12 MAR 26",
        "12MAR2026", "12/mar/2026", "12 MARZO2026",
        "12. März 2026", "le 12 mars 2026", "March 12th, 2026", "12th of March 2026",
        "12 de marzo de 2026", "del12/03/2026", "1 2 0 3 2 0 2 6", "1 2/0 3/2 0 2 6", "12 03 2026", "12 marzo '26",
    ],
)  # fmt: skip
def test_dates_as_they_are_printed(printed: str) -> None:
    assert dates_in(f"Data {printed}") == ["2026-03-12"]


def test_a_date_in_three_boxes_under_their_names() -> None:
    assert dates_in("giorno    mese    anno\n16        04      2026") == ["2026-04-16"]
    assert dates_in("pezzi     colli   cod.\n16        04      2026") == []


@pytest.mark.parametrize(
    "printed", ["31/02/2026", "12/03/2026/4", "1.234,56", "0039 06 2026", "12/2026", "10/12/14/16"]
)
def test_what_is_no_date(printed: str) -> None:
    assert dates_in(f"Rif. {printed}") == []


@given(
    st.dates(date(1950, 1, 1), date(2049, 12, 31)),
    st.sampled_from(["{0:%d/%m/%Y}", "{0:%d.%m.%y}", "{0.day} {1} {0.year}"]),
)
def test_any_day_is_read_as_written(day: date, form: str) -> None:
    expected = day if "%y" not in form or day.year >= 2000 else None
    found = dates_in("Data: " + form.format(day, MONTH_NAMES_IT[day.month - 1]))
    assert found == [expected.isoformat()] if expected else len(found) == 1


INVOICE = """
# Rossi Impianti S.r.l.
P. IVA 07643520567

{}

Descrizione                       Q.tà      Prezzo       Importo
Tubo rame 12 mm                   10        10,00        100,00
{}
                                  Totale imponibile      100,00
                                  IVA 22%                 22,00
                                  Totale documento       122,00
{}
"""


def date_of(kind: str, text: str) -> str | None:
    found = extract(kind, [page_of(text)], date(2026, 12, 31)).fields.get("date")
    return found.value if found else None


@pytest.mark.parametrize(
    ("head", "row", "foot"),
    [
        ("FATT. NR. 93 DEL 30.04.2026", "", "FORMULARI: FIR 118277/26 del 14.04.2026, FIR 118301/26 del 22.04.2026"),
        ("Fattura n. 93\nData: 30/04/2026", "Documento di trasporto n. DOC-2026-12 del 12/04/2026", ""),
        ("N. 93    Del 30/04/2026", "", "Rif. Ns. offerta n. 2448 del 15/06/2025"),
        ("Fattura 93    30/04/2026", "", "Assolve gli obblighi dell'articolo 62 del DL 24 gennaio 2012, n. 1"),
        ("N. doc.    Data doc.     Vs. ordine n.\n93         30/04/2026    41/2026 del 01/04/2026", "", ""),
        ("Vs. rif. ordine: DOC-2026-49 del 01/04/2026     Numero: 93     Emissione: 30/04/2026", "", ""),
        (
            "Fattura n. 93\nMilano, 30 aprile 2026",
            "",
            "Scadenze\nData         Importo\n31/05/2026   61,00\n30/06/2026   61,00",
        ),
        ("Fattura n. 93 - Milano 30/04/2026", "", "Pagato con bonifico in data 28/04/2026"),
        ("Determina n. 214 del 20/03/2026 - CIG Z1A3F0C9D2\nFattura nr. 93 del 30/04/2026", "", ""),
    ],
)
def test_an_invoice_has_its_own_date(head: str, row: str, foot: str) -> None:
    assert date_of("invoice", INVOICE.format(head, row, foot)) == "2026-04-30"


@pytest.mark.parametrize(
    ("kind", "text", "own"),
    [
        (
            "credit_note",
            "NOTA ACCREDITO N. 214   DEL 12/02/26\n\nCAUSALE: ERRATO PREZZO VS FATTURA 871 DEL 31/01/26",
            "2026-02-12",
        ),
        (
            "quote",
            "Cagliari 02/10/2026\n\nPREVENTIVO n. 63\nCome da sopralluogo del 24/09/2026 siamo a offrire:",
            "2026-10-02",
        ),
        ("delivery_note", "Documento di consegna n. FA 22367/26 del 11/07/2026\n\nColli 3", "2026-07-11"),
        ("delivery_note", "DDT n. 7\n\nData e ora ritiro\n03/01/2026 13:15", "2026-01-03"),
        (
            "tax_payment",
            "SALDO FINALE    12.432,35     Scadenza\n                              16/2/2026",
            "2026-02-16",
        ),
        (
            "letter",
            "Prato, 23.05.26\n\nSi informano le SS.LL. che il giorno 01 luglio 2026 avrà luogo la visita a Novara.",
            "2026-05-23",
        ),
        (
            "payment_reminder",
            "Data: 09/09/26\n\nNumero       Data fattura   Residuo\n3255         11/01/2026     1.382,18",
            "2026-09-09",
        ),
    ],
)
def test_other_papers_have_their_own_date(kind: str, text: str, own: str) -> None:
    assert date_of(kind, "# Rossi Impianti S.r.l.\n\n" + text) == own
