"""Values of a reading into the database and back."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from storage.packing import clean, pack_checks, pack_value, pack_words, unpack_checks, unpack_value, unpack_words
from storage.reading import Box, Check, FieldValue, Source, Word

FRACTIONS = st.integers(0, 10**5).map(lambda n: n / 10**5)
BOXES = st.builds(Box, FRACTIONS, FRACTIONS, FRACTIONS, FRACTIONS)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
WORDS = st.builds(Word, TEXTS, BOXES, st.integers(0, 1000).map(lambda n: n / 1000), st.integers(0, 9999))
VALUES = st.builds(
    FieldValue, TEXTS, FRACTIONS.map(lambda x: round(x, 4)), st.sampled_from(Source), st.none() | st.integers(1, 9),
    st.none() | BOXES, st.lists(TEXTS, max_size=3).map(tuple),
)  # fmt: skip


@given(st.lists(WORDS, max_size=20).map(tuple))
def test_words_come_back(words: tuple[Word, ...]) -> None:
    assert unpack_words(pack_words(words)) == words


@given(VALUES)
def test_a_value_comes_back_through_json(value: FieldValue) -> None:
    assert unpack_value(json.loads(json.dumps(pack_value(value)))) == value


@given(st.lists(st.builds(Check, TEXTS, st.booleans(), TEXTS), max_size=4).map(tuple))
def test_checks_come_back_through_json(checks: tuple[Check, ...]) -> None:
    assert unpack_checks(json.loads(json.dumps(pack_checks(checks)))) == checks


@given(st.text(st.characters()), BOXES)
def test_any_text_is_kept_as_text_that_can_be_written(text: str, box: Box) -> None:
    (word,) = unpack_words(pack_words((Word(text, box, 0.5, 0),)))
    assert word.text == clean(text) == clean(clean(text))
    assert "\x00" not in word.text
    word.text.encode("utf-8")


def test_a_page_of_words_is_small() -> None:
    words = tuple(Word(f"parola{n}", Box(0.1, n / 500, 0.2, n / 500 + 0.01), 0.9, n) for n in range(400))
    assert len(pack_words(words)) < 20 * len(words)
