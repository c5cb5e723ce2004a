"""What an e-invoice comes to, and whether it adds up: one change at a time to samples that are in order."""

from __future__ import annotations

import pytest

from intake.formats.fatturapa import EInvoice, read_invoices
from storage.reading import Source
from tests.test_intake_fatturapa import read, sample


def changed(name: str, *changes: tuple[str, str]) -> EInvoice:
    text = sample(name).decode()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return read_invoices(text.encode(), f"{name}.xml")[0]


def failed(invoice: EInvoice) -> set[str]:
    return {check.check for check in invoice.checks if not check.passed}


def value(invoice: EInvoice, field: str) -> str | None:
    found = invoice.fields.get(field)
    return found.value if found else None


@pytest.mark.parametrize(
    ("name", "change", "check"),
    [
        ("professional", ("<Imposta>228.80<", "<Imposta>228.81<"), None),
        ("professional", ("<Imposta>228.80<", "<Imposta>228.83<"), "vat_is_rate_of_net"),
        ("professional", ("<PrezzoTotale>1000.00<", "<PrezzoTotale>1000.02<"), "line_is_quantity_times_price"),
        ("professional", ("<ImponibileImporto>100.00<", "<ImponibileImporto>100.99<"), "net_plus_vat_is_gross"),
        ("professional", ("<ImponibileImporto>100.00<", "<ImponibileImporto>101.00<"), "lines_match_vat_summary"),
        ("professional", (">1368.80<", ">1370.80<"), "payments_match_amount_due"),
        ("professional", (">1368.80<", ">1368.90<"), "net_plus_vat_is_gross"),
        ("professional", ("<ImportoPagamento>1168.80<", "<ImportoPagamento>1368.80<"), None),
        ("professional", ("<ImportoPagamento>1168.80<", "<ImportoPagamento>900.00<"), "payments_match_amount_due"),
        ("professional", ("<Natura>N1</Natura>", ""), "nature_fits_rate"),
        ("professional", ("<Natura>N1<", "<Natura>N9.9<"), "codes_known"),
        ("professional", (">TC04<", ">TC99<"), "codes_known"),
        ("professional", (">02874650027<", ">02874650026<"), "supplier_vat_id_valid"),
        ("professional", (">BRSLCU75M12F205E<", ">BRSLCU75M12F205F<"), "supplier_tax_code_valid"),
        ("professional", (">2026-03-15</Data>", ">2026-13-45</Data>"), "values_readable"),
        ("professional", (">2026-03-15</Data>", ">0001-01-01T00:00:00</Data>"), "values_readable"),
        ("professional", ("<Numero>7/PA</Numero>", ""), "required_parts_present"),
        ("two_rates_instalments", ("<Percentuale>5.00<", "<Percentuale>6.00<"), "line_is_quantity_times_price"),
        ("several_invoices", ("<ImportoTotaleDocumento>61.00<", "<ImportoTotaleDocumento>-61.00<"),
         "invoice_total_not_negative"),
    ],
)  # fmt: skip
def test_a_fault_is_told_by_its_check(name: str, change: tuple[str, str], check: str | None) -> None:
    invoice = changed(name, change)
    assert failed(invoice) >= {check} if check else not failed(invoice)


def test_an_identifier_with_a_wrong_check_digit_is_never_sure() -> None:
    invoice = changed("professional", (">02874650027<", ">02874650026<"))
    assert value(invoice, "supplier_vat_id") == "IT02874650026"
    assert invoice.fields["supplier_vat_id"].confidence <= 0.5
    assert next(c for c in invoice.checks if c.check == "supplier_vat_id_valid").detail == "IT02874650026"


def test_what_means_nothing_is_left_out_and_named() -> None:
    invoice = changed("professional", (">2026-03-15</Data>", ">ieri</Data>"), (">1368.80<", ">molto<"))
    assert value(invoice, "date") is None
    assert value(invoice, "gross_amount") == "1368.80"
    assert invoice.fields["gross_amount"].source is Source.COMPUTED
    detail = next(check.detail for check in invoice.checks if check.check == "values_readable")
    assert "DatiGeneraliDocumento/Data: ieri" in detail and "ImportoTotaleDocumento: molto" in detail


