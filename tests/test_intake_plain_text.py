"""Text files become pages of words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.errors import TooManyPages, UnknownType
from intake.office.errors import OfficeTooLarge
from intake.readers.plain_text import read_text


def _pages(tmp_path: Path, text: str, encoding: str = "utf-8") -> list[str]:
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    return [page.text for page in read_text(tmp_path / "a.txt", 10)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_lines_and_accents(encoding: str, tmp_path: Path) -> None:
    assert _pages(tmp_path, "Perché   no?\r\n\r\n\tSì, è così", encoding) == ["Perché no?\nSì, è così"]


def test_form_feeds_and_long_texts_make_pages(tmp_path: Path) -> None:
    assert _pages(tmp_path, "uno\fdue") == ["uno", "due"]
    assert len(_pages(tmp_path, "riga\n" * 67)) == 2


def test_words_stand_in_columns(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Totale    100,00\nIVA        22,00")
    (page,) = read_text(tmp_path / "a.txt", 10)
    label, amount, _, vat = page.words
    assert amount.box.right == vat.box.right
    assert label.box.left == 0
    assert [word.line for word in page.words] == [0, 0, 1, 1]


def test_more_pages_than_allowed_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TooManyPages) as caught:
        _pages(tmp_path, "a\f" * 10 + "a")
    assert "11" in caught.value.message.it


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(range(256)) * 10)
    with pytest.raises(UnknownType):
        read_text(tmp_path / "a.txt", 10)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(codec="utf-8", categories=["L", "N", "P", "Z"]), max_size=400))
def test_no_word_is_lost(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text("x" + text, encoding="utf-8")
    pages = read_text(tmp_path / "a.txt", 1000)
    assert " ".join(page.text for page in pages).split() == ("x" + text).split()
    assert all(0 <= edge <= 1 for page in pages for word in page.words for edge in word.box)


def test_a_line_without_end_is_no_page_without_end(tmp_path: Path) -> None:
    with pytest.raises(TooManyPages):
        _pages(tmp_path, "Gentile cliente " * 100_000)
    with pytest.raises(OfficeTooLarge):
        _pages(tmp_path, "Gentile cliente " * 1_300_000)
