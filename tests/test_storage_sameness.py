"""The same document again, and what only looks like it."""

from __future__ import annotations

import pytest

from storage.reading import Source
from storage.sameness.judge import Same, differences, judge
from tests.likening import INVOICE, likeness, text_of

SCAN = Source.OCR


def test_the_same_paper_scanned_twice() -> None:
    verdict = judge(likeness(source=SCAN), likeness(source=SCAN, legible=0.9))
    assert verdict.same is Same.CERTAIN
    assert verdict.probability > 0.99
    assert {one.field for one in verdict.evidence if one.agrees} >= {"number", "date", "gross_amount"}


def test_the_e_invoice_of_a_scan_is_certain_in_either_order() -> None:
    xml, scan = likeness({"number": "147/2026"}, source=Source.XML), likeness({"number": "147/2026"}, source=SCAN)
    assert judge(xml, scan).same is Same.CERTAIN
    assert judge(scan, xml).same is Same.CERTAIN


@pytest.mark.parametrize(
    "misread",
    [
        {"number": "2026/O147"},
        {"number": "2026/0l47"},
        {"supplier_name": "0fficine Meccaniche A1dini S.r.l.", "supplier_vat_id": None},
        {"date": "2026-03-21"},
        {"gross_amount": "1235.27"},
        {"number": None, "date": None},
    ],
)
def test_a_bad_reading_of_it_is_suspected(misread: dict[str, str | None]) -> None:
    printed = text_of({name: value for name, value in misread.items() if value is not None})
    again = likeness(misread, text=printed, source=SCAN, legible=0.85)
    assert judge(again, likeness()).same is Same.SUSPECTED


def test_what_was_not_found_does_not_make_it_doubtful() -> None:
    part = likeness({"supplier_vat_id": None, "gross_amount": None}, text=text_of({}), source=SCAN, legible=0.85)
    assert judge(part, likeness()).same is Same.CERTAIN


def test_a_copy_with_a_stamp_is_the_same() -> None:
    copy = likeness(text="COPIA\n" + text_of({}) + "\nRICEVUTO 12/05/2026", source=SCAN)
    assert judge(copy, likeness()).same is not Same.NO


@pytest.mark.parametrize(
    "other",
    [
        {"number": "2026/0195", "date": "2026-04-30"},  # next month, the same sum and text
        {"number": "2026/0148"},  # the next number on the same day for the same sum
        {"number": "2027/0147", "date": "2027-03-31"},
        {"date": "2027-03-31"},
        {"supplier_name": "Idraulica Ferri S.n.c.", "supplier_vat_id": "IT01114601006"},
        {"number": "2026/0163", "date": "2026-05-12", "net_amount": "90.00", "gross_amount": "109.80"},
    ],
)
@pytest.mark.parametrize("source", [Source.TEXT, SCAN])
def test_what_only_looks_like_it(other: dict[str, str], source: Source) -> None:
    verdict = judge(likeness(other, source=source), likeness(source=source))
    assert verdict.same is Same.NO
    assert any(one.agrees is False for one in verdict.evidence)


def test_a_credit_note_is_not_its_invoice() -> None:
    note = likeness({"number": "2026/0012"}, kind="credit_note", title="Nota di credito")
    assert judge(note, likeness()).same is Same.NO


@pytest.mark.parametrize("kind", ["purchase_order", "quote", "delivery_note"])
def test_what_came_before_an_invoice_is_not_it(kind: str) -> None:
    before = likeness({"number": "OR-551", "date": "2026-03-02"}, kind=kind, title="Ordine")
    assert judge(likeness(), before).same is Same.NO


def test_a_reminder_is_one_only_where_it_carries_the_invoice() -> None:
    fields = {"number": None, "date": "2026-06-10", "net_amount": None}
    named = "Sollecito: risulta aperta la fattura n. 2026/0147 del 31/03/2026 di 1.285,27 euro."
    assert judge(likeness(fields, text=named, kind="payment_reminder"), likeness()).same is Same.NO
    carried = likeness(fields, text=f"{named}\n{text_of({})}", kind="payment_reminder")
    assert judge(carried, likeness()).same is Same.SUSPECTED


def test_two_receipts_of_one_bar_on_one_day() -> None:
    def receipt(total: str, number: str) -> dict[str, str | None]:
        return {**dict.fromkeys(INVOICE), "date": "2026-03-31", "gross_amount": total, "number": number,
                "supplier_name": "Bar Sport"}  # fmt: skip

    def till(total: str, number: str) -> str:
        return f"Bar Sport P.IVA 01114601006\n31/03/2026 scontrino {number}\nCaffe {total}\nTotale {total}"

    one = likeness(receipt("1.30", "0031-0042"), text=till("1,30", "0031-0042"), kind="receipt", source=SCAN)
    other = likeness(receipt("1.30", "0031-0057"), text=till("1,30", "0031-0057"), kind="receipt", source=SCAN)
    assert judge(one, other).same is Same.NO
    assert judge(one, one).same is not Same.NO


def test_payslips_of_another_month_or_person() -> None:
    def payslip(name: str, code: str, period: str, net: str) -> dict[str, str | None]:
        return {**dict.fromkeys(INVOICE), "employee_name": name, "employee_tax_code": code, "period": period,
                "net_pay": net}  # fmt: skip

    def printed(name: str, code: str, month: str, net: str) -> str:
        return f"Officine Aldini cedolino {month}\n{name} {code}\nore 168 livello 4 paga 1.800,00\nNetto {net}"

    rossi = likeness(
        payslip("Rossi Anna", "RSSNNA80A41A944X", "2026-03", "1512.40"),
        text=printed("Rossi Anna", "RSSNNA80A41A944X", "03/2026", "1.512,40"), kind="payslip", source=SCAN,
    )  # fmt: skip
    april = likeness(
        payslip("Rossi Anna", "RSSNNA80A41A944X", "2026-04", "1512.40"),
        text=printed("Rossi Anna", "RSSNNA80A41A944X", "04/2026", "1.512,40"), kind="payslip", source=SCAN,
    )  # fmt: skip
    verdi = likeness(
        payslip("Verdi Ugo", "VRDGUO75B12A944K", "2026-03", "1512.40"),
        text=printed("Verdi Ugo", "VRDGUO75B12A944K", "03/2026", "1.512,40"), kind="payslip", source=SCAN,
    )  # fmt: skip
    assert judge(april, rossi).same is Same.NO
    assert judge(verdi, rossi).same is Same.NO
    assert judge(rossi, rossi).same is not Same.NO


def test_certain_needs_the_day_where_a_monthly_sum_returns() -> None:
    """The same number and sum a year later, the day not read: never certain."""
    printed = text_of({"date": "2027-03-31", "number": "147"})
    later = likeness({"number": "147", "date": None}, text=printed, source=SCAN)
    assert judge(likeness({"number": "147"}, source=Source.XML), later).same is not Same.CERTAIN


def test_judging_does_not_depend_on_the_order() -> None:
    one, other = likeness(source=SCAN, legible=0.85), likeness({"number": "2026/0l47"}, source=SCAN)
    assert judge(one, other).probability == judge(other, one).probability


def test_differences_between_renditions() -> None:
    assert differences(
        {"number": "12", "date": "2026-03-31", "iban": "IT60"}, {"number": "12", "date": "2026-03-21"}
    ) == {"date": ("2026-03-31", "2026-03-21")}
