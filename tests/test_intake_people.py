"""The person a paper is about: proven by a tax code, or by how the name stands on the page."""

from __future__ import annotations

from datetime import date

import pytest

from intake.extract.extraction import extract
from tests.typeset import page_of

TODAY = date(2026, 8, 1)
# Antonio Gallo's and Matteo Caruso's.
GALLO, CARUSO = "GLLNTN76A18F839G", "CRSMTT62D27H501M"


def person(kind: str, text: str) -> str | None:
    found = extract(kind, [page_of(text)], TODAY).fields.get("employee_name")
    return found.value if found else None


def test_a_tax_code_proves_its_owner_with_the_second_surname() -> None:
    assert person("payslip", f"Dipendente: Gallo Antonio\nCodice fiscale: {GALLO}") == "Gallo Antonio"
    told = person("payslip", f"Dipendente    Matteo Caruso Bruni\nCodice fiscale    {CARUSO}")
    assert told == "Matteo Caruso Bruni"


def test_the_owner_of_the_firm_is_not_the_employee() -> None:
    text = f"Officine di Antonio Gallo\nC.F. {GALLO}\n\nCognome e nome: Bruni Rosa\nMese: gennaio 2026"
    assert person("payslip", text) == "Bruni Rosa"


def test_a_child_on_the_certificate_is_not_the_employee() -> None:
    text = f"Cognome e nome: Bruni Rosa\n\nFamiliari a carico\nfiglio    Gallo Antonio    {GALLO}"
    assert person("tax_certificate", text) == "Bruni Rosa"


def test_surname_and_name_in_boxes_are_found_by_the_code() -> None:
    text = f"Dati del percettore\n\n{CARUSO}    CARUSO    MATTEO    27/04/1962"
    assert person("tax_certificate", text) == "CARUSO MATTEO"


@pytest.mark.parametrize(
    "text",
    [
        "COGNOME / SURNAME:    BRUNI\nNOME / NAME:    ROSA\nSESSO / SEX:    F",
        "Surname: BRUNI\nNome. Given names. (2): ROSA\nSesso. Sex. (6): F",
    ],
)
def test_labels_in_two_languages_are_no_names(text: str) -> None:
    assert person("identity_document", text) == "BRUNI ROSA"


def test_who_judges_is_not_who_is_judged() -> None:
    assert (
        person("evaluation", "Nome e cognome: Rosa Bruni\nValutatore: Anna Neri\nMansione: impiegata") == "Rosa Bruni"
    )


def test_who_did_the_course_got_the_certificate() -> None:
    text = "ATTESTATO DI FORMAZIONE\n\nRosa Bruni ha completato il corso «Primo soccorso» di 12 ore."
    assert person("training_certificate", text) == "Rosa Bruni"


def test_the_mail_address_of_a_cv_spells_the_candidate() -> None:
    text = "CURRICULUM VITAE    Bruni Rosa\nrosa.bruni@posta.it\n\nESPERIENZA LAVORATIVA\nImpiegata"
    assert person("cv", text) == "Bruni Rosa"


def test_a_letter_of_resignation_is_its_writers() -> None:
    text = """\
Rosa Bruni
Via Roma, 3
10128 Torino (TO)

Spett.le
Verdi Legnami S.p.A.
Via Po, 1

Oggetto: dimissioni volontarie
Con la presente rassegno le mie dimissioni.

Rosa Bruni"""
    assert person("termination_letter", text) == "Rosa Bruni"
