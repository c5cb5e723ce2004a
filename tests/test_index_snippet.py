"""The passage that shows why a document was found."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from index.search_index import Snippet
from index.snippet import make_snippet, wanted
from index.typed_query import parse


def snippet(text: str, typed: str, language: str = "it") -> Snippet:
    return make_snippet(text, language, wanted(parse(typed)))


def shown(text: str, typed: str, language: str = "it") -> str:
    return "".join(f"[{piece.text}]" if piece.is_hit else piece.text for piece in snippet(text, typed, language))


def test_the_words_found_are_told_from_the_others() -> None:
    assert shown("Conferma dell'ordine,\n  n. 2026/0147 \n\n grazie", "ordini 147") == (
        "Conferma dell'[ordine], n. [2026/0147] grazie"
    )


def test_only_the_words_that_were_meant() -> None:
    assert shown("2026/0147 del 31/03/2026, n. 147", "2026/0147") == "[2026/0147] del 31/03/2026, n. 147"
    assert shown("fattura, fattoria, rossi", "fatt* -rossi") == "[fattura], [fattoria], rossi"
    assert shown("invoice invoices fattura", '"the invoice"', "en") == "[invoice] [invoices] fattura"
    assert shown("totale 1.285,27", "1285,27 OR altro") == "totale [1.285,27]"


def test_the_passage_with_most_of_the_words_is_chosen() -> None:
    text = "rossi " + "parola " * 200 + "rossi e bianchi " + "parola " * 200
    found = shown(text, "bianchi rossi")
    assert found.startswith("… ")
    assert found.endswith(" …")
    assert "[rossi] e [bianchi]" in found
    assert len(found) < 320


def test_without_a_word_in_the_text_its_beginning_is_shown() -> None:
    text = "parola " * 100
    assert shown(text, "altro").startswith("parola parola")
    assert shown(text, "altro").endswith(" …")
    assert shown("", "altro") == ""
    assert shown("corta", "") == "corta"


@settings(deadline=None)
@given(st.text(), st.sampled_from(["a", "ab", "1", "a b", "12/2026", "*", "a*"]))
def test_a_snippet_is_made_of_the_text(text: str, typed: str) -> None:
    pieces = snippet(text, typed)
    whole = "".join(piece.text for piece in pieces)
    assert all(piece.text for piece in pieces)
    assert whole.replace("…", "").split() <= text.replace("…", "").split() or not whole.strip()
    assert "\n" not in whole
    assert len(whole) < 400
