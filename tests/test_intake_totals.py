"""Net, VAT, total and what is paid, chosen together on layouts of the tests' own."""

from __future__ import annotations

from datetime import date

import pytest

from intake.extract.extraction import extract
from tests.typeset import page_of

HEAD = """
Rossi Impianti S.r.l.        P. IVA 07643520567
Fattura n. 12 del 12/03/2026
"""


def sums(text: str) -> tuple[dict[str, str], dict[str, bool]]:
    found = extract("invoice", [page_of(HEAD + text)], date(2026, 12, 31))
    amounts = {name: value.value for name, value in found.fields.items() if "amount" in name or name == "stamp_duty"}
    return amounts, {check.check: check.passed for check in found.checks}


def test_a_misread_total_follows_from_net_and_vat_and_is_doubted() -> None:
    amounts, checks = sums("Imponibile      1053,50\nIVA 22%          231,77\nTotale documento     1286,27\n")
    assert amounts["gross_amount"] == "1285.27"
    assert checks["net_plus_vat_is_gross"] is False


def test_figures_that_lost_their_comma_count_where_they_make_a_sum() -> None:
    amounts, _ = sums("Imponibile      105350\nIVA 22%          231,77\nTotale documento     1.285,27\n")
    assert (amounts["net_amount"], amounts["vat_amount"], amounts["gross_amount"]) == ("1053.50", "231.77", "1285.27")


@pytest.mark.parametrize(("words", "rate"), [("MwSt. 19%", 19), ("TVA 20%", 20), ("IVA 21%", 21)])
def test_the_rates_of_other_countries_count_where_they_are_printed(words: str, rate: int) -> None:
    amounts, checks = sums(f"Netto      100,00\n{words}      {rate},00\nGesamtbetrag     1{rate},00\n")
    assert amounts["vat_amount"] == f"{rate}.00"
    assert checks["net_plus_vat_is_gross"]


def test_a_pension_fund_at_four_percent_is_no_vat() -> None:
    amounts, _ = sums(
        "Compenso      1000,00\nCassa previdenza 4%     40,00\nTotale documento     1040,00\n"
        "\nRegime forfettario L. 190/2014\n"
    )
    assert amounts["gross_amount"] == "1040.00"
    assert "vat_amount" not in amounts


def test_withholding_on_the_fee_of_a_lawyer() -> None:
    amounts, checks = sums(
        "Onorario                1000,00\nCPA 4%     40,00\nTotale imponibile     1040,00\nIVA 22%      228,80\n"
        "Totale documento     1268,80\nRitenuta d'acconto 20%     200,00\nNetto a pagare     1068,80\n"
    )
    assert amounts == {
        "net_amount": "1040.00",
        "vat_amount": "228.80",
        "gross_amount": "1268.80",
        "withholding_amount": "200.00",
        "amount_due": "1068.80",
    }
    assert checks["gross_minus_withholding_is_due"]


def test_a_share_of_a_fund_may_be_held_back_too() -> None:
    amounts, _ = sums(
        "Imponibile     2000,00\nIVA 22%      440,00\nTotale documento     2440,00\nRitenuta d'acconto     230,00\n"
        "Enasarco     170,00\nNetto a pagare     2040,00\n"
    )
    assert (amounts["withholding_amount"], amounts["amount_due"]) == ("230.00", "2040.00")


def test_small_figures_that_agree_by_chance_make_no_total() -> None:
    amounts, _ = sums(
        "Descrizione        Q.tà       Prezzo      Importo\nVite       11,00     50,00    550,00\n"
        "Dado       10,00     30,00    300,00\nPerno       1,00     70,00     70,00\nTotale     920,00\n"
    )
    assert amounts["gross_amount"] == "920.00"
