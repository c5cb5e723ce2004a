"""Which text inside a PDF is believed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.readers.text_layer import PageFacts, believable, is_garbage

_PROSE = (
    "Con la presente si comunica che il pagamento della fattura n. 147/2026 del 31/03/2026 di euro 1.285,27 "
    "non risulta ancora pervenuto. Si prega di provvedere entro sette giorni dal ricevimento. Cordiali saluti, "
    "l'ufficio amministrativo, via Garibaldi 12, Orvieto. Partita IVA 07643520567, telefono 0763 000000, "
    "posta elettronica amministrazione@example.it, codice destinatario ABC1234, capitale sociale interamente versato."
)


def _facts(text: str, cover: float = 0.0, strokes: int = 0, hidden: bool = False) -> PageFacts:
    return PageFacts(text, cover, 300, strokes, hidden)


def test_printed_text_is_believed() -> None:
    assert believable(_facts(_PROSE, strokes=500))
    assert believable(_facts("Pagina 2 di 2", strokes=3))


def test_letter_paper_with_a_picture_under_the_text_is_believed() -> None:
    assert believable(_facts(_PROSE, cover=1.0))


def test_a_blank_page_has_its_own_text_which_is_none() -> None:
    assert believable(_facts(""))


@pytest.mark.parametrize(
    "facts",
    [
        _facts("", cover=1.0),
        _facts("Prot. 1234 del 3/4/2026", cover=0.9),
        _facts(_PROSE, cover=1.0, hidden=True),
        _facts("1", strokes=4000),
        _facts("�" * 30 + _PROSE),
        _facts("(cid:12)(cid:33)(cid:8)(cid:91)" * 30),
        _facts("".join(chr(0xE000 + ord(char) % 100) for char in _PROSE)),
        _facts("".join(chr((ord(char) - 29) % 128) if char.isalpha() else char for char in _PROSE)),
        _facts("".join(chr(ord(char) + 1) if char in "aeiou" else char for char in _PROSE.lower())),
    ],
)
def test_pictures_and_broken_encodings_are_read_by_eye(facts: PageFacts) -> None:
    assert not believable(facts)


@pytest.mark.parametrize(
    "text",
    [
        "12/03/2026  1.285,27  22%  231,77\n" * 20,
        "IBAN IT60X0542811101000000123456 " * 5,
        _PROSE.upper(),
        "Straßenbahn ",
    ],
)
def test_figures_and_capitals_are_no_garbage(text: str) -> None:
    assert not is_garbage(text)


@given(st.text())
def test_any_text_is_judged(text: str) -> None:
    believable(_facts(text))
