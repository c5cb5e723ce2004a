"""What the official schema says of an e-invoice: told in words, and never in the way of the reading."""

from __future__ import annotations

import pytest

from intake.formats.burden import asks_for_a_look
from intake.formats.fatturapa import read_invoices
from storage.reading import Check
from tests.test_intake_fatturapa import NAMES, sample
from tests.test_intake_fatturapa_hostile import repeated

OTHERWISE = {"bare", "quirks", "reverse_charge", "version_1_1"}
VALID = [name for name in NAMES if name not in OTHERWISE]
DOCUMENT = "FatturaElettronicaBody/DatiGenerali/DatiGeneraliDocumento"


def schema_checks(data: bytes) -> list[Check]:
    return [check for one in read_invoices(data, "a.xml") for check in one.checks if check.check == "schema_valid"]


def changed(old: str, new: str, name: str = "professional") -> bytes:
    text = sample(name).decode()
    assert old in text
    return text.replace(old, new, 1).encode()


@pytest.mark.parametrize("name", VALID)
def test_what_is_valid_never_fails(name: str) -> None:
    checks = schema_checks(sample(name))
    assert checks and all(check == Check("schema_valid", True) for check in checks)


@pytest.mark.parametrize(
    ("old", "new"),
    [("TD06", "TD29"), ("RF01", "RF20"), (">A</CausalePagamento>", ">V2</CausalePagamento>")],
)
def test_codes_later_than_the_published_schema_are_valid(old: str, new: str) -> None:
    assert schema_checks(changed(old, new)) == [Check("schema_valid", True)]


@pytest.mark.parametrize(
    ("old", "new", "it", "en"),
    [
        (
            "<Divisa>EUR",
            "<Divisa>euro",
            f"{DOCUMENT}/Divisa: c'è «euro»; atteso: tre lettere maiuscole",
            f"{DOCUMENT}/Divisa: “euro” stands there; expected: three capital letters",
        ),
        (
            "<Divisa>EUR</Divisa>",
            "",
            f"{DOCUMENT}/Data: non è previsto qui, dove è atteso Divisa",
            f"{DOCUMENT}/Data: is not expected here, where Divisa is",
        ),
        (
            ">200.00<",
            ">200<",
            f"{DOCUMENT}/DatiRitenuta/ImportoRitenuta: c'è «200»; atteso: un numero con il punto e 2 decimali (10.00)",
            f"{DOCUMENT}/DatiRitenuta/ImportoRitenuta: “200” stands there; expected: a number with a point and 2"
            " decimals (10.00)",
        ),
        (
            "TC04",
            "TC0",
            f"{DOCUMENT}/DatiCassaPrevidenziale/TipoCassa: c'è «TC0»; atteso: un codice della tabella ufficiale",
            f"{DOCUMENT}/DatiCassaPrevidenziale/TipoCassa: “TC0” stands there; expected: a code of the official table",
        ),
        (' versione="FPR12"', "", "manca l'attributo versione", "the attribute versione is missing"),
    ],
)
def test_the_reason_says_where_what_stands_and_what_is_expected(old: str, new: str, it: str, en: str) -> None:
    assert schema_checks(changed(old, new)) == [Check("schema_valid", False, en, it)]


def test_of_many_objections_a_few_and_their_number() -> None:
    (check,) = schema_checks(sample("quirks"))
    assert check.detail.endswith("; and 6 more") and check.detail_it.endswith("; e altri 6")
    assert check.detail_it.count("; ") < 10


def test_an_objection_is_told_at_the_invoice_that_it_concerns() -> None:
    text = sample("several_invoices").decode()
    at = text.index("<Divisa>EUR", text.index("</FatturaElettronicaBody>"))
    data = (text[:at] + "<Divisa>euro" + text[at + len("<Divisa>EUR") :]).encode()
    assert [check.passed for check in schema_checks(data)] == [True, False, True]


def test_objections_alone_ask_for_no_look() -> None:
    data = changed("<AliquotaRitenuta>20.00", "<AliquotaRitenuta>20.0")
    (invoice,) = read_invoices(data, "a.xml")
    assert [check.check for check in invoice.checks if not check.passed] == ["schema_valid"]
    assert not asks_for_a_look(invoice.checks)


def test_versions_that_have_another_schema_are_not_measured_by_this_one() -> None:
    assert schema_checks(sample("version_1_1")) == []


def test_the_namespace_is_one_fault_and_hides_no_other() -> None:
    (check,) = schema_checks(sample("reverse_charge"))
    assert "FatturaElettronicaHeader e altri elementi hanno il namespace" in check.detail_it
    (check,) = schema_checks(changed("<Divisa>EUR", "<Divisa>euro", "reverse_charge"))
    assert "Divisa: c'è «euro»" in check.detail_it


def test_many_faulty_lines_are_checked_up_to_a_bound() -> None:
    text = repeated("reverse_charge", "<DettaglioLinee>", "</DettaglioLinee>", 3000).decode()
    (check,) = schema_checks(text.replace("<AliquotaIVA>0.00", "<AliquotaIVA>0").encode())
    assert not check.passed and "e altri 4" in check.detail_it
