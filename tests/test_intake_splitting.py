"""What tells that a page begins another document: heads, counters, people, numbers; what second pages look like."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from intake.firms import NOBODY
from intake.piles.splitting import Plan
from intake.read_pile import plan
from storage.reading import Box, Page, Source, Word

ROSSI = (
    "Officine Rossi S.r.l.",
    "Via Roma 12 - 36100 Vicenza (VI)",
    "P.IVA 07643520567  Tel. 0444 123456  info@officinerossi.it",
)
VERDI = (
    "Tipografia Verdi S.n.c.",
    "Corso Milano 3 - 37100 Verona (VR)",
    "P.IVA 00743110157  Tel. 045 654321  posta@tipografiaverdi.it",
)
TABLE = ("Descrizione Quantità Prezzo Importo", "Vite M6 100 0,10 10,00", "Dado M6 100 0,20 20,00")


def invoice(sender: Sequence[str], number: str) -> tuple[str, ...]:
    head = (*sender, "", f"FATTURA n. {number} del 12/03/2026", "Spett.le Bianchi S.p.A.", "")
    return (*head, *TABLE, "Imponibile 30,00", "IVA 22% 6,60", "Totale documento 36,60")


def payslip(person: str, code: str, employer: Sequence[str] = ROSSI) -> tuple[str, ...]:
    return (*employer, "Cedolino paga", "Periodo di retribuzione: Gennaio 2026", f"Dipendente: {person}",
            f"Codice fiscale {code}", "Retribuzione ordinaria 168 1.800,00", "Totale competenze 1.800,00",
            "Totale trattenute 400,00", "NETTO IN BUSTA 1.400,00")  # fmt: skip


def page(number: int, lines: Sequence[str]) -> Page:
    words = []
    for row, line in enumerate(lines):
        left, top = 0.08, 0.04 + 0.03 * row
        for text in line.split():
            words.append(Word(text, Box(left, top, left + 0.011 * len(text), top + 0.018), 0.95, row))
            left += 0.011 * (len(text) + 1)
    return Page(number, 2480, 3508, Source.OCR, 0.95, tuple(words))


def planned(*sheets: Sequence[str]) -> Plan:
    return plan(tuple(page(number, lines) for number, lines in enumerate(sheets, start=1)), None, NOBODY)


def parts(found: Plan) -> list[tuple[int, ...]]:
    return [segment.pages for segment in found.segments]


def test_another_letterhead_begins_another_document() -> None:
    notice = (*VERDI, "", "Oggetto: chiusura estiva", "Comunichiamo che resteremo chiusi dal 5 al 20 agosto.")
    found = planned(invoice(ROSSI, "147/2026"), notice)
    assert parts(found) == [(1,), (2,)]
    assert not found.is_sure


def test_a_second_page_without_a_head_goes_on() -> None:
    found = planned(invoice(ROSSI, "147/2026"), (*TABLE, "segue", "Riporto 30,00"))
    assert parts(found) == [(1, 2)]


def test_a_second_page_under_the_same_head_goes_on_though_it_was_read_badly() -> None:
    again = ("0fficine R0ssi S.r.l.", "Via Rorna 12 - 36100 Vicenza (VI)", "P.IVA 076435Z0567 Tel. 0444 123456", *TABLE)
    assert parts(planned(invoice(ROSSI, "147/2026"), again)) == [(1, 2)]


def test_general_conditions_on_the_back_begin_nothing() -> None:
    conditions = ("CONDIZIONI GENERALI DI VENDITA", "1. I prezzi si intendono franco nostro magazzino.",
                  "2. Per ogni controversia è competente il foro di Vicenza.")  # fmt: skip
    assert parts(planned(invoice(ROSSI, "147/2026"), conditions, invoice(VERDI, "9"))) == [(1, 2), (3,)]


def test_the_next_invoice_of_the_same_supplier_begins_with_its_number() -> None:
    found = planned(invoice(ROSSI, "147/2026"), invoice(ROSSI, "148/2026"))
    assert parts(found) == [(1,), (2,)]
    assert found.segments[1].reasons == ("other_number",)


@pytest.mark.parametrize("counter", ["Pagina 2 di 2", "Pag. 2/2", "foglio 2 di 2", "Page 2 of 2"])
def test_a_page_that_says_it_is_the_second_goes_on_whatever_else_it_says(counter: str) -> None:
    assert parts(planned(invoice(ROSSI, "147/2026"), (*VERDI, counter, *TABLE))) == [(1, 2)]


def test_another_tax_code_is_another_payslip_without_asking() -> None:
    found = planned(payslip("Mario Rossi", "RSSMRA80A01H501U"), payslip("Anna Neri", "NREBNC85T41F205E"))
    assert parts(found) == [(1,), (2,)]
    assert found.is_sure


def test_a_payslip_whose_tax_code_was_misread_is_told_by_its_name() -> None:
    found = planned(payslip("Mario Rossi", "RSSMRA80A01H501U"), payslip("Carla Bernardi", "BRNCRL85X4lF2O5"))
    assert parts(found) == [(1,), (2,)]
    assert found.segments[1].reasons[0] == "other_person"
    assert not found.is_sure


def test_the_attendance_sheet_of_a_payslip_stays_with_it() -> None:
    sheet = (*ROSSI, "FOGLIO PRESENZE Gennaio 2026", "Dipendente: Mario Rossi", "Codice fiscale RSSMRA80A01H501U",
             "01 G 02 V 03 S 04 D", "Ore ordinarie 168")  # fmt: skip
    assert parts(planned(payslip("Mario Rossi", "RSSMRA80A01H501U"), sheet)) == [(1, 2)]


def marked(number: int, mark: str) -> Page:
    return Page(number, 2480, 3508, Source.OCR, 1.0, (), ({"step": mark},))


def test_a_blank_page_divides_only_where_that_is_configured() -> None:
    pages = (page(1, invoice(ROSSI, "1")), marked(2, "blank"), page(3, TABLE), marked(4, "separator"), page(5, TABLE))
    assert parts(plan(pages, None, NOBODY)) == [(1, 3), (5,)]
    at_blanks = plan(pages, None, NOBODY, at_blanks=True)
    assert parts(at_blanks) == [(1,), (3,), (5,)]
    assert at_blanks.is_sure
    assert [segment.reasons for segment in at_blanks.segments] == [(), ("blank",), ("separator",)]
