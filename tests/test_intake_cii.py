"""What is read from CII invoices: Factur-X, ZUGFeRD, XRechnung."""

from __future__ import annotations

import pytest

from intake.formats.einvoice import read_any
from intake.formats.fatturapa import EInvoice
from storage.reading import Source
from tests.einvoicing import CII_INVOICE, UBL_INVOICE, changed, failed, values, zugferd_1
from tests.test_intake_fatturapa import sample
from tests.test_intake_fatturapa_p7m import in_chunks, signed


def read(*changes: tuple[str, str]) -> EInvoice:
    return read_any(changed(CII_INVOICE, *changes), "factur-x.xml")[0]


EXPECTED = {
    "number": "RE-2026/507",
    "date": "2026-03-31",
    "due_date": "2026-04-30",
    "currency": "EUR",
    "supplier_name": "Bei Spiel GmbH",
    "supplier_vat_id": "DE136695976",
    "customer_name": "Rossi Forniture S.r.l.",
    "customer_vat_id": "IT07643520567",
    "net_amount": "316.00",
    "vat_amount": "60.04",
    "gross_amount": "376.04",
    "amount_due": "376.04",
    "iban": "DE88200800000970375700",
    "payment_terms": "30 Tage netto",
    "order_reference": "AB321",
}


@pytest.mark.parametrize("text", [CII_INVOICE, zugferd_1()], ids=["CII", "ZUGFeRD 1.0"])
def test_an_invoice_is_read_without_a_difference(text: str) -> None:
    invoice = read_any(text.encode(), "x.xml")[0]
    assert (invoice.kind, failed(invoice), values(invoice)) == ("invoice", set(), EXPECTED)
    assert all(field.source is Source.XML and field.confidence == 1 for field in invoice.fields.values())
    assert [dict(row) for row in invoice.lists["lines"]] == [
        {
            "description": "Luftballon",
            "quantity": "400.00",
            "unit": "C62",
            "unit_price": "0.79",
            "vat_rate": "19.00",
            "amount": "316.00",
        }
    ]
    assert [dict(row) for row in invoice.lists["vat_lines"]] == [
        {"rate": "19.00", "net_amount": "316.00", "vat_amount": "60.04"}
    ]
    assert invoice.invoice.attachments[0].content == b"ciao"


def test_evidence_is_the_path_to_the_value() -> None:
    trade = "xml:SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement"
    fields = read().fields
    assert fields["date"].evidence == ("xml:ExchangedDocument/IssueDateTime/DateTimeString",)
    assert fields["iban"].evidence == (
        f"{trade}/SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/IBANID",
    )


@pytest.mark.parametrize("code", ["381", "396", "261", "81", "83"])
def test_credit_notes_are_known_by_their_code(code: str) -> None:
    assert read((">380<", f">{code}<")).kind == "credit_note"


@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        (">376.04</ram:GrandTotalAmount>", ">376.40</ram:GrandTotalAmount>", "net_plus_vat_is_gross"),
        (">376.04</ram:DuePayableAmount>", ">300.00</ram:DuePayableAmount>", "payable_is_gross_less_prepaid"),
        (">60.04</ram:CalculatedAmount>", ">60.40</ram:CalculatedAmount>", "vat_is_rate_of_net"),
        (">S</ram:CategoryCode>", ">AE</ram:CategoryCode>", "nature_fits_rate"),
        (">20260430<", ">20260431<", "values_readable"),
        (">DE136695976<", ">DE136695977<", "supplier_vat_id_valid"),
    ],
)
def test_a_fault_is_told_by_its_check(old: str, new: str, check: str) -> None:
    assert check in failed(read((old, new)))


def test_a_foreign_tax_number_is_shown_but_is_no_tax_code() -> None:
    invoice = read()
    assert ("Numero fiscale", "22/815/0815/4") in invoice.invoice.supplier.details
    assert "supplier_tax_code" not in invoice.fields


def test_only_lines_that_count_are_added_up() -> None:
    group = CII_INVOICE.partition("<ram:IncludedSupplyChainTradeLineItem>")[2]
    group = group.partition("</ram:IncludedSupplyChainTradeLineItem>")[0]
    group = group.replace("</ram:LineID>", "</ram:LineID><ram:LineStatusReasonCode>GROUP</ram:LineStatusReasonCode>")
    begin = "<ram:ApplicableHeaderTradeAgreement>"
    item = "ram:IncludedSupplyChainTradeLineItem"
    assert not failed(read((begin, f"<{item}>{group}</{item}>{begin}")))


@pytest.mark.parametrize("text", [CII_INVOICE, UBL_INVOICE], ids=["CII", "UBL"])
def test_a_signed_file_gives_the_same_invoice(text: str) -> None:
    plain = read_any(text.encode(), "x.xml")[0]
    assert values(read_any(signed(text.encode()), "x.xml.p7m")[0]) == values(plain)
    longer = in_chunks(text.encode()).replace(b"Rossi Forniture", b"Rossi  Forniture", 1)
    cut_out = read_any(longer, "x.xml.p7m")[0]
    assert values(cut_out) == values(plain)
    assert "signature_well_formed" in failed(cut_out)


def test_the_same_door_takes_fatturapa() -> None:
    assert read_any(sample("professional"), "x.xml")[0].fields["number"].value == "7/PA"
