"""IBANs in groups, in boxes, over lines, misread; whose they are. The layouts here are the tests' own."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.extract.extraction import extract
from intake.extract.finders import find_all
from intake.layout.sheet import sheet_of
from storage.kinds import FieldType
from tests.typeset import page_of

IBAN = "IT60X0542811101000000123456"


def ibans_in(text: str) -> list[str]:
    return [found.value for found in find_all(sheet_of(page_of(text))) if found.type is FieldType.IBAN]


@pytest.mark.parametrize(
    "printed",
    [
        IBAN,
        "IBAN:IT60X0542811101000000123456.",
        "IT60 X054 2811 1010 0000 0123 456",
        "IT 60 X 05428 11101 000000123456",
        "IT-60-X-05428-11101-000000123456",
        "Banca Nova IT60 X054 2811 1010 0000 0123\n456",
        "IBAN IT 60 X 05428 11101\n000000123456",
        "IBAN    IT    60    X    05428    11101    000000123456",
        "IT60X054281110100000OI23456",
        "1T6OX0542811101000000123456",
        "IT60X0542811101000000l2345B",
        "IT60X054281110100000123456",
        "IT60X05428111010000000123456",
    ],
)
def test_an_iban_however_it_is_printed(printed: str) -> None:
    assert ibans_in(printed) == [IBAN]


@pytest.mark.parametrize("iban", ["DE89370400440532013000", "FR1420041010050500013M02606", "ES9121000418450200051332"])
def test_ibans_abroad_go_on_in_the_next_line_too(iban: str) -> None:
    groups = " ".join(iban[n : n + 4] for n in range(0, len(iban), 4))
    assert ibans_in(f"Banca estera - IBAN {groups}") == [iban]
    begun, last = groups.rsplit(" ", 1)
    assert ibans_in(f"Pagamento a: CaixaBank {begun}\n{last}") == [iban]


@pytest.mark.parametrize(
    "printed", ["IT60X0542811101000000123457", "IT99X0542811101000000654321", "Polizza IT60 0542 811"]
)
def test_what_no_check_proves_is_none(printed: str) -> None:
    assert ibans_in(printed) in ([], [IBAN])
    assert "IT60X0542811101000000123457" not in ibans_in(printed)


@given(st.integers(0, 26), st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
def test_a_repair_gives_the_true_one_or_nothing(place: int, misread: str) -> None:
    assert ibans_in(IBAN[:place] + misread + IBAN[place + 1 :]) in ([], [IBAN])


@pytest.mark.parametrize(
    "label", ["Vs. banca", "Vs. appoggio bancario Banca Nova", "Banca cliente:", "Addebito su conto"]
)
def test_the_payer_s_bank_is_not_where_to_pay(label: str) -> None:
    text = "# Rossi S.r.l.\n\nFattura n. 7 del 12/03/2026\n\nTotale documento 122,00\n\n"
    assert "iban" not in extract("invoice", [page_of(f"{text}{label} {IBAN}")], date(2026, 12, 31)).fields
    assert "iban" in extract("invoice", [page_of(f"{text}Ns. banca {IBAN}")], date(2026, 12, 31)).fields
