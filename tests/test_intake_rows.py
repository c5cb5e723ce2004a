"""Lists of goods, VAT by rate and instalments, on layouts of the tests' own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from intake.extract.extraction import extract
from intake.extract.result import Extraction
from tests.typeset import page_of

HEAD = """
Rossi Impianti S.r.l.        P. IVA 07643520567
Fattura n. 12 del 12/03/2026
Spett.le Bianchi Arredi S.p.A.
"""
TOTALS = """
Totale imponibile                                            100,00
IVA 22%                                                       22,00
Totale documento                                             122,00
"""


def read(kind: str, *texts: str) -> Extraction:
    return extract(kind, [page_of(text, number=n) for n, text in enumerate(texts, 1)], date(2026, 12, 31))


def pairs(rows: Sequence[Mapping[str, str]], *names: str) -> list[tuple[str | None, ...]]:
    return [tuple(row.get(name) for name in names) for row in rows]


def lines(*texts: str) -> list[tuple[str | None, ...]]:
    return pairs(read("invoice", *texts).lists.get("lines", ()), "description", "amount")


GOODS = [("Tubo rame 12 mm", "50.00"), ("Raccordo a T", "50.00")]


@pytest.mark.parametrize(
    "table",
    [
        """
Descrizione                    Q.tà     Prezzo      Importo
Tubo rame 12 mm                  10       5,00        50,00
Raccordo a T                      4      12,50        50,00
""",
        """
Importo     Prezzo    Q.tà   Descrizione
  50,00       5,00      10   Tubo rame 12 mm
  50,00      12,50       4   Raccordo a T
""",
        """
Bezeichnung                    Menge    Einzelpreis   Gesamt
Tubo rame 12 mm                  10       5,00        50,00
Raccordo a T                      4      12,50        50,00
""",
        """
Cod.     Descrizione            Quantità   Prezzo      Sc.      Valore
                                           unitario     %       totale
A12-77   Tubo rame 12 mm              10      10,00     50       50,00
A12-78   Raccordo a T                  4      12,50              50,00
""",
        """
Tubo rame 12 mm                  10       5,00        50,00
Raccordo a T                      4      12,50        50,00
""",
    ],
    ids=["plain", "amounts first", "German", "head on two lines", "no head"],
)
def test_lines_whatever_the_columns(table: str) -> None:
    assert lines(HEAD + table + TOTALS) == GOODS


def test_quantity_and_price_are_told_by_their_product() -> None:
    table = """
Descrizione                    Conf.    Lordo       Importo
Tubo rame 12 mm                  10       5,00        50,00
Raccordo a T                      4      12,50        50,00
"""
    found = read("invoice", HEAD + table + TOTALS).lists["lines"]
    assert pairs(found, "quantity", "unit_price") == [("10.00", "5.00"), ("4.00", "12.50")]


def test_wrapped_text_belongs_to_its_line_and_a_delivery_note_to_none() -> None:
    table = """
Descrizione                    Q.tà     Prezzo      Importo
Rif. DDT n. 44 del 01/03/2026

Tubo rame 12 mm                  10       5,00        50,00
ricotto in rotoli

Raccordo a T                      4      12,50        50,00
"""
    found = lines(HEAD + table + TOTALS)
    assert found == [("Tubo rame 12 mm ricotto in rotoli", "50.00"), ("Raccordo a T", "50.00")]


def test_sums_carried_over_pages_are_no_lines() -> None:
    head = "\nDescrizione                    Q.tà     Prezzo      Importo\n"
    one = (
        HEAD + head + "Tubo rame 12 mm                  10       5,00        50,00\nA riportare" + 41 * " " + "50,00\n"
    )
    two = head + "Riporto" + 45 * " " + "50,00\nRaccordo a T                      4      12,50        50,00\n" + TOTALS
    assert lines(one, two) == GOODS


def test_a_misread_amount_is_put_right_by_its_factors() -> None:
    table = """
Descrizione                    Q.tà     Prezzo      Importo
Tubo rame 12 mm                  10       5,00        56,00
Raccordo a T                      4      12,50        50,00
"""
    assert lines(HEAD + table + TOTALS) == GOODS


def test_an_amount_without_its_comma_counts_where_the_sum_agrees() -> None:
    table = """
Descrizione                    Q.tà     Prezzo      Importo
Tubo rame 12 mm                  10       5,00        5000
Raccordo a T                      4      12,50        50,00
"""
    assert lines(HEAD + table + TOTALS) == GOODS


def test_lines_that_do_not_add_up_say_so() -> None:
    table = """
Descrizione                    Q.tà     Prezzo      Importo
Tubo rame 12 mm                  10       5,00        50,00
Raccordo a T                      4      10,00        40,00
"""
    found = read("invoice", HEAD + table + TOTALS)
    assert [check.passed for check in found.checks if check.check == "lines_add_up"] == [False]


def test_goods_of_a_delivery_note_have_quantities_and_end_before_the_form() -> None:
    text = """
Documento di trasporto n. 5 del 12/03/2026

Merce                          U.M.     Quantità
Tubo rame 12 mm                 m            10
Raccordo a T                    pz           4,5

