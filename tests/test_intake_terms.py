"""Payment terms by their grammar, and the days that follow from them. The layouts here are the tests' own."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.extract.extraction import extract
from intake.extract.falling_due import due_date
from tests.typeset import page_of

TODAY = date(2026, 12, 31)

PAPER = """
# Rossi Impianti S.r.l.
Via Roma, 10 - 20121 Milano (MI)
P. IVA 07643520567

FATTURA N. 7/26      del 12/03/2026

Descrizione                       Q.tà      Prezzo       Importo
Tubo rame 12 mm                   10        10,00        100,00

                                  Totale imponibile      100,00
                                  IVA 22%                 22,00
                                  Totale documento       122,00

{}
"""


def terms_of(text: str) -> str | None:
    found = extract("invoice", [page_of(PAPER.format(text))], TODAY).fields.get("payment_terms")
    return found.value if found else None


@pytest.mark.parametrize(
    "terms",
    [
        "Bonifico 60 gg D.F.F.M.",
        "RI.BA. 30/60/90 gg. f.m.",
        "R.B. 60 - 90 FM",
        "Ric. banc. a 120 giorni fine mese",
        "Bon. banc. 30 gg FM + 10",
        "B.B. 60 GG DFFM al 15 del mese successivo",
        "Rim. diretta",
        "Rimessa diretta vista fattura",
        "SDD Core 45 gg. d.f.",
        "A vista",
        "Assegno circolare alla consegna",
        "Bonifico anticipato",
        "Virement 45 jours fin de mois",
        "Überweisung 30 Tage netto",
        "Zahlbar innerhalb von 14 Tagen ohne Abzug",
        "Transferencia a 60 días fecha factura",
        "Net 30",
        "Bank transfer within 30 days",
        "A compensazione",
        "Come da accordi",
    ],
)
@pytest.mark.parametrize("label", ["Mod. pag.: {}", "Condizioni di pagamento     {}", "PAGAMENTO\n{}"])
def test_terms_behind_right_of_and_below_their_label(label: str, terms: str) -> None:
    assert terms_of(label.format(terms)) == terms


@pytest.mark.parametrize(
    ("printed", "terms"),
    [
        ("PAG.: BON. 15 GG DF       SCAD. 27/03/2026", "BON. 15 GG DF"),
        ("Pagamento: RI.BA. 30 gg d.f. Scadenza 11/04/2026", "RI.BA. 30 gg d.f."),
        ("Pag.to.:Rimessa diretta a 60 giorni fine mese", "Rimessa diretta a 60 giorni fine mese"),
        ("Termini di pagamento: Bonifico 60/90 gg 1ª rata 12/05/2026", "Bonifico 60/90 gg"),
        ("Modalità di pagamento: Bonifico 90 gg data fattura fine\nmese", "Bonifico 90 gg data fattura fine mese"),
        ("Pagato con bonifico in data 02/03/2026.", "Pagato con bonifico"),
        ("Addebito SDD B2B il     20/04/2026", "Addebito SDD B2B"),
        ("Ri.Ba. al 30/04/2026 - Appoggio: Banca Nova", "Ri.Ba. al 30/04/2026"),
        ("Payment terms: Payment within 30 days", "Payment within 30 days"),
        ("Modalità di pagamento: carta di credito (pagamento tracciato).", "carta di credito"),
        ("Condizioni di pagamento: secondo contratto", "secondo contratto"),
    ],
)  # fmt: skip
def test_terms_end_where_something_else_begins(printed: str, terms: str) -> None:
    assert terms_of(printed) == terms


@pytest.mark.parametrize(
    "printed",
    [
        "IBAN per il bonifico: IT60X0542811101000000123456",
        "Reclami entro 8 giorni dal ricevimento della merce.",
        "Carta riciclata 80 g",
        "Garanzia 24 mesi",
    ],
)
def test_what_only_looks_like_terms(printed: str) -> None:
    assert terms_of(printed) is None


@pytest.mark.parametrize(
    ("terms", "issued", "due"),
    [
        ("60 gg F.M.", "2026-05-20", "2026-07-31"),
        ("Bonifico 60 gg D.F.F.M.", "2026-12-15", "2027-02-28"),
        ("f.m.", "2026-05-20", "2026-05-31"),
        ("Ri.Ba. 30/60/90 gg F.M.", "2026-05-20", "2026-06-30"),
        ("30 FM + 10", "2026-10-05", "2026-12-10"),
        ("60 gg fine mese al 15 del mese successivo", "2026-01-10", "2026-04-15"),
        ("R.B. 30 gg f.m. 10 MS", "2026-10-05", "2026-12-10"),
        ("Bonifico vista fattura", "2026-05-20", "2026-05-20"),
        ("Rimessa diretta a ricevimento fattura", "2026-05-20", "2026-05-20"),
        ("Bonifico 30 gg data ricevimento fattura", "2026-05-20", None),
        ("30 Tage nach Rechnungserhalt", "2026-05-20", None),
        ("30 gg dalla consegna", "2026-05-20", None),
        ("Net 30 days", "2026-01-15", "2026-02-14"),
        ("net 30", "2026-01-15", "2026-02-14"),
        ("10 Tage 2% Skonto, 30 Tage netto", "2026-01-15", "2026-02-14"),
        ("à 30 jours fin de mois", "2026-01-15", "2026-02-28"),
        ("a 60 días", "2026-02-10", "2026-04-11"),
        ("a 2 mesi", "2026-02-10", "2026-04-10"),
        ("Bonifico anticipato", "2026-01-15", None),
        ("Pagato", "2026-01-15", None),
        ("come da accordi", "2026-01-15", None),
    ],
)
def test_the_day_that_follows(terms: str, issued: str, due: str | None) -> None:
    found = due_date(terms, date.fromisoformat(issued))
    assert (found.isoformat() if found else None) == due


@given(
    st.dates(date(2000, 1, 1), date(2060, 1, 1)),
    st.sampled_from([10, 30, 45, 60, 90, 120]),
    st.sampled_from(["gg d.f.", "gg DFFM", "giorni fine mese", "Tage netto", "gg FM + 10"]),
)
def test_terms_fall_due_about_when_they_say(issued: date, days: int, base: str) -> None:
    due = due_date(f"Bonifico {days} {base}", issued)
    assert due is not None and -3 <= (due - issued).days - days <= 45


@given(st.text(alphabet="bonficgd.m/3069 0%+RIBA", max_size=40), st.dates(date(2000, 1, 1), date(2060, 1, 1)))
def test_any_text_as_terms_gives_a_later_day_or_none(terms: str, issued: date) -> None:
    due = due_date(terms, issued)
    assert due is None or due >= issued
