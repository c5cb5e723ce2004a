"""Who issued a paper and to whom: by labels, by place, by the numbers beside a name, and by what is known of us."""

from __future__ import annotations

from datetime import date

import pytest

from intake.extract.extraction import extract
from intake.firms import Company, Firm, KnownFirms
from tests.typeset import page_of

TODAY = date(2026, 8, 1)
OURS, THEIRS = "07643520567", "00743110157"


def fields(kind: str, text: str, firms: KnownFirms | None = None) -> dict[str, str]:
    found = extract(kind, [page_of(text)], TODAY, firms or KnownFirms())
    return {name: value.value for name, value in found.fields.items()}


BARE = f"""\
Rossi Impianti S.r.l.    P.IVA {OURS}
Verdi Legnami S.p.A.    P.IVA {THEIRS}
Fattura n. 12 del 12/03/2026
Totale documento 122,00"""


def test_our_own_firm_is_the_customer_unless_the_page_says_otherwise() -> None:
    told = fields("invoice", BARE, KnownFirms(Company(("Rossi Impianti",), (f"IT{OURS}",))))
    assert (told["customer_name"], told["customer_vat_id"]) == ("Rossi Impianti S.r.l.", f"IT{OURS}")
    assert (told["supplier_name"], told["supplier_vat_id"]) == ("Verdi Legnami S.p.A.", f"IT{THEIRS}")
    outgoing = BARE.replace("Verdi", "Cliente: Verdi")
    told = fields("invoice", outgoing, KnownFirms(Company(("Rossi Impianti",), (f"IT{OURS}",))))
    assert told["supplier_name"] == "Rossi Impianti S.r.l."
    assert told["customer_name"] == "Verdi Legnami S.p.A."


def test_a_number_beside_the_iban_is_its_issuers() -> None:
    text = f"""\
Fattura n. 12 del 12/03/2026


Rossi Impianti S.r.l., 20121 Milano (MI)
{OURS}

Totale documento 122,00


Verdi Legnami S.p.A. - {THEIRS} - IT60X0542811101000000123456"""
    told = fields("invoice", text)
    assert (told["supplier_name"], told["supplier_vat_id"]) == ("Verdi Legnami S.p.A.", f"IT{THEIRS}")
    assert told["customer_name"] == "Rossi Impianti S.r.l."


def test_a_known_firms_number_is_read_through_one_misread_digit() -> None:
    spoilt = THEIRS[:4] + "8" + THEIRS[5:]
    text = BARE.replace(THEIRS, spoilt)
    known = KnownFirms(others=(Firm("Verdi Legnami S.p.A.", f"IT{THEIRS}"),))
    assert f"IT{THEIRS}" in fields("invoice", text, known).values()
    assert f"IT{THEIRS}" not in fields("invoice", text).values()


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Bianchi Mario & C. S.n.c. - Via Roma, 3 - 10128 Torino", "Bianchi Mario & C. S.n.c."),
        ("Officine Sole S.n.c. di Bianchi Mario & C.", "Officine Sole S.n.c. di Bianchi Mario & C."),
        ("Edilnova Società a responsabilità limitata", "Edilnova Società a responsabilità limitata"),
        ("Acque Chiare - S.p.A. a socio unico", "Acque Chiare - S.p.A. a socio unico"),
        ("Studio Associato Bruno - Ferro", "Studio Associato Bruno - Ferro"),
        ("Müller Maschinenbau GmbH & Co. KG", "Müller Maschinenbau GmbH & Co. KG"),
        ("Tecnica S:r.1.", "Tecnica S.r.l."),
        ("Trattoria Rosa dal 1982", "Trattoria Rosa dal 1982"),
    ],
)
def test_a_name_ends_where_it_ends(printed: str, name: str) -> None:
    text = f"{printed}\n\nFattura n. 12 del 12/03/2026\nTotale documento 122,00"
    assert fields("invoice", text)["supplier_name"] == name


def test_lines_of_goods_and_titles_are_no_parties() -> None:
    text = """\
Contratto quadro di fornitura
Sabbia lavata    10    251,54
Spett.le
Verdi Legnami S.p.A.
Via Roma, 1
Fattura n. 12 del 12/03/2026
Totale documento 251,54"""
    told = fields("invoice", text)
    assert told["customer_name"] == "Verdi Legnami S.p.A."
    assert told.get("supplier_name") not in ("Sabbia lavata", "Contratto quadro di fornitura")


def test_an_orders_letterhead_is_the_customers_and_a_confirmations_the_suppliers() -> None:
    text = "Rossi Impianti S.r.l.\n{title} n. 77 del 12/03/2026\n\nSpett.le\nVerdi Legnami S.p.A.\nVia Roma, 1"
    ordered = fields("purchase_order", text.format(title="Ordine d'acquisto"))
    assert (ordered["customer_name"], ordered["supplier_name"]) == ("Rossi Impianti S.r.l.", "Verdi Legnami S.p.A.")
    confirmed = fields("purchase_order", text.format(title="Conferma d'ordine"))
    assert (confirmed["supplier_name"], confirmed["customer_name"]) == ("Rossi Impianti S.r.l.", "Verdi Legnami S.p.A.")


def test_a_tax_code_is_whose_label_and_owner_say() -> None:
    text = f"""\
DOTT. ANTONIO GALLO
Codice Fiscale: GLLNTN76A18F839G - Partita IVA: {OURS}
Fattura n. 12 del 12/03/2026

Spett.le
Verdi Legnami S.p.A.
Via Roma, 1
C.F./P.IVA:{THEIRS}
Totale documento 122,00"""
    told = fields("invoice", text)
    assert (told["supplier_tax_code"], told["supplier_vat_id"]) == ("GLLNTN76A18F839G", f"IT{OURS}")
    assert (told["customer_tax_code"], told["customer_vat_id"]) == (THEIRS, f"IT{THEIRS}")


def test_an_employer_without_a_legal_form_is_the_one_that_is_announced() -> None:
    text = """\
MINISTERO DEL LAVORO
Comunicazione obbligatoria UNILAV

Datore di lavoro
Denominazione    Tevere di Grasso Greta
Lavoratore    Marchetti Carmelo
Protocollo    1234567890123456"""
    assert fields("hiring_notice", text)["employer_name"] == "Tevere di Grasso Greta"
