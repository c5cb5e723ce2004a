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


FOOT = f"""\
Verdi Legnami S.p.A.

Fattura n. 12 del 12/03/2026

Spett.le
Rossi Impianti S.r.l.
Via Roma, 1
20121 Milano (MI)
P.IVA {OURS}

Totale documento 122,00









Tel. 0432 112233 - info@verdilegnami.it - P.IVA {THEIRS}"""


def test_a_number_in_the_foot_is_the_letterheads() -> None:
    told = fields("invoice", FOOT)
    assert (told["supplier_name"], told["supplier_vat_id"]) == ("Verdi Legnami S.p.A.", f"IT{THEIRS}")
    assert (told["customer_name"], told["customer_vat_id"]) == ("Rossi Impianti S.r.l.", f"IT{OURS}")


@pytest.mark.parametrize(
    "notice",
    [
        "Società soggetta a direzione e coordinamento di Holding Nova S.p.A.",
        "Trasmesso tramite intermediario Telematica Nova S.r.l. - P. IVA 01234567897",
        "Vettore: Autotrasporti Nova S.n.c. P.IVA 01234567897",
        "Azienda certificata ISO 9001",
    ],
)
def test_firms_that_a_notice_names_are_no_parties(notice: str) -> None:
    told = fields("invoice", FOOT + "\n" + notice)
    assert (told["supplier_name"], told["supplier_vat_id"]) == ("Verdi Legnami S.p.A.", f"IT{THEIRS}")
    assert told["customer_name"] == "Rossi Impianti S.r.l."


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("3D Officine - s.r.l.", "3D Officine - s.r.l."),
        ("Edil Sole 2000", "Edil Sole 2000"),
        ("Consulenza del Lavoro Bruni", "Consulenza del Lavoro Bruni"),
        ("Servizi di Rosa Bruni", "Servizi di Rosa Bruni"),
        ("Rosa Bruni - Impianti Elettrici", "Rosa Bruni - Impianti Elettrici"),
        ("Soc. Agr. Bruni S.p.A. a socio unico", "Soc. Agr. Bruni S.p.A. a socio unico"),
        ("Bar Ducale\ndi Cerri Rosa", "Bar Ducale di Cerri Rosa"),
        (
            "Edil Nova Costruzioni\nSoc. a resp. lim. semplificata",
            "Edil Nova Costruzioni Soc. a resp. lim. semplificata",
        ),
    ],
)
def test_a_name_is_given_whole(printed: str, name: str) -> None:
    text = f"{printed}\nVia Roma, 3\n10128 Torino (TO)\n\n\nFattura n. 12 del 12/03/2026\nTotale documento 122,00"
    assert fields("invoice", text)["supplier_name"] == name


@pytest.mark.parametrize(
    "customer",
    ["Condominio Via Dante 48", "A.S.L. n. 4 Vicenza", "I.C. Salerno 12", "Barbara Piazza - Grafica", "K2, S.R.L."],
)
def test_a_customers_name_may_hold_streets_and_numbers(customer: str) -> None:
    text = (
        f"Verdi Legnami S.p.A.\n\nFattura n. 12 del 12/03/2026\n\nSpett.le\n{customer}\nC.so Puccini, 1\n20121 Milano"
    )
    assert fields("invoice", text)["customer_name"] == customer


def test_the_name_in_full_goes_before_the_logos() -> None:
    text = f"""\
TRANS-NOVA

Trans-Nova di Cordani & C. S.r.l. - Via Roma 6, 27100 Pavia - P.IVA {THEIRS}

Fattura n. 12 del 12/03/2026
Totale documento 122,00"""
    assert fields("invoice", text)["supplier_name"] == "Trans-Nova di Cordani & C. S.r.l."


def test_an_address_tells_whose_letterhead_it_is() -> None:
    text = """\
Falegnameria Cordani              Bruni Giulio
Fattura n. 12 del 12/03/2026
Totale documento 122,00


Tel. 0382 550081 - info@brunigiulio.it"""
    assert fields("invoice", text)["supplier_name"] == "Bruni Giulio"


@pytest.mark.parametrize("opening", ["Proposta d'ordine n. 77", "Conferma di vendita n. 77", "Ordine cliente n. 77"])
def test_a_supplier_that_confirms_addresses_its_customer(opening: str) -> None:
    text = f"Rossi Impianti S.r.l.\n{opening} del 12/03/2026\n\nCliente:\nVerdi Legnami S.p.A.\nVia Roma, 1"
    told = fields("purchase_order", text)
    assert (told["supplier_name"], told["customer_name"]) == ("Rossi Impianti S.r.l.", "Verdi Legnami S.p.A.")


@pytest.mark.parametrize("number", ["ATU12345675", "PL7894436624", "NL004495445B01"])
def test_a_number_from_abroad_is_found_behind_its_label(number: str) -> None:
    text = f"Gruber Stahlbau GmbH\nVAT ID {number}\n\nInvoice no. 12 - 12/03/2026\nTotal 122,00"
    assert fields("invoice", text)["supplier_vat_id"] == number


def test_a_number_from_abroad_whose_check_fails_is_kept_in_doubt() -> None:
    found = extract("invoice", [page_of("Gruber Stahlbau GmbH\nUSt-ID ATU12345679\n\nRechnung Nr. 12")], TODAY).fields
    assert found["supplier_vat_id"].confidence <= 0.3


def test_the_receivers_certified_mail_is_not_the_senders() -> None:
    text = """\
Bruni Giulio
Via Roma, 3
10128 Torino (TO)

                                        Alla società
                                        Verdi Legnami S.p.A.
                                        Via Po, 1
                                        20121 Milano (MI)
                                        via PEC verdilegnami@pec.it

Torino, 3 marzo 2026
Oggetto: consegna della merce"""
    told = fields("letter", text)
    assert (told["sender_name"], told["recipient_name"]) == ("Bruni Giulio", "Verdi Legnami S.p.A.")


def test_a_name_that_ends_in_specks_on_the_next_line_is_still_a_name() -> None:
    text = f"Rossi Impianti S.r.l.\n& &\nP.IVA {OURS}\n\nFattura n. 12 del 12/03/2026\nTotale documento 122,00"
    assert fields("invoice", text)["supplier_name"] == "Rossi Impianti S.r.l."
