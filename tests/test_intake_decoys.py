"""Text that only looks like a field: another paper's number, a law's number, sums that do not agree."""

from __future__ import annotations

import pytest

from intake.classify import classify
from intake.extract.extraction import extract
from tests.test_intake_extract import INVOICE, TODAY
from tests.typeset import page_of

LIKELY = 0.65
CREDIT_NOTE = """
FILATI ALPINI S.P.A.
PART. IVA 07643520567

                                     SPETT.LE
                                     BIANCHI ARREDI S.R.L.
                                     P.IVA 00743110157

NOTA DI CREDITO NR.   N2-000034   DEL   24/03/2026
CAUSALE: RESO MERCE DIFETTOSA,   NS.   FATTURA NR.   V2-000871   DEL   16/03/2026

IMPONIBILE EUR  184,50    IVA 22% EUR  40,59
TOTALE A VOSTRO CREDITO EUR  225,09
"""


def test_the_number_of_the_invoice_credited_is_never_sure_to_be_the_credit_notes() -> None:
    assert classify((page_of(CREDIT_NOTE),)).kind == "credit_note"
    number = extract("credit_note", (page_of(CREDIT_NOTE),), TODAY).fields["number"]
    assert number.value == "N2-000034" or number.confidence < LIKELY


@pytest.mark.parametrize("law", ["(D.D.T.) D.P.R. 472 del 14/08/1996", "D.D.T. art. 21 comma 4", "DDT DPR 472/96"])
def test_a_laws_number_is_no_number_of_a_paper(law: str) -> None:
    page = page_of(
        f"""
        # Ferramenta Alpina S.n.c.
        P. IVA 07643520567

        DOCUMENTO DI TRASPORTO
        {law}

        Numero    512
        Data      11/02/2026
        """
    )
    assert extract("delivery_note", (page,), TODAY).fields["number"].value == "512"


def test_sums_that_do_not_agree_are_doubted() -> None:
    text = INVOICE.replace("IVA 22%                 22,00", "IVA 22%                 10,00")
    found = extract("invoice", (page_of(text),), TODAY)
    agreed = extract("invoice", (page_of(INVOICE),), TODAY)
    assert not all(check.passed for check in found.checks)
    doubted = found.fields.get("vat_amount")
    assert doubted is None or doubted.confidence < agreed.fields["vat_amount"].confidence - 0.2
