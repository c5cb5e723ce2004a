"""The start page: what needs somebody today, what came in, and the months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from html import unescape

import pytest

from tests.web_fixtures import Archive, archive, invoice, payslip
from web import chart
from web.chart import Figure

TODAY = datetime.now().astimezone().date()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive(tmp_path_factory.mktemp("start")) as made:
        for days, name in ((-30, "Da Tempo"), (-2, "Ieri L'Altro"), (3, "Fra Poco"), (40, "Lontano")):
            said = {
                "number": f"7/{days}",
                "date": TODAY.isoformat(),
                "due_date": (TODAY + timedelta(days)).isoformat(),
                "supplier_name": name,
                "gross_amount": "1000.10",
            }
            made.file(f"{name}.pdf", invoice(said))
        credit = {"number": "NC1", "date": TODAY.isoformat(), "supplier_name": "Fra Poco", "gross_amount": "200.00"}
        made.file("nota.pdf", invoice(credit, kind="credit_note"))
        made.file("cedolino.pdf", payslip())
        yield made


def part(page: str, heading: str) -> str:
    """The section under a heading."""
    start = page.index(f'id="{heading}"')
    return page[start : page.index("</section>", start)]


def test_what_falls_due_these_days_comes_the_soonest_first(desk: Archive) -> None:
    due = part(unescape(desk.client().get("/").text), "due")
    assert due.index("Ieri L'Altro") < due.index("Fra Poco")
    assert "Da Tempo" not in due and "Lontano" not in due
    assert due.count("is-wrong") == 1  # the day of the one is past


def test_the_months_say_how_much_came_in(desk: Archive) -> None:
    page = unescape(desk.client().get("/").text)
    table = part(page, "months").split("<tbody>")[1]
    last = table.split("<tr>")[-1]
    assert ">5</td>" in last  # the payslip is of another month
    assert "3.800,40\xa0€" in last
    assert page.count('class="chart-bar"') == 24
    assert f"/search?from={TODAY:%Y-%m}-01&to={TODAY:%Y-%m}" in page


def test_papers_of_the_staff_are_told_to_nobody_else(desk: Archive) -> None:
    assert "Giulia Verdi" in desk.client("anna").get("/").text
    page = desk.client("bruno").get("/").text
    assert "Giulia Verdi" not in page and ">6</a>" not in page


def test_a_new_archive_says_what_to_do(tmp_path_factory: pytest.TempPathFactory) -> None:
    with archive(tmp_path_factory.mktemp("empty")) as empty:
        assert "L'archivio è vuoto" in unescape(empty.client().get("/").text)


def test_bars_below_zero_hang_from_the_floor() -> None:
    drawn = chart.bars([Figure("gen", 300, "3", "/a"), Figure("feb", -100, "-1", "/b"), Figure("mar", 0, "0", "/c")])
    up, down, none = drawn.bars
    assert up.y + up.height == pytest.approx(drawn.floor) == down.y
    assert up.height == pytest.approx(3 * down.height, abs=0.2)
    assert none.height == 0
    assert drawn.top == "3"
    assert chart.bars([]).bars == ()
