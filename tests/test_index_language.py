"""A word is found by what it says, however it is printed or typed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.language import STOP_WORDS, beginnings, fold, spellings, tokens

LETTERS = "abcdefghijklmnopqrstuvwxyzàèéìòùABCDEFGHIJKLMNOPQRSTUVWXYZÀÈÉÌÒÙ"
words = st.text(LETTERS, min_size=2, max_size=12).filter(lambda word: fold(word) not in STOP_WORDS)
languages = st.sampled_from(["it", "en", "de", ""])


def forms(text: str, language: str = "it") -> list[list[str]]:
    """The forms of each word."""
    found: list[list[str]] = []
    for token in tokens(text, language):
        found += [[]] * (token.position + 1 - len(found))
        found[token.position] = [*found[token.position], token.form]
    return found


def is_found(asked: str, text: str, language: str) -> bool:
    """What an engine does: one of the spellings stands in the text, its forms one after the other."""
    kept = forms(text, language)
    return any(
        all(form in kept[start + n] for n, form in enumerate(spelling))
        for spelling in spellings(asked)
        for start in range(len(kept) - len(spelling) + 1)
    )


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("ordine", "conferma dell'ordine"),
        ("ordini", "CONFERMA DELL’ORDINE"),
        ("dell'ordine", "l`ordine"),
        ("perché", "PERCHE'"),
        ("citta", "la città"),
        ("società", "delle societa"),
        ("e\u0301lite", "élite"),
        ("spa", "Rossi S.p.A. Milano"),
        ("S.p.A", "ROSSI SPA"),
        ("email", "indirizzo e-mail:"),
        ("Rossi-Bianchi", "Rossi Bianchi"),
        ("bianchi", "Rossi-Bianchi"),
        ("dell'acqua", "Mario Dell'Acqua"),
        ("dellacqua", "Mario Dell'Acqua"),
        ("dangelo", "D'Angelo Luca"),
        ("rossi@example.it", "mario.rossi@example.it"),
        ("fine", "la \ufb01ne"),
        ("1285,27", "€1.285,27"),
        ("1.285,27", "EUR1285,27"),
        ("1285", "1'285.00"),
        ("1285", "1.285,27"),
        ("1,285.27", "1.285,27"),
        ("1.285", "1285"),
        ("1285,5", "1.285,50"),
        ("0147", "2026/0147"),
        ("147", "n.2026/0147"),
        ("2026/147", "2026-0147"),
        ("2026/0147", "2026 / 0147"),
        ("V2-123", "V2-000123"),
        ("123", "FT0123"),
        ("FT123", "ft123"),
        ("07643520567", "IT07643520567"),
        ("IT07643520567", "07643520567"),
        ("it07643520567", "P.IVA IT 07643520567"),
        ("rssmra80a01h501u", "RSSMRA80A01H501U"),
        ("31/03/2026", "31.3.26"),
        ("2026-03-31", "31-03-2026"),
        ("3/2026", "31/03/2026"),
        ("2026", "31/03/2026"),
        ("0147", "scan_2026-0147.pdf"),
        ("8 marzo", "l'8 marzo"),
    ],
)
def test_a_text_is_found_by_other_spellings(asked: str, text: str) -> None:
    assert is_found(asked, text, "it")


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("2026/0147", "2026/0148"),
        ("1285,27", "1285,28"),
        ("31/03/2026", "30/03/2026"),
        ("casa", "cassa"),
        ("12", "123"),
    ],
)
def test_a_text_is_not_found_by_what_it_does_not_say(asked: str, text: str) -> None:
    assert not is_found(asked, text, "it")


@pytest.mark.parametrize(
    ("asked", "text"), [("invoices", "the invoice"), ("payment", "payments"), ("due date", "due dates")]
)
def test_english_inflections(asked: str, text: str) -> None:
    assert is_found(asked, text, "en")


def test_words_left_out_take_no_place() -> None:
    assert [token.position for token in tokens("la nota di credito", "it")] == [0, 1]
    assert spellings("il di the") == ()
    assert spellings("... -- ''") == ()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("fattur", ("", "fattur")),
        ("dell'ord", ("dell'", "ord")),
        ("Perché", ("", "perche")),
        ("mario.ros", ("mario.", "ros")),
        ("2026/01", ("", "2026/1")),
        ("0764352", ("", "764352")),
        ("il", ("", "il")),
        ("", ("", "")),
        ("--", ("", "")),
    ],
)
def test_beginnings_of_words(typed: str, expected: tuple[str, str]) -> None:
    assert beginnings(typed) == expected


@settings(deadline=None)
@given(words, languages)
def test_a_printed_word_is_found_in_any_case_and_without_accents(word: str, language: str) -> None:
    for asked in (word, word.upper(), word.lower(), fold(word), f"dell'{word}", f"L’{word}"):
        assert is_found(asked, f"prima {word} dopo", language)
        assert is_found(word, f"prima {asked} dopo", language)


@settings(deadline=None)
@given(st.text(), languages)
def test_whatever_is_printed_is_found_as_it_is_printed(text: str, language: str) -> None:
    if spellings(text):
        assert is_found(text, text, language)


@settings(deadline=None)
@given(st.lists(words, min_size=1, max_size=6), languages)
def test_every_phrase_of_a_text_is_found(printed: list[str], language: str) -> None:
    text = " di ".join(printed)
    for start in range(len(printed)):
        for end in range(start + 1, len(printed) + 1):
            assert is_found(" ".join(printed[start:end]), text, language)


@settings(deadline=None)
@given(st.integers(0, 10**12), st.integers(0, 99))
def test_an_amount_is_found_in_any_notation(units: int, cents: int) -> None:
    italian = f"{units:,}".replace(",", ".") + f",{cents:02d}"
    notations = [italian, f"{units},{cents:02d}", f"{units}.{cents:02d}", f"{units:,}.{cents:02d}", f"€{italian}"]
    for asked in notations:
        for printed in notations:
            assert is_found(asked, f"totale {printed} euro", "it")
            assert is_found(str(units), f"totale {printed} euro", "it")


@settings(deadline=None)
@given(st.text(), languages)
def test_tokens_say_where_their_word_stands(text: str, language: str) -> None:
    position = 0
    for token in tokens(text, language):
        assert 0 <= token.start < token.end <= len(text)
        assert token.form
        assert token.position in (position, position + 1)
        position = token.position


def test_rubbish_takes_no_longer_than_text() -> None:
    for rubbish in ("a" * 200_000, "1" * 200_000, "1." * 100_000, "a'" * 100_000, "-_" * 100_000, "1/a" * 60_000):
        started = time.monotonic()
        sum(1 for _ in tokens(rubbish, "it"))
        assert time.monotonic() - started < 5
