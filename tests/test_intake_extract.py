"""Fields from words: labels, places, check digits, sums. The layouts here are the tests' own."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.extract.extraction import extract
from intake.extract.result import Extraction
from storage.kinds import KINDS
from storage.reading import Box, FieldValue, Page, Source, Word
from storage.values import is_valid
from tests.typeset import page_of

TODAY = date(2026, 12, 31)

INVOICE = """
# Rossi Impianti S.r.l.
Via Roma, 10 - 20121 Milano (MI)
P. IVA 07643520567 - C.F. 07643520567

                                              Spett.le
                                              Bianchi Arredi S.p.A.
                                              Corso Italia, 5
                                              00184 Roma (RM)
                                              Partita IVA 00743110157

FATTURA N. FPR 7/26      del 12/03/2026       Vs. ordine n. OA-55 del 01/02/2026

Descrizione                       Q.tà      Prezzo       Importo      IVA
Tubo rame 12 mm                   10        5,00         50,00        22
Raccordo a T                      4         12,50        50,00        22

                                  Totale imponibile      100,00
                                  IVA 22%                 22,00
                                  Totale documento       122,00

Pagamento: Bonifico 30 gg d.f.
Scadenza 11/04/2026    IBAN IT60 X054 2811 1010 0000 0123 456
"""


def values(kind: str, *texts: str) -> dict[str, str]:
    found = extract(kind, [page_of(text, number=n) for n, text in enumerate(texts, 1)], TODAY)
    return {name: value.value for name, value in found.fields.items()}


def test_a_plain_invoice() -> None:
    assert values("invoice", INVOICE) == {
        "number": "FPR 7/26",
        "date": "2026-03-12",
        "due_date": "2026-04-11",
        "supplier_name": "Rossi Impianti S.r.l.",
        "supplier_vat_id": "IT07643520567",
        "supplier_tax_code": "07643520567",
        "customer_name": "Bianchi Arredi S.p.A.",
        "customer_vat_id": "IT00743110157",
        "currency": "EUR",
        "net_amount": "100.00",
        "vat_amount": "22.00",
        "gross_amount": "122.00",
        "iban": "IT60X0542811101000000123456",
        "payment_terms": "Bonifico 30 gg d.f.",
        "order_reference": "OA-55",
    }


def test_its_lists_and_checks() -> None:
    found = extract("invoice", [page_of(INVOICE)], TODAY)
    assert [(row["description"], row["amount"]) for row in found.lists["lines"]] == [
        ("Tubo rame 12 mm", "50.00"),
        ("Raccordo a T", "50.00"),
    ]
    first = found.lists["lines"][0]
    assert (first["quantity"], first["unit_price"]) == ("10.00", "5.00")
    assert found.lists["vat_lines"] == ({"rate": "22.00", "net_amount": "100.00", "vat_amount": "22.00"},)
    assert {check.check: check.passed for check in found.checks} == {
        "net_plus_vat_is_gross": True,
        "lines_add_up": True,
        "vat_lines_add_up": True,
    }


def test_each_value_says_where_it_stands_and_why() -> None:
    gross = extract("invoice", [page_of(INVOICE)], TODAY).fields["gross_amount"]
    assert gross.page == 1 and gross.source is Source.OCR
    assert gross.box is not None and 0.5 < gross.box.left < gross.box.right < 0.8
    assert any("totale documento" in why for why in gross.evidence)
    assert "check:net+vat=gross" in gross.evidence
    assert gross.confidence > 0.9


def test_the_sum_decides_between_amounts_that_labels_leave_open() -> None:
    text = "Verdi S.r.l.\nFattura n. 1 del 2/3/2026\nTotale 999,99\n100,00\n22,00\nTotale 122,00"
    found = values("invoice", text)
    assert (found["net_amount"], found["vat_amount"], found["gross_amount"]) == ("100.00", "22.00", "122.00")


def test_a_sum_that_fails_is_said() -> None:
    text = (
        "Verdi S.r.l.\nFattura n. 1 del 2/3/2026\nTotale imponibile 100,00\nTotale IVA 22,00\nTotale documento 123,00"
    )
    checks = extract("invoice", [page_of(text)], TODAY).checks
    assert [check.passed for check in checks if check.check == "net_plus_vat_is_gross"] == [False]


def test_withholding_and_amount_due() -> None:
    text = """
    Dott. Mario Verdi
    Parcella n. 5 del 3/4/2026
    Onorario                        1.000,00
    Cassa 4%                           40,00
    Totale imponibile               1.040,00
    IVA 22%                           228,80
    Totale parcella                 1.268,80
    Ritenuta d'acconto 20%           -200,00
    Netto a pagare                  1.068,80
    """
    found = values("invoice", text)
    assert found["gross_amount"] == "1268.80"
    assert found["withholding_amount"] == "200.00"
    assert found["amount_due"] == "1068.80"


def test_letters_are_taken_for_digits_only_where_the_check_digit_then_agrees() -> None:
    good = extract("invoice", [page_of(INVOICE.replace("07643520567", "O764352O567"))], TODAY).fields
    assert good["supplier_vat_id"].value == "IT07643520567"
    spoilt = extract("invoice", [page_of(INVOICE.replace("07643520567", "07643520568"))], TODAY).fields
    wrong = spoilt.get("supplier_vat_id")
    assert wrong is None or wrong.confidence <= 0.3


def test_dates_of_other_papers_are_not_the_invoices() -> None:
    text = """
    Verdi S.r.l.
    Rif. DDT n. 77 del 01/02/2026 - Vs. ordine n. 88 del 15/01/2026
    Data stampa 20/03/2026
    Fattura n. 9
    Data 12/03/2026
    Totale documento 10,00
    """
    found = values("invoice", text)
    assert (found["date"], found["number"]) == ("2026-03-12", "9")


def test_instalments() -> None:
    text = INVOICE.replace("Scadenza 11/04/2026 ", "Scadenze 11/04/2026 61,00 - 11/05/2026 61,00 ")
    found = extract("invoice", [page_of(text)], TODAY)
    assert found.lists["due_dates"] == (
        {"date": "2026-04-11", "amount": "61.00"},
        {"date": "2026-05-11", "amount": "61.00"},
    )
    assert found.fields["due_date"].value == "2026-04-11"


def test_a_due_date_that_only_the_terms_tell_is_computed() -> None:
    text = INVOICE.replace("Scadenza 11/04/2026", "").replace("30 gg d.f.", "60 gg F.M.")
    due = extract("invoice", [page_of(text)], TODAY).fields["due_date"]
    assert (due.value, due.source) == ("2026-05-31", Source.COMPUTED)


PAYSLIP = """
Azienda                              Periodo di retribuzione
Neri Tessuti S.r.l.                  Marzo 2026
C.F. 00743110157

