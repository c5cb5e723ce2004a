"""What is read from UBL invoices and credit notes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.formats.einvoice import is_einvoice_xml, read_any
from intake.formats.errors import NotAnInvoice, UnsafeXml
from intake.formats.fatturapa import EInvoice
from tests.einvoicing import CII_INVOICE, UBL_INVOICE, changed, failed, values


def read(*changes: tuple[str, str]) -> EInvoice:
    return read_any(changed(UBL_INVOICE, *changes), "fattura.xml")[0]


def test_an_invoice_is_read_without_a_difference() -> None:
    invoice = read()
    assert (invoice.kind, failed(invoice)) == ("invoice", set())
    assert values(invoice) == {
        "number": "2026-118",
        "date": "2026-03-31",
        "due_date": "2026-04-30",
        "currency": "EUR",
        "supplier_name": "Rossi Forniture S.r.l.",
        "supplier_vat_id": "IT07643520567",
        "supplier_tax_code": "07643520567",
        "customer_name": "Kunden AG",
        "customer_vat_id": "DE136695976",
        "net_amount": "140.00",
        "vat_amount": "19.80",
        "gross_amount": "159.80",
        "amount_due": "100.00",
        "iban": "DE88200800000970375700",
        "payment_terms": "Bonifico SEPA",
        "order_reference": "PO-4711",
    }
    assert [dict(row) for row in invoice.lists["vat_lines"]] == [
        {"rate": "22.00", "net_amount": "90.00", "vat_amount": "19.80"},
        {"rate": "0.00", "nature": "AE", "net_amount": "50.00", "vat_amount": "0.00"},
    ]
    assert dict(invoice.lists["lines"][0]) == {
        "description": "Viti",
        "quantity": "200.00",
        "unit": "H87",
        "unit_price": "0.50",
        "vat_rate": "22.00",
        "amount": "100.00",
    }
    assert [dict(row) for row in invoice.lists["due_dates"]] == [{"date": "2026-04-30", "amount": "100.00"}]


def test_each_value_is_sure_and_says_where_it_stands() -> None:
    fields = read().fields
    assert all(field.confidence == 1 for field in fields.values())
    assert fields["amount_due"].evidence == ("xml:LegalMonetaryTotal/PayableAmount",)
    assert fields["vat_amount"].evidence == ("xml:TaxTotal[2]/TaxAmount",)
    assert fields["due_date"].evidence == ("xml:DueDate",)
    assert fields["iban"].evidence == ("xml:PaymentMeans/PayeeFinancialAccount/ID",)


def test_the_readable_view_says_the_codes_in_italian() -> None:
    text = "\n".join(page.text for page in read().pages)
    for words in (
        "380 Fattura",
        "AE Inversione contabile",
        "58 Bonifico SEPA",
        "Sconto fedeltà",
        "Già pagato",
        "ore.csv",
    ):
        assert words in text
    assert read().pdf.startswith(b"%PDF-")


def test_attachments_come_out_as_they_were() -> None:
    attached = read().invoice.attachments
    assert [(item.name, item.format, item.content) for item in attached] == [("ore.csv", "text/csv", b"a;b\n1;2\n")]


@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        (">159.80<", ">159.90<", "net_plus_vat_is_gross"),
        (">100.00</cbc:PayableAmount>", ">101.00</cbc:PayableAmount>", "payable_is_gross_less_prepaid"),
        (">90.00<", ">91.00<", "vat_lines_add_up"),
        (">150.00<", ">151.00<", "lines_match_total"),
        (">140.00<", ">141.00<", "lines_and_charges_are_net"),
        (">200<", ">300<", "line_is_quantity_times_price"),
        (">58<", ">987<", "codes_known"),
        (">2026-03-31<", ">2026-13-31<", "values_readable"),
        ("<cbc:ID>2026-118</cbc:ID>", "", "required_parts_present"),
        (">DE136695976<", ">DE136695977<", "customer_vat_id_valid"),
    ],
)
def test_a_fault_is_told_by_its_check(old: str, new: str, check: str) -> None:
    assert check in failed(read((old, new)))


def test_a_credit_note_is_one_by_its_root_or_its_code() -> None:
    note = read(
        ("<Invoice ", "<CreditNote "),
        ("</Invoice>", "</CreditNote>"),
        ("xsd:Invoice-2", "xsd:CreditNote-2"),
        ("InvoiceTypeCode>", "CreditNoteTypeCode>"),
        (">380<", ">381<"),
        ("cac:InvoiceLine>", "cac:CreditNoteLine>"),
        ("InvoicedQuantity", "CreditedQuantity"),
    )
    assert (note.kind, failed(note)) == ("credit_note", set())
    assert [row["quantity"] for row in note.lists["lines"]] == ["200.00", "1.00"]
    assert read((">380<", ">381<")).kind == "credit_note"
    assert read((">380<", ">384<")).kind == "invoice"


def test_negative_amounts_of_a_credit_note_come_out_positive() -> None:
    negative = [(f">{amount}<", f">-{amount}<") for amount in ("19.80", "90.00", "140.00", "159.80", "150.00", "59.80")]
    note = read((">380<", ">381<"), (">100.00</cbc:PayableAmount>", ">-100.00</cbc:PayableAmount>"), *negative)
    assert (values(note)["gross_amount"], values(note)["amount_due"]) == ("159.80", "100.00")
    assert "credit_note_amounts_positive" in failed(note)


def test_instalments_are_all_listed() -> None:
    terms = "".join(
        f"<cac:PaymentTerms><cbc:Amount>{amount}</cbc:Amount><cbc:InstallmentDueDate>{day}</cbc:InstallmentDueDate>"
        "</cac:PaymentTerms>"
        for day, amount in (("2026-05-31", "60.00"), ("2026-04-30", "40.00"))
    )
    invoice = read(("<cac:AllowanceCharge>", terms + "<cac:AllowanceCharge>"))
    assert values(invoice)["due_date"] == "2026-04-30"
    assert [row["amount"] for row in invoice.lists["due_dates"]] == ["60.00", "40.00"]
    assert not failed(invoice)


def test_an_envelope_is_opened() -> None:
    plain = UBL_INVOICE.partition("?>")[2]
    wrapped = f"<StandardBusinessDocument><StandardBusinessDocumentHeader/>{plain}</StandardBusinessDocument>"
    assert values(read_any(wrapped.encode(), "x.xml")[0])["number"] == "2026-118"
    assert is_einvoice_xml(wrapped[:4096])


def test_it_is_known_by_its_root() -> None:
    assert is_einvoice_xml(UBL_INVOICE[:300])
    assert is_einvoice_xml(UBL_INVOICE.replace("<Invoice xmlns=", "<ns4:Invoice xmlns:ns4=")[:300])
    assert is_einvoice_xml(CII_INVOICE[:300])
    assert is_einvoice_xml("\ufeff<p:FatturaElettronica versione='FPR12'>")
    assert not is_einvoice_xml("<Invoice><Total>3</Total></Invoice>")
    assert not is_einvoice_xml("<html><body>Invoice</body></html>")
    assert not is_einvoice_xml("Fattura <Invoice >")


def test_what_is_no_invoice_is_refused() -> None:
    with pytest.raises(NotAnInvoice):
        read_any(b"<Invoice><Total>3</Total></Invoice>", "x.xml")
    with pytest.raises(UnsafeXml):
        read_any(changed(UBL_INVOICE, ("<Invoice ", "<!DOCTYPE a [<!ENTITY b 'c'>]><Invoice ")), "x.xml")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_nothing_that_is_missing_or_absurd_raises(data: st.DataObject) -> None:
    begin = data.draw(st.integers(300, len(UBL_INVOICE)))
    junk = data.draw(st.text(alphabet="0123456789-.,AZ €", max_size=30))
    text = UBL_INVOICE[:begin] + UBL_INVOICE[begin:].replace(">EUR<", f">{junk}<").replace(">22<", f">{junk}<")
    tags = st.sampled_from(["cbc:ID", "cac:TaxCategory", "cac:Party", "cbc:Percent"])
    for tag in data.draw(st.lists(tags, max_size=3)):
        text = text.replace(f"<{tag}>", "<x>").replace(f"</{tag}>", "</x>")
    assert read_any(text.encode(), "x.xml")[0].pages
