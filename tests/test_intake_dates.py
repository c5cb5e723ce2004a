"""Dates as papers print them, and which of a paper's dates is its own. The layouts here are the tests' own."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
