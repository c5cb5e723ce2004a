"""How sure values and papers are said to be: honest in the plain cases, whatever the weights learned last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from intake.classify import classify
from intake.extract.extraction import extract
from intake.extract.result import Extraction
from intake.learned.additive import PAPERS, SILENCES, VALUES, loaded
from intake.review import entirely_right, needs_review
from intake.understand import understand
from storage.kinds import KINDS
from storage.reading import Check, Page, Reading, Source
from tests.typeset import page_of

INVOICE = """
# Rossi Impianti S.r.l.
Via Garibaldi 12 - 20121 Milano (MI)
Partita IVA 07643520567   Codice fiscale 07643520567

                                          Spett.le
                                          Bianchi Arredi S.r.l.
                                          Via Po 3
                                          10123 Torino (TO)
                                          P. IVA 00743110157

# FATTURA
Numero fattura: 147/2026        Data fattura: 12/03/2026

Descrizione                     Quantità     Prezzo unitario     IVA %       Importo
Quadro elettrico                2            300,00              22          600,00
Manodopera                      4            100,00              22          400,00

                                          Imponibile                         1.000,00
                                          IVA 22%                              220,00
                                          Totale documento EUR               1.220,00
"""


def read(text: str, source: Source = Source.TEXT) -> Reading:
    return understand([Page(1, 2480, 3508, source, 1.0, page_of(text).words)], None, None)


def doubted(page: Page, share: float) -> Page:
    """The page as a reader gives it who trusts its words only so far."""
    return Page(1, 2480, 3508, Source.OCR, share, tuple(word._replace(confidence=share) for word in page.words))


def chance(reading: Reading, found: Extraction) -> float:
    return entirely_right(classify(reading.pages), found, reading.language)


@pytest.mark.parametrize("path", [VALUES, SILENCES, PAPERS])
def test_what_was_learned_is_shipped_and_rises(path: Path) -> None:
    model = loaded(path)
    assert len(model.weights) > 100
    assert list(model.chances) == sorted(model.chances)
    assert list(model.sums) == sorted(model.sums)
    assert 0 <= model.chances[0] < model.chances[-1] <= 1


def test_every_common_field_was_learned_of() -> None:
    learned = {name.removeprefix("field:") for name in loaded(VALUES).weights if name.startswith("field:")}
    essential = {name for kind in KINDS.values() for name in kind.essential}
    assert essential <= learned


def test_a_clean_invoice_whose_sums_agree_is_sure() -> None:
    reading = read(INVOICE)
    assert all(check.passed for check in reading.checks)
    sure = {name: value.confidence for name, value in reading.fields.items()}
    assert min(sure[name] for name in ("number", "date", "gross_amount", "supplier_name")) > 0.9


def test_a_sum_that_fails_asks_for_a_look_and_lowers_its_figures() -> None:
    good, bad = read(INVOICE), read(INVOICE.replace("  220,00", "  200,00"))
    assert bad.needs_review
    assert bad.fields["gross_amount"].confidence < good.fields["gross_amount"].confidence


@pytest.mark.parametrize("gone", ["Numero fattura: 147/2026", "Data fattura: 12/03/2026"])
def test_a_missing_essential_asks_for_a_look(gone: str) -> None:
    assert read(INVOICE.replace(gone, "")).needs_review


def test_the_readers_doubt_makes_values_and_paper_less_sure() -> None:
    sure = {}
    for share in (0.97, 0.7, 0.4):
        found = extract("invoice", [doubted(page_of(INVOICE), share)], date(2026, 12, 31))
        sure[share] = {name: value.confidence for name, value in found.fields.items()}
    for name in ("number", "date", "gross_amount", "supplier_name"):
        assert sure[0.97][name] >= sure[0.7][name] >= sure[0.4][name], name


def test_a_label_without_its_value_makes_a_paper_less_sure() -> None:
    without = read(INVOICE)
    hollow = read(INVOICE + "\nScadenza:   da concordare\nIBAN:   IT60 X054\nVs. ordine:   vedi allegato\n")
    today = date(2026, 12, 31)
    assert chance(hollow, extract("invoice", hollow.pages, today)) < chance(
        without, extract("invoice", without.pages, today)
    )


def test_an_agreeing_sum_never_speaks_against_a_paper() -> None:
    reading = read(INVOICE)
    found = extract("invoice", reading.pages, date(2026, 12, 31))
    unchecked = replace(found, checks=())
    failed = replace(found, checks=(Check("lines_add_up", False),))
    assert chance(reading, found) >= chance(reading, unchecked) >= chance(reading, failed)


def test_a_paper_of_no_kind_always_asks_for_a_look() -> None:
    reading = read("Buon viaggio e tanti saluti dal mare.\nCi vediamo a settembre.")
    assert reading.kind == "other"
    assert reading.needs_review
    assert needs_review(classify(reading.pages), Extraction({}), "it")


def test_a_candidate_is_no_surer_than_the_chosen_value_leaves() -> None:
    reading = read(INVOICE)
    for name, others in reading.candidates.items():
        left = 1 - reading.fields[name].confidence if name in reading.fields else 1.0
        assert all(other.confidence <= left + 0.001 for other in others), name
