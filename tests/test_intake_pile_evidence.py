"""Where a document begins in a pile: each kind of evidence on pages of a few words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from intake.firms import NOBODY
from intake.piles.splitting import Plan, split
from intake.read_pile import plan
from storage.reading import Page, Source
from tests.typeset import page_of

LETTERHEAD = ("Ferramenta Bianchi S.r.l.", "Via Roma 1 - 20121 Milano (MI)", "Tel. 02 123456  P.IVA 07643520567")
OTHER_HEAD = ("Alfa Legnami S.p.A.", "Corso Torino 8 - 10121 Torino (TO)", "Tel. 011 987654  P.IVA 00159560366")
ROWS = tuple(f"{number} Vite zincata M{number} pz {number},00 {number}2,50" for number in range(3, 15))
TOTAL = ("Imponibile 409,84", "IVA 22% 90,16", "Totale documento 500,00")
_SPACE = ("",) * 6
ANNA, LUCA, MARIO = "VRDNNA85M41H501D", "BNCLCU80A01F205T", "NREMRA75T10L219M"


def page(*lines: str) -> Page:
    return page_of("\n".join(lines))


def bare(mark: str) -> Page:
    return Page(1, 2480, 3508, Source.OCR, 1.0, (), ({"step": mark},))


def planned(*pages: Page, at_blanks: bool = False) -> Plan:
    numbered = tuple(
        Page(number, p.width, p.height, p.source, p.confidence, p.words, p.preparation)
        for number, p in enumerate(pages, start=1)
    )
    return plan(numbered, None, NOBODY, at_blanks=at_blanks)


def pages_of(found: Plan) -> list[tuple[int, ...]]:
    return [segment.pages for segment in found.segments]


def invoice(number: str, head: Sequence[str] = LETTERHEAD, foot: Sequence[str] = TOTAL) -> Page:
    to = ("Spett.le", "Rossi Impianti S.r.l.", "Via Verdi 3 - 20900 Monza (MB)")
    return page(
        *head, *_SPACE, f"FATTURA N. {number}", "Data 12/03/2026", *to, "Descrizione Quantità Prezzo", *ROWS, *foot
    )


def payslip(code: str, *more: str) -> Page:
    facts = (f"Codice fiscale: {code}", "Livello 4", "Totale competenze 2.100,00", "Totale trattenute 600,00")
    return page("CEDOLINO PAGA", "Periodo di retribuzione: Marzo 2026", "Rossi Impianti S.r.l. P.IVA 07643520567",
                "Dipendente: nominativo", *facts, "NETTO IN BUSTA 1.500,00", *more)  # fmt: skip


def test_another_letterhead_title_and_number_begin_a_document() -> None:
    found = planned(invoice("12/2026"), invoice("77/B", OTHER_HEAD))
    assert pages_of(found) == [(1,), (2,)]
    assert {"letterhead", "other_supplier", "other_number"} <= set(found.segments[1].reasons)


def test_invoices_of_one_supplier_are_told_by_their_numbers() -> None:
    found = planned(invoice("12/2026"), invoice("13/2026"), invoice("14/2026"))
    assert pages_of(found) == [(1,), (2,), (3,)]
    assert "other_number" in found.segments[2].reasons
    assert not found.is_sure


@pytest.mark.parametrize(
    "second",
    [
        page(*LETTERHEAD, "Descrizione Quantità Prezzo", "Riporto 1.200,00", *ROWS, *TOTAL),
        page("segue fattura n. 12/2026", *ROWS, *TOTAL),
        page(*LETTERHEAD, "FATTURA N. 12/2026", "Data 12/03/2026", "Pagina 2 di 2", *ROWS, *TOTAL),
        page(*LETTERHEAD, "FATTURA N. 12/2026", "Data 12/03/2026", *ROWS, *TOTAL, "- 2/2 -"),
        page(
            "CONDIZIONI GENERALI DI VENDITA", *(f"{n}. La merce viaggia a rischio del committente" for n in range(20))
        ),
        page("Informativa sulla privacy", *(f"{n}. I dati sono trattati a norma di legge" for n in range(20))),
    ],
)
def test_what_goes_on_stays_with_its_first_page(second: Page) -> None:
    first = invoice("12/2026", foot=("Pagina 1 di 2",))
    assert pages_of(planned(first, second)) == [(1, 2)]


@pytest.mark.parametrize("counter", ["Pagina 1 di 2", "Pag. 1/2", "Foglio n. 1 di 2", "1/2", "Pag. 1 - 2"])
def test_a_page_numbered_one_after_a_last_page_begins_a_document(counter: str) -> None:
    first = invoice("12/2026", foot=(*TOTAL, "Pagina 1 di 1"))
    letter = page("Gentile cliente,", "Oggetto: variazione dei prezzi", "Data 3/4/2026", "con la presente", counter)
    found = planned(first, letter)
    assert pages_of(found) == [(1,), (2,)]
    assert "page_1" in found.segments[1].reasons


def test_what_lies_behind_general_terms_is_compared_with_the_documents_first_page() -> None:
    terms = page("CONDIZIONI GENERALI DI VENDITA", *(f"{n}. La merce viaggia a rischio" for n in range(20)), "Pag. 1")
    found = planned(invoice("12/2026"), terms, invoice("13/2026"), terms)
    assert pages_of(found) == [(1, 2), (3, 4)]


# payslips


def test_another_persons_payslip_begins_a_document_without_asking() -> None:
    found = planned(*(payslip(code) for code in (ANNA, LUCA, MARIO)))
    assert pages_of(found) == [(1,), (2,), (3,)]
    assert found.is_sure
    assert all(segment.reasons[0] == "other_tax_code" for segment in found.segments[1:])


def test_an_employer_who_is_a_person_stands_on_every_payslip() -> None:
    found = planned(*(payslip(code, f"Datore di lavoro C.F. {MARIO}") for code in (ANNA, LUCA)))
    assert (pages_of(found), found.is_sure) == ([(1,), (2,)], True)


@pytest.mark.parametrize("misread", [ANNA, ANNA.replace("85", "B5"), ANNA.replace("H501", "H5O1")])
def test_the_attendance_sheet_stays_with_its_payslip(misread: str) -> None:
    hours = page("FOGLIO PRESENZE", "Dipendente: nominativo", f"Cod. fisc. {misread}", "Giorno Ore Causale",
                 *(f"{day:02} 8,00" for day in range(1, 31)), "Pag. 1 di 1")  # fmt: skip
    found = planned(payslip(ANNA), hours, payslip(LUCA))
    assert (pages_of(found), found.is_sure) == ([(1, 2), (3,)], True)


def test_the_list_behind_a_run_is_no_part_of_the_last_payslip() -> None:
    netti = page("DISTINTA NETTI", "Matr. Nominativo Netto", "0001 Verdi Anna 1.500,00", "0002 Bianchi Luca 1.500,00")
    found = planned(payslip(ANNA), payslip(LUCA), netti)
    assert (pages_of(found), found.is_sure) == ([(1,), (2,), (3,)], True)


# separators and blank pages


def test_who_puts_separators_has_said_where_documents_begin() -> None:
    pages = (bare("separator"), invoice("12/2026"), invoice("13/2026"), bare("separator"), invoice("7", OTHER_HEAD))
    found = planned(*pages)
    assert (pages_of(found), found.is_sure) == ([(2, 3), (5,)], True)


def test_a_run_of_payslips_between_separators_is_split_all_the_same() -> None:
    found = planned(bare("separator"), invoice("12/2026"), bare("separator"), payslip(ANNA), payslip(LUCA))
    assert (pages_of(found), found.is_sure) == ([(2,), (4,), (5,)], True)


@pytest.mark.parametrize(("at_blanks", "expected"), [(False, [(1, 3)]), (True, [(1,), (3,)])])
def test_blank_pages_divide_only_where_that_is_wanted(at_blanks: bool, expected: list[tuple[int, ...]]) -> None:
    continued = page("segue fattura n. 12/2026", *ROWS, *TOTAL)
    found = planned(invoice("12/2026"), bare("blank"), continued, bare("blank"), at_blanks=at_blanks)
    assert pages_of(found) == expected
    assert found.is_sure


def test_nothing_but_blank_pages_is_no_document() -> None:
    assert split((bare("blank"), bare("separator")), (None, None)) == Plan((), False)