@pytest.mark.parametrize(
    ("stated", "due", "source", "sure"),
    [
        ("1168.80", "1168.80", Source.XML, True),
        ("1368.80", "1168.80", Source.COMPUTED, True),  # before what is withheld, as many programs state it
        ("0.00", "1168.80", Source.COMPUTED, True),
        ("900.00", "900.00", Source.XML, False),
    ],
)
def test_amount_due_in_the_light_of_the_payment(stated: str, due: str, source: Source, sure: bool) -> None:
    field = changed("professional", (">1168.80<", f">{stated}<")).fields["amount_due"]
    assert (field.value, field.source, field.confidence == 1) == (due, source, sure)


def test_payments_of_the_whole_sum_each_are_alternatives() -> None:
    invoice = changed("two_rates_instalments", (">258.33<", ">516.66<"))
    assert value(invoice, "amount_due") == "516.66"
    assert len(invoice.lists["due_dates"]) == 2
    assert not failed(invoice)


def test_the_first_due_date_counts_wherever_it_stands() -> None:
    invoice = changed("two_rates_instalments", ("2026-03-31", "2026-05-31"))
    assert value(invoice, "due_date") == "2026-04-30"
    assert [row["date"] for row in invoice.lists["due_dates"]] == ["2026-05-31", "2026-04-30"]


def test_days_without_a_reference_date_run_from_the_invoice() -> None:
    reference = "<DataRiferimentoTerminiPagamento>2026-03-15</DataRiferimentoTerminiPagamento>"
    invoice = changed("professional", (reference, ""), (">30</Giorni", ">60</Giorni"))
    assert value(invoice, "due_date") == "2026-05-14"
    assert invoice.fields["due_date"].source is Source.COMPUTED


@pytest.mark.parametrize(
    ("stated", "total"),
    [
        ("<ImportoTotaleDocumento>1368.80</ImportoTotaleDocumento>", "1368.80"),
        ("", "1368.80"),
        ("<Arrotondamento>-0.03</Arrotondamento>", "1368.77"),
        ("<ScontoMaggiorazione><Tipo>SC</Tipo><Percentuale>10.00</Percentuale></ScontoMaggiorazione>", "1231.92"),
        ("<ScontoMaggiorazione><Tipo>MG</Tipo><Importo>1.20</Importo></ScontoMaggiorazione>", "1370.00"),
    ],
)
def test_a_total_that_is_not_stated_is_computed(stated: str, total: str) -> None:
    invoice = changed("professional", ("<ImportoTotaleDocumento>1368.80</ImportoTotaleDocumento>", stated))
    assert value(invoice, "gross_amount") == total
    assert "net_plus_vat_is_gross" not in failed(invoice)


def test_nothing_is_due_where_more_is_withheld_than_there_is() -> None:
    invoice = changed("professional", ("<ImportoRitenuta>200.00<", "<ImportoRitenuta>9200.00<"), (">1168.80<", "><"))
    assert value(invoice, "amount_due") is None


def test_prices_keep_all_their_decimals() -> None:
    invoice = changed("reverse_charge", (">0.32000000<", ">0.32000400<"))
    assert invoice.lists["lines"][0]["unit_price"] == "0.320004"


@pytest.mark.parametrize(
    ("land", "code", "vat_id"),
    [
        ("IT", "IT02874650027", "IT02874650027"),
        ("IT", "ITIT02874650027", "IT02874650027"),
        ("it", "it 02874650027 ", "IT02874650027"),
        ("DE", "DE136695976", "DE136695976"),
        ("AT", "U13585627", "ATU13585627"),
        ("AT", "ATU13585627", "ATU13585627"),
        ("GR", "094259216", "EL094259216"),
        ("OO", "99999999999", "OO99999999999"),
        ("IT", "BRSLCU75M12F205E", None),
        ("IT", "", None),
    ],
)
def test_vat_ids_however_they_are_written(land: str, code: str, vat_id: str | None) -> None:
    new = f"<IdPaese>{land}</IdPaese>\n          <IdCodice>{code}<"
    invoice = changed("professional", ("<IdPaese>IT</IdPaese>\n          <IdCodice>02874650027<", new))
    assert value(invoice, "supplier_vat_id") == vat_id
    assert value(invoice, "supplier_tax_code") == "BRSLCU75M12F205E"
    assert "supplier_vat_id_valid" not in failed(invoice)


def test_attachments_stay_within_reach() -> None:
    (attachment,) = read("two_rates_instalments")[0].invoice.attachments
    assert (attachment.name, attachment.format, attachment.content) == ("bolla88.pdf", "PDF", b"%PDF-1.4\n%%EOF\n")
