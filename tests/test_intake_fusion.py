"""Two readers' words of a page made one."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.fusion import fuse
from storage.reading import Box, Page, Source, Word

LETTER = 0.01  # of the page's width


def words(*lines: str, confidence: float = 0.9) -> tuple[Word, ...]:
    """Lines of words in letters of one width; `_` takes a letter's place without being a blank."""
    return tuple(
        Word(text.replace("_", ""), box, confidence, number)
        for number, line in enumerate(lines)
        for text, box in placed(line, number)
    )


def placed(line: str, number: int) -> list[tuple[str, Box]]:
    found, start = [], 0
    for text in line.split(" "):
        left, right = 0.05 + start * LETTER, 0.05 + (start + len(text)) * LETTER
        if text:
            found.append((text, Box(left, 0.1 + 0.03 * number, right, 0.115 + 0.03 * number)))
        start += len(text) + 1
    return found


def text_of(fused: tuple[Word, ...]) -> str:
    return Page(1, 100, 100, Source.OCR, 1.0, fused).text


def moved(word: Word, by: float) -> Word:
    box = word.box
    return word._replace(box=Box(box.left + by, box.top, box.right + by, box.bottom))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Totale 1053550", "Totale 1053,50", "Totale 1053,50"),
        ("Totale 4.222,80", "Totale 4.222;80", "Totale 4.222,80"),
        ("S.r.l.s. Torino", "S.r.I.s. Torino", "S.r.l.s. Torino"),
        ("Figli S.r.l.s.", "Figli S.r.s.", "Figli S.r.l.s."),
        ("Cavo 6 mm?", "Cavo 6 mm²", "Cavo 6 mm²"),
        ("3|/08/2026", "31/08/2026", "31/08/2026"),
        ("P.IVA 08710200398", "P.IVA 08710200399", "P.IVA 08710200398"),
        ("P.IVA 08710200399", "P.IVA 08710200398", "P.IVA 08710200398"),
    ],
)
def test_form_and_check_digits_decide(first: str, second: str, expected: str) -> None:
    assert text_of(fuse(words(first), words(second))) == expected


@pytest.mark.parametrize("read", [("IT6OX0542811101000000123456", "IT60X0542811101000000I23456")])
def test_an_identifier_that_both_misread_is_mixed_where_its_check_digits_agree(read: tuple[str, str]) -> None:
    assert text_of(fuse(words(read[0]), words(read[1]))) == "IT60X0542811101000000123456"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("della Repubblica", "della_Repubblica", "della Repubblica"),
        ("22,5h", "22,5 h", "22,5 h"),
        ("20- 10- 2025", "20-_10-_2025", "20-10-2025"),
        ("43, 00", "43,_00", "43,00"),
        ("MATTEO", "M ATTEO", "MATTEO"),
    ],
)
def test_blanks_come_from_whoever_saw_them(first: str, second: str, expected: str) -> None:
    assert text_of(fuse(words(first), words(second))) == expected


def test_what_only_one_saw_is_kept_unless_it_is_dirt() -> None:
    fused = fuse(
        (*words("Imponibile 1.000,00 e imposta dovuta"), Word("|", Box(0.5, 0.1, 0.51, 0.115), 0.4, 0)),
        words("Imponibile 1.000,00 e         dovuta", "          220,00"),
    )
    assert text_of(fused) == "Imponibile 1.000,00 e imposta dovuta\n220,00"


def test_outside_of_what_the_second_saw_nothing_changes() -> None:
    first = words("un |~ segno", "altra |~ riga", confidence=0.2)
    seen = [Box(0, 0, 1, 0.12)]
    assert text_of(fuse(first, (), seen)).splitlines()[-1] == "altra |~ riga"


def test_agreement_is_surer_than_either() -> None:
    (word,) = fuse(words("Fattura", confidence=0.8), words("Fattura", confidence=0.7))
    assert word.confidence > 0.8


TEXTS = st.text(st.sampled_from("abeilo015S.,/€ "), min_size=1, max_size=30).filter(str.strip)
PAGES = st.lists(TEXTS, max_size=5).map(lambda lines: words(*lines))


@given(PAGES, PAGES, st.floats(-0.02, 0.02))
def test_every_fused_word_was_read_and_lines_run_from_the_left(
    first: tuple[Word, ...], second: tuple[Word, ...], by: float
) -> None:
    second = tuple(moved(word, by) for word in second)
    fused = fuse(first, second)
    letters = Counter("".join(word.text for word in fused))
    assert letters <= Counter("".join(word.text for word in (*first, *second)))
    numbers = [word.line for word in fused]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(len(set(numbers))))
    for line in Page(1, 1, 1, Source.OCR, 1.0, fused).lines:
        assert [word.box.left for word in line] == sorted(word.box.left for word in line)
    assert all(0 <= word.confidence <= 1 and word.text for word in fused)


@given(PAGES)
def test_readers_that_agree_change_nothing_but_the_confidence(page: tuple[Word, ...]) -> None:
    assert [word.text for word in fuse(page, page)] == [word.text for word in page]


@given(PAGES)
def test_a_reader_that_saw_nothing_of_the_page_takes_nothing_away(page: tuple[Word, ...]) -> None:
    assert fuse(page, (), []) == page
    sure = tuple(word._replace(confidence=0.9) for word in page)
    assert [word.text for word in fuse((), sure)] == [word.text for word in sure]
