"""What is not sure is shown as not sure: dirt, pages read badly, pages that say little; what a guess stands on."""

from __future__ import annotations

from random import Random

import pytest

from intake.classify import classify
from intake.kinds.learned import learned
from storage.kinds import KINDS
from storage.reading import Page
from tests.test_intake_kinds_general import PAPERS as GENERAL
from tests.test_intake_kinds_people import PAPERS as PEOPLE
from tests.test_intake_kinds_trade import PAPERS as TRADE
from tests.typeset import page_of

_MISREAD = str.maketrans({"o": "0", "l": "1", "i": "l", "e": "c", "t": "f", "r": "n", "s": "5", "u": "v", "a": "o"})


def _misread(page: Page, share: float, chance: Random) -> Page:
    """A share of the words is lost, the same share of the letters is taken for others."""
    words = tuple(
        word._replace(text="".join(c.translate(_MISREAD) if chance.random() < share else c for c in word.text))
        for word in page.words
        if chance.random() >= share
    )
    return Page(page.number, page.width, page.height, page.source, page.confidence, words)


@pytest.mark.parametrize(("share", "right", "wrong"), [(0.05, 0.85, 0.05), (0.15, 0.6, 0.08), (0.4, 0.0, 0.08)])
def test_what_is_read_badly_is_doubted_and_not_guessed(share: float, right: float, wrong: float) -> None:
    chance = Random(7)
    papers = [*TRADE, *PEOPLE, *GENERAL]
    guesses = [(kind, classify([_misread(page_of(text), share, chance)])) for kind, text in papers]
    sure = [guess for kind, guess in guesses if guess.kind != kind and guess.confidence > 0.8 and guess.kind != "other"]
    assert sum(guess.kind == kind for kind, guess in guesses) >= right * len(papers)
    assert len(sure) <= wrong * len(papers), sure


def test_figures_alone_are_of_no_sure_kind() -> None:
    guess = classify([page_of("12 44 1.200,00\n03/04/2026\n7 8 9")])
    assert guess.confidence < 0.7


def test_a_headline_counts_for_more_than_the_same_words_in_prose() -> None:
    headed = classify([page_of("# PREVENTIVO\nregalo 10,00")])
    told = classify([page_of("la ringraziamo per averci chiesto di parlare del preventivo e di altro ancora")])
    assert headed.kind == "quote"
    assert told.kind != "quote" or told.confidence < headed.confidence


def test_a_guess_names_its_evidence() -> None:
    guess = classify([page_of("# DOCUMENTO DI TRASPORTO\nCausale del trasporto: vendita\nVettore")])
    assert guess.evidence[0] == "title:documento di trasporto"
    assert {"word:vettore", "word:causale del trasporto"} & set(guess.evidence)


def test_the_shipped_weights_are_of_our_kinds_and_move_little() -> None:
    shipped = learned()
    assert shipped.added.shape == (len(shipped.rows), len(KINDS))
    assert 0.5 < shipped.trust < 1.5
    assert abs(shipped.added).max() < 6.0
