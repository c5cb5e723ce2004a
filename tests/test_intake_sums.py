"""Totals, balances and what lists add up to, on layouts of the tests' own."""

from __future__ import annotations

from datetime import date

import pytest

from intake.extract.extraction import extract
from tests.typeset import page_of


def values(kind: str, text: str) -> dict[str, str]:
    found = extract(kind, [page_of(text)], date(2026, 12, 31))
    return {name: field.value for name, field in found.fields.items()}


@pytest.mark.parametrize(
    "statement",
    [
        """
Data         Descrizione                          Dare        Avere        Saldo
             Saldo al 01/03/2026                                        1.000,00
05/03/2026   Utenza energia                     150,00                    850,00
12/03/2026   BONIFICO CAUSALE SALDO FATT. 12                 300,00     1.150,00
             Saldo al 31/03/2026                                        1.150,00
""",
        """
Data            Importo    Descrizione operazione
               1.000,00    SALDO ESTRATTO CONTO PRECEDENTE
05/03/2026      -150,00    Utenza energia
12/03/2026       300,00    BONIFICO SALDO FT 12
               1.150,00    SALDO A VS. CREDITO
""",
        """
Saldo finale: 1.150,00
Saldo iniziale: 1.000,00

Data         Causale                Uscite      Entrate      Saldo
05/03/2026   Utenza energia         150,00                  850,00
12/03/2026   Bonifico                            300,00   1.150,00
""",
    ],
)
def test_balances_by_their_words_their_order_and_the_movements(statement: str) -> None:
    found = values("bank_statement", "Banca di Prova S.p.A.\nEstratto conto\n" + statement)
    assert (found.get("opening_balance"), found.get("closing_balance")) == ("1000.00", "1150.00")


@pytest.mark.parametrize(
    "claim",
    [
        """
N. fattura     Scadenza      Da pagare      Saldo a Vs. debito      350,00
12/2025        31/10/2025       100,00
19/2025        30/11/2025       250,00
""",
        """
Documento      Del           Importo
12/2025        31/10/2025       100,00
19/2025        30/11/2025       250,00
               In tutto         350,00
""",
        """
Ci risulta non pagata la fattura n. 12/2025 del 30/09/2025 di Euro 350,00 con scadenza 31/10/2025.
""",
    ],
)
def test_a_reminder_asks_for_the_sum_of_what_it_lists(claim: str) -> None:
    found = values("payment_reminder", "Rossi Impianti S.r.l.\nSollecito di pagamento\n" + claim)
    assert found.get("gross_amount") == "350.00"


def test_an_expense_report_is_worth_its_expenses_not_what_an_advance_leaves() -> None:
    report = """
Nota spese
Data           Causale              Importo
17/05/2026     Carburante             85,39
27/05/2026     Cancelleria            10,17

Totale                                95,56
Acconto                              -14,86
Saldo                                 80,70
"""
    assert values("expense_report", report)["gross_amount"] == "95.56"


def test_the_balance_of_all_sections_is_what_a_tax_payment_pays() -> None:
    delegation = """
MODELLO F24
SEZIONE ERARIO
codice tributo     anno     importi a debito     importi a credito
1001               2026             2.184,33
6099               2026               500,00
TOTALE A                            2.684,33               0,00    SALDO (A)      2.684,33
SEZIONE REGIONI
codice tributo     anno     importi a debito     importi a credito
3802               2025               118,27
TOTALE E                              118,27               0,00    SALDO (E)        118,27
SALDO FINALE                                                                       2.802,60
"""
    assert values("tax_payment", delegation)["gross_amount"] == "2802.60"


def test_a_total_plus_vat_is_a_net_sum() -> None:
    order = """
Ordine n. 12 del 03/02/2026
Descrizione                 Q.tà     Prezzo     Importo
Tubo rame 12 mm               10       5,00       50,00
Raccordo a T                   4      12,50       50,00
                                       Totale (+ IVA)
                                               100,00
"""
    found = values("purchase_order", order)
    assert (found.get("net_amount"), found.get("gross_amount")) == ("100.00", None)


@pytest.mark.parametrize(
    ("bill", "expected"),
    [
        (
            """
Imponibile                1.000,00
IVA                           0,00
Imposta di bollo              2,00
Totale documento          1.002,00
""",
            ("1000.00", "0.00", "1002.00"),
        ),
        (
            """
Importo totale:           1.000,00
Data            Importo
31/03/2026       500,00
30/04/2026       500,00
""",
            (None, None, "1000.00"),
        ),
        (
            """
Imponibile                1.000,00
IVA 22%                     220,00
Totale fattura            1.220,00
Ritenuta 20% su 1.000,00    200,00
Netto a pagare            1.020,00
""",
            ("1000.00", "220.00", "1220.00"),
        ),
    ],
)
def test_sums_without_vat_with_stamp_duty_beside_instalments(
    bill: str, expected: tuple[str | None, str | None, str]
) -> None:
    found = values("invoice", "Rossi Impianti S.r.l.\nFattura n. 12 del 12/03/2026\n" + bill)
    assert (found.get("net_amount"), found.get("vat_amount"), found.get("gross_amount")) == expected
    assert found.get("withholding_amount") == ("200.00" if "Ritenuta" in bill else None)


def test_figures_of_a_payslip_that_agree_by_chance_are_not_its_sums() -> None:
    slip = """
Cedolino paga marzo 2026
Contributi                 236,39
Imposta netta              402,16
Totale retribuzione lorda          2.572,22
Totale trattenute                    638,55
Netto del mese                     1.934,00
"""
    found = values("payslip", slip)
    assert (found.get("gross_pay"), found.get("deductions"), found.get("net_pay")) == ("2572.22", "638.55", "1934.00")