Firma conducente               N. colli      3
"""
    found = read("delivery_note", text).lists["lines"]
    assert pairs(found, "description", "quantity", "unit") == [
        ("Tubo rame 12 mm", "10.00", "m"),
        ("Raccordo a T", "4.50", "pz"),
    ]


RATES_AS_ROWS = """
Aliquota      Imponibile      Imposta
22%              1000,00       220,00
10%               200,00        20,00
Totale fattura   1440,00
"""
RATES_AS_COLUMNS = """
Aliquote            22%          10%
Imponibile      1000,00       200,00
Imposta          220,00        20,00
Totale fattura   1440,00
"""


@pytest.mark.parametrize("summary", [RATES_AS_ROWS, RATES_AS_COLUMNS], ids=["rows", "columns"])
def test_vat_by_rate_makes_the_total_though_its_sums_are_not_printed(summary: str) -> None:
    found = read("invoice", HEAD + summary)
    assert pairs(found.lists["vat_lines"], "rate", "net_amount", "vat_amount") == [
        ("10.00", "200.00", "20.00"),
        ("22.00", "1000.00", "220.00"),
    ]
    assert {name: found.fields[name].value for name in ("net_amount", "vat_amount", "gross_amount")} == {
        "net_amount": "1200.00",
        "vat_amount": "240.00",
        "gross_amount": "1440.00",
    }


@pytest.mark.parametrize(
    ("reason", "nature"),
    [
        ("Esente art. 10 DPR 633/72", "N4"),
        ("Operazione non imponibile art. 8 DPR 633/72", "N3.1"),
        ("Inversione contabile art. 17 c. 6 lett. a-ter", "N6.7"),
        ("Regime forfettario L. 190/2014", "N2.2"),
        ("Natura N3.5", "N3.5"),
    ],
)
def test_what_bears_no_vat_says_why(reason: str, nature: str) -> None:
    found = read("invoice", HEAD + f"\nConsulenza     500,00\n{reason}\n\nTotale documento    500,00\n")
    assert pairs(found.lists["vat_lines"], "rate", "nature", "net_amount") == [("0.00", nature, "500.00")]


@pytest.mark.parametrize(
    "printed",
    [
        "Scadenze: 30/04/2026 61,00   31/05/2026 61,00",
        "Scadenza        Importo\n30/04/2026        61,00\n31/05/2026        61,00",
        "Scadenze     30/04/2026     31/05/2026\nImporti           61,00          61,00",
    ],
    ids=["one line", "table", "dates over amounts"],
)
def test_instalments_however_they_stand(printed: str) -> None:
    found = read("invoice", HEAD + TOTALS + "\n" + printed)
    assert pairs(found.lists["due_dates"], "date", "amount") == [("2026-04-30", "61.00"), ("2026-05-31", "61.00")]
    assert found.fields["due_date"].value == "2026-04-30"


def test_a_misread_instalment_is_what_the_total_leaves() -> None:
    found = read("invoice", HEAD + TOTALS + "\nScadenze: 30/04/2026 61,00   31/05/2026 67,00")
    assert pairs(found.lists["due_dates"], "amount") == [("61.00",), ("61.00",)]


def test_the_one_fee_of_a_short_bill_is_its_line() -> None:
    bill = (
        "\nCompenso                    500,00\nImposta di bollo              2,00\nTotale da pagare            502,00\n"
    )
    assert lines(HEAD + bill + "\nRegime forfettario L. 190/2014\n") == [("Compenso", "500.00")]


def test_a_list_goes_on_over_a_page_without_a_head() -> None:
    head = "\nDescrizione                    Q.tà     Prezzo      Importo\n"
    one = HEAD + head + "Tubo rame 12 mm                  10       5,00        50,00\n"
    two = "\nRossi Impianti S.r.l.\n\nRaccordo a T                      4      12,50        50,00\n" + TOTALS
    assert lines(one, two) == GOODS


@pytest.mark.parametrize(
    ("table", "totals"),
    [
        (
            """
Tubo rame 12 mm                                               50,00
Raccordo a T                                                  50,00
Totale onorari                                               100,00
Contributo integrativo 4%                                      4,00
""",
            """
Imponibile IVA                                               104,00
IVA 22%                                                       22,88
Totale documento                                             126,88
""",
        ),
        (
            """
Tubo rame 12 mm                                             € 50,00
Raccordo a T                                                € 50,00
Marca da bollo                                               € 2,00
""",
            """
Totale da pagare                                           € 102,00
""",
        ),
        (
            """
Data         Rifornimento                             Importo netto
05/05        Tubo rame 12 mm                                  50,00
06/05        Raccordo a T                                     50,00
""",
            TOTALS,
        ),
        (
            """
Descrizione                    Q.tà     Prezzo      Importo
Tubo rame 12 mm                  10       5,00        50,00
Raccordo a T                      4      12,50        50,00
""",
            """
Totale merce     Spese incasso   Cod. IVA         Imponibile     Imposta
  100,00               2,00      22 - IVA 22%         102,00       22,44
""",
        ),
    ],
)
def test_goods_without_usual_heads_and_not_what_sums_them_up(table: str, totals: str) -> None:
    assert lines(HEAD + table + totals)[:2] == GOODS
