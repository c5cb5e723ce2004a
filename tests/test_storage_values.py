"""Canonical values: what is typed, what is kept, what is shown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.it import codicefiscale, iva

from storage.kinds import FIELDS, FieldType
from storage.values import BadValue, is_valid, parse, parse_amount, parse_date, parse_month, show

LANGUAGES = st.sampled_from(["it", "en"])


@pytest.mark.parametrize(
    "text",
    [
        "3/4/2026",
        "03.04.26",
        "3-4-2026",
        "2026-04-03",
        "3 aprile 2026",
        "3 APR 2026",
        "3 apr. '26",
        "April 3, 2026",
        "3rd of April 2026",
        "3. April 2026",
        "3 avril 2026",
        "3 de abril de 2026",
        "03 04 2026",
        "20260403",
    ],
)
def test_a_date_is_read_in_many_writings(text: str) -> None:
    assert parse_date(text) == date(2026, 4, 3)


def test_named_months_of_other_languages() -> None:
    assert parse_date("1er août 2025") == date(2025, 8, 1)
    assert parse_date("5. März 2025") == date(2025, 3, 5)
    assert parse_date("1° gennaio 2024") == date(2024, 1, 1)
    assert parse_date("15 mag 2024") == date(2024, 5, 15)
    assert parse_date("15 juillet 2024") == date(2024, 7, 15)


def test_the_order_of_day_and_month() -> None:
    assert parse_date("3/4/2026", day_first=False) == date(2026, 3, 4)
    assert parse_date("13/4/2026", day_first=False) == date(2026, 4, 13)
    assert parse_date("4/13/2026") is None


@pytest.mark.parametrize(
    "text", ["31/02/2026", "1/13/2026", "0/1/2026", "12/2026", "hello", "", "1/1/0001", "29.02.2025"]
)
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


def test_two_digit_years_of_births_and_of_papers() -> None:
    assert parse_date("1/1/26") == date(2026, 1, 1)
    assert parse_date("1/1/74") == date(1974, 1, 1)


@pytest.mark.parametrize("text", ["marzo 2026", "03/2026", "Mar-26", "2026-03", "MARZO '26", "März 2026", "2026 marzo"])
def test_a_month_is_read_in_many_writings(text: str) -> None:
    assert parse_month(text) == "2026-03"


def test_what_is_no_month() -> None:
    assert parse_month("13/2026") is None
    assert parse_month("3/4/2026") is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1 234,56", "1234.56"),
        ("1'234.56", "1234.56"),
        ("1.234.567,8", "1234567.8"),
        ("€ 12,5", "12.5"),
        ("12,50 EUR", "12.5"),
        ("1.285", "1285"),
        ("1,285", "1.285"),
        ("1.28", "1.28"),
        ("-3,00", "-3"),
        ("3,00-", "-3"),
        ("(3,00)", "-3"),
        ("- € 3,00", "-3"),
        ("1.000.000", "1000000"),
        ("12345,67", "12345.67"),
        (",50", "0.5"),
    ],
)
def test_an_amount_is_read_in_many_writings(text: str, number: str) -> None:
    assert parse_amount(text) == Decimal(number)


def test_the_decimal_sign_decides_where_nothing_else_does() -> None:
    assert parse_amount("1,285", decimal=".") == 1285
    assert parse_amount("1.285", decimal=".") == Decimal("1.285")


@pytest.mark.parametrize("text", ["", "-", "12,3,4", "1.23.456,00", "12 34,00", "abc", "1,2.3,4", "٣,00", "9" * 40])
def test_what_is_no_amount(text: str) -> None:
    assert parse_amount(text) is None


@pytest.mark.parametrize(
    ("type", "text", "value"),
    [
        (FieldType.AMOUNT, "1.285,27 €", "1285.27"),
        (FieldType.AMOUNT, "-0", "0.00"),
        (FieldType.AMOUNT, "0,0345", "0.0345"),
        (FieldType.DATE, "12/3/26", "2026-03-12"),
        (FieldType.VAT_ID, "it 0764352 0567", "IT07643520567"),
        (FieldType.VAT_ID, "07643520567", "IT07643520567"),
        (FieldType.VAT_ID, "DE 136.695.976", "DE136695976"),
        (FieldType.TAX_CODE, "rss mra 80a01 h501u", "RSSMRA80A01H501U"),
        (FieldType.TAX_CODE, "RSSMRA80A01H50MM", "RSSMRA80A01H50MM"),
        (FieldType.IBAN, "IBAN IT60 X054 2811 1010 0000 0123 456", "IT60X0542811101000000123456"),
        (FieldType.CURRENCY, "€", "EUR"),
        (FieldType.HOURS, "7:30", "7.5"),
        (FieldType.HOURS, "8 ore", "8"),
        (FieldType.INT, " 2026 ", "2026"),
        (FieldType.TEXT, " due\n parole ", "due parole"),
    ],
)
def test_typed_values_become_canonical(type: FieldType, text: str, value: str) -> None:
    assert parse(type, text) == value
    assert is_valid(type, value)


@pytest.mark.parametrize(
    ("type", "text"),
    [
        (FieldType.VAT_ID, "07643520568"),
        (FieldType.TAX_CODE, "RSSMRA80A01H501X"),
        (FieldType.IBAN, "IT60X0542811101000000123457"),
        (FieldType.CURRENCY, "XYZ"),
        (FieldType.DATE, "30/02/2026"),
        (FieldType.AMOUNT, "dodici"),
        (FieldType.TEXT, " \n "),
        (FieldType.TEXT, "a" * 3000),
        (FieldType.INT, "1.5"),
        (FieldType.HOURS, "-3"),
        (FieldType.MONTH, "2026"),
        (FieldType.CHOICE, "nothing"),
    ],
)
def test_what_does_not_write_a_value_is_refused_with_a_remedy(type: FieldType, text: str) -> None:
    with pytest.raises(BadValue) as caught:
        parse(type, text)
    assert caught.value.message.it and caught.value.message.en
    assert isinstance(caught.value, ValueError)


def test_a_choice_is_known_by_its_value_and_by_its_names() -> None:
    choices = FIELDS["contract_type"].choices
    assert {parse(FieldType.CHOICE, text, choices) for text in ("fixed_term", "Tempo determinato", "fixed  term")} == {
        "fixed_term"
    }
    assert show(FieldType.CHOICE, "fixed_term", "it", choices) == "tempo determinato"
    assert not is_valid(FieldType.CHOICE, "for ever", choices)


def test_what_people_read() -> None:
    assert show(FieldType.DATE, "2026-03-31", "it") == "31/03/2026"
    assert show(FieldType.AMOUNT, "-1285.27", "it") == "-1.285,27"
    assert show(FieldType.AMOUNT, "1285.27", "en") == "1,285.27"
    assert show(FieldType.MONTH, "2026-03", "it") == "marzo 2026"
    assert show(FieldType.MONTH, "2026-03", "en") == "March 2026"
    assert show(FieldType.AMOUNT, "not one", "en") == "not one"


@given(
    st.dates(date(1961, 1, 1), date(2060, 12, 31)),
    st.sampled_from(["%d/%m/%Y", "%d.%m.%y", "%Y-%m-%d", "%d %b %Y", "%B %d, %Y"]),
)
def test_dates_survive_every_writing(day: date, form: str) -> None:
    assert parse_date(day.strftime(form)) == day


@given(st.decimals(-(10**12), 10**12, places=4, allow_nan=False), LANGUAGES)
def test_amounts_survive_showing(number: Decimal, language: str) -> None:
    value = parse(FieldType.AMOUNT, f"{number:f}" if number.as_tuple().exponent else str(number))
    assert is_valid(FieldType.AMOUNT, value)
    assert parse(FieldType.AMOUNT, show(FieldType.AMOUNT, value, language)) == value


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), LANGUAGES)
def test_dates_and_months_survive_showing(day: date, language: str) -> None:
    assert parse(FieldType.DATE, show(FieldType.DATE, day.isoformat(), language)) == day.isoformat()
    month = f"{day:%Y-%m}"
    assert parse(FieldType.MONTH, show(FieldType.MONTH, month, language)) == month


@given(st.decimals(0, 9999, places=3), LANGUAGES)
def test_hours_survive_showing(number: Decimal, language: str) -> None:
    value = parse(FieldType.HOURS, f"{number:f}0")
    assert parse(FieldType.HOURS, show(FieldType.HOURS, value, language)) == value


@given(st.integers(1, 9_999_999))
def test_one_wrong_digit_of_a_vat_id_is_noticed(serial: int) -> None:
    digits = f"{serial:07d}012"
    number = next(digits + last for last in "0123456789" if iva.is_valid(digits + last))
    wrong = number[:3] + str((int(number[3]) + 1) % 10) + number[4:]
    assert is_valid(FieldType.VAT_ID, "IT" + number)
    assert not is_valid(FieldType.VAT_ID, "IT" + wrong)


@given(st.text())
def test_any_text_is_a_value_or_refused(text: str) -> None:
    for type in FieldType:
        try:
            value = parse(type, text)
        except BadValue:
            continue
        assert is_valid(type, value)
        assert parse(type, value) == value or type in (FieldType.AMOUNT, FieldType.HOURS)


def test_the_national_letter_of_an_italian_iban_counts() -> None:
    account = "0542811101000000123456"
    assert codicefiscale.calc_check_digit(account) == "X"
    assert not is_valid(FieldType.IBAN, "IT33Y0542811101000000123456")