Cognome e nome       Codice fiscale         Livello     Data assunzione
ROSSI MARIO          RSSMRA80A01H501U       C3          01/02/2015

Totale competenze    Totale trattenute      Netto in busta
2.400,00             600,00                 1.800,00
"""


def test_a_payslip() -> None:
    assert values("payslip", PAYSLIP) == {
        "employee_name": "ROSSI MARIO",
        "employee_tax_code": "RSSMRA80A01H501U",
        "employer_name": "Neri Tessuti S.r.l.",
        "employer_tax_code": "00743110157",
        "period": "2026-03",
        "hire_date": "2015-02-01",
        "level": "C3",
        "gross_pay": "2400.00",
        "deductions": "600.00",
        "net_pay": "1800.00",
    }


def test_a_tax_code_proves_the_name_it_spells() -> None:
    text = "Attestato\nsi certifica che\nAnna Verdi responsabile\nha consegnato a\nMario Rossi\nC.F. RSSMRA80A01H501U"
    name = extract("training_certificate", [page_of(text)], TODAY).fields["employee_name"]
    assert name.value == "Mario Rossi"
    assert "check:spells the tax code" in name.evidence


def test_a_sick_note() -> None:
    text = """
    ATTESTATO DI MALATTIA TELEMATICO
    Numero di protocollo 123456789      Data rilascio 02/03/2026
    Cognome ROSSI     Nome MARIO
    Codice fiscale RSSMRA80A01H501U
    Ammalato dal 01/03/2026     Prognosi a tutto il 05/03/2026
    """
    found = values("sick_note", text)
    assert found["protocol_number"] == "123456789"
    assert (found["start_date"], found["end_date"], found["date"]) == ("2026-03-01", "2026-03-05", "2026-03-02")
    assert sorted(found["employee_name"].split()) == ["MARIO", "ROSSI"]


def test_a_leave_request_with_boxes() -> None:
    text = """
    RICHIESTA FERIE E PERMESSI
    Il sottoscritto Mario Rossi
    [ ] Ferie   [X] Permesso L. 104   [ ] Permesso non retribuito
    dal 03/08/2026 al 05/08/2026
    Milano, 20/07/2026
    """
    found = values("leave_request", text)
    assert found["leave_type"] == "law_104"
    assert (found["start_date"], found["end_date"], found["date"]) == ("2026-08-03", "2026-08-05", "2026-07-20")
    assert found["employee_name"] == "Mario Rossi"


def test_a_resignation_in_prose() -> None:
    text = """
    Mario Rossi
    Via Roma, 1 - 20121 Milano
    Spett.le Neri Tessuti S.r.l.
    Milano, 3 marzo 2026
    Oggetto: dimissioni volontarie
    Il sottoscritto Mario Rossi rassegna le proprie dimissioni. Ultimo giorno di lavoro: 31 marzo 2026.
    """
    found = values("termination_letter", text)
    assert found["reason"] == "resignation"
    assert (found["date"], found["end_date"]) == ("2026-03-03", "2026-03-31")
    assert (found["employee_name"], found["employer_name"]) == ("Mario Rossi", "Neri Tessuti S.r.l.")


def test_a_letter() -> None:
    text = """
    # Neri Tessuti S.r.l.
    Via Roma, 1 - 20121 Milano - tel. 02 123456
    Ns. rif. 55/AMM          Milano, 3 marzo 2026
    Spett.le
    Bianchi Arredi S.p.A.
    Corso Italia, 5
    Oggetto: trasferimento della sede
    Con la presente Vi informiamo.
    """
    assert values("letter", text) == {
        "sender_name": "Neri Tessuti S.r.l.",
        "recipient_name": "Bianchi Arredi S.p.A.",
        "date": "2026-03-03",
        "subject": "trasferimento della sede",
        "reference": "55/AMM",
    }


def test_a_bank_statement() -> None:
    text = """
    # Banca Popolare Esempio S.p.A.
    Estratto conto
    Intestato a: Neri Tessuti S.r.l.
    IBAN IT60X0542811101000000123456
    Periodo dal 01/01/2026 al 31/03/2026
    Saldo iniziale     1.000,00
    Saldo finale       2.500,00
    """
    found = values("bank_statement", text)
    assert found["bank_name"] == "Banca Popolare Esempio S.p.A."
    assert found["account_holder"] == "Neri Tessuti S.r.l."
    assert (found["opening_balance"], found["closing_balance"]) == ("1000.00", "2500.00")
    assert (found["period_start"], found["period_end"]) == ("2026-01-01", "2026-03-31")


def test_on_an_order_the_letterhead_is_the_customers() -> None:
    text = """
    # Neri Tessuti S.r.l.
    Via Roma, 1 - 20121 Milano
    ORDINE D'ACQUISTO N. 77/2026
    Data ordine 03/03/2026
    Fornitore
    Bianchi Arredi S.p.A.
    Corso Italia, 5
    """
    found = values("purchase_order", text)
    assert (found["supplier_name"], found["customer_name"]) == ("Bianchi Arredi S.p.A.", "Neri Tessuti S.r.l.")
    assert (found["number"], found["date"]) == ("77/2026", "2026-03-03")


def test_a_paper_dated_after_today_is_doubted() -> None:
    issued = extract("invoice", [page_of(INVOICE)], date(2025, 1, 1)).fields["date"]
    assert issued.confidence <= 0.4


def test_a_second_page_does_not_hide_the_first() -> None:
    assert values("invoice", INVOICE, "Condizioni generali di vendita\nArt. 1\nForo di Milano")["number"] == "FPR 7/26"


def _valid(kind: str, found: Extraction) -> None:
    for name, value in found.fields.items():
        field = KINDS[kind].field(name)
        assert field is not None
        assert 0.0 <= value.confidence <= 1.0
        assert value.value.strip()
        assert value.confidence <= 0.3 or is_valid(field.type, value.value, field.choices), (name, value)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_an_empty_page_gives_nothing(kind: str) -> None:
    assert extract(kind, [Page(1, 100, 140, Source.OCR, 0.0, ())], TODAY) == Extraction({})
    assert extract(kind, [], TODAY) == Extraction({})


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_any_kind_reads_any_paper_and_gives_canonical_values(kind: str) -> None:
    for text in (INVOICE, PAYSLIP):
        _valid(kind, extract(kind, [page_of(text)], TODAY))


ODDITIES = "31/02/2026 % : - | ( ) dal al marzo 2026 € [X] ferie ore 8 Oggetto Cognome Nome"
PIECES = st.sampled_from(f"{INVOICE} {PAYSLIP} {ODDITIES}".split())


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(PIECES, max_size=9).map(" ".join), min_size=1, max_size=14), st.sampled_from(sorted(KINDS)))
def test_any_heap_of_words_is_read_without_an_error(lines: list[str], kind: str) -> None:
    page = page_of("\n".join(lines))
    if page.words:
        _valid(kind, extract(kind, [page], TODAY))


def test_a_hostile_page_takes_no_hostile_time() -> None:
    words = tuple(
        Word("1.234,56", Box(0.1 * (n % 9), n / 2000, 0.1 * (n % 9) + 0.05, n / 2000 + 0.005), 0.9, n)
        for n in range(1500)
    )
    started = time.monotonic()
    extract("invoice", [Page(1, 100, 140, Source.OCR, 0.9, words)], TODAY)
    assert time.monotonic() - started < 20


def test_parties_that_a_contract_names_first_and_calls_after() -> None:
    text = """
    CONTRATTO DI LOCAZIONE N. 5/2026
    Tra Neri Tessuti S.r.l. (P.IVA 07643520567), in seguito «Conduttore», e
    Bianchi Arredi S.p.A. (P.IVA 00743110157), in seguito «Locatore», si conviene quanto segue.
    """
    found = values("contract", text)
    assert (found["supplier_name"], found["customer_name"]) == ("Bianchi Arredi S.p.A.", "Neri Tessuti S.r.l.")


def test_a_surname_that_begins_like_an_article_stays_whole() -> None:
    assert values("invoice", INVOICE.replace("Rossi Impianti", "Impianti Lo Presti"))["supplier_name"] == (
        "Impianti Lo Presti S.r.l."
    )


def test_a_number_without_a_known_label_stands_beside_the_date_and_is_less_sure() -> None:
    def number(line: str) -> FieldValue:
        return extract("invoice", [page_of(f"Verdi S.r.l.\n{line}\nTotale 122,00")], TODAY).fields["number"]

    unlabelled, labelled = number("Pratica X253 / Evasa 16-04-2026"), number("Fattura n. X253 del 16-04-2026")
    assert unlabelled.value == labelled.value == "X253"
    assert unlabelled.confidence < labelled.confidence
